"""The network: who has been told the worries, who has not, who of the family is not in it, and what rests on services."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.host.contributions import Analysis, Entry, Lens, Section
from frameworks_core.model import Answer, Assessment, Harm, NetworkMember, Person
from frameworks_core.model.wording import name_of
from frameworks_signs_of_safety.lenses.carried_by import carried_by
from frameworks_signs_of_safety.lenses.showing import (
    entry,
    is_of_another_form,
    is_professional,
    named_person,
    own,
    parts,
    people_in,
    rows,
    section,
    who,
)
from frameworks_signs_of_safety.lenses.words import words_for

_NOT_ASKED_FOR = frozenset({"child", "sibling"})
"""Children are not asked to keep each other safe."""

_NOBODY = (
    "No network is recorded. Who in family and friends already helps, whom would each child ring, and who asks them? "
    "Without a network safety does not last."
)


def network(assessment: Assessment) -> Analysis:
    """Who is in the network and what they know; who could be asked; what is left to professionals alone."""
    sections = (
        *_members(assessment),
        *_meetings(assessment),
        _family(assessment, home=False),
        _family(assessment, home=True),
        *carried_by(assessment),
    )
    return Analysis(sections, tuple(_questions(assessment)), tuple(_unseen(assessment)))


def _members(assessment: Assessment) -> Iterator[Section]:
    members = rows(assessment, NetworkMember)
    services = [member for member in members if is_professional(assessment, _person(member))]
    family = [member for member in members if member not in services]
    told = [member for member in family if getattr(member.content, "told_on", None)]
    yield section(
        "In the network, and told the worries",
        (_member(assessment, member) for member in told),
        _NOBODY if not family else "Nobody is recorded as told. Who tells them, and in which words?",
        "Did each hear all of it, and what did they say to it?",
    )
    naive = [member for member in family if member not in told]
    if naive:
        yield Section(
            "In the network, and not told yet as far as recorded",
            tuple(_member(assessment, member) for member in naive),
            "Nobody can guard against what they have not been told. Who tells each of them, when, and does the family agree?",
        )
    if services:
        yield Section(
            "Listed in the network, and there because it is their work",
            tuple(_member(assessment, member) for member in services),
            "A service goes home and closes. Who of family and friends does this at night and next year?",
        )


def _person(member: Answer) -> str:
    person = getattr(member.content, "person", None)
    return person if isinstance(person, str) else ""


def _member(assessment: Assessment, answer: Answer) -> Entry:
    member = answer.content
    if not isinstance(member, NetworkMember):
        return entry(assessment, answer)
    text = parts(
        ("", named_person(assessment, member.person) or "Somebody who is not named"),
        ("", member.relation),
        ("will do", member.job),
        ("can", member.available),
    )
    by = who(assessment, member.told_by)
    return entry(
        assessment,
        answer,
        text,
        f"told {member.told_on}{' by ' + by if by else ''}" if member.told_on else "",
        f"found by {who(assessment, member.found_by)}" if member.found_by else "",
    )


def _meetings(assessment: Assessment) -> Iterator[Section]:
    meetings = own(assessment, "network_meetings")
    if meetings:
        shown = tuple(entry(assessment, meeting) for meeting in meetings)
        yield Section("Meetings of the family and its network", shown)


def _family(assessment: Assessment, *, home: bool) -> Section:
    """People of the family who are not in the network: a prompt to think of them, never a list of those who must join."""
    members = {_person(member) for member in rows(assessment, NetworkMember)}
    others = [
        (index, person)
        for index, person in enumerate(assessment.people)
        if person.id not in members
        and not _NOT_ASKED_FOR.intersection(person.roles)
        and not is_professional(assessment, person.id)
        and (person.lives_in_household == "yes") is home
    ]
    entries = tuple(
        Entry(name_of(assessment, person.id), "; ".join(_known_of(assessment, person)), (f"/people/{index}",))
        for index, person in others
    )
    if home:
        return section(
            "At home, and not in the network",
            entries,
            "No other grown-up at home is named outside the network. Does anybody else live there or often stay?",
            "What is each grown-up at home asked to do, and who steps in when they cannot?",
        )
    return section(
        "Elsewhere in the family, and not in the network",
        entries,
        "Nobody else is named. Have fathers and their families, grandparents, friends and neighbours been thought of?",
        "Nobody here has to be asked, and of some it must first be known that asking is safe. Has each been thought of, "
        "fathers and their families too? Where not asked, why?",
    )


def _known_of(assessment: Assessment, person: Person) -> Iterator[str]:
    for tie in assessment.relationships:
        if tie.source == person.id:
            yield f"{tie.kind.replace('_', ' ')} of {name_of(assessment, tie.target)}"
    if any(
        person.id in people_in(harm.content.by_whom)
        for harm in rows(assessment, Harm)
        if isinstance(harm.content, Harm)
    ):
        yield "named under what has already happened as the one who did it"


def _questions(assessment: Assessment) -> Iterator[str]:
    fathers = {tie.target for tie in assessment.relationships if tie.kind == "father"}
    for child in assessment.about:
        if child not in fathers:
            yield f"Who is {name_of(assessment, child)}'s father, what does he know, and who in his family could help?"


def _unseen(assessment: Assessment) -> Iterator[str]:
    words = words_for(assessment)
    yield f"what people in the network really understood of the {words.worry}, and whether they will act"
    yield "people nobody has named, and who of them it is not safe to ask"
    yield "whether a brother or sister is grown up: brothers and sisters are left out here"
    if is_of_another_form(assessment) and not rows(assessment, NetworkMember):
        yield (
            f"a network: this record ({assessment.record.title}) names relatives and services, and not who has been told "
            "the worries"
        )


LENS = Lens(
    "signs_of_safety/network",
    "The network: who knows, who helps, who has not been asked",
    (
        "Who in family and friends has been told what people are worried about, in plain words?",
        "Who would act at night, and who would tell somebody if the plan failed?",
        "What is left if every service goes?",
    ),
    network,
)
