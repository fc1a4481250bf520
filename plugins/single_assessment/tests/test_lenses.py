"""What the lenses show of the Harper family's records, and of records that hold nothing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from frameworks_core.exchange.conversion import Converter
from frameworks_core.exchange.reading import Reader
from frameworks_core.forms.blank import blank_document
from frameworks_core.forms.loading import load_form
from frameworks_core.host.registry import load_registry
from frameworks_core.model import (
    Answer,
    Assessment,
    Danger,
    FieldMark,
    Harm,
    NetworkMember,
    Origin,
    Pattern,
    Person,
    SafetyRule,
    SourceRecord,
    Statement,
)
from frameworks_single_assessment import plugin
from frameworks_single_assessment.lenses import LENSES

EXAMPLES = Path(__file__).parents[3] / "examples" / "harper_family"
BY_NAME = {lens.name.partition("/")[2]: lens for lens in LENSES}
FORMS = {file.id: file.path for file in plugin.frameworks_gather()}


def by_name(lens):
    return lens.name.partition("/")[2]


@pytest.fixture(scope="module")
def registry():
    return load_registry()


@pytest.fixture(scope="module")
def read(registry):
    """Reads an example by its name, or a document."""

    def reading(given):
        document = given if isinstance(given, dict) else json.loads((EXAMPLES / f"{given}.json").read_text())
        return Reader(registry.form(document["form"])).read(document)

    return reading


@pytest.fixture(scope="module")
def seen(read):
    """Lays a lens over an example, and gives its sections by title."""

    def looking(lens, example):
        return {part.title: part for part in BY_NAME[lens].analyse(read(example)).sections}

    return looking


def texts(part):
    return [entry.text for entry in part.entries]


@pytest.fixture
def record():
    """Reads a single assessment about Ana and Ben that holds what a test is about."""

    def reading(**parts):
        form = load_form(FORMS["single_assessment/assessment"])
        people = [{"id": "p1", "roles": ["child"], "given_names": "Ana"}]
        people.append({"id": "p2", "roles": ["child"], "given_names": "Ben"})
        return Reader(form).read({**blank_document(form), "people": people, **parts})

    return reading


@pytest.mark.parametrize("lens", LENSES, ids=by_name)
def test_a_blank_record_of_any_form_gives_prompts_and_no_entries(registry, lens):
    for form_id in registry.form_ids():
        form = registry.form(form_id)
        analysis = lens.analyse(Reader(form).read(blank_document(form)))
        assert not [part.title for part in analysis.sections if part.entries]
        assert all(part.prompt for part in analysis.sections)
        assert analysis.sections
        assert analysis.cannot_see


@pytest.mark.parametrize("lens", LENSES, ids=by_name)
@pytest.mark.parametrize("example", sorted(path.stem for path in EXAMPLES.glob("*.json")))
def test_every_entry_says_where_it_stands(read, lens, example):
    document = json.loads((EXAMPLES / f"{example}.json").read_text())
    for part in lens.analyse(read(example)).sections:
        for entry in part.entries:
            assert entry.places
            for place in entry.places:
                at = document
                for step in place.split("/")[1:]:
                    at = at[int(step)] if isinstance(at, list) else at[step]


@pytest.mark.parametrize("lens", LENSES, ids=by_name)
def test_a_lens_asks_and_says_what_it_cannot_see(lens, read):
    analysis = lens.analyse(read("single_assessment"))
    assert lens.questions
    assert all(question.endswith("?") for question in (*lens.questions, *analysis.questions))
    assert analysis.cannot_see


@pytest.mark.parametrize("lens", LENSES, ids=by_name)
def test_no_lens_scores_ranks_or_concludes(lens, read):
    analysis = lens.analyse(read("single_assessment"))
    own_words = [lens.title, *lens.questions, *analysis.questions]
    own_words += [text for part in analysis.sections for text in (part.title, part.prompt)]
    banned = ("score", "total", "high risk", "low risk", "level of", "%", "should be", "recommend")
    assert not [text for text in own_words if any(word in text.lower() for word in banned)]


class TestTriangle:
    def test_sides_stand_in_the_order_of_the_framework(self, seen):
        sides = [title.partition(":")[0] for title in seen("triangle", "single_assessment")]
        assert list(dict.fromkeys(sides)) == [
            "Child's developmental needs",
            "Parenting capacity",
            "Family and environmental factors",
            "Context outside the family",
            "Under no dimension",
        ]

    def test_strengths_and_needs_stand_apart(self, seen):
        sections = seen("triangle", "caf_v3")
        side = "Child's developmental needs: Family and social relationships"
        assert texts(sections[f"{side}, strengths"])[0].startswith("Two steady friends.")
        assert texts(sections[f"{side}, needs"])[0].startswith("Dad's days changed")

    def test_a_text_about_two_dimensions_stands_under_both(self, seen):
        sections = seen("triangle", "caf_v3")
        under = [
            texts(sections[f"Family and environmental factors: {name}, needs"])
            for name in ("Housing", "Income")
        ]
        assert under[0] == under[1]

    def test_a_box_for_a_whole_side_is_shown_once(self, seen):
        sections = seen("triangle", "initial_assessment_2011")
        assert [title for title in sections if title.startswith("Parenting capacity")] == [
            "Parenting capacity: the side as a whole"
        ]

    def test_every_statement_of_every_example_is_shown_somewhere(self, read):
        for path in EXAMPLES.glob("*.json"):
            assessment = read(path.stem)
            shown = {
                place
                for part in BY_NAME["triangle"].analyse(assessment).sections
                for entry in part.entries
                for place in entry.places
            }
            stated = {
                answer.pointer for answer in assessment.answers if isinstance(answer.content, Statement)
            }
            assert not stated - shown

    def test_blank_dimensions_are_asked_about_by_name(self, record):
        sections = BY_NAME["triangle"].analyse(record(answers={"housing.needs": "Damp."})).sections
        prompt = next(
            part.prompt
            for part in sections
            if part.title.startswith("Family and environmental factors: what")
        )
        assert "Employment" in prompt
        assert "Housing" not in prompt

    def test_a_dimension_said_not_to_be_relevant_is_not_asked_about(self, record):
        analysis = BY_NAME["triangle"].analyse(record(answers={"employment.status": "not_relevant"}))
        assert "Employment" not in " ".join(part.prompt for part in analysis.sections)


def rows_of_practice_models(*contents):
    """A record of somebody else's form with these rows: Ana is its subject, Cai her brother."""
    there = SourceRecord(id="(this)", form="other/mapping", version="1", title="Mapping", basis="consent")
    people = (
        Person(id="p1", roles=("child",), given_names="Ana"),
        Person(id="p3", roles=("sibling",), given_names="Cai"),
        Person(id="p5", roles=("parent_carer",), given_names="Dee"),
    )
    answers = tuple(
        Answer(
            pointer=f"/answers/rows/{index}",
            origin=Origin(
                record=there,
                field=FieldMark(id="rows", label="Rows", type="table", slot=None),
                shape="row",
                index=index,
            ),
            value={},
            content=content,
        )
        for index, content in enumerate(contents)
    )
    return Assessment(record=there, about=("p1",), people=people, answers=answers)


