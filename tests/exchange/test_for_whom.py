"""What a record about one child said without saying so is told when it stands beside other children's."""

from __future__ import annotations

from typing import Any

import pytest

from frameworks_core.exchange.conversion import Conversion
from frameworks_core.exchange.report_text import report_as_text
from frameworks_core.exchange.siblings.joining import Joiner
from frameworks_core.forms.form import Form
from frameworks_core.forms.loading import form_from_source

HEAD = """
id = "{id}"
version = "1"
title = "{id}"
plain_title = "{id}"
about = "{about}"
basis = "statute"
source = "D"

[[sections]]
id = "plan"
title = "Plan"
plain = "Plan"
"""
PLAN = """
[[sections.fields]]
id = "plan"
label = "What is to be done"
plain = "What is to be done"
type = "table"
function = "support"
about = "child"
source = "D"
slot = { kind = "action" }
columns = [
  { id = "step", label = "Step", plain = "Step", type = "long", property = "action" },
  { id = "whom", label = "For whom", plain = "For whom", type = "persons", property = "for_whom" },
]

[[sections.fields]]
id = "health"
label = "Health"
plain = "Health"
type = "long"
function = "gather"
about = "child"
source = "D"
slot = { kind = "statement", dimensions = ["health"], sense = "information" }

[[sections.fields]]
id = "home"
label = "The home"
plain = "The home"
type = "long"
function = "gather"
about = "family"
source = "D"
slot = { kind = "statement", dimensions = ["housing"], sense = "information" }
"""


def made(form_id: str, about: str) -> Form:
    return form_from_source((HEAD.format(id=form_id, about=about) + PLAN).encode(), form_id)  # type: ignore[arg-type]


CHILD, FAMILY = made("one/child", "child"), made("whole/family", "family")


def record(number: str, **answers: Any) -> dict[str, Any]:
    return {
        "form": CHILD.id,
        "version": "1",
        "status": "draft",
        "people": [{"id": "p1", "roles": ["child"], "nhs_number": number}],
        "answers": answers,
    }


@pytest.fixture
def joined() -> Conversion:
    baby = record("943 476 5919", plan=[{"step": "Weigh every week."}], home="A dry flat.")
    sister = record(
        "943 476 5870",
        plan=[{"step": "Glasses.", "whom": ["p1"]}],
        health=[{"text": "Squints.", "about": ["p1"]}, {"text": "Sleeps badly."}],
    )
    return Joiner([CHILD, CHILD], FAMILY).join([baby, sister])


def test_a_row_and_an_entry_that_do_not_say_for_whom_are_named_with_their_child(joined: Conversion) -> None:
    named = [(one.label, one.child) for one in joined.report.unsaid]
    first, second = joined.document["about"]
    assert named == [("What is to be done", first), ("Health", second)]


def test_what_is_about_the_family_leaves_nothing_open(joined: Conversion) -> None:
    assert "home" in joined.document["answers"]
    assert "The home" not in {one.label for one in joined.report.unsaid}


def test_each_is_found_where_it_stands(joined: Conversion) -> None:
    [row, _] = joined.report.unsaid
    _, answers, field, index = row.at.split("/")
    assert joined.document[answers][field][int(index)] == {"step": "Weigh every week."}


def test_people_and_programs_are_told(joined: Conversion) -> None:
    first, second = joined.document["about"]
    text = report_as_text(joined.report, FAMILY, 100)
    assert "To say for whom: from a record about one child, and now beside others (2)" in text
    assert f"  - {first}: What is to be done\n  - {second}: Health" in text
    assert [one["child"] for one in joined.report.as_json()["say_for_whom"]] == [first, second]


def test_one_child_alone_is_not_asked_about() -> None:
    from frameworks_core.exchange.conversion import Converter

    alone = Converter(CHILD, FAMILY).convert(record("943 476 5919", plan=[{"step": "Weigh every week."}]))
    assert alone.report.unsaid == ()
    assert "say_for_whom" not in alone.report.as_json()
