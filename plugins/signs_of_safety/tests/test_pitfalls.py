"""The ten signs by which a practitioner sees that whoever built this does not know the model (research notes, E)."""

import ast
import copy
from pathlib import Path

import pytest

from frameworks_core.exchange.conversion import Converter
from frameworks_core.exchange.reading import Reader
from frameworks_core.forms.loading import load_form
from frameworks_core.forms.variants import in_variant
from frameworks_core.testing import document_of
from frameworks_core.testing.plain_words import family_texts
from frameworks_signs_of_safety import (
    FAIRY_WIZARD,
    MAPPING,
    NETWORK_MEETING,
    SAFETY_HOUSE,
    SAFETY_PLAN,
    SUPERVISION,
    THREE_HOUSES,
    WORDS_AND_PICTURES,
    plugin,
)
from frameworks_signs_of_safety.lenses import LENSES

PACKAGE = Path(plugin.__file__).parent
ANOTHER = Path(__file__).parent / "another_record.toml"
MAKES_ONE_NUMBER_OF_MANY = {"sum", "mean", "fmean", "median", "average", "mode"}


@pytest.fixture
def mapping(harper):
    return harper("mapping")


@pytest.fixture
def plan(harper):
    return harper("safety_plan")


@pytest.fixture
def from_elsewhere(installed):
    """A record of another framework brought to the map."""
    source = load_form(ANOTHER)

    def converted(**answers):
        return Converter(source, installed.form(MAPPING)).convert(document_of(source, answers))

    return converted


@pytest.fixture
def look(installed):
    """Lays a lens over a record, and gives its sections by title."""

    def sections(lens, document, form=None):
        assessment = Reader(form or installed.form(document["form"])).read(document)
        (found,) = (known for known in LENSES if known.name == f"signs_of_safety/{lens}")
        return {part.title: part for part in found.analyse(assessment).sections}

    return sections


@pytest.fixture
def codes(check):
    """The codes of everything found in a record that is to be finished."""

    def found(document):
        return {finding.code for finding in check(document, "final")}

    return found


def outcomes(conversion):
    """What became of each answer, by where it stood."""
    return {
        item.source: item.outcome for item in conversion.report.items if item.source.startswith("/answers/")
    }


def test_1_harm_and_danger_merged_into_risks_or_danger_written_as_a_past_incident(
    installed, mapping, codes, convert, from_elsewhere
):
    form = installed.form(MAPPING)
    assert form.fields["harm_entries"].slot.kind == "harm"
    assert form.fields["danger_statements"].slot.kind == "danger"

    told_twice, past, still_to_come = (copy.deepcopy(mapping) for _ in range(3))
    told_twice["answers"]["danger_statements"][0]["feared"] = mapping["answers"]["harm_entries"][1][
        "behaviour"
    ]
    past["answers"]["danger_statements"][0]["feared"] = "On 1 March 2026 he shoved Lukas."
    still_to_come["answers"]["harm_entries"][0]["recent"] = "June 2026"
    assert "SOS205" in codes(told_twice)
    assert "SOS305" in codes(past)
    assert "SOS005" in codes(still_to_come)

    plan = convert(mapping, SAFETY_PLAN).document  # which asks for dangers, and not for harm
    assert len(plan["answers"]["danger_statements"]) == len(mapping["answers"]["danger_statements"])
    merged = from_elsewhere(risks="He may come back. He hit her in March.").document
    assert not {"harm_entries", "danger_statements"} & merged["answers"].keys()


def test_2_strengths_and_safety_as_one_box_or_a_protective_factor_labelled_existing_safety(
    installed, mapping, codes, from_elsewhere
):
    form = installed.form(MAPPING)
    assert form.fields["existing_strengths"].slot.senses == {"strength"}
    assert form.fields["existing_safety"].slot.senses == {"protective"}

    arrived = from_elsewhere(
        protective_factors="Her gran lives near.", strengths="They laugh a lot."
    ).document
    assert "existing_safety" not in arrived["answers"]

    mapping["answers"]["existing_safety"] = [{"did": "Loves her children very much."}]
    assert "SOS012" in codes(mapping)


def test_2_through_the_lenses_no_strength_and_no_protective_factor_becomes_safety(look, mapping):
    form = load_form(ANOTHER)
    document = document_of(
        form, {"protective_factors": "Her gran lives near.", "strengths": "They laugh a lot."}
    )
    sections = look("mapping", document, form)
    assert [title for title, part in sections.items() if part.entries] == [
        "What's working well? Existing strengths: good, and not yet shown to protect"
    ]

    tested = look("strengths_to_test", mapping)
    titles = [title for title, part in tested.items() if part.entries]
    assert {title.split(",")[0].split(":")[0] for title in titles} == {
        "Existing strengths",
        "Existing safety",
    }
    strengths, safety = (
        {
            place.split("/")[2]
            for title in titles
            if title.startswith(start)
            for entry in tested[title].entries
            for place in entry.places
        }
        for start in ("Existing strengths", "Existing safety")
    )
    assert (strengths, safety) == ({"existing_strengths"}, {"existing_safety"})


