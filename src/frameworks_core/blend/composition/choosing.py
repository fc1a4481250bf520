"""Which questions of which forms a blend takes, in the order the file names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve, frozen

from frameworks_core.blend.faults import Fault
from frameworks_core.blend.reading.file import BlendFile
from frameworks_core.blend.reading.toml_lines import KeyPath
from frameworks_core.checks.blend_codes import NOT_INSTALLED, UNKNOWN_PART
from frameworks_core.errors import UserError
from frameworks_core.forms.form import Field, Form, Section
from frameworks_core.forms.variants import in_variant
from frameworks_core.host.registry import Registry
from frameworks_core.nearest import nearest

SEPARATOR = "#"
"""Between a form and a section or question of it."""


@frozen(eq=False)
class Taken:
    """One question of a form that the blend takes, before questions are joined.

    Attributes:
        form: The form, in the words of the variant chosen.
        section: The section it stands in there.
        field: The question, as a record about this child or this family asks it.
        path: The key of the blend file that takes it.
    """

    form: Form
    section: Section
    field: Field
    path: KeyPath

    @property
    def name(self) -> str:
        """Its name in a blend file: `framework/form#question`."""
        return f"{self.form.id}{SEPARATOR}{self.field.id}"


@frozen(eq=False)
class Choice:
    """What a blend takes.

    Attributes:
        forms: The forms it takes from, in order.
        whole: Ids of those it takes whole.
        about: Whether a record is about one child or a family.
        taken: The questions, in order.
        hidden: The questions that the file hides.
    """

    forms: tuple[Form, ...]
    whole: frozenset[str]
    about: str
    taken: tuple[Taken, ...]
    hidden: tuple[Taken, ...]


def choose(file: BlendFile, registry: Registry, faults: list[Fault]) -> Choice:
    """The questions that a blend file takes from the installed forms.

    Args:
        file: The blend file.
        registry: The installed frameworks.
        faults: Every name that leads nowhere is appended here.
    """
    return _Choosing(file, registry, faults).run()


class _Choosing:
    def __init__(self, file: BlendFile, registry: Registry, faults: list[Fault]) -> None:
        self.file = file
        self.gather = file.gather
        self.registry = registry
        self.faults = faults
        self.forms: dict[str, Form | None] = {}

    def run(self) -> Choice:
        gather = self.gather
        found: dict[str, Taken] = {}
        whole = []
        for index, form_id in enumerate(gather.forms):
            if (form := self.form(form_id, ("gather", "forms", index))) is not None:
                whole.append(form.id)
                _add(found, form, form.sections, ("gather", "forms", index))
        for key, names in (("sections", gather.sections), ("questions", gather.questions)):
            for index, name in enumerate(names):
                self._add_part(found, name, key, ("gather", key, index))
        self._check_names()
        forms = tuple(form for form in self.forms.values() if form is not None)
        about = self.file.blend.about or (
            "family" if any(form.is_about_family for form in forms) else "child"
        )
        taken = [_asked_about(one, about) for one in found.values()]
        hidden = {one.name for one in taken if self._hides(one)}
        return Choice(
            forms,
            frozenset(whole),
            about,
            tuple(one for one in taken if one.name not in hidden),
            tuple(one for one in taken if one.name in hidden),
        )

    def form(self, form_id: str, path: KeyPath) -> Form | None:
        """A form that can be used, in the words of the variant chosen; otherwise a fault, once."""
        if form_id not in self.forms:
            self.forms[form_id] = self._read(form_id, path)
        return self.forms[form_id]

    def _read(self, form_id: str, path: KeyPath) -> Form | None:
        try:
            form = self.registry.form(form_id)
        except UserError as error:
            self.faults.append(missing(form_id, path, error, self.file.plugins, self.registry))
            return None
        wanted = self.gather.versions.get(form_id, form.version)
        if wanted != form.version:
            self.faults.append(
                Fault(
                    NOT_INSTALLED,
                    ("gather", "versions", form_id),
                    f"version {wanted} of {form_id} is wanted, and version {form.version} is installed"
                    f"{how_to_get(form_id, self.file.plugins)}",
                )
            )
        code = self.gather.variants.get(form_id)
        codes = [variant.code for variant in form.variants]
        if code in codes:
            return in_variant(form, code)
        if code is not None:
            hint = nearest(code, codes) if codes else "; it has one set of words only"
            message = f"{form_id} has no variant {code!r}{hint}"
            self.faults.append(Fault(UNKNOWN_PART, ("gather", "variants", form_id), message))
        return form

    def _add_part(self, found: dict[str, Taken], name: str, key: str, path: KeyPath) -> None:
        form_id, separator, part = name.partition(SEPARATOR)
        if not separator or not part:
            message = f"{name!r}: name the form, a # and the {key.removesuffix('s')}, such as {self._with_part(name)}"
            self.faults.append(Fault(UNKNOWN_PART, path, message))
            return
        if (form := self.form(form_id, path)) is None:
            return
        by_section = {section.id: section for section in form.sections}
        if key == "sections":
            if part in by_section:
                _add(found, form, [by_section[part]], path)
            elif part in form.fields:
                message = f"{part!r} is a question of {form_id}, not a section; name it in `questions`"
                self.faults.append(Fault(UNKNOWN_PART, path, message))
            else:
                self._unknown(f"section {part!r} in {form_id}", part, by_section, path)
            return
        if part in by_section and part not in form.fields:
            message = f"{part!r} is a section of {form_id}, not a question; name it in `sections`"
            self.faults.append(Fault(UNKNOWN_PART, path, message))
            return
        if part not in form.fields:
            self._unknown(f"question {part!r} in {form_id}", part, form.fields, path)
            return
        home = next(section for section in form.sections if form.fields[part] in section.fields)
        _add(found, form, [evolve(home, fields=(form.fields[part],))], path)

    def _with_part(self, name: str) -> str:
        """How the name would stand with its #: a part that was joined to its form by another sign, or an example."""
        for form_id in self.registry.form_ids():
            if name.startswith((f"{form_id}/", f"{form_id}.", f"{form_id}:")):
                return f"{form_id}{SEPARATOR}{name[len(form_id) + 1 :]}"
        return f"my_model/form{SEPARATOR}part; a whole form is named in `forms`"

    def _unknown(self, what: str, word: str, known: Iterable[str], path: KeyPath) -> None:
        self.faults.append(Fault(UNKNOWN_PART, path, f"there is no {what}{nearest(word, known)}"))

    def _hides(self, one: Taken) -> bool:
        change = self.gather.fields.get(one.form.id, {}).get(one.field.id)
        return change is not None and change.hide

    def _check_names(self) -> None:
        """Every form and question that a change, a variant or a version names has to be part of the blend."""
        for key, names in (("versions", self.gather.versions), ("variants", self.gather.variants)):
            for form_id in names:
                if form_id not in self.forms:
                    self._unknown(
                        f"form {form_id!r} in this blend", form_id, self.forms, ("gather", key, form_id)
                    )
        for form_id, changes in self.gather.fields.items():
            path: KeyPath = ("gather", "fields", form_id)
            if form_id not in self.forms:
                self._unknown(f"form {form_id!r} in this blend", form_id, self.forms, path)
            elif (form := self.forms[form_id]) is not None:
                for field_id in changes:
                    if field_id not in form.fields:
                        self._unknown(
                            f"question {field_id!r} in {form_id}", field_id, form.fields, (*path, field_id)
                        )


