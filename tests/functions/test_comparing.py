"""Two approaches side by side: what the slots say of their questions, and nothing beyond."""

import pytest
from attrs import evolve

from frameworks_core.errors import UserError
from frameworks_core.functions.comparing.as_json import comparison_as_json
from frameworks_core.functions.comparing.as_text import comparison_as_outline
from frameworks_core.functions.comparing.comparing import HOW, compare
from frameworks_core.functions.comparing.plans import PLAN_PARTS, kept_apart, plan_parts, rated
from frameworks_core.functions.comparing.sides import Side, known_names, questions, refuse_twice, side_named
from frameworks_core.functions.comparing.subjects import SUBJECTS, subject_of
from frameworks_core.functions.outline import as_text
from frameworks_core.model import Slot
from frameworks_core.model.slot import KINDS

from .conftest import ACTION, column, field, form

NEED = '{ kind = "statement", dimensions = ["health"], sense = "need" }'
PART_OF_IT = '{ kind = "statement", dimensions = ["health/physical"], sense = "need" }'
TWO_AT_ONCE = '{ kind = "statement", dimensions = ["health", "education"], sense = "strength" }'
TWO_OTHERS = '{ kind = "statement", dimensions = ["health", "income"], sense = "strength" }'
WORDS = '{ kind = "view", whose = "child", aspect = "words" }'


def side(name, *fields, **more):
    """A side with one form, as somebody who has forms might make one."""
    about = {"title": name.capitalize(), "kind": "practice model", "edition": "2024", "source": "D"}
    return Side(name=name, forms=(form(f"{name}/talk", *fields),), **about | more)


def with_fields(made, *fields):
    """The form with other fields in its one section."""
    return evolve(made, sections=(evolve(made.sections[0], fields=fields),))


def nameless(name):
    """A side that asks one thing for which the shared model has no name."""
    made = side(name, field("colour", WORDS))
    return evolve(
        made, forms=(with_fields(made.forms[0], evolve(made.forms[0].fields["colour"], slot=None)),)
    )


def hows(view):
    return {standing.question.field.id: standing.how for standing in view.standings}


def outcomes(view):
    return {move.question.field.id: move.outcome for move in view.moves}


def shown(comparison, **how):
    return as_text(comparison_as_outline(comparison, **how), 88)


class TestWhatEachAsks:
    """Every question of one side stands in exactly one way to the other side."""

    def test_a_question_with_the_same_slot_is_asked_by_both(self):
        comparison = compare(side("one", field("words", WORDS)), side("two", field("said", WORDS)))
        assert hows(comparison.first) == {"words": "same"}
        assert hows(comparison.second) == {"said": "same"}
        [standing] = comparison.first.standings
        assert [other.field.id for other in standing.to] == ["said"]

    def test_one_asks_within_what_the_other_asks_around(self):
        comparison = compare(side("one", field("growing", PART_OF_IT)), side("two", field("health", NEED)))
        assert hows(comparison.first) == {"growing": "within"}
        assert hows(comparison.second) == {"health": "around"}

    def test_what_overlaps_needs_a_person_on_both_sides(self):
        comparison = compare(side("one", field("a", TWO_AT_ONCE)), side("two", field("b", TWO_OTHERS)))
        assert hows(comparison.first) == {"a": "overlaps"}
        assert hows(comparison.second) == {"b": "overlaps"}

    def test_the_closest_of_several_counts(self):
        other = side("two", field("wide", NEED), field("exact", PART_OF_IT))
        [standing] = compare(side("one", field("growing", PART_OF_IT)), other).first.standings
        assert standing.how == "same"
        assert [question.field.id for question in standing.to] == ["exact"]

    def test_what_nobody_else_asks_stands_alone(self):
        comparison = compare(side("one", field("words", WORDS)), side("two", field("health", NEED)))
        assert hows(comparison.first) == {"words": "only"}
        assert hows(comparison.second) == {"health": "only"}

    def test_conclusions_are_made_anew_even_where_both_reach_them(self):
        slot = '{ kind = "conclusion" }'
        comparison = compare(side("one", field("sum_up", slot)), side("two", field("summary", slot)))
        assert hows(comparison.first) == {"sum_up": "anew"}

    def test_who_is_who_is_held_by_every_document(self):
        slot = '{ kind = "person", property = "dob" }'
        comparison = compare(side("one", field("dob", slot, "date")), side("two", field("words", WORDS)))
        assert hows(comparison.first) == {"dob": "held"}

    def test_of_a_question_without_a_slot_nothing_is_claimed(self):
        assert set(hows(compare(nameless("one"), side("two", field("said", WORDS))).first).values()) == {
            "unnamed"
        }
        assert set(hows(compare(nameless("one"), nameless("two")).first).values()) == {"unnamed"}

    def test_the_very_form_on_both_sides_asks_the_very_questions(self):
        comparison = compare(nameless("one"), evolve(nameless("one"), name="blend"))
        assert hows(comparison.first) == {"colour": "same"}
        assert outcomes(comparison.first) == {"colour": "kept"}


