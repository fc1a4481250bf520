"""What changed between two documents, and the laws that hold for any two."""

import copy
from collections import Counter

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from frameworks_core.checks.differences import differences
from frameworks_core.checks.reporting.differences_text import differences_as_json, differences_as_text
from frameworks_core.checks.structure import Structure


@pytest.fixture
def new(document):
    return copy.deepcopy(document)


@pytest.fixture
def found(form, document, new):
    """Differences between the document and what a test made of `new`, as (place, kind)."""
    return lambda: [(one.place, one.kind) for one in differences(form, document, new)]


def test_a_document_does_not_differ_from_itself(found):
    assert found() == []


def test_a_missing_list_is_an_empty_one_and_the_order_of_keys_means_nothing(document, found, new):
    new["carried"] = []
    new["people"] = [dict(reversed(person.items())) for person in new["people"]]
    del new["relationships"]
    document["relationships"] = []
    assert found() == []


def test_what_stands_at_the_top_of_the_document(found, new):
    new["status"] = "final"
    new["about"] = ["p1", "p2"]
    new["recorded"]["on"] = "2026-03-09"
    assert found() == [
        ("Status", "changed"),
        ("Children this is about", "added"),
        ("Recorded, on which day", "changed"),
    ]


def test_choices_are_shown_by_their_labels(form, document, new):
    new["answers"] |= {"from_whom": "1A", "topics": ["sleep", "food"]}
    first, second = differences(form, document, new)
    assert (first.at, first.old, first.new) == ("/answers/from_whom", "School", "A parent")
    assert (second.old, second.new) == (["Sleeping well"], ["Sleeping well", "Eating well"])


def test_an_entry_put_in_front_is_one_difference(found, new):
    new["answers"]["health.needs"]["p1"].insert(0, {"text": "A dentist"})
    assert found() == [("Health: needs, for p1, entry 1", "added")]


def test_entries_are_known_again_by_their_text(found, new):
    glasses, sleep = new["answers"]["health.needs"]["p1"]
    new["answers"]["health.needs"]["p1"] = [sleep, {**glasses, "source": "p4", "basis": "reported"}]
    places = found()
    assert ("Health: needs, for p1, entry 2, source", "changed") in places
    assert ("Health: needs, for p1, entry 2, basis", "added") in places
    assert [kind for _, kind in places].count("moved") == 1


def test_an_entry_that_was_rewritten_is_changed(form, document, new):
    new["answers"]["health.needs"]["p1"][1]["text"] = "Sleep, and dreams"
    (one,) = differences(form, document, new)
    assert (one.kind, one.place) == ("changed", "Health: needs, for p1, entry 2")
    assert (one.at, one.old, one.new) == ("/answers/health.needs/p1/1/text", "Sleep", "Sleep, and dreams")


def test_a_text_that_was_given_its_source_keeps_its_text(found, new):
    new["answers"]["story"] = [{"text": "A quiet winter.", "source": "p3"}]
    assert found() == [("What happened, entry 1, source", "added")]


def test_a_text_that_became_a_bare_entry_differs_in_shape(found, new):
    new["answers"]["story"] = [{"text": "A quiet winter."}]
    assert found() == [("What happened", "changed")]


def test_answers_are_compared_child_by_child(found, new):
    new["answers"]["health.needs"]["p2"] = "Vitamins"
    new["answers"]["first_words"] = {"p1": "Bird"}
    assert found() == [("First words, for p1", "added"), ("Health: needs, for p2", "added")]


def test_one_answer_for_all_children_instead_of_one_for_each(found, new):
    new["answers"]["health.needs"] = "The same for both."
    assert found() == [("Health: needs", "changed")]


def test_a_changed_row_names_its_columns(form, document, new):
    new["answers"]["plan"][0] |= {"done": "yes", "who": ["p3", "p4"]}
    del new["answers"]["plan"][0]["by_when"]
    assert [(one.place, one.kind, one.old, one.new) for one in differences(form, document, new)] == [
        ("Agreed actions, row 1, Who", "changed", ["p3"], ["p3", "p4"]),
        ("Agreed actions, row 1, By when", "removed", "2026-04-01", None),
        ("Agreed actions, row 1, Done", "changed", "No", "Yes"),
    ]


