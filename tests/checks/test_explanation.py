"""Every code means one thing, and says why it matters and how to mend it."""

import re

import pytest
from attrs import evolve

from frameworks_core.checks.blend_codes import BLEND_CODES, BLEND_FILE_CODES
from frameworks_core.checks.codes import CORE_CODES
from frameworks_core.checks.explanation import explanation_of, explanations, list_as_text
from frameworks_core.checks.finding import SEVERITIES
from frameworks_core.errors import UserError


class TestTheCoreSOwnCodes:
    @pytest.mark.parametrize("code", CORE_CODES)
    def test_it_is_known_by_its_code(self, code):
        assert CORE_CODES[code].code == code
        assert re.fullmatch(r"[A-Z]{2,3}[0-9]{3}", code)

    @pytest.mark.parametrize("code", [*CORE_CODES, *BLEND_CODES])
    def test_it_says_everything_a_reader_needs(self, code):
        entry = {**CORE_CODES, **BLEND_CODES}[code]
        assert entry.severity in SEVERITIES
        assert all((entry.title, entry.why, entry.fix, entry.authority))
        assert not entry.title.endswith(".")
        assert entry.why.endswith(".")
        assert entry.fix.endswith(".")

    def test_no_two_have_one_title(self):
        titles = [entry.title for entry in (*CORE_CODES.values(), *BLEND_CODES.values())]
        assert len(set(titles)) == len(titles)


class TestExplaining:
    @pytest.mark.parametrize("code", CORE_CODES)
    def test_a_code_of_the_core_applies_to_every_form(self, toy_registry, code):
        explained = explanation_of(code, toy_registry)
        assert explained.forms == ()
        assert explained.title == CORE_CODES[code].title
        assert explained.stage == ("final" if code.startswith("REQ") else "draft")

    @pytest.mark.parametrize("code", BLEND_FILE_CODES)
    def test_a_code_of_a_blend_file_says_which_command_checks_it(self, toy_registry, code):
        explained = explanation_of(code, toy_registry)
        assert explained.stage == "blend"
        assert "`frameworks blend check`" in " ".join(explained.as_text(80).split())

    def test_a_code_of_a_plugin_names_its_forms(self, toy_registry):
        explained = explanation_of("TOY101", toy_registry)
        assert (explained.title, explained.stage) == ("The child's own words", "final")
        assert explained.as_json() == {
            "code": "TOY101",
            "severity": "warning",
            "title": "The child's own words",
            "why": "A record without them is about the child and not with the child.",
            "fix": "Write what the child said, or why the child could not be asked.",
            "authority": "D for tests",
            "stage": "final",
            "forms": ["toy/visit"],
            "statutory": False,
        }

    def test_small_letters_will_do(self, toy_registry):
        assert explanation_of("str104", toy_registry) == explanation_of("STR104", toy_registry)

    @pytest.mark.parametrize(
        ("typed", "meant"), [("STR10", "STR10"), ("TOY11", "TOY101"), ("STRI04", "STR104")]
    )
    def test_a_code_that_is_not_known_names_the_nearest(self, toy_registry, typed, meant):
        with pytest.raises(UserError, match=f"no check has the code {typed}; did you mean '{meant}"):
            explanation_of(typed, toy_registry)

    @pytest.mark.parametrize("typed", ["foo", "TOY11"])
    def test_and_how_to_list_them_all(self, toy_registry, typed):
        with pytest.raises(UserError, match=r"[?;] `frameworks explain` lists every code$"):
            explanation_of(typed, toy_registry)

    def test_it_reads_well(self, toy_registry):
        assert explanation_of("TOY101", toy_registry).as_text(60) == (
            "TOY101  The child's own words\n"
            "warning, checked before a record is finished\n"
            "\n"
            "Why: A record without them is about the child and not with\n"
            "  the child.\n"
            "To mend it: Write what the child said, or why the child\n"
            "  could not be asked.\n"
            "Authority: D for tests\n"
            "Forms: toy/visit"
        )

    def test_a_code_of_the_core_is_no_law(self, toy_registry):
        assert not any(explanation_of(code, toy_registry).statutory for code in CORE_CODES)

    def test_what_the_law_asks_for_is_said_to_be_so(self, toy_registry):
        by_law = evolve(explanation_of("TOY101", toy_registry), statutory=True)
        assert by_law.as_json()["statutory"] is True
        assert by_law.as_text(120).splitlines()[1] == (
            "warning, checked before a record is finished; statutory: law, statutory guidance or a statutory return asks "
            "for it"
        )

    def test_it_is_the_rule_that_says_so(self, toy_registry, monkeypatch):
        by_law = evolve(toy_registry.rule("TOY101"), statutory=True)
        monkeypatch.setattr(type(toy_registry), "rule", lambda _self, _code: by_law)
        assert explanation_of("TOY101", toy_registry).statutory

    @pytest.mark.parametrize("width", [60, 80, 110])
    @pytest.mark.parametrize("code", [*CORE_CODES, "TOY101"])
    def test_lines_keep_to_the_width(self, toy_registry, code, width):
        assert max(map(len, explanation_of(code, toy_registry).as_text(width).splitlines())) <= width


class TestTheListOfCodes:
    def test_has_every_code_of_the_core_and_of_the_plugins(self, toy_registry):
        every = explanations(toy_registry)
        rules = [rule.code for rule in toy_registry.rules()]
        assert [one.code for one in every] == [*sorted(CORE_CODES | BLEND_CODES), *rules]
        assert all(explanation_of(one.code, toy_registry) == one for one in every)

    def test_says_what_each_is_about(self, toy_registry):
        lines = list_as_text(explanations(toy_registry), 80).splitlines()
        assert "TOY101  The child's own words" in lines
        assert lines[-1] == "More about one of them: frameworks explain CODE"

    def test_says_which_are_statutory(self, toy_registry):
        told = [evolve(explanation_of("TOY101", toy_registry), statutory=True)]
        assert list_as_text(told, 80).splitlines()[0] == "TOY101  The child's own words (statutory)"

    @pytest.mark.parametrize("width", [40, 80])
    def test_keeps_to_the_width(self, toy_registry, width):
        lines = list_as_text(explanations(toy_registry), width).splitlines()[:-1]
        assert max(map(len, lines)) <= width
