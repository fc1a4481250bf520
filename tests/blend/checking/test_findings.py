"""Findings about a blend: where they point, in which order they stand, and what programs get of them."""

from frameworks_core.blend.checking.report_json import as_json
from frameworks_core.blend.checking.report_text import as_text
from frameworks_core.checks.finding import SEVERITIES

SOUND = """
[gather]
questions = ["toy/family#child.health", "toy/family#home"]
[analyse]
lenses = ["toy/what_was_said"]
[decide]
guides = ["toy/next_step"]
[support]
plans = ["toy/plan"]
"""


def test_a_finding_names_file_line_and_key(checked):
    found = checked('[gather]\nforms = ["toy/visit"]\n[decide]\nguides = ["toy/nextstep"]')
    (finding,) = (one for one in found.findings if one.code == "BLD104")
    assert finding.place.endswith("borough.toml, line 9")
    assert finding.at == "decide.guides[0]"
    assert all((finding.why, finding.fix, finding.authority))


def test_what_a_base_says_is_told_in_the_base(checked):
    checked('[decide]\nguides = ["toy/nextstep"]', name="base.toml")
    found = checked(
        'extends = "base.toml"\n[blend]\nid = "a/b"\nversion = "1"\ntitle = "T"\nplain_title = "T"\n'
        '[gather]\nforms = ["toy/visit"]'
    )
    (finding,) = (one for one in found.findings if one.code == "BLD104")
    assert finding.place.endswith("base.toml, line 7")


def test_the_worst_stands_first(checked):
    found = checked(
        '[gather]\nforms = ["toy/visit", "folk/talk"]\n[decide]\nguides = ["toy/nextstep"]'
    ).findings
    ranks = [SEVERITIES.index(one.severity) for one in found]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == 3


def test_one_fault_does_not_hide_the_others(checked):
    codes = {
        one.code
        for one in checked(
            '[plugins]\nfolk = "frameworks-folk>=9"\n[gather]\nforms = ["folk/talk"]\n[analyse]\nlenses = ["toy/x"]\n'
            "[decide]\ncheckpoints = [10, 5]"
        ).findings
    }
    assert {"BLD103", "BLD104", "BLD203", "BLD204", "BLD206"} <= codes


class TestForPeople:
    def test_a_blend_says_what_it_is_before_what_was_found(self, checked):
        text = as_text([checked(SOUND)], 88)
        lines = text.splitlines()
        identity = "Borough record, version 1 (borough/record; about a family, under a legal duty)"
        assert identity in " ".join(" ".join(lines[:3]).split())
        below = lines[lines.index("") :]  # the first line names the file and may be wrapped
        headings = [line.split()[0] for line in below if line.startswith("  ") and line[2:3].isupper()]
        assert headings[:6] == ["Plugins", "Gather", "Analyse", "Decide", "Support", "Statute"]
        assert "assumed, because the blend names none" in " ".join(text.split())

    def test_a_statute_pack_that_is_not_there_is_not_called_unnamed(self, checked):
        misnamed = SOUND.replace("[gather]", '[authority]\nstatute = "nowhere_2020"\n[gather]', 1)
        text = " ".join(as_text([checked(misnamed)], 88).split())
        assert "assumed, because there is none of the name given" in text
        assert "names none" not in text

    def test_no_line_is_wider_than_asked_but_for_what_is_one_word(self, checked):
        found = checked('[gather]\nforms = ["toy/visit", "folk/talk"]\n[decide]\nguides = ["toy/nextstep"]')
        for line in as_text([found], 88).splitlines():
            assert len(line) <= 88 or " " not in line.strip(" -")

    def test_how_to_mend_is_told_once_for_all_of_one_kind(self, checked):
        text = as_text([checked('[gather]\nforms = ["toy/visit"]')], 88)
        assert text.count("error BLD204") == 1
        assert text.count("To mend: Take a question that asks it") == 2  # once for errors, once for warnings

    def test_many_places_of_one_kind_are_counted(self, checked):
        locals_ = "".join(
            f'[[gather.local]]\nid = "q{number}"\nsection = "talk"\nlabel = "Q"\nplain = "Q"\ntype = "long"\n'
            f'slot = {{ kind = "statement", sense = "strength", dimensions = ["{name}"] }}\n'
            for number, name in enumerate(["health", "education", "identity", "housing", "income"])
        )
        wide = 'questions = ["folk/talk#strengths", "folk/talk#words", "toy/visit#health_strengths"]'
        text = as_text([checked(f"[gather]\n{wide}\n{locals_}")], 88)
        assert "these 6 ask: q0, q1, q2, q3 and 2 more" in " ".join(text.split())

    def test_a_blend_that_makes_no_form_says_that_its_questions_were_not_checked(self, checked):
        text = as_text([checked('[gather]\nforms = ["toy/visitt"]')], 88)
        assert "its questions were not checked" in " ".join(text.split())

    def test_a_base_says_that_it_is_one(self, checked):
        text = as_text([checked('[authority]\nname = "[blend]"')], 88)
        assert "A base for other blends" in text


class TestForPrograms:
    def test_everything_is_there_by_name(self, checked):
        report = as_json([checked(SOUND)])
        (blend,) = report["results"]
        assert (blend["form"], blend["version"], blend["basis"]) == ("borough/record", "1", "statute")
        assert blend["statute"]["assumed"] is True
        assert blend["functions"]["decide"]["served_by"][0]["distribution"] == "frameworks-toy"
        assert blend["length"]["sections"][0]["minutes"]["most"] > 0
        assert report["counts"]["problems"] == 0
        assert report["counts"]["error"] == sum(one["severity"] == "error" for one in blend["findings"])

    def test_what_is_asked_twice_is_listed_whole(self, checked):
        (blend,) = as_json([checked('[gather]\nforms = ["toy/visit", "folk/talk"]')])["results"]
        wider = [one for one in blend["asked_twice"] if one["kind"] == "wider"]
        assert {
            "kind": "wider",
            "questions": ["folk/talk#strengths"],
            "within": ["toy/visit#health_strengths", "toy/visit#home_strengths"],
            "why": None,
        } in wider

    def test_changes_of_rules_stand_there_with_who_decided_them(self, checked):
        (blend,) = as_json(
            [
                checked(
                    '[gather]\nforms = ["folk/talk"]\n[rules]\nseverity = [{ code = "FOL101", severity = "note", '
                    'reason = "agreed", by = "head", until = 2027-01-31 }]'
                )
            ]
        )["results"]
        assert blend["rules_changed"] == [
            {"code": "FOL101", "severity": "note", "reason": "agreed", "by": "head", "until": "2027-01-31"}
        ]
