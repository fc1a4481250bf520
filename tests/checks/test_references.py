"""Every id belongs to somebody who can be meant there, and to one only; the document says which child it is about."""

import pytest
from attrs import evolve

from frameworks_core.checks.checking import Checker


@pytest.fixture(scope="module")
def checker(form):
    return Checker(form)


def found(checker, document, *codes):
    return [(f.code, f.at) for f in checker.check(document) if not codes or f.code in codes]


def test_a_document_in_order(checker, document):
    assert found(checker, document) == []


NOBODY = {
    "a child it is about": (lambda d: d.update(about=["p1", "p9"]), "/about/1"),
    "who recorded it": (lambda d: d["recorded"].update(by="p9"), "/recorded/by"),
    "a relative": (
        lambda d: d["relationships"].append({"from": "p9", "to": "p1", "kind": "aunt"}),
        "/relationships/1/from",
    ),
    "a relative's relative": (
        lambda d: d["relationships"].append({"from": "p3", "to": "p9", "kind": "mother"}),
        "/relationships/1/to",
    ),
    "whom an agency works with": (
        lambda d: d["agencies"][0].update(works_with=["p3", "p9"]),
        "/agencies/0/works_with/1",
    ),
    "whom an event came from": (lambda d: d["chronology"][0].update(source="p9"), "/chronology/0/source"),
    "whom an event affects": (lambda d: d["chronology"][1].update(affects=["p9"]), "/chronology/1/affects/0"),
    "a child an answer is for": (
        lambda d: d["answers"].update({"health.needs": {"p1": "x", "p9": "y"}}),
        "/answers/health.needs/p9",
    ),
    "who said it": (
        lambda d: d["answers"].update(story=[{"text": "x"}, {"text": "y", "source": "p9"}]),
        "/answers/story/1/source",
    ),
    "whom it is about": (
        lambda d: d["answers"].update(story=[{"text": "x", "about": ["p1", "p9"]}]),
        "/answers/story/0/about/1",
    ),
    "who may see it": (
        lambda d: d["answers"].update(story=[{"text": "x", "may_share_with": ["p9"]}]),
        "/answers/story/0/may_share_with/0",
    ),
    "who said it about one child": (
        lambda d: d["answers"]["health.needs"]["p1"][0].update(source="p9"),
        "/answers/health.needs/p1/0/source",
    ),
    "a person": (lambda d: d["answers"].update(lead="p9"), "/answers/lead"),
    "one of several": (lambda d: d["answers"].update(others=["p3", "p9"]), "/answers/others/1"),
    "somebody in a row": (
        lambda d: d["answers"]["plan"][1].update(who=["p4", "p9"]),
        "/answers/plan/1/who/1",
    ),
}


@pytest.mark.parametrize("where", NOBODY)
def test_nobody_has_this_id(checker, document, where):
    spoil, at = NOBODY[where]
    spoil(document)
    assert found(checker, document) == [("REF101", at)]


def test_every_id_of_nobody_is_told_at_once(checker, document):
    for where in ("who recorded it", "a relative", "who said it", "a person", "somebody in a row"):
        spoil, _ = NOBODY[where]
        spoil(document)
    assert len(found(checker, document, "REF101")) == 5


def test_an_agency_may_say_something_and_do_something(checker, document):
    document["answers"] |= {
        "story": [{"text": "x", "source": "a1", "may_share_with": ["a1"]}],
        "services": ["a1"],
    }
    document["answers"]["plan"][0]["who"] = ["a1", "p3"]
    document["chronology"][0]["source"] = "a1"
    assert found(checker, document) == []


AGENCY_FOR_PERSON = {
    "a child it is about": (lambda d: d.update(about=["p1", "a1"]), "/about/1"),
    "who recorded it": (lambda d: d["recorded"].update(by="a1"), "/recorded/by"),
    "a relative": (lambda d: d["relationships"][0].update({"from": "a1"}), "/relationships/0/from"),
    "a relative's relative": (lambda d: d["relationships"][0].update(to="a1"), "/relationships/0/to"),
    "whom an agency works with": (
        lambda d: d["agencies"][0].update(works_with=["a1"]),
        "/agencies/0/works_with/0",
    ),
    "whom an event affects": (lambda d: d["chronology"][0].update(affects=["a1"]), "/chronology/0/affects/0"),
    "whom something said is about": (
        lambda d: d["answers"].update(story=[{"text": "x", "about": ["a1"]}]),
        "/answers/story/0/about/0",
    ),
    "a person": (lambda d: d["answers"].update(lead="a1"), "/answers/lead"),
    "a child an answer is for": (
        lambda d: d["answers"].update({"health.needs": {"a1": "x"}}),
        "/answers/health.needs/a1",
    ),
}


@pytest.mark.parametrize("where", AGENCY_FOR_PERSON)
def test_an_agency_cannot_be_meant_where_a_person_is(checker, document, where):
    spoil, at = AGENCY_FOR_PERSON[where]
    spoil(document)
    assert found(checker, document) == [("REF105", at)]


