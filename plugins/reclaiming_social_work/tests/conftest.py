"""Checking and converting documents of this plugin."""

from frameworks_core.testing.fixtures import check, convert, installed

__all__ = ["check", "convert", "installed"]
