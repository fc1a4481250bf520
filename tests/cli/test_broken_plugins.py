"""A faulty plugin is put aside and named; only what needs it fails, and the others go on."""

import pytest

HEAD = """\
from pathlib import Path
from frameworks_core.host.contributions import FormFile, Framework, Hit, Rule
from frameworks_core.host.hookspecs import hookimpl

def framework(name):
    return Framework(name=name, title="Zed", kind="recording format", edition="1", source="D", rights="-",
                     api_version=1)

def rule(code, check):
    return Rule(code=code, severity="note", title="T", why="W", fix="F", authority="D", stage="draft",
                forms=("zed/talk",), check=check)
"""
SOUND = """
@hookimpl
def frameworks_describe():
    yield framework("zed")

@hookimpl
def frameworks_gather():
    yield FormFile("zed/talk", Path(__file__).parent / "talk.toml")
"""
FORM = """\
id = "zed/talk"
version = "1"
title = "Talk"
plain_title = "Our talk"
about = "child"
basis = "consent"
source = "D"

[[sections]]
id = "talk"
title = "Talk"
plain = "Our talk"

[[sections.fields]]
id = "words"
label = "Words"
plain = "What you said"
type = "long"
function = "gather"
about = "child"
source = "D"
"""

# The plugin's source, and what is said about it.
BROKEN = {
    "fails to import": ("raise RuntimeError('no luck')", "raises RuntimeError: no luck"),
    "is not Python": ("def broken(:", "raises SyntaxError in"),
    "needs what is not there": ("import frameworks_gone", "raises ModuleNotFoundError"),
    "ends Python": ("import sys\nsys.exit(0)", "raises SystemExit: 0"),
    "misspells a hook": (
        f"{SOUND}\n@hookimpl\ndef frameworks_gathr():\n    yield 1\n",
        "frameworks_gathr is marked with @hookimpl, but there is no such hook; did you mean 'frameworks_gather'?",
    ),
    "has no description": ("", "it has no frameworks_describe, which every plugin needs"),
    "yields a form twice": (
        SOUND + '    yield FormFile("zed/talk", Path(__file__).parent / "talk.toml")\n',
        "frameworks_gather yields 'zed/talk' twice",
    ),
    "yields another's name": (
        SOUND.replace('framework("zed")', 'framework("toy")'),
        "the framework 'toy' comes from",
    ),
    "raises late": (
        SOUND + "    raise OSError('the shelf is empty')\n",
        "raises OSError: the shelf is empty",
    ),
    "raises late in its rules": (
        f"{SOUND}\n@hookimpl\ndef frameworks_rules():\n    yield rule('ZED101', print)\n    raise OSError('late')\n",
        "frameworks_rules raises OSError: late",
    ),
    "yields a rule twice": (
        f"{SOUND}\n@hookimpl\ndef frameworks_rules():\n    yield from [rule('ZED101', print)] * 2\n",
        "frameworks_rules yields 'ZED101' twice",
    ),
}


@pytest.fixture
def zed(plugin):
    """Install the plugin frameworks-zed with this source."""

    def install(source):
        plugin("zed", HEAD + source, {"talk.toml": FORM})

    return install


@pytest.fixture
def talk(save, visit):
    """A record of a form of the plugin."""
    return save("talk.json", {**visit, "form": "zed/talk", "answers": {"words": "Quux is my rabbit."}})


class TestAPluginThat:
    """Whatever the fault, it is told in the same way, and does no harm elsewhere."""

    @pytest.fixture(params=BROKEN.values(), ids=BROKEN, autouse=True)
    def reason(self, request, zed):
        """Install a broken plugin; what is said about it."""
        source, reason = request.param
        zed(source)
        return reason

    def test_is_listed_with_the_reason_and_how_to_switch_it_off(self, run, reason):
        ran = run("plugins")
        text = " ".join(ran.out.split())
        assert ran.code == 0
        assert "BROKEN frameworks-zed 1.0, " in text
        assert reason in text
        assert "To switch it off: FRAMEWORKS_DISABLE=frameworks-zed" in text
        assert "toy: Toy framework" in text
        [broken] = run("plugins", "--output-format", "json").json["broken"]
        assert broken["distribution"] == "frameworks-zed"
        assert reason in broken["reason"]

    def test_harms_no_other(self, run, save, visit):
        save("visit.json", visit)
        assert run("validate", "visit.json").code == 0
        assert run("info", "visit.json").code == 0
        assert run("convert", "visit.json", "--to", "toy/family", "-o", "new.json").code == 0
        assert "toy/visit" in run("forms", "list").out

    def test_fails_what_needs_it_with_the_reason(self, run, talk, reason):
        ran = run("validate", talk)
        assert ran.code == 2
        assert reason in " ".join(ran.out.split())

    def test_is_gone_once_switched_off(self, run, elsewhere):
        ran = run("plugins", env={"FRAMEWORKS_DISABLE": f"{elsewhere},frameworks-zed"})
        assert ran.code == 0
        assert "zed" not in ran.out


