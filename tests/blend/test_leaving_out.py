"""What a base blend says of a question that the file going on from it leaves out no longer applies, and is no fault."""

import pytest

from .conftest import HEAD, form, question

BASE = (
    HEAD
    + """
[gather]
forms = ["toy/visit"]
sections = ["toy/family#children"]
questions = ["toy/family#actions", "toy/family#author"]
together = [["toy/visit#actions", "toy/family#actions"]]
apart = [["toy/visit#child_words", "toy/family#child.words"]]
order = ["family", "children", "next"]
[gather.fields."toy/visit".summary]
section = "family"
after = "author"
[gather.section.family]
title = "The family"
order = ["author"]
[gather.section.children]
title = "The children"
"""
)
GOES_ON = 'extends = "base.toml"\n[gather]\nwithout = {}\n'


@pytest.fixture
def local(write, examined):
    """A blend that goes on from the base and leaves something out."""

    def make(without, *registry, base=BASE):
        write("base.toml", base)
        return examined(GOES_ON.format(without), *registry)

    return make


def problems(found):
    return [found.line(fault) for fault in found.faults if fault.severity == "error"]


@pytest.mark.parametrize(
    "without",
    [
        ["toy/family#actions"],
        ["toy/family#author"],
        ["toy/family#children"],
        ["toy/family#actions", "toy/family#author", "toy/family#children"],
    ],
    ids=" ".join,
)
def test_the_blend_can_still_be_used(local, without):
    assert problems(local(without)) == []


def test_what_is_left_out_is_not_asked_and_what_moved_behind_it_stays_at_home(local):
    form = local(["toy/family#actions", "toy/family#author", "toy/family#children"]).blend.form
    sections = {section.id: [field.id for field in section.fields] for section in form.sections}
    assert sections["next"] == ["worry", "summary", "next_step", "actions"]
    assert not {"family", "children"} & sections.keys()
    assert form.fields["actions"].serves == ("toy/visit#actions",)


def test_of_three_asked_together_the_other_two_still_are(local, frameworks):
    same = 'slot = { kind = "statement", dimensions = ["%s"], sense = "need" }'
    registry = frameworks(
        **{
            name: form(question("need", same % dimension))
            for name, dimension in (("one", "health"), ("two", "education"), ("three", "identity"))
        }
    )
    names = [f"{name}/form#need" for name in ("one", "two", "three")]
    base = f"{HEAD}[gather]\nquestions = {names}\ntogether = [{names}]\n"
    [field] = local([names[2]], registry, base=base).blend.form
    assert field.serves == tuple(names[:2])


def test_a_name_that_never_was_in_the_blend_stays_a_fault(local):
    found = local(["toy/family#author"], base=BASE.replace('"family", "children"', '"famly", "children"'))
    assert ["there is no section 'famly' here" in line for line in problems(found)] == [True]


def test_what_a_file_between_the_two_left_out_is_left_out_too(write, examined):
    write("base.toml", BASE)
    write("region.toml", GOES_ON.format(["toy/family#author"]))
    assert problems(examined('extends = "region.toml"\n[gather]\norder = ["life"]\n')) == []


def test_what_is_left_out_and_taken_again_applies_again(write, examined):
    write("base.toml", BASE)
    write("region.toml", GOES_ON.format(["toy/family#author"]))
    again = examined('extends = "region.toml"\n[gather]\nquestions = ["toy/family#author"]\n').blend.form
    assert again.sections[0].title == "The family"
    assert [field.id for field in again.sections[0].fields] == ["author", "summary"]
