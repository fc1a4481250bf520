"""The generated parts of a framework's page: everything on it that the installed plugin can say itself."""

from __future__ import annotations

import inspect
import pkgutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module

from frameworks_core.exchange.matrix import CLASSES, Fate
from frameworks_core.forms.form import MARKS, Field, Form
from frameworks_core.host.contributions import Framework, Rule
from frameworks_core.host.registry import Registry
from frameworks_core.model.slot import PLAN_KINDS
from frameworks_core.statute.routes import all_routes

NONE = ["None."]
PLACED = ("kept", "broadened")
KINDS_OF_HISTORY = {
    "reason": "why the record was made",
    "record": "its dates, its status, who took part",
    "appointment": "who made and managed it",
    "oversight": "checkpoints and supervision",
    "practice": "what the service did while making it",
    "conclusion": "analysis, impact, outlook, conclusions",
    "threshold": "thresholds",
    "decision": "decisions and their reasons",
    "outcome": "outcomes",
    "score": "scores",
    "scale": "scales and what their ends mean",
    "rating": "ratings on a scale",
    "consent": "consent and agreement",
    "comment": "what a child or parent said about the record",
    "update": "what was added after it was finished",
}
"""Kinds of slot that never convert, in the words of practice."""

NO_SLOT = "no shared meaning: carried word for word, in a form of another framework too"
PLAN = "a plan agreed with the family: history in a form made under a legal duty"


def parts(registry: Registry, framework: Framework, fates: Sequence[Fate]) -> dict[str, list[str]]:
    """Each generated part of the page by its name."""
    forms = [form for form in registry.forms() if form.framework == framework.name]
    return {
        "framework": list(_described(framework)),
        "forms": list(_forms(forms)),
        "functions": list(_functions(registry, framework.name)),
        "rules": list(_rules(registry, framework.name)) or NONE,
        "leaving": list(_leaving(forms, fates)),
        "arriving": list(_arriving(registry.forms(), forms, fates)),
        "never": list(_never(forms)),
    }


def table(headings: Sequence[str], rows: Iterable[Sequence[object]], words: int = 1) -> list[str]:
    """A table whose first columns (`words` of them) hold words, the others numbers."""
    lines = [f"| {' | '.join(headings)} |", "|" + "---|" * words + "---:|" * (len(headings) - words)]
    lines.extend("| " + " | ".join(_cell(value) for value in row) + " |" for row in rows)
    return lines


def grid(sources: Sequence[Form], targets: Sequence[Form], fates: Iterable[Fate]) -> list[str]:
    """How many questions of each form have a place in each other form, and how many wait to be sorted (`+`)."""
    by_pair = {(fate.source, fate.target): fate for fate in fates}
    headings = ("from", "questions", *(f"`{_short(target)}`" for target in targets))
    return table(
        headings,
        (
            (
                f"`{source.id}`",
                len(source.fields),
                *(_placed(by_pair.get((source.id, target.id))) for target in targets),
            )
            for source in sources
        ),
    )


def _placed(fate: Fate | None) -> str:
    if fate is None:
        return "-"
    placed = str(sum(fate.counts[name] for name in PLACED))
    waiting = fate.counts["needs_sorting"]
    return f"{placed} + {waiting}" if waiting else placed


def _described(framework: Framework) -> Iterator[str]:
    yield from table(
        (f"`{framework.name}`", ""),
        (
            ("kind", framework.kind),
            ("edition", framework.edition),
            ("how well attested", framework.source),
            ("rights", framework.rights),
        ),
        words=2,
    )


def _forms(forms: Sequence[Form]) -> Iterator[str]:
    """Each form; a caveat that stands on every one of them is said once, before them."""
    common = [note for note in forms[0].notes if all(note in form.notes for form in forms)]
    if common:
        yield from ("Of every form here:", "", *(f"- {note}" for note in common), "")
    for number, form in enumerate(forms):
        yield from ("",) if number else ()
        notes = [note for note in form.notes if note not in common]
        yield from (f"### {form.title}", "", *_facts_of(form), *(f"- {note}" for note in notes), "")
        headings = (
            "section",
            "questions",
            "always needed",
            "sometimes",
            *(f"`{mark}`" for mark in MARKS),
            "added",
        )
        rows = [_counts(section.title, section.fields) for section in form.sections]
        yield from table(headings, [*rows, _counts("**all**", tuple(form))])


def _facts_of(form: Form) -> Iterator[str]:
    about = "a family" if form.is_about_family else "one child"
    basis = "rests on the family's agreement" if form.basis == "consent" else "made under a legal duty"
    yield f"`{form.id}`, version {form.version}: about {about}; {basis}."
    yield ""
    yield f"- How well attested: {form.source}"
    if form.withholds:
        kinds = ", ".join(kind.replace("_", " ") for kind in sorted(form.withholds))
        yield f"- Takes in no information of these kinds: {kinds}"
    if form.variants:
        named = ", ".join(f"`{variant.code}` ({variant.title})" for variant in form.variants)
        yield f"- Other words for the same questions: {named}"


