"""`frameworks blend new`, as a user runs it: by options, or by answers at a keyboard."""

import tomllib

import pytest

from frameworks_core.host.discovery import DISABLE

GIVEN = ("blend", "new", "--name", "Thornbeck", "--form", "toy/visit")


def answers(*lines):
    return "".join(f"{line}\n" for line in lines).encode()


ALL_DEFAULTS = answers("Thornbeck", "", "", "", "", "2", "", "", "", "")
"""The name, then what stands in brackets, but for the form: the second of the list."""


@pytest.fixture
def read(tmp_path):
    return lambda name: tomllib.loads((tmp_path / name).read_text())


class TestByOptions:
    """Without a keyboard, or with --yes, nothing is asked."""

    def test_the_file_goes_to_standard_output_and_what_it_is_to_standard_error(self, run):
        ran = run(*GIVEN)
        assert ran.code == 0
        assert tomllib.loads(ran.out)["blend"]["id"] == "thornbeck/assessment"
        assert "Thornbeck assessment asks 14 questions, 2 always needed and 1 in some cases" in ran.err

    def test_a_dash_is_standard_output_too(self, run, files):
        ran = run(*GIVEN, "-o", "-")
        assert (ran.code, files()) == (0, [])
        assert tomllib.loads(ran.out)["blend"]["id"] == "thornbeck/assessment"

    def test_colleagues_can_read_it(self, run, tmp_path):
        run(*GIVEN, "-o", "new.toml")
        assert (tmp_path / "new.toml").stat().st_mode & 0o777 == 0o644

    def test_the_file_it_writes_is_a_blend(self, run, files):
        ran = run(*GIVEN, "-o", "new.toml")
        assert (ran.code, files()) == (0, ["new.toml"])
        assert "Next: frameworks blend check new.toml (it finds " in ran.out
        assert run("new", "new.toml").json["form"] == "thornbeck/assessment"

    def test_every_option_is_heeded(self, run, read):
        run(
            *("blend", "new", "--yes", "--name", "Thornbeck", "--id", "thornbeck/record", "--version", "3"),
            *("--title", "Our record", "--plain-title", "Ours", "--about", "family", "--basis", "statute"),
            *("--statute", "working_together_2018", "--form", "toy/visit", "--section", "toy/family#family"),
            *("--lens", "none", "--guide", "toy/next_step", "--plan", "toy/plan", "-o", "new.toml"),
        )
        said = read("new.toml")
        assert said["blend"] == {
            "id": "thornbeck/record",
            "version": "3",
            "title": "Our record",
            "plain_title": "Ours",
            "about": "family",
            "basis": "statute",
        }
        assert said["authority"]["statute"] == "working_together_2018"
        assert said["gather"] == {"forms": ["toy/visit"], "sections": ["toy/family#family"]}
        assert (said["analyse"], said["decide"], said["support"]) == (
            {},
            {"guides": ["toy/next_step"]},
            {"plans": ["toy/plan"]},
        )

    def test_json_tells_what_it_is(self, run):
        told = run(*GIVEN, "-o", "new.toml", "--output-format", "json").json
        assert (told["blend"], told["questions"], told["file"]) == ("thornbeck/assessment", 14, "new.toml")
        assert tomllib.loads(told["text"])

    def test_a_base_is_named_from_where_one_stands(self, run, save, read):
        save("all/national.toml", b'[gather]\nforms = ["toy/visit"]\n')
        save("here/x.txt", b"")
        run("blend", "new", "--name", "Thornbeck", "--extends", "all/national.toml", "-o", "here/new.toml")
        assert read("here/new.toml")["extends"] == "../all/national.toml"

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            ((), "a new blend needs the authority's name: give --name"),
            (("--name", "Thornbeck"), "a new blend asks nothing yet: give --form"),
            (
                ("--name", "Thornbeck", "--form", "toy/vizit"),
                "there is no form 'toy/vizit'; did you mean 'toy/visit'?",
            ),
            (
                ("--name", "Thornbeck", "--form", "toy/visit", "--about", "famly"),
                "--about: 'famly' is not known; did you mean 'family'?",
            ),
            (("--name", "Thornbeck", "--form", "toy/visit", "--id", "no slash"), "no slash"),
        ],
    )
    def test_what_is_missing_or_wrong_is_told_and_nothing_written(self, run, files, options, said):
        ran = run("blend", "new", *options, "-o", "new.toml")
        assert (ran.code, ran.out, files()) == (2, "", [])
        assert said in ran.err

    def test_a_file_is_replaced_by_force_only(self, run, save, read):
        save("new.toml", b"precious = 1\n")
        ran = run(*GIVEN, "-o", "new.toml")
        assert ran.code == 2
        assert "add --force" in ran.err
        assert read("new.toml") == {"precious": 1}
        assert run(*GIVEN, "-o", "new.toml", "--force").code == 0
        assert "blend" in read("new.toml")

    def test_without_any_framework_it_says_so(self, run, elsewhere):
        ran = run(*GIVEN, env={DISABLE: f"{elsewhere},frameworks-toy"})
        assert ran.code == 2
        assert "no framework is installed" in ran.err


