"""Short names: each row that others refer to has one of its own, and each reference finds its row."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm
from frameworks_core.forms.variants import worded_for
from frameworks_core.host.contributions import Hit, Rule
from frameworks_signs_of_safety import MAPPING, SAFETY_PLAN
from frameworks_signs_of_safety.rules.reading import named, names_in, text_of

REFERENCES = (
    ("safety_goals", "danger", "danger_statements"),
    ("complicating_factors", "danger", "danger_statements"),
    ("existing_safety", "danger", "danger_statements"),
    ("bottom_lines", "danger", "danger_statements"),
    ("safety_scales", "about", "danger_statements"),
    ("scale_ratings", "scale", "safety_scales"),
    ("review_changes", "scale", "safety_scales"),
    ("next_steps", "goal", "safety_goals"),
    ("safety_plan_rules", "goal", "safety_goals"),
    ("immediate_safety_plan", "goal", "safety_goals"),
)
"""Table, its column that refers, and the table whose rows it names."""

OVERALL = "overall"
"""What a scale is about that belongs to no single danger."""


def _names_no_row(filled: FilledForm) -> Iterator[Hit]:
    form = worded_for(filled.form, filled.document)
    for table, column, target in REFERENCES:
        if target not in form.fields:
            continue
        rows = tuple(filled.rows(target))
        for row in filled.rows(table):
            known = (OVERALL,) if table == "safety_scales" else ()
            for name in names_in(row.cells.get(column)):
                if name not in known and not any(named(rows, name)):
                    label = form.fields[target].label
                    yield Hit(f"{row.at}/{column}", f"no row of '{label}' has this short name")


SOS201 = Rule(
    code="SOS201",
    severity="error",
    title="A short name that is referred to belongs to a row",
    why="Worry, goal, scale and rule are read together. A name that leads nowhere leaves one of them alone.",
    fix="Write the short name as it stands in the row that is meant, or add that row.",
    authority="D, after rules 1, 2 and 14 of C1",
    stage="final",
    forms=(MAPPING, SAFETY_PLAN),
    check=lambda filled: tuple(dict.fromkeys(_names_no_row(filled))),
)


def _used_twice(filled: FilledForm) -> Iterator[Hit]:
    for table in ("danger_statements", "safety_goals", "safety_scales", "safety_plan_rules"):
        seen: set[str] = set()
        for row in filled.rows(table):
            name = text_of(row.cells.get("ref")).casefold()
            if name and name in seen:
                yield Hit(f"{row.at}/ref", "an earlier row has the same short name")
            seen.add(name)


SOS301 = Rule(
    code="SOS301",
    severity="error",
    title="A short name is used once",
    why="With one name for two rows nobody can tell which of them is meant.",
    fix="Give the later row a short name of its own, and change what refers to it.",
    authority="D, after rules 1, 2 and 14 of C1",
    stage="draft",
    forms=(MAPPING, SAFETY_PLAN),
    check=_used_twice,
)

RULES = (SOS201, SOS301)
