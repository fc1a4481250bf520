"""The contract of every plugin, and the cases of the rules."""

from pathlib import Path

from frameworks_core.testing import PluginContract
from frameworks_reclaiming_social_work import plugin


class TestContract(PluginContract):
    plugin = plugin
    cases = Path(__file__).parent / "cases"
