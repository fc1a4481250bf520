"""What the page on conversion says is what happens to the invented family's records."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from attrs import frozen

from frameworks_core.errors import UserError
from frameworks_core.exchange.conversion import Conversion, Converter
from frameworks_core.exchange.fidelity import CLASSES, WITHOUT_A_PLACE
from frameworks_core.exchange.withholding import FOR_SHARING, WHY
from frameworks_core.forms.form import WITHHOLDABLE
from frameworks_core.model.slot import HISTORY_KINDS

from .console import as_recorded, commands, run
from .pages import ROOT, codes


@pytest.fixture
def account(read_page):
    return read_page("conversion.md")


@pytest.fixture
def convert(installed, harper):
    """Convert a document of the family, or one given."""

    def converted(document: str | dict[str, Any], to: str, **how: Any) -> Conversion:
        given = harper(document) if isinstance(document, str) else document
        return Converter(installed.form(given["form"]), installed.form(to)).convert(given, **how)

    return converted


def test_every_command_prints_what_the_page_shows(account, installed, tmp_path):
    assert installed
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    account.settle(
        (block.first + offset, output, as_recorded(output, run(command, tmp_path)))
        for block in account.blocks("console")
        for offset, command, output in commands(block.lines)
    )


def test_the_seven_classes_are_named(account):
    assert tuple(codes(name)[0] for name, _, _ in account.table("The seven classes")) == CLASSES


UP = ("caf_v3", "single_assessment/assessment", None)
DOWN = ("single_assessment", "caf/assessment", "p1")


@frozen
class Example:
    """One answer of the family: the conversion, and the pointer to it in the source."""

    conversion: tuple[str, str, str | None]
    pointer: str


EXAMPLES = {
    "kept": Example(UP, "/answers/family_social_relationships_strengths"),
    "broadened": Example(UP, "/answers/family_social_relationships_evidence"),
    "merged": Example(UP, "/answers/health_physical_needs"),
    "needs_sorting": Example(UP, "/answers/identity_needs"),
    "carried": Example(DOWN, "/answers/extrafamilial_context.information/p1"),
    "history": Example(UP, "/answers/need_level"),
    "withheld": Example(DOWN, "/answers/severity_likelihood/p1"),
}
ORDER = ("kept", "broadened", "merged", "needs_sorting", "history", "carried", "withheld")


def test_each_class_is_shown_by_an_answer_of_the_family(account, installed, convert):
    rows = ["| class | question | where the answer is now | why |", "|---|---|---|---|"]
    for name in ORDER:
        source, to, child = EXAMPLES[name].conversion
        items = {item.source: item for item in convert(source, to, child=child).report.items}
        item = items[EXAMPLES[name].pointer]
        assert item.outcome == name
        fields = installed.form(to).fields
        places = [
            fields[target.split("/")[2]].label for target in item.targets if target.startswith("/answers/")
        ]
        if item.candidates:
            places = [
                "waiting for one of: " + ", ".join(fields[candidate].label for candidate in item.candidates)
            ]
        now = "".join(places) or {"withheld": "not in the document"}.get(name, f"`{name}`")
        rows.append(f"| `{name}` | {item.label} | {now} | {item.why} |")
    account.settle_generated({"examples": rows})


def test_what_is_said_to_be_history_is_every_kind_of_it(account):
    """The list speaks in the words of practice; this holds it to the kinds there are."""
    text = " ".join(" ".join(account.lines).split())
    said = {
        "reason": "why the record was made",
        "record": "its dates",
        "appointment": "who made and managed it",
        "oversight": "checkpoints and supervision",
        "conclusion": "analysis, impact, outlook, summaries that conclude",
        "threshold": "thresholds",
        "decision": "decisions",
        "outcome": "outcomes",
        "score": "scores",
        "scale": "scales",
        "rating": "the ratings on them",
        "consent": "consent: it was given for one purpose",
        "comment": "what a child or parent said about that record",
        "practice": "what the service did while making it",
        "update": "its dates",
    }
    assert set(said) == HISTORY_KINDS
    assert not [words for words in said.values() if words not in text]


def test_every_kind_that_is_withheld_is_described(account):
    kinds = [codes(kind)[0] for kind, _ in account.table("What is withheld")]
    assert kinds == list(WITHHOLDABLE)
    assert set(kinds) == set(WHY) - {"another_child"}
    assert set(kinds[:4]) == FOR_SHARING


def test_every_voluntary_form_withholds_all_five(installed):
    voluntary = [form for form in installed.forms() if form.basis == "consent"]
    assert [form.id for form in voluntary if form.withholds != frozenset(WITHHOLDABLE)] == []


def test_the_statutory_forms_that_withhold_something_are_named(account, installed):
    passage = "\n".join(account.lines).partition("Two made under a legal duty")[2].partition("A copy")[0]
    withholding = [form for form in installed.forms() if form.basis == "statute" and form.withholds]
    assert codes(passage) == [form.id for form in withholding]
    assert {form.withholds for form in withholding} == {FOR_SHARING}


class TestSorting:
    """The steps the page gives a practitioner."""

    @pytest.fixture
    def caf(self, harper):
        return harper("caf_v3")

    @pytest.fixture
    def sorted_into(self, caf, convert):
        """The single assessment after somebody took the need about identity out of `carried`."""

        def place(words: Any) -> dict[str, Any]:
            document = copy.deepcopy(convert(caf, "single_assessment/assessment").document)
            waiting = [item for item in document["carried"] if item["field"] == "identity_needs"]
            assert [item["class"] for item in waiting] == ["needs_sorting"]
            document["carried"].remove(waiting[0])
            assert "identity.needs" in waiting[0]["candidates"]
            document["answers"]["identity.needs"] = {"p1": words or waiting[0]["value"]}
            return document

        return place

    def test_words_moved_whole_keep_their_origin(self, caf, sorted_into, convert):
        back = convert(sorted_into(None), "caf/assessment").document
        assert back["answers"]["identity_needs"] == caf["answers"]["identity_needs"]

    def test_words_rewritten_are_those_of_the_new_record(self, caf, sorted_into, convert):
        document = sorted_into("She stopped answering her grandmother at the school gate.")
        conversion = convert(document, "caf/assessment")
        assert caf["answers"]["identity_needs"] not in str(conversion.document["answers"])
        (item,) = [item for item in conversion.report.items if "/identity.needs" in item.source]
        assert item.outcome != "kept"

    def test_what_is_left_waiting_comes_back(self, caf, convert):
        there = convert(caf, "single_assessment/assessment").document
        assert (
            convert(there, "caf/assessment").document["answers"]["identity_needs"]
            == (caf["answers"]["identity_needs"])
        )


def test_consent_is_not_live_again(harper, convert):
    there = convert("caf_v3", "single_assessment/assessment").document
    back = convert(there, "caf/assessment").document
    assert "consent_storage" in harper("caf_v3")["answers"]
    assert "consent_storage" not in back["answers"]
    assert "consent_storage" in {item["field"] for item in back["history"]}


def test_a_copy_to_share_needs_agreement(harper, convert):
    document = harper("caf_v3")
    assert convert(document, "caf/family", purpose="share")
    del document["answers"]["consent_services"]
    with pytest.raises(UserError, match="no agreement to share"):
        convert(document, "caf/family", purpose="share")


def test_loss_counts_what_the_page_says(convert):
    report = convert("caf_v3", "single_assessment/assessment").report
    assert WITHOUT_A_PLACE == ("needs_sorting", "carried", "withheld")
    without = sum(report.counts[name] for name in WITHOUT_A_PLACE)
    assert report.loss == round(without / len(report.items), 4)
    assert any(item.source.startswith("/people/") for item in report.items)
