"""What may not cross: decided by the target's policy, the purpose, who said it, and where a protected family lives."""

from pathlib import Path

import pytest

from frameworks_core.exchange.conversion import Converter
from frameworks_core.exchange.withholding import FOR_SHARING, WHY
from frameworks_core.forms.form import WITHHOLDABLE
from frameworks_core.forms.loading import form_from_source, load_form

FORMS = Path(__file__).parent / "forms"
VOLUNTARY, DUTY = load_form(FORMS / "voluntary.toml"), load_form(FORMS / "duty.toml")
MORE = """
[[sections.fields]]
id = "address"
label = "Address"
plain = "Where you live"
type = "{type}"
function = "gather"
about = "child"
source = "D"
slot = {{ kind = "person", property = "address" }}

[[sections.fields]]
id = "partner"
label = "Partner's health"
plain = "p"
type = "long"
function = "gather"
about = "parent"
source = "D"
disclosure = "adult_health"
slot = {{ kind = "statement", dimensions = ["housing"], sense = "need" }}
"""

NAMING = """
[[sections.fields]]
id = "told"
label = "Told"
plain = "p"
type = "table"
function = "gather"
about = "child"
source = "D"
slot = {{ kind = "{kind}"{rest} }}

[[sections.fields.columns]]
id = "said"
label = "What"
plain = "p"
type = "long"

[[sections.fields.columns]]
id = "people_named"
label = "Who"
plain = "p"
type = "persons"
property = "{meaning}"

[[sections.fields.columns]]
id = "others"
label = "Who else"
plain = "p"
type = "persons"
"""


def duty_with(type_):
    text = (FORMS / "duty.toml").read_text(encoding="utf-8") + MORE.format(type=type_)
    return form_from_source(text.encode(), Path("duty.toml"))


ASKING = duty_with("long")


def duty(children=1, **answers):
    people = [{"id": f"p{number}", "roles": ["child"]} for number in range(1, children + 1)]
    return {"form": "duty/form", "version": "1", "status": "draft", "people": people, "answers": answers}


def to_voluntary(document, *, source=DUTY, **options):
    return Converter(source, VOLUNTARY).convert(document, **options)


def withheld(conversion):
    """Pointers of what was withheld, each with the kind of information it is."""
    kinds = {why: kind for kind, why in WHY.items()}
    return {item.source: kinds[item.why] for item in conversion.report.items if item.outcome == "withheld"}


def test_every_kind_a_form_may_withhold_has_its_reason():
    assert set(WITHHOLDABLE) <= set(WHY)
    assert set(WITHHOLDABLE) >= FOR_SHARING