class TestWhereAnswersGo:
    """The engine that converts says where answers would go, in the shape a question normally has."""

    def test_the_form_with_the_closest_place_counts(self):
        other = side("two", field("health", NEED))
        other = evolve(other, forms=(*other.forms, form("two/again", field("growing", PART_OF_IT))))
        [move] = compare(side("one", field("growing", PART_OF_IT)), other).first.moves
        assert (move.outcome, move.form, move.fields) == ("kept", "two/again", ("growing",))

    def test_words_in_the_place_of_a_row_wait_for_a_person(self):
        table = field("rows", WORDS, "table", (column("text", "long", "text"),))
        comparison = compare(side("one", field("words", WORDS)), side("two", table))
        assert hows(comparison.first) == {"words": "same"}
        assert outcomes(comparison.first) == {"words": "needs_sorting"}

    def test_what_one_form_may_not_hold_is_told_though_another_takes_it_in(self):
        one, two = side("one", field("words", WORDS)), side("two", field("said", WORDS))
        told = evolve(one.forms[0].fields["words"], disclosure="third_party")
        one = evolve(one, forms=(with_fields(one.forms[0], told),))
        closed = evolve(form("two/closed", field("said", WORDS)), withholds=frozenset({"third_party"}))
        comparison = compare(one, evolve(two, forms=(*two.forms, closed)))
        [move] = comparison.first.moves
        assert (move.outcome, move.form, move.withheld_from) == ("kept", "two/talk", ("two/closed",))
        assert "- Answers to 1 of these are withheld from two/closed" in shown(comparison)
        [move] = compare(one, evolve(two, forms=(closed,))).first.moves
        assert (move.outcome, move.withheld_from) == ("withheld", ("two/closed",))

    def test_a_rating_stays_with_its_record_and_says_why(self):
        slot = '{ kind = "score" }'
        comparison = compare(side("one", field("a", slot, "number")), side("two", field("b", slot, "number")))
        [move] = comparison.first.moves
        assert move.outcome == "history"
        assert "belongs to the scale and day" in move.why

    def test_a_composed_form_knows_the_very_question_that_it_asks_for(self):
        composed = form("blend/talk", field("said", WORDS))
        question = evolve(composed.fields["said"], slot=None, serves=("one/talk#colour",))
        blend = evolve(nameless("one"), name="blend", forms=(with_fields(composed, question),))
        for view in compare(nameless("one"), blend).views:
            assert set(hows(view).values()) == {"same"}
            assert set(outcomes(view).values()) == {"kept"}

    def test_a_side_without_a_form_has_no_place_for_anything(self):
        comparison = compare(
            side("one", field("words", WORDS)), evolve(side("two", field("a", NEED)), forms=())
        )
        [move] = comparison.first.moves
        assert (move.outcome, move.why, move.form) == ("carried", "the other has no form", None)
        assert "- 0 forms\n- 0 questions: 0 always needed" in shown(comparison)


class TestPlans:
    """Plans are told by the columns of their tables."""

    def test_each_part_is_found_by_what_its_column_means(self):
        parts = plan_parts(side("one", field("steps", '{ kind = "action" }', "table", ACTION)))
        asked = {part for part, found in parts.items() if found}
        assert asked == {
            "the need or danger it answers",
            "the goal it serves",
            "what will be done",
            "who does it",
        }
        assert parts.keys() == PLAN_PARTS.keys()

    def test_a_plan_b_is_not_taken_from_an_action(self):
        columns = (column("trigger"), column("action"), column("where", "text"))
        parts = plan_parts(side("one", field("if_not", '{ kind = "contingency" }', "table", columns)))
        assert [part for part, found in parts.items() if found] == [
            "plan B: what sets it off",
            "plan B: who then does what",
            "plan B: where the child would be",
        ]

    def test_ratings_are_found_by_their_slot(self):
        one = side("one", field("a", '{ kind = "score" }', "number"), field("words", WORDS))
        assert [question.field.id for question in rated(one)] == ["a"]

    def test_what_is_kept_apart_is_what_a_question_asks_for_alone(self):
        both = '{ kind = "statement", senses = ["need", "strength"] }'.replace("senses", "sense")
        one = side(
            "one",
            field("mixed", both),
            field("words", WORDS),
            field("danger", '{ kind = "danger" }', "table", (column("feared"),)),
        )
        assert kept_apart(one) == ("danger that is feared", "the child's words")


class TestSubjects:
    """Every question has one heading, in the words of the field."""

    @pytest.mark.parametrize("kind", sorted(KINDS))
    def test_every_kind_of_slot_has_a_heading(self, kind):
        assert subject_of(Slot(kind=kind)) in SUBJECTS

    def test_headings_are_named_once(self):
        assert (
            len({subject.id for subject in SUBJECTS}) == len(SUBJECTS) == len({one.label for one in SUBJECTS})
        )

    def test_a_statement_goes_by_what_it_is_about(self):
        child = Slot(kind="statement", dimensions=frozenset({"health/physical", "education"}))
        across = Slot(kind="statement", dimensions=frozenset({"health", "income"}))
        assert subject_of(child).id == "child_development"
        assert subject_of(across).id == "situation"
        assert subject_of(Slot(kind="statement", senses=frozenset({"harm"}))).id == "harm"
        assert subject_of(None).id == "unnamed"


