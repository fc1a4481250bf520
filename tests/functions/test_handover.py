"""The handover page: what a duty social worker needs to see at once, and nothing that a page may not hold."""

import re
from pathlib import Path

from attrs import evolve

from frameworks_core.exchange.fidelity import Item, Missing, Report
from frameworks_core.exchange.handover import Answered, Event, Party, Past, Record
from frameworks_core.exchange.withholding import WHY
from frameworks_core.forms.form import Field, Section
from frameworks_core.forms.loading import load_form
from frameworks_core.functions.handover.page import handover_page
from frameworks_core.functions.outline import as_markdown, as_text
from frameworks_core.model import Slot

DUTY = load_form(Path(__file__).parents[1] / "exchange" / "forms" / "duty.toml")


def question(id_, label, **slot):
    return Field(
        id=id_,
        label=label,
        plain="p",
        type="long",
        function="gather",
        about="child",
        source="D",
        slot=Slot(**slot),
    )


WHOLE = evolve(
    DUTY,
    sections=(
        *DUTY.sections,
        Section(
            id="more",
            title="More",
            plain="m",
            fields=(
                question("words", "Child's words", kind="view", whose="child", aspect="words"),
                question("seen", "What we saw", kind="view", whose="child", aspect="observation"),
                question("plan", "Plan", kind="action"),
                question("review", "Review", kind="review"),
                question("fear", "What is feared", kind="danger"),
            ),
        ),
    ),
)
"""The form with a question for what a child says, for a plan and for what is feared."""
MOTHER, WORKER = Party(id="p2", role="parent or carer"), Party(id="p3", role="Social worker")


def item(outcome="kept", label="Growth", why="so it is", candidates=()):
    return Item(source="/answers/x", outcome=outcome, label=label, why=why, candidates=candidates)


def answered(field="health", label="Health: needs", *, section="All", on="2026-01-12", by=(WORKER,), **more):
    known = {"record": "r1", "needed": False, **more}
    return Answered(field=field, label=label, plain="p", section=section, on=on, by=by, **known)


def record(number=1, **more):
    known = {"title": "Early help form", "basis": "consent", "on": "2026-01-12", "by": WORKER, "answered": 1}
    return Record(id=f"r{number}", form=("early/help", "1"), **{**known, **more})


def missing(plain, ask="family", field="housing", child=None):
    return Missing(field=field, label=plain, plain=plain, ask=ask, child=child)


def page(*items, full=False, child=None, target=DUTY, **more):
    """The parts of the page by their title without its number, each as (number, text)."""
    report = Report(
        source=("early/help", "1"), target=("duty/form", "1"), items=items or (item(),), child=child, **more
    )
    parts = {}
    for part in handover_page(report, target, full=full):
        title, _, number = part.title.partition(" (")
        lines = [f"{line.text} [{line.beside}]" if line.beside else line.text for line in part.lines]
        parts[title] = (int(number.rstrip(")") or 0), "\n".join(lines))
    return parts


def opening(*items, **more):
    return next(iter(page(*items, **more).values()))[1]


class TestTheOpening:
    def test_says_what_arrived_what_is_answered_what_to_ask_and_what_waits(self):
        text = opening(
            *[item()] * 5,
            item("needs_sorting", candidates=("risk",)),
            item("history"),
            item("withheld", why=WHY["police"]),
            answered=(answered(), answered("risk")),
            records=(record(),),
            missing=(missing("Where you live"), missing("When seen", "practitioner")),
        )
        for said in (
            "7 answers and table rows arrived from Early help form.",
            "2 questions of this form are answered already: please do not ask again.",
            "To ask the family: 1.",
            "To place, because it fits several questions or none quite: 1.",
            "To see, reach or record yourself: 1.",
            "Shown as history, not in force here: 1. Withheld: 1.",
        ):
            assert said in text

    def test_says_nothing_where_there_is_nothing(self):
        text = opening()
        assert "To ask the family: nothing." in text
        assert "Withheld: nothing." in text

    def test_warns_of_a_protected_address(self):
        warning = "A protected address is among what was withheld"
        assert warning in opening(item("withheld", why=WHY["protected_address"]))
        assert warning not in opening(item("withheld", why=WHY["police"]))

    def test_what_concerns_another_child_is_not_counted_as_withheld_from_this_one(self):
        text = opening(item("withheld", why=WHY["another_child"]))
        assert "Withheld: nothing. Another 1 concern only another child" in text

    def test_names_the_child_by_its_id(self):
        assert "Handover for p1: Form under a duty" in page(child="p1")