class TestWhoSaidIt:
    AGENCIES = (
        {"id": "a1", "service": "police"},
        {"id": "a2", "service": "adult_health"},
        {"id": "a3", "service": "school"},
        {"id": "a4", "service": "school", "disclosure": "third_party"},
        {"id": "a5", "service": "police", "disclosure": "open"},
        {"id": "a6"},
    )

    @pytest.mark.parametrize(
        ("entry", "kind"),
        [
            ({}, None),
            ({"source": "p1"}, None),
            ({"source": "a1"}, "police"),
            ({"source": "a2"}, "adult_health"),
            ({"source": "a3"}, None),
            ({"source": "a4"}, "third_party"),
            ({"source": "a5"}, None),
            ({"source": "a6"}, None),
            ({"source": "a1", "disclosure": "open"}, None),
            ({"source": "a3", "disclosure": "police"}, "police"),
            ({"disclosure": "third_party"}, "third_party"),
            ({"disclosure": "adult_health"}, "adult_health"),
            ({"disclosure": "open"}, None),
        ],
        ids=str,
    )
    def test_what_the_entry_says_goes_before_what_its_agency_says(self, entry, kind):
        document = duty(housing=[{"text": "Damp.", **entry}])
        document["agencies"] = list(self.AGENCIES)
        found = withheld(to_voluntary(document))
        assert found.get("/answers/housing/0") == kind

    @pytest.mark.parametrize(
        ("kind", "teller", "rest"),
        [
            ("statement", "source", ', sense = "strength"'),
            ("harm", "told_by", ""),
            ("view", "who", ', whose = "parent", aspect = "views"'),
        ],
    )
    @pytest.mark.parametrize(
        ("row", "withheld_as"),
        [
            ({"people_named": ["a1"]}, "police"),
            ({"people_named": ["a3", "a2"]}, "adult_health"),
            ({"people_named": ["a1"], "disclosure": "open"}, None),
            ({"people_named": ["a3"]}, None),
            ({"others": ["a1"]}, None),
        ],
    )
    def test_a_row_says_it_in_a_column_that_may_name_several(self, kind, teller, rest, row, withheld_as):
        text = (FORMS / "duty.toml").read_text(encoding="utf-8") + NAMING.format(
            kind=kind, meaning=teller, rest=rest
        )
        form = form_from_source(text.encode(), Path("duty.toml"))
        document = duty(told=[{"said": "x", **row}])
        document["agencies"] = list(self.AGENCIES)
        expected = {"/answers/told/0": withheld_as} if withheld_as else {}
        assert withheld(to_voluntary(document, source=form)) == expected

    def test_an_agency_is_named_though_what_it_said_is_not(self):
        document = duty()
        told = {"name": "Police", "summary": "Called out.", "detail": "Twice.", "contribution": "received"}
        document["agencies"] = [{"id": "a1", "service": "police", **told}]
        done = to_voluntary(document)
        assert withheld(done) == {"/agencies/0/summary": "police", "/agencies/0/detail": "police"}
        assert done.document["agencies"] == [
            {"id": "a1", "service": "police", "name": "Police", "contribution": "received"}
        ]

    def test_a_row_may_carry_its_kind(self):
        rows = [{"what": "Club"}, {"what": "Refuge", "disclosure": "third_party"}]
        done = to_voluntary(duty(earlier=rows))
        assert withheld(done) == {"/answers/earlier/1": "third_party"}
        assert done.document["answers"]["steps"] == [{"help": "Club"}]

    def test_a_form_that_withholds_nothing_receives_everything(self):
        document = duty(housing=[{"text": "Damp.", "disclosure": kind} for kind in ("third_party", "police")])
        document["people"][0] |= {"address": "12 Nowhere Lane", "address_protected": "yes"}
        assert withheld(Converter(DUTY, DUTY).convert(document)) == {}


class TestWhatTheFieldIs:
    def test_every_answer_to_it(self):
        done = to_voluntary(
            duty(partner=[{"text": "Unwell."}, {"text": "Better.", "disclosure": "open"}]), source=ASKING
        )
        assert withheld(done) == {"/answers/partner/0": "adult_health", "/answers/partner/1": "adult_health"}

    def test_not_between_forms_made_under_a_duty(self):
        assert withheld(Converter(ASKING, DUTY).convert(duty(partner="Unwell."))) == {}

    def test_its_answer_stays_restricted_after_another_record_has_carried_it(self):
        there = Converter(ASKING, DUTY).convert(duty(partner="Unwell.")).document
        assert "adult_health" in withheld(to_voluntary(there)).values()


class TestEvents:
    def test_the_statutory_chronology_stays(self):
        document = duty()
        document["chronology"] = [{"id": "e1", "on": "2024", "what": "Moved."}]
        assert withheld(to_voluntary(document)) == {"/chronology/0": "statutory_only"}

    def test_a_shared_copy_keeps_back_restricted_events_only(self):
        document = duty()
        document["agencies"] = [{"id": "a1", "service": "police"}]
        document["chronology"] = [
            {"id": "e1", "on": "2024", "what": "Moved."},
            {"id": "e2", "on": "2024", "what": "Called.", "source": "a1"},
            {"id": "e3", "on": "2024", "what": "Told.", "disclosure": "third_party"},
        ]
        done = Converter(DUTY, DUTY).convert(document, purpose="share")
        assert withheld(done) == {"/chronology/1": "police", "/chronology/2": "third_party"}
        assert [event["id"] for event in done.document["chronology"]] == ["e1"]