class TestByAnswers:
    """At a keyboard it asks for what no option says, on standard error."""

    def test_answers_become_the_file(self, run, read):
        ran = run("blend", "new", "-o", "new.toml", keyboard=True, stdin=ALL_DEFAULTS)
        assert ran.code == 0
        assert "Name of the authority: " in ran.err
        assert "    2  toy/visit  Visit record" in ran.err
        said = read("new.toml")
        assert said["blend"]["id"] == "thornbeck/assessment"
        assert said["gather"]["forms"] == ["toy/visit"]
        assert said["analyse"]["lenses"] == ["toy/what_was_said"]

    def test_standard_output_holds_the_file_alone(self, run):
        assert tomllib.loads(run("blend", "new", keyboard=True, stdin=ALL_DEFAULTS).out)["gather"]

    def test_names_and_numbers_may_be_mixed_and_none_chooses_none(self, run):
        given = answers("Thornbeck", "none", "", "", "", "toy/visit, 1", "none", "", "none", "3")
        said = tomllib.loads(run("blend", "new", keyboard=True, stdin=given).out)
        assert said["gather"]["forms"] == ["toy/visit", "toy/family"]
        assert (said["analyse"], said["support"]) == ({}, {})
        assert said["authority"]["statute"] == "working_together_2018"

    def test_an_answer_that_will_not_do_is_asked_again(self, run):
        given = answers(
            "", "Thornbeck", "nowhere.toml", "", "", "", "", "9", "toy/vizit", "", "2", "", "", "", "1 2", ""
        )
        ran = run("blend", "new", keyboard=True, stdin=given)
        assert ran.code == 0
        for said in (
            "this has to be said",
            "there is no such file",
            "there is no number 9; choose from 1 to 2",
            "there is no 'toy/vizit'; did you mean 'toy/visit'?",
            "choose at least one",
            "choose one",
        ):
            assert said in ran.err
        assert tomllib.loads(ran.out)["gather"]["forms"] == ["toy/visit"]

    def test_what_an_option_says_is_not_asked(self, run):
        ran = run(
            *GIVEN, "--id", "thornbeck/record", keyboard=True, stdin=answers("", "", "", "", "", "", "")
        )
        assert ran.code == 0
        assert "Name of the authority" not in ran.err
        assert "Forms" not in ran.err
        assert "Lenses" in ran.err

    def test_with_yes_nothing_is_asked(self, run):
        ran = run(*GIVEN, "--yes", keyboard=True)
        assert ran.code == 0
        assert "Lenses" not in ran.err

    @pytest.mark.parametrize(
        "given", [b"", answers("Thornbeck"), answers("Thornbeck", "", "", "", "", "2", "", "", "")]
    )
    def test_answers_that_end_early_write_nothing(self, run, files, given):
        ran = run("blend", "new", "-o", "new.toml", keyboard=True, stdin=given)
        assert (ran.code, ran.out, files()) == (130, "", [])
        assert "interrupted" in ran.err

    def test_an_existing_file_is_told_before_anything_is_asked(self, run, save):
        save("new.toml", b"")
        ran = run("blend", "new", "-o", "new.toml", keyboard=True)
        assert ran.code == 2
        assert "Name of the authority" not in ran.err
