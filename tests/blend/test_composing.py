"""From a blend file to an ordinary form: conditions, ids, basis, what is withheld, and where its questions come from."""

import pytest

from frameworks_core.checks.blend_codes import NOT_KNOWABLE
from frameworks_core.exchange.conversion import Converter
from frameworks_core.forms.blank import blank_document
from frameworks_core.forms.form_checks import faults_of

from .conftest import HEAD, HEALTH, VISIT, WORDS, form, question

BOTH = HEAD + '\n[gather]\nforms = ["north/form", "south/form"]\n'


def test_it_is_a_form_like_any_other(made):
    form = made(VISIT)
    assert (form.id, form.version, form.title, form.plain_title) == (
        "town/record",
        "1",
        "Town record",
        "Your record",
    )
    assert faults_of(form) == []
    assert blank_document(form)["form"] == "town/record"


def test_every_question_says_which_it_asks_for_and_one_s_own_for_none(made):
    form = made(
        VISIT + '[[gather.local]]\nsection = "life"\nid = "own"\nlabel = "L"\nplain = "P"\ntype = "text"\n'
    )
    assert form.fields["summary"].serves == ("toy/visit#summary",)
    assert form.fields["own"].serves == ()


def test_it_says_who_composed_it_of_what(made):
    form = made(HEAD + '\n[authority]\nname = "Town"\n[gather]\nforms = ["toy/visit"]\n')
    assert form.source == "D composed by Town of toy/visit"


def test_notes_are_those_of_the_file_and_of_its_forms(made):
    text = VISIT.replace('version = "1"', 'version = "1"\nnotes = ["Ours."]')
    assert made(text).notes == ("Ours.", "Exists for tests only.")


class TestIds:
    """Questions keep their ids; where two forms have one id, the second says where it comes from."""

    def test_on_a_clash(self, frameworks, made):
        registry = frameworks(north=form(question("same")), south=form(question("same", HEALTH)))
        fields = made(BOTH, registry).fields
        assert list(fields) == ["same", "south.form.same"]
        assert fields["south.form.same"].serves == ("south/form#same",)

    def test_a_joint_question_has_the_first_one_s(self, frameworks, made):
        registry = frameworks(north=form(question("same", HEALTH)), south=form(question("same", HEALTH)))
        assert list(made(BOTH, registry).fields) == ["same"]

    @pytest.mark.parametrize("id_", ["toy/record", "toy/visit"])
    def test_documents_of_a_blend_are_never_taken_for_a_framework_s(self, told, id_):
        assert told(VISIT.replace("town/record", id_)) == [
            (2, "blend.id", "'toy' is an installed framework; begin the id with the authority's name")
        ]

    @pytest.mark.parametrize(
        "id_", ["Town/record", "town", "town/a/b", "town/rec ord", "tówn/record", "town/record\\n"]
    )
    def test_strange_ones_are_told(self, told, id_):
        [(line, key, message)] = told(VISIT.replace("town/record", id_))
        assert (line, key) == (2, "blend.id")
        assert "my_borough/assessment" in message


