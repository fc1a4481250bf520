"""A block is written once per item, where it stands, in the item's words."""

from pathlib import Path

import pytest

from frameworks_core.forms.loading import FormError, form_from_source


def faults_of(text, *changes):
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    with pytest.raises(FormError) as caught:
        form_from_source(text.encode(), Path("small.toml"))
    return list(caught.value.faults)


class TestWhatABlockBecomes:
    def test_its_fields_follow_the_section_s_own_item_by_item(self, with_block, form_of):
        plan = form_of(with_block).sections[1]
        asked = [field.id for field in plan.fields]
        assert asked == [
            "worry",
            "sex",
            "actions",
            "home.status",
            "home.needs",
            "school.status",
            "school.needs",
        ]

    def test_the_item_s_words_stand_in_every_text(self, with_block, form_of):
        home = form_of(with_block).fields["home.needs"]
        assert (home.label, home.plain) == ("Home: needs", "What could be better about your home")

    def test_a_condition_is_on_the_field_of_the_same_item(self, with_block, form_of):
        form = form_of(with_block)
        assert form.fields["home.needs"].when.field == "home.status"
        assert form.fields["school.needs"].when.field == "school.status"

    def test_a_slot_takes_the_item_s_dimensions_or_none(self, with_block, form_of):
        form = form_of(with_block)
        assert form.fields["home.needs"].slot.dimensions == {"housing", "income"}
        assert form.fields["school.needs"].slot.dimensions == frozenset()

    def test_the_item_s_source_is_the_field_s_unless_we_added_the_field(self, with_block, form_of):
        form = form_of(with_block)
        assert form.fields["home.status"].source == "S one source"
        assert form.fields["home.needs"].source == "D ours"
        assert form.fields["school.status"].source == "D ours"

    def test_the_item_s_guidance_is_said_once_beside_its_first_question(self, with_block, form_of):
        form = form_of(with_block)
        assert form.fields["home.status"].guidance == "Ask to see the room."
        assert form.fields["home.needs"].guidance is None

    def test_a_section_may_be_nothing_but_blocks(self, with_block, form_of):
        head, _, block = with_block.partition("[[sections.blocks]]")
        before = head.partition("[[sections]]")[0]
        section = '[[sections]]\nid = "all"\ntitle = "All"\nplain = "All"\n\n[[sections.blocks]]'
        form = form_of(before + section + block)
        assert list(form.fields) == ["home.status", "home.needs", "school.status", "school.needs"]


BLOCK = "section 'plan', blocks[0]"
NEEDS_BOTH = f"{BLOCK}: a block needs items and fields, and both are lists of tables"


class TestWhatIsWrongWithABlock:
    def test_no_items(self, with_block):
        head, _, tail = with_block.partition("[[sections.blocks.items]]")
        assert faults_of(
            head + "[[sections.blocks.fields]]" + tail.partition("[[sections.blocks.fields]]")[2]
        ) == [NEEDS_BOTH]

    def test_no_fields(self, with_block):
        assert faults_of(with_block.partition("[[sections.blocks.fields]]")[0]) == [NEEDS_BOTH]

    @pytest.mark.parametrize("items", ["[]", '"home"', '["home"]', "3", "{ home = 1 }"])
    def test_items_that_are_no_tables(self, with_block, items):
        head, _, _ = with_block.partition("[[sections.blocks.items]]")
        block = (
            f"items = {items}\n[[sections.blocks.fields]]"
            + with_block.partition("[[sections.blocks.fields]]")[2]
        )
        assert faults_of(head + block) == [NEEDS_BOTH]

    @pytest.mark.parametrize("fields", ["[]", '"sleep"', '["sleep"]', "{ id = 'sleep' }"])
    def test_fields_that_are_no_tables(self, with_block, fields):
        text = with_block.partition("[[sections.blocks.fields]]")[0]
        assert faults_of(text, ("[[sections.blocks]]\n", f"[[sections.blocks]]\nfields = {fields}\n")) == [
            NEEDS_BOTH
        ]

    def test_a_block_in_single_brackets(self, small):
        assert faults_of(f"{small}\n[sections.blocks]\nitems = []\nfields = []") == [
            "section 'plan': fields and blocks are lists of tables"
        ]

    def test_a_misspelt_key_of_the_block(self, with_block):
        change = ("[[sections.blocks]]\n", "[[sections.blocks]]\nitem = 'home'\n")
        assert faults_of(with_block, change) == [f"{BLOCK}: there is no key 'item'; did you mean 'items'?"]

    def test_a_misspelt_name_of_the_blocks(self, small):
        fault = "section 'plan': there is no key 'block'; did you mean 'blocks'?"
        assert faults_of(f"{small}\n[[sections.block]]\nitems = []") == [fault]

    def test_a_misspelt_key_of_an_item(self, with_block):
        assert faults_of(with_block, ('dimensions = ["housing"', 'dimension = ["housing"')) == [
            f"{BLOCK}, item 'home': there is no key 'dimension'; did you mean 'dimensions'?"
        ]

    def test_an_item_without_its_words(self, with_block):
        change = ('label = "School"\nplain = "your school"\n', "")
        assert faults_of(with_block, change) == [f"{BLOCK}, item 'school': needs label, plain"]

    def test_a_number_for_an_item_s_text(self, with_block):
        assert faults_of(with_block, ('label = "School"', "label = 5")) == [
            f"{BLOCK}, item 'school': label: a text is needed here"
        ]

    def test_an_unknown_dimension_of_an_item_is_named_at_the_field_it_reaches(self, with_block):
        assert faults_of(with_block, ('"housing"', '"huosing"')) == [
            "section 'plan', field 'home.needs', slot.dimensions: 'huosing' is not known; did you mean 'housing'?"
        ]

    def test_two_items_of_one_id(self, with_block):
        assert faults_of(with_block, ('id = "school"', 'id = "home"')) == [
            "section 'plan', field 'home.status', id: is already used in section 'plan'",
            "section 'plan', field 'home.needs', id: is already used in section 'plan'",
        ]

    def test_a_placeholder_that_means_nothing(self, with_block):
        assert faults_of(with_block, ("{label}: needs", "{lable}: needs")) == [
            "section 'plan', field 'home.needs', label: nothing stands for {lable} here",
            "section 'plan', field 'school.needs', label: nothing stands for {lable} here",
        ]

    def test_a_block_and_the_fields_beside_it_are_told_together(self, with_block):
        changes = (('label = "School"', "label = 5"), ('label = "Sleep"', "label = 6"))
        assert faults_of(with_block, *changes) == [
            f"{BLOCK}, item 'school': label: a text is needed here",
            "section 'life', field 'sleep', label: a text is needed here, not a number",
        ]
