"""The laws of conversion where several documents become one, over generated documents of siblings.

Each law holds for each document: what the report says of it is whole, and it comes home from the family's document.
"""

from __future__ import annotations

import copy
from functools import cache
from itertools import permutations
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, note, settings
from hypothesis import strategies as st

from frameworks_core.checks.checking import Checker
from frameworks_core.checks.structure import Structure
from frameworks_core.exchange.conversion import Conversion, Converter
from frameworks_core.exchange.siblings.joining import Joiner
from frameworks_core.forms.filled import subject_children
from frameworks_core.testing.strategies import documents

from .conftest import FORMS
from .laws import (
    assert_comes_home,
    assert_conserves,
    assert_invents_nothing,
    assert_keeps_words,
    assert_targets_exist,
    assert_valid,
    scalars,
)
from .renaming import renamed

Json = dict[str, Any]

TWO_CAFS = ("caf/assessment", "caf/assessment")
JOINED = [
    (TWO_CAFS, "caf/family"),
    (TWO_CAFS, "single_assessment/assessment"),
    (("single_assessment/core", "caf/assessment", "single_assessment/core"), "single_assessment/assessment"),
    (("caf/family", "signs_of_safety/three_houses"), "signs_of_safety/mapping"),
    (("signs_of_safety/mapping", "caf/assessment"), "caf/family"),
    (("reclaiming_social_work/case_summary", "single_assessment/initial"), "single_assessment/assessment"),
]
joins = pytest.mark.parametrize(
    ("sources", "target"), JOINED, ids=["+".join(sources) + "-" + target for sources, target in JOINED]
)
few = settings(max_examples=8)


@cache
def joiner(sources: tuple[str, ...], target: str) -> Joiner:
    return Joiner([FORMS[source] for source in sources], FORMS[target], FORMS.values())


@cache
def checker(form: str) -> tuple[Structure, Checker]:
    return Structure(FORMS[form]), Checker(FORMS[form])


@st.composite
def families(draw: st.DrawFn, sources: tuple[str, ...]) -> list[Json]:
    """Documents of one invented family, in which some people stand twice and their numbers say so."""
    drawn = [draw(documents(FORMS[source])) for source in sources]
    for number, document in enumerate(drawn):
        document["id"] = f"record {number}"
        document["invented"] = True
        for person in document["people"]:
            person.pop("nhs_number", None)
            person.pop("upn", None)
    first, *others = drawn
    for other in others:
        for person in first["people"]:
            if draw(st.booleans()):
                twins = [one for one in other["people"] if "nhs_number" not in one and _may_be(one, person)]
                if twins:
                    _make_one(draw(st.sampled_from(twins)), person, draw)
    return drawn


def _may_be(one: Json, person: Json) -> bool:
    """Two siblings are two children: only people who are no child in either may be one."""
    return "child" not in one["roles"] and "child" not in person["roles"]


def _make_one(one: Json, person: Json, draw: st.DrawFn) -> None:
    number = "943 476 " + person["id"]
    person["nhs_number"] = number
    one["nhs_number"] = number.replace(" ", "").upper()
    for name in set(one) & set(person) - {"id", "roles", "nhs_number"}:
        if draw(st.sampled_from([True, True, False])):  # mostly they agree
            one[name] = person[name]


def of_document(joined: Conversion, number: int) -> Conversion:
    """The joined document, with what the report says of one of the documents."""
    items = tuple(item for item in joined.report.items if item.document == number)
    return Conversion(joined.document, evolve(joined.report, items=items))


def in_joined_words(joined: Conversion, number: int, document: Json) -> Json:
    """A document as the joined one writes it: under its ids, and with a number as the first document writes it."""
    assert joined.report.joined is not None
    source = joined.report.joined.sources[number - 1]
    there = renamed(FORMS[document["form"]], document, source.renamed, source.renamed_events)
    numbers = {
        person["nhs_number"].replace(" ", "").upper(): person["nhs_number"]
        for person in joined.document["people"]
        if "nhs_number" in person
    }
    people = [
        {key: numbers.get(value, value) if key == "nhs_number" else value for key, value in person.items()}
        for person in there["people"]
    ]
    return {**there, "people": people}