class TestSides:
    """A framework, a form, or anything that has forms."""

    def test_a_framework_brings_what_its_plugin_brings(self, toy_registry):
        toy = side_named(toy_registry, "toy")
        assert (toy.title, toy.kind, toy.edition) == ("Toy framework", "recording format", "2024")
        assert [made.id for made in toy.forms] == ["toy/family", "toy/visit"]
        assert [lens.name for lens in toy.lenses] == ["toy/what_was_said"]
        assert [guide.name for guide in toy.guides] == ["toy/next_step"]
        assert [plan.name for plan in toy.plans] == ["toy/plan"]

    def test_a_form_brings_itself_and_the_plans_written_on_it(self, toy_registry):
        visit = side_named(toy_registry, "toy/visit")
        assert (visit.kind, [made.id for made in visit.forms]) == ("form of Toy framework", ["toy/visit"])
        assert (visit.lenses, visit.guides) == ((), ())
        assert [plan.name for plan in visit.plans] == ["toy/plan"]
        assert side_named(toy_registry, "toy/family").plans == ()

    @pytest.mark.parametrize(
        ("name", "meant"), [("toi", "'toy'"), ("toy/visitt", "'toy/visit'"), ("toy/famly", "'toy/family'")]
    )
    def test_the_nearest_framework_or_form_is_named(self, toy_registry, name, meant):
        with pytest.raises(UserError, match=f"no framework and no form {name!r}; did you mean {meant}"):
            side_named(toy_registry, name)

    def test_a_name_given_twice_is_refused(self):
        with pytest.raises(UserError, match="toy is named twice"):
            refuse_twice("toy", "toy")

    def test_frameworks_and_forms_are_offered(self, toy_registry):
        assert known_names(toy_registry) == ("toy", "toy/family", "toy/visit")


class TestText:
    """Counts first; the questions by their labels where they are asked for."""

    @pytest.fixture
    def comparison(self):
        return compare(
            side("one", field("words", WORDS), field("growing", PART_OF_IT)),
            side(
                "two", field("said", WORDS), field("health", NEED), field("gone", '{ kind = "conclusion" }')
            ),
        )

    def test_the_table_counts_both_sides_at_once(self, comparison):
        rows = [line.split() for line in shown(comparison).splitlines()]
        assert ["2/3", "1/1", "1/1", "-", "-", "-/1", "-", "All", "questions"] in rows
        assert [
            "1/1",
            "1/1",
            "-",
            "-",
            "-",
            "-",
            "-",
            "The",
            "child's",
            "words,",
            "wishes",
            "and",
            "life",
        ] in rows

    def test_questions_are_named_only_where_asked_for(self, comparison):
        assert "in the same place as two" not in shown(comparison)
        full = shown(comparison, full=True)
        assert "one, in the same place as two:\n  - Words  [Said]\n" in full
        assert "one, asks more narrowly than two:\n  - Growing  [Health]\n" in full
        assert "two, asks more widely than one:\n  - Health  [Growing]\n" in full
        assert "two, made anew in each record:\n  - Gone\n" in full

    def test_what_is_lost_in_meaning_names_what_only_one_keeps_apart(self):
        other = side("two", field("danger", '{ kind = "danger" }', "table", (column("feared"),)))
        text = shown(compare(side("one", field("words", WORDS)), other))
        assert "- Only one keeps apart: the child's words" in text
        assert "- Only two keeps apart: danger that is feared" in text

    def test_a_function_that_one_or_neither_serves_is_named(self):
        text = shown(compare(side("one", field("words", WORDS)), side("two", field("said", WORDS))))
        assert "- analyse: neither brings a lens" in text
        assert "Neither has a plan, or a place for actions or goals." in text

    def test_it_recommends_nothing_and_knows_no_better_or_worse(self, comparison):
        text = shown(comparison, full=True).lower()
        assert "nothing is recommended" in text
        for word in ("best", "worse", "%", "match of", "score of"):
            assert word not in text


def test_json_is_whole(toy_registry):
    comparison = compare(side_named(toy_registry, "toy"), side_named(toy_registry, "toy/visit"))
    told = comparison_as_json(comparison)
    for view, part in zip(comparison.views, (told["first"], told["second"]), strict=True):
        assert part["questions"] == len(part["asks"]) == len(part["moves"]) == len(list(questions(view.side)))
        assert part["questions"] == sum(part["counts"].values()) == sum(part["moved"].values())
        assert list(part["counts"]) == list(HOW)


def test_the_same_two_give_the_same_comparison(toy_registry):
    pair = side_named(toy_registry, "toy"), side_named(toy_registry, "toy/visit")
    assert comparison_as_json(compare(*pair)) == comparison_as_json(compare(*pair))
