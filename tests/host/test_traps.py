"""What goes wrong in a plugin is noticed, named, and stops nobody else: the traps of plugin hosts, closed."""

import pytest

from frameworks_core.host.registry import load_registry


def hook(name, body, arguments=""):
    return f"\n@hookimpl\ndef frameworks_{name}({arguments}):\n    {body}\n"


def describing(*frameworks):
    return hook("describe", "\n    ".join(f"yield {framework}" for framework in frameworks))


SOUND = 'framework("bad")'
LENS = "Lens('bad/look', 'Look', ('Who?',), print)"

IMPORT_FAULTS = {
    "raise ImportError('no such thing')": "raises ImportError: no such thing",
    "import surely_no_such_module": "raises ModuleNotFoundError: No module named 'surely_no_such_module'",
    "raise SystemExit(3)": "raises SystemExit: 3",
    "def broken(:": r"raises SyntaxError in .*plugin\.py, line \d+: ",
    "1 / 0": "raises ZeroDivisionError: division by zero",
    "raise ValueError('first line\\nsecond line')": "raises ValueError: first line$",
    "raise RuntimeError()": "raises RuntimeError$",
    "raise ValueError('x' * 1000)": r"x\.\.\.$",
}

HOOK_FAULTS = {
    "a misspelt hook": (
        "describe",
        hook("gathr", "yield 1"),
        "frameworks_gathr",
        "marked with @hookimpl, but there is no such hook; did you mean 'frameworks_gather'",
    ),
    "a hook misspelt in specname": (
        "describe",
        "\n@hookimpl(specname='frameworks_ruls')\ndef my_rules():\n    yield 1\n",
        "frameworks_ruls",
        "did you mean 'frameworks_rules'",
    ),
    "a hook without its mark": (
        "describe",
        "\ndef frameworks_rules():\n    yield 1\n",
        "frameworks_rules",
        "is not marked with @hookimpl, so it would never be called",
    ),
    "a hook with an argument": (
        "describe",
        hook("rules", "yield 1", "form"),
        "frameworks_rules",
        "takes arguments; hooks take none",
    ),
    "a hook with an optional argument": (
        "describe",
        hook("rules", "yield 1", "form=None"),
        "frameworks_rules",
        "takes arguments; hooks take none",
    ),
    "a hook that wraps others": (
        "describe",
        "\n@hookimpl(wrapper=True)\ndef frameworks_rules():\n    return (yield)\n",
        "frameworks_rules",
        "a hook yields data, not control",
    ),
    "a hook implemented twice": (
        "describe",
        hook("rules", "yield 1") + "\n@hookimpl(specname='frameworks_rules')\ndef more():\n    yield 1\n",
        "frameworks_rules",
        "implemented 2 times",
    ),
    "no description": (
        "",
        "",
        "frameworks_describe",
        "it has no frameworks_describe, which every plugin needs",
    ),
    "an empty description": ("", hook("describe", "return ()"), "frameworks_describe", "yields no Framework"),
    "two frameworks": ("", describing(SOUND, SOUND), "frameworks_describe", "yields 2 Framework records"),
    "another version of the hooks": (
        "",
        describing('framework("bad", api_version=2)'),
        "frameworks_describe",
        "version 2 of the hooks, and this toolkit has version 1",
    ),
    "a framework with a name no form could begin with": (
        "",
        describing('framework("Bad Name")'),
        "frameworks_describe",
        "'Bad Name' is not lower-case words",
    ),
    "an unknown kind of framework": (
        "",
        describing('framework("bad", kind="practise model")'),
        "frameworks_describe",
        "'practise model' is not known; did you mean 'practice model'",
    ),
    "a framework without words": (
        "",
        hook(
            "describe",
            "yield Framework(name='bad', title=' ', kind='practice model', edition='1', source='D', "
            "rights='-', api_version=1)",
        ),
        "frameworks_describe",
        "a Framework whose title is not a text, or is blank",
    ),
    "a hook that raises": (
        "describe",
        hook("gather", "raise KeyError('forms')"),
        "frameworks_gather",
        "raises KeyError: 'forms'",
    ),
    "a hook that ends the program": (
        "describe",
        hook("gather", "raise SystemExit"),
        "frameworks_gather",
        "raises SystemExit",
    ),
    "a generator that fails late": (
        "describe",
        hook("gather", "yield FormFile('bad/a', FORMS)\n    raise OSError('late')"),
        "frameworks_gather",
        "raises OSError: late",
    ),
    "nothing": (
        "describe",
        hook("gather", "pass"),
        "frameworks_gather",
        "returns nothing; it must yield FormFile",
    ),
    "one object": (
        "describe",
        hook("gather", "return FormFile('bad/a', FORMS)"),
        "frameworks_gather",
        "returns a FormFile; it must yield FormFile records",
    ),
    "the wrong type": (
        "describe",
        hook("gather", "yield 'bad/a'"),
        "frameworks_gather",
        "yields a str; it must",
    ),
    "None among others": (
        "describe",
        hook("gather", "yield None"),
        "frameworks_gather",
        "yields nothing; it must",
    ),
    "a path as a text": (
        "describe",
        hook("gather", "yield FormFile('bad/a', 'a.toml')"),
        "frameworks_gather",
        "a FormFile whose path is a str, not a Path",
    ),
    "a form of another framework": (
        "describe",
        hook("gather", "yield FormFile('good/a', FORMS)"),
        "frameworks_gather",
        "'good/a', which does not begin with its framework's name, bad/",
    ),
    "a form id that is no id": (
        "describe",
        hook("gather", "yield FormFile('bad/A b', FORMS)"),
        "frameworks_gather",
        "after bad/ come lower-case words",
    ),
    "two forms of one id": (
        "describe",
        hook("gather", "yield FormFile('bad/a', FORMS)\n    yield FormFile('bad/a', FORMS)"),
        "frameworks_gather",
        "yields 'bad/a' twice",
    ),
    "a lens of another framework": (
        "sound",
        hook("analyse", f"yield {LENS.replace('bad/look', 'good/look')}"),
        "frameworks_analyse",
        "does not begin with its framework's name",
    ),
    "two lenses of one name": (
        "sound",
        hook("analyse", f"yield {LENS}\n    yield {LENS}"),
        "frameworks_analyse",
        "yields 'bad/look' twice",
    ),
    "a text for a tuple of texts": (
        "sound",
        hook("analyse", f"yield {LENS.replace(',)', ')')}"),
        "frameworks_analyse",
        "a Lens whose questions is not a tuple of texts",
    ),
    "a lens that is no function": (
        "sound",
        hook("analyse", f"yield {LENS.replace('print', 'None')}"),
        "frameworks_analyse",
        "a Lens whose analyse is nothing, not a function",
    ),
    "a late fault in a guide": (
        "sound",
        hook("decide", "yield 1"),
        "frameworks_decide",
        "an int; it must yield GuideFile",
    ),
    "a plan on a form of nobody": (
        "sound",
        hook("support", "yield PlanTemplate('bad/plan', 'Plan', 'bad/tlak', 'D')"),
        "frameworks_support",
        "the form 'bad/tlak' of the plan bad/plan is not known; did you mean 'bad/talk'",
    ),
    "a late fault in a plan": (
        "sound",
        hook("support", "1 / 0"),
        "frameworks_support",
        "raises ZeroDivisionError",
    ),
    "a rule code of another shape": (
        "sound",
        hook("rules", "yield rule('ab1', 'bad/talk')"),
        "frameworks_rules",
        "'ab1' is not three capital letters and three digits",
    ),
    "an unknown severity": (
        "sound",
        hook("rules", "yield rule('BAD101', 'bad/talk', severity='eror')"),
        "frameworks_rules",
        "the severity 'eror' of the rule BAD101 is not known; did you mean 'error'",
    ),
    "an unknown stage": (
        "sound",
        hook("rules", "yield rule('BAD101', 'bad/talk', stage='finale')"),
        "frameworks_rules",
        "the stage 'finale' of the rule BAD101 is not known; did you mean 'final'",
    ),
    "a rule that is law in words": (
        "sound",
        hook("rules", "yield rule('BAD101', 'bad/talk', statutory='no')"),
        "frameworks_rules",
        "a Rule whose statutory is a str, not a bool",
    ),
    "a rule for no form": (
        "sound",
        hook(
            "rules",
            "yield rule('BAD101', 'bad/talk', forms=()) if 0 else Rule(code='BAD101', severity='note', "
            "title='T', why='W', fix='F', authority='D', stage='draft', forms=(), check=print)",
        ),
        "frameworks_rules",
        "BAD101 applies to no form",
    ),
    "a rule for another framework's form": (
        "sound",
        hook("rules", "yield rule('BAD101', 'good/talk')"),
        "frameworks_rules",
        "the form 'good/talk' of the rule BAD101 is not known; did you mean 'bad/talk'",
    ),
    "two rules of one code": (
        "sound",
        hook("rules", "yield rule('BAD101', 'bad/talk')\n    yield rule('BAD101', 'bad/talk')"),
        "frameworks_rules",
        "yields 'BAD101' twice",
    ),
}


