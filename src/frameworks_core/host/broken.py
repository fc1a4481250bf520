"""A plugin, or one hook or form of it, that cannot be used: what was wrong, and the error that says so to the user.

A faulty plugin is put aside, never half used, and the others go on. Only a command that needs it fails.
"""

from __future__ import annotations

from attrs import field, frozen

from frameworks_core.errors import FrameworksError, UserError
from frameworks_core.host.discovery import DISABLE, Found

IMPORT = "import"
"""What stands in place of a hook's name when the plugin's module itself cannot be used."""

_LONGEST = 300


class PluginError(FrameworksError):
    """Something a plugin did that the host does not accept; the text is a sentence without its full stop."""

    def __init__(self, hook: str, reason: str) -> None:
        """Say in which hook (or `IMPORT`) the fault is, and what it is."""
        super().__init__(reason)
        self.hook = hook
        self.reason = reason


@frozen
class Broken:
    """A plugin, or one hook or form of it, that cannot be used.

    Attributes:
        distribution: Name of the distribution.
        version: Its version.
        hook: The hook that failed, or `import`.
        reason: What is wrong, in one sentence without its full stop.
        framework: Name of its framework; where it never came to saying so, the name of its entry point.
        form: Id of the form, where only that form cannot be used.
        cause: The exception behind it, if there was one.
    """

    distribution: str
    version: str
    hook: str
    reason: str
    framework: str
    form: str | None = None
    cause: BaseException | None = field(default=None, eq=False, repr=False)

    @classmethod
    def by(cls, fault: PluginError, found: Found, framework: str) -> Broken:
        """The plugin `found`, broken by `fault`."""
        return cls(
            found.distribution, found.version, fault.hook, fault.reason, framework, cause=fault.__cause__
        )

    @property
    def sentence(self) -> str:
        """What cannot be used, and why, without a full stop."""
        what = f"the form {self.form} of" if self.form else "the plugin"
        return f"{what} {self.distribution} {self.version} cannot be used: {self.reason}"

    def error(self) -> UserError:
        """The error for whoever asked for something that only this plugin has; raise it from `cause`."""
        return UserError(
            f"{ended(self.sentence)} Install another version of it, or switch it off with "
            f"{DISABLE}={self.distribution}"
        )


def ended(sentence: str) -> str:
    """A sentence with its full stop, for another one to follow; what ends in a question keeps its mark."""
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."


def in_words(error: BaseException) -> str:
    """An exception as part of a sentence: its name and the first line of its text, without a traceback."""
    name = type(error).__name__
    if isinstance(error, SyntaxError) and error.filename:
        return f"{name} in {error.filename}, line {error.lineno}: {error.msg}"
    said = str(error).strip().partition("\n")[0].rstrip(".")
    if len(said) > _LONGEST:
        said = said[:_LONGEST] + "..."
    return f"{name}: {said}" if said else name