def missing(
    name: str, path: KeyPath, error: UserError, plugins: Mapping[str, str], registry: Registry
) -> Fault:
    """The fault of a form, lens, guide or plan that is not to be had: misspelt, or of a plugin to be got or mended."""
    framework, told = name.partition("/")[0], str(error)
    here = framework in {one.name for one in registry.frameworks()}
    broken = framework in {one.framework for one in registry.broken if one.form is None}
    close = "; did you mean " in told and framework not in plugins
    if not broken and told.startswith("there is no ") and (here or close):
        return Fault(UNKNOWN_PART, path, told)
    return Fault(NOT_INSTALLED, path, f"{error}{how_to_get(name, plugins)}")


def how_to_get(name: str, plugins: Mapping[str, str]) -> str:
    """How to get the plugin that a name belongs to, where the blend says where it comes from."""
    wanted = plugins.get(name.partition("/")[0])
    return f"; the blend takes it from {wanted}: pip install '{wanted}'" if wanted else ""


def _add(found: dict[str, Taken], form: Form, sections: Iterable[Section], path: KeyPath) -> None:
    for section in sections:
        for field in section.fields:
            one = Taken(form, section, field, path)
            found.setdefault(one.name, one)


def _asked_about(one: Taken, about: str) -> Taken:
    """The question as a record about one child, or about a family, asks it.

    In a family's record a form made for one child is asked for each child, as far as it is about the child.
    """
    if about == "child":
        return evolve(one, field=evolve(one.field, per_child=False)) if one.field.per_child else one
    if one.form.is_about_family or one.field.about != "child":
        return one
    return evolve(one, field=evolve(one.field, per_child=True))
