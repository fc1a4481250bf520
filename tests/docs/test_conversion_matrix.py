"""The table of what becomes of each form's questions in every other form is generated, and tells the truth."""

from __future__ import annotations

import pytest

from frameworks_core.exchange.conversion import Converter
from frameworks_core.forms.form import Form
from frameworks_core.testing import answer_to, document_of

from .framework_page import grid

PLACED = frozenset({"kept", "broadened", "merged"})


@pytest.fixture(scope="module")
def forms(installed) -> list[Form]:
    return [installed.form(form_id) for form_id in installed.form_ids()]


def test_the_page_is_what_the_forms_give(forms, fates, read_page):
    """A small table for each pair of frameworks, under a heading for the first."""
    by_framework: dict[str, list[Form]] = {}
    for form in forms:
        by_framework.setdefault(form.framework, []).append(form)
    lines = []
    for name, sources in by_framework.items():
        lines += [
            f"## From `{name}`",
            "",
            f"In full: [{name}](frameworks/{name}.md#what-becomes-of-its-questions).",
            "",
        ]
        for target, targets in by_framework.items():
            lines += [f"### `{name}` to `{target}`", "", *grid(sources, targets, fates), ""]
    read_page("conversion-matrix.md").settle_generated({"matrix": lines[:-1]})


def test_one_answer_to_each_question_is_converted_as_the_matrix_says(forms, fates):
    by_id = {form.id: form for form in forms}
    wrong = []
    for fate in fates:
        source = by_id[fate.source]
        converter = Converter(source, by_id[fate.target])
        for field in source:
            document = document_of(source, {field.id: answer_to(field)})
            report = converter.convert(document).report
            found = next(item for item in report.items if item.source.startswith("/answers/")).outcome
            said = fate.classes[field.id]
            # A choice that the target's list does not offer waits for a practitioner, which only an answer shows.
            if found != said and not (said in PLACED and found == "needs_sorting" and field.codes):
                wrong.append((fate.source, fate.target, field.id, said, found))
    assert not wrong
