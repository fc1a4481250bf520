"""What the page on conversion says of practice models: software crosses no distinction people make."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from frameworks_core.exchange.placement import Placement, Placements
from frameworks_core.forms.form import Field, Form

SHAPES = {"long": "text", "table": "row"}


@pytest.fixture(scope="module")
def placed(installed) -> list[tuple[Field, Form, Placement]]:
    """Each question of each form, with its place in each other form."""
    forms = installed.forms()
    targets = [Placements(form) for form in forms]
    return [
        (field, target.form, target.place(field.marked(), SHAPES.get(field.type, "value"), source.basis))
        for source in forms
        for target in targets
        if target.form is not source
        for field in source
    ]


def says(field: Field) -> frozenset[str]:
    """What a question asks for, where it asks for one side of a distinction or several."""
    if field.slot is None:
        return frozenset()
    return field.slot.senses | ({field.slot.kind} & {"harm", "danger", "hypothesis"})


def places(form: Form, placement: Placement) -> Iterator[Field]:
    if placement.field:
        yield placement.field
    yield from (form.fields[name] for name in placement.candidates)


@pytest.mark.parametrize(
    ("one", "other"),
    [("strength", "protective"), ("harm", "danger"), ("danger", "harm"), ("protective", "strength")],
)
def test_one_side_is_put_in_the_place_of_the_other_by_people_only(placed, one, other):
    crossed = [
        (field.id, form.id, placement.field.id)
        for field, form, placement in placed
        if placement.field
        and says(field) == {one}
        and other in says(placement.field)
        and one not in says(placement.field)
    ]
    assert crossed == []


def test_a_strength_waits_where_it_may_have_protected(placed):
    waiting = [
        placement.candidates
        for field, form, placement in placed
        if says(field) == {"strength"} and form.id == "signs_of_safety/mapping"
    ]
    assert ("existing_strengths", "existing_safety") in waiting


def test_a_hypothesis_goes_only_where_hypotheses_are_asked_for(placed):
    found = [
        place.slot.kind
        for field, form, placement in placed
        if "hypothesis" in says(field)
        for place in places(form, placement)
    ]
    assert set(found) == {"hypothesis"}


def test_nothing_else_goes_where_hypotheses_are_asked_for(placed):
    found = [
        field.slot.kind
        for field, form, placement in placed
        for place in places(form, placement)
        if "hypothesis" in says(place)
    ]
    assert set(found) == {"hypothesis"}


def test_scales_and_ratings_are_history_everywhere(placed):
    found = {
        placement.outcome
        for field, _, placement in placed
        if field.slot and field.slot.kind in {"scale", "rating", "score"}
    }
    assert found == {"history"}
