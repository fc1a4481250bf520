"""A blend is taken wherever a form is: by its file, or through the documents that name it."""

from pathlib import Path

import pytest

from frameworks_core.blend.catalogue import FOLDERS
from frameworks_core.host.discovery import DISABLE

HEAD = """\
[blend]
id = "town/record"
version = "1"
title = "Town record"
plain_title = "Your record"
"""
BLEND = (
    HEAD
    + """
[authority]
name = "Town"
[gather]
forms = ["toy/visit"]
[gather.fields."toy/visit".summary]
label = "In short"
plain = "What we think, in short"
[[gather.local]]
id = "pets"
section = "life"
label = "Animals"
plain = "Your animals"
type = "text"
[analyse]
lenses = ["toy/what_was_said"]
[decide]
guides = ["toy/next_step"]
[support]
plans = ["toy/plan"]
[rules]
severity = [{ code = "TOY101", severity = "error", reason = "We never leave it out." }]
"""
)


@pytest.fixture(autouse=True)
def _no_folders(monkeypatch):
    monkeypatch.delenv(FOLDERS, raising=False)


@pytest.fixture
def town(save):
    """The file of a blend of the toy framework's visit."""
    return save("town.toml", BLEND.encode())


@pytest.fixture
def record(save, visit):
    """A draft of the blend in order."""
    return save("record.json", {**visit, "form": "town/record"})


class TestByItsFile:
    """Where a form is named, the file of a blend may be."""

    def test_new(self, run, town):
        document = run("new", town).json
        assert (document["form"], document["version"]) == ("town/record", "1")

    def test_forms_show(self, run, town):
        text = run("forms", "show", town).out
        assert text.startswith("Town record\ntown/record, version 1\n")
        assert "D composed by Town of toy/visit" in text

    def test_forms_show_a_section(self, run, town):
        text = run("forms", "show", town, "--section", "life").out
        assert "Animals" in text
        assert "In short" not in text

    def test_forms_show_everything_as_the_family_reads_it(self, run, town):
        text = run("forms", "show", town, "--all", "--plain").out
        assert "What we think, in short" in text
        assert "Your animals" in text

    def test_forms_show_a_variant_that_it_does_not_have(self, run, town):
        ran = run("forms", "show", town, "--variant", "plain")
        assert ran.code == 2
        assert "town/record has one set of words only" in ran.err

    def test_forms_show_as_json_says_what_each_question_asks_for(self, run, town):
        assert run("forms", "show", town, "--output-format", "json").json["id"] == "town/record"

    def test_schema_show(self, run, town):
        schema = run("schema", "show", town).json
        assert "pets" in schema["properties"]["answers"]["properties"]

    def test_convert(self, run, town, save, visit):
        visit["answers"] = {"child_words": "Quux is my rabbit.", "seen_alone": "yes"}
        source = save("visit.json", visit)
        assert run("convert", source, "--to", town, "-o", "record.json").code == 0
        assert run("validate", "record.json", "--blend", town).code == 0
        assert (
            run("convert", "record.json", "--to", "toy/visit", "--blend", town, "-o", "back.json").code == 0
        )
        assert run("diff", source, "back.json").code == 0


# Commands on a document of the blend, and something they say.
ON_DOCUMENTS = {
    "validate": (["validate", "record.json"], "1 document, in order"),
    "info": (["info", "record.json"], "Town record"),
    "analyse": (["analyse", "record.json"], "Quux is my rabbit."),
    "decide": (["decide", "record.json"], "What does the child say?"),
    "plan": (["plan", "record.json", "--template", "toy/plan"], "What happens next"),
    "diff": (["diff", "record.json", "record.json"], ""),
    "convert": (["convert", "record.json", "--to", "toy/family", "--dry-run"], ""),
}


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("asked", ON_DOCUMENTS.values(), ids=ON_DOCUMENTS)
class TestThroughItsDocuments:
    """A document names its blend; the file is named with --blend, or lies in a folder of blends."""

    def test_with_the_file_named(self, run, town, asked):
        command, says = asked
        ran = run(*command, "--blend", town, words=True)
        assert ran.code == 0, ran.err
        assert says in ran.out

    @pytest.mark.usefixtures("town")
    def test_with_its_folder_named(self, run, asked, tmp_path):
        command, says = asked
        ran = run(*command, env={FOLDERS: str(tmp_path)}, words=True)
        assert ran.code == 0, ran.err
        assert says in ran.out

    def test_with_neither_it_is_told_how(self, run, asked):
        command, _ = asked
        ran = run(*command, words=True)
        assert ran.code == 2
        told = ran.out + ran.err
        assert "there is no form 'town/record'" in " ".join(told.split())
        assert f"--blend, or its folder in {FOLDERS}" in " ".join(told.split())

    def test_with_a_blend_that_has_a_fault_it_is_told(self, run, save, asked):
        command, _ = asked
        save("town.toml", BLEND.replace("[analyse]", "[analyze]").encode())
        ran = run(*command, "--blend", "town.toml", words=True)
        assert ran.code == 2
        told = " ".join((ran.out + ran.err).split())
        assert "line 20: analyze: there is no key 'analyze'; did you mean 'analyse'?" in told


