"""How a place in one form relates to a place in another: by what their slots say, and by nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameworks_core.exchange.admission import Relation, relation
from frameworks_core.model import Slot
from frameworks_core.model.slot import ASPECTS, PRACTICE_KINDS, ROW_KINDS

SAME, WIDER, OVERLAPPING, NONE = Relation.SAME, Relation.WIDER, Relation.OVERLAPPING, Relation.NONE


def said(*dimensions, sense="need", topics=()):
    """A statement's slot; `sense` may be several, separated by spaces."""
    return Slot(
        kind="statement",
        dimensions=frozenset(dimensions),
        topics=frozenset(topics),
        senses=frozenset(sense.split()),
    )


def view(whose, aspect):
    return Slot(kind="view", whose=whose, aspect=aspect)


def people(group):
    return Slot(kind="people", group=group)


def agency(group=None):
    return Slot(kind="agency", group=group)


def person(name):
    return Slot(kind="person", person_property=name)


DA, DRINK = "domestic_abuse", "parental_substance_use"

STATEMENTS = [
    # what it is about: a dimension, parts of it, several at once
    (said("health"), said("health"), SAME),
    (said("health/physical"), said("health"), WIDER),
    (said("health"), said("health/physical"), OVERLAPPING),
    (said("health/physical"), said("health/speech"), NONE),
    (said("health/physical", "health/speech"), said("health"), WIDER),
    (said("health"), said("health", "identity"), WIDER),
    (said("health", "identity"), said("health"), OVERLAPPING),
    (said("health", "identity"), said("identity", "health"), SAME),
    (said("housing", "income"), said("income", "employment"), OVERLAPPING),
    (said("health/speech", "education/language"), said("education"), OVERLAPPING),
    (said("health/speech", "education/language"), said("education", "health"), WIDER),
    (said("housing"), said("income"), NONE),
    (said("housing"), said("extrafamilial_context"), NONE),
    # what it says about that
    (said("health", sense="need"), said("health", sense="strength"), NONE),
    (said("health", sense="need"), said("health", sense="need strength"), WIDER),
    (said("health", sense="need strength"), said("health", sense="need"), OVERLAPPING),
    (said("health", sense="need strength"), said("health", sense="strength need"), SAME),
    (said("health", sense="need harm"), said("health", sense="need strength"), OVERLAPPING),
    (said("health", sense="evidence"), said("health", sense="information"), WIDER),
    (said("health", sense="information"), said("health", sense="evidence"), NONE),
    (said("health", sense="information"), said("health", sense="information evidence"), WIDER),
    (said("health", sense="information evidence"), said("health", sense="evidence"), OVERLAPPING),
    (said("health", sense="need"), said("health", sense="evidence"), NONE),
    (said("health", sense="harm"), said("health", sense="danger"), NONE),
    # what another framework may call by another name: a person tells
    (said("health", sense="protective"), said("health", sense="strength"), OVERLAPPING),
    (said("health", sense="strength"), said(sense="protective"), OVERLAPPING),
    (said(sense="complicating"), said("health", sense="need"), OVERLAPPING),
    (said("health", sense="need"), Slot(kind="harm"), OVERLAPPING),
    (said("health", sense="need"), Slot(kind="danger"), OVERLAPPING),
    (Slot(kind="danger"), said("health", sense="need strength"), OVERLAPPING),
    (Slot(kind="harm"), said("health", sense="strength"), NONE),
    (said("health", sense="information"), Slot(kind="harm"), NONE),
    (Slot(kind="harm"), Slot(kind="danger"), NONE),
    # both together: the less close of the two decides
    (said("health/physical", sense="need"), said("health", sense="need strength"), WIDER),
    (said("health/physical", sense="need strength"), said("health", sense="need"), OVERLAPPING),
    (said("health", sense="need"), said("health/physical", sense="need strength"), OVERLAPPING),
    (said("health/physical", sense="need"), said("health", sense="strength"), NONE),
    (said("health", sense="need"), said("housing", sense="need"), NONE),
    # about nothing in particular
    (said(), said(), SAME),
    (said("health"), said(), WIDER),
    (said(), said("health"), OVERLAPPING),
    (said(topics=[DA]), said(), WIDER),
    (said(), said(topics=[DA]), OVERLAPPING),
    # topics
    (said(topics=[DA]), said(topics=[DA]), SAME),
    (said(topics=[DA]), said(topics=[DRINK]), NONE),
    (said(topics=[DA]), said(topics=[DA, DRINK]), WIDER),
    (said(topics=[DA, DRINK]), said(topics=[DA]), OVERLAPPING),
    (said(topics=[DA]), said("health"), NONE),
    (said("health"), said(topics=[DA]), NONE),
    (said("health", topics=[DA]), said("health"), OVERLAPPING),
]

