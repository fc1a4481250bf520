"""Which questions a document still has to answer: always, in a condition, child by child, and not yet of the unborn."""

import pytest

from frameworks_core.forms.required import unanswered

HEAD = """\
id = "toy/asking"
version = "1"
title = "T"
plain_title = "t"
about = "family"
basis = "statute"
source = "D"

[[sections]]
id = "all"
title = "All"
plain = "All"
"""
FIELD = """
[[sections.fields]]
id = "{id}"
label = "{id}"
plain = "{id}"
function = "gather"
about = "child"
source = "D"
"""


@pytest.fixture
def asking(form_of):
    """Builds a form of the fields given, each with what is said about it."""

    def build(**fields):
        return form_of(
            HEAD + "".join(FIELD.replace("{id}", name) + text + "\n" for name, text in fields.items())
        )

    return build


def record(*people, **more):
    people = people or ({"id": "p1", "roles": ["child"]},)
    return {
        "form": "toy/asking",
        "version": "1",
        "status": "draft",
        "people": list(people),
        "answers": {},
        **more,
    }


def child(person, **details):
    return {"id": person, "roles": ["child"], **details}


def open_in(form, document, children=("p1",)):
    return [(entry.field.id, entry.child) for entry in unanswered(form, document, children)]


ALWAYS = 'type = "long"\nrequired = "always"'
EACH = f"{ALWAYS}\nper_child = true"
YES_NO = 'type = "yes_no"'
IF_YES = 'type = "long"\nrequired = "when"\nwhen = { field = "first", is = ["yes"], text = "if so" }'


class TestAlways:
    def test_until_it_is_answered(self, asking):
        form = asking(story=ALWAYS, other='type = "long"')
        assert open_in(form, record()) == [("story", None)]
        assert open_in(form, record(answers={"story": "A quiet winter."})) == []

    def test_in_the_order_of_the_form(self, asking):
        form = asking(second=ALWAYS, first=ALWAYS)
        assert [field for field, _ in open_in(form, record())] == ["second", "first"]

    def test_of_each_child_apart(self, asking):
        form = asking(sleep=EACH)
        family = record(child("p1"), child("p2"))
        assert open_in(form, family, ("p1", "p2")) == [("sleep", "p1"), ("sleep", "p2")]
        family["answers"] = {"sleep": {"p2": "Well."}}
        assert open_in(form, family, ("p1", "p2")) == [("sleep", "p1")]

    def test_one_answer_for_all_the_children_answers_for_each(self, asking):
        family = record(child("p1"), child("p2"), answers={"sleep": "Both sleep well."})
        assert open_in(asking(sleep=EACH), family, ("p1", "p2")) == []

    def test_only_of_the_children_the_document_is_about(self, asking):
        family = record(child("p1"), child("p2"))
        assert open_in(asking(sleep=EACH), family, ("p2",)) == [("sleep", "p2")]

    def test_of_a_document_about_nobody_too(self, asking):
        form = asking(story=ALWAYS, sleep=EACH)
        assert open_in(form, record(people=[]), ()) == [("story", None)]


