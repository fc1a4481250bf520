"""Findings name places in the words of the variant that the document uses."""

from frameworks_core.checks.checking import Checker
from frameworks_core.exchange.conversion import Converter
from frameworks_core.forms.definition import faults_and_form
from frameworks_core.testing import blank_document

FORM = """
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
title = "Worries"
plain = "Worries"

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
label = "Danger statement"
plain = "What could happen"
type = "long"
function = "analyse"
about = "child"
source = "D"
required = "always"

[[variants]]
code = "early_help"
title = "Early help"
[variants.labels.feared]
label = "Worry statement"
plain = "What people worry about"
"""


def places(answers):
    form, _ = faults_and_form(FORM.encode())
    assert form is not None
    document = {**blank_document(form), "answers": answers}
    return [finding.place for finding in Checker(form).check(document, "final") if "feared" in finding.at]


def test_what_is_missing_is_named_as_the_document_calls_it():
    assert any("Danger statement" in place for place in places({"used_in": "protection"}))
    assert any("Worry statement" in place for place in places({"used_in": "early_help"}))


def test_so_is_a_fault_of_shape():
    assert any("Worry statement" in place for place in places({"used_in": "early_help", "feared": 3}))


def test_a_report_of_a_conversion_speaks_of_what_the_document_calls_it():
    form, _ = faults_and_form(FORM.encode())
    other, _ = faults_and_form(
        FORM.replace("toy/map", "toy/other")
        .replace('id = "feared"', 'id = "afraid"')
        .replace("labels.feared", "labels.afraid")
        .encode()
    )
    assert form is not None
    assert other is not None
    document = {**blank_document(form), "answers": {"used_in": "early_help", "feared": "The flat is lost."}}
    labels = [item.label for item in Converter(form, other).convert(document).report.items]
    assert "Worry statement" in labels
