"""What arrives answered: each question with its first date and author, in their role, and the record it came from."""

import re
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from frameworks_core.exchange.conversion import Converter
from frameworks_core.exchange.reading import by_child, leaves
from frameworks_core.forms.form import Column, Field
from frameworks_core.forms.loading import load_form
from frameworks_core.model import Slot
from frameworks_core.testing.strategies import documents

FORMS = Path(__file__).parent / "forms"
VOLUNTARY, DUTY = load_form(FORMS / "voluntary.toml"), load_form(FORMS / "duty.toml")
TOY = ("toy/visit", "toy/family")

PEOPLE = [
    {"id": "p1", "roles": ["child"], "given_names": "Ada"},
    {"id": "p2", "roles": ["parent_carer", "household_member"], "given_names": "Grace"},
    {"id": "p3", "roles": ["professional"], "family_name": "Hopper", "job_role": "Health visitor"},
    {"id": "p4", "roles": ["professional"], "social_work_registered": "yes"},
]


def voluntary(people=PEOPLE, recorded=None, agencies=(), **answers):
    return {
        "form": "voluntary/form",
        "version": "1",
        "status": "draft",
        "recorded": recorded or {"by": "p3", "on": "2026-01-12"},
        "people": list(people),
        "agencies": list(agencies),
        "answers": answers,
    }


def moved(document, *forms):
    """The last of several conversions in a row, between the two forms."""
    known = {form.id: form for form in (VOLUNTARY, DUTY)}
    for form in forms:
        done = Converter(known[document["form"]], form).convert(document)
        document = done.document
    return done


def with_views(form, *columns):
    """The form with a table of views that has these columns."""
    types = {"who": "person", "on": "date", "said": "long"}
    meanings = {"said": "text"}
    table = Field(
        id="views",
        label="Views",
        plain="v",
        type="table",
        function="gather",
        about="family",
        source="D",
        slot=Slot(kind="view", whose="parent", aspect="views"),
        columns=tuple(
            Column(id=name, label=name, plain=name, type=types[name], property=meanings.get(name, name))
            for name in columns
        ),
    )
    [section] = form.sections
    return evolve(form, sections=(evolve(section, fields=(*section.fields, table)),))


def told(entry):
    return entry.on, [(party.id, party.role) for party in entry.by], entry.record


def only(done, field):
    [entry] = [entry for entry in done.report.answered if entry.field == field]
    return entry


class TestWhenAndByWhom:
    def test_an_entry_tells_itself_when_it_was_said_and_by_whom(self):
        said = [{"text": "She grows.", "source": "p2", "on": "2025-12-01"}]
        assert told(only(moved(voluntary(growth=said), DUTY), "health")) == (
            "2025-12-01",
            [("p2", "parent or carer")],
            "r1",
        )

    def test_what_it_does_not_tell_is_the_date_and_author_of_its_record(self):
        recorded = ("2026-01-12", [("p3", "Health visitor")], "r1")
        for answer in ("She grows.", [{"text": "She grows."}]):
            assert told(only(moved(voluntary(growth=answer), DUTY), "health")) == recorded
        half = moved(voluntary(growth=[{"text": "She grows.", "source": "p2"}]), DUTY)
        assert told(only(half, "health")) == ("2026-01-12", [("p2", "parent or carer")], "r1")

    def test_where_no_record_tells_nothing_is_made_up(self):
        document = voluntary(growth="She grows.")
        del document["recorded"]
        assert told(only(moved(document, DUTY), "health")) == (None, [], "r1")

    def test_when_earlier_help_was_given_is_not_when_it_was_told(self):
        done = moved(voluntary(steps=[{"day": "2019-05-04", "help": "Playgroup"}]), DUTY)
        assert told(only(done, "earlier"))[0] == "2026-01-12"

    def test_each_answer_of_a_question_that_several_share_has_its_own(self):
        done = moved(voluntary(growth=[{"text": "She grows.", "on": "2025-12-01"}], illness="None."), DUTY)
        dates = [entry.on for entry in done.report.answered if entry.field == "health"]
        assert sorted(dates) == ["2025-12-01", "2026-01-12"]


