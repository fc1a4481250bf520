"""A lens laid over a record, as headings and lines and as JSON."""

import pytest

from frameworks_core.errors import UserError
from frameworks_core.functions.analysing import analysis_as_json, analysis_as_outline, look
from frameworks_core.functions.outline import as_text
from frameworks_core.host.contributions import Analysis, Entry, Lens, Section

ROW = ("/answers/dangers/0",)


def lens_of(*sections, **more):
    analysis = Analysis(sections, **more)
    return Lens("toy/look", "A look", ("Who has not been asked?",), lambda _assessment: analysis)


@pytest.fixture
def text(read, record, map_form):
    def show(lens):
        return as_text(analysis_as_outline([look(read(record), lens)], map_form), 80)

    return show


def test_entries_stand_with_who_said_them_and_their_place(text):
    shown = text(
        lens_of(Section("Words", (Entry("I want my bike.", "Robin, 2026-03-01", ("/answers/words/0",)),)))
    )
    assert "Words\n-----\n- I want my bike.  [Robin, 2026-03-01; Words, entry 1]" in shown


def test_several_entries_of_one_row_tell_its_place_once(text):
    shown = text(lens_of(Section("D1", (Entry("feared", "", ROW), Entry("for whom", "", ROW)))))
    assert shown.count("Dangers, row 1") == 1


def test_where_the_record_is_silent_stands_a_question(text):
    assert "? What is feared?" in text(lens_of(Section("Dangers", (), "What is feared?")))


def test_questions_and_what_it_cannot_see_close_it(text):
    shown = text(lens_of(Section("A", (), "b"), questions=("And who else?",), cannot_see=("the network",)))
    assert "Questions\n---------\n? Who has not been asked?\n? And who else?" in shown
    assert "What this lens cannot see in this record" in shown
    assert "- the network" in shown


def test_as_json_places_are_pointers_and_words(read, record, map_form):
    seen = [look(read(record), lens_of(Section("D1", (Entry("feared", "", ROW),))))]
    [entry] = analysis_as_json(seen, map_form)[0]["sections"][0]["entries"]
    assert entry == {"text": "feared", "said": "", "at": list(ROW), "places": ["Dangers, row 1"]}


def test_a_lens_that_gives_no_analysis_is_named(read, record):
    with pytest.raises(UserError, match="the lens toy/none gives no analysis"):
        look(read(record), Lens("toy/none", "None", ("?",), lambda _assessment: None))
