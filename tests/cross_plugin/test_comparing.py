"""Every two installed frameworks can be set side by side, and what is said of one agrees with what is said of the other."""

from itertools import permutations

import pytest

from frameworks_core.exchange.matrix import fate
from frameworks_core.exchange.placement import Placements
from frameworks_core.functions.comparing.as_json import comparison_as_json
from frameworks_core.functions.comparing.as_text import comparison_as_outline
from frameworks_core.functions.comparing.comparing import compare
from frameworks_core.functions.comparing.moves import OUTCOMES
from frameworks_core.functions.comparing.sides import questions, side_named
from frameworks_core.functions.outline import as_markdown, as_text

from .conftest import FORMS, REGISTRY

SIDES = {framework.name: side_named(REGISTRY, framework.name) for framework in REGISTRY.frameworks()}
PAIRS = [pytest.param(a, b, id=f"{a}-{b}") for a, b in permutations(SIDES, 2)]
LONGEST = 230
"""Lines at a width of 88: four screens, and no wall."""


def met(view, how):
    """The pairs of questions that stand to each other in this way, as the first side sees it."""
    return {
        ((one.question.form.id, one.question.field.id), (other.form.id, other.field.id))
        for one in view.standing(how)
        for other in one.to
    }


@pytest.mark.parametrize(("first", "second"), PAIRS)
class TestEveryPair:
    """For every ordered pair of frameworks."""

    def test_every_question_is_in_exactly_one_class(self, first, second):
        comparison = compare(SIDES[first], SIDES[second])
        for view in comparison.views:
            asked = [(question.form.id, question.field.id) for question in questions(view.side)]
            stand = [(one.question.form.id, one.question.field.id) for one in view.standings]
            moved = [(one.question.form.id, one.question.field.id) for one in view.moves]
            assert asked == stand == moved
            assert len(set(asked)) == len(asked) > 0

    def test_what_both_ask_is_the_same_from_either_side(self, first, second):
        comparison = compare(SIDES[first], SIDES[second])
        mine, theirs = (met(view, "same") for view in comparison.views)
        assert mine == {(one, other) for other, one in theirs}

    def test_the_sides_may_be_named_in_either_order(self, first, second):
        there, back = compare(SIDES[first], SIDES[second]), compare(SIDES[second], SIDES[first])
        assert there.views == (back.second, back.first)

    def test_only_questions_that_nothing_meets_are_asked_by_one_alone(self, first, second):
        comparison = compare(SIDES[first], SIDES[second])
        mine, theirs = comparison.views
        met_by_them = {
            (other.form.id, other.field.id) for standing in theirs.standings for other in standing.to
        }
        alone = {(one.question.form.id, one.question.field.id) for one in mine.standing("only", "unnamed")}
        assert not alone & met_by_them

    def test_it_can_be_read_on_a_few_screens(self, first, second):
        comparison = compare(SIDES[first], SIDES[second])
        text = as_text(comparison_as_outline(comparison), 88)
        assert max(map(len, text.splitlines())) <= 88
        assert len(text.splitlines()) <= LONGEST

    def test_in_full_every_question_is_named(self, first, second):
        comparison = compare(SIDES[first], SIDES[second])
        told = " ".join(as_text(comparison_as_outline(comparison, full=True), 88).split())
        for view in comparison.views:
            for question in questions(view.side):
                assert " ".join(question.field.label.split()) in told

    def test_markdown_and_json_are_made_of_it_too(self, first, second):
        comparison = compare(SIDES[first], SIDES[second])
        assert as_markdown(comparison_as_outline(comparison)).startswith("# ")
        told = comparison_as_json(comparison)
        assert sum(told["first"]["moved"].values()) == told["first"]["questions"]


def test_one_form_into_another_is_what_the_matrix_says():
    """The two are made by one engine; the comparison adds why."""
    for first, second in permutations(
        ("caf/assessment", "signs_of_safety/mapping", "single_assessment/core"), 2
    ):
        view = compare(side_named(REGISTRY, first), side_named(REGISTRY, second)).first
        classes = fate(FORMS[first], Placements(FORMS[second])).classes
        assert {move.question.field.id: move.outcome for move in view.moves} == classes


def test_a_framework_offers_the_closest_of_its_forms():
    """No form of a framework has a closer place than the one that is named."""
    view = compare(side_named(REGISTRY, "caf/assessment"), SIDES["single_assessment"]).first
    fates = [
        fate(FORMS["caf/assessment"], Placements(form)).classes for form in SIDES["single_assessment"].forms
    ]
    for move in view.moves:
        outcomes = [classes[move.question.field.id] for classes in fates]
        assert move.outcome == min(outcomes, key=OUTCOMES.index)


def test_no_rating_ever_finds_a_place():
    for first, second in permutations(SIDES, 2):
        for move in compare(SIDES[first], SIDES[second]).first.moves:
            slot = move.question.field.slot
            if slot and slot.kind in {"scale", "score", "rating"}:
                assert move.outcome in {"history", "withheld"}
