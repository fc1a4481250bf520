"""Shared code lists: complete, respectful to the family, and clear when a name is not known."""

import re

import pytest

from frameworks_core.errors import UserError
from frameworks_core.statute.codes import code_list, code_list_names

SIZES = {
    "abuse_category": 5,
    "assessment_outcome": 12,
    "closure_reason": 9,
    "disability": 13,
    "ethnicity": 20,
    "factors_end": 44,
    "participation": 8,
    "primary_need": 10,
    "referral_source": 22,
    "s47_outcome": 8,
    "sex": 3,
}
EXACT = {
    "abuse_category": "NEG PHY SAB EMO MUL",
    "closure_reason": "RC1 RC2 RC3 RC4 RC5 RC6 RC7 RC8 RC9",
    "disability": "NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA",
    "ethnicity": (
        "WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN CHNE AOTH BCRB BAFR BOTH OOTH REFU NOBT"
    ),
    "factors_end": (
        "1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8B 8C 8D 8E 8F 9A 10A 11A 12A 13A 14A 15A "
        "16A 17A 18A 18B 18C 19A 19B 19C 20 21 22A 23A 24A"
    ),
    "participation": "PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7",
    "primary_need": "N1 N2 N3 N4 N5 N6 N7 N8 N9 N0",
    "referral_source": "1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10",
    "sex": "M F U",
}
MARK = re.compile(r"(S2\+|S|K|D) \S")
OFFICE_WORDS = re.compile(
    r"\b(s\d+|section \d+|nfa|dysfunction|referral|safeguarding|siblings?|placement|intervention|agency|"
    r"significant harm|conference|unacceptable|neglect|abuse)\b",
    re.IGNORECASE,
)


def every_code():
    return [
        pytest.param(code, id=f"{name}-{code.code}")
        for name in code_list_names()
        for code in code_list(name).codes
    ]


def test_every_shared_list_is_there_and_no_other():
    assert code_list_names() == tuple(sorted(SIZES))


@pytest.mark.parametrize("name", SIZES)
def test_a_list_is_complete_and_says_each_code_once(name):
    codes = [code.code for code in code_list(name).codes]
    assert len(codes) == len(set(codes)) == SIZES[name]


@pytest.mark.parametrize("name", EXACT)
def test_the_codes_of_national_returns_are_exactly_theirs_in_their_order(name):
    assert [code.code for code in code_list(name).codes] == EXACT[name].split()


def test_only_the_two_factors_that_were_split_are_withdrawn():
    withdrawn = {(name, code.code) for name in SIZES for code in code_list(name).codes if code.withdrawn}
    assert withdrawn == {("factors_end", "18A"), ("factors_end", "19A")}


def test_chinese_is_chne_as_in_the_returns_and_not_the_misspelling_of_one_page():
    assert "CHNE" in {code.code for code in code_list("ethnicity").codes}


@pytest.mark.parametrize("name", SIZES)
def test_a_list_says_what_it_is_and_how_well_it_is_attested(name):
    known = code_list(name)
    assert known.name == name
    assert known.title
    assert MARK.match(known.source)


@pytest.mark.parametrize("code", every_code())
def test_the_family_reads_plain_words_and_no_code(code):
    assert code.label
    assert code.plain
    assert not OFFICE_WORDS.search(code.plain)
    assert code.code not in re.findall(r"\w+", code.plain)


def test_a_list_is_read_once_and_cannot_be_changed():
    known = code_list("sex")
    assert known is code_list("sex")
    with pytest.raises(AttributeError):
        known.title = "something else"
    assert not hasattr(known, "__dict__")


def test_an_unknown_list_is_refused_with_the_nearest_name():
    with pytest.raises(UserError, match=r"'etnicity'; did you mean 'ethnicity'\?"):
        code_list("etnicity")


def test_a_name_that_points_out_of_the_folder_is_just_unknown():
    with pytest.raises(UserError, match="no shared code list"):
        code_list("../assessment_framework")
