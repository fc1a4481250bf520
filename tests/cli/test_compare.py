"""`frameworks compare`, as a user runs it."""

import pytest

from .test_broken_plugins import FORM, HEAD, SOUND

OTHER_FORM = FORM + 'slot = { kind = "view", whose = "child", aspect = "words" }\n'


@pytest.fixture
def zed(plugin):
    """A second framework beside the toy one."""
    plugin("zed", HEAD + SOUND, {"talk.toml": OTHER_FORM})


@pytest.mark.usefixtures("zed")
class TestSideBySide:
    """Two frameworks, two forms, or one of each."""

    @pytest.mark.parametrize(
        ("first", "second"), [("toy", "zed"), ("zed", "toy"), ("toy/visit", "zed/talk"), ("toy/visit", "zed")]
    )
    def test_it_shows_both(self, run, first, second):
        ran = run("compare", first, second)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith(f"{first.upper()} BESIDE {second.upper()}\n")
        assert f"If a record moves from {first} to {second}" in ran.out
        assert f"If a record moves from {second} to {first}" in ran.out

    def test_it_counts_and_names_on_demand(self, run):
        assert "zed, in the same place" not in run("compare", "zed", "toy").out
        assert "zed, in the same place as toy:\n  - Words  [" in run("compare", "zed", "toy", "--full").out

    def test_it_may_be_json_or_markdown(self, run):
        told = run("compare", "toy", "zed", "--output-format", "json").json
        assert (told["first"]["name"], told["second"]["name"]) == ("toy", "zed")
        assert run("compare", "toy", "zed", "--output-format", "markdown").out.startswith("# toy beside zed")

    def test_it_goes_to_a_file_and_replaces_none(self, run, files):
        ran = run("compare", "toy", "zed", "-o", "both.md", "--output-format", "markdown")
        assert (ran.code, ran.out, files()) == (0, "", ["both.md"])
        again = run("compare", "toy", "zed", "-o", "both.md")
        assert again.code == 2
        assert "--force" in again.err

    def test_the_same_run_says_the_same(self, run):
        assert run("compare", "toy", "zed").out == run("compare", "toy", "zed").out

    @pytest.mark.parametrize("columns", ["60", "88"])
    def test_it_keeps_to_the_width(self, run, columns):
        text = run("compare", "toy", "zed", "--full", env={"COLUMNS": columns}).out
        assert max(map(len, text.splitlines())) <= int(columns)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("toy", "toy"), "toy is named twice"),
        (("toi", "toy"), "there is no framework and no form 'toi'; did you mean 'toy'?"),
        (("toy", "toy/visitt"), "there is no framework and no form 'toy/visitt'; did you mean 'toy/visit'?"),
    ],
)
def test_a_slip_is_told_in_one_sentence(run, names, said):
    ran = run("compare", *names)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize("broken", ["zed", "zed/talk"])
def test_a_plugin_that_cannot_be_used_is_told_with_how_to_switch_it_off(run, plugin, broken):
    plugin("zed", "raise RuntimeError('no luck')")
    ran = run("compare", "toy", broken)
    assert (ran.code, ran.out) == (2, "")
    assert "no luck" in ran.err
    assert "switch it off with FRAMEWORKS_DISABLE=frameworks-zed" in ran.err


def test_a_framework_that_is_broken_in_part_is_not_compared_as_if_it_had_less(run, plugin):
    lens = "\n@hookimpl\ndef frameworks_analyse():\n    raise RuntimeError('no luck')\n"
    plugin("zed", HEAD + SOUND + lens, {"talk.toml": FORM})
    ran = run("compare", "toy", "zed")
    assert (ran.code, ran.out) == (2, "")
    assert "no luck" in ran.err
    assert run("compare", "toy", "zed/talk").code == 0


def test_a_form_that_cannot_be_used_is_told(run, plugin):
    plugin("zed", HEAD + SOUND, {"talk.toml": 'id = "zed/talk"\nversoin = "1"\n'})
    ran = run("compare", "toy", "zed")
    assert (ran.code, ran.out) == (2, "")
    assert "talk.toml: this form definition cannot be used" in ran.err