class TestWhatToReadFirst:
    FIRST = "Read this first, before the first visit"

    def test_harm_and_fears_that_stand_under_no_question(self):
        harm = Past(label="Harm: what was done", kind="harm", on="2026-01-10", by=(MOTHER,))
        _, text = page(records=(record(worries=(harm, harm)),))[self.FIRST]
        assert text == "Harm: 2 entries, under no question here [2026-01-10; p2, parent or carer]"

    def test_harm_and_fears_that_stand_under_one(self):
        entries = (answered("fear", "What is feared"), answered("health"))
        _, text = page(answered=entries, target=WHOLE)[self.FIRST]
        assert text == "Under questions of this form: What is feared [2026-01-12]"

    def test_that_safety_was_weighed_and_decided_on_and_that_it_is_not_in_force_here(self):
        weighed = Past(label="Reasonable cause to suspect harm", kind="decision", on="2026-01-11")
        _, text = page(records=(record(history=(weighed,), on_safety=(weighed,)),))[self.FIRST]
        assert text == (
            "History of Early help form, not in force here: Reasonable cause to suspect harm [2026-01-11]"
        )

    def test_that_somebody_knows_more_where_a_voluntary_form_may_not_hold_it(self):
        _, text = page(*[item("withheld", "Who did it", WHY["statutory_only"])] * 2)[self.FIRST]
        assert text.startswith("Kept back, as only a statutory record may hold them: 2 answers. Ask whoever")
        assert "Who did it" not in text

    def test_is_the_second_thing_on_the_page_and_absent_where_there_is_nothing(self):
        fear = Past(label="Fears", kind="danger")
        assert list(page(records=(record(worries=(fear,)),), missing=(missing("Home"),)))[1] == self.FIRST
        assert self.FIRST not in page(answered=(answered(),))


class TestTheChildsOwnWords:
    def test_are_found_before_anybody_asks_child_by_child(self):
        entries = (
            answered("words", "Child's words", child="p1", on="2026-01-12"),
            answered("words", "Child's words", child="p1", on="2026-01-14"),
            answered("words", "Child's words", child="p4", on="2026-01-13"),
            answered("seen", "What we saw", child="p4"),
        )
        number, text = page(answered=entries, target=WHOLE)[
            "In the child's own words: read it before you ask"
        ]
        assert number == 2
        assert text.splitlines() == [
            "p1: Child's words (2) [2026-01-12 to 2026-01-14]",
            "p4: Child's words [2026-01-13]",
        ]

    def test_that_none_arrived_is_said_lest_it_is_taken_that_nobody_asked(self):
        number, text = page(answered=(answered(),), target=WHOLE)["In the child's own words"]
        assert number == 0
        assert "before you take it that nobody asked" in text

    def test_a_child_without_any_is_named_beside_one_with_some(self):
        entries = (answered("words", "Child's words", child="p1"), answered(child="p4"))
        _, text = page(answered=entries, target=WHOLE)["In the child's own words: read it before you ask"]
        assert text.splitlines()[0] == "p1: Child's words [2026-01-12]"
        assert text.splitlines()[1].startswith("p4: No words under a question here.")

    def test_nothing_is_said_where_the_form_has_no_place_for_them(self):
        assert not [title for title in page(answered=(answered(),)) if "own words" in title]


class TestAnEarlierPlan:
    ENTRIES = (answered("plan", "Plan"), answered("review", "Review", on="2026-02-01"), answered())

    def test_is_known_but_not_agreed_here(self):
        text = page(answered=self.ENTRIES, target=WHOLE)["Ask for agreement anew"][1]
        assert (
            "An earlier plan stands under 2 questions here, so that nobody has to tell it twice: Plan; Review."
            in text
        )
        assert "Nothing of it is agreed here, and no review is booked" in text
        assert "stop nothing that keeps a child safe. [2026-01-12 to 2026-02-01; p3, Social worker]" in text

    def test_is_not_among_what_need_not_be_asked_again(self):
        parts = page(answered=self.ENTRIES, target=WHOLE)
        assert parts["Do not ask again"][0] == 1
        assert "Plan" not in parts["Do not ask again"][1]
        assert "From an earlier plan, to be agreed anew: 2 questions." in next(iter(parts.values()))[1]


