"""Where the answers to a field go in another form: one place with the same meaning, one wider, or a person decides."""

from pathlib import Path

import pytest

from frameworks_core.exchange.placement import Placements
from frameworks_core.forms.form import WITHHOLDABLE
from frameworks_core.forms.loading import form_from_source
from frameworks_core.model import FieldMark, Slot
from frameworks_core.model.slot import HISTORY_KINDS

HEAD = """\
id = "toy/target"
version = "1"
title = "T"
plain_title = "t"
about = "child"
basis = "{basis}"
source = "D"
withholds = {withholds}

[[sections]]
id = "all"
title = "All"
plain = "All"
"""
FIELD = """
[[sections.fields]]
id = "{id}"
label = "{id}"
plain = "{id}"
type = "{type}"
function = "gather"
about = "child"
source = "D"
slot = {slot}
{more}
"""


def statement(*dimensions, sense="need"):
    senses = ", ".join(f'"{word}"' for word in sense.split())
    return f'{{ kind = "statement", dimensions = {list(dimensions)}, sense = [{senses}] }}'


def target(*, basis="statute", **fields):
    """A form of fields given as `(type, slot)` or as a slot of a long answer, with more TOML after it if need be."""
    text = HEAD.format(basis=basis, withholds=list(WITHHOLDABLE) if basis == "consent" else [])
    for name, given in fields.items():
        type_, slot, *more = given if isinstance(given, tuple) else ("long", given)
        text += FIELD.format(id=name, type=type_, slot=slot, more="\n".join(more))
    return Placements(form_from_source(text.encode(), Path("target.toml")))


def said(*dimensions, sense="need", type="long"):  # noqa: A002  # as in a form file
    slot = Slot(kind="statement", dimensions=frozenset(dimensions), senses=frozenset(sense.split()))
    return FieldMark(id="source", label="Source", type=type, slot=slot)


def mark(kind, type="long", columns=(), **facets):  # noqa: A002  # as in a form file
    return FieldMark(id="source", label="Source", type=type, slot=Slot(kind=kind, **facets), columns=columns)


def went(placement):
    where = placement.field.id if placement.field else list(placement.candidates)
    return placement.outcome, where


def placed(placements, source, shape="text", basis="statute"):
    return went(placements.place(source, shape, basis))


class TestOneFact:
    def test_it_is_kept_where_the_same_is_asked(self):
        assert placed(target(a=statement("health"), b=statement("housing")), said("health")) == ("kept", "a")

    def test_the_same_goes_before_the_wider(self):
        form = target(wide=statement("health", "housing"), exact=statement("health"))
        assert placed(form, said("health")) == ("kept", "exact")

    def test_it_is_broadened_into_a_wider_field(self):
        form = target(wide=statement("health", "housing"))
        assert placed(form, said("health")) == ("broadened", "wide")

    def test_of_wider_fields_the_narrowest_takes_it(self):
        form = target(
            widest=statement(sense="need strength"),
            wide=statement("health", "housing"),
            narrow=statement("health"),
        )
        assert placed(form, said("health/physical")) == ("broadened", "narrow")

    def test_a_person_decides_between_two_that_ask_for_the_same(self):
        form = target(a=statement("health"), b=statement("health"))
        assert placed(form, said("health")) == ("needs_sorting", ["a", "b"])

    def test_a_person_decides_between_wider_fields_of_which_none_is_narrower(self):
        form = target(a=statement("health", "housing"), b=statement("health", "income"))
        assert placed(form, said("health")) == ("needs_sorting", ["a", "b"])

    def test_a_person_decides_between_wider_fields_that_hold_each_other(self):
        form = target(
            a=statement("health", sense="information"), b=statement("health", sense="information evidence")
        )
        assert placed(form, said("health", sense="evidence")) == ("needs_sorting", ["a", "b"])

    def test_a_person_divides_what_the_target_asks_in_parts(self):
        form = target(a=statement("health/physical"), b=statement("health/speech"), c=statement("housing"))
        assert placed(form, said("health")) == ("needs_sorting", ["a", "b"])

    def test_a_person_places_what_does_not_say_enough(self):
        assert placed(target(a=statement("health")), said()) == ("needs_sorting", ["a"])

    def test_a_wider_field_goes_before_a_part(self):
        form = target(part=statement("health/physical"), wide=statement("health", "housing"))
        assert placed(form, said("health")) == ("broadened", "wide")

    def test_how_it_is_known_is_itself_known(self):
        form = target(a=statement("health", sense="information"))
        assert placed(form, said("health", sense="evidence")) == ("broadened", "a")

    def test_what_is_known_is_not_taken_for_how_it_is_known(self):
        form = target(a=statement("health", sense="evidence"))
        assert placed(form, said("health", sense="information")) == ("carried", [])
        assert placed(form, said("health", sense="information evidence")) == ("needs_sorting", ["a"])

    def test_it_is_carried_where_nothing_is_asked(self):
        assert placed(target(a=statement("housing")), said("health")) == ("carried", [])

    def test_without_a_slot_it_is_carried(self):
        nowhere = FieldMark(id="source", label="Source", type="long", slot=None)
        assert placed(target(a=statement("health")), nowhere) == ("carried", [])

    def test_one_cell_of_a_row_is_carried(self):
        assert placed(target(a=statement("health")), said("health"), shape="cell") == ("carried", [])