def _counts(title: str, fields: Sequence[Field]) -> tuple[object, ...]:
    needed = Counter(field.required for field in fields)
    marks = Counter(field.mark for field in fields)
    added = sum(field.added for field in fields)
    return title, len(fields), needed["always"], needed["when"], *(marks[mark] for mark in MARKS), added


def _functions(registry: Registry, name: str) -> Iterator[str]:
    routes = {route.id: route.title for route in all_routes()}
    yield from ("### Lenses: ways of looking (`analyse`)", "")
    lenses = [lens for lens in registry.lenses() if _owner(lens.name) == name]
    for lens in lenses:
        yield f"- `{lens.name}`: {lens.title}"
        yield from (f"  - {question}" for question in lens.questions)
    yield from () if lenses else NONE
    yield from ("", "### Guides: what to weigh (`decide`)", "")
    guides = [guide for guide in registry.guides() if _owner(guide.name) == name]
    for guide in guides:
        yield f"- `{guide.name}`: {guide.title} (how well attested: {guide.source})"
        for consideration in guide.considerations:
            every = len(consideration.routes) == len(routes)
            asked = [title for route, title in routes.items() if route in consideration.routes]
            yield f"  - {consideration.question} ({'every route' if every else '; '.join(asked)})"
    yield from () if guides else NONE
    yield from ("", "### Kinds of plan (`plan`)", "")
    plans = [plan for plan in registry.plan_templates() if _owner(plan.name) == name]
    for plan in plans:
        yield f"- `{plan.name}`: {plan.title}, on the form `{plan.form}` (how well attested: {plan.source})"
    yield from () if plans else NONE


def _owner(name: str) -> str:
    return name.partition("/")[0]


def _rules(registry: Registry, name: str) -> Iterator[str]:
    known = {rule.code: rule for rule in registry.rules() if any(_owner(form) == name for form in rule.forms)}
    for number, (subject, rules) in enumerate(_subjects(name)):
        yield from ("",) if number else ()
        yield from (f"**{subject}**", "")
        yield from table(
            ("code", "what is checked", "severity", "asked of", "mark"),
            (
                (
                    f"`{rule.code}`",
                    rule.title,
                    rule.severity,
                    "every draft" if rule.stage == "draft" else "a finished record",
                    f"`{rule.authority.split(maxsplit=1)[0].rstrip(',;')}`",
                )
                for rule in rules
            ),
            words=5,
        )
        for rule in rules:
            del known[rule.code]
    assert not known, f"rules of no subject: {sorted(known)}"


def _subjects(name: str) -> Iterator[tuple[str, tuple[Rule, ...]]]:
    """Each module of a plugin's rules: what its docstring says it is about, and its rules."""
    package = import_module(f"frameworks_{name}.rules")
    for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        module = import_module(found.name)
        if rules := getattr(module, "RULES", None):
            first = (inspect.getdoc(module) or "").partition("\n")[0]
            subject = first.removeprefix("Rules about ").rstrip(".")
            yield subject[0].upper() + subject[1:], rules


def _leaving(forms: Iterable[Form], fates: Iterable[Fate]) -> Iterator[str]:
    """A table for each form; forms in which its questions fare alike share a row."""
    given = list(fates)
    headings = ("to", *(name.replace("_", " ") for name in CLASSES), "sharing a field")
    for number, form in enumerate(forms):
        yield from ("",) if number else ()
        yield from (f"### From {form.title} ({len(form.fields)} questions)", "")
        targets: dict[tuple[int, ...], list[str]] = {}
        for fate in given:
            if fate.source == form.id:
                targets.setdefault((*fate.counts.values(), len(fate.sharing)), []).append(f"`{fate.target}`")
        yield from table(headings, ((", ".join(names), *counts) for counts, names in targets.items()))


def _arriving(every_form: Sequence[Form], forms: Sequence[Form], fates: Iterable[Fate]) -> Iterator[str]:
    yield from grid([form for form in every_form if form not in forms], forms, fates)


def _never(forms: Sequence[Form]) -> Iterator[str]:
    rows = [
        (f"`{kind}`", meaning, [sum(_kind(field) == kind for field in form) for form in forms])
        for kind, meaning in KINDS_OF_HISTORY.items()
    ]
    plans = [
        sum(_kind(field) in PLAN_KINDS for field in form) if form.basis == "consent" else 0 for form in forms
    ]
    rows.append((", ".join(f"`{kind}`" for kind in sorted(PLAN_KINDS)), PLAN, plans))
    rows.append(("none", NO_SLOT, [sum(field.slot is None for field in form) for form in forms]))
    yield from table(
        ("kind of slot", "what it is", *(f"`{_short(form)}`" for form in forms)),
        ((kind, meaning, *counts) for kind, meaning, counts in rows if any(counts)),
        words=2,
    )


def _kind(field: Field) -> str | None:
    return field.slot.kind if field.slot else None


def _short(form: Form) -> str:
    return form.id.partition("/")[2]


def _cell(value: object) -> str:
    return str(value).replace("|", "\\|")
