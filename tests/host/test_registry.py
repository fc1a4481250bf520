"""The registry: what the installed plugins contribute, asked for by name, in an order nobody can disturb."""

import sys

import pytest

from frameworks_core.errors import UserError
from frameworks_core.forms.loading import FormError
from frameworks_core.host.discovery import find_plugins
from frameworks_core.host.registry import load_registry

RULES = """
@hookimpl
def frameworks_rules():
    CALLS.append("rules")
    yield rule("NAME102".upper(), "NAME/talk")
    yield rule("NAME101".upper(), "NAME/talk")

CALLS = []
"""


GATHER_TWO = """
@hookimpl
def frameworks_describe():
    yield framework("NAME")

@hookimpl
def frameworks_gather():
    yield FormFile("NAME/talk", FORMS / "talk.toml")
    yield FormFile("NAME/walk", FORMS / "walk.toml")
"""


def refusal(ask):
    with pytest.raises(UserError) as caught:
        ask()
    return str(caught.value)


def test_a_plugin_says_what_it_is(toy_registry):
    [plugin] = toy_registry.plugins
    assert (plugin.distribution, plugin.version) == ("frameworks-toy", "1.0")
    assert [framework.title for framework in toy_registry.frameworks()] == ["Toy framework"]


def test_contributions_are_sorted_by_name(toy_registry, plugins):
    assert toy_registry.form_ids() == ("toy/family", "toy/visit")
    for name in ("bbb", "aaa"):
        plugins.add(name, RULES)
    registry = load_registry()
    assert [plugin.distribution for plugin in registry.plugins] == ["frameworks-aaa", "frameworks-bbb"]
    assert [framework.name for framework in registry.frameworks()] == ["aaa", "bbb"]
    assert [rule.code for rule in registry.rules()] == ["AAA101", "AAA102", "BBB101", "BBB102"]


def test_the_order_in_which_plugins_are_given_changes_nothing(plugins):
    for name in ("aaa", "bbb", "ccc"):
        plugins.add(name, RULES if name != "ccc" else RULES.replace('"NAME102".upper()', '"AAA101"'))
    forwards, backwards = load_registry(find_plugins()), load_registry(reversed(find_plugins()))
    assert forwards.plugins == backwards.plugins
    assert forwards.rules() == backwards.rules()
    assert forwards.broken == backwards.broken != ()


def test_it_says_which_framework_serves_which_function(toy_registry):
    assert toy_registry.serves() == {
        "toy": {
            "gather": ("toy/family", "toy/visit"),
            "analyse": ("toy/what_was_said",),
            "decide": ("toy/next_step",),
            "support": ("toy/plan",),
        }
    }


def test_everything_but_a_description_is_optional(plugins):
    plugins.add("bare", "@hookimpl\ndef frameworks_describe():\n    yield framework('bare')\n", sound=False)
    registry = load_registry()
    assert registry.serves() == {"bare": {"gather": (), "analyse": (), "decide": (), "support": ()}}
    assert registry.broken == ()
    assert registry.form_ids() == registry.rules() == registry.lenses() == ()


def test_rules_are_asked_for_once_and_only_when_needed(plugins):
    package = plugins.add("aaa", RULES)
    registry = load_registry()
    calls = sys.modules[f"{package.name}.plugin"].CALLS
    registry.form("aaa/talk")
    assert calls == []
    assert [rule.code for rule in registry.rules_for("aaa/talk")] == ["AAA101", "AAA102"]
    assert registry.rule("AAA102").severity == "note"
    assert calls == ["rules"]


def test_for_the_rules_of_a_form_only_its_own_plugin_is_asked(plugins):
    plugins.add("aaa", RULES)
    other = plugins.add("bbb", RULES)
    registry = load_registry()
    registry.rules_for("aaa/talk")
    calls = sys.modules[f"{other.name}.plugin"].CALLS
    assert calls == []
    assert [rule.code for rule in registry.rules()] == ["AAA101", "AAA102", "BBB101", "BBB102"]
    assert calls == ["rules"]


