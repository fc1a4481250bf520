"""Questions of its own that a base blend brings are the same question in every blend that extends it.

Authorities that share a base ask them alike, so an answer given in one is an answer in the other. The base has to have an id
by which its questions are known; a base without one lends its wording and no more.
"""

from __future__ import annotations

from attrs import evolve

from frameworks_core.blend.composition.choosing import SEPARATOR
from frameworks_core.blend.reading.effective import Effective
from frameworks_core.blend.reading.file import BlendFile
from frameworks_core.blend.reading.gather_keys import LocalQuestion


def with_shared_questions(file: BlendFile, effective: Effective) -> BlendFile:
    """The blend file with each local question known by the base blend it comes from."""
    local = tuple(_shared(one, _base_of(index, effective)) for index, one in enumerate(file.gather.local))
    return evolve(file, gather=evolve(file.gather, local=local))


def _base_of(index: int, effective: Effective) -> str | None:
    """Id of the base that a local question comes from; None where the file itself has it, or the base has no id."""
    source = effective.place(("gather", "local", index)).source
    named = source.raw.get("blend", {}).get("id")
    return None if source is effective.source else named


def _shared(local: LocalQuestion, base: str | None) -> LocalQuestion:
    if base is None:
        return local
    name = f"{base}{SEPARATOR}{local.question.id}"
    return evolve(local, serves=(name,))
