"""The commands analyse, decide and plan, as a user runs them."""

import pytest

COMMANDS = {
    "analyse": ("analyse", "visit.json"),
    "decide": ("decide", "visit.json", "--route", "section_17"),
    "plan": ("plan", "visit.json", "--template", "toy/plan"),
}


@pytest.fixture
def saved(save, visit):
    return save("visit.json", visit)


@pytest.mark.usefixtures("saved")
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_it_shows_the_words_of_the_record(run, command):
    ran = run(*command, words=True)
    assert ran.code == 0
    assert "Quux" in ran.out
    assert not ran.err


@pytest.mark.usefixtures("saved")
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_it_may_be_json_or_markdown(run, command):
    assert run(*command, "--output-format", "json", words=True).json
    assert run(*command, "--output-format", "markdown", words=True).out.startswith("# ")


@pytest.mark.usefixtures("saved")
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_it_goes_to_a_file_and_replaces_none(run, files, command):
    ran = run(*command, "-o", "out.md", "--output-format", "markdown")
    assert (ran.code, ran.out, files()) == (0, "", ["out.md", "visit.json"])
    again = run(*command, "-o", "out.md", "--output-format", "markdown")
    assert again.code == 2
    assert "--force" in again.err


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_record_that_is_not_in_order_is_refused(run, save, visit, command):
    visit["answers"]["worry"] = "quux"
    save("visit.json", visit)
    ran = run(*command)
    assert ran.code == 2
    assert "this has to be mended first" in ran.err


def test_a_lens_shows_views_and_what_it_cannot_see(run, saved):
    out = run("analyse", saved, words=True).out
    assert "WHAT WAS SAID\nSeen through toy/what_was_said" in out
    assert "- Quux is my rabbit." in out
    assert "? Who has not been asked yet?" in out
    assert "- what nobody wrote down" in out


def test_an_empty_record_gives_prompts(run, save, visit):
    visit["answers"] = {}
    save("visit.json", visit)
    assert "? Nobody's view is recorded: whom can you ask?" in run("analyse", "visit.json").out


@pytest.mark.usefixtures("saved")
@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("analyse", "visit.json", "--lens", "toy/what_was_sad"), "did you mean 'toy/what_was_said'"),
        (
            ("analyse", "visit.json", "--lens", "all", "--lens", "toy/what_was_sad"),
            "did you mean 'toy/what_was_said'",
        ),
        (
            ("decide", "visit.json", "--guide", "all", "--guide", "toy/next_stop"),
            "did you mean 'toy/next_step'",
        ),
        (("decide", "visit.json", "--guide", "toy/next_stop"), "did you mean 'toy/next_step'"),
        (("plan", "visit.json"), "name a kind of plan with --template: toy/plan"),
        (("plan", "visit.json", "--template", "toy/pln"), "did you mean 'toy/plan'"),
        (("plan", "visit.json", "--template", "toy/plan", "--child", "p2"), "the document is not about p2"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(run, args, said):
    ran = run(*args)
    assert ran.code == 2
    assert said in ran.err


@pytest.mark.usefixtures("saved")
def test_an_unknown_route_is_told_with_all_of_them_and_no_guess_at_a_lesser_one(run):
    ran = run("decide", "visit.json", "--route", "section_47")
    assert ran.code == 2
    assert "strategy_and_section_47" in ran.err
    assert "did you mean" not in ran.err


def test_of_several_children_one_is_named_for_a_plan(run, save, family):
    save("family.json", family)
    ran = run("plan", "family.json", "--template", "toy/plan")
    assert ran.code == 2
    assert "name one with --child (p1, p3)" in ran.err
    assert run("plan", "family.json", "--template", "toy/plan", "--child", "p3", words=True).code == 0


def test_a_lens_that_fails_is_named_and_harms_no_other(run, saved, plugin):
    plugin(
        "odd",
        """
from frameworks_core.host.contributions import *
from frameworks_core.host.hookspecs import hookimpl

@hookimpl
def frameworks_describe():
    yield Framework(name="odd", title="Odd", kind="practice model", edition="1", source="D", rights="None.", api_version=1)

@hookimpl
def frameworks_analyse():
    yield Lens("odd/fails", "Fails", ("Why?",), lambda assessment: 1 / 0)
""",
    )
    ran = run("analyse", saved, "--lens", "odd/fails")
    assert ran.code == 2
    assert (
        "the lens odd/fails cannot be used on this record: its own code failed with ZeroDivisionError"
        in ran.err
    )
    assert run("analyse", saved, words=True).code == 0


def test_a_plan_may_be_a_document_to_fill_in_further(run, saved, save):
    drafted = run("plan", saved, "--template", "toy/plan", "--document", words=True).json
    assert drafted["form"] == "toy/visit"
    save("plan.json", drafted)
    assert run("validate", "plan.json", "--stage", "draft").code == 0


def test_one_route_is_shown_in_full(run, saved):
    out = run("decide", saved, "--route", "section_17", words=True).out
    assert "Help to a child in need (section 17)" in out
    assert "Early help" not in out
    assert "What does the child say?" in out


def test_the_names_of_lenses_guides_and_plans_are_listed(run):
    out = run("plugins").out
    for listed in ("Lenses: toy/what_was_said", "Guides: toy/next_step", "Plans: toy/plan"):
        assert listed in out


def test_a_broken_guide_is_told_where_plugins_are_listed_and_harms_no_other(run, saved, plugin):
    plugin(
        "odd",
        """
from pathlib import Path
from frameworks_core.host.contributions import *
from frameworks_core.host.hookspecs import hookimpl

@hookimpl
def frameworks_describe():
    yield Framework(name="odd", title="Odd", kind="practice model", edition="1", source="D", rights="None.", api_version=1)

@hookimpl
def frameworks_decide():
    yield GuideFile("odd/guide", Path(__file__).parent / "no_such_file.toml")
""",
    )
    ran = run("plugins")
    assert "BROKEN  frameworks-odd 1.0, frameworks_decide: the guide odd/guide" in ran.out
    assert run("decide", saved, "--guide", "toy/next_step").code == 0
    assert run("decide", saved, "--guide", "odd/guide").code == 2
