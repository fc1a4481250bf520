"""An explained blend as JSON values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from frameworks_core.blend.blend import Examined
from frameworks_core.blend.explaining.explaining import Everything, KeyOfBlend, Part, SectionOfBlend
from frameworks_core.blend.explaining.origins import Said, Setting, files
from frameworks_core.blend.explaining.questions import HiddenQuestion, Joined, QuestionOfBlend
from frameworks_core.blend.in_words import as_json


def explained_as_json(examined: Examined, parts: Iterable[Part]) -> dict[str, Any]:
    """What has the name that was asked for, in `found`, each of one `kind`."""
    return {**_blend(examined), "found": [_part(part) for part in parts]}


def everything_as_json(examined: Examined, found: Everything) -> dict[str, Any]:
    """Every effective value, and what was taken out of the bases."""
    return {
        **_blend(examined),
        "values": [_setting(setting) for setting in found.settings],
        "left_out": [
            {"table": one.table, "entry": one.name, "file": one.said.file, "line": one.said.line}
            for one in found.left_out
        ],
    }


def _blend(examined: Examined) -> dict[str, Any]:
    form = examined.blend.form if examined.blend else None
    return {
        "blend": form.id if form else None,
        "version": form.version if form else None,
        "files": list(files(examined.effective)),
    }


def _part(part: Part) -> dict[str, Any]:
    match part:
        case QuestionOfBlend():
            return {"kind": "question", **_question(part)}
        case HiddenQuestion():
            return {
                "kind": "hidden_question",
                "question": part.taken.name,
                "label": part.taken.field.label,
                "hidden_by": _said(part.said),
                "outcome": part.outcome,
                "why": part.why,
            }
        case SectionOfBlend():
            return {
                "kind": "section",
                "id": part.section.id,
                "title": part.section.title,
                "plain": part.section.plain,
                "position": part.position,
                "of": part.count,
                "values": [_setting(setting) for setting in part.own],
                "questions": [field.id for field in part.section.fields],
            }
        case KeyOfBlend():
            return {
                "kind": "key",
                "key": part.key,
                "says": part.says,
                "values": [_setting(setting) for setting in part.settings],
                "follows": part.follows or None,
            }


def _question(part: QuestionOfBlend) -> dict[str, Any]:
    field = part.field
    return {
        "id": field.id,
        "label": field.label,
        "plain": field.plain,
        "type": field.type,
        "section": part.section.id,
        "position": part.position,
        "asks": [
            {
                "question": one.name,
                "framework": one.form.framework,
                "label": one.field.label,
                "mark": one.field.mark,
            }
            for one in part.asks
        ],
        "taken": [_said(said) for said in part.taken],
        "joined": [_joined(joined) for joined in part.joined],
        "apart": [_joined(apart) for apart in part.apart],
        "changes": [
            {"name": one.name, "old": _old(one.old), **_setting(one.setting)} for one in part.changes
        ],
        "required": field.required,
        "needed": list(part.needed),
        "minutes": part.minutes,
        "variants": {
            title: {"label": words.label, "plain": words.plain} for title, words in part.variants.items()
        },
        "items": [
            {"id": item.id, "title": item.title, "why": item.why, "mark": item.mark} for item in part.items
        ],
    }


def _old(value: object) -> object:
    return value if isinstance(value, bool | str | int | float) else None


def _joined(joined: Joined) -> dict[str, Any]:
    return {"why": joined.why, "said": None if joined.said is None else _said(joined.said)}


def _setting(setting: Setting) -> dict[str, Any]:
    return {
        "key": setting.key,
        **_said(setting.said),
        "instead_of": [_said(said) for said in setting.instead_of],
    }


def _said(said: Said) -> dict[str, Any]:
    return {"value": as_json(said.value), "file": said.file, "line": said.line}
