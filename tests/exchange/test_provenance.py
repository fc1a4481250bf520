"""What a document remembers of earlier records: whose an answer is, for as long as it is still that answer."""

import pytest

from frameworks_core.exchange.provenance import Remembered, digest_of, read_mark, write_mark
from frameworks_core.model import FieldMark, Slot

LONG = "The flat is damp and they owe two months' rent."


class TestDigests:
    def test_attribution_may_be_added_to_a_text(self):
        entry = {"text": LONG, "source": "p3", "on": "2026-03-02", "heading": "Home"}
        assert digest_of(entry) == digest_of(LONG) == digest_of({"text": LONG})

    @pytest.mark.parametrize("other", [LONG.lower(), LONG + " ", LONG.replace(".", ""), LONG + "\n", ""])
    def test_another_letter_is_another_text(self, other):
        assert digest_of(other) != digest_of(LONG)

    def test_a_row_is_all_of_its_cells_in_any_order(self):
        row = {"what": "Call", "who": ["p1", "p2"]}
        assert digest_of(row) == digest_of({"who": ["p1", "p2"], "what": "Call"})
        assert digest_of(row) != digest_of({"what": "Call", "who": ["p2", "p1"]})
        assert digest_of(row) != digest_of({"what": "Call"})

    def test_a_row_with_a_column_for_a_text_is_still_all_of_its_cells(self):
        row = {"text": "Call", "by": "2026-03-01"}
        assert digest_of(row, "row") != digest_of({**row, "by": "2026-12-31"}, "row")
        assert digest_of(row, "row") != digest_of("Call")

    @pytest.mark.parametrize("leaf", [7, 7.5, ["a", "b"], [], "", "\ud800", "e\u0301", {"cost": 3}])
    def test_every_answer_has_one_the_same_each_time(self, leaf):
        assert digest_of(leaf) == digest_of(leaf)
        assert len(digest_of(leaf)) == 16
        assert set(digest_of(leaf)) <= set("0123456789abcdef")

    def test_letters_that_look_alike_are_not(self):
        assert digest_of("e\u0301") != digest_of("\u00e9")


def remembered(*placed, fields=(), **record):
    """The provenance of a document that holds answers of one earlier record."""
    return Remembered(
        [
            {
                "id": "r1",
                "form": "toy/earlier",
                "version": "2",
                "title": "Earlier record",
                "basis": "consent",
                "fields": dict(fields),
                "placed": list(placed),
                **record,
            }
        ]
    )


def at(pointer, leaf, **more):
    return {"at": pointer, "field": "home", "shape": "text", "digest": digest_of(leaf), **more}


class TestAnAnswerThatCameFromAnEarlierRecord:
    def test_is_known_where_it_was_put(self):
        placed = remembered(at("/answers/housing", LONG)).placed("/answers/housing", LONG)
        assert (placed.at, placed.origin.record.form, placed.origin.field.id) == (
            "/answers/housing",
            "toy/earlier",
            "home",
        )

    def test_is_known_with_attribution_added(self):
        known = remembered(at("/answers/housing/0", {"text": LONG}))
        assert known.placed("/answers/housing/0", {"text": LONG, "source": "p3"})

    def test_reworded_it_is_the_second_author_s(self):
        known = remembered(at("/answers/housing", LONG))
        assert known.placed("/answers/housing", LONG.replace("two", "three")) is None

    def test_moved_it_keeps_its_origin(self):
        assert remembered(at("/carried/0", LONG)).placed("/answers/housing", LONG)

    def test_moved_within_its_list_it_keeps_its_origin(self):
        known = remembered(at("/answers/housing/0", "Damp."), at("/answers/housing/1", "Cold.", index=1))
        assert known.placed("/answers/housing/0", {"text": "Cold."}).origin.index == 1
        assert known.placed("/answers/housing/1", {"text": "Damp."}).origin.index is None

    @pytest.mark.parametrize("word", ["yes", "No.", "Not known.", 3, ["a"]])
    def test_a_short_answer_elsewhere_is_another_answer(self, word):
        assert remembered(at("/answers/housing", word)).placed("/answers/income", word) is None

    def test_what_somebody_wrote_twice_came_from_there_once(self):
        known = remembered(at("/answers/housing/0", LONG))
        assert known.placed("/answers/housing/0", LONG)
        assert known.placed("/answers/housing/1", LONG) is None
        assert known.placed("/answers/income", LONG) is None

    def test_of_two_alike_each_is_found_in_its_own_place(self):
        known = remembered(at("/answers/housing/0", LONG, index=4), at("/answers/housing/1", LONG, index=7))
        assert known.placed("/answers/housing/1", LONG).origin.index == 7
        assert known.placed("/answers/housing/0", LONG).origin.index == 4

    def test_a_document_without_earlier_records_knows_nothing(self):
        assert Remembered([]).placed("/answers/housing", LONG) is None
        assert Remembered([]).placed_exactly("/people/0/religion", "Quaker") is None

    def test_a_detail_in_the_people_table_is_known_in_its_exact_place_only(self):
        known = remembered(at("/people/0/religion", "Quaker"))
        assert known.placed_exactly("/people/0/religion", "Quaker")
        assert known.placed_exactly("/people/0/religion", "Quaker")  # looking does not use it up
        assert known.placed_exactly("/people/1/religion", "Quaker") is None
        assert known.placed_exactly("/people/0/religion", "none") is None