def test_a_broken_plugin_is_no_finding_but_a_document_not_checked(run, zed, talk, save, visit):
    zed("raise RuntimeError('no luck')")
    ran = run("validate", talk, save("visit.json", visit), "--output-format", "json")
    assert ran.code == 2
    bad, good = ran.json["results"]
    assert "the plugin frameworks-zed 1.0 cannot be used" in bad["problem"]
    assert good["problem"] is None


def test_of_two_rules_of_one_code_the_second_is_told_and_each_form_is_checked_by_its_own(
    run, zed, talk, save, visit
):
    check = "def check(filled):\n    yield Hit('/answers/words', 'this is of frameworks-zed')\n"
    zed(f"{SOUND}\n{check}\n@hookimpl\ndef frameworks_rules():\n    yield rule('TOY101', check)\n")
    told = " ".join(run("plugins").out.split())
    assert (
        "the rule TOY101 comes from frameworks-toy 1.0 and from frameworks-zed 1.0; the first is used" in told
    )
    assert "toy/" in run("explain", "TOY101").out
    assert "this is of frameworks-zed" in run("validate", talk).out
    ran = run("validate", save("visit.json", visit))
    assert ran.code == 0
    assert "frameworks-zed" not in ran.out


# The body of a rule's function, and whether the rule can be counted as checked.
FAULTY_RULES = {
    "raises": "raise KeyError('Quux is my rabbit.')",
    "raises late": "yield Hit('/answers/words', 'here')\n    raise KeyError('Quux is my rabbit.')",
    "never ends calling itself": "return check(filled)",
    "returns nothing": "return None",
    "changes what it must not": "filled.document.clear()\n    raise ValueError",
    "yields a text": "return ['Quux is my rabbit.']",
    "yields a place that is none": "return [Hit(3, 'here')]",
}


@pytest.mark.parametrize("body", FAULTY_RULES.values(), ids=FAULTY_RULES)
def test_a_rule_that_fails_is_never_counted_as_met(run, zed, talk, body):
    check = f"def check(filled):\n    {body}\n"
    zed(f"{SOUND}\n{check}\n@hookimpl\ndef frameworks_rules():\n    yield rule('ZED101', check)\n")
    ran = run("validate", talk)
    assert ran.code == 1
    assert "error CHK101  the document: ZED101 could not be checked" in ran.out


@pytest.mark.parametrize("body", ["raise SystemExit(0)", "return [Hit('/answers/words', 7)]"])
def test_nor_is_one_that_ends_python_or_has_no_message(run, zed, talk, body):
    check = f"def check(filled):\n    {body}\n"
    zed(f"{SOUND}\n{check}\n@hookimpl\ndef frameworks_rules():\n    yield rule('ZED101', check)\n")
    ran = run("validate", talk)
    assert ran.code == 1
    assert "error CHK101  the document: ZED101 could not be checked" in ran.out


BROKEN_FORMS = {
    "no TOML": ("id = ", "is not valid TOML: Invalid value"),
    "nested without end": ("id = " + "[" * 5000, "nested too deeply"),
    "no text": ("id = '\udcff'", "is not UTF-8 text"),
    "an unknown key": (
        FORM.replace('plain = "What you said"', 'plian = "What you said"'),
        "section 'talk', field 'words': there is no key 'plian'; did you mean 'plain'?",
    ),
    "another's id": (
        FORM.replace("zed/talk", "zed/tlak"),
        "id: the file says 'zed/tlak', and frameworks-zed 1.0 contributes it as 'zed/talk'",
    ),
    "faults without end": (FORM.replace(" = ", "s = "), "which `frameworks forms show zed/talk` tells"),
    "no file": (None, "cannot be read: No such file or directory"),
}
TWO_FORMS = SOUND + '    yield FormFile("zed/list", Path(__file__).parent / "list.toml")\n'


