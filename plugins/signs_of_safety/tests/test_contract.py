"""The contract of every plugin, kept by this one; its rule cases stand in `cases`."""

from pathlib import Path

from frameworks_core.testing import PluginContract, load_cases
from frameworks_signs_of_safety import plugin
from frameworks_signs_of_safety.rules import RULES

CASES = Path(__file__).parent / "cases"


class TestContract(PluginContract):
    plugin = plugin
    cases = CASES


def test_every_rule_is_shown_twice_each_way():
    shown = [(case.code, case.fails) for case in load_cases(CASES)]
    assert not [
        (rule.code, fails) for rule in RULES for fails in (True, False) if shown.count((rule.code, fails)) < 2
    ]


def test_codes_of_rules_are_sorted_and_used_once():
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