def test_an_agency_cannot_be_meant_in_a_cell_that_asks_for_a_person(form, document):
    plan = form.fields["plan"]
    asked = evolve(
        plan, columns=tuple(evolve(c, type="person") if c.id == "who" else c for c in plan.columns)
    )
    sections = [evolve(s, fields=tuple(asked if f is plan else f for f in s.fields)) for s in form.sections]
    document["answers"]["plan"] = [{"who": "p3"}, {"who": "a1"}]
    strict = Checker(evolve(form, sections=tuple(sections)))
    assert found(strict, document) == [("REF105", "/answers/plan/1/who")]


def test_the_message_says_whom_the_place_asks_for(checker, document):
    document["recorded"]["by"] = "a1"
    document["answers"]["health.needs"] = {"a1": "x"}
    assert [(f.place, f.message) for f in checker.check(document)] == [
        ("Recorded: by whom", "a person belongs here, not an agency"),
        ("Health: needs, for a1", "one of the children the document is about belongs here, not an agency"),
    ]


class TestOnlyAChildItIsAbout:
    def test_is_named_in_about(self, checker, document):
        document["about"] = ["p1", "p3"]
        [finding] = checker.check(document)
        assert (finding.code, finding.at) == ("REF106", "/about/1")
        assert finding.message == "this person does not have the role child in people"

    def test_may_have_other_roles_too(self, checker, document):
        document["people"][0]["roles"] = ["parent_carer", "child"]
        document["about"] = ["p1"]
        assert found(checker, document) == []

    @pytest.mark.parametrize("adult", ["p3", "p4"])
    def test_has_answers_child_by_child(self, checker, document, adult):
        document["answers"]["health.needs"] = {"p1": "x", adult: "y"}
        [finding] = checker.check(document)
        assert (finding.code, finding.at) == ("REF106", f"/answers/health.needs/{adult}")
        assert "not for others" in finding.message

    def test_and_not_another_child(self, checker, document):
        document["about"] = ["p1"]
        document["answers"]["health.needs"] = {"p1": "x", "p2": "y"}
        assert found(checker, document) == [("REF106", "/answers/health.needs/p2")]


def test_an_id_in_a_text_is_a_word_like_any_other(checker, document):
    document["answers"]["story"] = "p9"
    document["answers"]["health.needs"] = {"p1": "p9"}
    assert found(checker, document) == []


class TestTwoOfOneId:
    @pytest.mark.parametrize(
        ("table", "row"),
        [
            ("people", {"id": "p3", "roles": ["advocate"]}),
            ("agencies", {"id": "a1"}),
            ("chronology", {"id": "e1", "on": "2024", "what": "Moved"}),
        ],
    )
    def test_both_are_named(self, checker, document, table, row):
        first = next(index for index, known in enumerate(document[table]) if known["id"] == row["id"])
        document[table].append(row)
        assert found(checker, document) == [
            ("REF102", f"/{table}/{first}/id"),
            ("REF102", f"/{table}/{len(document[table]) - 1}/id"),
        ]

    def test_a_person_and_an_agency(self, checker, document):
        document["agencies"].append({"id": "p3"})
        assert found(checker, document) == [("REF102", "/agencies/1/id")]

    def test_an_event_and_a_person_are_never_mistaken_for_one_another(self, checker, document):
        document["chronology"].append({"id": "p3", "on": "2024", "what": "Moved"})
        assert found(checker, document) == []


class TestWhichChild:
    def test_nobody_is_a_child(self, checker, document):
        for person in document["people"]:
            person["roles"] = ["parent_carer"]
        assert ("REF103", "/people") in found(checker, document)

    def test_a_form_about_a_family_may_be_about_several(self, checker, document):
        assert found(checker, {**document, "about": ["p2", "p1"]}) == []

    def test_a_form_about_one_child_is_about_one(self, toy_registry):
        visit = Checker(toy_registry.form("toy/visit"))
        people = [{"id": "p1", "roles": ["child"]}, {"id": "p2", "roles": ["child"]}]
        document = {"form": "toy/visit", "version": "1", "status": "draft", "people": people, "answers": {}}
        assert found(visit, document) == [("REF103", "/about")]
        assert found(visit, {**document, "about": ["p2"]}) == []
        assert found(visit, {**document, "people": people[:1]}) == []

    def test_a_sibling_is_not_whom_it_is_about(self, toy_registry):
        visit = Checker(toy_registry.form("toy/visit"))
        people = [{"id": "p1", "roles": ["child"]}, {"id": "p2", "roles": ["sibling"]}]
        document = {"form": "toy/visit", "version": "1", "status": "draft", "people": people, "answers": {}}
        assert found(visit, document) == []


def test_what_is_wrong_with_the_ids_is_wrong_in_a_draft_already(checker, document):
    document["answers"]["lead"] = "p9"
    assert found(checker, {**document, "status": "draft"}) == [("REF101", "/answers/lead")]
    assert [finding.code for finding in checker.faults(document)] == ["REF101"]