class TestAProtectedAddress:
    HIDDEN = {  # noqa: RUF012  # never changed
        "address": "Flat 2, 10 Nowhere Lane\nElsewhere",
        "postcode": "M1 1AA",
        "phone": "01632 960 001",
        "email": "wren@example.org",
        "address_protected": "yes",
    }

    def hidden(self, **answers):
        document = duty(**answers)
        document["people"].append({"id": "p2", "roles": ["parent_carer"], **self.HIDDEN})
        return document

    def test_its_box_is_emptied_and_the_person_stays(self):
        done = to_voluntary(self.hidden())
        assert withheld(done) == {
            f"/people/1/{name}": "protected_address" for name in ("address", "postcode", "phone", "email")
        }
        assert done.document["people"][1] == {
            "id": "p2",
            "roles": ["parent_carer"],
            "address_protected": "yes",
        }

    @pytest.mark.parametrize(
        "text",
        [
            "They are at Flat 2, 10 Nowhere Lane, Elsewhere now.",
            "They are at 10 Nowhere Lane.",
            "THEY ARE AT 10-NOWHERE LANE!",
            "10 Nowhere\nLane",
            "Somewhere in M1 1AA",
            "m11aa",
            "Ring 01632-960-001",
            "(01632) 960001",
            "Write to WREN@EXAMPLE.ORG",
        ],
    )
    @pytest.mark.parametrize(
        "answer", [lambda text: text, lambda text: [{"text": text}]], ids=["text", "entry"]
    )
    def test_every_text_that_gives_it_away_is_withheld_whole(self, text, answer):
        done = to_voluntary(self.hidden(housing=answer(text)))
        assert "protected_address" in {
            kind for at, kind in withheld(done).items() if at.startswith("/answers")
        }
        assert text not in str(done.document)

    @pytest.mark.parametrize("text", ["They moved.", "Lane swimming at 10.", "Elsewhere", "01632", "M1"])
    def test_a_text_that_does_not_crosses(self, text):
        done = to_voluntary(self.hidden(housing=text))
        assert not any(at.startswith("/answers") for at in withheld(done))

    def test_cells_events_relationships_and_other_people_s_notes_are_searched(self):
        document = self.hidden(earlier=[{"what": "Moved to 10 Nowhere Lane"}, {"what": "Club"}])
        document["people"][0]["note"] = "sleeps at 10 nowhere lane"
        document["relationships"] = [
            {"from": "p2", "to": "p1", "kind": "mother", "detail": "at 10 Nowhere Lane"}
        ]
        document["agencies"] = [{"id": "a1", "service": "school", "contact": "via 01632 960001"}]
        found = withheld(to_voluntary(document))
        assert {
            "/answers/earlier/0",
            "/people/0/note",
            "/relationships/0/detail",
            "/agencies/0/contact",
        } <= set(found)
        assert "/answers/earlier/1" not in found

    @pytest.mark.parametrize("said", ["no", "not_known"])
    def test_an_address_that_is_not_protected_crosses(self, said):
        document = self.hidden(housing="They are at 10 Nowhere Lane.")
        document["people"][1]["address_protected"] = said
        assert withheld(to_voluntary(document)) == {}

    @pytest.mark.parametrize("type_", ["text", "long"])
    def test_an_address_that_only_an_answer_holds_is_withheld_too(self, type_):
        document = duty(address="10 Nowhere Lane")
        document["people"][0]["address_protected"] = "yes"
        done = to_voluntary(document, source=duty_with(type_))
        assert withheld(done) == {"/answers/address": "protected_address"}
        assert "Nowhere" not in str(done.document)

    def test_and_so_is_every_text_that_repeats_it(self):
        document = duty(
            address=[{"text": "10 Nowhere Lane", "basis": "reported"}], housing="10 nowhere lane is damp."
        )
        document["people"][0]["address_protected"] = "yes"
        document["answers"]["income"] = "It was reported that they owe rent."
        found = withheld(to_voluntary(document, source=ASKING))
        assert found == {"/answers/address/0": "protected_address", "/answers/housing": "protected_address"}

    def test_within_the_professionals_record_it_stays(self):
        document = self.hidden(housing="They are at 10 Nowhere Lane.")
        assert withheld(Converter(DUTY, DUTY).convert(document)) == {}
        shared = Converter(DUTY, DUTY).convert(document, purpose="share")
        assert "10 Nowhere" not in str(shared.document)