class TestWhatToAsk:
    def test_each_question_once_in_the_family_s_words_with_the_children(self):
        asked = (missing("How you are", child="p1"), missing("How you are", child="p2"), missing("Home"))
        assert page(missing=asked)["Ask the family this, and only this"] == (
            3,
            "How you are (about p1, p2)\nHome",
        )

    def test_is_followed_at_once_by_what_not_to_ask(self):
        titles = list(page(missing=(missing("Home"),), answered=(answered(),)))
        assert titles[1:3] == ["Ask the family this, and only this", "Do not ask again"]

    def test_says_where_an_answer_that_waits_may_tell_it_already(self):
        waits = item("needs_sorting", "Home and money: needs", candidates=("housing", "income"))
        parts = page(waits, missing=(missing("Your home"), missing("Your health", field="health")))
        assert parts["Ask the family this, and only this"][1] == (
            "Your home [first read what waits: Home and money]\nYour health"
        )
        assert (
            "(what waits to be placed may answer 1 of these: read that first)" in parts[next(iter(parts))][1]
        )

    def test_what_a_practitioner_records_is_apart_and_counted_by_section(self):
        parts = page(missing=(missing("x", "practitioner", "risk"), missing("y", "practitioner", "income")))
        assert parts["For you to see, reach or record yourself"] == (2, "All (2)")
        assert "Ask the family this, and only this" not in parts


class TestWhatNotToAsk:
    def test_questions_by_section_with_the_oldest_and_newest_date_and_the_voices(self):
        entries = (
            answered("health", "Health: needs", on="2026-01-12"),
            answered("health", "Health: needs", on="2026-03-02", by=(MOTHER,)),
            answered("income", "Health: strengths", on="2026-02-01"),
            answered("housing", "Home", section="Around the child", on=None),
        )
        number, text = page(answered=entries)["Do not ask again"]
        assert number == 3
        assert (
            "All (2): Health (2) [2026-01-12 to 2026-03-02; p3, Social worker / p2, parent or carer]" in text
        )
        assert "Around the child (1): Home [1 without a date; p3, Social worker]" in text

    def test_in_full_every_answer_with_its_own_date_and_voice(self):
        entries = (answered(on="2026-01-12"), answered(on="2026-03-02", by=(MOTHER,)))
        text = page(answered=entries, full=True)["Do not ask again"][1]
        assert "All: Health: needs [2026-01-12; p3, Social worker]" in text
        assert "All: Health: needs [2026-03-02; p2, parent or carer]" in text

    def test_the_record_is_named_where_there_are_several(self):
        entries = (answered(), answered("housing", "Home", record="r2"))
        records = (record(1), record(2))
        assert "in r1, r2" in page(answered=entries, records=records)["Do not ask again"][1]
        assert "in r1" not in page(answered=entries[:1], records=records[:1])["Do not ask again"][1]

    def test_children_are_told_apart_where_there_are_several(self):
        entries = (answered(child="p1"), answered(child="p2"))
        text = page(answered=entries)["Do not ask again"][1]
        assert "All, about p1 (1): Health" in text
        assert "All, about p2 (1): Health" in text

    def test_what_was_not_known_then_stands_apart(self):
        parts = page(answered=(answered(), answered("housing", "Home", not_known=True)))
        assert parts["Do not ask again"][0] == 1
        assert parts["Asked before, and not known then"][1] == "All (1): Home [2026-01-12; p3, Social worker]"
        assert "1 question of this form is answered already" in next(iter(parts.values()))[1]

    def test_whether_an_old_answer_holds_is_left_to_the_reader(self):
        assert "is for you to judge" in page(answered=(answered(on="1999-01-01"),))["Do not ask again"][1]


