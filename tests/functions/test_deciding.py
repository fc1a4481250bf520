"""Before a decision: the test, what bears on it, what is not known, what to record. Never a recommendation."""

import pytest

from frameworks_core.functions.deciding import preparation_as_json, prepare
from frameworks_core.functions.outline import as_text
from frameworks_core.functions.preparation_text import in_brief, in_full
from frameworks_core.host.contributions import GuideFile
from frameworks_core.host.guides import load_guide
from frameworks_core.statute.routes import all_routes, route

GUIDE = """
name = "toy/guide"
title = "What to weigh"
source = "D for tests"

[[considerations]]
routes = ["section_17"]
question = "What does the child say?"
source = "D for tests"
bears = { whose = ["child"] }

[[considerations]]
routes = []
question = "What is feared?"
source = "D for tests"
bears = { kinds = ["danger"] }

[[considerations]]
routes = ["section_17"]
question = "What of the child's health?"
source = "D for tests"
bears = { dimensions = ["health"] }

[[considerations]]
routes = ["section_17"]
question = "What has been tried?"
source = "D for tests"
bears = { kinds = ["involvement"] }

[[considerations]]
routes = ["section_17"]
question = "What happened when?"
source = "D for tests"
bears = { events = true }
"""
WHOLE = {
    "decision": "Help is offered",
    "legal_basis": "section 17(10)(b)",
    "reasons": "Nights",
    "evidence": "Health",
    "dissent": "Nobody",
    "decided_by": "p9",
    "decided_on": "2026-03-02",
    "told_family_on": "2026-03-03",
}


@pytest.fixture
def guide(tmp_path):
    path = tmp_path / "guide.toml"
    path.write_text(GUIDE)
    return load_guide(GuideFile("toy/guide", path))


@pytest.fixture
def prepared(read, guide):
    def prepare_for(record, *names):
        return prepare(read(record), [guide], [route(name) for name in names] or all_routes())

    return prepare_for


def bearing_on(view):
    return {weighing.question: [entry.text for entry in weighing.entries] for weighing in view.weighings}


def test_entries_stand_under_the_question_they_bear_on_in_the_words_of_the_record(prepared, record):
    [view] = prepared(record, "section_17").routes
    assert bearing_on(view) == {
        "What does the child say?": ["I want my bike."],
        "What is feared?": [
            "ref: D1; feared: Kim is ill again and nobody gives the inhaler.",
            "ref: D2; feared: The flat is lost.",
        ],
        "What of the child's health?": ["Asthma at night."],
        "What has been tried?": [],
        "What happened when?": ["2025-11: Moved house."],
    }


def test_what_nothing_bears_on_is_not_known(prepared, record):
    [view] = prepared(record, "section_17").routes
    assert view.not_known == ("What has been tried?",)


def test_every_route_is_shown_whatever_the_record_holds(prepared, record):
    full = [view.route.id for view in prepared(record).routes]
    record["answers"] = {}
    assert full == [view.route.id for view in prepared(record).routes] == [one.id for one in all_routes()]


def test_nothing_is_recommended_counted_or_scored(prepared, record, map_form):
    value = preparation_as_json(prepared(record), map_form)
    assert set(value) == {"routes", "recorded", "gaps"}
    for shown in value["routes"]:
        assert set(shown) == {
            *("id", "title", "plain", "test", "source", "limbs", "notes"),
            *("considerations", "not_known", "must_record"),
        }


def test_history_does_not_bear_on_a_new_decision(prepared, record, map_form):
    mark = {"label": "Old danger", "type": "long", "slot": {"kind": "danger"}}
    record["provenance"] = [
        {
            "id": "r1",
            "form": "toy/old",
            "version": "1",
            "title": "Old",
            "basis": "consent",
            "fields": {"f": mark},
            "placed": [],
        }
    ]
    record["history"] = [
        {"from": "r1", "field": "f", "shape": "text", "label": "Old danger", "value": "Long ago."}
    ]
    assert "Long ago." not in str(preparation_as_json(prepared(record), map_form))


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("legal_basis", "the legal basis is not recorded"),
        ("reasons", "the reasons are not recorded"),
        ("evidence", "the evidence it rests on is not named"),
        ("dissent", "whether anybody saw it otherwise"),
        ("decided_by", "who decided is not recorded"),
        ("decided_on", "the day of the decision is not recorded"),
        ("told_family_on", "when the child and the family were told"),
    ],
)
def test_what_a_recorded_decision_leaves_out_is_told(prepared, record, part, said):
    record["people"][2] |= {"job_role": "Team manager", "social_work_registered": "yes"}
    record["answers"]["decisions"] = [{name: value for name, value in WHOLE.items() if name != part}]
    assert any(said in gap.what for gap in prepared(record).gaps)


