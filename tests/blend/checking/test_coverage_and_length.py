"""Who serves what in a blend, and how long it is."""

import pytest

from frameworks_core.blend.checking.length import Minutes

BOTH = """
[gather]
forms = ["toy/visit"]
sections = ["folk/talk#talk"]
[[gather.local]]
id = "pets"
section = "life"
label = "Pets"
plain = "Your pets"
type = "text"
minutes = 2
[analyse]
lenses = ["toy/what_was_said", "bear/cave"]
[decide]
guides = ["toy/next_step"]
[support]
plans = ["folk/plan"]
"""


class TestWhoServesWhat:
    def test_each_function_names_what_serves_it_and_the_plugin_that_brings_it(self, checked):
        by = checked(BOTH).coverage.by
        plugins = {
            name: [(one.name, one.distribution, one.version) for one in servers]
            for name, servers in by.items()
        }
        assert plugins == {
            "gather": [
                ("toy/visit", "frameworks-toy", "1.0"),
                ("folk/talk", "frameworks-folk", "1.2"),
                ("your own", "", ""),
            ],
            "analyse": [("toy/what_was_said", "frameworks-toy", "1.0"), ("bear/cave", "", "")],
            "decide": [("toy/next_step", "frameworks-toy", "1.0")],
            "support": [("folk/plan", "frameworks-folk", "1.2")],
        }

    def test_of_a_form_taken_in_part_the_sections_are_named(self, checked):
        whole, part, own = checked(BOTH).coverage.by["gather"]
        assert (whole.parts, whole.questions) == ((), 14)
        assert (part.parts, part.questions) == (("The talk",), 5)
        assert own.questions == 1

    def test_questions_are_counted_by_the_function_they_serve(self, checked):
        assert checked(BOTH).coverage.recorded == {"gather": 15, "analyse": 2, "decide": 1, "support": 1}

    def test_what_cannot_be_composed_still_tells_the_forms_and_lenses_it_wants(self, checked):
        found = checked('[gather]\nforms = ["toy/nothing"]\n[analyse]\nlenses = ["toy/what_was_said"]')
        assert (found.form, found.length) == (None, None)
        assert [one.name for one in found.coverage.by["analyse"]] == ["toy/what_was_said"]
        assert [(one.name, one.questions) for one in found.coverage.by["gather"]] == [("toy/nothing", 0)]


class TestLength:
    def test_questions_are_counted_once_however_many_forms_ask_them(self, checked):
        length = checked('[gather]\nquestions = ["toy/visit#child_words", "folk/talk#words"]').length
        assert (length.whole.questions, length.joint, length.saved) == (1, 1, 1)

    def test_required_ones_are_told_apart_from_those_of_some_condition(self, checked):
        whole = checked('[gather]\nforms = ["toy/visit"]').length.whole
        assert (whole.questions, whole.always, whole.sometimes) == (14, 2, 1)

    def test_sections_add_up_to_the_whole(self, checked):
        length = checked(BOTH).length
        assert sum(part.questions for part in length.sections) == length.whole.questions
        assert sum(part.minutes.most for part in length.sections) == pytest.approx(length.whole.minutes.most)

    def test_minutes_are_those_of_the_kinds_of_question(self, checked):
        whole = checked('[gather]\nquestions = ["folk/talk#met_on", "folk/talk#words"]').length.whole
        assert whole.minutes == Minutes(0.25 + 3, 0.5 + 8)
        assert whole.minutes_always == Minutes(0.25, 0.5)

    def test_the_authority_s_own_minutes_come_first(self, checked):
        length = checked(
            '[gather]\nquestions = ["folk/talk#words"]\n[gather.fields."folk/talk".words]\nminutes = 20'
        ).length
        assert length.whole.minutes == Minutes(20, 20)
        assert length.timed == 1

    def test_questions_asked_for_each_child_are_counted(self, checked):
        assert checked('[gather]\nforms = ["toy/family"]').length.whole.per_child == 4

    def test_the_minutes_say_that_nobody_measured_them(self, checked):
        assert checked(BOTH).length.source.startswith("D our own design")

    @pytest.mark.parametrize(
        ("least", "most", "shown"),
        [
            (4, 9, "about 4 to 9 minutes"),
            (61, 179, "about 61 to 179 minutes"),
            (95, 270, "about 1.5 to 4.5 hours"),
            (600, 1200, "about 10 to 20 hours"),
        ],
    )
    def test_they_are_shown_as_a_range_no_finer_than_they_are_known(self, least, most, shown):
        assert Minutes(least, most).shown() == shown
