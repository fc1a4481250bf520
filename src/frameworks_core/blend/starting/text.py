"""The file of a new blend: TOML with a comment for every key, to be edited on."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from frameworks_core.blend.reading.file import TABLES, BlendFile
from frameworks_core.blend.reading.keys import keys_of
from frameworks_core.errors import UserError
from frameworks_core.exchange.plain_text import safe_text

if TYPE_CHECKING:
    from frameworks_core.blend.starting.choices import Offer, Start

_WIDTH = 100
_HEAD = (
    "A blend: one record composed of several frameworks.",
    "Lines that begin with # and a space are notes. A key right behind its # is not used yet:",
    "to use it, take the # away and write your own value.",
    "What is wrong with it: frameworks blend check FILE",
    "Where a value comes from: frameworks blend explain FILE KEY",
)
_EXAMPLES = {
    "extends": '"national.toml"',
    "about": '"child"',
    "basis": '"statute"',
    "withholds": '["police"]',
    "notes": '["..."]',
    "statute": '"..."',
    "forms": '["framework/form"]',
    "sections": '["framework/form#section"]',
    "questions": '["framework/form#question"]',
    "versions": '{ "framework/form" = "1" }',
    "variants": '{ "framework/form" = "code" }',
    "order": '["section", "other_section"]',
    "together": '[["framework/form#question", "other/form#question"]]',
    "apart": '[["framework/form#question", "other/form#question"]]',
    "lenses": '["framework/lens"]',
    "guides": '["framework/guide"]',
    "plans": '["framework/plan"]',
    "checkpoints": "[10, 28, 40]",
    "limit": "45",
    "counted_from": '"framework/form#question"',
    "finished_on": '"framework/form#question"',
    "ignore": '[{ code = "ABC101", reason = "...", by = "...", until = 2027-12-31 }]',
    "severity": '[{ code = "ABC102", severity = "note", reason = "...", by = "...", until = 2027-12-31 }]',
}
"""What a key that is not used yet could say."""

_TABLES_OF_GATHER = {
    "fields": (
        '[gather.fields."framework/form".question]',
        'label = "..."',
        'plain = "..."',
        "required = true",
    ),
    "section": ("[gather.section.people]", 'title = "..."', 'order = ["question"]'),
    "local_sections": ("[[gather.local_sections]]", 'id = "our_section"', 'title = "..."', 'plain = "..."'),
    "local": (
        "[[gather.local]]",
        'id = "our_question"',
        'section = "our_section"',
        'label = "..."',
        'plain = "..."',
        'type = "long"',
    ),
}
"""Keys of `gather` that are tables of their own, which stand behind the others."""

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_BARE = re.compile("[A-Za-z0-9_-]+")


def blend_text(start: Start, offered: Offer, plugins: Mapping[str, str]) -> str:
    """The text of the file.

    Args:
        start: What is chosen.
        offered: What is installed, for the titles beside the names.
        plugins: Where each framework comes from.
    """
    tables: dict[str, dict[str, Any]] = {
        "blend": {
            "id": start.id,
            "version": start.version,
            "title": start.title,
            "plain_title": start.plain_title,
            "about": start.about,
            "basis": start.basis,
        },
        "authority": {"name": start.name, "statute": start.statute},
        "plugins": dict(plugins),
        "gather": {"forms": start.forms, "sections": start.sections},
        "analyse": {"lenses": start.lenses},
        "decide": {"guides": start.guides},
        "support": {"plans": start.plans},
    }
    titles = {
        "forms": offered.forms,
        "lenses": offered.lenses,
        "guides": offered.guides,
        "plans": offered.plans,
    }
    lines = [line for text in _HEAD for line in _comment(text)]
    lines.append("")
    for attribute in keys_of(BlendFile):
        says = attribute.metadata["says"]
        if attribute.name == "extends":
            lines.extend(_key("extends", start.extends, says, {}))
        else:
            lines.extend(("", *_comment(says), f"[{attribute.name}]"))
            lines.extend(_keys(attribute.type, tables.get(attribute.name, {}), titles))
    return "\n".join(lines) + "\n"


def _keys(cls: Any, values: Mapping[str, Any], titles: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    if cls not in TABLES:  # names of one's own, such as those of the plugins
        yield from (f"{_name(name)} = {toml_text(value)}" for name, value in values.items())
        return
    known = {attribute.name: attribute.metadata["says"] for attribute in keys_of(cls)}
    used = [name for name in known if values.get(name)]
    for name in (*used, *(name for name in known if name not in used and name in _EXAMPLES)):
        yield from _key(name, values.get(name), known[name], titles.get(name, {}))
    for name, says in known.items():
        if name in _TABLES_OF_GATHER:
            yield from ("", *_comment(says), *(f"#{line}" for line in _TABLES_OF_GATHER[name]))


def _key(name: str, value: str | Iterable[str] | None, says: str, titles: Mapping[str, str]) -> Iterator[str]:
    yield from _comment(says)
    if not value:
        yield f"#{name} = {_EXAMPLES[name]}"
        return
    if isinstance(value, str):
        yield f"{name} = {toml_text(value)}"
        return
    yield f"{name} = ["
    for entry in value:
        beside = f"  # {_plain(titles[entry])}" if entry in titles else ""
        yield f"  {toml_text(entry)},{beside}"
    yield "]"


def _name(name: str) -> str:
    return name if _BARE.fullmatch(name) else toml_text(name)


def _comment(text: str) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent="# ",
        subsequent_indent="# ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _plain(text: str) -> str:
    """A text that can stand in a comment: one line, nothing that hides or ends it."""
    return " ".join(safe_text(text).split())


def toml_text(text: str) -> str:
    """Any text as a TOML string; what cannot be seen is written by its number.

    Raises:
        UserError: It holds half a character, which no file in UTF-8 can hold.
    """
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise UserError("a text of the new blend is not UTF-8; type it again")
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable():
        return char
    return f"\\u{ord(char):04x}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08x}"
