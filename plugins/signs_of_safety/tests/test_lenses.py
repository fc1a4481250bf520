"""What the lenses show of the Harpers' map, of records of other forms, and of records that hold nothing."""

import copy
import json
import subprocess
import sys
from pathlib import Path

import pytest

from frameworks_core.exchange.conversion import Converter
from frameworks_core.exchange.reading import Reader
from frameworks_core.testing import blank_document
from frameworks_signs_of_safety.lenses import LENSES

HARPERS = Path(__file__).parents[3] / "examples" / "harper_family"
BY_NAME = {lens.name.partition("/")[2]: lens for lens in LENSES}
EXAMPLES = sorted(path.stem for path in HARPERS.glob("*.json"))


def by_name(lens):
    return lens.name.partition("/")[2]


@pytest.fixture
def mapping(harper):
    return harper("mapping")


@pytest.fixture
def example():
    """A fresh copy of a record of the Harpers, of whatever form."""
    return lambda name: json.loads((HARPERS / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture
def read(installed):
    return lambda document: Reader(installed.form(document["form"])).read(document)


@pytest.fixture
def look(read):
    """Lays a lens over a document."""
    return lambda lens, document: BY_NAME[lens].analyse(read(document))


@pytest.fixture
def seen(look):
    """Lays a lens over a document, and gives its sections by title."""
    return lambda lens, document: {part.title: part for part in look(lens, document).sections}


def texts(part):
    return [entry.text for entry in part.entries]


class TestEveryLens:
    @pytest.mark.parametrize("lens", LENSES, ids=by_name)
    def test_a_blank_record_of_any_form_gives_prompts_and_no_entries(self, installed, lens):
        for form_id in installed.form_ids():
            form = installed.form(form_id)
            analysis = lens.analyse(Reader(form).read(blank_document(form)))
            assert analysis.sections
            assert not [part.title for part in analysis.sections if part.entries]
            assert all(part.prompt for part in analysis.sections)
            assert analysis.cannot_see

    @pytest.mark.parametrize("lens", LENSES, ids=by_name)
    @pytest.mark.parametrize("name", EXAMPLES)
    def test_every_entry_says_where_it_stands(self, example, read, lens, name):
        document = example(name)
        for part in lens.analyse(read(document)).sections:
            for entry in part.entries:
                assert entry.text
                assert entry.places
                for place in entry.places:
                    at = document
                    for step in place.split("/")[1:]:
                        at = at[int(step)] if isinstance(at, list) else at[step]

    @pytest.mark.parametrize("lens", LENSES, ids=by_name)
    @pytest.mark.parametrize("name", EXAMPLES)
    def test_it_asks_and_never_concludes(self, example, read, lens, name):
        analysis = lens.analyse(read(example(name)))
        assert all(question.endswith("?") for question in (*lens.questions, *analysis.questions))
        own = [lens.title, *lens.questions, *analysis.questions, *analysis.cannot_see]
        own += [text for part in analysis.sections for text in (part.title, part.prompt)]
        banned = ("average", "total", "high risk", "low risk", "should", "recommend", "overall score", "%")
        assert not [text for text in own if any(word in text.lower() for word in banned)]

    @pytest.mark.parametrize("lens", LENSES, ids=by_name)
    def test_the_record_is_looked_at_and_not_changed(self, mapping, read, lens):
        before = copy.deepcopy(mapping)
        assert lens.analyse(read(mapping)) == lens.analyse(read(mapping))
        assert mapping == before

    @pytest.mark.parametrize("lens", LENSES, ids=by_name)
    def test_an_early_help_map_is_not_spoken_to_of_danger(self, mapping, read, lens):
        mapping["answers"]["sos_variant"] = "wellbeing"
        analysis = lens.analyse(read(mapping))
        said = [lens.title, *lens.questions, *analysis.questions]
        said += [text for part in analysis.sections for text in (part.title, part.prompt)]
        assert not [text for text in said if "danger" in text.lower() or "10 being safe" in text]

    def test_listing_the_plugin_loads_no_lenses(self):
        loaded = "import sys, frameworks_signs_of_safety.plugin; print(*sys.modules)"
        ran = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
        assert "frameworks_signs_of_safety.plugin" in ran.stdout.split()
        assert "frameworks_signs_of_safety.lenses" not in ran.stdout.split()


class TestMap:
    def test_the_three_columns_in_their_categories_and_the_judgement_apart(self, seen, mapping):
        assert list(seen("mapping", mapping)) == [
            "What are we worried about? Harm matrix: what has already happened",
            "What are we worried about? Danger statements: what is feared",
            "What are we worried about? Complicating factors: what makes it harder",
            "What's working well? Existing strengths: good, and not yet shown to protect",
            "What's working well? Existing safety: done while the danger was there",
            "What needs to happen? Safety goals",
            "What needs to happen? Next steps",
            "What needs to happen? Bottom lines",
            "Judgement: where does everybody stand?",
            "What Emilija says, shows and wants",
            "What Jonas says, shows and wants",
        ]

    def test_every_answer_stands_in_one_category_only(self, look, mapping):
        places = [
            place
            for part in look("mapping", mapping).sections
            for entry in part.entries
            for place in entry.places
        ]
        assert len(places) == len(set(places))
        shown = {place.split("/")[2] for place in places}
        assert {"harm_entries", "danger_statements", "complicating_factors", "existing_safety"} <= shown

    def test_a_dispute_is_part_of_what_it_disputes(self, seen, mapping):
        sections = seen("mapping", mapping)
        feared = texts(sections["What are we worried about? Danger statements: what is feared"])
        harmed = texts(sections["What are we worried about? Harm matrix: what has already happened"])
        assert 'seen otherwise by Scott: Scott says that the baby is his and that Lukas "walked' in feared[0]
        assert 'seen otherwise by Scott: Scott says that Lukas "walked into it".' in harmed[1]

    def test_a_child_s_own_words_and_what_the_child_put_right_stay_as_they_are(self, seen, mapping):
        words = texts(seen("mapping", mapping)["What Emilija says, shows and wants"])
        assert words == [
            '"When the door goes I count. If I get to ten and it isn\'t him I can carry on."',
            '"Tell me when he comes out before he comes out. Not after."',
            (
                'put right afterwards: "You wrote I told my teacher in the morning. It was before the register, '
                "that's different.\""
            ),
        ]

    def test_a_life_described_by_others_is_not_the_child_s_words(self, seen, example):
        part = seen("mapping", example("reclaiming_social_work_case_summary"))[
            "What Jonas says, shows and wants"
        ]
        assert not part.entries
        assert part.prompt.startswith("No words of Jonas's are here.")

    def test_what_came_from_an_earlier_record_says_so(self, installed, look, example):
        caf = example("caf_v3")
        target = installed.form("signs_of_safety/mapping")
        converted = Converter(installed.form(caf["form"]), target).convert(caf).document
        told = [
            entry.said
            for part in look("mapping", converted).sections
            for entry in part.entries
            if "strengths" in part.title
        ]
        assert told
        assert all("from Common Assessment Framework form, 2025-11-" in said for said in told)


class TestRecordsOfOtherForms:
    @pytest.mark.parametrize("name", ["caf_v3", "single_assessment", "core_assessment_2011"])
    def test_needs_are_shown_as_not_sorted_with_the_question_who_fears_what(self, seen, read, example, name):
        document = example(name)
        sections = seen("dangers", document)
        needs = {
            answer.pointer
            for answer in read(document).answers
            if "need" in getattr(answer.content, "senses", ())
        }
        unsorted = [part for title, part in sections.items() if title.startswith("Not sorted")]
        assert needs
        assert {entry.places[0] for part in unsorted for entry in part.entries} == needs
        assert all("Who fears what for which child" in part.prompt for part in unsorted)
        assert not sections["Danger statements"].entries

    @pytest.mark.parametrize("name", ["caf_v3", "single_assessment"])
    def test_the_map_says_plainly_what_such_a_record_does_not_hold(self, look, example, name):
        unseen = " ".join(look("mapping", example(name)).cannot_see)
        for missing in ("harm matrix", "danger statements", "existing safety", "safety goals", "ratings"):
            assert f"{missing}: nothing in this record" in unseen
        assert "scale of this kind, and a score is none" in " ".join(
            look("dangers", example(name)).cannot_see
        )
        assert "a network: this record" in " ".join(look("network", example(name)).cannot_see)

    def test_what_is_there_is_not_said_to_be_missing(self, look, mapping):
        assert not [text for text in look("mapping", mapping).cannot_see if "nothing in this record" in text]

    def test_strengths_of_a_caf_are_strengths_on_the_map(self, seen, example):
        sections = seen("mapping", example("caf_v3"))
        part = sections["What's working well? Existing strengths: good, and not yet shown to protect"]
        assert "Swam 50 metres and wore the badge for a week. Quick and sure on her feet." in texts(part)
        assert not sections["What's working well? Existing safety: done while the danger was there"].entries

    def test_a_risk_that_another_model_records_as_feared_is_a_danger_without_goal_and_scale(
        self, seen, example
    ):
        sections = seen("dangers", example("reclaiming_social_work_case_summary"))
        assert "how likely: Likely unless the order is widened." in " ".join(texts(sections["Danger R1"]))
        assert "No goal answers R1" in sections["R1: its goal"].prompt
        assert "No scale belongs to R1" in sections["R1: the scale"].prompt

    def test_what_another_form_says_protects_is_asked_about_and_not_called_safety(self, seen, example):
        for lens in ("mapping", "strengths_to_test"):
            sections = seen(lens, example("reclaiming_social_work_case_summary"))
            part = sections["Not sorted: said to protect, in another form"]
            assert len(part.entries) == 3
            assert "while the danger was there?" in part.prompt
            assert not [
                title for title, held in sections.items() if "xisting safety" in title and held.entries
            ]


class TestDangers:
    def test_a_danger_is_read_part_by_part_with_its_goal_its_scale_and_the_numbers(self, seen, mapping):
        sections = seen("dangers", mapping)
        assert list(sections)[:6] == [
            "Danger D1",
            "D1: its goal",
            "D1: the scale",
            "D1: everybody's number, side by side",
            "D1: each number with its reason",
            "D1: each person's number over time",
        ]
        assert (
            texts(sections["Danger D1"])[0] == "who is worried: Nadia, Rasa, Danutė, Millbrow Primary School"
        )
        assert texts(sections["D1: its goal"])[0].startswith(
            "G1 / adults will be doing: Rasa, Daniel and Danutė"
        )
        assert texts(sections["D1: the scale"]) == [
            (
                "S1 / 0 means: Scott can reach the children and nobody would know in time. They could not stay at home. / "
                "10 means: Everybody around the children acts at once, it has been tried when it counted, and the council "
                "can go."
            )
        ]

    def test_a_danger_without_goal_or_scale_is_asked_for_both(self, seen, mapping):
        mapping["answers"]["safety_goals"].pop(0)
        mapping["answers"]["safety_scales"].pop(0)
        sections = seen("dangers", mapping)
        assert sections["D1: its goal"].prompt.startswith("No goal answers D1.")
        assert sections["D1: the scale"].prompt.startswith("No scale belongs to D1.")
        assert len(sections["Numbers on none of these scales"].entries) == 5

    def test_a_goal_for_two_dangers_stands_with_both(self, seen, mapping):
        mapping["answers"]["safety_goals"][0]["danger"] = "D1 and d2"
        sections = seen("dangers", mapping)
        assert [len(sections[f"{name}: its goal"].entries) for name in ("D1", "D2")] == [1, 2]

    def test_goals_that_point_nowhere_stand_apart_from_the_family_s_own(self, seen, mapping):
        goals = mapping["answers"]["safety_goals"]
        goals[0]["danger"] = "D7"
        del goals[1]["danger"]
        goals[1]["owner"] = "authority"
        sections = seen("dangers", mapping)
        assert texts(sections["Goals that name a danger which is not here"])[0].startswith("G1")
        assert texts(sections["Goals that answer no danger"])[0].startswith("G2")
        assert texts(sections["Goals of the family's own"])[0].startswith("G3")

    def test_a_danger_nobody_can_point_to_is_asked_for_a_name(self, look, mapping):
        del mapping["answers"]["danger_statements"][1]["ref"]
        assert any("has no short name" in question for question in look("dangers", mapping).questions)
        assert "Danger number 2" in {part.title for part in look("dangers", mapping).sections}

    def test_parts_that_are_missing_from_a_statement_are_asked_for(self, seen, mapping):
        row = mapping["answers"]["danger_statements"][0]
        for part in ("dispute", "disputed_by", "read_on"):
            del row[part]
        assert seen("dangers", mapping)["Danger D1"].prompt == (
            "Who sees it otherwise, or does everybody agree? When was it read to the family?"
        )
        assert not seen("dangers", mapping)["Danger D2"].prompt

    def test_one_scale_of_everything_together_is_shown_as_such(self, seen, mapping):
        mapping["answers"]["safety_scales"][0]["about"] = "overall"
        sections = seen("dangers", mapping)
        assert len(sections["Everything together: the scale"].entries) == 1
        assert sections["D1: the scale"].prompt.startswith("No scale belongs to D1.")


class TestNumbers:
    def side_by_side(self, sections):
        return texts(sections["D2: everybody's number, side by side"])

    def test_they_stand_beside_each_other_in_the_order_of_the_record(self, seen, mapping):
        assert self.side_by_side(seen("dangers", mapping)) == ["Emilija 4, Nadia 3"]

    def test_each_has_its_day_where_they_are_of_different_days(self, seen, mapping):
        assert texts(seen("dangers", mapping)["D1: everybody's number, side by side"]) == [
            (
                "Emilija 5 (2026-04-22), Rasa 7 (2026-04-22), Daniel 3 (2026-04-21), Danutė 6 (2026-04-22), "
                "Nadia 5 (2026-04-22)"
            )
        ]

    def test_each_has_its_rater_its_reason_and_its_day(self, seen, mapping):
        part = seen("dangers", mapping)["D2: each number with its reason"]
        assert [(entry.text, entry.said) for entry in part.entries] == [
            (
                'Emilija: 4 / why: "Because I\'m good at it." / one higher: "Mum does the door."',
                "child, 2026-04-22, on S2",
            ),
            (
                (
                    "Nadia: 3 / why: The children still act first, because they hear him first. / one higher: A week in "
                    "which grown-ups did."
                ),
                "social worker, 2026-04-22, on S2",
            ),
        ]

    def test_change_is_shown_person_by_person_and_the_latest_stands_beside_the_others(self, seen, mapping):
        earlier = {"scale": "S2", "rater": "p10", "on": "2026-03-09", "number": 1, "reason": "He was there."}
        mapping["answers"]["scale_ratings"].append(earlier)
        sections = seen("dangers", mapping)
        assert texts(sections["D2: each person's number over time"]) == [
            "Nadia: 1 on 2026-03-09, 3 on 2026-04-22"
        ]
        assert self.side_by_side(sections) == ["Emilija 4, Nadia 3"]

    def test_no_number_is_shown_that_nobody_gave(self, look, mapping):
        mapping["answers"]["scale_ratings"] = [
            {"scale": "S2", "rater": rater, "on": "2026-04-22", "number": number}
            for rater, number in (("p1", 1), ("p5", 9), ("p10", 4))
        ]
        numbers = [
            entry
            for part in look("dangers", mapping).sections
            if part.title.startswith("D2: e")
            for entry in part.entries
        ]
        words = " ".join(f"{entry.text} {entry.said}" for entry in numbers).replace("2026-04-22", "")
        given = {word.strip(",:") for word in words.split() if word.strip(",:").isdecimal()}
        assert given == {"1", "9", "4"}  # nothing between them, and no distance from one to another

    def test_a_scale_the_wrong_way_round_is_asked_about_and_not_turned(self, seen, mapping):
        mapping["answers"]["safety_scales"][1]["safe_end"] = "zero"
        sections = seen("dangers", mapping)
        assert "10 is always the safe end" in sections["D2: the scale"].prompt
        assert self.side_by_side(sections) == ["Emilija 4, Nadia 3"]

    def test_missing_ends_are_asked_for(self, seen, mapping):
        del mapping["answers"]["safety_scales"][1]["low"]
        assert "What do 0 and 10 mean here" in seen("dangers", mapping)["D2: the scale"].prompt

    def test_a_child_who_gave_no_number_is_asked_after(self, seen, mapping):
        prompt = seen("dangers", mapping)["D2: everybody's number, side by side"].prompt
        assert "No number of Jonas is here" in prompt

    def test_what_is_better_stands_with_its_scale(self, seen, mapping):
        mapping["answers"]["review_changes"] = [
            {"change": "Rasa goes to the door.", "scale": "S2", "number": 5}
        ]
        part = seen("dangers", mapping)["D2: what is better, and what is not"]
        assert part.entries[0].places == ("/answers/review_changes/0",)


class TestStrengthsToTest:
    def test_each_strength_is_asked_about_by_whose_it_is(self, seen, mapping):
        sections = seen("strengths_to_test", mapping)
        assert "Has Rasa done this while the danger was there" in sections["Existing strengths: Rasa"].prompt
        assert "Until then it stays a strength." in sections["Existing strengths: Rasa"].prompt
        assert "Has Rasa or Danutė done this" in sections["Existing strengths: Rasa, Danutė"].prompt

    def test_a_child_s_strength_is_not_asked_to_protect_the_child(self, seen, mapping):
        prompt = seen("strengths_to_test", mapping)["Existing strengths: Emilija"].prompt
        assert prompt.startswith("What is good for a child is not the child's task. Which grown-up")

    def test_safety_stands_with_the_danger_it_held_against(self, seen, mapping):
        sections = seen("strengths_to_test", mapping)
        assert texts(sections["Existing safety, against D1"])[0] == (
            "Danutė rang 999 and stood between him and the inner door. / while: Scott shouting on the landing / "
            "what came of it: He came no nearer to Emilija and Jonas. / guards against: D1"
        )
        assert sections["Existing safety, against D2"].prompt.startswith("No existing safety names D2.")

    def test_safety_that_a_child_made_asks_for_a_grown_up(self, seen, mapping):
        mapping["answers"]["existing_safety"][0]["who"] = ["p3"]
        prompt = seen("strengths_to_test", mapping)["Existing safety, against D1"].prompt
        assert prompt == "A child did some of this. Which grown-up does it from now on?"

    def test_safety_against_no_danger_is_asked_about(self, seen, mapping):
        del mapping["answers"]["existing_safety"][1]["danger"]
        part = seen("strengths_to_test", mapping)["Existing safety, against no danger named here"]
        assert len(part.entries) == 1
        assert "Without one it is a strength." in part.prompt

    def test_that_somebody_looked_and_found_none_is_heard(self, seen, mapping):
        for field_id in ("existing_safety", "danger_statements"):
            del mapping["answers"][field_id]
        mapping["answers"]["existing_safety_none"] = "yes"
        assert "looked and found none yet" in seen("strengths_to_test", mapping)["Existing safety"].prompt

    def test_rules_that_were_tried_say_what_happened(self, seen, harper):
        part = seen("strengths_to_test", harper("safety_plan"))["Rules of the plan that have been tried"]
        assert [text.partition(" / ")[0] for text in texts(part)] == ["R1", "R2", "R4"]
        assert "what happened: Rasa was first. Emilija had already stood up." in texts(part)[2]


class TestNetwork:
    def test_who_was_told_the_worries_by_whom_and_when(self, seen, mapping):
        part = seen("network", mapping)["In the network, and told the worries"]
        assert [entry.said for entry in part.entries] == [
            "told 2026-04-08 by Rasa, Nadia; found by Rasa",
            "told 2026-04-21 by Nadia; found by Emilija",
        ]

    def test_who_was_not_told_stands_apart(self, seen, mapping):
        del mapping["answers"]["network_members"][1]["told_on"]
        sections = seen("network", mapping)
        part = sections["In the network, and not told yet as far as recorded"]
        assert texts(part)[0].startswith("Daniel / Father")
        assert "Nobody can guard against what they have not been told." in part.prompt
        assert len(sections["In the network, and told the worries"].entries) == 1

    def test_a_service_in_the_network_is_not_taken_for_family(self, seen, mapping):
        mapping["answers"]["network_members"] = [{"person": "p10", "told_on": "2026-04-08"}]
        sections = seen("network", mapping)
        assert len(sections["Listed in the network, and there because it is their work"].entries) == 1
        assert sections["In the network, and told the worries"].prompt.startswith("No network is recorded.")

    def test_people_of_the_family_outside_the_network_are_thought_of_fathers_first_asked_if_safe(
        self, seen, mapping
    ):
        del mapping["answers"]["network_members"]
        part = seen("network", mapping)["Elsewhere in the family, and not in the network"]
        assert [(entry.text, entry.said) for entry in part.entries] == [
            ("Daniel", "father of Emilija; father of Jonas"),
            (
                "Scott",
                "father of unborn baby of Rasa Harper; named under what has already happened as the one who did it",
            ),
            ("Danutė", "mother of Rasa; grandmother of Emilija; grandmother of Jonas"),
        ]
        assert "of some it must first be known that asking is safe" in part.prompt

    def test_no_child_and_no_professional_is_thought_of_as_network(self, seen, mapping):
        sections = seen("network", mapping)
        named = {
            text for title in sections if "not in the network" in title for text in texts(sections[title])
        }
        assert named == {"Scott", "Rasa"}

    def test_a_father_whom_the_record_does_not_name_is_asked_about(self, look, mapping):
        mapping["relationships"] = [
            tie for tie in mapping["relationships"] if (tie["to"], tie["kind"]) != ("p2", "father")
        ]
        questions = " ".join(look("network", mapping).questions)
        assert "Who is Jonas's father" in questions
        assert "Who is Emilija's father" not in questions

    def test_steps_that_only_professionals_carry_stand_out(self, seen, mapping):
        mapping["answers"]["next_steps"][0]["who"] = ["a3", "p10"]
        mapping["answers"]["next_steps"][1].pop("who")
        sections = seen("network", mapping)
        only = sections["What only professionals carry"]
        assert texts(only)[0].startswith("Ask the court")
        assert len(only.entries) == 1
        assert "shares each of these" in only.prompt
        assert texts(sections["What nobody is named for"])[0].startswith("Agree a password")

    def test_a_plan_without_anybody_of_the_family_says_so(self, seen, mapping):
        for row in mapping["answers"]["next_steps"]:
            row["who"] = ["p10"]
        prompt = seen("network", mapping)["What only professionals carry"].prompt
        assert prompt.startswith("No one in the family or its network does anything in this plan.")

    def test_meetings_of_the_network_are_shown_from_its_plan(self, seen, harper):
        assert seen("network", harper("safety_plan"))["Meetings of the family and its network"].entries