class TestRowsOfPracticeModels:
    ROWS = (
        Harm(behaviour="Hit with a belt", children=["p1"]),
        Danger(feared="It happens again", children=["p1"]),
        Statement(text="Dee drinks when alone", senses=frozenset({"complicating"})),
        Statement(text="Rang her mother in time", senses=frozenset({"protective"})),
        NetworkMember(person="p5", job="Rings at seven"),
        SafetyRule(rule="Two adults after dark"),
        Harm(behaviour="Locked out", children=["p3"]),
    )

    def test_each_row_stands_under_its_heading(self):
        analysis = BY_NAME["risk_and_protection"].analyse(rows_of_practice_models(*self.ROWS))
        shown = {part.title: texts(part) for part in analysis.sections if part.entries}
        assert shown == {
            "Ana: harm that has happened": ["behaviour: Hit with a belt; children: Ana"],
            "Ana: what is feared": ["feared: It happens again; children: Ana"],
            "Ana: what adds to the risk, as recorded": ["Dee drinks when alone"],
            "Ana: what protects": [
                "Rang her mother in time",
                "person: Dee; job: Rings at seven",
                "rule: Two adults after dark",
            ],
            "About other children in this record": ["behaviour: Locked out; children: Cai"],
        }

    def test_harm_has_happened_and_danger_is_the_outlook(self):
        analysis = BY_NAME["happened_impact_outlook"].analyse(rows_of_practice_models(*self.ROWS))
        shown = {part.title: texts(part) for part in analysis.sections if part.entries}
        assert shown == {
            "What has happened": [
                "behaviour: Hit with a belt; children: Ana",
                "behaviour: Locked out; children: Cai",
            ],
            "The outlook for Ana": ["feared: It happens again; children: Ana"],
        }

    def test_rules_that_were_tried_show_what_came_of_them(self):
        tried = SafetyRule(rule="Two adults after dark", tested="2 May", result="Held")
        analysis = BY_NAME["capacity_to_change"].analyse(rows_of_practice_models(*self.ROWS, tried))
        shown = {part.title: texts(part) for part in analysis.sections if part.entries}
        assert shown == {"What came of plans": ["rule: Two adults after dark; tested: 2 May; result: Held"]}

    def test_patterns_stand_beside_the_chronology(self):
        pattern = Pattern(sequence="He shouts, she leaves")
        analysis = BY_NAME["chronology_pattern"].analyse(rows_of_practice_models(pattern))
        shown = {part.title: texts(part) for part in analysis.sections if part.entries}
        assert shown == {"Patterns, as recorded": ["sequence: He shouts, she leaves"]}