class TestAnotherChild:
    def test_what_concerns_only_the_other_child_stays_in_that_child_s_document(self):
        document = duty(
            2, health={"p1": "Well.", "p2": "Asthma."}, housing=[{"text": "His bed.", "about": ["p2"]}]
        )
        document["chronology"] = [{"id": "e1", "on": "2024", "what": "Started school.", "affects": ["p2"]}]
        assert withheld(to_voluntary(document, child="p1")) == {
            "/chronology/0": "another_child",
            "/answers/health/p2": "another_child",
            "/answers/housing/0": "another_child",
        }

    @pytest.mark.parametrize(
        ("kind", "property_", "rest"),
        [
            ("danger", "children", ""),
            ("harm", "children", ""),
            ("statement", "about", ', sense = "strength"'),
            ("action", "for_whom", ""),
            ("view", "who", ', whose = "family", aspect = "views"'),
        ],
    )
    @pytest.mark.parametrize(
        ("people", "stays"), [(["p2"], True), (["p1", "p2"], False), (["p1"], False), (None, False)]
    )
    def test_a_row_says_it_in_a_column(self, kind, property_, rest, people, stays):
        text = (FORMS / "duty.toml").read_text(encoding="utf-8") + NAMING.format(
            kind=kind, meaning=property_, rest=rest
        )
        form = form_from_source(text.encode(), Path("duty.toml"))
        row = {"said": "x"} | ({"people_named": people} if people else {})
        expected = {"/answers/told/0": "another_child"} if stays else {}
        assert withheld(to_voluntary(duty(2, told=[row]), source=form, child="p1")) == expected

    def test_what_concerns_both_or_does_not_say_crosses(self):
        entries = [{"text": "Their beds.", "about": ["p1", "p2"]}, {"text": "The roof."}]
        assert withheld(to_voluntary(duty(2, housing=entries), child="p1")) == {}


def test_the_report_never_repeats_what_was_withheld():
    document = duty(housing=[{"text": "Known to live with Kestrel.", "disclosure": "third_party"}])
    document["people"][0] |= {"address": "10 Nowhere Lane", "address_protected": "yes"}
    report = to_voluntary(document).report
    assert not any(word in str(report.as_json()) for word in ("Kestrel", "Nowhere"))


@pytest.mark.parametrize(
    ("known", "written"),
    [
        ("12 Caf\u00e9 Lane", "at 12 Cafe\u0301 Lane"),
        ("12 Cafe\u0301 Lane", "at 12 Caf\u00e9 lane"),
        ("12 Caf\u00e9 Lane", "at 12 Cafe Lane"),
        ("12 Gorse Lane", "at \uff11\uff12 Gorse Lane"),
        ("12 Gorse Lane", "at \u0661\u0662 Gorse Lane"),
        ("12 Gorse Lane", "at 1\u200b2 Gor\u00adse Lane"),
    ],
)
def test_a_protected_address_is_found_in_whatever_letters_and_digits_it_is_written(known, written):
    document = {
        "form": "duty/form",
        "version": "1",
        "status": "draft",
        "people": [{"id": "p1", "roles": ["child"], "address": known, "address_protected": "yes"}],
        "answers": {"housing": f"They live {written}."},
    }
    done = Converter(DUTY, VOLUNTARY).convert(document)
    assert "They live" not in str(done.document)


@pytest.mark.parametrize(
    ("one", "other", "hidden"),
    [
        ({"nhs_number": "943 476 5919"}, {"nhs_number": "9434765919"}, True),
        (
            {"given_names": "Ada", "family_name": "Quill"},
            {"given_names": "ada", "family_name": "QUILL"},
            True,
        ),
        (
            {"given_names": "Ada", "family_name": "Quill", "dob": "1990-01-01"},
            {"given_names": "Ada", "family_name": "Quill", "dob": "1960-01-01"},
            False,
        ),
        ({"nhs_number": "unknown"}, {"nhs_number": "unknown"}, False),
        ({"given_names": "Ada"}, {"given_names": "Ada"}, False),
    ],
)
def test_a_row_that_may_be_about_somebody_with_a_protected_address_is_protected_too(one, other, hidden):
    """Of two siblings' documents only one may say that their mother's address is protected."""
    document = {
        "form": "duty/form",
        "version": "1",
        "status": "draft",
        "people": [
            {"id": "p1", "roles": ["child"]},
            {"id": "p2", "roles": ["parent_carer"], "address_protected": "yes", **one},
            {"id": "p3", "roles": ["parent_carer"], "address": "12 Gorse Lane", **other},
        ],
        "answers": {"housing": "Moved to 12, Gorse Lane."},
    }
    done = Converter(DUTY, VOLUNTARY).convert(document)
    assert ("Gorse" not in str(done.document)) is hidden
