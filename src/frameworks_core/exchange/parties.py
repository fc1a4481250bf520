"""People and services as a report names them: by their id and what they do or are to the child, never by name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from frameworks_core.exchange.handover import Party
from frameworks_core.exchange.plain_text import safe_and_short

_WORDS = {
    "parent_carer": "parent or carer",
    "gp": "GP",
    "childrens_social_care": "children's social care",
}
"""Codes that are not their own words once `_` is a space."""

_NAMES = ("given_names", "family_name", "also_known_as")


class Parties:
    """The people and services of one document."""

    def __init__(self, people: list[dict[str, Any]], agencies: list[dict[str, Any]]) -> None:
        """Learn who is who from the core tables of a document, as far as they crossed."""
        self._names = {
            word.casefold()
            for person in people
            for name in _NAMES
            for word in _words_of_name(person.get(name, ""))
        }
        self._roles = {
            **{agency["id"]: _in_words(agency.get("service", "service")) for agency in agencies},
            **{person["id"]: self._role_of(person) for person in people},
        }

    def named(self, ids: Iterable[str]) -> tuple[Party, ...]:
        """Those of `ids` that the document knows; what else may stand there is no id, and not repeated."""
        return tuple(Party(id=id_, role=self._roles[id_]) for id_ in ids if id_ in self._roles)

    def _role_of(self, person: dict[str, Any]) -> str:
        job = person.get("job_role")
        if job and self._names.isdisjoint(word.casefold() for word in re.findall(r"\w+", job)):
            return safe_and_short(" ".join(job.split()))
        if person.get("social_work_registered") == "yes":
            return "social worker"
        return _in_words(person["roles"][0])


def _words_of_name(name: str) -> list[str]:
    """The words that name somebody: of `unborn baby of Rasa`, Rasa alone."""
    words = re.findall(r"\w+", name)
    return [word for word in words if not word.islower()] or words


def _in_words(code: str) -> str:
    return _WORDS.get(code, code.replace("_", " "))
