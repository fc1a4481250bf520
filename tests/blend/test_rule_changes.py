"""Rules an authority does not use, or grades otherwise: with a reason, and what is statutory only until a day."""

from datetime import date

import pytest

from frameworks_core.blend.rule_changes import adjusted
from frameworks_core.checks.finding import Finding

from .conftest import HEAD, form, question

RULES = """
@hookimpl
def frameworks_rules():
    yield rule("LAW101", lambda filled: [], severity="error", statutory=True)
    yield rule("OWN101", lambda filled: [], severity="error")
    yield rule("OWN102", lambda filled: [], severity="warning")
    yield rule("LAW102", lambda filled: [], severity="warning", statutory=True)
"""
TEXT = HEAD + '\n[gather]\nforms = ["north/form"]\n[rules]\n'
WHY, WHO, DAY = 'reason = "Agreed."', 'by = "head of service"', "until = 2027-06-30"
ALL = f"{WHY}, {WHO}, {DAY}"


def ignore(code, *said):
    keys = ", ".join((f'code = "{code}"', *said))
    return f"ignore = [{{ {keys} }}]\n"


def grade(code, severity, *said):
    return ignore(code, f'severity = "{severity}"', *said).replace("ignore", "severity")


@pytest.fixture
def registry(frameworks):
    return frameworks(RULES, north=form(question("asked")))


def finding(code, severity="error"):
    return Finding(
        code=code, severity=severity, at="", place="", message="M", why="W", fix="F", authority="D"
    )


# What [rules] says that may be so.
ALLOWED = {
    "ignored with a reason": ignore("OWN101", WHY),
    "a warning ignored": ignore("OWN102", WHY),
    "a statutory warning ignored": ignore("LAW102", WHY),
    "lowered with a reason": grade("OWN101", "note", WHY),
    "raised with a reason": grade("OWN102", "error", WHY),
    "statutory, with all that law needs": ignore("LAW101", ALL),
    "statutory lowered, with all that law needs": grade("LAW101", "warning", ALL),
    "statutory and as serious as ever": grade("LAW101", "error", WHY),
}


@pytest.mark.parametrize("said", ALLOWED.values(), ids=ALLOWED)
def test_what_an_authority_may_decide(told, registry, said):
    assert told(TEXT + said, registry) == []


STATUTORY = "LAW101 is statutory, so it is only changed with"

# What [rules] says, and what is told: the key, and what is wrong.
REFUSED = {
    "no reason": (ignore("OWN101"), ("rules.ignore[0]", "OWN101 is only changed with `reason` (why)")),
    "an empty reason": (
        ignore("OWN101", 'reason = " "'),
        ("rules.ignore[0].reason", "it is empty; write something, or take the key out"),
    ),
    "statutory, nobody decided": (
        ignore("LAW101", WHY, DAY),
        ("rules.ignore[0]", f"{STATUTORY} `by` (who decided it, by role)"),
    ),
    "statutory, for ever": (
        grade("LAW101", "warning", WHY, WHO),
        ("rules.severity[0]", f"{STATUTORY} `until` (the last day)"),
    ),
    "statutory, nothing said": (
        grade("LAW101", "note"),
        (
            "rules.severity[0]",
            f"{STATUTORY} `reason` (why), `by` (who decided it, by role), `until` (the last day)",
        ),
    ),
    "the toolkit's own error": (
        ignore("STR101", ALL),
        (
            "rules.ignore[0]",
            "STR101 keeps a document readable and complete; it cannot be lowered or switched off",
        ),
    ),
    "no such rule": (
        ignore("OWN103", WHY),
        ("rules.ignore[0].code", "there is no rule 'OWN103'; did you mean 'OWN102'?"),
    ),
    "no such severity": (
        grade("OWN102", "eror", WHY),
        ("rules.severity[0].severity", "'eror' is not known; did you mean 'error'?"),
    ),
    "ignored and graded": (
        ignore("OWN102", WHY) + grade("OWN102", "note", WHY),
        ("rules.severity[0]", "OWN102 is changed above already; decide for one of the two"),
    ),
    "no code": (
        'ignore = [{ reason = "R" }]\n',
        ("rules.ignore[0].code", "is missing"),
    ),
}


@pytest.mark.parametrize("refused", REFUSED.values(), ids=REFUSED)
def test_what_it_may_not(told, registry, refused):
    said, fault = refused
    assert [(key, message) for _, key, message in told(TEXT + said, registry)] == [fault]


# What [rules] says, a day, and how serious the findings OWN101 (error) and OWN102 (warning) are on it.
HOLDS = {
    "ignored": (ignore("OWN101", WHY), date(2026, 1, 1), {"OWN102": "warning"}),
    "ignored, on the last day": (ignore("OWN101", ALL), date(2027, 6, 30), {"OWN102": "warning"}),
    "ignored, the day after": (
        ignore("OWN101", ALL),
        date(2027, 7, 1),
        {"OWN101": "error", "OWN102": "warning"},
    ),
    "lowered": (grade("OWN101", "note", WHY), date(2026, 1, 1), {"OWN101": "note", "OWN102": "warning"}),
    "raised, on the last day": (
        grade("OWN102", "error", ALL),
        date(2027, 6, 30),
        {"OWN101": "error", "OWN102": "error"},
    ),
    "raised, the day after": (
        grade("OWN102", "error", ALL),
        date(2027, 7, 1),
        {"OWN101": "error", "OWN102": "warning"},
    ),
    "until a day long past": (
        ignore("OWN101", WHY, "until = 1999-12-31"),
        date(2026, 1, 1),
        {"OWN101": "error", "OWN102": "warning"},
    ),
}


@pytest.mark.parametrize("holds", HOLDS.values(), ids=HOLDS)
def test_findings_are_as_serious_as_the_authority_takes_them_on_a_day(examined, registry, holds):
    said, on, expected = holds
    file = examined(TEXT + said, registry).file
    findings = adjusted([finding("OWN101"), finding("OWN102", "warning")], file, on)
    assert {one.code: one.severity for one in findings} == expected


def test_without_choices_about_rules_everything_is_as_it_is(examined, registry):
    file = examined(TEXT, registry).file
    findings = (finding("OWN101"), finding("OWN102", "note"))
    assert adjusted(findings, file, date(2026, 1, 1)) == findings


def test_a_rule_of_a_framework_that_is_not_here_is_not_taken_for_a_slip(told, registry):
    text = TEXT.replace('"north/form"', '"south/form", "north/form"') + ignore("SOU101", WHY)
    [_, (_, key, message)] = told(text, registry)
    assert (key, message) == (
        "rules.ignore[0].code",
        "there is no rule 'SOU101' as long as south cannot be used",
    )
