"""Explaining and comparing blends of the installed frameworks: every question is accounted for."""

import pytest

from frameworks_core.blend.blend import examine
from frameworks_core.blend.catalogue import Catalogue
from frameworks_core.blend.differing.compared import compared
from frameworks_core.blend.differing.differing import differ
from frameworks_core.blend.explaining.questions import hidden_questions, question_of_blend
from frameworks_core.blend.starting.choices import Start
from frameworks_core.blend.starting.starting import offer, started, with_defaults
from frameworks_core.forms.statutory import statutory_fields
from frameworks_core.host.registry import load_registry
from frameworks_core.statute.items import all_items

HEAD = '[blend]\nid = "borough/record"\nversion = "1"\ntitle = "Record"\nplain_title = "Your record"\n'
FORMS = '["single_assessment/assessment", "caf/assessment", "signs_of_safety/three_houses"]'


@pytest.fixture(scope="module")
def registry():
    return load_registry()


@pytest.fixture
def path(tmp_path):
    (tmp_path / "blend.toml").write_text(f"{HEAD}[gather]\nforms = {FORMS}\n")
    return tmp_path / "blend.toml"


def test_each_question_says_what_it_asks_for(path, registry):
    blend = examine(path, registry).blend
    joined = 0
    for field_id in list(blend.form.fields)[::7]:
        found = question_of_blend(blend, field_id)
        assert tuple(taken.name for taken in found.asks) == found.field.serves
        assert bool(found.joined) == (len(found.asks) > 1)
        assert bool(found.needed) == (found.field.required != "never")
        joined += len(found.joined)
    assert joined


@pytest.mark.parametrize(
    "form", ["caf/assessment", "single_assessment/assessment", "signs_of_safety/mapping"]
)
def test_every_question_of_both_sides_is_counted_once(path, registry, form):
    catalogue = Catalogue(registry)
    found = differ(compared(catalogue, str(path)), compared(catalogue, form))
    both = found.alike + len(found.changed)
    for side, only, groups in (
        (found.first, found.only_first, [one.first for one in found.regrouped]),
        (found.second, found.only_second, [one.second for one in found.regrouped]),
    ):
        assert both + len(only) + sum(map(len, groups)) == len(side.form.fields)


def test_of_a_form_it_is_made_of_a_blend_asks_every_question(path, registry):
    catalogue = Catalogue(registry)
    found = differ(compared(catalogue, str(path)), compared(catalogue, "signs_of_safety/three_houses"))
    assert found.only_second == ()


def test_of_every_hidden_question_it_is_known_what_becomes_of_its_answers(path, registry):
    form = registry.form("caf/assessment")
    wanted = statutory_fields(form, all_items())  # what law or guidance wants asked is never hidden
    hidden = [field.id for field in form if field.id not in wanted and field.required == "never"][:20]
    changes = "".join(f'[gather.fields."caf/assessment"."{field}"]\nhide = true\n' for field in hidden)
    path.write_text(f"{HEAD}[gather]\nforms = {FORMS}\n{changes}")
    found = list(hidden_questions(examine(path, registry).blend))
    assert [one.taken.field.id for one in found] == hidden
    assert all(one.why for one in found)


@pytest.mark.parametrize(
    "form", ["caf/assessment", "reclaiming_social_work/case_summary", "signs_of_safety/mapping"]
)
def test_a_new_blend_of_one_form_asks_what_the_form_asks(tmp_path, registry, form):
    chosen = with_defaults(Start(name="Thornbeck", forms=(form,)), offer(registry))
    _, blend = started(chosen, tmp_path / "new.toml", registry)
    assert list(blend.form.fields) == list(registry.form(form).fields)
    framework = form.partition("/")[0]
    assert {lens.partition("/")[0] for lens in blend.file.analyse.lenses} == {framework}
