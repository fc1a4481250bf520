"""What the lenses show of the Harper family's records, of records of other frameworks, and of records that hold nothing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from frameworks_core.exchange.reading import Reader
from frameworks_core.testing import blank_document
from frameworks_reclaiming_social_work import CASE_SUMMARY, HYPOTHESES
from frameworks_reclaiming_social_work.lenses import LENSES

EXAMPLES = Path(__file__).parents[3] / "examples" / "harper_family"
EVERY_EXAMPLE = sorted(path.stem for path in EXAMPLES.glob("*.json"))
OTHER_FRAMEWORKS = [name for name in EVERY_EXAMPLE if not name.startswith("reclaiming")]
BY_NAME = {lens.name.partition("/")[2]: lens for lens in LENSES}
SUMMARY = "reclaiming_social_work_case_summary"
LIST = "reclaiming_social_work_hypotheses"


def by_name(lens):
    return lens.name.partition("/")[2]


def example(name):
    return json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))


def form_of(name):
    return example(name)["form"]


@pytest.fixture
def analysed(installed):
    """Lays a lens over a document, or over an example by its name."""

    def look(lens, given):
        document = example(given) if isinstance(given, str) else given
        return BY_NAME[lens].analyse(Reader(installed.form(document["form"])).read(document))

    return look


@pytest.fixture
def seen(analysed):
    """The sections that a lens shows, by title."""
    return lambda lens, given: {part.title: part for part in analysed(lens, given).sections}


@pytest.fixture
def summary(installed):
    """A case summary about Ana with these answers, people and relationships."""

    def make(people=(), relationships=(), **answers):
        blank = blank_document(installed.form(CASE_SUMMARY))
        ana = {"id": "p1", "roles": ["child"], "given_names": "Ana"}
        return {**blank, "people": [ana, *people], "relationships": list(relationships), "answers": answers}

    return make


def texts(part):
    return [entry.text for entry in part.entries]


def every_text(analysis):
    return [entry.text for part in analysis.sections for entry in part.entries]


@pytest.mark.parametrize("lens", LENSES, ids=by_name)
def test_a_blank_record_of_any_form_gives_prompts_and_no_entries(installed, lens):
    for form_id in installed.form_ids():
        form = installed.form(form_id)
        analysis = lens.analyse(Reader(form).read(blank_document(form)))
        assert analysis.sections
        assert not [part.title for part in analysis.sections if part.entries], form_id
        assert all(part.prompt for part in analysis.sections), form_id
        assert analysis.cannot_see


@pytest.mark.parametrize("lens", LENSES, ids=by_name)
@pytest.mark.parametrize("name", EVERY_EXAMPLE)
def test_every_entry_says_where_it_stands(analysed, lens, name):
    document = example(name)
    for part in analysed(by_name(lens), name).sections:
        for entry in part.entries:
            assert entry.places
            for place in entry.places:
                at = document
                for step in place.split("/")[1:]:
                    at = at[int(step)] if isinstance(at, list) else at[step]


@pytest.mark.parametrize("lens", LENSES, ids=by_name)
def test_a_lens_asks_and_neither_scores_nor_concludes(analysed, lens):
    assert all(question.endswith(("?", "blame.")) for question in lens.questions)
    for name in EVERY_EXAMPLE:
        analysis = analysed(by_name(lens), name)
        own = [lens.title, *lens.questions, *analysis.questions, *analysis.cannot_see]
        own += [text for part in analysis.sections for text in (part.title, part.prompt)]
        banned = ("score", "total", "high risk", "low risk", "level of", "%", "should", "recommend")
        assert not [text for text in own if any(word in text.lower() for word in banned)]


class TestHypotheses:
    @pytest.mark.parametrize("name", OTHER_FRAMEWORKS)
    def test_nothing_in_a_record_of_another_framework_becomes_a_hypothesis(self, analysed, name):
        analysis = analysed("hypotheses", name)
        assert not every_text(analysis)
        assert "No hypothesis is recorded" in analysis.sections[0].prompt
        assert any("needs, risks and conclusions stay what they are" in one for one in analysis.cannot_see)

    def test_every_idea_of_the_list_stands_with_its_label_day_and_status(self, seen):
        titles = [title for title in seen("hypotheses", LIST) if title.startswith("Hypothesis")]
        assert titles == [
            "Hypothesis H2: active",
            "Hypothesis H3: active",
            "Hypothesis H4: active",
            "Hypothesis H5: less useful",
            "Hypothesis H1: set aside, kept with its history",
        ]
        for title in titles:
            first = seen("hypotheses", LIST)[title].entries[0].text
            assert first.startswith(f"{title.partition(':')[0]} of 2026-0")

    def test_an_idea_shows_whom_it_takes_in_what_fits_what_does_not_what_was_asked_and_what_came_back(
        self, seen
    ):
        lines = texts(seen("hypotheses", LIST)["Hypothesis H2: active"])
        assert lines[1] == "Takes in: Rasa, Scott, Emilija, unborn baby of Rasa Harper, Nadia"
        assert lines[3].startswith('What fits: "When he waits he is worse."')
        assert lines[4].startswith("What does not fit: She has been silent")
        assert lines[6].startswith("To talk about with Rasa: When he waits, what do you do")
        assert lines[7].startswith('What came back from Rasa: "I answered because')
        assert lines[8].startswith("What we now make of the idea: More useful than before")

    def test_what_came_of_an_idea_that_was_set_aside_is_kept(self, seen):
        lines = texts(seen("hypotheses", LIST)["Hypothesis H1: set aside, kept with its history"])
        assert [line for line in lines if line.startswith("History: 2026-03-19, set aside: Asked what she")]
        unsaid = seen("hypotheses", SUMMARY)["Hypothesis H1: set aside, kept with its history"]
        assert unsaid.prompt == "Why was it set aside, and when?"

    def test_what_is_being_tried_out_in_the_plan_stands_with_its_idea(self, seen, summary):
        part = seen("hypotheses", LIST)["Hypothesis H3: active"]
        assert "Tried out in what is done: Rasa sits by the front door" in " ".join(texts(part))
        tried = {"hypothesis": "H1", "intervention": "We ring once"}
        idea = {"ref": "H1", "idea": "We ring and she hides", "status": "active"}
        silent = seen("hypotheses", summary(hypotheses=[idea], intervention_links=[tried]))[
            "Active, and no conversation is planned"
        ]
        assert silent.entries[0].said == "tried out in what is done"

    def test_one_idea_alone_asks_for_another(self, seen, summary):
        idea = {"ref": "H1", "idea": "We ring and she hides", "status": "active"}
        other = {"ref": "H2", "idea": "He rings and she hides", "status": "active"}
        gone = {**other, "status": "set_aside"}
        asked = seen("hypotheses", summary(hypotheses=[idea, gone]))["Another idea"].prompt
        assert asked.startswith("Only one idea is being tried")
        assert seen("hypotheses", summary(hypotheses=[gone]))["Another idea"].prompt.startswith("No idea is")
        assert "Another idea" not in seen("hypotheses", summary(hypotheses=[idea, other]))

    def test_a_conversation_or_a_change_about_an_idea_kept_elsewhere_says_so(self, seen, summary):
        talk = {"hypothesis": "H9", "with_whom": ["p1"], "question": "Who noticed first?"}
        loose = "Tied to no hypothesis in this record"
        assert seen("hypotheses", summary(planned_conversations=[talk]))[loose].entries[0].said == "names H9"
        plan = seen("hypotheses", "reclaiming_social_work_intervention_plan")
        assert [entry.said for entry in plan[loose].entries] == ["names H2", "names H3", "names H4"]

    def test_a_new_conversation_may_name_an_idea_that_was_taken_over(self, seen, convert):
        away = convert(example(LIST), form_of("single_assessment"), child="p1").document
        back = convert(away, HYPOTHESES).document
        talk = {"hypothesis": "H4", "with_whom": ["p6"], "question": "And who hears last?"}
        back["answers"]["planned_conversations"].append(talk)
        shown = seen("hypotheses", back)
        assert "To talk about with Daniel: And who hears last?" in texts(shown["Hypothesis H4: active"])
        assert "Tied to no hypothesis in this record" not in shown

    def test_labels_of_two_earlier_records_are_not_mixed_up(self, analysed, convert):
        waiting = convert(example(LIST), form_of("caf_v3"), child="p1").document
        for item in waiting["carried"]:
            if "question" in item["value"]:
                item["from"] = "r2"
        waiting["provenance"].append({**waiting["provenance"][0], "id": "r2"})
        shown = {part.title: part for part in analysed("hypotheses", waiting).sections}
        assert len(shown["Tied to no hypothesis in this record"].entries) == 5

    def test_ideas_that_travelled_stay_ideas_and_say_where_they_are_from(self, seen, convert):
        for name in OTHER_FRAMEWORKS:
            arrived = seen("hypotheses", convert(example(LIST), form_of(name), child="p1").document)
            first = arrived["Hypothesis H2: active"].entries[0]
            assert first.text.startswith("Hypothesis H2 of 2026-03-16 (active): ")
            assert first.said.endswith("from Hypothesis record (living list), 2026-04-21")

    def test_words_marked_as_a_hypothesis_elsewhere_keep_that_mark(self, seen):
        marked = seen("hypotheses", SUMMARY)["Marked as a hypothesis in another place"]
        assert texts(marked)[0].startswith("Marked as a hypothesis: Ideas we are trying, and they are ideas")


class TestPatterns:
    def test_a_pattern_is_drawn_step_by_step_and_comes_round_to_its_first_step(self, seen):
        drawn, *parts = texts(seen("patterns", SUMMARY)["Pattern P2"])
        steps = drawn.split(" -> ")
        assert steps[0] == steps[-1] == "A door goes"
        assert steps[-2].startswith("round again: Being praised for it")
        assert [part.partition(":")[0] for part in parts] == [
            "Strongest",
            "When it goes differently",
            "What it does to the children",
            "The professionals' part",
        ]
        assert not seen("patterns", SUMMARY)["Pattern P2"].prompt

    def test_a_pattern_without_steps_asks_for_them(self, seen, summary):
        part = seen("patterns", summary(patterns=[{"ref": "P1", "sequence": "They argue a lot"}]))[
            "Pattern P1"
        ]
        assert texts(part) == ["They argue a lot"]
        assert part.prompt.startswith("Step by step")

    @pytest.mark.parametrize("name", OTHER_FRAMEWORKS)
    def test_no_description_of_another_framework_becomes_a_loop(self, analysed, name):
        analysis = analysed("patterns", name)
        assert analysis.sections[0].prompt.startswith("No pattern is recorded")
        assert not [text for text in every_text(analysis) if "->" in text]

    def test_what_is_told_of_family_life_is_material_for_a_pattern(self, seen):
        material = seen("patterns", "caf_v3")[
            "What the record tells of family life, for patterns yet to be drawn"
        ]
        assert any(text.startswith("For a year Scott decided") for text in texts(material))
        assert "a description is no pattern yet" in material.prompt


class TestPerspectives:
    def test_circles_go_from_the_children_outwards(self, seen):
        assert list(seen("perspectives", SUMMARY)) == [
            "Each child",
            "Brothers and sisters",
            "Parents and carers, wherever they live",
            "Grandparents",
            "Others in the family and around it",
            "Services around the family",
        ]

    def test_each_view_says_whose_it_is_and_how_it_is_known(self, seen):
        children = seen("perspectives", SUMMARY)["Each child"]
        (shown,) = (entry for entry in children.entries if entry.text.startswith('"Bang no."'))
        assert shown.said == "Jonas; 2026-03-04; shown without words"

    def test_a_grandmother_is_found_through_the_family_map(self, seen):
        assert texts(seen("perspectives", SUMMARY)["Grandparents"])[0].startswith("Sundays must go on.")

    def test_a_guess_is_never_somebodys_view(self, seen, summary):
        father = {"id": "p6", "roles": ["parent_carer"], "given_names": "Ivo", "lives_in_household": "no"}
        row = {
            "who": ["p6"],
            "known_from": "not_asked",
            "our_guess": "That we do not care",
            "why_not": "Nobody had his number",
        }
        part = seen("perspectives", summary([father], perspectives=[row]))[
            "Parents and carers, wherever they live"
        ]
        assert texts(part) == [
            "Not asked: Nobody had his number",
            "Our guess, and not their view: That we do not care",
        ]
        assert "under the name of: Ivo (lives elsewhere)" in part.prompt

    def test_whoever_has_no_view_is_named_in_a_prompt(self, seen):
        sections = seen("perspectives", "single_assessment")
        assert "under the name of: Scott." in sections["Parents and carers, wherever they live"].prompt
        assert "Thornmere Police" in sections["Services around the family"].prompt
        assert not sections["Each child"].prompt

    def test_an_unborn_child_is_not_missed(self, seen):
        assert not seen("perspectives", SUMMARY)["Brothers and sisters"].prompt

    def test_a_second_parent_whom_nobody_wrote_down_is_asked_about(self, seen, summary):
        parents = "Parents and carers, wherever they live"
        mother = {"id": "p5", "roles": ["parent_carer"]}
        father = {"id": "p6", "roles": ["significant_adult"]}
        related = [{"from": "p5", "to": "p1", "kind": "mother"}, {"from": "p6", "to": "p1", "kind": "father"}]
        alone = seen("perspectives", summary([mother], related[:1]))[parents].prompt
        assert "Only one parent of Ana is known here" in alone
        both = seen("perspectives", summary([mother, father], related))[parents].prompt
        assert "Only one parent" not in both

    def test_views_of_other_forms_are_found_and_attributed(self, seen):
        parents = seen("perspectives", "single_assessment")["Parents and carers, wherever they live"]
        assert [entry.said for entry in parents.entries] == ["Rasa; 2026-04-08", "Daniel; 2026-04-21"]
        children = seen("perspectives", "single_assessment")["Each child"]
        assert [entry.said for entry in children.entries] == ["Emilija"] * 3 + ["Jonas"] * 3

    def test_somebody_quoted_elsewhere_was_not_asked_for_a_view(self, seen):
        part = seen("perspectives", "caf_v3")["Grandparents"]
        assert any(text.startswith("It is worry about her mother") for text in texts(part))
        assert part.prompt.startswith("Quoted here, and not asked how they see it all: Danut")

    def test_what_somebody_said_back_in_a_conversation_is_shown_and_is_no_view_of_it_all(self, seen):
        part = seen("perspectives", LIST)["Each child"]
        assert texts(part)[0].startswith('What came back: "Mama can have the front door')
        assert part.entries[0].said == "Emilija"
        assert "not asked how they see it all: Emilija" in part.prompt

    def test_what_a_form_asks_the_one_child_is_that_child_s(self, seen):
        heard = seen("perspectives", "caf_v3")["Each child"]
        assert any(text.startswith("It's right but put swimming higher") for text in texts(heard))


class TestUnitTalk:
    def test_the_order_is_risk_then_dilemma_then_the_rest(self, seen):
        assert list(seen("unit_talk", SUMMARY)) == [
            "Emilija: what may happen",
            "Jonas: what may happen",
            "What reduces the risk now",
            "Dilemma: where the work is stuck",
            "What we are curious about",
            "What we know",
            "What we do not know",
            "Our own position",
            "Who is accountable",
            "Decisions",
        ]

    def test_a_risk_to_two_children_is_told_in_full_once_and_named_for_each(self, seen):
        sections = seen("unit_talk", SUMMARY)
        emilija, jonas = (sections[f"{name}: what may happen"] for name in ("Emilija", "Jonas"))
        assert any(text.startswith("How soon: Not while he is in prison") for text in texts(emilija))
        assert "in full under Emilija" in jonas.entries[0].said
        assert not [text for text in texts(jonas) if text.startswith("How soon: Not while")]
        assert [text[:3] for text in texts(jonas) if text.startswith("R")] == ["R1:", "R3:"]

    def test_that_no_harm_is_feared_stands_where_the_risk_would(self, seen, summary):
        part = seen("unit_talk", summary(risk_none={"p1": "He lives abroad"}))["Ana: what may happen"]
        assert texts(part) == ["No harm is feared: He lives abroad"]
        assert not part.prompt

    def test_what_reduces_a_risk_says_whether_it_has_held(self, seen):
        said = [entry.said for entry in seen("unit_talk", SUMMARY)["What reduces the risk now"].entries]
        assert [one.rpartition("; ")[2] for one in said] == ["has held", "has held", "not yet seen to hold"]

    def test_our_own_side_of_differences_is_our_position_and_the_familys_is_not(self, seen, summary):
        rows = [
            {"aspect": "Class", "side": "worker", "matters": "I hear coping"},
            {"aspect": "Faith", "side": "family", "matters": "Fridays"},
        ]
        assert texts(seen("unit_talk", summary(graces=rows))["Our own position"]) == [
            "Class (the worker's own): I hear coping"
        ]

    def test_a_decision_has_its_name_its_reasons_and_who_saw_it_otherwise(self, seen):
        decisions = seen("unit_talk", SUMMARY)["Decisions"]
        assert decisions.entries[0].said == "for Emilija, Jonas; decided by Paul; 2026-04-22"
        assert texts(decisions)[1].startswith("Reasons: He is held")
        assert texts(decisions)[2].startswith("Seen otherwise: Helen Marlow")
        assert not decisions.prompt

    def test_a_feared_danger_of_another_framework_is_a_risk(self, seen):
        sections = seen("unit_talk", "signs_of_safety_mapping")
        assert [title for title, part in sections.items() if "what may happen" in title and part.entries]

    @pytest.mark.parametrize("name", ["caf_v3", "single_assessment"])
    def test_no_need_event_or_conclusion_is_taken_for_a_risk(self, analysed, name):
        analysis = analysed("unit_talk", name)
        assert not [part for part in analysis.sections if "what may happen" in part.title and part.entries]
        assert any("this record states none as a risk" in one for one in analysis.cannot_see)


def test_listing_the_plugin_loads_no_lenses():
    loaded = "import sys, frameworks_reclaiming_social_work.plugin; print(*sys.modules)"
    names = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout
    assert "frameworks_reclaiming_social_work.plugin" in names.split()
    assert "frameworks_reclaiming_social_work.lenses" not in names.split()
