"""What every plugin promises, as tests to inherit."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import ClassVar

from pluggy import PluginManager

from frameworks_core.checks import codes
from frameworks_core.checks.codes import CoreCode
from frameworks_core.errors import UserError
from frameworks_core.forms.blank import blank_document
from frameworks_core.forms.form import Form
from frameworks_core.host.contributions import Rule
from frameworks_core.host.discovery import Found
from frameworks_core.host.hookspecs import PROJECT
from frameworks_core.host.implementations import unmarked
from frameworks_core.host.registry import Registry, load_registry
from frameworks_core.testing.cases import Case, load_cases
from frameworks_core.testing.form_faults import invalid, schema_faults, unplain, unsaid
from frameworks_core.testing.function_faults import case_faults, lens_faults, plan_faults, rule_faults

_ATTESTED = re.compile(r"S(2\+)? +\w")
"""The beginning of an authority that names a source: the mark, then the source."""

_ANY_FORM = Form(
    id="any/form",
    version="1",
    title="Any other form",
    plain_title="Any other form",
    about="child",
    basis="consent",
    source="D",
    sections=(),
)
"""Lenses are laid over other frameworks' records too; this stands for one that has nothing they know."""


class PluginContract:
    """Inherit it in a class of tests whose name begins with `Test`, and say which plugin it is about.

    Each test finds all faults of its kind at once, and names the place of each.

    Attributes:
        plugin: The plugin's module.
        cases: The folder of its rule cases (`frameworks_core.testing.cases`); needed if it has rules.
        allowed_words: Acronyms and codes that may stand in what families read, because all know them.
    """

    plugin: ClassVar[ModuleType]
    cases: ClassVar[Path | None] = None
    allowed_words: ClassVar[Collection[str]] = frozenset({"NHS"})

    def test_every_function_named_like_a_hook_is_marked(self) -> None:
        """Pluggy passes over a function without `@hookimpl` in silence."""
        forgotten = unmarked(self.plugin, PluginManager(PROJECT))
        assert not forgotten, f"not marked with @hookimpl, so never called: {', '.join(forgotten)}"

    def test_the_host_takes_the_plugin_in(self) -> None:
        """No hook is misspelt, takes arguments or fails; one framework; every name and word is known."""
        registry = self._registry()
        registry.serves()
        registry.rules()
        _none(broken.sentence for broken in registry.broken)

    def test_every_form_loads(self) -> None:
        """Each form file is there, is a form, and has the id under which it is contributed."""
        _none(self._load()[1])

    def test_every_question_says_what_it_asks_and_how_well_it_is_attested(self) -> None:
        """A label for the practitioner, plain words for the family, a source."""
        _none(f"{form.id}, {fault}" for form in self._forms() for fault in unsaid(form))

    def test_families_read_plain_words(self) -> None:
        """No code, no section of an act, no acronym in what families read."""
        _none(f"{form.id}, {fault}" for form in self._forms() for fault in unplain(form, self.allowed_words))

    def test_every_schema_is_valid_and_means_the_same_to_every_validator(self) -> None:
        """The JSON Schema of each form is a schema, and keeps to the part of the language that is safe."""
        _none(f"{form.id}: {fault}" for form in self._forms() for fault in schema_faults(form))

    def test_a_blank_document_is_valid(self) -> None:
        """A new record can be started on each form."""
        _none(
            f"{form.id}: {fault}" for form in self._forms() for fault in invalid(form, blank_document(form))
        )

    def test_no_rule_uses_a_code_of_the_core(self) -> None:
        """A code means one thing."""
        taken = {known.code for known in vars(codes).values() if isinstance(known, CoreCode)}
        _none(
            f"{rule.code} is a code of the core's own checks" for rule in self._rules() if rule.code in taken
        )

    def test_a_statutory_rule_is_attested_by_a_source(self) -> None:
        """What no source shows is not presented as law; whether the source is one of law is for a reader."""
        _none(
            f"{rule.code} says that law or guidance asks for it, and its authority begins with no source (S or S2+)"
            for rule in self._rules()
            if rule.statutory and not _ATTESTED.match(rule.authority)
        )

    def test_every_rule_has_a_case_that_fails_and_one_that_passes(self) -> None:
        """Examples are how a practitioner understands a rule."""
        shown = {(case.code, case.fails) for case in self._cases()}
        _none(
            f"{rule.code} has no case that {'fails' if fails else 'passes'}; add one to {rule.code}.toml"
            for rule in self._rules()
            for fails in (True, False)
            if (rule.code, fails) not in shown
        )

    def test_every_rule_case_comes_out_as_written(self) -> None:
        """Each case is a possible record, and fails at exactly the places it names, or passes."""
        forms = {form.id: form for form in self._forms()}
        rules = {rule.code: rule for rule in self._rules()}
        _none(
            f"{case.place}: {fault}"
            for case in self._cases()
            for fault in case_faults(case, rules.get(case.code), forms.get(case.form))
        )

    def test_every_rule_is_pure_and_takes_a_blank_document(self) -> None:
        """A check changes nothing, always says the same, and never fails, whatever is missing."""
        _none(
            f"{form.id}: {fault}"
            for rule in self._rules()
            for form in self._forms()
            if form.id in rule.forms
            for fault in rule_faults(rule, form, blank_document(form))
        )

    def test_every_lens_is_pure_and_takes_a_blank_document(self) -> None:
        """A lens changes nothing, always says the same, and never fails, on records of any form."""
        _none(
            f"{form.id}: {fault}"
            for lens in self._registry().lenses()
            for form in (*self._forms(), _ANY_FORM)
            for fault in lens_faults(lens, form, blank_document(form))
        )

    def test_every_guide_asks_questions_that_name_known_entries_and_routes(self) -> None:
        """Each guide file is there and in order."""
        for guide in self._registry().guides():
            assert guide.considerations, guide.name

    def test_every_plan_can_be_drafted_from_a_blank_document(self) -> None:
        """From a record that says nothing comes a plan that says nothing, and is a valid draft."""
        forms = {form.id: form for form in self._forms()}
        _none(
            f"{template.name} from {form.id}: {fault}"
            for template in self._registry().plan_templates()
            if template.form in forms
            for form in forms.values()
            for fault in plan_faults(template, form, forms[template.form])
        )

    @classmethod
    def _registry(cls) -> Registry:
        return _registry_of(cls.plugin)

    @classmethod
    def _load(cls) -> tuple[list[Form], list[str]]:
        forms: list[Form] = []
        faults: list[str] = []
        for form_id in cls._registry().form_ids():
            try:
                forms.append(cls._registry().form(form_id))
            except UserError as error:
                faults.append(str(error))
        return forms, faults

    @classmethod
    def _forms(cls) -> list[Form]:
        return cls._load()[0]

    @classmethod
    def _rules(cls) -> tuple[Rule, ...]:
        return cls._registry().rules()

    @classmethod
    def _cases(cls) -> tuple[Case, ...]:
        if cls.cases is None:
            assert not cls._rules(), "the plugin has rules: set `cases` to the folder of their cases"
            return ()
        return load_cases(cls.cases)


@cache
def _registry_of(module: ModuleType) -> Registry:
    package = module.__name__.partition(".")[0]
    return load_registry([Found(package, "under test", package, module.__name__)])


def _none(faults: Iterable[str]) -> None:
    found = list(faults)
    assert not found, "\n".join(["", *found])
