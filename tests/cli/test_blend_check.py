"""`frameworks blend check`: exit codes, formats, several files."""

import json

HEAD = b"""\
[blend]
id = "borough/record"
version = "1"
title = "Borough record"
plain_title = "Your record"
"""
SOUND = (
    HEAD
    + b"""\
[gather]
forms = ["toy/visit"]
[[gather.local]]
id = "agreed"
section = "visit"
label = "Agreement to this record"
plain = "May we?"
type = "yes_no"
slot = { kind = "consent", item = "storage" }
[[gather.local]]
id = "shared"
section = "visit"
label = "What may be shared"
plain = "Whom may we tell?"
type = "long"
slot = { kind = "consent", item = "services" }
[[gather.local]]
id = "danger"
section = "visit"
label = "Told what happens where a child may be harmed"
plain = "What we do if you are not safe"
type = "yes_no"
slot = { kind = "consent", item = "exception" }
[[gather.local]]
id = "review"
section = "next"
label = "Looked at again on"
plain = "When we look again"
type = "table"
columns = [{ id = "on", label = "On", plain = "When", type = "date" }]
slot = { kind = "review" }
[analyse]
lenses = ["toy/what_was_said"]
[decide]
guides = ["toy/next_step"]
[support]
plans = ["toy/plan"]
"""
)
MISSPELT = HEAD + b'[gather]\nforms = ["toy/visitt"]\n'


class TestExitCodes:
    def test_a_blend_without_errors_is_0(self, run, save):
        ran = run("blend", "check", save("sound.toml", SOUND))
        assert ran.code == 0, ran.out
        assert "Borough record, version 1" in ran.out
        assert not ran.err

    def test_an_error_is_1(self, run, save):
        ran = run("blend", "check", save("misspelt.toml", MISSPELT))
        assert ran.code == 1
        assert "error BLD104" in ran.out
        assert "line 7" in ran.out
        assert "did you mean 'toy/visit'?" in ran.out

    def test_fail_on_says_from_which_severity_on(self, run, save):
        name = save("sound.toml", SOUND)
        assert run("blend", "check", name, "--fail-on", "warning").code == 1

    def test_a_file_that_is_not_there_is_2(self, run):
        ran = run("blend", "check", "nowhere.toml")
        assert ran.code == 2
        assert "nowhere.toml: there is no such file; check the name" in ran.out

    def test_a_file_that_is_not_toml_is_2(self, run, save):
        ran = run("blend", "check", save("broken.toml", b"[blend\n"))
        assert ran.code == 2
        assert "is not TOML" in ran.out


class TestSeveralFiles:
    def test_each_is_checked_whatever_is_wrong_with_another(self, run, save):
        ran = run(
            "blend", "check", "nowhere.toml", save("misspelt.toml", MISSPELT), save("sound.toml", SOUND)
        )
        assert ran.code == 2
        assert "error BLD104" in ran.out
        assert "Borough record, version 1" in ran.out
        assert "3 blends: 1 error" in ran.out
        assert "1 could not be checked" in ran.out


class TestForPrograms:
    def test_json_has_each_file_with_its_findings(self, run, save):
        ran = run(
            "blend", "check", save("misspelt.toml", MISSPELT), "nowhere.toml", "--output-format", "json"
        )
        misspelt, nowhere = ran.json["results"]
        assert misspelt["findings"][0]["code"] == "BLD104"
        assert misspelt["findings"][0]["at"] == "gather.forms[0]"
        assert "there is no such file" in nowhere["problem"]
        assert ran.json["counts"]["problems"] == 1

    def test_a_report_may_go_to_a_file(self, run, save, tmp_path):
        ran = run("blend", "check", save("sound.toml", SOUND), "--output-format", "json", "-o", "report.json")
        assert (ran.code, ran.out) == (0, "")
        assert json.loads((tmp_path / "report.json").read_text())["results"][0]["form"] == "borough/record"

    def test_but_never_over_the_blend(self, run, save):
        name = save("sound.toml", SOUND)
        assert run("blend", "check", name, "-o", name, "--force").code == 2


def test_a_plugin_that_cannot_be_used_is_told_with_how_to_get_it(run, save, plugin):
    plugin("bear", "raise RuntimeError('asleep')")
    blend = HEAD + b'[plugins]\nbear = "frameworks-bear>=1"\n[gather]\nforms = ["toy/visit"]\n'
    ran = run("blend", "check", save("borough.toml", blend), fault=True)
    assert ran.code == 1
    assert "error BLD103" in ran.out
    assert "frameworks-bear 1.0" in ran.out


def test_a_blend_that_hides_a_statutory_item_is_refused_wherever_it_is_used(run, save):
    other = b"""
[gather.fields."toy/visit".actions]
hide = true
"""
    name = save("borough.toml", SOUND + other)
    for command in (("new", name), ("forms", "show", name)):
        ran = run(*command)
        assert ran.code == 2
        assert "actions.hide: only this question asks for Help agreed: who does what, by when" in ran.err