def test_3_one_number_by_the_worker_alone_averaged_or_inverted_or_used_as_a_threshold(
    mapping, codes, check, convert, from_elsewhere
):
    alone, inverted, threshold = (copy.deepcopy(mapping) for _ in range(3))
    ratings = mapping["answers"]["scale_ratings"]
    alone["answers"]["scale_ratings"] = [row for row in ratings if row["capacity"] == "social_worker"]
    inverted["answers"]["safety_scales"][0]["safe_end"] = "zero"
    threshold["answers"]["threshold_decision"][0]["reasons"] = "Average rating of 4 out of 10."
    assert "SOS004" in codes(alone)
    assert "SOS103" in codes(inverted)
    assert "SOS116" in codes(threshold)

    for path in PACKAGE.rglob("*.py"):
        names = {
            node.id
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Name)
        }
        assert not names & MAKES_ONE_NUMBER_OF_MANY, path.name

    def with_every_rating(number):
        document = copy.deepcopy(mapping)
        for row in document["answers"]["scale_ratings"]:
            row["number"] = number
        return check(document, "final")

    assert {with_every_rating(number) for number in range(11)} == {
        with_every_rating(5)
    }  # low or high: all the same

    carried_on = convert(mapping, SAFETY_PLAN)
    gone = outcomes(carried_on)
    assert {gone[f"/answers/scale_ratings/{n}"] for n in range(len(ratings))} == {"history"}
    assert (
        "scale_ratings" not in from_elsewhere(score=4).document["answers"]
    )  # a score is not put on this scale


def test_3_through_the_lens_each_number_is_its_owner_s_and_low_or_high_nothing_else_changes(look, mapping):
    ratings = mapping["answers"]["scale_ratings"]
    side_by_side = "D1: everybody's number, side by side"
    assert [
        (part.split()[0], int(part.split()[1]))
        for part in look("dangers", mapping)[side_by_side].entries[0].text.split(", ")
    ] == [("Emilija", 5), ("Rasa", 7), ("Daniel", 3), ("Danutė", 6), ("Nadia", 5)]

    def prompts_with_every_rating(number):
        for row in ratings:
            row["number"] = number
        return [(title, part.prompt) for title, part in look("dangers", mapping).items()]

    assert prompts_with_every_rating(0) == prompts_with_every_rating(10)

    mapping["answers"]["scale_ratings"] = [row for row in ratings if row["capacity"] == "social_worker"]
    assert look("dangers", mapping)[side_by_side].prompt.startswith("Only professionals have given a number.")

    form = load_form(ANOTHER)
    scored = look("dangers", document_of(form, {"score": 4}), form)
    assert not [title for title, part in scored.items() if part.entries]  # a score is not put on this scale


def test_4_danger_without_goal_or_scale_goals_that_lead_nowhere_or_are_services(mapping, codes):
    no_goal, no_scale, nowhere, service = (copy.deepcopy(mapping) for _ in range(4))
    no_goal["answers"]["safety_goals"].pop(0)
    no_scale["answers"]["safety_scales"].pop(0)
    nowhere["answers"]["safety_goals"][0]["danger"] = "D7"
    service["answers"]["safety_goals"][0]["difference"] = "Rasa attends a course."
    assert "SOS001" in codes(no_goal)
    assert "SOS002" in codes(no_scale)
    assert "SOS201" in codes(nowhere)
    assert "SOS109" in codes(service)


def test_4_through_the_lens_a_danger_alone_and_a_goal_that_leads_nowhere_stand_out(look, mapping):
    mapping["answers"]["safety_goals"][0]["danger"] = "D7"
    mapping["answers"]["safety_scales"][0]["about"] = "D7"
    sections = look("dangers", mapping)
    assert not sections["D1: its goal"].entries
    assert not sections["D1: the scale"].entries
    assert sections["D1: its goal"].prompt
    assert sections["D1: the scale"].prompt
    assert len(sections["Goals that name a danger which is not here"].entries) == 1
    assert len(sections["Scales about a danger which is not here"].entries) == 1


def test_5_safety_plan_as_a_list_of_professionals_tasks_without_a_network_or_with_one_that_was_never_told(
    plan, codes
):
    tasks, alone, naive = (copy.deepcopy(plan) for _ in range(3))
    for row in tasks["answers"]["safety_plan_rules"]:
        row |= {"who": ["p10"], "back_up": ["p11"], "watched_by": ["a3"]}
    del alone["answers"]["network_members"]
    del naive["answers"]["network_members"][0]["told_on"]
    assert "SOS213" in codes(tasks)
    assert {"SOS113", "SOS013"} <= codes(alone)
    assert "SOS013" in codes(naive)