class TestWhatABlendDecides:
    """What the authority wrote into the file holds in the commands."""

    def test_how_serious_a_rule_is(self, run, town, save, visit):
        del visit["answers"]["child_words"]
        final = {**visit, "form": "town/record", "status": "final"}
        ran = run("validate", save("record.json", final), "--blend", town, "--output-format", "json")
        assert ran.code == 1
        [severity] = {
            one["severity"] for one in ran.json["results"][0]["findings"] if one["code"] == "TOY101"
        }
        assert severity == "error"

    def test_which_lenses_are_looked_through(self, run, record, save):
        none = BLEND.replace('lenses = ["toy/what_was_said"]', "")
        ran = run("analyse", record, "--blend", save("none.toml", none.encode()))
        assert ran.code == 2
        assert "the blend town/record brings no lens of its own" in ran.err

    def test_which_plans_are_offered(self, run, town, record):
        ran = run("plan", record, "--blend", town)
        assert ran.code == 2
        assert "name a kind of plan with --template: toy/plan" in ran.err

    def test_another_version_of_the_blend_is_not_taken_for_this_one(self, run, town, save, visit):
        save("record.json", {**visit, "form": "town/record", "version": "2"})
        ran = run("info", "record.json", "--blend", town)
        assert ran.code == 2
        assert "town/record is here in version 1 (town.toml), and version 2 is asked for" in ran.err


# What a blend file holds, and something that is said of it.
HOSTILE = {
    "not TOML": (b"{}", "this blend file is not TOML"),
    "not UTF-8": (HEAD.encode() + b"# \xff", "this blend file is not UTF-8 text"),
    "empty": (b"", "blend.id: the blend has to say its id"),
    "nested": (b"a = " + b"[" * 9000, "nested too deeply"),
    "dotted": (b".".join([b"a"] * 5000) + b" = 1", "nested too deeply"),
    "itself": (b'extends = "town.toml"', "this blend extends itself"),
    "an escape sequence for a key": (b'"\\u001b[31m" = 1', "there is no key"),
    "lines for a key": (b'"a\\nb\\u202e" = 1', "there is no key"),
    "an escape sequence for a base": (b'extends = "\\u001b[31m\\n"', "there is no file"),
    "hides everything": (
        BLEND.replace('forms = ["toy/visit"]', 'questions = ["toy/visit#summary"]')
        .replace('label = "In short"', "hide = true")
        .partition("[[gather.local]]")[0]
        .encode(),
        "the blend asks nothing",
    ),
    "an installed form's id": (
        BLEND.replace("town/record", "toy/visit").encode(),
        "'toy' is an installed framework",
    ),
    "a framework that is not there": (
        BLEND.replace("toy/visit", "zed/talk").encode(),
        "there is no form 'zed/talk'",
    ),
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("command", [["new"], ["forms", "show"], ["schema", "show"]], ids=" ".join)
def test_a_hostile_file_is_told_in_plain_lines(run, save, command, hostile):
    content, says = hostile
    save("town.toml", content)
    ran = run(*command, "town.toml")
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    for line in ran.err.splitlines():
        assert line.startswith(("frameworks: town.toml", "  town.toml"))


class TestAFrameworkThatCannotBeUsed:
    """A blend of a framework that is broken or switched off says so, and says how to get it."""

    def test_switched_off(self, run, town):
        ran = run("new", town, env={DISABLE: "frameworks-toy"})
        assert ran.code == 2
        assert "town.toml, line 10: gather.forms[0]: " in ran.err

    def test_broken(self, run, plugin, save):
        plugin("zed", "import nothing_of_this_name\n")
        save("town.toml", BLEND.replace('["toy/visit"]', '["toy/visit", "zed/talk"]').encode())
        ran = run("new", "town.toml")
        assert ran.code == 2
        assert "gather.forms[1]: " in ran.err
        assert "frameworks-zed 1.0" in ran.err

    def test_broken_and_not_blended_disturbs_nothing(self, run, plugin, town):
        plugin("zed", "import nothing_of_this_name\n")
        ran = run("new", town)
        assert ran.code == 0, ran.err


class TestListed:
    """`forms list` shows the blends at hand after the installed forms: those named, and those in the folders."""

    def ids(self, ran):
        return [line.split()[0] for line in ran.out.splitlines()[1:] if not line.startswith(" ")]

    def test_one_that_is_named(self, run, town):
        ran = run("forms", "list", "--blend", town)
        assert (ran.code, self.ids(ran)) == (0, ["toy/family", "toy/visit", "town/record"])

    def test_those_of_a_folder_without_the_bases_they_go_on_from(self, run, save, town, monkeypatch):
        save("base.toml", b'[blend]\nid = "region/shared"\n')
        monkeypatch.setenv(FOLDERS, str(Path(town).parent))
        assert self.ids(run("forms", "list")) == ["toy/family", "toy/visit", "town/record"]

    def test_one_that_cannot_be_used_is_told_after_the_others(self, run, save, town):
        broken = save("broken.toml", BLEND.replace('["toy/visit"]', '["toy/visitt"]').encode())
        ran = run("forms", "list", "--blend", town, "--blend", broken)
        assert (ran.code, self.ids(ran)) == (2, ["toy/family", "toy/visit", "town/record"])
        assert "broken.toml: this blend cannot be used" in ran.err
