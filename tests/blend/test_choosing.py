"""Which questions a blend takes: whole forms, sections, single questions, in the order it names them."""

import pytest

from .conftest import HEAD, VISIT

# What [gather] says, and the ids of the questions asked.
CHOSEN = {
    "a section": (
        'sections = ["toy/visit#life"]',
        ["health_strengths", "health_needs", "home_strengths", "home_needs"],
    ),
    "a question": ('questions = ["toy/visit#worry"]', ["worry"]),
    "questions in the order named, those of one section beside each other": (
        'questions = ["toy/visit#worry", "toy/visit#seen_on", "toy/visit#summary"]',
        ["worry", "summary", "seen_on"],
    ),
    "a section and a question of another": (
        'sections = ["toy/visit#life"]\nquestions = ["toy/visit#worry"]',
        ["health_strengths", "health_needs", "home_strengths", "home_needs", "worry"],
    ),
    "a question and the section it is in": (
        'sections = ["toy/visit#life"]\nquestions = ["toy/visit#health_needs"]',
        ["health_strengths", "health_needs", "home_strengths", "home_needs"],
    ),
    "without what is hidden": (
        'sections = ["toy/visit#life"]\n[gather.fields."toy/visit"]\nhome_needs = { hide = true }',
        ["health_strengths", "health_needs", "home_strengths"],
    ),
}


@pytest.mark.parametrize("chosen", CHOSEN.values(), ids=CHOSEN)
def test_what_is_asked(made, chosen):
    gather, questions = chosen
    assert list(made(f"{HEAD}\n[gather]\n{gather}\n").fields) == questions


def test_a_whole_form_is_asked_as_it_is(made, toy_registry):
    form, visit = made(VISIT), toy_registry.form("toy/visit")
    assert list(form.fields) == list(visit.fields)
    assert [section.title for section in form.sections] == [section.title for section in visit.sections]


def test_forms_are_asked_in_the_order_named(made):
    text = HEAD + '\n[gather]\nforms = ["toy/family", "toy/visit"]\n'
    assert [section.id for section in made(text).sections] == ["children", "family", "visit", "life", "next"]


def test_a_form_named_twice_is_asked_once(made):
    assert made(VISIT.replace('["toy/visit"]', '["toy/visit", "toy/visit"]')) == made(VISIT)


# What [gather] says, and what is told: line, key, what is wrong.
NOWHERE = {
    "a form": (
        'forms = ["toy/vist"]',
        (8, "gather.forms[0]", "there is no form 'toy/vist'; did you mean 'toy/visit'?"),
    ),
    "a form with a hash": (
        'forms = ["#"]',
        (8, "gather.forms[0]", "there is no form '#'; known: toy/family, toy/visit"),
    ),
    "a section": (
        'sections = ["toy/visit#lief"]',
        (8, "gather.sections[0]", "there is no section 'lief' in toy/visit; did you mean 'life'?"),
    ),
    "a form and no section": (
        'sections = ["toy/visit"]',
        (
            8,
            "gather.sections[0]",
            "'toy/visit': name the form, a # and the section, such as my_model/form#part; a whole form is named in `forms`",
        ),
    ),
    "a hash alone": (
        'questions = ["#"]',
        (
            8,
            "gather.questions[0]",
            "'#': name the form, a # and the question, such as my_model/form#part; a whole form is named in `forms`",
        ),
    ),
    "a dot for the hash": (
        'questions = ["toy/visit.summary"]',
        (
            8,
            "gather.questions[0]",
            "'toy/visit.summary': name the form, a # and the question, such as toy/visit#summary",
        ),
    ),
    "a slash for the hash": (
        'sections = ["toy/visit/life"]',
        (
            8,
            "gather.sections[0]",
            "'toy/visit/life': name the form, a # and the section, such as toy/visit#life",
        ),
    ),
    "a question among the sections": (
        'sections = ["toy/visit#summary"]',
        (
            8,
            "gather.sections[0]",
            "'summary' is a question of toy/visit, not a section; name it in `questions`",
        ),
    ),
    "a section among the questions": (
        'questions = ["toy/visit#life"]',
        (8, "gather.questions[0]", "'life' is a section of toy/visit, not a question; name it in `sections`"),
    ),
    "hashes": (
        'sections = ["toy/visit#life#x"]',
        (8, "gather.sections[0]", "there is no section 'life#x' in toy/visit; did you mean 'life'?"),
    ),
    "a question": (
        'questions = ["toy/visit#sumary"]',
        (8, "gather.questions[0]", "there is no question 'sumary' in toy/visit; did you mean 'summary'?"),
    ),
    "a change of a question": (
        'forms = ["toy/visit"]\n[gather.fields."toy/visit"]\nsumary = { label = "x" }',
        (
            10,
            'gather.fields."toy/visit".sumary',
            "there is no question 'sumary' in toy/visit; did you mean 'summary'?",
        ),
    ),
    "a change of a form": (
        'forms = ["toy/visit"]\n[gather.fields."toy/family"]\nhome = { label = "x" }',
        (9, 'gather.fields."toy/family"', "there is no form 'toy/family' in this blend; known: toy/visit"),
    ),
    "a version of another form": (
        'forms = ["toy/visit"]\nversions = { "toy/family" = "1" }',
        (9, 'gather.versions."toy/family"', "there is no form 'toy/family' in this blend; known: toy/visit"),
    ),
    "a version": (
        'forms = ["toy/visit"]\nversions = { "toy/visit" = "2" }',
        (9, 'gather.versions."toy/visit"', "version 2 of toy/visit is wanted, and version 1 is installed"),
    ),
    "words of one set only": (
        'forms = ["toy/visit"]\nvariants = { "toy/visit" = "plain" }',
        (9, 'gather.variants."toy/visit"', "toy/visit has no variant 'plain'; it has one set of words only"),
    ),
}