class TestTheRecord:
    def test_who_recorded_it_and_when_and_on_which_form(self):
        known = remembered(recorded={"by": "p9", "on": "2025-06-01"}, document="case-7", events=["e1", "e2"])
        record = known.records["r1"]
        assert (record.form, record.version, record.title, record.basis) == (
            "toy/earlier",
            "2",
            "Earlier record",
            "consent",
        )
        assert (record.recorded_by, record.recorded_on, record.document) == ("p9", "2025-06-01", "case-7")
        assert record.events == {"e1", "e2"}

    def test_what_it_does_not_say(self):
        record = remembered().records["r1"]
        assert (record.recorded_by, record.recorded_on, record.document, record.events) == (
            None,
            None,
            None,
            frozenset(),
        )

    def test_the_exact_place_an_answer_was_first_given_in(self):
        fields = {"home": {"label": "Home", "type": "table", "slot": {"kind": "involvement"}}}
        item = {"from": "r1", "field": "home", "shape": "cell", "child": "p1", "index": 2, "column": "mood"}
        origin = remembered(fields=fields).origin(item)
        assert (origin.shape, origin.child, origin.index, origin.column) == ("cell", "p1", 2, "mood")
        assert (origin.field.label, origin.field.slot.kind) == ("Home", "involvement")

    def test_a_field_it_does_not_describe_means_nothing_elsewhere(self):
        origin = remembered().origin({"from": "r1", "field": "gone", "shape": "text"})
        assert (origin.field.id, origin.field.label, origin.field.slot) == ("gone", "gone", None)


MARKS = {
    "no slot": FieldMark(id="f", label="F", type="long", slot=None),
    "a statement": FieldMark(
        id="f",
        label="F",
        type="long",
        slot=Slot(
            kind="statement",
            dimensions=frozenset({"health/physical", "housing"}),
            topics=frozenset({"domestic_abuse"}),
            senses=frozenset({"need", "harm"}),
        ),
    ),
    "a view": FieldMark(
        id="f", label="F", type="text", slot=Slot(kind="view", whose="child", aspect="words")
    ),
    "a person": FieldMark(
        id="f", label="F", type="text", slot=Slot(kind="person", person_property="religion")
    ),
    "people": FieldMark(id="f", label="F", type="persons", slot=Slot(kind="people", group="household")),
    "consent": FieldMark(id="f", label="F", type="yes_no", slot=Slot(kind="consent", item="storage")),
    "a table": FieldMark(
        id="f",
        label="F",
        type="table",
        slot=Slot(kind="action"),
        columns=(("do", "action", "long"), ("by", "by_when", "date")),
    ),
    "a restricted field": FieldMark(
        id="f", label="F", type="long", slot=Slot(kind="score"), disclosure="statutory_only"
    ),
}


@pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS)
def test_what_is_remembered_of_a_field_survives_the_file(mark):
    written = write_mark(mark)
    assert read_mark("f", written) == mark
    assert write_mark(read_mark("f", written)) == written
    assert None not in written.values()  # optional means absent
    assert "id" not in written  # it stands under its id
