"""Rule cases: examples of a rule that a practitioner can write, in one TOML file per rule.

```toml
code = "ABC101"
form = "my_model/conversation"

[[fail]]
title = "Nothing from the child, and no reason"
answers = { seen_alone = "yes" }
at = ["/answers/child_words"]

[[pass]]
title = "A reason is given"
answers = { why_no_words = "Eight days old." }
```

A case says only what matters to it. The rest of its document is a blank one with one child, `p1`: `people`
are added to it (or, with an id that is there, complete that person), everything else replaces what is there.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from attrs import frozen

from frameworks_core.errors import UserError
from frameworks_core.forms.blank import blank_document
from frameworks_core.forms.form import Form
from frameworks_core.host.contributions import STAGES
from frameworks_core.nearest import nearest

_PARTS = ("people", "relationships", "agencies", "chronology", "about", "answers")
_KEYS = frozenset({"title", "stage", "form", *_PARTS})


class CaseFileError(UserError):
    """A file of rule cases that cannot be used; the text names the file and says what is wrong with it."""

    def __init__(self, path: Path, fault: str) -> None:
        """Describe a fault of the file at `path`."""
        super().__init__(f"{path}: {fault}")


@frozen
class Case:
    """One example of a rule.

    Attributes:
        path: The file it stands in.
        code: The rule's code.
        form: Id of the form its document is of.
        title: What it shows.
        parts: What its document holds beside a blank one, by the name of the part.
        stage: `draft` or `final`; None for the stage from which the rule is checked.
        at: Pointers of the places where the rule is not met; none if it passes.
    """

    path: Path
    code: str
    form: str
    title: str
    parts: dict[str, Any]
    stage: str | None = None
    at: frozenset[str] = frozenset()

    @property
    def fails(self) -> bool:
        """Whether it is an example of breaking the rule."""
        return bool(self.at)

    @property
    def place(self) -> str:
        """Where it stands, for messages."""
        return f"{self.path.name}, {'fail' if self.fails else 'pass'} {self.title!r}"

    def document(self, form: Form, stage: str) -> dict[str, Any]:
        """The case as a document of `form`, at a stage unless the case names its own."""
        blank = blank_document(form)
        people: dict[str, Any] = {person["id"]: person for person in blank["people"]}
        for person in self.parts.get("people", ()):
            people[person["id"]] = {**people.get(person["id"], {}), **person}
        return {**blank, **self.parts, "status": self.stage or stage, "people": list(people.values())}


def load_cases(folder: Path) -> tuple[Case, ...]:
    """Every case in a folder's TOML files, in the order of the files' names.

    Raises:
        CaseFileError: There is no such folder, or a file cannot be read as cases.
    """
    if not folder.is_dir():
        raise CaseFileError(folder, "there is no such folder of rule cases")
    return tuple(case for path in sorted(folder.glob("*.toml")) for case in _cases_in(path))


def _cases_in(path: Path) -> Iterator[Case]:
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CaseFileError(path, f"is not valid TOML: {error}") from error
    _only(path, "", raw, frozenset({"code", "form", "fail", "pass"}))
    code, form = (_text(path, "", raw, key) for key in ("code", "form"))
    if code != path.stem:
        raise CaseFileError(path, f"holds cases of {code!r}; a file is named like its rule, {code}.toml")
    for kind in ("fail", "pass"):
        for number, table in enumerate(_tables(path, raw.get(kind, []), f"[[{kind}]]"), start=1):
            yield _case(path, code, form, table, f"{kind} {number}")


def _case(path: Path, code: str, form: str, table: dict[str, Any], place: str) -> Case:
    fails = place.startswith("fail")
    _only(path, place, table, _KEYS | {"at"} if fails else _KEYS)
    title = _text(path, place, table, "title")
    place = f"{place} ({title!r})"
    stage = table.get("stage")
    if stage is not None and stage not in STAGES:
        raise CaseFileError(path, f"{place}: stage is {stage!r}{nearest(str(stage), STAGES)}")
    at = table.get("at", [])
    if fails and not (at and isinstance(at, list) and all(_is_pointer(pointer) for pointer in at)):
        raise CaseFileError(path, f'{place}: at lists the places expected, such as ["/answers/child_words"]')
    parts = {key: _plain(path, place, table[key]) for key in _PARTS if key in table}
    for person in _tables(path, parts.get("people", []), f"{place}, people"):
        _text(path, f"{place}, people", person, "id")
    if not isinstance(parts.get("answers", {}), dict):
        raise CaseFileError(path, f"{place}: answers is a table of answers by field")
    return Case(
        path, code, _text(path, place, {"form": form, **table}, "form"), title, parts, stage, frozenset(at)
    )


def _only(path: Path, place: str, table: Mapping[str, Any], known: frozenset[str]) -> None:
    for key in table:
        if key not in known:
            raise CaseFileError(path, f"{_in(place)}{key!r} does not belong here{nearest(key, known)}")


def _text(path: Path, place: str, table: Mapping[str, Any], key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise CaseFileError(path, f"{_in(place)}{key} is needed, as a text")
    return value


def _tables(path: Path, value: Any, place: str) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise CaseFileError(path, f"{place}: a list of tables is needed")
    return value


def _plain(path: Path, place: str, value: Any) -> Any:
    """The value as JSON would have it; a date without quotes is what TOML offers and means the same."""
    if isinstance(value, dict):
        return {key: _plain(path, place, entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_plain(path, place, entry) for entry in value]
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if not isinstance(value, str | int | float):
        raise CaseFileError(path, f"{place}: a document holds no time of day; write a date")
    return value


def _is_pointer(value: Any) -> bool:
    return isinstance(value, str) and value.startswith("/")


def _in(place: str) -> str:
    return f"{place}: " if place else ""