class TestRoles:
    @pytest.mark.parametrize(
        ("speaker", "role"),
        [("p1", "child"), ("p2", "parent or carer"), ("p3", "Health visitor"), ("p4", "social worker")],
    )
    def test_people_are_named_by_id_and_by_what_they_are_or_do(self, speaker, role):
        done = moved(voluntary(growth=[{"text": "She grows.", "source": speaker}]), DUTY)
        assert told(only(done, "health"))[1] == [(speaker, role)]

    def test_agencies_by_their_service(self):
        agencies = [{"id": "a1", "name": "Byron Surgery", "service": "gp"}]
        document = voluntary(growth=[{"text": "She grows.", "source": "a1"}], agencies=agencies)
        assert told(only(moved(document, DUTY), "health"))[1] == [("a1", "GP")]

    @pytest.mark.parametrize(
        ("job", "role"),
        [
            ("Ada's key worker", "professional"),
            ("ada's key worker", "professional"),
            ("Head of care", "Head of care"),
        ],
    )
    def test_a_job_role_that_holds_a_name_is_not_repeated(self, job, role):
        unborn = {"id": "p5", "roles": ["child"], "family_name": "unborn baby of Grace"}
        people = [*PEOPLE[:3], {"id": "p4", "roles": ["professional"], "job_role": job}, unborn]
        document = {**voluntary(people, growth=[{"text": "She grows.", "source": "p4"}]), "about": ["p1"]}
        assert told(only(moved(document, DUTY), "health"))[1] == [("p4", role)]


class TestSeveralMoves:
    def test_the_first_date_author_and_record_stay(self):
        said = [{"text": "She grows well, and likes to.", "source": "p2", "on": "2025-12-01"}]
        direct = only(moved(voluntary(growth=said), DUTY), "health")
        chained = moved(voluntary(growth=said), DUTY, VOLUNTARY, DUTY)
        assert told(only(chained, "health")) == told(direct)
        titles = {record.id: record.title for record in chained.report.records}
        assert titles[direct.record] == "Voluntary form"

    def test_what_is_added_on_the_way_is_of_its_own_record(self):
        document = moved(voluntary(growth="She grows well, and likes to."), DUTY).document
        document["recorded"] = {"by": "p4", "on": "2026-03-02"}
        document["answers"]["housing"] = "Damp in the bedroom wall."
        back = Converter(DUTY, VOLUNTARY).convert(document)
        assert told(only(back, "growth")) == ("2026-01-12", [("p3", "Health visitor")], "r1")
        assert told(only(back, "home_and_money")) == ("2026-03-02", [("p4", "social worker")], "r2")
        assert [(record.id, record.on) for record in back.report.records] == [
            ("r1", "2026-01-12"),
            ("r2", "2026-03-02"),
        ]

    def test_a_row_whose_date_the_form_between_has_no_column_for_keeps_it(self):
        dated, undated = with_views(VOLUNTARY, "who", "on", "said"), with_views(DUTY, "who", "said")
        said = [{"who": "p2", "on": "2025-12-01", "said": "It is cold."}]
        there = Converter(dated, undated).convert(voluntary(views=said))
        assert "on" not in there.document["answers"]["views"][0]
        back = Converter(undated, undated).convert(there.document)
        for done in (there, back):
            assert told(only(done, "views")) == ("2025-12-01", [("p2", "parent or carer")], "r1")

    def test_an_answer_in_the_people_table_keeps_its_first_date_too(self):
        back = moved(voluntary(faith="Quaker"), DUTY, VOLUNTARY)
        assert told(only(back, "faith")) == ("2026-01-12", [("p3", "Health visitor")], "r1")

    def test_what_only_the_tables_hold_is_the_record_s_until_they_have_moved_on(self):
        people = [{**PEOPLE[0], "religion": "Quaker"}, *PEOPLE[1:]]
        document = {**voluntary(people), "form": "duty/form"}
        once = Converter(DUTY, VOLUNTARY).convert(document)
        assert told(only(once, "faith")) == ("2026-01-12", [("p3", "Health visitor")], "r1")
        again = Converter(VOLUNTARY, VOLUNTARY).convert(once.document)
        assert told(only(again, "faith")) == (None, [], None)


