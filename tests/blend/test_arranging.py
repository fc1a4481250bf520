"""The sections of a blend: those of its forms and the authority's own, in the order the authority wants."""

import pytest

from .conftest import HEAD, VISIT, form, question

OWN = '[[gather.local_sections]]\nid = "extra"\ntitle = "Extra"\nplain = "More"\n'
LOCAL = '[[gather.local]]\nsection = "SECTION"\nid = "ID"\nlabel = "L"\nplain = "P"\ntype = "text"\n'


def local(section, id_="own"):
    return LOCAL.replace("SECTION", section).replace('"ID"', f'"{id_}"')


def layout(form):
    return {section.id: [field.id for field in section.fields] for section in form.sections}


def test_sections_come_in_the_order_wanted_and_the_others_after(made):
    assert list(layout(made(VISIT + 'order = ["next"]\n'))) == ["next", "visit", "life"]


def test_questions_of_a_section_too(made):
    text = VISIT + '[gather.section.life]\norder = ["home_needs", "health_needs"]\n'
    assert layout(made(text))["life"] == ["home_needs", "health_needs", "health_strengths", "home_strengths"]


def test_a_section_gets_other_words(made):
    text = VISIT + '[gather.section.life]\ntitle = "Daily life"\nguidance = "Ask first."\n'
    section = made(text).sections[1]
    assert (section.title, section.plain, section.guidance) == ("Daily life", "Your life", "Ask first.")


def test_a_question_of_one_s_own_stands_at_the_end_of_its_section(made):
    assert layout(made(VISIT + local("life")))["life"][-1] == "own"


def test_a_section_of_one_s_own_stands_at_the_end(made):
    form = made(VISIT + OWN + local("extra"))
    assert layout(form)["extra"] == ["own"]
    assert [section.title for section in form.sections][-1] == "Extra"


def test_a_section_in_which_nothing_is_asked_is_left_out(made):
    assert "extra" not in layout(made(VISIT + OWN))


# What is said about the question `summary` of the section `next`, and how the two sections look then.
MOVES = {
    "behind another": ('after = "next_step"', {"next": ["worry", "next_step", "summary", "actions"]}),
    "into another section": ('section = "visit"', {"next": ["worry", "next_step", "actions"]}),
    "behind one of another section": (
        'section = "life"\nafter = "health_needs"',
        {"life": ["health_strengths", "health_needs", "summary", "home_strengths", "home_needs"]},
    ),
    "behind one of one's own": (
        'section = "extra"\nafter = "own"',
        {"extra": ["own", "summary"], "next": ["worry", "next_step", "actions"]},
    ),
}


@pytest.mark.parametrize("move", MOVES.values(), ids=MOVES)
def test_a_question_is_moved(made, move):
    lines, expected = move
    text = VISIT + f'[gather.fields."toy/visit".summary]\n{lines}\n' + OWN + local("extra")
    assert expected.items() <= layout(made(text)).items()


# What the file says besides, and what is told: key, what is wrong.
WRONG = {
    "a section to begin with": (
        'order = ["nxt"]',
        ("gather.order[0]", "there is no section 'nxt' here; did you mean 'next'?"),
    ),
    "a section to reword": (
        '[gather.section.lief]\ntitle = "T"',
        ("gather.section.lief", "there is no section 'lief' in this blend; did you mean 'life'?"),
    ),
    "a question to begin with": (
        '[gather.section.life]\norder = ["home_ned"]',
        ("gather.section.life.order[0]", "there is no question 'home_ned' here; did you mean 'home_needs'?"),
    ),
    "a section to move to": (
        '[gather.fields."toy/visit".summary]\nsection = "lief"',
        (
            'gather.fields."toy/visit".summary.section',
            "there is no section 'lief' in this blend; did you mean 'life'?",
        ),
    ),
    "a question to follow": (
        '[gather.fields."toy/visit".summary]\nafter = "wory"',
        (
            'gather.fields."toy/visit".summary.after',
            "there is no question 'wory' in that section; did you mean 'worry'?",
        ),
    ),
    "a section of a local question": (
        local("lief"),
        ("gather.local[0].section", "there is no section 'lief' in this blend; did you mean 'life'?"),
    ),
    "a section of one's own that is there": (
        OWN.replace('"extra"', '"life"'),
        ("gather.local_sections[0].id", "there is a section 'life' already"),
    ),
    "two sections of one's own": (
        OWN + OWN,
        ("gather.local_sections[1].id", "there is a section 'extra' already"),
    ),
    "a question of one's own that is there": (
        local("life", "summary"),
        ("gather.local[0].id", "there is a question 'summary' already; choose another id"),
    ),
    "two questions of one's own": (
        local("life") + local("next"),
        ("gather.local[1].id", "there is a question 'own' already; choose another id"),
    ),
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_place_that_is_not_there_is_told_with_the_nearest(told, wrong):
    text, fault = wrong
    assert [(key, message) for _, key, message in told(f"{VISIT}{text}\n")] == [fault]


# A line of a question of one's own, and what is told about it: the key, and what is wrong.
FAULTS = {
    "slot.kind": ('slot = { kind = "statment" }', "'statment' is not known; did you mean 'statement'?"),
    "slot.sense": (
        'slot = { kind = "statement", sense = "ned" }',
        "'ned' is not known; did you mean 'need'?",
    ),
    "slot.dimensions": (
        'slot = { kind = "statement", sense = "need", dimensions = ["helth"] }',
        "'helth' is not known; did you mean 'health'?",
    ),
    "slot": ('slot = { kind = "view" }', "the kind 'view' needs whose and aspect"),
    "min": ("min = 3", "min, max, whole: only a number or a scale has them"),
    "columns": (
        'columns = [{ id = "a", label = "A", plain = "A", type = "text" }]',
        "a table needs columns, and only a table has them",
    ),
    "codes": (
        'codes = [{ code = "a", label = "A" }]',
        "choice and multi need codes, and only they have them",
    ),
    "when": ('when = { text = "x" }', 'belongs to required = "when", and only there'),
    "per_child": ("per_child = true", 'only a form with about = "family" asks child by child'),
    "source": ('source = "ours"', "begins with how well attested it is, one of S2+, S, K, D"),
    "better": ('better = "high"', "only a scale, a score, a rating or a number has a good end"),
    "guidance": ('guidance = "{id}"', "nothing stands for {id} here"),
}


@pytest.mark.parametrize(("key", "fault"), FAULTS.items(), ids=FAULTS)
def test_a_fault_of_a_question_of_one_s_own_is_told_at_its_key(told, key, fault):
    line, message = fault
    assert told(f"{VISIT}{local('life')}{line}\n") == [(15, f"gather.local[0].{key}", message)]


def test_sections_of_one_id_in_two_forms_are_two(frameworks, made):
    registry = frameworks(north=form(question("a")), south=form(question("b")))
    text = HEAD + '\n[gather]\nforms = ["north/form", "south/form"]\n'
    assert layout(made(text, registry)) == {"main": ["a"], "south_form_main": ["b"]}
    assert layout(made(text + 'order = ["south_form_main"]\n', registry)) == {
        "south_form_main": ["b"],
        "main": ["a"],
    }
