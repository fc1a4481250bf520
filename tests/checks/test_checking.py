"""All checks of a document in one pass, at the stage it has reached, whatever a rule of a plugin does."""

from copy import deepcopy

import pytest

from frameworks_core.checks.checking import STAGES, Checker
from frameworks_core.checks.finding import reaches, worst
from frameworks_core.errors import UserError
from frameworks_core.host.contributions import Hit, Rule


def rule(check, code="TOY901", stage="draft", severity="warning"):
    return Rule(
        code=code,
        severity=severity,
        title="A rule",
        why="why it matters",
        fix="how to mend it",
        authority="D for tests",
        stage=stage,
        forms=("toy/visit",),
        check=check,
    )


def codes_of(findings):
    return [finding.code for finding in findings]


def two_places(_filled):
    yield Hit("/answers/story", "this could be longer")
    yield Hit("/people/0", "this could be said")


class TestTheOrderOfThings:
    def test_a_document_without_its_shape_is_told_that_and_nothing_else(self, form, document):
        document["answers"] |= {"hours": -1, "lead": "p9"}
        assert codes_of(Checker(form, [rule(two_places)]).check(document, "final")) == ["STR108"]

    def test_then_ids_then_people_then_what_is_needed_then_the_form_s_own_rules(self, form, document):
        document["people"][1]["dob"] = "2026-06-12"
        document["answers"]["lead"] = "p9"
        del document["answers"]["seen_on"], document["answers"]["health.needs"]["p1"]
        document["answers"]["health.needs"]["p2"] = "Sleep"
        found = codes_of(Checker(form, [rule(two_places)]).check(document, "final"))
        assert found == ["REF101", "PEO001", "REQ101", "REQ101", "REQ101", "TOY901", "TOY901"]

    def test_the_document_is_as_it_was_and_the_findings_are_the_same_each_time(self, form, document):
        checker, before = Checker(form, [rule(two_places)]), deepcopy(document)
        first = checker.check(document, "final")
        assert checker.check(document, "final") == first
        assert document == before


class TestStages:
    def test_there_are_two(self):
        assert STAGES == ("draft", "final")

    @pytest.mark.parametrize(("status", "stage"), [("draft", None), ("draft", "draft"), ("final", "draft")])
    def test_a_draft_is_not_asked_for_what_is_still_to_come(self, form, document, status, stage):
        document |= {"status": status, "answers": {}}
        final_only = rule(two_places, "TOY902", "final")
        assert codes_of(Checker(form, [final_only]).check(document, stage)) == []

    @pytest.mark.parametrize(("status", "stage"), [("final", None), ("final", "final"), ("draft", "final")])
    def test_a_final_record_is(self, form, document, status, stage):
        document |= {"status": status, "answers": {}}
        found = codes_of(Checker(form, [rule(two_places, "TOY902", "final")]).check(document, stage))
        assert {"REQ101", "TOY902"} <= set(found)

    def test_rules_of_the_draft_hold_for_the_final_record_too(self, form, document):
        assert "TOY901" in codes_of(Checker(form, [rule(two_places)]).check(document, "final"))


class TestWhatIsNeeded:
    def required(self, form, document):
        found = Checker(form).check(document, "final")
        return [(f.at, f.place, f.message) for f in found if f.code.startswith("REQ")]

    def test_in_the_words_of_the_form_child_by_child(self, form, document):
        del document["answers"]["seen_on"]
        assert self.required(form, document) == [
            ("/answers/given_names/p2", "Given names, for p2", "this is not answered; it is always needed"),
            (
                "/answers/health.needs/p2",
                "Health: needs, for p2",
                "this is not answered; it is always needed",
            ),
            ("/answers/seen_on", "Seen on", "this is not answered; it is always needed"),
        ]

    def test_in_a_condition_with_the_condition_s_words(self, form, document):
        document["answers"]["helped"] = "yes"
        assert (
            "/answers/helped_how",
            "How it helped",
            "this is not answered; it is needed when it helped",
        ) in (self.required(form, document))

    def test_what_the_tables_hold_is_not_asked_for(self, form, document):
        document["people"][1]["given_names"] = "Jay"
        document["answers"]["health.needs"] = "Both need glasses."
        assert self.required(form, document) == []

    def test_the_parts_every_row_needs(self, form, document):
        document["answers"]["plan"] = [
            {"what": "Call"},
            {"done": "yes"},
            {"who": ["p3"], "disclosure": "open"},
        ]
        rows = [place for at, place, _ in self.required(form, document) if at.startswith("/answers/plan")]
        assert rows == [
            "Agreed actions, row 2, What will be done",
            "Agreed actions, row 3, What will be done",
        ]

    def test_a_row_of_a_draft_may_be_unfinished(self, form, document):
        document["answers"]["plan"] = [{"done": "yes"}]
        assert Checker(form).check(document) == ()

    def test_nothing_of_the_unborn_that_only_the_born_can_be_asked(self, form, document):
        # Given names are asked of an unborn child here, first words only once there is a born one.
        asked = [at for at, _, _ in self.required(form, document)]
        assert "/answers/given_names/p2" in asked
        assert not any(at.startswith("/answers/first_words") for at in asked)


