"""What differs between two blends, and what becomes of the record of a child who moves from one to the other."""

import pytest

from frameworks_core.blend.catalogue import Catalogue
from frameworks_core.blend.differing.as_json import differing_as_json
from frameworks_core.blend.differing.as_text import differing_as_outline
from frameworks_core.blend.differing.compared import compared
from frameworks_core.blend.differing.differing import differ
from frameworks_core.functions.outline import as_text

HEAD = """\
[blend]
id = "{id}/record"
version = "1"
title = "{title}"
plain_title = "Your record"
about = "{about}"
"""
VISIT = '[gather]\nforms = ["toy/visit"]\n'
BOTH = '[gather]\nforms = ["toy/visit", "toy/family"]\n'
CHANGE = '[gather.fields."toy/visit".{question}]\n{change}\n'


@pytest.fixture
def diff(tmp_path, toy_registry):
    """What differs between a blend of this text and another."""

    def of(first, second, *, ids=("one", "one"), about="child", extends=""):
        for name, text, form in (("a", first, ids[0]), ("b", second, ids[1])):
            base = f'extends = "{extends}"\n' if extends else ""
            head = base + HEAD.format(id=form, title="Record", about=about)
            (tmp_path / f"{name}.toml").write_text(head + text)
        catalogue = Catalogue(toy_registry)
        return differ(*(compared(catalogue, str(tmp_path / f"{name}.toml")) for name in "ab"))

    return of


def told(found, *, full=False):
    return as_text(differing_as_outline(found, full=full), 200)


class TestNothing:
    """The same twice differs in nothing, and says so."""

    def test_the_same_text_twice(self, diff):
        found = diff(BOTH, BOTH)
        assert found.is_none
        assert differing_as_json(found)["same"]
        assert told(found).endswith("Nothing differs.\n")

    def test_it_is_not_the_layout_of_the_file_that_counts(self, diff):
        assert diff(VISIT, f"# a note\n\n{VISIT}").is_none

    def test_a_record_stays_where_it_is(self, diff):
        assert {move.outcome for move in diff(VISIT, VISIT).there.moves} <= {"kept", "history", "carried"}

    def test_it_is_told_of_two_forms_too(self, toy_registry):
        catalogue = Catalogue(toy_registry)
        assert differ(compared(catalogue, "toy/visit"), compared(catalogue, "toy/visit")).is_none


class TestQuestions:
    """What each asks, by the questions of forms they ask for and not by names."""

    def test_only_in_one(self, diff):
        found = diff(VISIT, BOTH)
        assert found.only_first == ()
        assert [field.id for field in found.only_second] == [
            "child.health",
            "child.visits",
            "child.help",
            "home",
            "bedrooms",
            "household",
            "enquiry",
            "author",
            "review_on",
        ]

    def test_it_is_the_mirror_of_its_reverse(self, diff):
        there, back = diff(VISIT, BOTH), diff(BOTH, VISIT)
        assert there.only_second == back.only_first
        assert there.alike == back.alike
        assert [move.outcome for move in there.there.moves] == [move.outcome for move in back.back.moves]

    @pytest.mark.parametrize(
        ("change", "what", "first", "second"),
        [
            ('label = "Health: worries"', "label", "Health: needs", "Health: worries"),
            ('plain = "Your worries"', "plain", "What could be better about your health", "Your worries"),
            ('guidance = "Ask twice."', "guidance", "", "Ask twice."),
            ("required = true", "required", "never", "always"),
            ('section = "next"', "section", "The child's life", "What happens next"),
            ("minutes = 7", "minutes", "", "7"),
        ],
    )
    def test_in_both_but_asked_differently(self, diff, change, what, first, second):
        found = diff(VISIT, VISIT + CHANGE.format(question="health_needs", change=change))
        [one] = found.changed
        assert one.first.id == "health_needs"
        assert [(part.what, part.first, part.second) for part in one.parts] == [(what, first, second)]

    def test_a_condition_is_told_in_words(self, diff):
        never = VISIT + CHANGE.format(question="why_not_alone", change="required = false")
        [one] = diff(VISIT, never).changed
        assert one.parts[0].first == "when the child was not seen alone (seen_alone: no)"

    def test_a_question_that_asks_for_more_forms_says_so(self, diff):
        found = diff(VISIT, BOTH)
        [words] = [one for one in found.changed if one.first.id == "child_words"]
        assert [(part.what, part.second) for part in words.parts] == [
            ("also asks for", "toy/family#child.words")
        ]

    def test_joined_here_and_apart_there(self, diff):
        apart = BOTH + 'apart = [["toy/visit#child_words", "toy/family#child.words"]]\n'
        [one] = diff(BOTH, apart).regrouped
        assert [field.id for field in one.first] == ["child_words"]
        assert [field.id for field in one.second] == ["child_words", "child.words"]

    def test_another_order_is_a_difference(self, diff):
        found = diff(VISIT, VISIT + 'order = ["next"]\n[gather.section.life]\norder = ["home_needs"]\n')
        assert found.reordered == (None, "The child's life")
        assert not found.is_none

    def test_a_question_of_a_common_base_is_the_same_in_both(self, diff, tmp_path):
        own = '[[gather.local]]\nid = "transport"\nsection = "life"\nlabel = "Getting to school"\nplain = "x"\ntype = "long"\n'
        (tmp_path / "base.toml").write_text(f'[blend]\nid = "region/base"\n{VISIT}{own}')
        found = diff("", "", ids=("one", "two"), extends="base.toml")
        assert found.alike == len(found.first.form.fields) == 15
        assert {move.question.field.id: move.outcome for move in found.there.moves}["transport"] == "kept"