class TestAFormThatIs:
    """Only that form is put aside; the plugin's others, and everybody else's, go on."""

    @pytest.fixture(params=BROKEN_FORMS.values(), ids=BROKEN_FORMS, autouse=True)
    def reason(self, request, plugin):
        """Install a plugin with a sound form and a broken one; what is said about it."""
        form, reason = request.param
        files = {"list.toml": FORM.replace("zed/talk", "zed/list")}
        folder = plugin("zed", HEAD + TWO_FORMS, files)
        if form is not None:
            (folder / "talk.toml").write_bytes(form.encode(errors="surrogateescape"))
        return reason

    def test_is_listed_as_broken_with_its_file_and_place(self, run, reason):
        ran = run("plugins")
        text = " ".join(ran.out.split())
        assert ran.code == 0
        assert "BROKEN frameworks-zed 1.0, form zed/talk: /" in text
        assert reason in text
        assert "Only this form cannot be used. To switch the whole plugin off: FRAMEWORKS_DISABLE=" in text
        assert "Forms: zed/list" in text
        listed = run("plugins", "--output-format", "json").json
        [broken] = listed["broken"]
        assert (broken["form"], broken["distribution"]) == ("zed/talk", "frameworks-zed")
        assert "talk.toml: " in broken["reason"]
        assert reason in broken["reason"]
        [zed] = [framework for framework in listed["frameworks"] if framework["name"] == "zed"]
        assert zed["serves"]["gather"] == ["zed/list"]

    def test_does_not_stop_the_others(self, run, talk, save, visit):
        name = save("list.json", {**visit, "form": "zed/list", "answers": {"words": "Quux."}})
        assert run("validate", name).code == 0
        assert run("validate", talk).code == 2
        assert "zed/list" in run("forms", "list").out

    def test_does_not_stop_their_schemas_but_the_check_is_not_passed(self, run, files, save):
        save("schemas/zed/talk.schema.json", b"mine")
        written = run("schema", "write")
        assert written.code == 2
        assert "schemas/zed/list.schema.json: written" in written.out
        unusable = "schemas/zed/talk.schema.json: cannot be made, because its form cannot be used\n"
        assert unusable in written.out
        assert "talk.toml: this form definition cannot be used:" in written.err
        assert "schemas/zed/list.schema.json" in files()
        checked = run("schema", "check")
        assert (checked.code, unusable in checked.out) == (2, True)
        assert "is missing" not in checked.out
        assert "The schemas are those of the installed forms" not in checked.out
        as_json = run("schema", "check", "--output-format", "json")
        assert as_json.code == 2
        assert as_json.json["files"] == [{"file": "schemas/zed/talk.schema.json", "state": "unusable"}]


def test_a_sentence_ends_before_the_next_begins(run, zed):
    zed(f"{SOUND}\n@hookimpl\ndef frameworks_gathr():\n    yield 1\n")
    assert "did you mean 'frameworks_gather'? Install another version" in run("new", "zed/talk").err
    unknown = run("new", "toy/vist").err
    assert "did you mean 'toy/visit'? It may belong to a plugin that cannot be used: " in unknown
    assert "known: toy/family, toy/visit. It may belong" in run("new", "other/other").err


TALKATIVE = """
print("importing")

@hookimpl
def frameworks_describe():
    print("describing")
    yield framework("zed")

@hookimpl
def frameworks_gather():
    print("gathering")
    yield FormFile("zed/talk", Path(__file__).parent / "talk.toml")

def check(filled):
    print("checking")
    return []

@hookimpl
def frameworks_rules():
    yield rule("ZED101", check)
    print("ruling")
"""


def test_what_a_plugin_prints_never_comes_among_the_results(run, zed, talk):
    zed(TALKATIVE)
    ran = run("validate", talk, "--output-format", "json")
    assert ran.code == 0
    assert ran.json["results"][0]["problem"] is None
    assert ran.err.split() == ["importing", "describing", "gathering", "ruling", "checking"]


def test_a_plugin_that_closes_its_output_does_not_silence_the_results(process, plugin, save, visit):
    plugin("zed", HEAD + "import sys\nsys.stdout.close()\n" + SOUND, {"talk.toml": FORM})
    ran = process("validate", save("visit.json", visit), "--output-format", "json")
    assert (ran.code, ran.json["results"][0]["problem"]) == (0, None)
    assert process("new", "toy/vist").code == 2


def test_without_any_plugin_one_is_told_how_to_get_some(run, site):
    site.clear()
    assert run("plugins").out.startswith("No framework is installed. Install a plugin into this environment")
    ran = run("new", "toy/visit")
    assert ran.code == 2
    assert "no framework is installed or all are switched off" in ran.err


def test_a_sound_plugin_is_shown_with_what_it_serves(run):
    ran = run("plugins")
    assert ran.out.splitlines()[0].split() == ["gather", "analyse", "decide", "support"]
    assert ran.out.splitlines()[1].split() == ["toy", "2", "1", "1", "1"]
    assert "Installed as: frameworks-toy 1.0" in ran.out
    assert "Forms: toy/family, toy/visit" in ran.out
    [framework] = run("plugins", "--output-format", "json").json["frameworks"]
    assert framework["serves"]["gather"] == ["toy/family", "toy/visit"]


def test_what_a_framework_does_not_serve_is_an_honest_blank(run, zed):
    zed(SOUND)
    assert run("plugins").out.splitlines()[2].split() == ["zed", "1", "-", "-", "-"]