class TestRiskAndProtection:
    def test_each_child_has_all_headings_before_the_next_child(self, seen):
        titles = list(seen("risk_and_protection", "single_assessment"))
        assert [title.partition(":")[0] for title in titles[:10]] == ["Emilija"] * 5 + ["Jonas"] * 5
        assert [title.partition(": ")[2] for title in titles[:5]] == [
            "harm that has happened",
            "what is feared",
            "what adds to the risk, as recorded",
            "what protects",
            "strengths not shown to protect",
        ]

    def test_what_is_said_of_one_child_is_not_said_of_the_other(self, seen):
        sections = seen("risk_and_protection", "single_assessment")
        assert texts(sections["Emilija: what is feared"]) == [
            "Fear, not injury. Certain if he returns, from 12 May."
        ]
        assert texts(sections["Jonas: what is feared"]) == ["The same, with fewer words."]

    def test_a_row_about_one_child_stands_with_that_child(self, record):
        rows = [{"factor": "The road", "about": ["p1"]}, {"factor": "The dog"}]
        sections = BY_NAME["risk_and_protection"].analyse(record(answers={"risk_factors": rows})).sections
        adding = {part.title: len(part.entries) for part in sections if "adds" in part.title}
        assert list(adding.values()) == [2, 1]

    def test_a_strength_is_not_shown_as_protection(self, seen):
        sections = seen("risk_and_protection", "caf_v3")
        assert not sections["Emilija: what protects"].entries
        assert "Who has kept Emilija safe so far" in sections["Emilija: what protects"].prompt
        assert sections["Emilija: strengths not shown to protect"].entries

    def test_protection_is_asked_whether_it_held(self, seen):
        sections = seen("risk_and_protection", "single_assessment")
        assert "tested: no" in texts(sections["Jonas: what protects"])[1]
        assert "held while the danger was there" in sections["Jonas: what protects"].prompt

    def test_difficulties_of_parents_stand_under_their_names(self, seen):
        sections = seen("risk_and_protection", "single_assessment")
        assert texts(sections["Domestic abuse"])[0].startswith("Chose who visited")
        assert sections["A parent's mental health"].entries
        assert "A parent's use of alcohol or drugs" not in sections