def test_a_row_is_known_again_by_its_first_cell(found, new):
    eye_test, night_light = new["answers"]["plan"]
    new["answers"]["plan"] = [{"what": "Library card"}, {**eye_test, "done": "yes"}, night_light]
    assert found() == [("Agreed actions, row 1", "added"), ("Agreed actions, row 2, Done", "changed")]


def test_what_nothing_matches_is_matched_by_position(found, new):
    new["answers"]["plan"][1] = {"what": "Blackout curtains", "who": ["p4"]}
    assert found() == [("Agreed actions, row 2, What will be done", "changed")]


def test_what_stands_on_the_other_side_of_a_neighbour_is_not_the_same(found, new):
    new["answers"]["plan"] = [new["answers"]["plan"][1], {"what": "Blackout curtains"}]
    assert found() == [("Agreed actions, row 1", "removed"), ("Agreed actions, row 2", "added")]


def test_people_agencies_and_events_are_known_again_by_id(found, new):
    new["people"][2] |= {"phone": "01632 960000"}
    del new["people"][3]
    new["agencies"] = [{"id": "a2", "name": "Surgery"}]
    new["chronology"].reverse()
    new["chronology"][1]["on"] = "2024-05"
    places = found()
    assert places[:4] == [
        ("People, p3, phone", "added"),
        ("People, p4", "removed"),
        ("Agencies, a1", "removed"),
        ("Agencies, a2", "added"),
    ]
    assert ("Chronology, e1, when it happened", "changed") in places
    assert [kind for _, kind in places].count("moved") == 1


def test_shared_code_lists_are_shown_by_their_labels_too(form, document, new):
    new["people"][1]["sex"] = "F"
    (one,) = differences(form, document, new)
    assert "U" not in {one.old, one.new}
    assert one.place == "People, p2, sex"


def test_relationships_are_known_again_by_whom_they_join(found, new):
    new["relationships"] = [
        {"from": "p3", "to": "p2", "kind": "mother"},
        {"from": "p3", "to": "p1", "kind": "carer"},
    ]
    assert found() == [("Family map, p3 to p2", "added"), ("Family map, p3 to p1, how related", "changed")]


def test_what_conversion_brought_along_is_compared(found, new):
    place = {"from": "r1", "field": "x", "shape": "value"}
    new["carried"] = [{**place, "class": "carried", "value": "A cat"}]
    new["history"] = [{**place, "label": "Decision", "value": "No"}]
    assert found() == [("Carried, row 1", "added"), ("History, row 1", "added")]


def test_an_answer_of_an_older_version_of_the_form_is_not_overlooked(found, document):
    document["answers"]["gone_question"] = "Yes"
    assert found() == [("answer 'gone_question'", "removed")]


def test_the_text_stands_by_section_and_shows_no_words_of_anybody(form, document, new):
    new["status"] = "final"
    new["people"][0]["given_names"] = "Jenny"
    new["answers"]["health.needs"]["p1"][1]["text"] = "Quiet nights"
    new["answers"]["seen_on"] = "2026-03-03"
    assert differences_as_text(form, differences(form, document, new), 80) == (
        "The document\n"
        "  Status: changed\n"
        "\n"
        "People, agencies and chronology\n"
        "  People, p1, given names: changed\n"
        "\n"
        "Needs and strengths\n"
        "  Health: needs, for p1, entry 2: changed\n"
        "  Seen on: changed\n"
        "\n"
        "In all: 4 changed\n"
    )


