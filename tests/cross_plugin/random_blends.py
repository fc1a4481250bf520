"""Blends at random: whatever an authority might take from the installed forms, and change about it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, TypeVar

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from frameworks_core.blend.composition.composing import Composed, compose
from frameworks_core.blend.reading.file import BlendFile, Identity
from frameworks_core.blend.reading.gather_keys import (
    Change,
    Gather,
    LocalQuestion,
    LocalSection,
    SectionChange,
)
from frameworks_core.forms.form import Field, Form, When
from frameworks_core.model import Slot

from .conftest import FORMS, REGISTRY

_Value = TypeVar("_Value")
_SECTIONS = [f"{form.id}#{section.id}" for form in FORMS.values() for section in form.sections]
_QUESTIONS = [f"{form.id}#{field.id}" for form in FORMS.values() for field in form]
_WORDS = st.sampled_from(["In our own words", "What we call it"])
_NEEDED = (
    {},
    {"required": True},
    {"required": False},
    {"required": "when", "when": When(text="if somebody asks for it")},
)
_CHANGES = st.builds(
    lambda needed, **change: Change(**needed, **change),
    st.sampled_from(_NEEDED),
    label=st.none() | _WORDS,
    hide=st.sampled_from([False, False, True]),
    minutes=st.none() | st.just(2.5),
)
_LOCAL_SECTION = LocalSection(id="of_our_own", title="Of our own", plain="Something more")
_SLOTS = (
    None,
    Slot(kind="statement", dimensions=frozenset({"health"}), senses=frozenset({"information"})),
    Slot(kind="statement", senses=frozenset({"need"})),
    Slot(kind="view", whose="child", aspect="words"),
    Slot(kind="consent", item="services"),
)


def _own_question(number: int) -> SearchStrategy[LocalQuestion]:
    return st.builds(
        LocalQuestion,
        section=st.just(_LOCAL_SECTION.id),
        id=st.just(f"question_of_our_own_{number}"),
        label=_WORDS,
        plain=_WORDS,
        type=st.just("long"),
        source=st.just("D a question of the authority's own"),
        function=st.just("gather"),
        about=st.sampled_from(["child", "family"]),
        per_child=st.just(False),
        slot=st.sampled_from(_SLOTS),
    )


def _some(values: list[_Value], most: int) -> SearchStrategy[tuple[_Value, ...]]:
    return st.lists(st.sampled_from(values), max_size=most, unique=True).map(tuple)


@st.composite
def blend_files(draw: Any) -> BlendFile:
    """A blend file; what it says may contradict itself, as what people write may."""
    forms = draw(_some(list(FORMS), 3))
    sections = draw(_some(_SECTIONS, 4))
    questions = draw(_some(_QUESTIONS, 12))
    taken = _taken(forms, sections, questions)
    own = [draw(_own_question(number)) for number in range(draw(st.integers(0, 2)))]
    fields: dict[str, dict[str, Change]] = {}
    for name in draw(_some(taken, 6)) if taken else ():
        form_id, _, field_id = name.partition("#")
        fields.setdefault(form_id, {})[field_id] = draw(_CHANGES)
    pairs = _some(_alike(taken), 4) if _alike(taken) else st.just(())
    joined = draw(pairs)
    divided = tuple(pair for pair in draw(pairs) if pair not in joined)
    used = {name.partition("#")[0] for name in (*forms, *sections, *questions)}
    names = [section.rpartition("#")[2] for section in sections if draw(st.booleans())]
    variants = {
        form_id: draw(st.sampled_from([variant.code for variant in FORMS[form_id].variants]))
        for form_id in sorted(used)
        if FORMS[form_id].variants and draw(st.booleans())
    }
    return BlendFile(
        blend=Identity(
            id="harbour/record",
            version="1",
            title="Harbour record",
            plain_title="Your record",
            about=draw(st.sampled_from([None, "child", "family"])),
            basis=draw(st.sampled_from([None, None, "consent", "statute"])),
            withholds=draw(_some(["police", "third_party"], 1)),
        ),
        gather=Gather(
            forms=forms,
            sections=sections,
            questions=questions,
            variants=variants,
            order=draw(st.permutations(names)) if draw(st.booleans()) else (),
            together=joined,
            apart=divided,
            fields=fields,
            section={name: SectionChange(title="A part of it") for name in names[:1]},
            local_sections=(_LOCAL_SECTION,) if own else (),
            local=tuple(own),
        ),
    )


@st.composite
def blends(draw: Any) -> Composed:
    """A blend that makes a form."""
    composed, _ = compose(draw(blend_files()), REGISTRY)
    assume(composed is not None)
    assert composed is not None
    return composed


def _taken(forms: tuple[str, ...], sections: tuple[str, ...], questions: tuple[str, ...]) -> list[str]:
    """Names of the questions that a file takes."""
    taken = [f"{form_id}#{field_id}" for form_id in forms for field_id in FORMS[form_id].fields]
    for name in sections:
        form_id, _, section_id = name.partition("#")
        taken.extend(f"{form_id}#{field.id}" for field in _section(FORMS[form_id], section_id))
    return list(dict.fromkeys((*taken, *questions)))


def _section(form: Form, section_id: str) -> tuple[Field, ...]:
    return next(section.fields for section in form.sections if section.id == section_id)


def _alike(taken: list[str]) -> list[tuple[str, str]]:
    """Pairs of questions of one type and meaning, or of the same kind: some may be asked together, others are refused."""
    by_likeness: dict[Any, list[str]] = {}
    for name in taken:
        form_id, _, field_id = name.partition("#")
        field = FORMS[form_id].fields[field_id]
        by_likeness.setdefault((field.type, field.slot), []).append(name)
        if field.slot is not None and field.slot.kind in {"statement", "agency"}:
            by_likeness.setdefault((field.type, field.slot.kind), []).append(name)
    return [(one, other) for likeness, names in by_likeness.items() for one, other in pairwise(names)]