@pytest.mark.parametrize("statement", IMPORT_FAULTS)
def test_a_plugin_whose_import_fails_is_put_aside(plugins, statement):
    plugins.add("good")
    plugins.add("bad", statement, sound=False)
    broken = plugins.broken()
    assert (broken.distribution, broken.version, broken.hook) == ("frameworks-bad", "1.0", "import")
    with pytest.raises(AssertionError, match=IMPORT_FAULTS[statement]):
        raise AssertionError(broken.reason)
    assert "\n" not in broken.reason
    assert load_registry().form_ids() == ("good/talk",)


@pytest.mark.parametrize("title", HOOK_FAULTS)
def test_a_plugin_with_a_faulty_hook_is_put_aside_and_the_hook_named(plugins, title):
    base, source, hook_name, reason = HOOK_FAULTS[title]
    plugins.add("good")
    described = describing(SOUND) if base == "describe" else ""
    plugins.add("bad", described + source, sound=base == "sound")
    broken = plugins.broken()
    assert (broken.distribution, broken.version, broken.hook) == ("frameworks-bad", "1.0", hook_name)
    assert reason in broken.reason
    assert "good/talk" in load_registry().form_ids()


def test_keyboard_interrupt_is_the_user_s_and_no_fault_of_the_plugin(plugins):
    plugins.add("bad", "raise KeyboardInterrupt", sound=False)
    with pytest.raises(KeyboardInterrupt):
        load_registry()


