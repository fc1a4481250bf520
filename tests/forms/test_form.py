"""What can be asked of a form."""

import pytest

from frameworks_core.forms.blank import blank_document


def test_fields_stand_in_the_order_of_the_form(small, form_of):
    form = form_of(small)
    assert [field.id for field in form] == list(form.fields)
    assert [field.id for section in form.sections for field in section.fields] == list(form.fields)


def test_needed_are_those_needed_always_or_in_some_condition(small, form_of):
    assert [field.id for field in form_of(small).required] == ["sleep", "how"]


def test_its_framework_is_the_first_half_of_its_id(small, form_of):
    assert form_of(small).framework == "toy"


def test_the_form_as_it_was_on_paper_lacks_what_we_added(small, form_of):
    form = form_of(small)
    paper = form.without_added()
    assert list(paper.fields) == [name for name in form.fields if name != "helped"]
    assert "helped" in form.fields  # the form itself is as it was


def test_a_section_that_is_ours_altogether_is_not_on_paper(small, form_of):
    added = small.replace('source = "D ours"', 'source = "D ours"\nadded = true')
    assert [section.id for section in form_of(added).without_added().sections] == ["life"]


@pytest.mark.parametrize(
    ("code", "shown"), [("a_lot", "A lot"), ("a_bit", "A bit"), ("before_1990", "before_1990")]
)
def test_a_code_is_shown_by_its_label_and_an_unknown_one_as_it_is(small, form_of, code, shown):
    assert form_of(small).fields["how"].label_of(code) == shown


@pytest.mark.parametrize(("field", "mark"), [("sleep", "S2+"), ("helped", "K"), ("worry", "D")])
def test_how_well_attested_a_field_is(small, form_of, field, mark):
    assert form_of(small).fields[field].mark == mark


def test_what_a_document_remembers_of_a_field(small, form_of):
    form = form_of(small)
    actions = form.fields["actions"].marked()
    assert (actions.id, actions.label, actions.type) == ("actions", "Actions", "table")
    assert actions.slot.kind == "action"
    assert actions.columns == (
        ("what", "action", "long"),
    )  # a column without a property means nothing elsewhere
    assert form.fields["how"].marked().disclosure == "adult_health"


def test_a_column_by_its_id(small, form_of):
    actions = form_of(small).fields["actions"]
    assert actions.column("done").label == "Done"
    assert actions.column("nothing") is None


def test_a_blank_document_says_only_whose_it_is_and_is_new_each_time(small, form_of):
    form = form_of(small)
    blank = blank_document(form)
    assert (blank["form"], blank["version"], blank["status"]) == ("toy/small", "1", "draft")
    assert blank["people"] == [{"id": "p1", "roles": ["child"]}]
    assert not any(blank[name] for name in ("answers", "carried", "history", "provenance"))
    blank["answers"]["sleep"] = "badly"
    assert blank_document(form)["answers"] == {}
