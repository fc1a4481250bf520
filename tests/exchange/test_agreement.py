"""A copy of a voluntary record leaves it only with a yes: one for the children it is about, and none but a yes."""

from pathlib import Path
from typing import Any

import pytest

from frameworks_core.errors import UserError
from frameworks_core.exchange.conversion import Converter
from frameworks_core.forms.form import Form
from frameworks_core.forms.loading import form_from_source, load_form

FORMS = Path(__file__).parent / "forms"
QUESTION = """
[[sections.fields]]
id = "share"
label = "Agreed to share"
plain = "May we share it"
type = "{type}"
function = "decide"
about = "family"
source = "D"
slot = {{ kind = "consent", item = "services" }}
{more}
"""
COLUMNS = """
columns = [
  { id = "service", label = "Service", plain = "Who", type = "text" },
  { id = "fine", label = "All right", plain = "OK", type = "yes_no" },
  { id = "agreed", label = "Agreed", plain = "OK with you", type = "yes_no" },
]
"""


def asking(type_: str, more: str = "", file: str = "voluntary.toml") -> Form:
    """A voluntary form that asks whether it may be shared."""
    source = (FORMS / file).read_text().replace('basis = "statute"', 'basis = "consent"')
    return form_from_source((source + QUESTION.format(type=type_, more=more)).encode(), FORMS)


def copied(form: Form, answer: Any, *, children: int = 1, child: str | None = None) -> None:
    """Make a copy for sharing of a record with this answer."""
    document = {
        "form": form.id,
        "version": form.version,
        "status": "draft",
        "people": [{"id": f"p{number}", "roles": ["child"]} for number in range(1, children + 1)],
        "answers": {"share": answer},
    }
    Converter(form, load_form(FORMS / "duty.toml")).convert(document, purpose="share", child=child)


def shares(form: Form, answer: Any, *, children: int = 1, child: str | None = None) -> bool:
    """Whether a copy is made of a record with this answer."""
    try:
        copied(form, answer, children=children, child=child)
    except UserError:
        return False
    return True


@pytest.mark.parametrize(("said", "shared"), [("yes", True), ("no", False), ("not_known", False)])
def test_only_a_yes_is_agreement(said: str, shared: bool) -> None:  # a case, not a switch
    assert shares(asking("yes_no"), said) is shared


@pytest.mark.parametrize(
    ("type_", "said"),
    [("date", "2026-03-01"), ("long", "They said no."), ("long", [{"text": "They said no."}])],
)
def test_a_date_or_a_reason_beside_the_question_is_no_agreement(type_: str, said: Any) -> None:
    assert not shares(asking(type_), said)


@pytest.mark.parametrize(
    ("row", "shared"),
    [
        ({"service": "School", "agreed": "yes"}, True),
        ({"service": "School"}, True),
        ({"service": "School", "agreed": "no"}, False),
        ({"service": "School", "fine": "no"}, False),
        ({"service": "School", "fine": "not_known"}, False),
    ],
)
def test_a_service_is_agreed_unless_a_column_says_otherwise(
    row: dict[str, str], shared: bool
) -> None:  # a case, not a switch
    assert shares(asking("table", COLUMNS), [row]) is shared


def test_agreement_for_one_child_is_none_for_another() -> None:
    form = asking("yes_no", "per_child = true", file="duty.toml")
    assert shares(form, {"p1": "yes"}, children=2, child="p1")
    with pytest.raises(UserError, match="no agreement to share what is about p2"):
        copied(form, {"p1": "yes"}, children=2, child="p2")
    assert not shares(form, {"p1": "yes", "p2": "no"}, children=2)
    assert shares(form, {"p1": "yes", "p2": "yes"}, children=2)
    assert shares(form, "yes", children=2)
