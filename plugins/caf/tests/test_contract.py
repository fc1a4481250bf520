"""The contract of every plugin, and the cases of the rules."""

from pathlib import Path

from frameworks_caf import plugin
from frameworks_core.testing import PluginContract


class TestContract(PluginContract):
    plugin = plugin
    cases = Path(__file__).parent / "cases"