class TestHappenedImpactOutlook:
    def test_the_three_parts_stand_in_order_and_child_by_child(self, seen):
        assert list(seen("happened_impact_outlook", "single_assessment")) == [
            "What has happened",
            "What it means for Emilija",
            "The outlook for Emilija",
            "What it means for Jonas",
            "The outlook for Jonas",
            "What else the record concludes",
        ]

    def test_each_part_holds_what_the_record_says_of_it(self, seen):
        sections = seen("happened_impact_outlook", "single_assessment")
        assert "For a year a man controlled" in texts(sections["What has happened"])[-1]
        assert "At nine she should forget grown-ups" in texts(sections["What it means for Emilija"])[-1]
        assert "She will be praised for coping" in texts(sections["The outlook for Emilija"])[0]

    def test_the_childs_own_words_are_part_of_what_it_means(self, seen):
        sections = seen("happened_impact_outlook", "single_assessment")
        assert texts(sections["What it means for Jonas"])[0].startswith('"Bang no."')

    def test_conclusions_of_another_form_are_not_sorted_by_the_lens(self, seen):
        sections = seen("happened_impact_outlook", "caf_v3")
        assert sections["The outlook for Emilija"].prompt.startswith("What will happen for Emilija")
        assert any(
            text.startswith("Rasa got four people out")
            for text in texts(sections["What else the record concludes"])
        )


class TestCapacityToChange:
    def test_stages_follow_the_method(self, seen):
        assert list(seen("capacity_to_change", "single_assessment")) == [
            "What has to change",
            "Where it began",
            "What has been tried, with which support",
            "What helps and what stands in the way",
            "What has been observed",
            "What is thought of it, and the child's time",
            "Help given before and now",
            "What came of plans",
        ]

    def test_an_observation_says_of_what_and_whose(self, seen):
        observed = seen("capacity_to_change", "single_assessment")["What has been observed"].entries
        assert [(entry.text, entry.said) for entry in observed] == [
            ("8, 15, 30 March: handed over", "on: Rasa does not answer Scott; Rasa")
        ]

    def test_observations_without_a_date_are_asked_about(self, record):
        asked = "Some observations hold no date"
        rows = [{"behaviour": "Up in time", "observed": "Much better lately"}]
        undated = BY_NAME["capacity_to_change"].analyse(record(answers={"capacity_to_change": rows}))
        rows = [{"behaviour": "Up in time", "observed": "Up on 3 and 9 May"}]
        dated = BY_NAME["capacity_to_change"].analyse(record(answers={"capacity_to_change": rows}))
        assert any(asked in question for question in undated.questions)
        assert not any(asked in question for question in dated.questions)

    def test_a_form_without_a_place_for_change_is_said_to_have_none(self, read):
        analysis = BY_NAME["capacity_to_change"].analyse(read("caf_v3"))
        assert any("behaviour by behaviour" in unseen for unseen in analysis.cannot_see)

    def test_progress_of_a_plan_is_shown(self, seen):
        assert seen("capacity_to_change", "delivery_plan")["What came of plans"].entries


