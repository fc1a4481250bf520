"""Whose view is recorded and whose is missing: children first, then outwards to the services.

Who there is comes from the people table and the family map of the record; whose view a text is, from the record as well. A
person without a view stands in a prompt: that nobody wrote it down may mean that nobody asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from frameworks_core.host.contributions import Analysis, Entry, Lens, Section
from frameworks_core.model import Agency, Answer, Assessment, Person
from frameworks_core.model.wording import name_of
from frameworks_reclaiming_social_work.lenses.family import circles, is_unborn, parents_of
from frameworks_reclaiming_social_work.lenses.showing import cell_of, earlier, in_words, is_own
from frameworks_reclaiming_social_work.lenses.views import is_said, is_view, owners, quoted, view

_TITLES = {
    "children": ("Each child", "No child is in the people table. Whom is this about?"),
    "siblings": (
        "Brothers and sisters",
        "No brother or sister is in the people table. Are there any, elsewhere too?",
    ),
    "parents": (
        "Parents and carers, wherever they live",
        "No parent is in the people table. Who are they, and what do they say?",
    ),
    "grandparents": (
        "Grandparents",
        "No grandparent is in the people table or the family map. Who are they, and what would they say?",
    ),
    "others": (
        "Others in the family and around it",
        "Nobody else is in the people table. Who else sees it, and from where?",
    ),
}
"""Circle -> its heading, and what to ask where nobody is in it."""


def perspectives(assessment: Assessment) -> Analysis:
    """Circle by circle: the views that are recorded, and the people of whom there is none."""
    views = [answer for answer in assessment.answers if is_view(answer)]
    sections = [_circle(assessment, name, people, views) for name, people in circles(assessment)]
    sections.append(_services(assessment, views))
    sections.extend(_of_nobody(assessment, views))
    return Analysis(tuple(sections), cannot_see=_UNSEEN)


def _circle(assessment: Assessment, name: str, people: Sequence[Person], views: Sequence[Answer]) -> Section:
    title, nobody = _TITLES[name]
    entries: dict[str, list[Entry]] = {}
    silent: list[str] = []
    elsewhere: list[str] = []
    for person in people:
        own = [answer for answer in views if person.id in owners(assessment, answer)]
        for answer in own:
            entries.setdefault(answer.pointer, list(view(assessment, answer)))
        if any(map(is_said, own)) or is_unborn(person):
            continue
        words = list(quoted(assessment, person.id))
        for line in words:
            entries.setdefault(line.places[0], [line])
        (elsewhere if words else silent).append(_called(assessment, person))
    prompts = [] if people else [nobody]
    if silent:
        prompts.append(
            f"No view stands under the name of: {', '.join(silent)}. Not asked, or not written down?"
        )
    if elsewhere:
        prompts.append(
            f"Quoted here, and not asked how they see it all: {', '.join(elsewhere)}. When, and by whom?"
        )
    if name == "parents":
        prompts.extend(_second_parents(assessment, people))
    shown = tuple(line for lines in entries.values() for line in lines)
    prompt = " ".join(prompts)
    return Section(title, shown, prompt or ("" if shown else "Nobody here could be asked yet."))


def _called(assessment: Assessment, person: Person) -> str:
    name = name_of(assessment, person.id)
    return f"{name} (lives elsewhere)" if person.lives_in_household == "no" else name


def _second_parents(assessment: Assessment, people: Sequence[Person]) -> Iterator[str]:
    """Children of whom the record knows one parent at most, unless two parents are in it whom no map ties to them."""
    for child in assessment.about:
        known = parents_of(assessment, child)
        if people and len(known) < 2 and (known or len(people) < 2):
            yield (
                f"Only one parent of {name_of(assessment, child)} is known here. Who is the other, and what would they "
                "say?"
            )


def _services(assessment: Assessment, views: Sequence[Answer]) -> Section:
    entries = [
        Entry(agency.summary, name_of(assessment, agency.id), (f"/agencies/{index}",))
        for index, agency in enumerate(assessment.agencies)
        if agency.summary
    ]
    heard = {agency.name for agency in assessment.agencies if agency.summary}
    for answer in assessment.answers:
        idea = cell_of(answer, "their_idea") if is_own(answer, "professional_system") else None
        if idea:
            service = in_words(assessment, cell_of(answer, "name"))
            heard.add(service)
            told = "; ".join(filter(None, (service, earlier(assessment, answer))))
            entries.append(Entry(str(idea), told, (answer.pointer,)))
    helpers = {one.id for one in assessment.people if "professional" in one.roles}
    helpers.update(agency.id for agency in assessment.agencies)
    for answer in views:
        if helpers.intersection(owners(assessment, answer)):
            entries.extend(view(assessment, answer))
            heard.update(name_of(assessment, one) for one in owners(assessment, answer))
    silent = [agency for agency in assessment.agencies if name_of(assessment, agency.id) not in heard]
    prompts = [] if assessment.agencies or entries else ["No service is recorded. Who else works with them?"]
    if silent:
        named = ", ".join(_asked(assessment, agency) for agency in silent)
        prompts.append(f"What these think the difficulty is, is not written down: {named}.")
    return Section("Services around the family", tuple(entries), " ".join(prompts))


def _asked(assessment: Assessment, agency: Agency) -> str:
    name = name_of(assessment, agency.id)
    how = (agency.contribution or "").replace("_", " ")
    return f"{name} ({how})" if how else name


def _of_nobody(assessment: Assessment, views: Sequence[Answer]) -> Iterator[Section]:
    """Views of which the record does not say whose they are, or names somebody who is not in it."""
    known = {person.id for person in assessment.people} | {agency.id for agency in assessment.agencies}
    loose = [answer for answer in views if not known.intersection(owners(assessment, answer))]
    if loose:
        yield Section(
            "Views of which the record does not say whose they are",
            tuple(line for answer in loose for line in view(assessment, answer)),
            "Whose words are these? Is one of them a view that is missed above?",
        )


_UNSEEN = (
    "anybody whom nobody wrote into the people table",
    "what people would say in another language, to somebody else, or with others out of the room",
    "whether what was written down is what was said",
)

LENS = Lens(
    "reclaiming_social_work/perspectives",
    "Perspectives: who was heard, and who is missing",
    (
        "Who is not in this record, and who decided that?",
        "How would each person put the difficulty, and what would each say of the others?",
        "Who would say that there is no difficulty, or that we are a part of it?",
        "Whom could it put in danger if we asked, and how is that settled first?",
    ),
    perspectives,
)
