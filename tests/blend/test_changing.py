"""What an authority changes about a question: its words, when it is needed, how long it takes."""

import pytest

from .conftest import HEAD, HEALTH, VISIT, form, question


def changed(of, *lines, form_id="toy/visit"):
    return VISIT + f'\n[gather.fields."{form_id}".{of}]\n' + "\n".join(lines) + "\n"


def test_words_are_replaced_one_by_one(made, toy_registry):
    before = toy_registry.form("toy/visit").fields["summary"]
    after = made(changed("summary", 'label = "In short"', 'guidance = "Three lines."')).fields["summary"]
    assert (after.label, after.plain, after.guidance) == ("In short", before.plain, "Three lines.")
    assert (after.slot, after.type, after.function) == (before.slot, before.type, before.function)


# What the file says about a question that is never needed, and when it is needed then.
NEEDED = {
    "true": (["required = true"], ("always", None)),
    "always": (['required = "always"'], ("always", None)),
    "false": (["required = false"], ("never", None)),
    "never": (['required = "never"'], ("never", None)),
    "when": (['required = "when"', 'when = { text = "when asked" }'], ("when", "when asked")),
    "a condition alone": (['when = { text = "when asked" }'], ("when", "when asked")),
}


@pytest.mark.parametrize("needed", NEEDED.values(), ids=NEEDED)
def test_when_it_is_needed(made, needed):
    lines, (required, text) = needed
    field = made(changed("summary", *lines)).fields["summary"]
    assert (field.required, field.when and field.when.text) == (required, text)


def test_a_condition_of_the_form_stays_where_only_words_change(made, toy_registry):
    field = made(changed("why_not_alone", 'label = "Why"')).fields["why_not_alone"]
    assert field.when == toy_registry.form("toy/visit").fields["why_not_alone"].when


def test_a_condition_names_a_question_of_the_blend_and_its_answers(made):
    when = 'when = { text = "when not alone", field = "seen_alone", is = ["no", "not_known"] }'
    assert made(changed("summary", when)).fields["summary"].when.codes == ("no", "not_known")


# What the file says about the question `summary`, and what is told: line, key below it, what is wrong.
WRONG = {
    "a word": (['required = "allways"'], (11, "required", "'allways' is not known; did you mean 'always'?")),
    "a condition that is not there": (
        ['required = "when"'],
        (11, "required", "say in `when` beside it when the question is needed"),
    ),
    "a condition that is not wanted": (
        ["required = true", 'when = { text = "x" }'],
        (11, "required", 'a condition in `when` belongs to required = "when"'),
    ),
    "a question that is not asked": (
        ['when = { text = "x", field = "seen_alon", is = ["no"] }'],
        (11, "when.field", "there is no field 'seen_alon'; did you mean 'seen_alone'?"),
    ),
    "a question without choices": (
        ['when = { text = "x", field = "worry", is = ["no"] }'],
        (11, "when.field", "'worry' is not answered with a code"),
    ),
    "an answer that is not there": (
        ['when = { text = "x", field = "seen_alone", is = ["maybe"] }'],
        (11, "when.is", "'maybe' is not known; known: no, not_known, yes"),
    ),
    "an empty label": (['label = " "'], (11, "label", "it is empty; write something, or take the key out")),
    "what stands for nothing": (
        ['guidance = "See {label}."'],
        (11, "guidance", "nothing stands for {label} here"),
    ),
    "minutes below none": (["minutes = -1"], (11, "minutes", "it has to be 0 or more")),
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_change_that_cannot_be_made_is_told_at_its_key(told, wrong):
    lines, (line, key, message) = wrong
    assert told(changed("summary", *lines)) == [(line, f'gather.fields."toy/visit".summary.{key}', message)]


class TestAJointQuestion:
    """A question asked for several forms may be named by any of them."""

    TEXT = HEAD + '\n[gather]\nforms = ["north/form", "south/form"]\n'

    @pytest.fixture
    def both(self, frameworks):
        return frameworks(north=form(question("ours", HEALTH)), south=form(question("theirs", HEALTH)))

    def test_by_the_second_too(self, made, both):
        [field] = made(self.TEXT + '[gather.fields."south/form".theirs]\nlabel = "L"\n', both)
        assert (field.id, field.label) == ("ours", "L")

    def test_by_both_where_they_agree(self, made, both):
        text = self.TEXT + '[gather.fields."south/form".theirs]\nlabel = "L"\nrequired = true\n'
        [field] = made(text + '[gather.fields."north/form".ours]\nlabel = "L"\n', both)
        assert (field.label, field.required) == ("L", "always")

    def test_two_values_are_told(self, told, both):
        text = self.TEXT + '[gather.fields."north/form".ours]\nlabel = "L"\n'
        text += '[gather.fields."south/form".theirs]\nlabel = "M"\n'
        assert told(text, both) == [
            (
                12,
                'gather.fields."south/form".theirs.label',
                "this question is asked once, with north/form#ours, which has another label in this blend",
            )
        ]

    def test_hidden_in_one_form_it_is_still_asked_for_the_other(self, made, both):
        [field] = made(self.TEXT + '[gather.fields."north/form".ours]\nhide = true\n', both)
        assert field.serves == ("south/form#theirs",)


def test_minutes_are_kept_beside_the_form(examined):
    text = (
        changed("summary", "minutes = 12") + '[[gather.local]]\nsection = "life"\nid = "own"\nlabel = "L"\n'
    )
    blend = examined(text + 'plain = "P"\ntype = "text"\nminutes = 3.5\n').blend
    assert blend.composed.minutes == {"summary": 12, "own": 3.5}
