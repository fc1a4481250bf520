"""What is left to ask after a conversion, and whom: the family what it knows, the practitioner the rest."""

import pytest
from attrs import evolve

from frameworks_core.exchange.missing import missing_from, whom_to_ask
from frameworks_core.forms.form import FUNCTIONS, SUBJECTS, Field
from frameworks_core.model import Slot
from frameworks_core.model.slot import FACT_KINDS, KINDS, TABLE_KINDS


def question(function="gather", about="child", kind=None):
    slot = Slot(kind=kind) if kind else None
    return Field(
        id="x", label="X", plain="x", type="long", function=function, about=about, source="D", slot=slot
    )


class TestWhomToAsk:
    @pytest.mark.parametrize("about", SUBJECTS)
    @pytest.mark.parametrize("function", FUNCTIONS)
    def test_the_family_is_asked_about_itself_while_information_is_gathered(self, function, about):
        family = function == "gather" and about in {"child", "parent", "family"}
        assert whom_to_ask(question(function, about)) == ("family" if family else "practitioner")

    @pytest.mark.parametrize("kind", sorted(KINDS))
    def test_a_judgement_a_visit_or_a_fact_about_the_record_is_the_practitioner_s(self, kind):
        family = kind in (FACT_KINDS | TABLE_KINDS | {"comment"}) - {"contact", "view"}
        assert whom_to_ask(question(kind=kind)) == ("family" if family else "practitioner")

    @pytest.mark.parametrize("function", FUNCTIONS)
    @pytest.mark.parametrize(
        ("whose", "aspect", "asked"),
        [
            ("child", "words", "family"),
            ("family", "wants", "family"),
            ("wider_family", "views", "family"),
            ("child", "observation", "practitioner"),
            ("professional", "views", "practitioner"),
        ],
    )
    def test_how_somebody_sees_it_only_they_can_say_and_what_was_seen_only_who_saw_it(
        self, function, whose, aspect, asked
    ):
        view = Slot(kind="view", whose=whose, aspect=aspect)
        assert whom_to_ask(evolve(question(function), slot=view)) == asked


def family(*people, **answers):
    named = {name.replace("__", "."): value for name, value in answers.items()}
    return {"form": "toy/family", "version": "1", "status": "draft", "people": list(people), "answers": named}


P1, P2 = {"id": "p1", "roles": ["child"]}, {"id": "p2", "roles": ["child"]}


class TestWhatIsMissing:
    def test_each_required_question_in_the_order_of_the_form_child_by_child(self, toy_registry):
        missing = missing_from(toy_registry.form("toy/family"), family(P1, P2), ("p1", "p2"))
        assert [(entry.field, entry.child, entry.ask) for entry in missing] == [
            ("child.health", "p1", "family"),
            ("child.health", "p2", "family"),
            ("author", None, "practitioner"),
        ]

    def test_in_the_practitioner_s_words_and_the_family_s(self, toy_registry):
        [first, _] = missing_from(toy_registry.form("toy/family"), family(P1), ("p1",))
        assert (first.label, first.plain) == ("Health", "Your health")

    def test_only_of_the_children_the_new_document_is_about(self, toy_registry):
        missing = missing_from(toy_registry.form("toy/family"), family(P1, P2), ("p2",))
        assert [entry.child for entry in missing] == ["p2", None]

    def test_nothing_that_is_answered(self, toy_registry):
        document = family(P1, P2, child__health={"p1": "Well.", "p2": "Asthma."}, author="p1")
        assert missing_from(toy_registry.form("toy/family"), document, ("p1", "p2")) == ()

    def test_what_only_a_condition_asks_for_is_missing_once_it_holds(self, toy_registry):
        form = toy_registry.form("toy/visit")
        alone = family(P1, seen_on="2026-03-02", seen_alone="yes")
        assert missing_from(form, alone, ("p1",)) == ()
        alone["answers"]["seen_alone"] = "no"
        [entry] = missing_from(form, alone, ("p1",))
        assert (entry.field, entry.ask) == ("why_not_alone", "practitioner")