class TestChronologyPattern:
    def test_events_stand_in_the_order_in_which_they_happened(self, record):
        events = [
            {"id": "e1", "on": "2026-03-04", "what": "third"},
            {"id": "e2", "on": "2019", "what": "first"},
            {"id": "e3", "on": "2026-03", "what": "second"},
        ]
        order = BY_NAME["chronology_pattern"].analyse(record(chronology=events)).sections[0]
        assert [(entry.text, entry.places) for entry in order.entries] == [
            ("first", ("/chronology/1",)),
            ("second", ("/chronology/2",)),
            ("third", ("/chronology/0",)),
        ]

    def test_dates_stay_as_exact_as_they_were_given(self, record):
        events = [
            {"id": "e1", "on": "2019", "what": "Moved"},
            {"id": "e2", "on": "2026-03-04", "what": "Fell", "precision": "approximate"},
        ]
        order = BY_NAME["chronology_pattern"].analyse(record(chronology=events)).sections[0]
        assert [entry.said for entry in order.entries] == ["2019", "about 2026-03-04"]

    def test_long_stretches_are_shown_as_dates_only(self, seen):
        gaps = seen("chronology_pattern", "single_assessment")["Half a year or more without an event"]
        assert texts(gaps) == ["2011 to 2022-04", "2022-04 to 2024-05"]

    def test_a_year_reaches_to_its_end(self, record):
        events = [
            {"id": "e1", "on": "2025", "what": "Moved"},
            {"id": "e2", "on": "2025-02-01", "what": "Fell"},
            {"id": "e3", "on": "2026-03-01", "what": "Broke an arm"},
        ]
        titles = [
            part.title for part in BY_NAME["chronology_pattern"].analyse(record(chronology=events)).sections
        ]
        assert "Half a year or more without an event" not in titles

    def test_clusters_are_shown_as_dates_only(self, seen):
        clusters = seen("chronology_pattern", "single_assessment")["Three or more events within thirty days"]
        assert texts(clusters) == ["2026-02-25, 2026-03-01, 2026-03-20, 2026-03-25"]
        assert clusters.entries[0].places == tuple(f"/chronology/{index}" for index in (8, 9, 10, 11))

    def test_the_day_of_writing_stands_apart_from_the_day_it_happened(self, record):
        events = [
            {"id": "e1", "on": "2026-03-01", "what": "Fell", "recorded": "2026-03-11"},
            {"id": "e2", "on": "2026-02", "what": "Moved", "recorded": "2026-03-11"},
        ]
        sections = BY_NAME["chronology_pattern"].analyse(record(chronology=events)).sections
        written = next(part for part in sections if part.title.startswith("From the event"))
        assert texts(written) == [
            "2026-02: written down 2026-03-11",
            "2026-03-01: written down 2026-03-11, 10 days later",
        ]

    def test_good_things_are_shown_and_missed(self, seen, record):
        good = seen("chronology_pattern", "single_assessment")["Good things"]
        assert "Jonas joined three words, in each language." in texts(good)
        bad = [{"id": "e1", "on": "2019", "what": "Moved"}]
        sections = BY_NAME["chronology_pattern"].analyse(record(chronology=bad)).sections
        assert "What went well" in next(part.prompt for part in sections if part.title == "Good things")

    def test_a_child_whom_no_event_names_is_asked_about(self, record):
        events = [{"id": "e1", "on": "2019", "what": "Moved", "affects": ["p1"]}]
        questions = BY_NAME["chronology_pattern"].analyse(record(chronology=events)).questions
        assert [question for question in questions if "Ben" in question]
        assert not [question for question in questions if "Ana" in question]

    def test_a_date_that_is_none_is_no_crash(self, record):
        events = [{"id": "e1", "on": "2026-13-45", "what": "Moved", "recorded": "soon"}]
        assert BY_NAME["chronology_pattern"].analyse(record(chronology=events)).sections[0].entries


def test_an_answer_from_an_earlier_record_says_so(registry, read):
    core = registry.form("single_assessment/core")
    document = json.loads((EXAMPLES / "caf_v3.json").read_text())
    converted = Converter(registry.form(document["form"]), core).convert(document)
    analysis = BY_NAME["triangle"].analyse(read(converted.document))
    told = [entry.said for part in analysis.sections for entry in part.entries]
    assert told
    assert all("from Common Assessment Framework form, 2025-11-" in said for said in told)


def test_listing_the_plugin_loads_no_lenses():
    loaded = "import sys, frameworks_single_assessment.plugin; print(*sys.modules)"
    names = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout
    assert "frameworks_single_assessment.plugin" in names.split()
    assert "frameworks_single_assessment.lenses" not in names.split()