class TestValues:
    """What differs apart from questions."""

    @pytest.mark.parametrize(
        ("first", "second", "line"),
        [
            ("[decide]\nlimit = 45\n", "[decide]\nlimit = 35\n", "- decide.limit: 45 in A, 35 in B"),
            (
                "[decide]\ncheckpoints = [10, 28]\n",
                "[decide]\ncheckpoints = [10]\n",
                "- decide.checkpoints: 10, 28 in A, 10 in B",
            ),
            (
                '[authority]\nstatute = "working_together_2018"\n',
                '[authority]\nstatute = "working_together_2023"\n',
                "- authority.statute: working_together_2018 in A, working_together_2023 in B",
            ),
            (
                '[analyse]\nlenses = ["toy/what_was_said"]\n',
                "",
                "- analyse.lenses: only toy/what_was_said in A",
            ),
            ("", '[decide]\nguides = ["toy/next_step"]\n', "- decide.guides: only toy/next_step in B"),
            ("", '[support]\nplans = ["toy/plan"]\n', "- support.plans: only toy/plan in B"),
            (
                "",
                '[[rules.ignore]]\ncode = "TOY101"\nreason = "trial"\n',
                '- rules.ignore: only "TOY101, reason trial" in B',
            ),
        ],
    )
    def test_lenses_guides_plans_days_edition_and_rules(self, diff, first, second, line):
        found = diff(VISIT + first, VISIT + second)
        assert line in told(found).splitlines()

    def test_a_blend_and_a_form_are_compared_by_what_both_have(self, tmp_path, toy_registry):
        (tmp_path / "a.toml").write_text(
            HEAD.format(id="one", title="Record", about="child") + VISIT + "[decide]\nlimit = 45\n"
        )
        catalogue = Catalogue(toy_registry)
        found = differ(compared(catalogue, str(tmp_path / "a.toml")), compared(catalogue, "toy/visit"))
        assert found.alike == len(found.first.form.fields)
        assert "decide.limit" not in {value.key for value in found.values}


class TestMoving:
    """A child who moves: what of the record arrives, and what is still needed."""

    def test_each_question_has_one_fate_both_ways(self, diff):
        found = diff(VISIT, BOTH, ids=("one", "two"))
        for arriving, side in ((found.there, found.first), (found.back, found.second)):
            assert [move.question.field.id for move in arriving.moves] == list(side.form.fields)

    def test_the_very_same_questions_arrive_in_their_own_place(self, diff):
        found = diff(VISIT, BOTH, ids=("one", "two"))
        fates = {move.question.field.id: move.outcome for move in found.there.moves}
        assert fates["health_needs"] == fates["seen_alone"] == "kept"

    def test_conclusions_and_decisions_arrive_as_history(self, diff):
        fates = {
            move.question.field.id: move.outcome for move in diff(VISIT, BOTH, ids=("one", "two")).there.moves
        }
        assert fates["summary"] == fates["next_step"] == "history"

    def test_what_nothing_of_the_record_can_fill_is_still_needed(self, diff):
        extra = VISIT + CHANGE.format(question="health_needs", change="required = true")
        less = VISIT + CHANGE.format(question="health_needs", change="hide = true")
        found = diff(less, extra, ids=("one", "two"))
        assert "health_needs" in {field.id for field in found.there.ask("family")}
        assert "health_needs" not in {field.id for field in found.back.to_ask}

    def test_what_arrives_is_not_asked_again(self, diff):
        extra = VISIT + CHANGE.format(question="health_needs", change="required = true")
        found = diff(extra, extra + "[decide]\nlimit = 45\n", ids=("one", "two"))
        assert "health_needs" not in {field.id for field in found.there.to_ask}

    def test_a_new_version_of_the_same_blend_keeps_what_it_still_asks(self, diff):
        found = diff(VISIT, VISIT + CHANGE.format(question="health_needs", change="hide = true"))
        fates = {move.question.field.id: move.outcome for move in found.there.moves}
        assert fates["home_needs"] == "kept"
        assert fates["health_needs"] == "carried"


class TestShown:
    """Counts first, the questions themselves where they are asked for."""

    def test_counts_add_up_to_all_questions(self, diff):
        counts = differing_as_json(diff(VISIT, BOTH))["counts"]
        assert counts["alike"] + counts["changed"] + counts["only_first"] == 14

    def test_questions_are_named_in_full_only(self, diff):
        found = diff(VISIT, BOTH)
        assert "Number of bedrooms" not in told(found)
        assert "  - The family: Home and income; Number of bedrooms" in told(found, full=True)

    def test_a_long_value_is_counted_and_shown_in_full(self, diff):
        reason = "because " * 40
        found = diff(VISIT, f'{VISIT}[[rules.ignore]]\ncode = "TOY101"\nreason = "{reason}end"\n')
        assert 'because [...]" in B' in told(found)
        assert 'because end" in B' in " ".join(told(found, full=True).split())