VIEWS = [
    (view("child", "words"), view("child", "words"), SAME),
    (view("child", "words"), view("parent", "words"), NONE),
    (view("child", "words"), view("child", "views"), WIDER),
    (view("child", "wants"), view("child", "views"), WIDER),
    (view("child", "experience"), view("child", "views"), WIDER),
    (view("child", "observation"), view("child", "views"), NONE),
    (view("child", "views"), view("child", "observation"), NONE),
    (view("child", "views"), view("child", "words"), OVERLAPPING),
    (view("child", "words"), view("child", "wants"), NONE),
    (view("child", "session"), view("child", "words"), WIDER),
    (view("child", "session"), view("child", "views"), WIDER),
    (view("child", "words"), view("child", "session"), OVERLAPPING),
    (view("child", "wants"), view("child", "session"), NONE),
    (view("child", "session_wants"), view("child", "wants"), WIDER),
    (view("child", "wants"), view("child", "session_wants"), OVERLAPPING),
    (view("parent", "views"), view("family", "views"), OVERLAPPING),
    (view("family", "views"), view("child", "words"), OVERLAPPING),
    (view("child", "experience"), view("family", "wants"), NONE),
    (view("child", "wants"), view("family", "wants"), OVERLAPPING),
    (view("child", "wants"), view("parent", "wants"), NONE),
]

TABLES = [
    (person("religion"), person("religion"), SAME),
    (person("religion"), person("ethnicity"), NONE),
    (people("household"), people("household"), SAME),
    (people("household"), people("parent_carer"), NONE),
    (agency("universal"), agency("universal"), SAME),
    (agency("universal"), agency("other"), NONE),
    (agency("universal"), agency(), WIDER),
    (agency(), agency("universal"), OVERLAPPING),
    (agency(), agency(), SAME),
    (Slot(kind="event"), Slot(kind="event"), SAME),
]

KINDS = [
    *((Slot(kind=kind), Slot(kind=kind), SAME) for kind in sorted(ROW_KINDS | PRACTICE_KINDS | {"review"})),
    (Slot(kind="action"), Slot(kind="contingency"), NONE),
    (Slot(kind="goal"), Slot(kind="action"), WIDER),
    (Slot(kind="action"), Slot(kind="goal"), NONE),
    (Slot(kind="hypothesis"), said(), NONE),
    (Slot(kind="reflection", item="dilemma"), Slot(kind="reflection", item="dilemma"), SAME),
    (Slot(kind="reflection", item="dilemma"), Slot(kind="reflection", item="curiosity"), NONE),
    (said("health"), view("child", "words"), NONE),
    (person("religion"), people("household"), NONE),
]


def in_words(slot):
    facets = [*sorted(slot.dimensions), *sorted(slot.topics), *sorted(slot.senses)]
    words = [slot.kind, *facets, slot.whose, slot.aspect, slot.group, slot.person_property, slot.item]
    return " ".join(filter(None, words))


TABLE = [*STATEMENTS, *VIEWS, *TABLES, *KINDS]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    TABLE,
    ids=[f"{in_words(source)} -> {in_words(target)}" for source, target, _ in TABLE],
)
def test_the_relation_of_two_slots(source, target, expected):
    assert relation(source, target) is expected


def some(words, least=0):
    return st.frozensets(st.sampled_from(sorted(words)), min_size=least, max_size=3)


statements = st.builds(
    lambda dimensions, topics, senses: Slot(
        kind="statement", dimensions=dimensions, topics=topics, senses=senses
    ),
    some(["health", "health/physical", "health/speech", "housing"]),
    some([DA]),
    some(["evidence", "information", "need"], least=1),
)
views = st.builds(view, st.sampled_from(["child", "parent"]), st.sampled_from(sorted(ASPECTS)))
slots = st.one_of(statements, views, st.builds(agency, st.sampled_from([None, "universal", "other"])))
steady = settings(max_examples=150, deadline=None, database=None)


@steady
@given(slot=slots)
def test_every_place_is_the_same_as_itself(slot):
    assert relation(slot, slot) is SAME


@steady
@given(one=slots, other=slots)
def test_two_are_the_same_only_if_their_slots_are_equal(one, other):
    assert (relation(one, other) is SAME) == (one == other)


@steady
@given(one=slots, other=slots, third=slots)
def test_wider_than_the_wider_is_wider(one, other, third):
    if relation(one, other) is WIDER and relation(other, third) is WIDER:
        assert relation(one, third) in {WIDER, SAME}