class TestShapes:
    @pytest.mark.parametrize("shape", ["text", "entry"])
    def test_words_go_where_words_may_be_written(self, shape):
        assert placed(target(a=statement("health")), said("health"), shape) == ("kept", "a")

    def test_a_line_goes_where_words_may_be_written(self):
        assert placed(target(a=statement("health")), said("health", type="text"), "value") == ("kept", "a")

    def test_a_line_goes_where_the_same_line_is_asked(self):
        form = target(a=("text", statement("health")), b=("text", statement("housing")))
        assert placed(form, said("health", type="text"), "value") == ("kept", "a")

    def test_words_do_not_go_where_a_line_is_asked(self):
        form = target(a=("text", statement("health")))
        assert placed(form, said("health")) == ("needs_sorting", ["a"])

    def test_a_date_goes_where_a_date_is_asked(self):
        form = target(a=("date", '{ kind = "review" }'))
        assert placed(form, mark("review", type="date"), "value") == ("kept", "a")

    def test_a_date_does_not_go_where_words_are_asked(self):
        form = target(a=("long", '{ kind = "review" }'))
        assert placed(form, mark("review", type="date"), "value") == ("needs_sorting", ["a"])

    COLUMNS = 'columns = [{ id = "told", label = "T", plain = "t", type = "long", property = "summary" }]'

    def test_a_row_goes_into_a_table_that_shares_a_column_s_meaning(self):
        form = target(a=("table", '{ kind = "involvement" }', self.COLUMNS))
        shared = mark("involvement", "table", (("what", "summary", "long"), ("when", "on", "date")))
        other = mark("involvement", "table", (("when", "on", "date"),))
        assert placed(form, shared, "row") == ("kept", "a")
        assert placed(form, other, "row") == ("needs_sorting", ["a"])

    def test_a_row_does_not_become_a_text(self):
        form = target(a='{ kind = "involvement" }')
        row = mark("involvement", "table", (("what", "summary", "long"),))
        assert placed(form, row, "row") == ("needs_sorting", ["a"])


class TestDetailsOfPeople:
    SEX = FieldMark(
        id="source", label="Source", type="choice", slot=Slot(kind="person", person_property="sex")
    )

    def test_the_field_that_asks_for_it_takes_it(self):
        form = target(a=("choice", '{ kind = "person", property = "sex" }', 'codes = "sex"'))
        assert placed(form, self.SEX, "value") == ("kept", "a")

    def test_elsewhere_the_people_table_holds_it(self):
        assert placed(target(a=statement("health")), self.SEX, "value") == ("table", [])

    def test_another_detail_does_not(self):
        form = target(a=("choice", '{ kind = "person", property = "ethnicity" }', 'codes = "ethnicity"'))
        assert placed(form, self.SEX, "value") == ("table", [])


class TestHistory:
    @pytest.mark.parametrize("kind", sorted(HISTORY_KINDS))
    def test_it_never_converts_even_to_the_same_question(self, kind):
        item = ', item = "storage"' if kind == "consent" else ""
        form = target(a=f'{{ kind = "{kind}"{item} }}')
        assert placed(form, mark(kind)) == ("history", [])

    @pytest.mark.parametrize("kind", sorted(HISTORY_KINDS))
    def test_the_report_says_why_in_one_clause(self, kind):
        why = target(a=statement("health")).place(mark(kind), "text", "statute").why
        assert why
        assert "\n" not in why
        assert not why.endswith(".")


ACTIONS = 'columns = [{ id = "do", label = "D", plain = "d", type = "long", property = "action" }]'


class TestPlans:
    @pytest.mark.parametrize("kind", ["action", "contingency"])
    @pytest.mark.parametrize(
        ("made_on", "placed_in", "outcome"),
        [
            ("consent", "statute", ("history", [])),
            ("consent", "consent", ("kept", "a")),
            ("statute", "statute", ("kept", "a")),
            ("statute", "consent", ("kept", "a")),
        ],
    )
    def test_a_voluntary_plan_never_becomes_a_statutory_one(self, kind, made_on, placed_in, outcome):
        form = target(basis=placed_in, a=("table", f'{{ kind = "{kind}" }}', ACTIONS))
        source = mark(kind, "table", (("x", "action", "long"),))
        assert placed(form, source, "row", basis=made_on) == outcome

    def test_nor_does_its_review(self):
        form = target(basis="statute", a=("date", '{ kind = "review" }'))
        assert placed(form, mark("review", "date"), "value", basis="consent") == ("history", [])

    def test_earlier_help_is_a_fact_and_no_plan(self):
        columns = 'columns = [{ id = "told", label = "T", plain = "t", type = "long", property = "summary" }]'
        form = target(basis="statute", a=("table", '{ kind = "involvement" }', columns))
        source = mark("involvement", "table", (("what", "summary", "long"),))
        assert placed(form, source, "row", basis="consent") == ("kept", "a")


def test_the_same_question_goes_to_the_same_place_each_time():
    form = target(a=statement("health"), b=statement("health", "housing"))
    assert form.place(said("health"), "text", "statute") == form.place(said("health"), "text", "statute")


def test_the_order_of_the_form_decides_nothing_but_the_order_of_candidates():
    there = target(a=statement("health", "housing"), b=statement("health"))
    back = target(b=statement("health"), a=statement("health", "housing"))
    for source in (said("health"), said("health/physical"), said("housing"), said()):
        outcomes = {
            (outcome, str(sorted(where))) for outcome, where in (placed(there, source), placed(back, source))
        }
        assert len(outcomes) == 1