class TestNotKnown:
    @pytest.mark.parametrize(("answer", "not_known"), [("not_known", True), ("no", False)])
    def test_an_answer_that_it_was_not_known_is_told_apart(self, toy_registry, answer, not_known):
        visit = toy_registry.form("toy/visit")
        document = {"form": "toy/visit", "version": "1", "status": "draft", "people": PEOPLE}
        done = Converter(visit, visit).convert({**document, "answers": {"seen_alone": answer}})
        entry = only(done, "seen_alone")
        assert entry.not_known is not_known
        assert ("not_known" in entry.as_json()) is not_known


class TestRecords:
    def test_each_says_what_it_was_who_made_it_and_what_came_of_it(self):
        document = voluntary(
            growth="She grows.", home_and_money="Damp.", agreed="yes", house_rules="Shoes off."
        )
        document["chronology"] = [{"id": "e1", "on": "2024", "what": "Moved.", "recorded": "2025-11-30"}]
        [record] = moved(document, DUTY).report.records
        assert record.as_json() == {
            "id": "r1",
            "form": "voluntary/form",
            "version": "1",
            "title": "Voluntary form",
            "basis": "consent",
            "on": "2026-01-12",
            "by": "p3",
            "role": "Health visitor",
            "answered": 1,
            "waiting": 2,
            "history": [{"label": "Agreed", "kind": "consent", "on": "2026-01-12", "by": ["p3"]}],
            "events": [{"id": "e1", "on": "2024", "recorded": "2025-11-30"}],
        }

    def test_history_keeps_its_record_and_date_over_several_moves(self):
        done = moved(voluntary(agreed="yes", growth="She grows."), DUTY, VOLUNTARY, DUTY)
        [past] = [past for record in done.report.records for past in record.history]
        assert (past.label, past.on) == ("Agreed", "2026-01-12")
        assert "agreed" not in {entry.field for entry in done.report.answered}


def test_in_json_what_is_not_told_is_left_out():
    done = moved(voluntary(growth="She grows."), DUTY)
    [answered] = done.report.as_json()["answered"]
    assert answered == {
        "field": "health",
        "label": "Health",
        "plain": "h",
        "section": "All",
        "child": "p1",
        "on": "2026-01-12",
        "by": ["p3"],
        "role": ["Health visitor"],
        "record": "r1",
    }


@settings(max_examples=20)
@given(data=st.data())
def test_of_any_conversion_every_placed_answer_is_there_once_and_no_question_is_also_to_be_asked(
    toy_registry, data
):
    source, target = (toy_registry.form(data.draw(st.sampled_from(TOY))) for _ in range(2))
    document = data.draw(documents(source, children=1))
    done = Converter(source, target).convert(document)
    report = done.report

    placed = [
        (field_id, child)
        for field_id, value in done.document["answers"].items()
        for child, part in by_child(target.fields[field_id], value)
        for _ in leaves(target.fields[field_id], part)
    ]
    answered = [(entry.field, entry.child) for entry in report.answered]
    assert [key for key in answered if key in placed] == placed
    assert set(answered).isdisjoint((entry.field, entry.child) for entry in report.missing)


def test_no_word_of_an_answer_and_no_name_is_in_it():
    people = [{**PEOPLE[0], "religion": "Zebra"}, {**PEOPLE[1], "note": "Zebra"}, *PEOPLE[2:]]
    document = voluntary(
        people,
        growth=[{"text": "Zebra1", "heading": "Zebra2", "source": "p2"}],
        steps=[{"day": "2026-03-02", "help": "Zebra3", "mood": "Zebra4"}],
        house_rules="Zebra5",
        agreed="yes",
    )
    document["chronology"] = [{"id": "e1", "on": "2024", "what": "Zebra6", "significance": "Zebra7"}]
    report = str(moved(document, DUTY).report.as_json())
    assert not re.search("zebra|Ada|Grace|Hopper", report, re.IGNORECASE)
