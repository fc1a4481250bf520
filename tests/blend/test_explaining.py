"""Where a part of a blend comes from: national, regional or local, of which form, changed by whom, and why."""

import pytest

from frameworks_core.blend.blend import examine
from frameworks_core.blend.explaining.as_text import everything_as_outline, explained_as_outline
from frameworks_core.blend.explaining.explaining import everything, explain
from frameworks_core.errors import UserError
from frameworks_core.functions.outline import as_text

NATIONAL = """\
[blend]
about = "child"

[authority]
statute = "working_together_2018"

[gather]
forms = ["toy/visit"]

[gather.fields."toy/visit".health_needs]
label = "Health: what is hard"

[analyse]
lenses = ["toy/what_was_said"]

[decide]
limit = 45
"""
REGIONAL = """\
extends = "national.toml"

[authority]
statute = "working_together_2023"

[gather.fields."toy/visit".health_needs]
label = "Health: what could be better"

[decide]
limit = 40

[[gather.local]]
id = "transport"
section = "life"
label = "Getting to school"
plain = "How you get to school"
type = "long"
required = "always"
"""
LOCAL = """\
extends = "regional.toml"

[blend]
id = "borough/record"
version = "1"
title = "Borough record"
plain_title = "Your record"

[gather]
forms = ["toy/family"]
together = [["toy/visit#home_needs", "toy/family#home"]]

[gather.fields."toy/visit".health_needs]
required = true
minutes = 4

[gather.fields."toy/visit".summary]
hide = true

[analyse]
without = ["toy/what_was_said"]

[decide]
limit = 35
"""


@pytest.fixture
def blend(tmp_path, toy_registry):
    """The local blend, which goes on from a regional one, and that from a national one."""
    for name, text in (("national", NATIONAL), ("regional", REGIONAL), ("local", LOCAL)):
        (tmp_path / f"{name}.toml").write_text(text)
    examined = examine(tmp_path / "local.toml", toy_registry)
    assert examined.blend is not None, [examined.line(fault) for fault in examined.faults]
    return examined


def told(examined, key):
    return as_text(explained_as_outline(examined, explain(examined, key)), 200)


class TestValues:
    """Every effective value with the file and line it comes from."""

    def values(self, blend):
        return {one.key: one for one in everything(blend).settings}

    @pytest.mark.parametrize(
        ("key", "value", "where"),
        [
            ("blend.about", "child", "national.toml:2"),
            ("authority.statute", "working_together_2023", "regional.toml:4"),
            ("blend.id", "borough/record", "local.toml:4"),
            ("gather.forms[0]", "toy/visit", "national.toml:8"),
            ("gather.forms[1]", "toy/family", "local.toml:10"),
            ("decide.limit", 35, "local.toml:24"),
        ],
    )
    def test_each_has_its_place(self, blend, key, value, where):
        setting = self.values(blend)[key]
        assert (setting.said.value, setting.said.where) == (value, where)

    def test_what_it_took_the_place_of_is_told_nearest_first(self, blend):
        earlier = self.values(blend)["decide.limit"].instead_of
        assert [(said.value, said.where) for said in earlier] == [
            (40, "regional.toml:10"),
            (45, "national.toml:17"),
        ]

    def test_what_no_base_said_took_the_place_of_nothing(self, blend):
        assert self.values(blend)["blend.id"].instead_of == ()

    def test_what_was_taken_out_of_a_base_is_told(self, blend):
        [out] = everything(blend).left_out
        assert (out.table, out.name, out.said.where) == ("analyse", "toy/what_was_said", "local.toml:21")

    def test_they_come_in_the_order_in_which_the_tables_are_documented(self, blend):
        tables = list(dict.fromkeys(one.path[0] for one in everything(blend).settings))
        assert tables == ["extends", "blend", "authority", "gather", "decide"]

    def test_files_of_one_name_are_told_apart_by_their_folders(self, tmp_path, toy_registry):
        (tmp_path / "all").mkdir()
        (tmp_path / "all" / "blend.toml").write_text("[decide]\nlimit = 45\n")
        (tmp_path / "blend.toml").write_text('extends = "all/blend.toml"\n')
        found = everything(examine(tmp_path / "blend.toml", toy_registry)).settings
        assert [one.said.where for one in found] == ["blend.toml:1", "all/blend.toml:2"]

    def test_national_regional_and_local_are_seen_at_a_glance(self, blend):
        text = as_text(everything_as_outline(blend, everything(blend)), 100)
        assert "- regional.toml: 3 values, extends national.toml" in text
        assert (
            "local.toml:24  limit  35; instead of 40 (regional.toml:10); before that 45 (national.toml:17)"
            in text
        )