def test_with_values_the_old_and_the_new_words_are_shown(form, document, new):
    new["answers"]["story"] = "A quiet winter.\n\nAnd a\x1b[2J loud spring."
    new["answers"]["plan"].append({"what": "Library card", "who": ["p3", "p4"], "done": "yes"})
    text = differences_as_text(form, differences(form, document, new), 80, show_values=True)
    assert text == (
        "Needs and strengths\n"
        "  What happened: changed\n"
        "    - A quiet winter.\n"
        "    + A quiet winter.\n"
        "    +\n"
        "    + And a\u2039U+001B\u203a[2J loud spring.\n"
        "  Agreed actions, row 3: added\n"
        "    + What will be done: Library card\n"
        "    + Who: p3, p4\n"
        "    + Done: Yes\n"
        "\n"
        "In all: 1 added, 1 changed\n"
    )


def test_a_moved_entry_says_where_it_stood(form, document, new):
    new["answers"]["plan"].reverse()
    text = differences_as_text(form, differences(form, document, new), 80, show_values=True)
    assert text.splitlines()[1] in {
        "  Agreed actions, row 1: moved, was number 2",
        "  Agreed actions, row 2: moved, was number 1",
    }
    assert "Eye test" not in text


def test_equal_documents_have_no_differences_to_show(form):
    assert differences_as_text(form, (), 80) == "No differences.\n"
    assert differences_as_json(()) == {
        "differences": [],
        "counts": {"added": 0, "removed": 0, "changed": 0, "moved": 0},
    }


def test_the_json_holds_values_only_when_asked(form, document, new):
    new["answers"]["from_whom"] = "1A"
    changes = differences(form, document, new)
    where = {"kind": "changed", "at": "/answers/from_whom", "place": "Who asked for the visit"}
    assert differences_as_json(changes)["differences"] == [where]
    shown = differences_as_json(changes, show_values=True)["differences"]
    assert shown == [{**where, "old": "School", "new": "A parent"}]


# Laws over generated documents. Few words and ids, so that two documents often share some.

words = st.sampled_from(["Glasses", "Sleep", "Friends", "A quiet winter."])
people_ids = st.sampled_from(["p1", "p2", "p3"])
entries = st.lists(
    st.fixed_dictionaries(
        {"text": words}, optional={"source": people_ids, "basis": st.sampled_from(["observed", "reported"])}
    ),
    min_size=1,
    max_size=4,
)
narratives = words | entries
cells = {
    "what": words,
    "who": st.lists(people_ids, min_size=1, unique=True),
    "done": st.sampled_from(["yes", "no"]),
}
rows = st.fixed_dictionaries({}, optional=cells).filter(bool)
answers = st.fixed_dictionaries(
    {},
    optional={
        "health.needs": narratives | st.dictionaries(people_ids, narratives, min_size=1),
        "story": narratives,
        "from_whom": st.sampled_from(["1A", "2A"]),
        "topics": st.lists(st.sampled_from(["sleep", "food"]), min_size=1, unique=True),
        "worry": st.integers(0, 3) | st.sampled_from([1.0, 2.5]),
        "plan": st.lists(rows, min_size=1, max_size=4),
    },
)
people = st.lists(
    st.fixed_dictionaries(
        {"id": people_ids, "roles": st.just(["child"])},
        optional={"sex": st.sampled_from(["M", "F"]), "note": words},
    ),
    max_size=3,
    unique_by=lambda person: person["id"],
)
relationships = st.lists(
    st.fixed_dictionaries(
        {"from": people_ids, "to": people_ids, "kind": st.sampled_from(["mother", "aunt"])},
        optional={"detail": words},
    ),
    max_size=3,
)
carried = st.lists(
    st.fixed_dictionaries(
        {
            "from": st.just("r1"),
            "field": st.sampled_from(["x", "y"]),
            "shape": st.just("value"),
            "class": st.sampled_from(["carried", "needs_sorting"]),
            "value": words | st.just({"what": "Glasses"}),
        },
        optional={"candidates": st.lists(words, unique=True)},
    ),
    max_size=3,
)
provenance = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.sampled_from(["r1", "r2"]),
            "form": st.just("toy/visit"),
            "version": st.sampled_from(["1", "2"]),
            "title": st.just("Visit record"),
            "basis": st.just("consent"),
            "fields": st.just({}),
            "placed": st.just([]),
        },
        optional={"events": st.lists(st.just("e1"), max_size=1)},
    ),
    max_size=2,
    unique_by=lambda record: record["id"],
)
documents = st.fixed_dictionaries(
    {
        "form": st.just("toy/visit"),
        "version": st.just("1"),
        "status": st.sampled_from(["draft", "final"]),
        "people": people,
        "answers": answers,
    },
    optional={
        "invented": st.booleans(),
        "about": st.lists(people_ids, min_size=1, unique=True),
        "recorded": st.fixed_dictionaries({}, optional={"by": people_ids, "on": st.just("2026-03-02")}),
        "relationships": relationships,
        "carried": carried,
        "provenance": provenance,
    },
)


