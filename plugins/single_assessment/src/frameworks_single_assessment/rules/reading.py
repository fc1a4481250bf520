"""Reading a filled-in form child by child, day by day, person by person: what several rules ask of it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from frameworks_core.forms.filled import FilledForm, Given
from frameworks_core.host.contributions import Hit

Check = Callable[[FilledForm], Iterable[Hit]]


def once(check: Check) -> Check:
    """Say the same of one place once: an answer given for all the children together is one place."""

    @functools.wraps(check)
    def checked(filled: FilledForm) -> tuple[Hit, ...]:
        return tuple(dict.fromkeys(check(filled)))

    return checked


def answers_by_child(filled: FilledForm, field_id: str) -> Iterator[tuple[str, Given]]:
    """Each subject child with the answer to a field that counts for them, where there is one."""
    given = tuple(filled.given(field_id))
    for child in filled.children:
        for answer in given:
            if answer.child in {child, None}:
                yield child, answer
                break


def place_for(filled: FilledForm, field_id: str, child: str) -> str:
    """The pointer to a child's answer, or to where it belongs if there is none."""
    return next(
        (given.at for owner, given in answers_by_child(filled, field_id) if owner == child),
        f"/answers/{field_id}/{child}",
    )


def text_of(narrative: Any) -> str:
    """The words of a narrative answer in one line, whether it is one text or a list of entries."""
    texts = [narrative] if isinstance(narrative, str) else [entry["text"] for entry in narrative]
    return " ".join(" ".join(texts).split())


def day(text: str | None) -> date | None:
    """A whole date as a day; None for no date, a year, a month or other words."""
    try:
        return date.fromisoformat(text) if text and len(text) == len("2000-01-01") else None
    except ValueError:
        return None


def earliest(text: str | None) -> date | None:
    """The first day an event of this year, month or day can have happened on; None for other words."""
    if not text:
        return None
    return day(text + "-01-01"[3 * text.count("-") :])


def person_of(filled: FilledForm, person_id: Any) -> dict[str, Any]:
    """A person's row; empty where the id belongs to an agency or to nobody."""
    return filled.people.get(person_id, {}) if isinstance(person_id, str) else {}


def people_with_places(filled: FilledForm) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every person with the pointer to their row."""
    for index, person in enumerate(filled.document["people"]):
        yield f"/people/{index}", person


def place_of_person(filled: FilledForm, person_id: str) -> str:
    """The pointer to a person's row; to the table where there is none."""
    return next((at for at, person in people_with_places(filled) if person["id"] == person_id), "/people")


def is_unborn(person: dict[str, Any]) -> bool:
    """Whether the person is recorded by the day they are expected."""
    return "edd" in person and "dob" not in person


def birthday(born: date, years: int) -> date:
    """The day a person turns that many years old; after a birth on 29 February, 1 March in other years."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def age_on(person: dict[str, Any], when: date) -> int | None:
    """A person's age in whole years; None where the date of birth is not known, 0 before birth."""
    born = day(person.get("dob"))
    if born is None:
        return None
    age = max(when.year - born.year, 0)
    return age if age == 0 or birthday(born, age) <= when else age - 1


def work_began(filled: FilledForm) -> date | None:
    """The day the assessment started, or else the day of the referral."""
    return filled.date("assessment_start") or filled.date("referral_date")