def test_lenses_guides_and_plans_are_found_by_name(toy_registry):
    assert toy_registry.lens("toy/what_was_said") in toy_registry.lenses()
    assert toy_registry.guide("toy/next_step") in toy_registry.guides()
    assert toy_registry.plan_template("toy/plan") in toy_registry.plan_templates()


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda registry: registry.form("toy/vist"), "no form 'toy/vist'; did you mean 'toy/visit'?"),
        (lambda registry: registry.rules_for("toy/famly"), "no form 'toy/famly'; did you mean 'toy/family'?"),
        (lambda registry: registry.rule("TOY110"), "no rule 'TOY110'; did you mean 'TOY101'?"),
        (lambda registry: registry.lens("toy/what"), "no lens 'toy/what'; did you mean 'toy/what_was_said'?"),
        (lambda registry: registry.guide("toy/step"), "no guide 'toy/step'"),
        (lambda registry: registry.plan_template("toy/plans"), "no kind of plan 'toy/plans'; did you mean"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(toy_registry, ask, said):
    assert said in refusal(lambda: ask(toy_registry))


def test_a_form_is_read_once(toy_registry):
    assert toy_registry.form("toy/visit") is toy_registry.form("toy/visit", "1")


def test_a_version_we_do_not_have_is_refused_with_the_one_we_have(toy_registry):
    said = refusal(lambda: toy_registry.form("toy/visit", "2"))
    assert "toy/visit is here in version 1 (from frameworks-toy 1.0)" in said
    assert "version 2 is asked for" in said


@pytest.mark.usefixtures("plugins")
def test_with_nothing_installed_it_says_so_and_what_to_do():
    registry = load_registry()
    assert registry.plugins == registry.form_ids() == registry.lenses() == registry.broken == ()
    assert "no framework is installed" in refusal(lambda: registry.form("toy/visit"))
    assert "pip installs" in refusal(lambda: registry.form("toy/visit"))


def test_a_file_that_says_another_id_is_refused(plugins):
    package = plugins.add("aaa")
    path = package / "forms" / "talk.toml"
    path.write_text(path.read_text().replace("aaa/talk", "aaa/walk"), encoding="utf-8")
    with pytest.raises(FormError, match=r"'aaa/walk', and frameworks-aaa 1\.0 contributes it as 'aaa/talk'"):
        load_registry().form("aaa/talk")


def test_a_form_that_cannot_be_read_is_refused_and_the_plugin_s_other_forms_are_not(plugins):
    package = plugins.add("aaa", GATHER_TWO, sound=False)
    (package / "forms" / "walk.toml").write_text("id = ", encoding="utf-8")
    registry = load_registry()
    with pytest.raises(FormError, match="not valid TOML"):
        registry.form("aaa/walk")
    assert registry.form("aaa/talk").title == "Talk"


@pytest.mark.parametrize(
    "source", ["1 / 0", "@hookimpl\ndef frameworks_describe():\n    raise ZeroDivisionError\n"]
)
def test_whoever_needs_a_broken_plugin_is_told_why_and_how_to_switch_it_off(plugins, source):
    plugins.add("bad", source, sound=False)
    plugins.add("good")
    registry = load_registry()
    with pytest.raises(UserError) as caught:
        registry.form("bad/talk")
    assert "the plugin frameworks-bad 1.0 cannot be used:" in str(caught.value)
    assert "ZeroDivisionError" in str(caught.value)
    assert "FRAMEWORKS_DISABLE=frameworks-bad" in str(caught.value)
    assert isinstance(caught.value.__cause__, ZeroDivisionError)
    assert registry.form("good/talk").id == "good/talk"


def test_switched_off_it_is_neither_used_nor_broken(plugins, monkeypatch):
    plugins.add("bad", "1 / 0", sound=False)
    monkeypatch.setenv("FRAMEWORKS_DISABLE", "frameworks-bad")
    assert load_registry().broken == ()


def test_a_name_nobody_knows_may_belong_to_a_broken_plugin_and_that_is_said(plugins):
    plugins.add("bad", "1 / 0", sound=False)
    plugins.add("good")
    for ask in (lambda registry: registry.form("other/talk"), lambda registry: registry.rule("ABC101")):
        said = refusal(lambda ask=ask: ask(load_registry()))
        assert "may belong to a plugin that cannot be used: frameworks-bad 1.0" in said


def test_a_hook_that_fails_late_breaks_the_plugin_for_that_hook_only(plugins):
    plugins.add(
        "bad", "\n@hookimpl\ndef frameworks_rules():\n    yield rule('BAD101', 'bad/talk')\n    1 / 0\n"
    )
    plugins.add("good", "\n@hookimpl\ndef frameworks_rules():\n    yield rule('GOD101', 'good/talk')\n")
    registry = load_registry()
    assert registry.broken == ()
    assert registry.form("bad/talk").id == "bad/talk"
    assert [rule.code for rule in registry.rules_for("good/talk")] == ["GOD101"]
    assert [rule.code for rule in registry.rules()] == ["GOD101"]
    [broken] = registry.broken
    assert (broken.distribution, broken.hook, broken.framework) == (
        "frameworks-bad",
        "frameworks_rules",
        "bad",
    )
    with pytest.raises(UserError, match="frameworks_rules raises ZeroDivisionError") as caught:
        registry.rules_for("bad/talk")
    assert isinstance(caught.value.__cause__, ZeroDivisionError)
    assert [plugin.distribution for plugin in registry.plugins] == ["frameworks-bad", "frameworks-good"]


def test_a_lens_of_a_plugin_whose_lenses_are_broken_is_refused_with_the_reason(plugins):
    plugins.add("bad", "\n@hookimpl\ndef frameworks_analyse():\n    raise ValueError('no lens')\n")
    registry = load_registry()
    assert registry.lenses() == ()
    assert registry.serves()["bad"]["analyse"] == ()
    assert "frameworks_analyse raises ValueError: no lens" in refusal(lambda: registry.lens("bad/look"))


def test_a_registry_does_not_change():
    registry = load_registry([])
    with pytest.raises(AttributeError):
        registry.plugins = ()
