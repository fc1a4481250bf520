"""Repeated blocks: one set of questions asked once per item, such as strengths and needs for each dimension.

A block stands in a section and has `items` and `fields`. Each field is written once per item, with `{id}`, `{label}` and
`{plain}` of the item in its texts, and the item's dimensions in its slot where the field writes `["{dimensions}"]`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from frameworks_core.nearest import nearest

_TEXTS = ("id", "label", "plain", "guidance")
_ITEM_KEYS = frozenset({"id", "label", "plain", "dimensions", "source", "guidance"})


def expand_blocks(raw: dict[str, Any], faults: list[str]) -> dict[str, Any]:
    """A copy of the parsed form in which every block has become plain fields.

    Args:
        raw: The parsed TOML.
        faults: Faults are appended here, with their place.
    """
    sections = raw.get("sections")
    if not isinstance(sections, list):
        return raw
    return {**raw, "sections": [_expand_section(section, faults) for section in sections]}


def _expand_section(section: Any, faults: list[str]) -> Any:
    if not isinstance(section, dict) or "blocks" not in section:
        return section
    fields = section.get("fields", [])
    if not isinstance(fields, list) or not isinstance(section["blocks"], list):
        faults.append(f"section {section.get('id')!r}: fields and blocks are lists of tables")
        return {key: value for key, value in section.items() if key != "blocks"} | {"fields": []}
    fields = list(fields)
    for number, block in enumerate(section["blocks"]):
        place = f"section {section.get('id')!r}, blocks[{number}]"
        if not isinstance(block, dict) or not all(_is_tables(block.get(key)) for key in ("items", "fields")):
            faults.append(f"{place}: a block needs items and fields, and both are lists of tables")
            continue
        faults.extend(f"{place}: {fault}" for fault in _unknown(block, {"items", "fields"}))
        for item in block["items"]:
            if wrong := list(_faults_of_item(item)):
                faults.extend(f"{place}, item {item.get('id')!r}: {fault}" for fault in wrong)
                continue
            written = [_field_for(template, item) for template in block["fields"]]
            if "guidance" in item:
                written[0].setdefault(
                    "guidance", item["guidance"]
                )  # said once, beside the item's first question
            fields.extend(written)
    kept = {key: value for key, value in section.items() if key != "blocks"}
    return {**kept, "fields": fields}


def _is_tables(raw: Any) -> bool:
    return isinstance(raw, list) and bool(raw) and all(isinstance(entry, dict) for entry in raw)


def _faults_of_item(item: dict[str, Any]) -> Iterator[str]:
    yield from _unknown(item, _ITEM_KEYS)
    if missing := sorted({"id", "label", "plain"} - set(item)):
        yield f"needs {', '.join(missing)}"
    for key in sorted(set(item) & _ITEM_KEYS - {"dimensions"}):
        if not isinstance(item[key], str):
            yield f"{key}: a text is needed here"


def _unknown(table: dict[str, Any], known: Iterable[str]) -> Iterator[str]:
    for key in sorted(set(table) - set(known)):
        yield f"there is no key {key!r}{nearest(key, known)}"


def _field_for(template: dict[str, Any], item: dict[str, Any]) -> dict[str, Any]:
    field = dict(template)
    for key in _TEXTS:
        if isinstance(field.get(key), str):
            for name in ("id", "label", "plain"):
                field[key] = field[key].replace("{" + name + "}", str(item[name]))
    # A field we added stays marked as ours whatever is known of the item.
    if "source" in item and not field.get("added"):
        field["source"] = item["source"]
    if isinstance(field.get("when"), dict) and isinstance(field["when"].get("field"), str):
        field["when"] = {**field["when"], "field": field["when"]["field"].replace("{id}", str(item["id"]))}
    slot = field.get("slot")
    if isinstance(slot, dict) and slot.get("dimensions") == ["{dimensions}"]:
        field["slot"] = {**slot, "dimensions": item.get("dimensions", [])}
    return field
