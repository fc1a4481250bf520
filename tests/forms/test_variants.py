"""Label variants: other words over the same questions, and nothing else."""

import pytest
from attrs import evolve

from frameworks_core.errors import UserError
from frameworks_core.forms.compiled import compile_form, compiled_path, read_compiled
from frameworks_core.forms.definition import faults_and_form
from frameworks_core.forms.schema import json_schema
from frameworks_core.forms.summary import form_summary_as_text
from frameworks_core.forms.variants import in_variant, worded_for

MAP = """
id = "toy/map"
version = "1"
title = "A map"
plain_title = "Our map"
about = "child"
basis = "consent"
source = "D"
variant_field = "used_in"

[[sections]]
id = "worries"
title = "Dangers"
plain = "What people fear"

[[sections.fields]]
id = "used_in"
label = "Used in"
plain = "Kind of help"
type = "choice"
function = "gather"
about = "record"
source = "D"
codes = [{ code = "protection", label = "Protection" }, { code = "early_help", label = "Early help" }]

[[sections.fields]]
id = "feared"
label = "Danger statements"
plain = "What could happen"
type = "table"
function = "analyse"
about = "child"
source = "D"
slot = { kind = "danger" }
columns = [{ id = "what", label = "Feared harm", plain = "What could happen", type = "long", property = "feared" }]

[[variants]]
code = "early_help"
title = "Early help"
[variants.sections.worries]
label = "Worries"
plain = "What people worry about"
[variants.labels.feared]
label = "Worry statements"
plain = "What people worry about"
[variants.labels."feared.what"]
label = "What might get harder"
plain = "What might get harder"
"""


def loaded(source: str = MAP):
    form, faults = faults_and_form(source.encode())
    assert form is not None, faults
    return form


def changed(old: str, new: str) -> list[str]:
    assert old in MAP
    return faults_and_form(MAP.replace(old, new).encode())[1]


def in_early_help(form):
    return worded_for(form, {"answers": {"used_in": "early_help"}})


def test_the_answer_of_the_document_chooses_the_words():
    worded = in_early_help(loaded())
    assert worded.fields["feared"].label == "Worry statements"
    assert worded.fields["feared"].columns[0].plain == "What might get harder"
    assert worded.sections[0].title == "Worries"
    assert worded.fields["used_in"].label == "Used in"


@pytest.mark.parametrize(
    "answers", [{}, {"used_in": "protection"}, {"used_in": "no such"}, {"used_in": []}, None]
)
def test_a_document_of_no_variant_reads_in_the_words_of_the_form(answers):
    form = loaded()
    assert worded_for(form, {"answers": answers}) is form


def test_a_variant_changes_words_and_nothing_else():
    form = loaded()
    worded = in_early_help(form)
    back = [
        evolve(field, label=plain.label, plain=plain.plain, columns=plain.columns)
        for field, plain in zip(worded, form, strict=True)
    ]
    assert back == list(form)
    titles = {"title", "description"}
    assert without(json_schema(worded), titles) == without(json_schema(form), titles)


def test_a_compiled_form_keeps_its_variants(tmp_path):
    path = tmp_path / "map.toml"
    form = loaded()
    compiled_path(path).write_bytes(compile_form(form, MAP.encode()))
    assert read_compiled(path, MAP.encode()) == form


def test_a_form_can_be_shown_in_the_words_of_a_variant():
    form = loaded()
    assert in_variant(form, "early_help").fields["feared"].label == "Worry statements"
    assert "--variant early_help  (Early help)" in form_summary_as_text(form, 80)
    with pytest.raises(UserError, match="has no variant 'early_hlp'; did you mean 'early_help'"):
        in_variant(form, "early_hlp")
    with pytest.raises(UserError, match="has one set of words only; leave out --variant"):
        in_variant(evolve(form, variants=()), "early_help")


FAULTS = {
    "a question that is not there": (
        'variant_field = "used_in"',
        'variant_field = "usedin"',
        "variant_field: there is no field 'usedin'; did you mean 'used_in'?",
    ),
    "no question": (
        'variant_field = "used_in"\n',
        "",
        "variants: variant_field must say which question chooses between them",
    ),
    "an answer that is not there": (
        'code = "early_help"\ntitle',
        'code = "earlyhelp"\ntitle',
        "variant 'earlyhelp', code: is no answer of 'used_in'; did you mean 'early_help'?",
    ),
    "a field that is not there": (
        "[variants.labels.feared]",
        "[variants.labels.fear]",
        "variant 'early_help', labels: there is no 'fear' in this form; did you mean 'feared'?",
    ),
    "no words": (
        'label = "Worry statements"',
        'label = " "',
        "variant 'early_help', labels 'feared': label and plain must not be empty",
    ),
    "a key that is not known": (
        'label = "What might get harder"\n',
        'lable = "What might get harder"\n',
        "variant 'early_help', labels 'feared.what': there is no key 'lable'; did you mean 'label'?",
    ),
}


@pytest.mark.parametrize(("old", "new", "fault"), FAULTS.values(), ids=FAULTS)
def test_a_fault_of_a_variant_names_its_place(old, new, fault):
    assert fault in changed(old, new)


def without(schema, keys):
    if isinstance(schema, dict):
        return {key: without(value, keys) for key, value in schema.items() if key not in keys}
    return [without(entry, keys) for entry in schema] if isinstance(schema, list) else schema
