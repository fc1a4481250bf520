"""An id is not a meaning: a form of another version, or another blend of the same name, may ask something else by it."""

from itertools import pairwise
from pathlib import Path
from typing import Any

from frameworks_core.exchange.conversion import Conversion, Converter
from frameworks_core.exchange.siblings.joining import Joiner
from frameworks_core.forms.form import Form
from frameworks_core.forms.loading import form_from_source, load_form

FORMS = Path(__file__).parent / "forms"
OTHER = form_from_source(
    (FORMS / "duty.toml").read_bytes().replace(b'id = "duty/form"', b'id = "other/form"'), FORMS
)
HEAD = """\
id = "town/record"
version = "{version}"
title = "Record"
plain_title = "Record"
about = "{about}"
basis = "statute"
source = "D"

[[sections]]
id = "all"
title = "All"
plain = "All"

[[sections.fields]]
id = "asked"
label = "{label}"
plain = "p"
type = "{type}"
function = "gather"
about = "family"
source = "D"
{more}
"""
STRENGTH = 'slot = { kind = "statement", topics = ["domestic_abuse"], sense = "strength" }'
DANGER = 'slot = { kind = "statement", topics = ["domestic_abuse"], sense = "danger" }'
WHO = """
columns = [
  { id = "one", label = "1", plain = "1", type = "text", property = "%s" },
  { id = "other", label = "2", plain = "2", type = "text", property = "%s" },
]
slot = { kind = "support" }
"""


def record(
    version: str, more: str = "", *, label: str = "Asked", type_: str = "long", about: str = "child"
) -> Form:
    text = HEAD.format(version=version, more=more, label=label, type=type_, about=about)
    return form_from_source(text.encode(), FORMS)


def answered(form: Form, answer: Any, **more: Any) -> dict[str, Any]:
    return {
        "form": form.id,
        "version": form.version,
        "status": "draft",
        "people": [{"id": "p1", "roles": ["child"]}],
        "answers": {"asked": answer},
        **more,
    }


def moved(answer: Any, *ways: Form) -> Conversion:
    """An answer to the question of the first form, on one form after the other."""
    document = answered(ways[0], answer)
    for source, target in pairwise(ways):
        done = Converter(source, target).convert(document)
        document = done.document
    return done


class TestAnotherMeaning:
    """What was said of one thing is never the answer to another."""

    def test_an_answer_does_not_go_home_to_a_question_that_means_something_else(self) -> None:
        then, now = record("1", STRENGTH), record("2", DANGER)
        for ways in ([then, now], [then, OTHER, now]):
            done = moved("He left when she asked him to.", *ways)
            assert done.document["answers"] == {}
            assert [item["value"] for item in done.document["carried"]] == ["He left when she asked him to."]

    def test_nor_one_that_was_about_agreement_to_a_question_about_the_child(self) -> None:
        done = moved(
            "Yes to all.", record("1", 'slot = { kind = "consent", item = "basis" }'), record("2", STRENGTH)
        )
        assert done.document["answers"] == {}
        assert [item["value"] for item in done.document["history"]] == ["Yes to all."]

    def test_a_cell_stays_what_it_is_where_columns_swap_their_meaning(self) -> None:
        then = record("1", WHO % ("need", "effect"), type_="table")
        now = record("2", WHO % ("effect", "need"), type_="table")
        done = moved([{"one": "sleep", "other": "better"}], then, OTHER, now)
        assert done.document["answers"] == {"asked": [{"other": "sleep", "one": "better"}]}

    def test_the_report_names_the_question_that_was_answered(self) -> None:
        then, now = record("1", STRENGTH, label="What helps"), record("2", DANGER, label="What is feared")
        [label] = [
            item.label for item in moved("A.", then, now).report.items if item.source == "/answers/asked"
        ]
        assert label == "What helps"


class TestTheSameQuestion:
    """A question that changes only its words, or nothing, is answered as before."""

    def test_in_other_words_it_is_the_same_where_its_meaning_is_told(self) -> None:
        then, now = record("1", STRENGTH, label="What helps"), record("2", STRENGTH, label="Strengths")
        assert moved("Gran.", then, OTHER, now).document["answers"] == {"asked": "Gran."}

    def test_in_the_same_words_it_is_the_same(self) -> None:
        assert moved("Gran.", record("1"), OTHER, record("2")).document["answers"] == {"asked": "Gran."}

    def test_in_other_words_and_without_a_told_meaning_a_person_says_so(self) -> None:
        then, now = record("1", label="Who helps"), record("2", label="Who must not visit")
        done = moved("Gran.", then, OTHER, now)
        assert done.document["answers"] == {}
        assert [(item["class"], item["candidates"]) for item in done.document["carried"]] == [
            ("needs_sorting", ["asked"])
        ]


def test_documents_of_two_versions_are_joined_each_as_its_own() -> None:
    """Each is read as its own version, although both have one id."""
    then, now = record("1", STRENGTH), record("2", DANGER, about="family")
    documents = [answered(then, "Gran.", id="a"), answered(now, "He may come back.", id="b")]
    done = Joiner([then, now], OTHER).join(documents)
    slots = [record["fields"]["asked"]["slot"]["senses"] for record in done.document["provenance"]]
    assert slots == [["strength"], ["danger"]]


def test_ids_in_a_table_of_a_form_that_is_not_at_hand_stay_the_same_people() -> None:
    """Words of one sibling's aunt never become those of whoever has her id in the other's document."""
    columns = """columns = [
      { id = "who", label = "Who", plain = "Who", type = "person" },
      { id = "what", label = "What", plain = "What", type = "text" },
    ]"""
    gone = record("1", columns, type_="table")
    people = [{"id": "p1", "roles": ["child"]}, {"id": "p2", "roles": ["family_member"]}]
    documents = []
    for number in (1, 2):
        document = answered(gone, [{"who": "p2", "what": "Visits."}], people=people, id=f"d{number}")
        documents.append(Converter(gone, OTHER).convert(document).document)
    done = Joiner([OTHER, OTHER], load_form(FORMS / "duty.toml")).join(documents)
    named = [item["value"]["who"] for item in done.document["carried"]]
    assert len(set(named)) == 2
    assert set(named) <= {person["id"] for person in done.document["people"]}