class TestWhoSaidAndWroteIt:
    def test_each_record_with_its_date_author_basis_and_what_came_from_it(self):
        records = (record(answered=2, waiting=1, history=(Past(label="x", kind="consent"),)),)
        [line] = page(records=records)["Who said and wrote it"][1].splitlines()
        assert line == (
            "r1: Early help form, recorded 2026-01-12 by p3, Social worker; voluntary, with the family's agreement: "
            "2 answers under a question here, 1 waiting or carried, 1 as history"
        )
        other = record(basis="statute", on=None, by=None)
        assert (
            "recorded without a date; made under a legal duty"
            in page(records=(other,))["Who said and wrote it"][1]
        )

    def test_events_keep_the_day_they_happened_apart_from_the_day_they_were_written_down(self):
        events = (
            Event(id="e1", on="2019", recorded="2025-11-30"),
            Event(id="e2", on="2024-05", recorded="2025-12-02"),
            Event(id="e3", on="2025-01-01"),
        )
        assert (
            "3 events that happened 2019 to 2025-01-01, written down 2025-11-30 to 2025-12-02 "
            "(1 event without that date)"
            in page(records=(record(events=events),))["Who said and wrote it"][1]
        )

    def test_whose_answers_they_are_is_counted(self):
        text = page(answered=(answered(), answered("housing", by=(MOTHER, WORKER))))["Who said and wrote it"][
            1
        ]
        assert "p3, Social worker (2); p2, parent or carer" in text

    def test_a_record_it_only_passed_through_is_named_as_that(self):
        records = (record(), record(2, title="Case summary", answered=0))
        text = page(records=records)["Who said and wrote it"][1]
        assert "On the way it was also held as Case summary; nothing of it was first said there." in text


class TestHistory:
    PASTS = (
        Past(label="Consent", kind="consent", on="2026-01-12"),
        Past(label="Level of need", kind="threshold", on="2026-01-13"),
        Past(label="Agreed actions", kind="action", on="2026-01-13"),
        Past(label="Who was there", kind="practice", on="2026-01-12"),
    )

    def test_is_listed_by_what_the_reader_looks_for_and_said_not_to_be_in_force(self):
        parts = page(*[item("history")] * 4, records=(record(history=self.PASTS),))
        number, text = parts["Shown as history, not in force here"]
        assert number == 4
        assert text.splitlines() == [
            "Agreement asked for then (1): Consent [2026-01-12]",
            "Decisions, thresholds and outcomes (1): Level of need [2026-01-13]",
            "Plans agreed then (1): Agreed actions [2026-01-13]",
            "How that record was made, and what was done (1) [2026-01-12]",
        ]

    def test_in_full_every_label_is_named(self):
        parts = page(item("history"), records=(record(history=self.PASTS),), full=True)
        assert "what was done (1): Who was there" in parts["Shown as history, not in force here"][1]

    def test_that_agreement_is_asked_for_anew_is_said_plainly_where_there_was_any(self):
        text = page(records=(record(history=self.PASTS),))["Ask for agreement anew"][1]
        assert "What was agreed on Early help form (2026-01-12) was agreed for that record." in text
        assert "ask again" in text
        assert "What was refused then stays refused until you have asked." in text
        assert "Ask for agreement anew" not in page(records=(record(history=self.PASTS[1:]),))


class TestWhatWaits:
    def test_what_to_place_names_where_it_may_go(self):
        waits = item("needs_sorting", "Home and money", candidates=("housing", "income"))
        assert page(waits)["Waits for you to place it"] == (1, "Home and money -> Housing or Income")

    def test_what_is_carried_is_counted_and_in_full_has_its_reasons(self):
        carried = [
            item("carried", "House: rules", "nobody asks"),
            item("carried", "House: moods", "nobody asks"),
        ]
        title = "Travels along, word for word: this form does not ask for it"
        assert page(*carried)[title] == (2, "House (2)")
        assert page(*carried, full=True)[title] == (2, "House: rules; House: moods: nobody asks")

    def test_of_what_is_withheld_the_reason_and_the_number_but_not_what_it_was_about(self):
        withheld = [item("withheld", "Who has been abusive", WHY["third_party"])] * 2
        for full in (False, True):
            assert page(*withheld, full=full)["Withheld, and why"] == (2, f"2: {WHY['third_party']}")


def test_it_reads_well_as_text_and_as_markdown():
    report = Report(
        source=("early/help", "1"),
        target=("duty/form", "1"),
        items=(item(),),
        answered=(answered(),),
        missing=(missing("How you are"),),
    )
    parts = handover_page(report, DUTY)
    assert max(map(len, as_text(parts, 80).splitlines())) <= 80
    markdown = as_markdown(parts)
    assert markdown.startswith("# Handover: Form under a duty\n")
    assert "- **To ask:** How you are" in markdown
    assert re.search(r"^- All \(1\): Health _\(2026-01-12; p3, Social worker\)_$", markdown, re.MULTILINE)
