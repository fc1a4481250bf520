"""What a unit needs before it when it talks: risk first and plainly, then where it is stuck, and who decides.

Risk comes before everything the unit wonders about, child by child, and a hypothesis is never shown as one. A family that is
interesting to think about is still owed a decision with a name under it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from frameworks_core.host.contributions import Analysis, Entry, Lens, Section
from frameworks_core.model import Answer, Assessment, Decision, Reflection, SafetyRule, Statement
from frameworks_core.model.wording import words_of
from frameworks_reclaiming_social_work.lenses.risk import is_feared, risk_to_others, risks
from frameworks_reclaiming_social_work.lenses.showing import (
    Part,
    asked,
    cell_of,
    earlier,
    entry,
    in_words,
    is_own,
    shown,
)

_DECISION = (
    Part("reasons", "Reasons", "reasons"),
    Part("dissent", "Seen otherwise", "who saw it otherwise, or that nobody did"),
)
_ACCOUNTABLE = Part("decided_by", "", "an accountable person by name")
_SIDES = {"worker": "the worker's own", "unit": "the unit's or the agency's", "between": "between us"}


def unit_talk(assessment: Assessment) -> Analysis:
    """Risk to each child, what reduces it, the dilemma, curiosity, what is known, our position, decisions."""
    return Analysis(
        (
            *risks(assessment),
            *risk_to_others(assessment),
            _under("What reduces the risk now", assessment, _reduces, _ASK_WHAT_REDUCES),
            _under("Dilemma: where the work is stuck", assessment, _thought("dilemma"), _ASK_DILEMMA),
            _under("What we are curious about", assessment, _thought("curiosity"), _ASK_CURIOSITY),
            _under("What we know", assessment, lambda one: is_own(one, "certainty_known"), _ASK_KNOWN),
            _under("What we do not know", assessment, _thought("uncertainty"), _ASK_UNKNOWN),
            _position(assessment),
            _accountable(assessment),
            _decisions(assessment),
        ),
        cannot_see=tuple(_unseen(assessment)),
    )


_ASK_WHAT_REDUCES = "Nothing is recorded that reduces the risk now. Who did what the last time?"
_ASK_DILEMMA = "No dilemma is recorded. What stops change, our own part included? News is no dilemma."
_ASK_CURIOSITY = "Nothing is recorded that we want to understand. What would surprise us?"
_ASK_KNOWN = "What do we know, from whom, and seen or told? Set it apart from what we think."
_ASK_UNKNOWN = "What do we not know, could somebody tell us, and do we act before we know?"


def _reduces(answer: Answer) -> bool:
    return isinstance(answer.content, SafetyRule) or (
        isinstance(answer.content, Statement) and "protective" in answer.content.senses
    )


def _thought(item: str) -> Callable[[Answer], bool]:
    return lambda answer: isinstance(answer.content, Reflection) and answer.content.item == item


def _under(title: str, assessment: Assessment, belongs: Callable[[Answer], bool], prompt: str) -> Section:
    entries = tuple(
        entry(assessment, answer, *_of_protection(assessment, answer))
        for answer in assessment.answers
        if belongs(answer)
    )
    return Section(title, entries, "" if entries else prompt)


def _of_protection(assessment: Assessment, answer: Answer) -> Iterator[str]:
    """Which risk something reduces, and whether that was seen while the danger was there."""
    if is_own(answer, "risk_protective"):
        risk = in_words(assessment, cell_of(answer, "risk"))
        yield f"against {risk}" if risk else ""
        yield {"yes": "has held", "no": "not yet seen to hold"}.get(str(cell_of(answer, "tried")), "")


def _position(assessment: Assessment) -> Section:
    thoughts = [entry(assessment, one) for one in filter(_thought("position"), assessment.answers)]
    differences = [
        _difference(assessment, answer)
        for answer in assessment.answers
        if is_own(answer, "graces") and cell_of(answer, "side") in _SIDES
    ]
    prompt = (
        "What do we bring: who we are, what we hope for, what this family does to us? It is not recorded."
    )
    return Section("Our own position", (*thoughts, *differences), "" if thoughts or differences else prompt)


def _difference(assessment: Assessment, answer: Answer) -> Entry:
    aspect, matters = (in_words(assessment, cell_of(answer, cell)) for cell in ("aspect", "matters"))
    side = _SIDES[str(cell_of(answer, "side"))]
    return Entry(
        f"{aspect} ({side}): {matters or 'how it matters is not written down'}",
        earlier(assessment, answer),
        (answer.pointer,),
    )


def _accountable(assessment: Assessment) -> Section:
    """People named for a task in the case, in the words of the form; unit lists with several people are left out."""
    entries = tuple(
        Entry(
            f"{answer.origin.field.label}: {words_of(assessment, answer)}",
            earlier(assessment, answer),
            (answer.pointer,),
        )
        for answer in assessment.answers
        if answer.origin.field.slot is not None
        and answer.origin.field.slot.kind == "appointment"
        and answer.origin.field.type == "person"
    )
    prompt = "Nobody is named as accountable. Who holds this, however many of us know the family?"
    return Section("Who is accountable", entries, "" if entries else prompt)


def _decisions(assessment: Assessment) -> Section:
    taken = [
        answer
        for answer in assessment.answers
        if answer.origin.field.slot is not None and answer.origin.field.slot.kind == "decision"
    ]
    entries = tuple(line for answer in taken for line in _decided(assessment, answer))
    if not taken:
        prompt = "No decision is recorded. What is decided for each child, by whom, and why? 'Continue' needs a reason too."
    else:
        prompt = " ".join(
            f"A decision lacks {', '.join(gaps)}."
            for answer in taken
            if isinstance(answer.content, Decision)
            and (gaps := list(asked(answer, (_ACCOUNTABLE, *_DECISION))))
        )
    return Section("Decisions", entries, prompt)


def _decided(assessment: Assessment, answer: Answer) -> Iterator[Entry]:
    if not isinstance(answer.content, Decision):
        one = entry(assessment, answer)
        yield Entry(f"{answer.origin.field.label}: {one.text}", one.said, one.places)
        return
    about, by, on = (
        in_words(assessment, cell_of(answer, cell)) for cell in ("about", "decided_by", "decided_on")
    )
    told = (
        f"for {about}" if about else "",
        f"decided by {by}" if by else "",
        on,
        earlier(assessment, answer),
    )
    text = in_words(assessment, cell_of(answer, "decision")) or "what was decided is not written down"
    yield Entry(text, "; ".join(filter(None, told)), (answer.pointer,))
    yield from shown(assessment, answer, _DECISION)


def _unseen(assessment: Assessment) -> Iterator[str]:
    yield "what was said in the room and not written down"
    yield "whether the talk led to a conversation with the family"
    if not any(map(is_feared, assessment.answers)):
        yield "risk written down as a need, an event or a conclusion: this record states none as a risk"
    if not any(isinstance(answer.content, Reflection) for answer in assessment.answers):
        yield "working thoughts: this record holds none apart from what it tells and concludes"


LENS = Lens(
    "reclaiming_social_work/unit_talk",
    "Unit talk: risk first, then what is stuck, and who decides",
    (
        "What may happen to which child before we talk again, and who acts on it without waiting?",
        "Whose voice in the room has not been heard, and who speaks for each child?",
        "What do we do differently from tomorrow, and how will the family hear of it?",
    ),
    unit_talk,
)