def test_the_decider_has_a_role_and_a_registration(prepared, record):
    record["answers"]["decisions"] = [WHOLE]
    assert [gap.what.partition(" is not")[0].partition(" of ")[0] for gap in prepared(record).gaps] == [
        "the role",
        "it",
    ]
    record["people"][2] |= {"job_role": "Team manager", "social_work_registered": "yes"}
    assert not prepared(record).gaps


def test_that_no_decision_is_recorded_is_said(prepared, record, map_form):
    text = as_text(in_brief(prepared(record), map_form), 80)
    assert "No decision is recorded." in text


def test_in_brief_each_question_stands_once_with_places_and_without_the_words_of_the_record(
    prepared, record, map_form
):
    record["answers"]["dangers"] = [{"ref": f"D{n}", "feared": f"Fear {n}."} for n in range(9)]
    brief = as_text(in_brief(prepared(record), map_form), 200)
    assert brief.count("What is feared?") == 1
    assert "Dangers, row 2; Dangers, row 3; and 6 more" in brief
    assert "Fear 1." not in brief
    assert "(--route section_17)" in brief


def test_in_full_a_route_shows_every_entry_its_caveats_and_what_to_record(prepared, record, map_form):
    record["answers"]["dangers"] = [{"ref": f"D{n}", "feared": f"Fear {n}."} for n in range(9)]
    full = as_text(in_full(prepared(record, "section_17"), map_form), 80)
    assert "Fear 8." in full
    assert "To be recorded if this route is taken" in full
    assert "S2+" in full


def test_an_entry_that_bears_on_two_questions_of_a_route_is_shown_once(read, record, map_form, tmp_path):
    path = tmp_path / "twice.toml"
    again = GUIDE.replace("What is feared?", "What is feared most?").replace("toy/guide", "toy/twice")
    path.write_text(again)
    guides = [load_guide(GuideFile("toy/twice", path))] * 2
    prepared = prepare(read(record), guides, [route("section_17")])
    text = as_text(in_full(prepared, map_form), 100)
    assert text.count("The flat is lost.") == 1
    assert "2 that stand above" in text


FAULTS = {
    "no such route": (
        '["section_17"]',
        '["section_71"]',
        "'section_71' is not known; did you mean 'section_17'",
    ),
    "no such kind": ('["danger"]', '["dangr"]', "'dangr' is not known; did you mean 'danger'"),
    "no such key": ("bears = { whose", "bares = { whose", "there is no key 'bares'; did you mean 'bears'"),
    "no mark": (
        'source = "D for tests"\n\n',
        'source = "for tests"\n\n',
        "begins with how well attested it is",
    ),
    "another name": ('name = "toy/guide"', 'name = "toy/gide"', "name: must be 'toy/guide'"),
    "no question": ('question = "What is feared?"\n', "", "question: a text is needed here"),
    "no TOML": ("[[considerations]]", "[[considerations]", "cannot be read"),
    "events": ("events = true", 'events = "yes"', "events: is true or false"),
    "not a list": ('whose = ["child"]', 'whose = "child"', "whose: a list of texts is needed here"),
}


@pytest.mark.parametrize(("old", "new", "said"), FAULTS.values(), ids=FAULTS)
def test_a_fault_of_a_guide_names_its_place(tmp_path, old, new, said):
    from frameworks_core.errors import UserError

    path = tmp_path / "guide.toml"
    assert old in GUIDE
    path.write_text(GUIDE.replace(old, new, 1))
    with pytest.raises(UserError, match="the guide toy/guide") as raised:
        load_guide(GuideFile("toy/guide", path))
    assert said in str(raised.value)