class TestKeys:
    """A key of the file: what it is for, what holds, and what holds where no file says anything."""

    def test_a_key_is_explained_with_what_it_is_for(self, blend):
        text = told(blend, "decide.limit")
        assert "Working days within which it is finished." in text
        assert "local.toml:24" in text

    def test_a_table_shows_all_its_keys(self, blend):
        assert "regional.toml:4  statute  working_together_2023" in told(blend, "authority")

    @pytest.mark.parametrize(
        "key", ['gather.fields."toy/visit".health_needs.label', "gather.fields.toy/visit.health_needs.label"]
    )
    def test_quotation_marks_may_be_left_to_the_shell(self, blend, key):
        assert "instead of Health: what is hard (national.toml:11)" in told(blend, key)

    def test_nothing_said_is_told_as_such(self, blend):
        assert "None of national.toml, regional.toml, local.toml says it." in told(blend, "gather.order")

    def test_what_the_forms_decide_is_told(self, blend):
        assert "It follows from the forms: statute." in told(blend, "blend.basis")

    @pytest.mark.usefixtures("blend")
    def test_a_base_that_makes_no_form_can_be_explained(self, tmp_path, toy_registry):
        base = examine(tmp_path / "national.toml", toy_registry)
        assert "national.toml:17" in told(base, "decide.limit")
        assert "makes no form by itself" in as_text(everything_as_outline(base, everything(base)), 100)

    def test_a_slip_names_the_nearest(self, blend):
        with pytest.raises(
            UserError, match=r"no question, section or key 'decide\.limits'; did you mean 'decide\.limit'"
        ):
            explain(blend, "decide.limits")

    def test_a_question_that_the_blend_could_take_is_told(self, tmp_path, toy_registry):
        part = LOCAL.replace('extends = "regional.toml"', "").partition("[gather]")[0]
        (tmp_path / "part.toml").write_text(f'{part}[gather]\nquestions = ["toy/visit#worry"]\n')
        with pytest.raises(UserError, match="toy/visit asks 'summary', but the blend does not take it"):
            explain(examine(tmp_path / "part.toml", toy_registry), "toy/visit#summary")


class TestQuestions:
    """A question: what it asks for, who changed it, why it is needed."""

    def one(self, blend, key):
        [found] = explain(blend, key)
        return found

    @pytest.mark.parametrize("key", ["child_words", "toy/visit#child_words", "toy/family#child.words"])
    def test_it_is_found_by_its_id_and_by_every_question_it_asks_for(self, blend, key):
        assert self.one(blend, key).field.id == "child_words"

    def test_questions_with_one_place_in_the_model_are_one_and_the_reason_is_told(self, blend):
        found = self.one(blend, "child_words")
        assert [taken.name for taken in found.asks] == ["toy/visit#child_words", "toy/family#child.words"]
        assert [joined.why for joined in found.joined] == [
            "they have the same place in the shared model, so one answer answers all"
        ]
        assert {said.where for said in found.taken} == {"national.toml:8", "local.toml:10"}

    def test_questions_that_the_file_joins_name_the_line(self, blend):
        [joined] = self.one(blend, "home_needs").joined
        assert (joined.why, joined.said.where) == ("the blend says so in gather.together", "local.toml:11")

    def test_each_change_shows_the_form_the_bases_and_the_line(self, blend):
        text = told(blend, "health_needs")
        assert (
            '- label: "Health: what could be better", where the form says "Health: needs"; instead of Health: what is hard'
            in text
        )
        assert "- required: always, where the form says never  [local.toml:14]" in text
        assert "Minutes: 4, as the blend says" in text

    def test_whose_requirement_it_is(self, blend):
        assert self.one(blend, "health_needs").needed == ("the blend says so (local.toml:14)",)
        assert self.one(blend, "seen_on").needed == ("toy/visit#seen_on needs it",)
        assert self.one(blend, "why_not_alone").needed == ("toy/visit#why_not_alone needs it",)
        assert self.one(blend, "transport").needed == ("the authority's own question says so",)
        assert self.one(blend, "worry").needed == ()

    def test_a_question_of_the_authority_names_the_file_that_makes_it(self, blend):
        found = self.one(blend, "transport")
        assert found.asks == ()
        assert [said.where for said in found.taken] == ["regional.toml:12"]
        assert "A question of the authority's own, made by regional.toml:12" in told(blend, "transport")

    def test_its_place_in_the_shared_model_is_told_in_words(self, blend):
        assert "Child's developmental needs: statement about Health (need)" in told(blend, "health_needs")
        assert "carried word for word" in told(blend, "seen_alone")
        assert "each record makes its own" in told(blend, "worry")

    def test_what_law_or_guidance_wants_of_it_is_told(self, blend):
        assert "Wanted by law or guidance" in told(blend, "child_words")

    def test_a_hidden_question_says_which_line_hides_it_and_that_nothing_is_lost(self, blend):
        found = self.one(blend, "toy/visit#summary")
        assert (found.said.where, found.outcome) == ("local.toml:18", "history")
        assert "Nothing is lost: an answer that a record brings along is shown as history" in told(
            blend, "summary"
        )

    def test_a_section_shows_its_questions_and_whose_they_are(self, blend):
        [found] = explain(blend, "life")
        assert found.position == 2
        assert "transport         own  Getting to school" in told(blend, "life")
