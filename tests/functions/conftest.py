"""A record that practice models have something to say about, and the forms it is recorded on."""

import copy

import pytest

from frameworks_core.exchange.reading import Reader
from frameworks_core.forms.definition import faults_and_form

HEAD = """
version = "1"
title = "{title}"
plain_title = "{title}"
about = "family"
basis = "consent"
source = "D"
"""
FIELD = """
[[sections.fields]]
id = "{id}"
label = "{label}"
plain = "{label}"
type = "{type}"
function = "gather"
about = "child"
source = "D"
slot = {slot}
"""


def column(name, type_="long", meaning=None):
    return f'{{ id = "{name}", label = "{name.capitalize()}", plain = "{name}", type = "{type_}", property = "{meaning or name}" }}'


def field(id_, slot, type_="long", columns=()):
    text = FIELD.format(id=id_, label=id_.capitalize(), type=type_, slot=slot)
    return text + (f"columns = [{', '.join(columns)}]\n" if columns else "")


def form(id_, *fields):
    title = id_.partition("/")[2].capitalize()
    section = f'\n[[sections]]\nid = "all"\ntitle = "{title}"\nplain = "{title}"\n'
    made, faults = faults_and_form(
        (f'id = "{id_}"' + HEAD.format(title=title) + section + "".join(fields)).encode()
    )
    assert not faults
    return made


ACTION = (
    column("action"),
    column("who", "persons"),
    column("need"),
    column("dimension", "text"),
    column("goal", "text", "aim"),
)
DECISION = (
    column("decision"),
    column("legal_basis", "text"),
    column("reasons"),
    column("evidence"),
    column("dissent"),
    column("decided_by", "person"),
    column("decided_on", "date"),
    column("told_family_on", "date"),
)


@pytest.fixture(scope="session")
def map_form():
    """A map: words, needs, dangers with goals, actions, decisions."""
    return form(
        "toy/map",
        field("words", '{ kind = "view", whose = "child", aspect = "words" }'),
        field("health", '{ kind = "statement", dimensions = ["health"], sense = "need" }'),
        field("money", '{ kind = "statement", dimensions = ["income"], sense = "need" }'),
        field("dangers", '{ kind = "danger" }', "table", (column("ref", "text"), column("feared"))),
        field(
            "goals",
            '{ kind = "goal" }',
            "table",
            (column("ref", "text"), column("danger", "text"), column("outcome")),
        ),
        field("actions", '{ kind = "action" }', "table", ACTION),
        field("decisions", '{ kind = "decision" }', "table", DECISION),
    )


@pytest.fixture(scope="session")
def plan_form():
    """A plan: the child's words, actions, a date."""
    return form(
        "toy/plan",
        field("said", '{ kind = "view", whose = "child", aspect = "words" }'),
        field("steps", '{ kind = "action" }', "table", ACTION),
        field("review", '{ kind = "review" }', "date"),
    )


@pytest.fixture
def record():
    """A map as a practitioner might leave it."""
    return copy.deepcopy(
        {
            "form": "toy/map",
            "version": "1",
            "status": "draft",
            "invented": True,
            "people": [
                {"id": "p1", "roles": ["child"], "given_names": "Robin"},
                {"id": "p2", "roles": ["parent_carer"], "given_names": "Kim"},
                {"id": "p9", "roles": ["professional"], "given_names": "Sam"},
            ],
            "chronology": [{"id": "e1", "on": "2025-11", "what": "Moved house.", "source": "p2"}],
            "answers": {
                "words": [
                    {"text": "I want my bike.", "source": "p1", "on": "2026-03-01", "basis": "reported"}
                ],
                "health": "Asthma at night.",
                "money": "No heating.",
                "dangers": [
                    {"ref": "D1", "feared": "Kim is ill again and nobody gives the inhaler."},
                    {"ref": "D2", "feared": "The flat is lost."},
                ],
                "goals": [{"ref": "G1", "danger": "D1", "outcome": "Somebody always gives the inhaler."}],
                "actions": [
                    {"action": "Gran learns the inhaler", "who": ["p2"], "goal": "G1"},
                    {"action": "Nurse visits", "dimension": "health"},
                    {"action": "Attend a course"},
                ],
            },
        }
    )


@pytest.fixture
def read(map_form):
    """Read a map into the canonical assessment."""
    return Reader(map_form).read
