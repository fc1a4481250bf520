"""The installed frameworks together with the blends at hand: whatever names a form may name a blend.

A document names its form by id. Where that is the form of a blend, the blend's file has to be at hand: named on the command
line, or in the folders that the environment variable `FRAMEWORKS_BLENDS` lists.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import Factory, field, frozen

from frameworks_core.checks.finding import Finding
from frameworks_core.errors import UserError
from frameworks_core.forms.form import Form
from frameworks_core.host.contributions import Rule
from frameworks_core.host.registry import Registry, load_registry

if TYPE_CHECKING:
    from frameworks_core.blend.blend import Blend
    from frameworks_core.blend.timetable import Day

FOLDERS = "FRAMEWORKS_BLENDS"
"""Environment variable that lists blend files, or folders of them."""

SUFFIX = ".toml"


@frozen(eq=False, slots=False)
class Catalogue:
    """Forms by id, whether a framework or a blend makes them.

    Attributes:
        registry: The installed frameworks.
    """

    registry: Registry
    _named: tuple[Path, ...] = ()
    _loaded: dict[Path, Blend] = field(init=False, repr=False, default=Factory(dict))
    _unread: list[Path] = field(init=False, repr=False, default=Factory(list))

    def form(self, form_id: str, version: str | None = None) -> Form:
        """One form, of a framework or a blend.

        Raises:
            UserError: There is none of this id or version, or two blends have it; says where blends are looked for.
        """
        if (path := self._path(form_id, version)) is not None:
            return self.load(path).form
        try:
            return self.registry.form(form_id, version)
        except UserError as error:
            if form_id in self.registry.form_ids():
                raise
            hint = f" (if it is a blend, name its file with --blend, or its folder in {FOLDERS}{self._unread_there()})"
            raise UserError(f"{error}{hint}") from error

    def form_called(self, name: str) -> Form:
        """The form that somebody names on the command line: by its id, or by the file of a blend.

        Raises:
            UserError: There is none, or the blend's file cannot be used.
        """
        return self.load(Path(name)).form if is_blend_file(name) else self.form(name)

    def blend_of(self, form: Form) -> Blend | None:
        """The blend that made a form, None where a framework did."""
        return next((blend for blend in self._loaded.values() if blend.form is form), None)

    def load(self, path: Path) -> Blend:
        """The blend of a file.

        Raises:
            UserError: It cannot be used.
        """
        from frameworks_core.blend.blend import load_blend  # only who uses a blend composes one

        if path not in self._loaded:
            self._loaded[path] = load_blend(path, self.registry)
        return self._loaded[path]

    def blends(self) -> tuple[list[Blend], list[UserError]]:
        """The blends at hand, by id, and why each other file that is meant to make a form cannot be used."""
        blends: list[Blend] = []
        problems: list[UserError] = []
        made = [
            (form_id, path)
            for files in (self._by_name, self._in_folders)
            for form_id, versions in files.items()
            for path, version in versions.items()
            if version is not None  # without one it is a base
        ]
        for _, path in sorted(set(made)):
            try:
                blends.append(self.load(path))
            except UserError as problem:
                problems.append(problem)
        return blends, problems

    def rules_for(self, form: Form) -> tuple[Rule, ...]:
        """The rules for documents of a form, sorted by code.

        Raises:
            UserError: Rules it needs cannot be used.
        """
        blend = self.blend_of(form)
        if blend is None:
            return self.registry.rules_for(form.id)
        from frameworks_core.blend.rules import rules_of  # only who uses a blend needs its views
        from frameworks_core.blend.timetable import timing_rules

        return (*rules_of(blend.composed, self.registry), *timing_rules(blend))

    def graded(self, findings: tuple[Finding, ...], form: Form) -> tuple[Finding, ...]:
        """Findings about a document of a form, as serious as the authority takes them today where a blend makes the form."""
        blend = self.blend_of(form)
        if blend is None:
            return findings
        from frameworks_core.blend.rule_changes import adjusted  # only who uses a blend changes grades

        return adjusted(findings, blend.file, datetime.now(tz=UTC).date())

    def timetable(self, form: Form, document: dict[str, Any]) -> tuple[Day, ...]:
        """The days on which a manager looks in and a document is to be finished, where a blend's authority says so."""
        blend = self.blend_of(form)
        if blend is None:
            return ()
        from frameworks_core.blend.timetable import timetable  # only a blend has one

        return timetable(blend, document)

    def _path(self, form_id: str, version: str | None) -> Path | None:
        """The file of the blend that makes a form in this version, or in any; None where no blend makes the form."""
        here: list[str] = []
        for paths in (self._by_name, self._in_folders):
            known = paths.get(form_id, {})
            here.extend(f"{own} ({path})" for path, own in known.items())
            wanted = [path for path, own in known.items() if version in (None, own)]
            if len(wanted) > 1:
                files = " and ".join(map(str, wanted))
                raise UserError(f"{files} both make the form {form_id}; name the one you mean with --blend")
            if wanted:
                return wanted[0]
        if here:
            raise UserError(
                f"the blend {form_id} is here in version {', '.join(here)}, and version {version} is asked for; "
                "name the file of that version with --blend"
            )
        return None

    @cached_property
    def _by_name(self) -> _Made:
        """The forms that the files named make."""
        made: _Made = {}
        for path in self._named:
            _add_made_by(path, made)
        return made

    @cached_property
    def _in_folders(self) -> _Made:
        """The forms that the files in the folders make."""
        made: _Made = {}
        for path in _in_folders():
            try:
                _add_made_by(path, made)
            except UserError:  # one of many; who asks for its form is told that it was not read
                self._unread.append(path)
        return made

    def _unread_there(self) -> str:
        """What the environment variable names and nobody could read: one of them may be the blend looked for."""
        more = f" and {len(self._unread) - _NAMED} more" if len(self._unread) > _NAMED else ""
        return f", of which {_listed(self._unread)}{more} cannot be read" if self._unread else ""


_NAMED = 3
"""Files named in one message."""


def _listed(paths: Iterable[Path]) -> str:
    return ", ".join(str(path) for path in list(paths)[:_NAMED])


_Made = dict[str, dict[Path, str | None]]
"""Blend files by the id of the form they make, each with its version."""


def is_blend_file(name: str) -> bool:
    """Whether a name on the command line is that of a blend's file, and not the id of a form."""
    return name.endswith(SUFFIX)


def load_catalogue(blends: Iterable[str] = ()) -> Catalogue:
    """The installed frameworks and the blends at hand.

    Args:
        blends: Names of files that may be blends; others, such as ids of forms, are passed over.
    """
    return Catalogue(load_registry(), tuple(Path(name) for name in blends if is_blend_file(name)))


def _add_made_by(path: Path, made: _Made) -> None:
    """Add the form that a file makes; a file that is only a base makes none."""
    from frameworks_core.blend.reading.extending import read_effective  # only where blends are at hand

    effective, _, _ = read_effective(path)
    blend = effective.raw.get("blend")
    if isinstance(blend, dict) and isinstance(form_id := blend.get("id"), str):
        made.setdefault(form_id, {})[path] = blend.get("version")


def _in_folders() -> Iterable[Path]:
    for name in filter(None, os.environ.get(FOLDERS, "").split(os.pathsep)):
        path = Path(name)
        yield from sorted(path.rglob(f"*{SUFFIX}")) if path.is_dir() else (path,)
