"""A comparison as JSON values: whole, with every question of both sides."""

from __future__ import annotations

from typing import Any

from frameworks_core.forms.form import FUNCTIONS
from frameworks_core.functions.comparing.comparing import HOW, Comparison, Standing, View
from frameworks_core.functions.comparing.moves import OUTCOMES, Move
from frameworks_core.functions.comparing.plans import kept_apart, plan_parts, rated
from frameworks_core.functions.comparing.sides import Question, Side, questions


def comparison_as_json(comparison: Comparison) -> dict[str, Any]:
    """The comparison as JSON values; `first` is seen towards `second`, and `second` towards `first`."""
    return {"first": _view(comparison.first), "second": _view(comparison.second)}


def _view(view: View) -> dict[str, Any]:
    side = view.side
    return {
        **_described(side),
        "serves": _serves(side),
        "asks": [_standing(standing) for standing in view.standings],
        "counts": {how: len(view.standing(how)) for how in HOW},
        "rates": [_named(question) for question in rated(side)],
        "plans": {part: [_named(question) for question in asked] for part, asked in plan_parts(side).items()},
        "keeps_apart": list(kept_apart(side)),
        "moves": [_move(move) for move in view.moves],
        "moved": {name: sum(move.outcome == name for move in view.moves) for name in OUTCOMES},
    }


def _described(side: Side) -> dict[str, Any]:
    required = [question.field.required for question in questions(side)]
    return {
        "name": side.name,
        "title": side.title,
        "kind": side.kind,
        "edition": side.edition,
        "source": side.source,
        "forms": [
            {
                "id": form.id,
                "version": form.version,
                "title": form.title,
                "about": form.about,
                "basis": form.basis,
            }
            for form in side.forms
        ],
        "questions": len(required),
        "always_needed": required.count("always"),
        "sometimes_needed": required.count("when"),
    }


def _serves(side: Side) -> dict[str, Any]:
    names = {
        "gather": [form.id for form in side.forms],
        "analyse": [lens.name for lens in side.lenses],
        "decide": [guide.name for guide in side.guides],
        "support": [plan.name for plan in side.plans],
    }
    functions = [question.field.function for question in questions(side)]
    return {name: {"brings": names[name], "questions": functions.count(name)} for name in FUNCTIONS}


def _named(question: Question) -> dict[str, str]:
    return {"form": question.form.id, "field": question.field.id, "label": question.field.label}


def _standing(standing: Standing) -> dict[str, Any]:
    return {
        **_named(standing.question),
        "mark": standing.question.field.mark,
        "subject": standing.subject.id,
        "how": standing.how,
        "to": [_named(question) for question in standing.to],
    }


def _move(move: Move) -> dict[str, Any]:
    return {
        **_named(move.question),
        "outcome": move.outcome,
        "why": move.why,
        "to": {"form": move.form, "fields": list(move.fields)},
        "withheld_from": list(move.withheld_from),
    }
