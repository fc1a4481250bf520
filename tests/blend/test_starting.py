"""A new blend: defaults that make sense, a file that holds any words safely, and nothing that cannot be composed."""

import tomllib

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from frameworks_core.blend.blend import load_blend
from frameworks_core.blend.reading.file import BlendFile
from frameworks_core.blend.reading.keys import keys_of
from frameworks_core.blend.starting.choices import Start
from frameworks_core.blend.starting.starting import check_choices, offer, started, suggested_id, with_defaults
from frameworks_core.blend.starting.text import toml_text
from frameworks_core.errors import UserError

CHOSEN = Start(name="Thornbeck", forms=("toy/visit",))


@pytest.fixture
def start(tmp_path, toy_registry):
    """The file of a new blend, as a dictionary, and the blend it makes."""

    def of(chosen):
        text, blend = started(with_defaults(chosen, offer(toy_registry)), tmp_path / "new.toml", toy_registry)
        return text, tomllib.loads(text), blend

    return of


class TestDefaults:
    """What is not said is taken from what is installed."""

    def test_lenses_guides_and_plans_are_those_of_the_frameworks_chosen(self, start):
        _, said, _ = start(CHOSEN)
        assert said["analyse"] == {"lenses": ["toy/what_was_said"]}
        assert said["decide"] == {"guides": ["toy/next_step"]}
        assert said["support"] == {"plans": ["toy/plan"]}

    def test_none_of_them_may_be_chosen(self, start):
        _, said, _ = start(evolve(CHOSEN, lenses=(), guides=(), plans=()))
        assert (said["analyse"], said["decide"], said["support"]) == ({}, {}, {})

    def test_the_id_is_made_of_the_name_and_the_edition_is_the_newest(self, start):
        _, said, _ = start(CHOSEN)
        assert said["blend"]["id"] == "thornbeck/assessment"
        assert said["authority"] == {"name": "Thornbeck", "statute": "working_together_2023"}

    def test_it_says_where_its_frameworks_come_from(self, start):
        assert start(CHOSEN)[1]["plugins"] == {"toy": "frameworks-toy>=1.0"}

    @pytest.mark.parametrize(
        ("name", "form_id"),
        [
            ("Kingston upon Hull", "kingston_upon_hull/assessment"),
            ("Ynys Môn", "ynys_mon/assessment"),
            ("  St. Helens! ", "st_helens/assessment"),
            ("Ærø", None),
            ("東京", None),
            ("42", None),
            ("", None),
        ],
    )
    def test_a_name_whose_letters_make_no_id_suggests_none(self, name, form_id):
        assert suggested_id(name) == form_id


class TestFile:
    """The file: commented, to be edited on, and true to every word."""

    def test_every_key_has_its_note(self, start):
        text = start(CHOSEN)[0]
        for attribute in keys_of(BlendFile):
            assert attribute.metadata["says"] in text
        assert "# Working days within which it is finished.\n#limit = 45\n" in text

    def test_titles_stand_beside_names(self, start):
        assert '  "toy/visit",  # Visit record\n' in start(CHOSEN)[0]

    def test_keys_not_used_yet_are_keys_once_the_mark_is_taken_away(self, start):
        text = start(evolve(CHOSEN, forms=(), sections=("toy/visit#life",)))[0]
        lines = [
            line[1:] if line.startswith("#") and line[1:2] not in {" ", ""} else line
            for line in text.splitlines()
        ]
        used = tomllib.loads("\n".join(lines))
        assert used["decide"]["limit"] == 45
        assert used["gather"]["local"][0]["section"] == "our_section"
        assert set(used) == {attribute.name for attribute in keys_of(BlendFile)}

    def test_notes_keep_to_a_width(self, start):
        assert all(len(line) <= 100 for line in start(CHOSEN)[0].splitlines() if line.startswith("# "))

    @given(st.text(st.characters(codec="utf-8")))
    def test_any_text_is_held_as_it_is(self, text):
        assert tomllib.loads(f"key = {toml_text(text)}") == {"key": text}

    def test_words_cannot_become_keys(self, start):
        name = 'Thornbeck"\n[decide]\nlimit = 99\n# \\ 🎈'
        _, said, blend = start(evolve(CHOSEN, name=name, id="thornbeck/record"))
        assert said["authority"]["name"] == name
        assert "limit" not in said["decide"]
        assert blend.name == name

    def test_characters_that_nobody_sees_are_refused(self, start):
        with pytest.raises(UserError, match=r"nothing is written, .* U\+001B"):
            start(evolve(CHOSEN, name="Thorn\x1b[31mbeck"))

    def test_half_a_character_is_refused(self):
        with pytest.raises(UserError, match="not UTF-8"):
            toml_text("\udc80")


class TestComposed:
    """A new blend makes a form before it becomes a file."""

    def test_it_makes_the_form_that_was_asked_for(self, start):
        chosen = evolve(CHOSEN, id="thornbeck/record", title="Our record", plain_title="Ours", about="family")
        _, _, blend = start(chosen)
        form = blend.form
        assert (form.id, form.title, form.plain_title, form.about) == (
            "thornbeck/record",
            "Our record",
            "Ours",
            "family",
        )

    def test_the_written_file_loads_as_the_same_blend(self, start, tmp_path, toy_registry):
        text, _, blend = start(CHOSEN)
        (tmp_path / "new.toml").write_text(text)
        assert load_blend(tmp_path / "new.toml", toy_registry).form == blend.form

    def test_it_may_go_on_from_a_base_in_another_folder(self, start, tmp_path):
        base = tmp_path / "all" / "national.toml"
        base.parent.mkdir()
        base.write_text('[gather]\nforms = ["toy/visit"]\n[authority]\nstatute = "working_together_2018"\n')
        _, said, blend = start(Start(name="Thornbeck", extends=str(base)))
        assert said["extends"] == "all/national.toml"
        assert "statute" not in said["authority"]
        assert blend.file.authority.statute == "working_together_2018"

    def test_what_cannot_be_composed_is_refused(self, start):
        with pytest.raises(UserError, match="'toy' is an installed framework"):
            start(evolve(CHOSEN, id="toy/mine"))

    def test_an_unknown_section_names_the_nearest(self, start):
        with pytest.raises(UserError, match="did you mean 'life'"):
            start(Start(name="Thornbeck", sections=("toy/visit#lief",)))


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (Start(forms=("toy/visit",)), "a new blend needs the authority's name: give --name"),
        (Start(name=" ", forms=("toy/visit",)), "give --name"),
        (Start(name="東京", forms=("toy/visit",)), "give --id"),
        (Start(name="Thornbeck"), "a new blend asks nothing yet"),
        (Start(name="Thornbeck", extends="nowhere.toml"), "nowhere.toml: there is no such file"),
        (Start(name="Thornbeck", forms=("toy/visitt",)), "did you mean 'toy/visit'"),
        (evolve(CHOSEN, lenses=("toy/what_is_said",)), "did you mean 'toy/what_was_said'"),
        (evolve(CHOSEN, guides=("toy/next_steps",)), "did you mean 'toy/next_step'"),
        (evolve(CHOSEN, plans=("toy/plann",)), "did you mean 'toy/plan'"),
        (evolve(CHOSEN, statute="working_together_2022"), "there is no statute pack"),
    ],
)
def test_what_is_missing_or_unknown_is_one_sentence(toy_registry, chosen, said):
    with pytest.raises(UserError) as refused:
        check_choices(with_defaults(chosen, offer(toy_registry)), toy_registry)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
