"""The rules of the forms in a blend see its documents as documents of their own form, and are told in the blend's places."""

import pytest

from frameworks_core.blend.rules import rules_of, silent_rules
from frameworks_core.checks.checking import Checker

from .conftest import HEAD, HEALTH, form, question

BOTH = HEAD + '\n[gather]\nforms = ["north/form", "south/form"]\n'


def record(form, answers, children=("p1",)):
    people = [{"id": child, "roles": ["child"]} for child in children]
    return {"form": form.id, "version": form.version, "status": "draft", "people": people, "answers": answers}


@pytest.fixture
def found(examined):
    """What the rules of a blend find in answers: code and place of each."""

    def find(text, registry, answers, children=("p1",)):
        composed = examined(text, registry).blend.composed
        checker = Checker(composed.form, rules_of(composed, registry))
        findings = checker.check(record(composed.form, answers, children))
        return [(finding.code, finding.at) for finding in findings]

    return find


def rules(body):
    """Rules of the framework north: `body` is what a check says about `filled`."""
    return f"""
def check(filled):
{body}

@hookimpl
def frameworks_rules():
    if "{{name}}" == "north":
        yield rule("NOR101", check)
"""


ANSWERED = rules("""    if filled.is_answered("asked"):
        yield Hit("/answers/asked", "it is answered")""")


class TestPlaces:
    """A rule names its own form's question; the finding names the blend's."""

    def test_under_the_id_it_has_in_the_blend(self, frameworks, found):
        registry = frameworks(ANSWERED, south=form(question("asked")), north=form(question("asked", HEALTH)))
        text = HEAD + '\n[gather]\nforms = ["south/form", "north/form"]\n'
        assert found(text, registry, {"north.form.asked": "yes"}) == [("NOR101", "/answers/north.form.asked")]
        assert found(text, registry, {"asked": "yes"}) == []

    def test_of_a_joint_question_too(self, frameworks, found):
        registry = frameworks(
            ANSWERED, south=form(question("ours", HEALTH)), north=form(question("asked", HEALTH))
        )
        text = HEAD + '\n[gather]\nforms = ["south/form", "north/form"]\n'
        assert found(text, registry, {"ours": "yes"}) == [("NOR101", "/answers/ours")]

    def test_what_is_no_answer_stays_where_it_is(self, frameworks, found):
        registry = frameworks(
            rules('    yield Hit("/people/0", "somebody")\n    yield Hit("", "the whole")'),
            north=form(question("asked")),
        )
        text = HEAD + '\n[gather]\nforms = ["north/form"]\n'
        assert found(text, registry, {}) == [("NOR101", "/people/0"), ("NOR101", "")]

    def test_columns_have_the_blend_s_names_in_the_finding_and_the_form_s_in_the_rule(
        self, frameworks, found
    ):
        table = 'slot = { kind = "action" }\ncolumns = [{ id = "ID", label = "L", plain = "P", type = "text", property = "action" }]'
        registry = frameworks(
            rules("""    for number, row in enumerate(filled.document["answers"].get("asked", [])):
        if row["task"] == "bad":
            yield Hit(f"/answers/asked/{number}/task", "bad")"""),
            south=form(question("ours", table.replace("ID", "what"), "table")),
            north=form(question("asked", table.replace("ID", "task"), "table")),
        )
        text = HEAD + '\n[gather]\nforms = ["south/form", "north/form"]\n'
        answers = {"ours": [{"what": "good"}, {"what": "bad", "disclosure": "police"}]}
        assert found(text, registry, answers) == [("NOR101", "/answers/ours/1/what")]


class TestWhatIsNotAsked:
    """A rule that wants what the blend does not ask says nothing, and it is known which rules those are."""

    TEXT = HEAD + '\n[gather]\nquestions = ["north/form#asked"]\n'
    WAYS = (
        'filled.answers["other"]',
        'filled.answers.get("other")',
        '"other" in filled.answers',
        'filled.is_answered("other")',
        'filled.document["answers"]["other"]',
        'filled.form.fields["other"]',
    )

    @pytest.mark.parametrize("way", WAYS)
    def test_however_it_asks(self, frameworks, examined, found, way):
        registry = frameworks(
            rules(f'    {way}\n    yield Hit("/answers/asked", "it went on")'),
            north=form(question("asked"), question("other")),
        )
        assert found(self.TEXT, registry, {"asked": "x"}) == []
        composed = examined(self.TEXT, registry).blend.composed
        assert [rule.code for rule in silent_rules(composed, registry, record(composed.form, {}))] == [
            "NOR101"
        ]

    def test_what_is_asked_and_not_answered_is_no_reason_for_silence(self, frameworks, examined, found):
        registry = frameworks(
            rules('    if filled.answers.get("other") is None:\n        yield Hit("/answers/other", "open")'),
            north=form(question("asked"), question("other")),
        )
        text = HEAD + '\n[gather]\nforms = ["north/form"]\n'
        assert found(text, registry, {"asked": "x"}) == [("NOR101", "/answers/other")]
        composed = examined(text, registry).blend.composed
        assert silent_rules(composed, registry, record(composed.form, {})) == ()

    def test_a_rule_that_fails_of_itself_is_no_silent_one(self, frameworks, found):
        registry = frameworks(
            rules('    return {}["elsewhere"]'), north=form(question("asked"), question("other"))
        )
        [(code, at)] = found(self.TEXT, registry, {"asked": "x"})
        assert code != "NOR101"  # its own code failed; that is told
        assert at == ""


class TestSeveralChildren:
    """A form about one child sees a family's record once for each child."""

    TEXT = HEAD + '\n[gather]\nforms = ["north/form", "south/form"]\n'

    @pytest.fixture
    def registry(self, frameworks):
        return frameworks(
            rules("""    [child] = filled.document["about"]
    if filled.document["answers"].get("asked") == "bad":
        yield Hit("/answers/asked", "bad")"""),
            north=form(question("asked", HEALTH), question("record", about="record")),
            south=form(question("home", about="family"), about="family", basis="consent"),
        )

    def test_what_one_child_s_answer_breaks_is_told_for_that_child(self, registry, found):
        answers = {"asked": {"p1": "good", "p2": "bad"}}
        assert found(self.TEXT, registry, answers, ("p1", "p2")) == [("NOR101", "/answers/asked/p2")]

    def test_what_breaks_it_for_all_is_told_once(self, registry, found):
        assert found(self.TEXT, registry, {"asked": "bad"}, ("p1", "p2")) == [("NOR101", "/answers/asked")]


def test_the_rules_of_its_forms_are_the_blend_s(frameworks, examined):
    registry = frameworks(
        rules("    return []"), north=form(question("asked")), south=form(question("other"))
    )
    composed = examined(BOTH, registry).blend.composed
    assert [(rule.code, rule.forms) for rule in rules_of(composed, registry)] == [
        ("NOR101", ("town/record",))
    ]
