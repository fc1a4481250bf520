"""`frameworks blend diff`, and blends in `frameworks compare`, as a user runs them."""

import pytest

HEAD = '[blend]\nid = "{id}/record"\nversion = "1"\ntitle = "{id} record"\nplain_title = "Your record"\n'
SMALL = HEAD.format(id="small") + '[gather]\nforms = ["toy/visit"]\n[decide]\nlimit = 45\n'
LARGE = (
    HEAD.format(id="large")
    + '[gather]\nforms = ["toy/visit", "toy/family"]\n[analyse]\nlenses = ["toy/what_was_said"]\n'
    + '[gather.fields."toy/visit".health_needs]\nlabel = "Health: worries"\nrequired = true\n'
)


@pytest.fixture(autouse=True)
def _blends(save):
    save("small.toml", SMALL.encode())
    save("large.toml", LARGE.encode())


def test_it_counts_first(run):
    ran = run("blend", "diff", "small.toml", "large.toml")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(
        "WHAT DIFFERS\nA: small.toml, small record (small/record, version 1)\nB: large.toml, large record"
    )
    assert "14  23  in all" in ran.out
    assert "-   9   only in one" in ran.out
    assert "- decide.limit: only 45 in A" in ran.out
    assert "- analyse.lenses: only toy/what_was_said in B" in ran.out
    assert "Number of bedrooms" not in ran.out


def test_in_full_it_names_every_question(run):
    text = run("blend", "diff", "small.toml", "large.toml", "--full").out
    assert "Number of bedrooms" in text
    assert 'Health: needs, label: "Health: needs" in A, "Health: worries" in B' in text


def test_for_a_child_who_moves_it_says_what_arrives_and_what_is_still_needed(run):
    text = run("blend", "diff", "small.toml", "large.toml").out
    assert "If a child moves" in text
    assert "are shown as history" in text
    assert "What B still needs of a child who comes from A" in text
    assert "What A still needs of a child who comes from B" in text


def test_the_same_twice_differs_in_nothing(run):
    ran = run("blend", "diff", "small.toml", "small.toml")
    assert ran.code == 0
    assert ran.out.endswith("Nothing differs.\n")
    assert run("blend", "diff", "small.toml", "small.toml", "--output-format", "json").json["same"]


@pytest.mark.parametrize(
    "pair", [("small.toml", "toy/visit"), ("toy/family", "small.toml"), ("toy/visit", "toy/family")]
)
def test_each_side_may_be_a_form(run, pair):
    told = run("blend", "diff", *pair, "--output-format", "json").json
    assert (told["first"]["name"], told["second"]["name"]) == pair
    assert [told[side]["blend"] for side in ("first", "second")] == [name.endswith(".toml") for name in pair]


def test_json_is_whole(run):
    told = run("blend", "diff", "small.toml", "large.toml", "--output-format", "json").json
    assert "bedrooms" in {field["id"] for field in told["only_second"]}
    assert len(told["moves"]["first_to_second"]["questions"]) == told["first"]["questions"]
    assert sum(told["moves"]["second_to_first"]["counts"].values()) == told["second"]["questions"]


@pytest.mark.parametrize("columns", ["60", "88"])
def test_it_keeps_to_the_width(run, columns):
    text = run("blend", "diff", "small.toml", "large.toml", "--full", env={"COLUMNS": columns}).out
    assert max(map(len, text.splitlines())) <= int(columns)


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        (("small.toml", "nowhere.toml"), "nowhere.toml: there is no such file"),
        (("toy/visitt", "small.toml"), "there is no form 'toy/visitt'; did you mean 'toy/visit'?"),
        (("small.toml", "bad.toml"), "bad.toml: this blend cannot be used"),
    ],
)
def test_what_cannot_be_compared_is_told_and_ends_with_2(run, save, pair, said):
    save("bad.toml", SMALL.replace("toy/visit", "toy/vizit").encode())
    ran = run("blend", "diff", *pair)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


class TestCompare:
    """`frameworks compare` takes the file of a blend where it takes a framework or a form."""

    @pytest.mark.parametrize(
        "pair", [("small.toml", "large.toml"), ("toy", "large.toml"), ("small.toml", "toy/family")]
    )
    def test_a_blend_stands_beside_another_a_framework_or_a_form(self, run, pair):
        ran = run("compare", *pair)
        assert (ran.code, ran.err) == (0, "")
        assert f"If a record moves from {pair[0]} to {pair[1]}" in ran.out

    def test_a_blend_brings_the_lenses_it_uses(self, run):
        told = run("compare", "small.toml", "large.toml", "--output-format", "json").json
        assert told["first"]["kind"] == "blend of toy"
        assert told["second"]["serves"]["analyse"]["brings"] == ["toy/what_was_said"]

    def test_one_blend_twice_is_refused(self, run):
        assert run("compare", "small.toml", "small.toml").code == 2

    def test_a_lens_that_is_not_there_is_told(self, run, save):
        save("bad.toml", LARGE.replace("what_was_said", "what_is_said").encode())
        ran = run("compare", "bad.toml", "toy")
        assert ran.code == 2
        assert "there is no lens 'toy/what_is_said'; did you mean 'toy/what_was_said'?" in ran.err
