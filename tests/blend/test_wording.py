"""The label variants of the forms in a blend: chosen once for all by the file, or by each document as in the form."""

import pytest

from frameworks_core.forms.variants import worded_by

from .conftest import HEAD, HEALTH, form, question

CHOOSER = question(
    "words_used", 'codes = [{ code = "a", label = "A" }, { code = "b", label = "B" }]', "choice"
)
MORE = 'variant_field = "words_used"\n'
VARIANTS = """
[[variants]]
code = "a"
title = "A"
labels = { SUBJECT = { label = "SUBJECT in A", plain = "A" } }
sections = { main = { label = "Section in A", plain = "A" } }
[[variants]]
code = "b"
title = "B"
labels = { SUBJECT = { label = "SUBJECT in B", plain = "B" } }
"""
BOTH = HEAD + '\n[gather]\nforms = ["north/form", "south/form"]\n'


def varied(subject, *others, chooser=CHOOSER):
    return form(chooser, question(subject, HEALTH), *others, VARIANTS.replace("SUBJECT", subject), more=MORE)


def in_words_of(made, code):
    shown = worded_by(made, code)
    return {field.id: field.label for field in shown}


@pytest.fixture
def registry(frameworks):
    return frameworks(north=varied("ours"), south=form(question("theirs"), section="south"))


def test_each_document_chooses_as_in_the_form_itself(made, registry):
    form = made(BOTH, registry)
    assert form.variant_field == "words_used"
    assert in_words_of(form, "a")["ours"] == "ours in A"
    assert in_words_of(form, "b")["ours"] == "ours in B"
    assert in_words_of(form, None)["ours"] == "ours label"
    assert worded_by(form, "a").sections[0].title == "Section in A"


def test_a_choice_in_the_file_holds_for_all_documents(made, registry):
    form = made(BOTH + 'variants = { "north/form" = "b" }\n', registry)
    assert form.fields["ours"].label == "ours in B"
    assert (form.variants, form.variant_field) == ((), None)


def test_a_variant_that_is_not_there_is_told_with_the_nearest(told, registry):
    [(line, key, message)] = told(BOTH + 'variants = { "north/form" = "c" }\n', registry)
    assert (line, key, message) == (
        9,
        'gather.variants."north/form"',
        "north/form has no variant 'c'; known: a, b",
    )


def test_the_authority_s_own_words_hold_in_every_variant(made, registry):
    text = (
        BOTH
        + '[gather.fields."north/form".ours]\nlabel = "Own words"\n[gather.section.main]\ntitle = "Own title"\n'
    )
    form = made(text, registry)
    for code in ("a", "b"):
        assert in_words_of(form, code)["ours"] == "Own words"
        assert worded_by(form, code).sections[0].title == "Own title"


def test_a_question_in_the_words_of_another_form_keeps_them(made, frameworks):
    registry = frameworks(south=form(question("theirs", HEALTH)), north=varied("ours"))
    form_ = made(BOTH.replace('"north/form", "south/form"', '"south/form", "north/form"'), registry)
    assert in_words_of(form_, "a")["theirs"] == "theirs label"


def test_where_the_choice_is_not_asked_there_are_no_variants(made, registry):
    form = made(BOTH + '[gather.fields."north/form".words_used]\nhide = true\n', registry)
    assert (form.variants, form.variant_field) == ((), None)


class TestTwoFormsWithVariants:
    """Documents choose their words in one place."""

    @pytest.fixture
    def two(self, frameworks):
        south = CHOOSER.replace("words_used", "our_words")
        return frameworks(
            north=varied("ours"),
            south={
                **form(south, question("theirs"), VARIANTS.replace("SUBJECT", "theirs"), more=MORE),
                "more": 'variant_field = "our_words"\n',
            },
        )

    def test_two_choices_are_told(self, told, two):
        [(_, key, message)] = told(BOTH, two)
        assert key == "gather.variants"
        assert "choose the variants of all but one of north/form, south/form" in message

    def test_asked_together_the_one_choice_words_both(self, made, two):
        form = made(BOTH + 'together = [["north/form#words_used", "south/form#our_words"]]\n', two)
        assert in_words_of(form, "a") == {
            "words_used": "words_used label",
            "ours": "ours in A",
            "theirs": "theirs in A",
        }

    def test_with_one_chosen_the_other_is_left_to_documents(self, made, two):
        form = made(BOTH + 'variants = { "north/form" = "b" }\n', two)
        assert form.variant_field == "our_words"
        assert (form.fields["ours"].label, in_words_of(form, "a")["theirs"]) == ("ours in B", "theirs in A")
