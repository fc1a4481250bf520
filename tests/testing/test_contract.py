"""The contract holds for a sound plugin, and fails for each fault with a message that names it."""

import importlib
import shutil
import sys
from pathlib import Path

import pytest

from frameworks_core.testing import PluginContract, fake_distribution

TOY = Path(__file__).parents[1] / "toy"

TESTS = [name for name in vars(PluginContract) if name.startswith("test_")]


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """Install a changed copy of the toy framework, and give the contract about it.

    `changes` are replacements of texts, by file; a file in `cases` that becomes empty is left out.
    """

    def install(**changes):
        files = {
            path.relative_to(TOY / "frameworks_toy").as_posix(): path.read_text(encoding="utf-8")
            for path in (TOY / "frameworks_toy").rglob("*")
            if path.suffix in {".py", ".toml"}
        }
        cases = tmp_path / "cases"
        shutil.copytree(TOY / "cases", cases)
        for name, replacements in changes.items():
            for old, new in replacements.items():
                key, text = text_of(name, files, cases)
                assert old in text, f"{old!r} is not in {name}"
                if isinstance(key, Path):
                    key.write_text(text.replace(old, new), encoding="utf-8")
                else:
                    files[key] = text.replace(old, new)
        source = files.pop("plugin.py")
        package = fake_distribution(tmp_path, "frameworks-toy", "1.0", "", files)
        own = source.replace("frameworks_toy", package.name)
        (package / "plugin.py").write_text(own, encoding="utf-8")
        monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
        module = importlib.import_module(f"{package.name}.plugin")
        return type("Contract", (PluginContract,), {"plugin": module, "cases": cases})

    return install


def text_of(name, files, cases):
    key = {
        "plugin": "plugin.py",
        "rules": "rules.py",
        "looking": "looking.py",
        "visit": "forms/visit.toml",
    }.get(name)
    if key:
        return key, files[key]
    return cases / f"{name}.toml", (cases / f"{name}.toml").read_text(encoding="utf-8")


def failures(contract):
    """What fails, by the name of the test."""
    failed = {}
    for name in TESTS:
        try:
            getattr(contract(), name)()
        except AssertionError as error:
            failed[name] = str(error)
    return failed


class TestToy(PluginContract):
    """How a plugin writer uses the kit; pytest runs every test of the contract here."""

    cases = TOY / "cases"

    @pytest.fixture(autouse=True)
    def _imported(self, toy_registry):
        assert toy_registry.plugins  # which has imported it; an installed plugin is imported above, as usual
        type(self).plugin = sys.modules["frameworks_toy.plugin"]


def test_a_sound_copy_keeps_the_contract(copied):
    assert failures(copied()) == {}


CHECK = 'if not filled.is_answered("child_words") and not filled.is_answered("why_no_words"):'

