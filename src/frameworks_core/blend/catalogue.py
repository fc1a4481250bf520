"""The installed frameworks together with the blends at hand: whatever names a form may name a blend.

A document names its form by id. Where that is the form of a blend, the blend's file has to be at hand: named on the command
line, or in the folders that the environment variable `FRAMEWORKS_BLENDS` lists.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
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

    def form(self, form_id: str, version: str | None = None) -> Form:
        """One form, of a framework or a blend.

        Raises:
            UserError: There is none of this id or version; says where blends are looked for.
        """
        blend = self.blend(form_id)
        if blend is None:
            try:
                return self.registry.form(form_id, version)
            except UserError as error:
                raise UserError(f"{error}{self._hint(form_id)}") from error
        if version is not None and version != blend.form.version:
            raise UserError(
                f"the blend {form_id} is here in version {blend.form.version} ({blend.path}), and version {version} "
                "is asked for; name the file of that version with --blend"
            )
        return blend.form

    def form_called(self, name: str) -> Form:
        """The form that somebody names on the command line: by its id, or by the file of a blend.

        Raises:
            UserError: There is none, or the blend's file cannot be used.
        """
        if is_blend_file(name):
            return self.load(Path(name)).form
        return self.form(name)

    def blend(self, form_id: str) -> Blend | None:
        """The blend that makes a form, None where a framework does or nobody.

        Raises:
            UserError: The blend's file cannot be used.
        """
        for blend in self._loaded.values():
            if blend.form.id == form_id:
                return blend
        path = self._paths.get(form_id)
        return None if path is None else self.load(path)

    def load(self, path: Path) -> Blend:
        """The blend of a file.

        Raises:
            UserError: It cannot be used.
        """
        from frameworks_core.blend.blend import load_blend  # only who uses a blend composes one

        if path not in self._loaded:
            self._loaded[path] = load_blend(path, self.registry)
        return self._loaded[path]

    def rules_for(self, form_id: str) -> tuple[Rule, ...]:
        """The rules for documents of a form, sorted by code.

        Raises:
            UserError: There is no such form, or rules it needs cannot be used.
        """
        blend = self.blend(form_id)
        if blend is None:
            return self.registry.rules_for(form_id)
        from frameworks_core.blend.rules import rules_of  # only who uses a blend needs its views
        from frameworks_core.blend.timetable import timing_rules

        return (*rules_of(blend.composed, self.registry), *timing_rules(blend))

    def graded(self, findings: tuple[Finding, ...], form_id: str) -> tuple[Finding, ...]:
        """Findings about a document of a form, as serious as the authority takes them today where a blend makes the form."""
        blend = self.blend(form_id)
        if blend is None:
            return findings
        from frameworks_core.blend.rule_changes import adjusted  # only who uses a blend changes grades

        return adjusted(findings, blend.file, datetime.now(tz=UTC).date())

    def timetable(self, form: Form, document: dict[str, Any]) -> tuple[Day, ...]:
        """The days on which a manager looks in and a document is to be finished, where a blend's authority says so."""
        blend = self.blend(form.id)
        if blend is None:
            return ()
        from frameworks_core.blend.timetable import timetable  # only a blend has one

        return timetable(blend, document)

    @cached_property
    def _paths(self) -> dict[str, Path]:
        """The file of each blend at hand, by the id of its form; a file named is told where it cannot be read."""
        paths: dict[str, Path] = {}
        for path in self._named:
            for form_id in _id_of(path):
                paths.setdefault(form_id, path)
        for path in _in_folders():
            try:
                for form_id in _id_of(path):
                    paths.setdefault(form_id, path)
            except UserError:
                continue  # a file in a folder of many; who asks for its form is told where blends are looked for
        return paths

    def _hint(self, form_id: str) -> str:
        if form_id in self.registry.form_ids():
            return ""
        return f" (if it is a blend, name its file with --blend, or its folder in {FOLDERS})"


def is_blend_file(name: str) -> bool:
    """Whether a name on the command line is that of a blend's file, and not the id of a form."""
    return name.endswith(SUFFIX)


def load_catalogue(blends: Iterable[str] = ()) -> Catalogue:
    """The installed frameworks and the blends at hand.

    Args:
        blends: Names of files that may be blends; others, such as ids of forms, are passed over.
    """
    return Catalogue(load_registry(), tuple(Path(name) for name in blends if is_blend_file(name)))


def _id_of(path: Path) -> Iterator[str]:
    from frameworks_core.blend.extending import read_effective  # only where blends are at hand

    effective, _, _ = read_effective(path)
    blend = effective.raw.get("blend")
    if isinstance(blend, dict) and isinstance(form_id := blend.get("id"), str):
        yield form_id


def _in_folders() -> Iterable[Path]:
    for name in filter(None, os.environ.get(FOLDERS, "").split(os.pathsep)):
        path = Path(name)
        yield from sorted(path.glob(f"*{SUFFIX}")) if path.is_dir() else (path,)