@joins
@few
@given(data=st.data())
def test_joining_conserves_invents_nothing_and_is_valid(
    sources: tuple[str, ...], target: str, data: st.DataObject
) -> None:
    """Laws 1, 3, 4 and 5."""
    family = data.draw(families(sources), label="documents")
    before = copy.deepcopy(family)
    joined = joiner(sources, target).join(family)
    again = joiner(sources, target).join(family)

    assert family == before, "a source was touched"
    assert joined == again, "the same input gave two outputs"
    assert_targets_exist(joined)
    for number, document in enumerate(family, start=1):
        note(f"document {number}")
        one = of_document(joined, number)
        assert_conserves(document, one.report)
        words = in_joined_words(joined, number, document)
        assert_keeps_words(words, _under_new_ids(one, joined, number))
    everything = [in_joined_words(joined, number, one) for number, one in enumerate(family, start=1)]
    labels = {
        text
        for source in sources
        for field in FORMS[source]
        for text in (field.label, *(code.label for code in field.codes))
    }
    assert_invents_nothing({"documents": everything}, joined, labels)
    structure, references = checker(target)
    assert_valid(joined, structure)
    assert not references.faults(joined.document)


def _under_new_ids(one: Conversion, joined: Conversion, number: int) -> Conversion:
    """The report with the places of a document under its new ids: answers given child by child are named by them."""
    assert joined.report.joined is not None
    ids = joined.report.joined.sources[number - 1].renamed
    items = tuple(
        evolve(item, source="/".join(ids.get(step, step) for step in item.source.split("/")))
        for item in one.report.items
    )
    return Conversion(one.document, evolve(one.report, items=items))


@joins
@few
@given(data=st.data())
def test_each_document_comes_home(sources: tuple[str, ...], target: str, data: st.DataObject) -> None:
    """Law 2, for every document and each of its children."""
    family = data.draw(families(sources), label="documents")
    joined = joiner(sources, target).join(family)
    assert joined.report.joined is not None
    for number, (source, document) in enumerate(zip(sources, family, strict=True), start=1):
        note(f"document {number}")
        there = _under_new_ids(of_document(joined, number), joined, number)
        words = in_joined_words(joined, number, document)
        home = FORMS[source]
        child = None if home.is_about_family else subject_children(words)[0]
        back = Converter(FORMS[target], home).convert(joined.document, child=child)

        assert_comes_home(home, words, there, back)
        assert_conserves(joined.document, back.report)
        structure, references = checker(source)
        assert_valid(back, structure)
        assert not references.faults(back.document)


@few
@given(data=st.data())
def test_a_siblings_answers_stay_out_of_a_childs_own_document(data: st.DataObject) -> None:
    """Joined and taken apart again, each child's document holds what that child's document said, and no word of a sibling's."""
    family = data.draw(families(TWO_CAFS), label="documents")
    joined = joiner(TWO_CAFS, "single_assessment/assessment").join(family)
    taking_apart = Converter(FORMS["single_assessment/assessment"], FORMS["caf/assessment"])
    for number, document in enumerate(family, start=1):
        words = in_joined_words(joined, number, document)
        said = {text for _, text in scalars(words["answers"])}
        back = taking_apart.convert(joined.document, child=subject_children(words)[0]).document
        for part in (back["answers"], [item["value"] for item in (*back["carried"], *back["history"])]):
            for pointer, text in scalars(part):
                assert text in said, f"document {number}: {pointer} was never said of this child"


@few
@given(data=st.data())
def test_the_order_of_the_documents_does_not_change_who_is_matched(data: st.DataObject) -> None:
    sources = ("caf/assessment", "single_assessment/core", "signs_of_safety/three_houses")
    family = data.draw(families(sources), label="documents")
    found = set()
    for order in permutations(range(3)):
        joined = joiner(tuple(sources[index] for index in order), "caf/family").join(
            [family[index] for index in order]
        )
        assert joined.report.joined is not None
        found.add(
            frozenset(
                frozenset((order[row.document - 1], row.id) for row in group)
                for group in joined.report.joined.matched
            )
        )
    assert len(found) == 1


@few
@given(data=st.data())
def test_a_family_taken_apart_comes_together_again(data: st.DataObject) -> None:
    """What several children's documents hold of one earlier record is that record, told once."""
    home, apart = FORMS["single_assessment/assessment"], FORMS["single_assessment/core"]
    document = data.draw(documents(home, children=2), label="document")
    document["id"] = "record"
    for person in document["people"]:
        person["nhs_number"] = "943 476 " + person["id"]  # so that everybody is known again
    for agency in document.get("agencies", []):
        agency["name"] = "Service " + agency["id"]
    each = [done.document for done in Converter(home, apart).convert_each(document).values()]
    joined = Joiner([apart, apart], home).join(each)

    for number, one in enumerate(each, start=1):
        assert_conserves(one, of_document(joined, number).report)
    assert_valid(joined, checker(home.id)[0])
    assert [one["id"] for one in joined.document["people"]] == [one["id"] for one in document["people"]]
    for name, value in document["answers"].items():
        slot = home.fields[name].slot
        if slot is None or not slot.is_history:
            assert joined.document["answers"].get(name) == value, name