FAULTS = {
    "a forgotten mark": (
        {"plugin": {"@hookimpl\ndef frameworks_decide": "def frameworks_decide"}},
        "test_every_function_named_like_a_hook_is_marked",
        "not marked with @hookimpl, so never called: frameworks_decide",
    ),
    "a forgotten mark on a misspelt hook": (
        {"plugin": {"@hookimpl\ndef frameworks_decide": "def frameworks_desides"}},
        "test_every_function_named_like_a_hook_is_marked",
        "frameworks_desides",
    ),
    "a misspelt hook": (
        {"plugin": {"def frameworks_support": "def frameworks_suport"}},
        "test_the_host_takes_the_plugin_in",
        "did you mean 'frameworks_support'",
    ),
    "a hook with an argument": (
        {"plugin": {"def frameworks_rules()": "def frameworks_rules(form=None)"}},
        "test_the_host_takes_the_plugin_in",
        "frameworks_rules takes arguments",
    ),
    "a framework without rights": (
        {"plugin": {'rights="None."': 'rights=""'}},
        "test_the_host_takes_the_plugin_in",
        "rights is not a text, or is blank",
    ),
    "a hook that fails only when asked": (
        {"plugin": {"yield from RULES": "yield from RULES\n    raise OSError"}},
        "test_the_host_takes_the_plugin_in",
        "frameworks_rules raises OSError",
    ),
    "a rule without a reason": (
        {"rules": {'why="A record without them is about the child and not with the child."': 'why=" "'}},
        "test_the_host_takes_the_plugin_in",
        "a Rule whose why is not a text, or is blank",
    ),
    "law that no source shows": (
        {"rules": {'authority="D for tests",': 'authority="D for tests",\n        statutory=True,'}},
        "test_a_statutory_rule_is_attested_by_a_source",
        "TOY101 says that law or guidance asks for it, and its authority begins with no source",
    ),
    "a form that does not load": (
        {"visit": {'type = "scale"': 'type = "scales"'}},
        "test_every_form_loads",
        "field 'worry', type: 'scales' is not known",
    ),
    "a form with another id": (
        {"visit": {'id = "toy/visit"': 'id = "toy/home_visit"'}},
        "test_every_form_loads",
        "the file says 'toy/home_visit'",
    ),
    "a column nobody named for the family": (
        {"visit": {'label = "By when"\nplain = "By when"': 'label = "By when"\nplain = ""'}},
        "test_every_question_says_what_it_asks_and_how_well_it_is_attested",
        "toy/visit, field 'actions', 'by', plain: is blank",
    ),
    "an acronym in a family label": (
        {"visit": {'plain = "What you told us"': 'plain = "What you told the SENCO"'}},
        "test_families_read_plain_words",
        "toy/visit, field 'child_words', plain: 'SENCO' in 'What you told the SENCO'",
    ),
    "a section of an act in a family label": (
        {"visit": {'plain = "Nothing more for now"': 'plain = "No s47 enquiry"'}},
        "test_families_read_plain_words",
        "code 'nothing', plain: 's47'",
    ),
    "a code of the core": (
        {
            "rules": {"TOY101": "STR101"},
            "TOY101": {},
        },
        "test_no_rule_uses_a_code_of_the_core",
        "STR101 is a code of the core's own checks",
    ),
    "a rule without a failing case": (
        {"TOY101": {"[[fail]]": "[[pass]]", 'at = ["/answers/child_words"]': ""}},
        "test_every_rule_has_a_case_that_fails_and_one_that_passes",
        "TOY101 has no case that fails",
    ),
    "a case of no rule": (
        {"rules": {"TOY101": "TOY102"}},
        "test_every_rule_case_comes_out_as_written",
        "there is no rule TOY101",
    ),
    "a case on a form the rule does not apply to": (
        {"TOY101": {'form = "toy/visit"': 'form = "toy/family"'}},
        "test_every_rule_case_comes_out_as_written",
        "TOY101 does not apply to the form toy/family; it applies to toy/visit",
    ),
    "a failing case that passes": (
        {"TOY101": {'answers = { seen_alone = "yes" }': 'answers = { why_no_words = "Asleep." }'}},
        "test_every_rule_case_comes_out_as_written",
        "fail 'Nothing from the child, and no reason': expected /answers/child_words, and found nothing",
    ),
    "a passing case that fails": (
        {"TOY101": {'answers = { why_no_words = "Eight days old." }': ""}},
        "test_every_rule_case_comes_out_as_written",
        "pass 'A reason is given': expected nothing, and found /answers/child_words",
    ),
    "a failing case that fails elsewhere": (
        {"TOY101": {'at = ["/answers/child_words"]': 'at = ["/answers/seen_alone"]'}},
        "test_every_rule_case_comes_out_as_written",
        "expected /answers/seen_alone, and found /answers/child_words",
    ),
    "a case that cannot be": (
        {"TOY101": {"why_no_words = ": "why_no_word = "}},
        "test_every_rule_case_comes_out_as_written",
        "no such record is possible: $.answers",
    ),
    "a check that changes the document": (
        {"rules": {CHECK: "filled.document['answers']['seen_on'] = '2026-01-01'\n    " + CHECK}},
        "test_every_rule_is_pure_and_takes_a_blank_document",
        "the check of TOY101 changes the document it reads",
    ),
    "a check that says something else each time": (
        {"rules": {CHECK: "ASKED.append(1)\n    if len(ASKED) % 2:", "RULES = (": "ASKED = []\nRULES = ("}},
        "test_every_rule_is_pure_and_takes_a_blank_document",
        "says something else when it is asked a second time",
    ),
    "a check that fails where nothing is answered": (
        {"rules": {CHECK: "if filled.answers['child_words']:"}},
        "test_every_rule_is_pure_and_takes_a_blank_document",
        "toy/visit: the check of TOY101 raises KeyError: 'child_words'",
    ),
    "a check that yields pointers": (
        {"rules": {'yield Hit("/answers/child_words", ': "yield str("}},
        "test_every_rule_is_pure_and_takes_a_blank_document",
        "yields str, and must yield Hit records",
    ),
    "a hit without a place": (
        {"rules": {'Hit("/answers/child_words"': 'Hit("child_words"'}},
        "test_every_rule_is_pure_and_takes_a_blank_document",
        "a hit without a pointer or without a message",
    ),
    "a message that repeats an answer": (
        {
            "rules": {"and no reason is given": "and Baby Blue is asleep"},
            "TOY101": {
                'answers = { seen_alone = "yes" }': 'people = [{ id = "p1", given_names = "Baby Blue" }]'
            },
        },
        "test_every_rule_case_comes_out_as_written",
        "a message of TOY101 repeats what the record says: 'Baby Blue'",
    ),
    "a lens that fails": (
        {"looking": {"section = Section": "assessment.chronology[0]\n    section = Section"}},
        "test_every_lens_is_pure_and_takes_a_blank_document",
        "any/form: the lens toy/what_was_said raises IndexError",
    ),
    "a lens that gives no analysis": (
        {"looking": {"return Analysis(": "return {'views': section} or Analysis("}},
        "test_every_lens_is_pure_and_takes_a_blank_document",
        "the lens toy/what_was_said gives dict, and must give an Analysis",
    ),
}


