"""The label variants of the forms in a blend: chosen once for all by the file, or by each document as in the form itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve

from frameworks_core.blend.composition.choosing import Choice
from frameworks_core.blend.faults import Fault
from frameworks_core.blend.reading.gather_keys import Gather
from frameworks_core.checks.blend_codes import CLASH
from frameworks_core.forms.form import Form, Variant, Wording


def with_variants(
    form: Form,
    choice: Choice,
    gather: Gather,
    of: Mapping[str, str],
    sections: Mapping[tuple[str, str], str],
    faults: list[Fault],
) -> Form:
    """The form with the variants of the forms in it, as far as documents may still choose between them.

    Args:
        form: The composed form.
        choice: What it takes.
        gather: What the file says.
        of: Its question for each question of a form.
        sections: Its section for each section of a form.
        faults: Two sets of variants that documents would have to choose from are appended here.
    """
    choosers: dict[str, list[Form]] = {}
    for member in choice.forms:
        chooser = of.get(f"{member.id}#{member.variant_field}")
        if chooser and member.variants and member.id not in gather.variants:
            choosers.setdefault(chooser, []).append(member)
    if not choosers:
        return form
    if len(choosers) > 1:
        names = ", ".join(member.id for members in choosers.values() for member in members)
        message = f"documents would choose their words in {len(choosers)} questions; choose the variants of all but one of {names}, or ask these questions together"
        faults.append(Fault(CLASH, ("gather", "variants"), message))
        return form
    [(chooser, members)] = choosers.items()
    variants: dict[str, Variant] = {}
    for member in members:
        for variant in member.variants:
            labels = dict(_labels(variant, member, form, gather, of))
            own = {
                sections[member.id, name]: words
                for name, words in variant.sections.items()
                if (member.id, name) in sections and sections[member.id, name] not in gather.section
            }
            known = variants.setdefault(variant.code, evolve(variant, labels={}, sections={}))
            variants[variant.code] = evolve(
                known, labels={**known.labels, **labels}, sections={**known.sections, **own}
            )
    return evolve(form, variant_field=chooser, variants=tuple(variants.values()))


def _labels(
    variant: Variant, member: Form, form: Form, gather: Gather, of: Mapping[str, str]
) -> Iterator[tuple[str, Wording]]:
    """A variant's words under the blend's ids, but for questions that another form or the authority gives its words."""
    changed = gather.fields.get(member.id, {})
    for name, words in variant.labels.items():
        field_id = name if name in member.fields else name.rpartition(".")[0]
        question = f"{member.id}#{field_id}"
        ours = form.fields.get(of.get(question, ""))
        if ours is None or ours.serves[0] != question:
            continue
        change = changed.get(field_id)
        if field_id != name:
            column = name.removeprefix(f"{field_id}.")
            if ours.column(column) is not None:
                yield f"{ours.id}.{column}", words
        elif change is None or not (change.label or change.plain):
            yield ours.id, words