class TestRules:
    def test_a_finding_says_what_its_rule_says(self, form, document):
        found = Checker(form, [rule(two_places, severity="note")]).check(document)
        assert [(f.at, f.place, f.message) for f in found] == [
            ("/answers/story", "What happened", "this could be longer"),
            ("/people/0", "People, row 1", "this could be said"),
        ]
        assert {(f.code, f.severity, f.why, f.fix, f.authority) for f in found} == {
            ("TOY901", "note", "why it matters", "how to mend it", "D for tests")
        }

    def test_a_rule_reads_the_answers_and_the_people(self, form, document):
        def no_names(filled):
            for index, person in enumerate(filled.document["people"]):
                if "given_names" not in person and person["id"] in filled.children:
                    yield Hit(f"/people/{index}/given_names", "this child has no name here")

        assert [f.at for f in Checker(form, [rule(no_names)]).check(document)] == ["/people/1/given_names"]


def failing_at_once(_filled):
    raise ZeroDivisionError("Wren Finch")


def failing_later(_filled):
    yield Hit("/answers/story", "this could be longer")
    raise KeyError("Wren Finch")


BROKEN = {
    "fails at once": (failing_at_once, "ZeroDivisionError"),
    "fails after its first finding": (failing_later, "KeyError"),
    "gives nothing": (lambda _filled: None, "TypeError"),
    "gives something else": (lambda _filled: ["/answers/story"], "AttributeError"),
    "points nowhere": (lambda _filled: [Hit(None, "this is somewhere")], "AttributeError"),
}


class TestARuleThatCannotBeChecked:
    @pytest.mark.parametrize(("check", "error"), BROKEN.values(), ids=BROKEN)
    def test_it_is_named_and_never_counts_as_met(self, form, document, check, error):
        [finding] = Checker(form, [rule(check, "TOY903")]).check(document)
        assert (finding.code, finding.severity, finding.at) == ("CHK101", "error", "")
        assert finding.message == f"TOY903 could not be checked: its own code failed with {error}"

    @pytest.mark.parametrize("broken", BROKEN)
    def test_what_the_others_found_is_told_all_the_same(self, form, document, broken):
        document["answers"]["lead"] = "p9"
        rules = [rule(two_places, "TOY901"), rule(BROKEN[broken][0], "TOY903"), rule(two_places, "TOY905")]
        found = codes_of(Checker(form, rules).check(document))
        assert found == ["REF101", "TOY901", "TOY901", "CHK101", "TOY905", "TOY905"]

    def test_what_it_failed_on_is_not_repeated(self, form, document):
        [finding] = Checker(form, [rule(failing_at_once)]).check(document)
        assert "Wren" not in finding.message

    def test_a_rule_may_say_itself_what_it_lacks(self, form, document):
        def no_calendar(_filled):
            raise UserError("the bank holidays of 2040 are not known")

        [finding] = Checker(form, [rule(no_calendar, "TOY904")]).check(document)
        assert finding.message == "TOY904 could not be checked: the bank holidays of 2040 are not known"


class TestWhatKeepsADocumentFromBeingUnderstood:
    def test_faults_of_shape_or_else_ids_of_nobody(self, form, document):
        checker = Checker(form, [rule(two_places)])
        document["answers"] |= {"lead": "p9"}
        assert codes_of(checker.faults(document)) == ["REF101"]
        document["answers"] |= {"hours": -1}
        assert codes_of(checker.faults(document)) == ["STR108"]

    def test_nothing_that_is_only_unfinished_or_unwise(self, form, document):
        document |= {"status": "final", "answers": {}}
        document["people"][1]["dob"] = "2026-06-12"
        assert Checker(form, [rule(two_places)]).faults(document) == ()


class TestHowBadItIs:
    def test_the_worst_of_all(self, form, document):
        assert worst(Checker(form).check(document)) is None
        note = Checker(form, [rule(two_places, severity="note")]).check(document)
        both = (*note, *Checker(form, [rule(two_places)]).check(document))
        assert (worst(note), worst(both)) == ("note", "warning")

    @pytest.mark.parametrize(("level", "reached"), [("error", False), ("warning", True), ("note", True)])
    def test_whether_any_is_at_least_so_bad(self, form, document, level, reached):
        assert reaches(Checker(form, [rule(two_places)]).check(document), level) is reached
        assert reaches((), level) is False