class TestWhenItIsNeeded:
    """A condition of a form holds in the blend, as far as the blend asks what decides it."""

    ALONE = (
        question("alone", type_="yes_no"),
        question(
            "why", 'required = "when"\nwhen = { field = "alone", is = ["no"], text = "when not alone" }'
        ),
    )

    def test_it_is_decided_by_the_blend_s_own_question(self, frameworks, made):
        registry = frameworks(north=form(question("alone", HEALTH)), south=form(*self.ALONE))
        fields = made(BOTH, registry).fields
        assert fields["why"].when.field == "south.form.alone"

    @pytest.mark.parametrize(
        "gather",
        [
            'questions = ["south/form#why"]',
            'forms = ["south/form"]\n[gather.fields."south/form".alone]\nhide = true',
        ],
        ids=["not taken", "hidden"],
    )
    def test_where_that_is_not_asked_the_words_are_left_and_it_is_noted(self, frameworks, examined, gather):
        registry = frameworks(south=form(*self.ALONE))
        found = examined(f"{HEAD}\n[gather]\n{gather}\n", registry)
        field = found.blend.form.fields["why"]
        assert (field.required, field.when.text, field.when.field) == ("when", "when not alone", None)
        [fault] = found.faults
        assert fault.code is NOT_KNOWABLE
        assert fault.severity == "note"
        assert (
            "'why': it is needed when not alone; south/form#alone, which decides that, is not asked"
            in fault.message
        )

    # When two questions that become one are needed, and when the one is.
    JOINT = (
        ('required = "always"', "", ("always", None)),
        ("", 'required = "always"', ("always", None)),
        ("", "", ("never", None)),
        ("", 'required = "when"\nwhen = { text = "when asked" }', ("when", "when asked")),
        (
            'required = "when"\nwhen = { text = "when asked" }',
            'required = "when"\nwhen = { text = "when told" }',
            ("when", "when asked or when told"),
        ),
        ('required = "when"\nwhen = { text = "when asked" }', 'required = "always"', ("always", None)),
    )

    @pytest.mark.parametrize(("north", "south", "expected"), JOINT)
    def test_a_joint_question_is_needed_whenever_one_of_them_is(
        self, frameworks, made, north, south, expected
    ):
        registry = frameworks(
            north=form(question("ours", f"{HEALTH}\n{north}")),
            south=form(question("theirs", f"{HEALTH}\n{south}")),
        )
        [field] = made(BOTH, registry)
        assert (field.required, field.when and field.when.text) == expected


class TestBasis:
    """A blend is statutory as soon as one of its forms is, unless it says otherwise; it takes in what all of them take in."""

    @pytest.fixture
    def registry(self, frameworks):
        return frameworks(
            north=form(question("ours"), more='withholds = ["police", "third_party"]'),
            east=form(question("mine"), more='withholds = ["police", "adult_health"]'),
            south=form(question("theirs"), basis="statute", more="withholds = []"),
        )

    # The forms, what [blend] says besides, the basis, what is withheld.
    BASES = (
        (["north"], "", "consent", {"police", "third_party"}),
        (["north", "east"], "", "consent", {"police"}),
        (["north", "south"], "", "statute", set()),
        (["north", "south"], 'basis = "consent"', "consent", {"police", "third_party"}),
        (["north"], 'withholds = ["adult_health"]', "consent", {"police", "third_party", "adult_health"}),
        (["south"], 'withholds = ["police"]', "statute", {"police"}),
    )

    @pytest.mark.parametrize(("forms", "said", "basis", "withheld"), BASES)
    def test_of_a_blend(self, registry, made, forms, said, basis, withheld):
        names = ", ".join(f'"{name}/form"' for name in forms)
        form = made(f"{HEAD}{said}\n[gather]\nforms = [{names}]\n", registry)
        assert (form.basis, set(form.withholds)) == (basis, withheld)


def test_records_of_a_form_cross_into_a_blend_of_it_question_by_question(made, toy_registry):
    visit = toy_registry.form("toy/visit")
    record = {
        **blank_document(visit),
        "people": [{"id": "p1", "roles": ["child"]}],
        "answers": {
            "seen_alone": "yes",
            "child_words": "I like Gran.",
            "actions": [{"what": "Ask", "mood": "glad"}],
        },
    }
    crossed = Converter(visit, made(VISIT)).convert(record).document
    assert crossed["answers"] == record["answers"]


def test_the_same_file_composes_to_the_same_form(made):
    assert made(VISIT) == made(VISIT)


def test_the_words_of_a_view_are_no_statement(frameworks, made):
    registry = frameworks(north=form(question("said", WORDS)), south=form(question("needs", HEALTH)))
    assert list(made(BOTH, registry).fields) == ["said", "needs"]