@pytest.mark.parametrize("title", FAULTS)
def test_a_fault_is_found_and_named(copied, title):
    changes, test, said = FAULTS[title]
    failed = failures(copied(**changes))
    assert test in failed
    assert said in failed[test]


def test_a_plugin_with_rules_and_no_folder_of_cases_is_told_to_set_one(copied):
    contract = copied()
    contract.cases = None
    assert "set `cases`" in failures(contract)["test_every_rule_has_a_case_that_fails_and_one_that_passes"]


def test_a_word_every_family_knows_may_be_allowed(copied):
    contract = copied(visit={'plain = "What you told us"': 'plain = "What you told the SENCO"'})
    contract.allowed_words = {"SENCO"}
    assert failures(contract) == {}


def test_an_unsafe_schema_is_found(copied, monkeypatch):
    schema = {"pattern": "a$", "minLength": -1}
    monkeypatch.setattr("frameworks_core.testing.form_faults.json_schema", lambda _: schema)
    said = failures(copied())["test_every_schema_is_valid_and_means_the_same_to_every_validator"]
    assert "toy/visit: /pattern: $ lets a last line break pass" in said
    assert "toy/visit: $.minLength: -1 is less than the minimum of 0" in said


def test_a_blank_document_that_is_not_valid_is_found(copied, monkeypatch):
    blank = {"people": [], "answers": {}}
    monkeypatch.setattr("frameworks_core.testing.contract.blank_document", lambda _: blank)
    contract = copied()
    with pytest.raises(AssertionError, match="'form' is a required property"):
        contract().test_a_blank_document_is_valid()