def test_5_through_the_lens_a_plan_of_professionals_and_a_network_that_was_not_told_stand_out(look, plan):
    for row in (*plan["answers"]["safety_plan_rules"], *plan["answers"]["next_steps"]):
        row |= {"who": ["p10"]}
        row |= {name: ["a3"] for name in ("back_up", "watched_by") if name in row}
    for row in plan["answers"]["network_members"]:
        del row["told_on"]
    sections = look("network", plan)
    assert sections["What only professionals carry"].prompt.startswith("No one in the family or its network")
    assert not sections["In the network, and told the worries"].entries
    assert len(sections["In the network, and not told yet as far as recorded"].entries) == len(
        plan["answers"]["network_members"]
    )


def test_6_only_the_social_worker_types_it_the_family_sees_no_draft_jargon_a_dispute_erased(
    mapping, codes, convert
):
    desk, jargon, smoothed = (copy.deepcopy(mapping) for _ in range(3))
    desk["answers"]["map_contributors"] = [{"who": ["p10"]}]
    del desk["answers"]["drafts_seen"]
    jargon["answers"]["danger_statements"][0]["behaviour"] = "Inappropriate engagement."
    del smoothed["answers"]["danger_statements"][0]["dispute"]
    assert "SOS034" in codes(desk)
    assert "SOS008" in codes(jargon)
    assert "SOS017" in codes(smoothed)

    home = convert(convert(mapping, SAFETY_PLAN).document, MAPPING).document
    assert home["answers"]["danger_statements"] == mapping["answers"]["danger_statements"]


def test_7_the_same_labels_for_early_help_and_for_protection(installed):
    for form_id in (MAPPING, SAFETY_PLAN):
        for code in ("wellbeing", "success"):
            variant = in_variant(installed.form(form_id), code)
            said = [section.title for section in variant.sections] + [
                text for _, text in family_texts(variant)
            ]
            said += [field.label for field in variant] + [field.guidance or "" for field in variant]
            said += [column.label for field in variant for column in field.columns]
            assert not [text for text in said if "danger" in text.casefold()]


def test_8_a_one_off_form_or_three_boxes_with_nothing_underneath(installed, mapping, codes):
    once, boxes = (copy.deepcopy(mapping) for _ in range(2))
    del once["answers"]["next_map_on"]
    del boxes["answers"]["danger_statements"]
    assert "SOS035" in codes(once)
    assert "SOS032" in codes(boxes)
    form = installed.form(MAPPING)
    assert "review" in {code.code for code in form.fields["map_stage"].codes}
    assert form.fields["previous_map_on"].type == "date"
    assert form.fields["scale_ratings"].column("on")  # a new day is a new row


def test_9_three_houses_as_an_adults_summary_in_fixed_order_shared_without_asking_or_a_house_that_gathers_allegations(
    installed, codes
):
    form = installed.form(THREE_HOUSES)
    for house in ("house_good", "house_worries", "house_dreams"):
        field = form.fields[house]
        assert (field.required, field.slot.kind, field.slot.whose) == ("never", "view", "child")
    assert {"house_order", "house_names", "scribe"} <= form.fields.keys()

    seen = document_of(
        form,
        {
            "exact_words": "no",
            "child_tool_permission": [{"who": ["p1"], "child_says": "not_asked", "shown_on": "2026-04-02"}],
        },
    )
    assert {"SOS038", "SOS039"} <= codes(seen)

    house = installed.form(SAFETY_HOUSE)
    assert house.fields["planning_for"].required == "always"
    assert {field.function for field in house.sections[1].fields} == {"support"}
    kinds = {field.slot.kind for field in house if field.slot}
    assert not kinds & {"harm", "danger", "statement"}


def test_10_scoring_boxes_demanding_every_tool_or_putting_supervision_into_the_familys_copy(
    installed, mapping, check, convert
):
    for field_id in (
        "harm_entries",
        "harm_statement",
        "complicating_factors",
        "bottom_lines",
        "best_hopes",
        "ecomap",
    ):
        del mapping["answers"][field_id]
    assert check(mapping, "final") == ()
    for form_id in (MAPPING, SAFETY_PLAN):
        asked = {field.id for field in installed.form(form_id).required}
        drawings = [
            *installed.form(THREE_HOUSES),
            *installed.form(FAIRY_WIZARD),
            *installed.form(SAFETY_HOUSE),
        ]
        assert not asked & {field.id for field in drawings}

    form = installed.form(SUPERVISION)
    session = document_of(
        form,
        {
            "gs_purpose": "I am stuck between the two of them.",
            "gs_drafts": [{"draft": "He will hurt her."}],
            "gs_file_summary": "Held in April; two questions to ask.",
            "appreciative_inquiry_record": "The visit on which we laughed.",
        },
    )
    for target in (MAPPING, SAFETY_PLAN, NETWORK_MEETING, WORDS_AND_PICTURES):
        copy_for_family = (
            convert(session, target, child="p1") if target == WORDS_AND_PICTURES else convert(session, target)
        )
        assert set(outcomes(copy_for_family).values()) == {"withheld"}
        assert "stuck" not in str(copy_for_family.document)
