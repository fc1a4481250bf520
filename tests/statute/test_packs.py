"""Statute packs: the right edition for a day, and no number without the mark of how well it is attested."""

import re
from datetime import date, timedelta

import pytest

from frameworks_core.errors import UserError
from frameworks_core.statute.packs import all_packs, pack, pack_on

STARTS = [
    ("working_together_2013", date(2013, 4, 15)),
    ("working_together_2015", date(2015, 3, 26)),
    ("working_together_2018", date(2018, 7, 4)),
    ("working_together_2023", date(2023, 12, 15)),
]
IDS = [name for name, _ in STARTS]
MARK = re.compile(r"(S2\+|S|K|D) \S")


def provisions(known):
    return {
        "referral_decision": known.referral_decision,
        "assessment_limit": known.assessment_limit,
        "census_limit": known.census_limit,
        "checkpoints": known.checkpoints,
        "icpc": known.icpc,
        "section_17_lead": known.section_17_lead,
        "section_47_lead": known.section_47_lead,
    }


def test_the_editions_stand_in_order_of_their_day():
    assert [(known.id, known.effective_from) for known in all_packs()] == STARTS


@pytest.mark.parametrize(("name", "start"), STARTS)
def test_an_edition_is_in_force_from_its_first_day(name, start):
    assert pack_on(start).id == name
    assert pack_on(start + timedelta(days=1)).id == name


@pytest.mark.parametrize(
    ("start", "before"),
    [(start, previous) for (_, start), (previous, _) in zip(STARTS[1:], STARTS, strict=False)],
)
def test_on_the_day_before_the_earlier_edition_is_still_in_force(start, before):
    assert pack_on(start - timedelta(days=1)).id == before


@pytest.mark.parametrize("day", [date(2013, 4, 14), date(2009, 1, 1)])
def test_before_the_first_edition_there_is_none_to_judge_by(day):
    with pytest.raises(UserError, match="before 2013-04-15") as refused:
        pack_on(day)
    assert day.isoformat() not in str(refused.value), "a date out of a record is not repeated in a message"


def test_the_newest_edition_stays_in_force():
    assert pack_on(date(2026, 11, 1)).id == "working_together_2023"


@pytest.mark.parametrize("name", IDS)
def test_the_numbers_of_an_edition(name):
    known = pack(name)
    assert (known.referral_decision.working_days, known.referral_decision.counted_from) == (1, "referral")
    assert (known.assessment_limit.working_days, known.assessment_limit.counted_from) == (45, "referral")
    assert (known.census_limit.working_days, known.census_limit.counted_from) == (45, "assessment_start")
    assert (known.icpc.working_days, known.icpc.counted_from) == (15, "strategy_discussion")
    assert known.checkpoints.working_days == (10, 28, 40)


@pytest.mark.parametrize("name", IDS)
def test_every_provision_says_how_well_it_is_attested(name):
    known = pack(name)
    assert MARK.match(known.effective_source)
    for provision in provisions(known).values():
        assert MARK.match(provision.source)


@pytest.mark.parametrize("name", IDS)
def test_checkpoints_are_our_default_and_no_law(name):
    assert pack(name).checkpoints.source.startswith("D ")


@pytest.mark.parametrize("name", IDS)
def test_only_a_social_worker_leads_an_enquiry(name):
    assert pack(name).section_47_lead.social_worker_leads


def test_since_2023_somebody_else_may_lead_help_to_a_child_in_need_with_a_social_worker_overseeing():
    leads = {known.id: known.section_17_lead.social_worker_leads for known in all_packs()}
    assert leads == dict.fromkeys(IDS[:-1], True) | {"working_together_2023": False}
    assert pack("working_together_2023").section_17_lead.social_worker_oversees


@pytest.mark.parametrize("name", IDS[:-1])
def test_who_led_enquiries_under_earlier_editions_is_shown_as_unproved(name):
    assert pack(name).section_47_lead.source.startswith("K ")


def test_the_act_of_2026_is_named_as_not_in_force():
    notes = " ".join(pack("working_together_2023").notes)
    assert "Children's Wellbeing and Schools Act 2026" in notes
    assert "not in force by our data" in notes


def test_an_unknown_pack_is_refused_with_the_nearest_name():
    with pytest.raises(UserError, match=r"'working_together_2019'; did you mean 'working_together_201\d'"):
        pack("working_together_2019")


def test_a_pack_cannot_be_changed():
    with pytest.raises(AttributeError):
        pack("working_together_2023").title = "something else"