def test_an_entry_point_that_names_an_object_is_refused(plugins):
    package = plugins.add("bad")
    points = plugins.folder / "frameworks_bad-1.0.dist-info" / "entry_points.txt"
    points.write_text(f"[frameworks]\nbad = {package.name}.plugin:Plugin\n", encoding="utf-8")
    assert "a plugin is a module, without a colon" in plugins.broken().reason


def test_a_hook_that_only_newer_hosts_know_may_be_marked_optional(plugins):
    plugins.add("good", "\n@hookimpl(optionalhook=True)\ndef frameworks_translate():\n    yield 1\n")
    registry = load_registry()
    assert registry.broken == ()
    assert registry.form_ids() == ("good/talk",)


def test_of_two_frameworks_of_one_name_the_later_distribution_is_put_aside_and_both_are_named(plugins):
    plugins.add("zebra", describing('framework("good")'), sound=False)
    plugins.add("good")
    broken = plugins.broken()
    assert broken.distribution == "frameworks-zebra"
    assert broken.hook == "frameworks_describe"
    assert broken.reason == (
        "the framework 'good' comes from frameworks-good 1.0 and from frameworks-zebra 1.0; the first is used"
    )
    assert load_registry().form("good/talk").id == "good/talk"


def test_of_two_rules_of_one_code_the_later_plugin_loses_its_rules_and_both_are_named(plugins):
    plugins.add("good", hook("rules", "yield rule('XYZ101', 'good/talk')"))
    plugins.add("worse", hook("rules", "yield rule('XYZ101', 'worse/talk')"))
    broken = plugins.broken()
    assert (broken.distribution, broken.hook) == ("frameworks-worse", "frameworks_rules")
    assert "the rule XYZ101 comes from frameworks-good 1.0 and from frameworks-worse 1.0" in broken.reason
    registry = load_registry()
    assert [rule.forms for rule in registry.rules()] == [("good/talk",)]
    assert registry.rule("XYZ101").forms == ("good/talk",)


def test_two_rules_of_one_code_still_check_their_own_plugins_forms_whatever_was_asked_before(plugins):
    plugins.add("good", hook("rules", "yield rule('XYZ101', 'good/talk')"))
    plugins.add("worse", hook("rules", "yield rule('XYZ101', 'worse/talk')"))
    registry = load_registry()
    for _ in range(2):
        for form_id in ("worse/talk", "good/talk"):
            assert [rule.forms for rule in registry.rules_for(form_id)] == [(form_id,)]
        registry.rules()


def test_one_module_under_two_distributions_is_used_once_and_both_are_named(plugins):
    package = plugins.add("good")
    copy = plugins.folder / "frameworks_fork-1.0.dist-info"
    copy.mkdir()
    (copy / "entry_points.txt").write_text(f"[frameworks]\nfork = {package.name}.plugin\n", encoding="utf-8")
    (copy / "METADATA").write_text("Name: frameworks-fork\nVersion: 1.0\n", encoding="utf-8")
    broken = plugins.broken()
    assert broken.distribution == "frameworks-good"
    assert f"the module {package.name}.plugin comes from frameworks-fork 1.0 and from" in broken.reason