def mixed(old, other, taken, answers_taken):
    """A copy of `old` in which some parts are those of `other`, or missing where `other` has none."""
    new = copy.deepcopy(old)
    for mine, theirs, names in ((new, other, taken), (new["answers"], other["answers"], answers_taken)):
        for name in names:
            if name in theirs:
                mine[name] = copy.deepcopy(theirs[name])
            else:
                mine.pop(name, None)
    return old, new


pairs = st.builds(
    mixed,
    documents,
    documents,
    st.sets(st.sampled_from(["status", "people", "relationships", "carried", "provenance", "about"])),
    st.sets(st.sampled_from(["health.needs", "story", "topics", "worry", "plan"])),
)


def law(test):
    """A law for any two documents; a slow computer does not break it."""
    return settings(deadline=None)(given(pairs)(test))


def without_empty(document):
    """The document with missing and empty written alike."""
    return {
        name: [without_empty(item) if isinstance(item, dict) else item for item in value]
        if isinstance(value, list)
        else value
        for name, value in document.items()
        if value not in ([], {})
    }


@pytest.fixture(scope="module")
def structure(form):
    return Structure(form)


@law
def test_the_generated_documents_have_the_shape_of_the_form(structure, pair):
    assert [structure.findings(document) for document in pair] == [(), ()]


@law
def test_there_are_no_differences_exactly_between_equal_documents(form, pair):
    old, new = pair
    assert (differences(form, old, new) == ()) == (without_empty(old) == without_empty(new))


@law
def test_empty_and_missing_are_alike_at_every_depth(form, pair):
    old, _ = pair
    assert differences(form, old, without_empty(old)) == ()
    assert differences(form, without_empty(old), old) == ()


@law
def test_swapping_the_documents_swaps_what_was_added_and_what_was_removed(form, pair):
    old, new = pair
    there, back = (
        [one for one in differences(form, *both) if one.kind != "moved"] for both in ((old, new), (new, old))
    )
    opposite = {"added": "removed", "removed": "added", "changed": "changed"}
    assert Counter((one.kind, one.at, str(one.old), str(one.new), one.was_at) for one in there) == Counter(
        (
            opposite[one.kind],
            one.was_at or one.at,
            str(one.new),
            str(one.old),
            one.at if one.kind == "changed" else None,
        )
        for one in back
    )


@law
def test_as_many_entries_moved_one_way_as_the_other(form, pair):
    old, new = pair
    there, back = (
        sum(one.kind == "moved" for one in differences(form, *both)) for both in ((old, new), (new, old))
    )
    assert there == back


@law
def test_comparing_changes_neither_document(form, pair):
    old, new = pair
    before = copy.deepcopy(pair)
    differences(form, old, new)
    assert pair == before


@law
def test_no_word_of_an_answer_is_shown_unasked(form, pair):
    old, new = pair
    changes = differences(form, old, new)
    shown = differences_as_text(form, changes, 80) + str(differences_as_json(changes))
    for word in ("Glasses", "Sleep", "Friends", "winter"):
        assert word not in shown


@law
def test_every_place_can_be_found_where_it_is_said_to_be(form, pair):
    old, new = pair
    for one in differences(form, old, new):
        value = old if one.kind == "removed" else new
        for step in one.at.split("/")[1:]:
            value = value[int(step)] if isinstance(value, list) else value[step]
