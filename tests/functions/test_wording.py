"""How answers and people are named to a practitioner."""

import pytest

from frameworks_core.exchange.reading import Reader
from frameworks_core.model.wording import name_of, said, words_of

from .conftest import column, field, form


@pytest.fixture(scope="session")
def notes():
    return form(
        "toy/notes",
        field("view", '{ kind = "conclusion" }'),
        field("words", '{ kind = "view", whose = "child", aspect = "words" }'),
        field(
            "scales",
            '{ kind = "scale" }',
            "table",
            (column("ref", "text"), column("agreed", "text").replace(', property = "agreed"', "")),
        ),
    )


def read(notes, **answers):
    document = {
        "form": "toy/notes",
        "version": "1",
        "status": "draft",
        "people": [
            {"id": "p1", "roles": ["child"]},
            {"id": "p2", "roles": ["parent_carer"], "given_names": "Kim"},
        ],
        "agencies": [{"id": "a1", "service": "health_visiting"}],
        "answers": answers,
    }
    return Reader(notes).read(document)


def test_people_and_services_have_a_name_a_role_or_a_service(notes):
    assessment = read(notes)
    assert [name_of(assessment, party) for party in ("p2", "p1", "a1", "x")] == [
        "Kim",
        "child p1",
        "health visiting",
        "x",
    ]


def test_who_said_it_when_and_on_what_basis(notes):
    entry = {"text": "Fine.", "source": "p2", "on": "2026-03-01", "basis": "reported"}
    assessment = read(notes, words=[entry])
    [answer] = assessment.answers
    assert said(assessment, answer.content.attribution) == "Kim, 2026-03-01, reported"


def test_an_attributed_entry_is_its_text_whatever_it_is_about(notes):
    assessment = read(notes, view=[{"text": "It is enough.", "source": "p2"}])
    [answer] = assessment.answers
    assert words_of(assessment, answer) == "It is enough."


def test_a_row_of_cells_that_the_model_has_no_name_for_is_shown_all_the_same(notes):
    assessment = read(notes, scales=[{"agreed": "in May"}])
    [answer] = assessment.answers
    assert words_of(assessment, answer) == "agreed: in May"
