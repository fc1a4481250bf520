"""The lens of needs and strengths: element by element, in records of any form."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from frameworks_caf import plugin
from frameworks_caf.lenses.elements import DOMAINS
from frameworks_caf.lenses.needs_and_strengths import LENS
from frameworks_core.exchange.reading import Reader
from frameworks_core.forms.blank import blank_document
from frameworks_core.forms.loading import load_form
from frameworks_core.host.registry import load_registry
from frameworks_core.model import Statement

EXAMPLES = Path(__file__).parents[3] / "examples" / "harper_family"
ELEMENTS = {element.label: element for elements in DOMAINS.values() for element in elements}
CAF = load_form(plugin.FORMS / "assessment.toml")


@pytest.fixture(scope="module")
def registry():
    return load_registry()


@pytest.fixture(scope="module")
def read(registry):
    def reading(example):
        document = json.loads((EXAMPLES / f"{example}.json").read_text())
        return Reader(registry.form(document["form"])).read(document)

    return reading


@pytest.fixture
def look():
    """Looks at a CAF with these answers."""

    def looking(**answers):
        return LENS.analyse(Reader(CAF).read({**blank_document(CAF), "answers": answers}))

    return looking


def texts(analysis, title):
    (found,) = (part for part in analysis.sections if part.title == title)
    return [entry.text for entry in found.entries]


def prompt(analysis, beginning):
    return next(part.prompt for part in analysis.sections if part.title.startswith(beginning))


def test_elements_are_those_of_the_form_in_its_order():
    on_the_form = [
        (field.label.removesuffix(": needs"), field.slot.dimensions)
        for field in CAF
        if field.slot and field.slot.kind == "statement" and field.slot.senses == {"need"}
    ]
    assert [(element.label, element.dimensions) for element in ELEMENTS.values()] == on_the_form


def test_a_blank_record_of_any_form_gives_prompts_and_no_entries(registry):
    for form_id in registry.form_ids():
        form = registry.form(form_id)
        analysis = LENS.analyse(Reader(form).read(blank_document(form)))
        assert [part.entries for part in analysis.sections] == [()] * len(DOMAINS)
        asked = " ".join(part.prompt for part in analysis.sections)
        assert not [label for label in ELEMENTS if label not in asked]


def test_strengths_needs_and_how_they_are_known_stand_apart(read):
    analysis = LENS.analyse(read("caf_v3"))
    assert texts(analysis, "The child: Physical development, strengths")[0].startswith("Swam 50 metres")
    assert texts(analysis, "The child: Physical development, needs")[0].startswith("Her glasses")
    assert texts(analysis, "The child: Physical development, how it is known") == ["I sat in on 13 November."]


def test_elements_follow_the_form(read):
    titles = [part.title.rpartition(", ")[0] for part in LENS.analyse(read("caf_v3")).sections]
    order = [f"{domain}: {element.label}" for domain, elements in DOMAINS.items() for element in elements]
    shown = [title for title in dict.fromkeys(titles) if title in order]
    assert shown == [title for title in order if title in shown]
    assert len(shown) > 15


@pytest.mark.parametrize("example", sorted(path.stem for path in EXAMPLES.glob("*.json")))
def test_every_statement_of_every_example_is_shown_once(read, example):
    assessment = read(example)
    places = [
        place
        for part in LENS.analyse(assessment).sections
        for entry in part.entries
        for place in entry.places
    ]
    stated = [answer.pointer for answer in assessment.answers if isinstance(answer.content, Statement)]
    assert sorted(places) == sorted(stated)


def test_a_record_that_splits_elements_otherwise_keeps_what_it_cannot_place_apart(read):
    analysis = LENS.analyse(read("single_assessment"))
    across = texts(analysis, "Across several elements, or outside them")
    assert "Reads beyond Year 5." in across  # education as a whole is five elements of a CAF
    assert texts(
        analysis, "The child: Self-care skills and independence, not sorted into strengths and needs"
    )
    assert any("to which element" in unseen for unseen in analysis.cannot_see)


def test_a_need_that_no_action_names_is_asked_about(read):
    analysis = LENS.analyse(read("single_assessment"))
    title = "Parents and carers: Basic care, ensuring safety and protection, needs"
    assert not prompt(analysis, title)  # a row of the plan names its dimension


def test_an_action_names_a_need_by_its_dimension_its_name_or_its_words(registry):
    # a form that is not ours, with a plan whose rows name dimensions
    form = registry.form(json.loads((EXAMPLES / "single_assessment.json").read_text())["form"])
    needs = {"wider_family.needs": "Nobody if Gran is ill."}
    title = "Family and environment: Wider family, needs"

    def asked(**row):
        document = {**blank_document(form), "answers": {**needs, "plan_rows": [row]}}
        return prompt(LENS.analyse(Reader(form).read(document)), title)

    assert "No action names this." in asked(need="Sleep")
    assert "No action names this." in asked(dimension="health")
    assert not asked(dimension="wider_family")
    assert not asked(need="Wider family: a second person")
    assert not asked(need="nobody if Gran is ill")


def test_where_actions_name_no_needs_that_is_asked_once(read):
    analysis = LENS.analyse(read("caf_v3"))
    assert "No action says which need it answers. Which need has none?" in analysis.questions
    assert not [part for part in analysis.sections if "No action names this" in part.prompt]


def test_needs_without_any_action_are_asked_about(look):
    analysis = look(wider_family_needs="Nobody if Gran is ill.")
    assert "Needs are recorded, and no action. What has been agreed, by whom?" in analysis.questions
    assert "No strength is recorded. What goes well, and who would say so?" in analysis.questions


def test_an_entry_says_who_said_it_and_about_whom(read):
    analysis = LENS.analyse(read("caf_v3"))
    title = "The child: Emotional and social development, not sorted into strengths and needs"
    (entry,) = next(part.entries for part in analysis.sections if part.title == title)
    assert entry.said == "Millbrow Primary School, 2025-11-14, reported; about Emilija"


def test_listing_the_plugin_loads_no_lens():
    loaded = "import sys, frameworks_caf.plugin; print(*sys.modules)"
    names = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout
    assert "frameworks_caf.plugin" in names.split()
    assert "frameworks_caf.lenses" not in names.split()
