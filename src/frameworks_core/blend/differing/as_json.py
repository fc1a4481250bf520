"""What differs between two blends or forms, as JSON values: whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from frameworks_core.blend.differing.compared import Compared
from frameworks_core.blend.differing.differing import Arriving, Differing
from frameworks_core.exchange.missing import whom_to_ask
from frameworks_core.forms.form import Field
from frameworks_core.functions.comparing.moves import OUTCOMES


def differing_as_json(found: Differing) -> dict[str, Any]:
    """What differs; `moves` counts and names what becomes of a record that goes from one side to the other."""
    return {
        "first": _side(found.first),
        "second": _side(found.second),
        "same": found.is_none,
        "counts": {
            "alike": found.alike,
            "changed": len(found.changed),
            "joined_differently": len(found.regrouped),
            "only_first": len(found.only_first),
            "only_second": len(found.only_second),
        },
        "only_first": _fields(found.only_first),
        "only_second": _fields(found.only_second),
        "changed": [
            {
                "first": one.first.id,
                "second": one.second.id,
                "label": one.first.label,
                "parts": [
                    {"what": part.what, "first": part.first, "second": part.second} for part in one.parts
                ],
            }
            for one in found.changed
        ],
        "joined_differently": [
            {"first": _fields(one.first), "second": _fields(one.second)} for one in found.regrouped
        ],
        "order": {
            "sections": None in found.reordered,
            "questions_of": [title for title in found.reordered if title is not None],
        },
        "values": [
            {"key": one.key, "first": list(one.first), "second": list(one.second)} for one in found.values
        ],
        "moves": {"first_to_second": _arriving(found.there), "second_to_first": _arriving(found.back)},
    }


def _side(side: Compared) -> dict[str, Any]:
    return {
        "name": side.name,
        "form": side.form.id,
        "version": side.form.version,
        "title": side.form.title,
        "blend": side.blend is not None,
        "questions": len(side.form.fields),
    }


def _fields(fields: Iterable[Field]) -> list[dict[str, str]]:
    return [{"id": field.id, "label": field.label} for field in fields]


def _arriving(arriving: Arriving) -> dict[str, Any]:
    return {
        "counts": {outcome: arriving.count(outcome) for outcome in OUTCOMES},
        "questions": [
            {
                "id": move.question.field.id,
                "outcome": move.outcome,
                "why": move.why,
                "to": list(move.fields),
            }
            for move in arriving.moves
        ],
        "to_ask": [
            {
                "id": field.id,
                "label": field.label,
                "plain": field.plain,
                "required": field.required,
                "ask": whom_to_ask(field),
            }
            for field in arriving.to_ask
        ],
    }
