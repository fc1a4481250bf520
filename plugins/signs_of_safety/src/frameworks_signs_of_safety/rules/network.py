"""The network: found by the family, told the worries, and relied on only then."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm, Row
from frameworks_core.host.contributions import Hit, Rule
from frameworks_signs_of_safety import MAPPING, NETWORK_MEETING, SAFETY_PLAN
from frameworks_signs_of_safety.rules.reading import in_household, is_professional, people_of

ACTORS = ("who", "back_up", "watched_by")
PLANS = ("immediate_safety_plan", "safety_plan_rules")


def _rules(filled: FilledForm) -> Iterator[Row]:
    for plan in PLANS:
        yield from filled.rows(plan)


def _not_told(filled: FilledForm) -> Iterator[Hit]:
    members = {row.cells.get("person"): row for row in filled.rows("network_members")}
    for member in members.values():
        if "job" in member.cells and "told_on" not in member.cells:
            yield Hit(
                f"{member.at}/told_on",
                "the plan relies on this person, and when they were told is not recorded",
            )
    for rule in _rules(filled):
        for column in ACTORS:
            for person in people_of(rule.cells.get(column)):
                at_home = in_household(filled, person) or person in filled.children
                if at_home or is_professional(filled, person):
                    continue
                if person not in members:
                    yield Hit(f"{rule.at}/{column}", "this relies on somebody who is not in the network")
                elif "told_on" not in members[person].cells:
                    yield Hit(
                        f"{members[person].at}/told_on",
                        "a rule relies on this person, and when they were told is not recorded",
                    )


SOS013 = Rule(
    code="SOS013",
    severity="error",
    title="Whoever a plan relies on has been told the worries",
    why=(
        "Somebody who does not know what people are scared of cannot see it coming. A parent who lives "
        "elsewhere is part of the network too."
    ),
    fix="Tell them the worries and goals with the family, and record the day; until then let the plan do without them.",
    authority="S sos-network for telling the network before planning; that each has a day K, A8 of the notes",
    stage="final",
    forms=(SAFETY_PLAN,),
    check=lambda filled: tuple(dict.fromkeys(_not_told(filled))),
)


def _nobody_else(filled: FilledForm) -> Iterator[Hit]:
    others = [
        row
        for row in filled.rows("network_members")
        if not in_household(filled, row.cells.get("person", ""))
        and not is_professional(filled, row.cells.get("person", ""))
    ]
    agreed = filled.is_answered("network_small_reason") and filled.is_answered("network_small_by")
    if any(_rules(filled)) and not others and not agreed:
        yield Hit(
            "/answers/network_members",
            "nobody outside the household is in the network, and no manager has agreed to that with a reason",
        )


SOS113 = Rule(
    code="SOS113",
    severity="warning",
    title="Somebody outside the household helps, or a manager knows why not",
    why="Safety that nobody outside can see is hard to keep. Some families are isolated; that is not their fault.",
    fix="Look again for people, near and far; or write what was tried, and have a manager agree how to go on.",
    authority="S sos-northants; the manager's reason D, rule 13 of C1",
    stage="final",
    forms=(SAFETY_PLAN,),
    check=_nobody_else,
)


def _only_services(filled: FilledForm) -> Iterator[Hit]:
    actors = [
        person for rule in _rules(filled) for column in ACTORS for person in people_of(rule.cells.get(column))
    ]
    if actors and all(is_professional(filled, person) for person in actors):
        yield Hit("/answers/safety_plan_rules", "everybody who does something in this plan is a professional")


SOS213 = Rule(
    code="SOS213",
    severity="warning",
    title="A safety plan is more than the tasks of professionals",
    why="Professionals are not there at night and at weekends, and one day will be gone.",
    fix="Ask the family and its network what they will do, and move what services do to the next steps.",
    authority="K, A8 of the notes",
    stage="final",
    forms=(SAFETY_PLAN,),
    check=_only_services,
)


def _service_in_network(filled: FilledForm) -> Iterator[Hit]:
    for row in filled.rows("network_members"):
        if is_professional(filled, row.cells.get("person", "")):
            yield Hit(f"{row.at}/person", "this person comes because it is their work")


SOS313 = Rule(
    code="SOS313",
    severity="warning",
    title="The network is family and friends",
    why="A list of services under the name of a network hides that the family may have nobody.",
    fix="Write people who come because it is their work into the map of ties, and look for others.",
    authority="S sos-northants for a network of the family; that services are none of it K",
    stage="draft",
    forms=(MAPPING, SAFETY_PLAN, NETWORK_MEETING),
    check=_service_in_network,
)


def _professionals_meeting(filled: FilledForm) -> Iterator[Hit]:
    came = [row.cells.get("who", "") for row in filled.rows("meeting_attended")]
    if came and all(is_professional(filled, person) for person in came):
        yield Hit("/answers/meeting_attended", "everybody who came is a professional")


SOS036 = Rule(
    code="SOS036",
    severity="warning",
    title="A network meeting is the family's",
    why="A meeting of professionals about a plan is another meeting, and the two are easily taken for each other.",
    fix="Record it where core groups and professionals' meetings are recorded, or add who else was there.",
    authority="S sos-mtm",
    stage="final",
    forms=(NETWORK_MEETING,),
    check=_professionals_meeting,
)


def _left_out(filled: FilledForm) -> Iterator[Hit]:
    for row in filled.rows("meeting_absent"):
        if row.cells.get("why") in {"not_asked", "not_safe"} and "reason" not in row.cells:
            yield Hit(f"{row.at}/reason", "this person was not asked, and why is not said")


SOS037 = Rule(
    code="SOS037",
    severity="warning",
    title="Whoever was not asked, for a reason",
    why="Fathers are forgotten and imperfect relatives ruled out, often before anybody has spoken to them.",
    fix="Say why, and how they will hear of the plan; or ask them.",
    authority="S sos-mtm",
    stage="final",
    forms=(NETWORK_MEETING,),
    check=_left_out,
)

RULES = (SOS013, SOS113, SOS213, SOS313, SOS036, SOS037)