@pytest.mark.parametrize("nowhere", NOWHERE.values(), ids=NOWHERE)
def test_a_name_that_leads_nowhere_is_told_with_the_nearest(told, nowhere):
    gather, fault = nowhere
    assert told(f"{HEAD}\n[gather]\n{gather}\n") == [fault]


def test_how_to_get_a_framework_is_told_where_the_file_says_it(told):
    text = HEAD + '\n[plugins]\nzed = "frameworks-zed>=2"\n[gather]\nforms = ["zed/talk"]\n'
    [(_, _, message)] = told(text)
    assert message.endswith("; the blend takes it from frameworks-zed>=2: pip install 'frameworks-zed>=2'")


@pytest.mark.parametrize(
    "gather",
    [
        "",
        "forms = []\nsections = []",
        'questions = ["toy/visit#worry"]\n[gather.fields."toy/visit".worry]\nhide = true',
    ],
)
def test_a_blend_that_asks_nothing_is_none(told, gather):
    [(_, key, message)] = told(f"{HEAD}\n[gather]\n{gather}\n")
    assert (key, message) == ("gather", "the blend asks nothing; name forms, sections or questions")


def test_a_blend_of_questions_of_one_s_own_alone_is_one(made):
    text = HEAD + '[[gather.local_sections]]\nid = "all"\ntitle = "T"\nplain = "P"\n'
    text += '[[gather.local]]\nsection = "all"\nid = "own"\nlabel = "L"\nplain = "P"\ntype = "text"\n'
    assert list(made(text).fields) == ["own"]


class TestOneChildOrAFamily:
    """What a blend is about follows from its forms, unless it says so."""

    def test_a_form_about_a_child_alone_makes_a_record_about_a_child(self, made):
        assert made(VISIT).about == "child"

    def test_beside_a_family_s_form_each_child_is_asked_what_is_about_the_child(self, made):
        form = made(HEAD + '\n[gather]\nforms = ["toy/visit", "toy/family"]\n')
        assert form.about == "family"
        assert form.fields["child_words"].per_child  # about the child
        assert not form.fields["seen_on"].per_child  # about the record

    def test_a_family_s_form_can_be_asked_about_one_child(self, made):
        form = made(HEAD + 'about = "child"\n\n[gather]\nforms = ["toy/family"]\n')
        assert form.about == "child"
        assert not any(field.per_child for field in form)
