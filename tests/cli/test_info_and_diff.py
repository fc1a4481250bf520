"""`frameworks info` and `frameworks diff`: what a record is and what changed in it, without personal data."""

import pytest


class TestInfo:
    """`info` gives numbers only."""

    @pytest.mark.parametrize("output_format", ["text", "json"])
    def test_says_nothing_personal(self, run, save, visit, output_format):
        visit["people"].append({"id": "anna_1999", "roles": ["sibling"], "given_names": "Quuxanna"})
        ran = run("info", save("visit.json", visit), "--output-format", output_format)
        assert ran.code == 0
        for personal in ("anna_1999", "p1", "p2", "a1", "e1", "2018", "05-04", "2026-03", "quux"):
            assert personal not in ran.out.lower()

    def test_says_what_it_is_and_how_far_it_has_got(self, run, save, visit):
        text = run("info", save("visit.json", visit)).out
        assert text.startswith("Visit record\ntoy/visit, version 1, draft, about an invented family\n")
        assert "About 1 child" in text
        assert "3 people: 1 child, 1 parent or carer, 1 professional" in text
        assert "1 event in 2025" in text
        assert "Answers given: 10 of 14 asked; not every one is needed" in text

    def test_as_json(self, run, save, family):
        facts = run("info", save("family.json", family), "--output-format", "json").json
        assert (facts["form"], facts["children"], facts["status"]) == ("toy/family", 2, "draft")

    def test_a_record_that_was_converted_shows_what_it_was_made_from(self, run, save, visit):
        run("convert", save("visit.json", visit), "--to", "toy/family", "-o", "new.json")
        assert "Holds answers of earlier records\n  toy/visit, version 1" in run("info", "new.json").out


class TestDiff:
    """`diff` names places in the words of the form, and shows what stood there only if asked."""

    @pytest.fixture
    def pair(self, save, visit):
        """A record and a later one with one answer changed, one added and one removed."""
        save("old.json", visit)
        answers = {**visit["answers"], "health_needs": "Quux no more.", "first_language": "Quuxish"}
        del answers["summary"]
        return "old.json", save("new.json", {**visit, "answers": answers})

    def test_names_each_place_that_changed(self, run, pair):
        text = run("diff", *pair).out
        assert "Health: needs: changed" in text
        assert "First language: added" in text
        assert "Practitioner's summary: removed" in text
        assert text.endswith("In all: 1 added, 1 removed, 1 changed\n")

    def test_that_there_are_differences_is_no_finding(self, run, pair):
        assert run("diff", *pair).code == 0

    def test_shows_what_stood_there_only_if_asked(self, run, pair):
        text = run("diff", *pair, "--show-values", words=True).out
        assert "- Quux at night." in text
        assert "+ Quux no more." in text

    def test_as_json_likewise(self, run, pair):
        kinds = {"changed", "added", "removed", "moved"}
        shown = run("diff", *pair, "--output-format", "json").json
        assert shown["counts"].keys() == kinds
        assert all("old" not in entry and "new" not in entry for entry in shown["differences"])
        shown = run("diff", *pair, "--output-format", "json", "--show-values", words=True).json
        assert {"Quux at night.", "Quux no more."} <= {
            text for entry in shown["differences"] for text in (entry.get("old"), entry.get("new"))
        }

    def test_of_equal_documents_there_is_none(self, run, pair):
        old, _ = pair
        assert run("diff", old, old).out == "No differences.\n"

    def test_documents_of_two_forms_are_refused_with_the_command_that_helps(self, run, save, visit, family):
        ran = run("diff", save("visit.json", visit), save("family.json", family))
        assert ran.code == 2
        assert "frameworks convert visit.json --to toy/family" in ran.err
