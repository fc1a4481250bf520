"""The page on evidence: the marks, counted in the forms, and shown as it says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from frameworks_core.forms.form import MARKS
from frameworks_core.forms.listing import form_as_text
from frameworks_core.statute.codes import code_list, code_list_names
from frameworks_core.statute.items import all_items
from frameworks_core.statute.routes import all_routes

from .console import as_recorded, commands, run
from .pages import codes


def test_the_marks_are_those_of_the_forms(read_page):
    table = read_page("evidence.md").table("How well attested things are")
    assert tuple(codes(mark)[0] for mark, _ in table) == MARKS


def test_the_marks_mean_what_the_command_line_says(read_page, installed):
    """The page may say more, never something else."""
    shown = form_as_text(installed.form("caf/assessment"), 200)
    for mark, meaning in read_page("evidence.md").table("How well attested things are"):
        first = meaning.partition(";")[0].partition(" that agrees")[0]
        assert f"{codes(mark)[0]}: {first}" in shown or codes(mark)[0] == "D"


def test_the_marks_of_every_form_are_counted(read_page, installed):
    rows = [
        f"| form | questions | {' | '.join(f'`{mark}`' for mark in MARKS)} | added | the form as a whole |",
        f"|---|---:|{'---:|' * len(MARKS)}---:|---|",
    ]
    for form_id in installed.form_ids():
        form = installed.form(form_id)
        counts = Counter(field.mark for field in form)
        numbers = (len(form.fields), *(counts[mark] for mark in MARKS), sum(field.added for field in form))
        assert sum(counts[mark] for mark in MARKS) == len(form.fields)
        rows.append(f"| `{form_id}` | {' | '.join(map(str, numbers))} | {form.source} |")
    read_page("evidence.md").settle_generated({"marks": rows})


def test_every_command_prints_what_the_page_shows(read_page, installed, tmp_path):
    assert installed
    page = read_page("evidence.md")
    page.settle(
        (block.first + offset, output, as_recorded(output, run(command, tmp_path)))
        for block in page.blocks("console")
        for offset, command, output in commands(block.lines)
    )


NO_KEYS = {"co-author", "home-situation", "ill-treatment", "multi-agency", "social-work-qualified"}
"""Words with a hyphen that stand in a source and are no key."""


def sources(registry) -> Iterator[str]:
    """Every text that says how well something is attested."""
    for form_id in registry.form_ids():
        form = registry.form(form_id)
        yield from (form.source, *(field.source for field in form))
    yield from (code_list(name).source for name in code_list_names())
    yield from (rule.authority for rule in registry.rules())
    yield from (plan.source for plan in registry.plan_templates())
    for guide in registry.guides():
        yield from (guide.source, *(consideration.source for consideration in guide.considerations))
    yield from (item.source for item in all_items())
    for route in all_routes():
        yield from (route.source, *route.notes, *(part.source for part in (*route.limbs, *route.duties)))


def test_every_key_of_a_source_is_explained(read_page, installed):
    explained = {
        key for line in read_page("sources.md").lines if line.startswith("| `") for key in codes(line)
    }
    used = {key for text in sources(installed) for key in re.findall(r"\b[a-z]+[a-z0-9]*-[a-z0-9-]+", text)}
    assert used
    assert sorted(used - explained - NO_KEYS) == []
