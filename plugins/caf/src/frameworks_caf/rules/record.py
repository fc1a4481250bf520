"""Rules about the record itself: whose it is, which earlier one it follows, and the order of its dates."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_caf.rules.forms import ASSESSMENT, DELIVERY_PLAN, FAMILY
from frameworks_caf.rules.who import known_about
from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule

BIRTH = ("dob", "edd")


def both_dates_answered(filled: FilledForm) -> Iterator[Hit]:
    """Children with a date of birth and an expected date, at least one of them answered in the form itself.

    Two dates in the people table are found by the core. An answer given once for several children is one
    place, whichever of them has the other date.
    """
    places: dict[str, None] = {}
    for child in filled.children:
        answered = [
            given.at for name in BIRTH for given in filled.given(name) if given.child in {child, None}
        ]
        if answered and all(known_about(filled, child, name) is not None for name in BIRTH):
            places[answered[-1]] = None
    for at in places:
        yield Hit(at, "a date of birth and an expected date of delivery are both recorded")


BOTH_DATES = Rule(
    code="CAF001",
    severity="error",
    title="Date of birth or expected date, never both",
    why=(
        "A child is born or not yet born. With both dates nobody can tell which record is the child's, and a "
        "search for an earlier CAF misses it."
    ),
    fix="Keep the date of birth once the baby is born; before that keep the expected date only.",
    authority="S2+ all six versions of the form seen: date of birth or expected date; D rule 1 of E4",
    stage="draft",
    forms=(ASSESSMENT, FAMILY),
    check=both_dates_answered,
)


def no_date_at_all(filled: FilledForm) -> Iterator[Hit]:
    """Children with neither date, in the answers or in the people table."""
    for child in filled.children:
        if all(known_about(filled, child, name) is None for name in BIRTH):
            at = f"/answers/dob/{child}" if filled.form.fields["dob"].per_child else "/answers/dob"
            yield Hit(at, "neither a date of birth nor an expected date of delivery is recorded")


NO_DATE = Rule(
    code="CAF101",
    severity="error",
    title="Date of birth or expected date, one of the two",
    why=(
        "It is part of the national minimum set: without it the child cannot be told from another of the "
        "same name."
    ),
    fix="Ask for the date of birth; before birth record the expected date of delivery.",
    authority="S2+ caf-2009 and five more versions: date of birth or expected date; D rule 1 of E4",
    stage="final",
    forms=(ASSESSMENT, FAMILY),
    check=no_date_at_all,
)

_ORDER = (
    ("date_started", "date_completed"),
    ("date_started", "review_date"),
    ("date_started", "tac_date"),
    ("date_started", "assessor_gave_copy_on"),
    ("tac_date", "dp_next_review"),
)
"""Pairs of date fields: what comes first, what cannot come before it."""


def dates_out_of_order(filled: FilledForm) -> Iterator[Hit]:
    """Dates that lie before the one they must follow. Dates are ISO text, which sorts as days do."""
    for first, then in _ORDER:
        earlier, later = filled.value(first), filled.value(then)
        if isinstance(earlier, str) and isinstance(later, str) and later < earlier:
            label = filled.form.fields[first].label
            yield Hit(f"/answers/{then}", f"this day is before the one under '{label}'")


DATES_IN_ORDER = Rule(
    code="CAF004",
    severity="error",
    title="Dates stand in the order in which things happen",
    why="A slip in a date moves a meeting or a review to where nobody will look for it.",
    fix="Compare the two dates and correct the one that is wrong.",
    authority=(
        "D after rules 4 and 18 of E4; S2+ caf-2009, bolton-guide: the start; S caf-notts78: meeting and "
        "review"
    ),
    stage="draft",
    forms=(ASSESSMENT, FAMILY, DELIVERY_PLAN),
    check=dates_out_of_order,
)


def earlier_caf_not_looked_for(filled: FilledForm) -> Iterator[Hit]:
    """The question whether a CAF exists, answered with anything but yes."""
    if filled.value("existing_caf_checked") in {"no", "not_known"}:
        version = filled.value("version_no")
        follows = isinstance(version, int | float) and version > 1
        yield Hit(
            "/answers/existing_caf_checked",
            "a later version follows an earlier CAF, and the check for one is not recorded"
            if follows
            else "it is not recorded that anybody checked whether a CAF exists",
        )


EARLIER_CAF = Rule(
    code="CAF501",
    severity="warning",
    title="An earlier CAF is looked for",
    why="A family that has told its story once should not have to begin again, and two records may disagree.",
    fix=(
        "Ask the family and look where CAFs are kept in your area; then record the check and its date. If "
        "there is one, build on it with the family's agreement."
    ),
    authority="S2+ caf-2009, bolton-guide, salford-form: the form asks it; S caf-notts87: check first",
    stage="final",
    forms=(ASSESSMENT, FAMILY),
    check=earlier_caf_not_looked_for,
)

RULES = (BOTH_DATES, NO_DATE, DATES_IN_ORDER, EARLIER_CAF)
