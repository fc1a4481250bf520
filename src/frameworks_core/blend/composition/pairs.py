"""Questions that a blend file asks together or keeps apart: each is part of the blend, and those together can be one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from frameworks_core.blend.composition.asking_once import joinable
from frameworks_core.blend.composition.choosing import Choice, Taken
from frameworks_core.blend.composition.joint_slots import can_be_one
from frameworks_core.blend.composition.leaving_out import LeftOut
from frameworks_core.blend.faults import Fault
from frameworks_core.blend.reading.gather_keys import Gather
from frameworks_core.blend.reading.toml_lines import KeyPath
from frameworks_core.checks.blend_codes import BAD_CHANGE, CLASH, UNKNOWN_PART
from frameworks_core.nearest import nearest


def pair_faults(gather: Gather, choice: Choice, gone: LeftOut) -> Iterator[Fault]:
    """Questions that the file joins or keeps apart have to be part of the blend, and joinable.

    The authority's own are never joined to others; they may be kept apart by their ids.

    Args:
        gather: What the blend file says of its questions.
        choice: The questions it takes.
        gone: What was left out of its bases, and with which nothing is joined or kept apart any more.
    """
    taken = {one.name: one for one in choice.taken}
    own = {local.question.id for local in gather.local}
    for key, pairs in (("together", gather.together), ("apart", gather.apart)):
        for index, all_names in enumerate(pairs):
            names = gone.still_named(all_names)
            if len(names) < min(2, len(all_names)):
                continue
            path: KeyPath = ("gather", key, index)
            known = taken.keys() | own if key == "apart" else taken.keys()
            unknown = [name for name in names if name not in known]
            for name in unknown:
                message = f"there is no question {name!r} in this blend{nearest(name, known)}"
                yield (
                    Fault(BAD_CHANGE, path, _OWN_ALONE.format(name))
                    if name in own
                    else Fault(UNKNOWN_PART, path, message)
                )
            if len(set(names)) < 2:
                yield Fault(BAD_CHANGE, path, "name at least two questions")
            elif (
                key == "together" and not unknown and (why := _not_joinable([taken[name] for name in names]))
            ):
                yield Fault(BAD_CHANGE, path, why)
    for index, apart in enumerate(gather.apart):
        if any(len({*apart} & {*together}) > 1 for together in gather.together):
            message = "these are asked together as well; decide for one of the two"
            yield Fault(CLASH, ("gather", "apart", index), message)


_OWN_ALONE = (
    "{!r} is a question of your own; take it out and give the question of the form your words instead"
)


def _not_joinable(questions: Sequence[Taken]) -> str | None:
    slots = {one.field.slot for one in questions}
    if len(slots) > 1 and any(slot is not None and slot.is_history for slot in slots):
        return "one of these is history, such as a decision or a consent, and the others are not the same"
    if not can_be_one(slots):
        return "these ask for different things, such as a danger and a goal, or a name and a language"
    if _answered_once_each(questions):
        return (
            "these are different questions of one form, and a record of that form may answer each otherwise"
        )
    if not joinable(questions):
        return (
            "one answer cannot answer all of these: they differ in kind, choices, columns or who may see them"
        )
    return None


def _answered_once_each(questions: Sequence[Taken]) -> bool:
    """Whether two of these have one value each in the same record, so that one question has no room for both."""
    forms = {one.form.id for one in questions}
    return len(forms) < len(questions) and questions[0].field.type not in {"long", "table"}