class TestInACondition:
    @pytest.mark.parametrize(
        ("first", "asked"), [(None, False), ("yes", True), ("no", False), ("not_known", False)]
    )
    def test_it_is_asked_where_the_other_answer_is_one_of_those_named(self, asking, first, asked):
        form = asking(first=YES_NO, then=IF_YES)
        document = record(answers={"first": first} if first else {})
        assert open_in(form, document) == ([("then", None)] if asked else [])

    def test_any_of_several_codes_will_do(self, asking):
        form = asking(first=YES_NO, then=IF_YES.replace('["yes"]', '["no", "not_known"]'))
        asked = [
            bool(open_in(form, record(answers={"first": first}))) for first in ("yes", "no", "not_known")
        ]
        assert asked == [False, True, True]

    def test_one_of_the_codes_of_a_longer_answer_will_do(self, asking):
        codes = 'codes = [{ code = "yes", label = "Y" }, { code = "b", label = "B" }]'
        form = asking(first=f'type = "multi"\n{codes}', then=IF_YES)
        assert open_in(form, record(answers={"first": ["b", "yes"]})) == [("then", None)]
        assert open_in(form, record(answers={"first": ["b"]})) == []

    def test_of_each_child_by_that_child_s_answer(self, asking):
        form = asking(first=f"{YES_NO}\nper_child = true", then=f"{IF_YES}\nper_child = true")
        family = record(child("p1"), child("p2"), answers={"first": {"p1": "no", "p2": "yes"}})
        assert open_in(form, family, ("p1", "p2")) == [("then", "p2")]

    def test_of_the_family_if_it_holds_for_any_child(self, asking):
        form = asking(first=f"{YES_NO}\nper_child = true", then=IF_YES)
        family = record(child("p1"), child("p2"), answers={"first": {"p1": "no", "p2": "yes"}})
        assert open_in(form, family, ("p1", "p2")) == [("then", None)]
        family["answers"]["first"]["p2"] = "no"
        assert open_in(form, family, ("p1", "p2")) == []

    def test_not_of_anybody_while_the_document_is_about_nobody(self, asking):
        form = asking(first=YES_NO, then=IF_YES)
        assert open_in(form, record(people=[], answers={"first": "no"}), ()) == []

    def test_a_condition_that_only_its_text_tells_is_left_to_the_form_s_rules(self, asking):
        form = asking(then='type = "long"\nrequired = "when"\nwhen = { text = "if it matters" }')
        assert open_in(form, record()) == []

    def test_where_the_other_answer_stands_in_the_people_table(self, asking):
        form = asking(first=f'{YES_NO}\nslot = {{ kind = "person", property = "disabled" }}', then=IF_YES)
        assert open_in(form, record(child("p1", disabled="yes"))) == [("then", None)]
        assert open_in(form, record(child("p1", disabled="no"))) == []

    def test_where_the_people_table_knows_of_one_child_only(self, asking):
        form = asking(
            first=f'{YES_NO}\nper_child = true\nslot = {{ kind = "person", property = "disabled" }}',
            then=f"{IF_YES}\nper_child = true",
        )
        family = record(child("p1", disabled="yes"), child("p2"))
        assert open_in(form, family, ("p1", "p2")) == [("then", "p1")]


class TestTheUnborn:
    BORN = "born_only = true"

    def test_what_only_the_born_can_be_asked_is_not_open_for_the_unborn(self, asking):
        form = asking(words=f"{EACH}\n{self.BORN}", health=EACH)
        family = record(child("p1", dob="2020-01-01"), child("p2", edd="2026-06-19"))
        assert open_in(form, family, ("p1", "p2")) == [("words", "p1"), ("health", "p1"), ("health", "p2")]

    def test_a_child_with_both_dates_is_born(self, asking):
        born = record(child("p1", dob="2026-06-12", edd="2026-06-19"))
        assert open_in(asking(words=f"{EACH}\n{self.BORN}"), born) == [("words", "p1")]

    def test_a_child_without_either_date_is_taken_for_born(self, asking):
        assert open_in(asking(words=f"{EACH}\n{self.BORN}"), record()) == [("words", "p1")]

    def test_of_the_family_it_is_asked_if_any_child_is_born(self, asking):
        form = asking(words=f"{ALWAYS}\n{self.BORN}")
        unborn, born = child("p1", edd="2026-06-19"), child("p2", dob="2020-01-01")
        assert open_in(form, record(unborn), ("p1",)) == []
        assert open_in(form, record(unborn, born), ("p1", "p2")) == [("words", None)]


class TestWhatTheTablesHold:
    def test_it_is_not_asked_again(self, asking):
        form = asking(
            name='type = "text"\nrequired = "always"\nslot = { kind = "person", property = "given_names" }'
        )
        assert open_in(form, record()) == [("name", None)]
        assert open_in(form, record(child("p1", given_names="Wren"))) == []

    def test_of_each_child_apart(self, asking):
        slot = 'slot = { kind = "person", property = "given_names" }'
        form = asking(name=f'type = "text"\nrequired = "always"\nper_child = true\n{slot}')
        family = record(child("p1", given_names="Wren"), child("p2"))
        assert open_in(form, family, ("p1", "p2")) == [("name", "p2")]

    def test_of_the_family_it_is_asked_until_it_is_held_for_every_child(self, asking):
        slot = 'slot = { kind = "person", property = "given_names" }'
        form = asking(name=f'type = "text"\nrequired = "always"\n{slot}')
        family = record(child("p1", given_names="Wren"), child("p2"))
        assert open_in(form, family, ("p1", "p2")) == [("name", None)]


def test_looking_changes_nothing(asking):
    document = record(answers={"first": "yes"})
    before = repr(document)
    open_in(asking(first=YES_NO, then=IF_YES), document)
    assert repr(document) == before
