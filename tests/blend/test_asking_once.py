"""Questions of several forms are asked once where one answer answers both, and never joined silently otherwise."""

import pytest

from .conftest import HEAD, HEALTH, WORDS, form, question

BOTH = HEAD + '\n[gather]\nforms = ["north/form", "south/form"]\n'


HOUSING = HEALTH.replace('"health"', '"housing"')


def column(id_, property_, type_="text", required=False):
    meaning = f', property = "{property_}"' if property_ else ""
    needed = ", required = true" if required else ""
    return f'{{ id = "{id_}", label = "{id_}", plain = "{id_}", type = "{type_}"{meaning}{needed} }}'


def table(id_, *columns):
    return question(id_, f'slot = {{ kind = "action" }}\ncolumns = [{", ".join(columns)}]', "table")


def codes(*names):
    return "codes = [" + ", ".join(f'{{ code = "{name}", label = "{name}" }}' for name in names) + "]"


# Two questions of two forms that are one: of each its more-lines, and their type.
SAME = {
    "texts of the same slot": (HEALTH, HEALTH, "long"),
    "choices of the same answers": (f"{HEALTH}\n{codes('a', 'b')}", f"{HEALTH}\n{codes('b', 'a')}", "choice"),
    "numbers of the same limits": (f"{HEALTH}\nmin = 0\nmax = 9", f"{HEALTH}\nmin = 0\nmax = 9", "number"),
    "the same kind of information": (
        f'{HEALTH}\ndisclosure = "police"',
        f'{HEALTH}\ndisclosure = "police"',
        "long",
    ),
}


@pytest.mark.parametrize("same", SAME.values(), ids=SAME)
def test_what_one_answer_answers_is_asked_once(frameworks, made, same):
    north, south, type_ = same
    registry = frameworks(
        north=form(question("ours", north, type_)), south=form(question("theirs", south, type_))
    )
    [field] = made(BOTH, registry)
    assert (field.id, field.label) == ("ours", "ours label")
    assert field.serves == ("north/form#ours", "south/form#theirs")


# Two questions that stay two.
OTHER = {
    "no slot": ("", "", "long", "long"),
    "another slot": (HEALTH, WORDS, "long", "long"),
    "another sense": (HEALTH, HEALTH.replace("need", "strength"), "long", "long"),
    "another kind of answer": (HEALTH, HEALTH, "long", "text"),
    "another answer to choose": (
        f"{HEALTH}\n{codes('a', 'b')}",
        f"{HEALTH}\n{codes('a', 'c')}",
        "choice",
        "choice",
    ),
    "another limit": (f"{HEALTH}\nmin = 0\nmax = 9", f"{HEALTH}\nmin = 0\nmax = 10", "number", "number"),
    "whole numbers and any": (f"{HEALTH}\nwhole = true", HEALTH, "number", "number"),
    "another kind of information": (f'{HEALTH}\ndisclosure = "police"', HEALTH, "long", "long"),
    "history": ('slot = { kind = "reason" }', 'slot = { kind = "reason" }', "long", "long"),
}


@pytest.mark.parametrize("other", OTHER.values(), ids=OTHER)
def test_what_is_only_nearly_the_same_is_asked_twice(frameworks, made, other):
    north, south, first, second = other
    registry = frameworks(
        north=form(question("ours", north, first)), south=form(question("theirs", south, second))
    )
    assert list(made(BOTH, registry).fields) == ["ours", "theirs"]


def test_a_place_that_a_form_has_twice_joins_nothing(frameworks, made):
    registry = frameworks(
        north=form(question("now", HEALTH), question("before", HEALTH)),
        south=form(question("theirs", HEALTH)),
    )
    assert list(made(BOTH, registry).fields) == ["now", "before", "theirs"]


def test_three_forms_ask_once_too(frameworks, made):
    registry = frameworks(**{name: form(question(name, HEALTH)) for name in ("east", "north", "south")})
    text = HEAD + '\n[gather]\nforms = ["south/form", "east/form", "north/form"]\n'
    [field] = made(text, registry)
    assert field.serves == ("south/form#south", "east/form#east", "north/form#north")


class TestTables:
    """Tables are joined column by column: by what a column means, or by its name where it means nothing."""

    def test_a_table_has_the_columns_of_both(self, frameworks, made):
        registry = frameworks(
            north=form(table("ours", column("what", "action"), column("cost", None))),
            south=form(
                table(
                    "theirs", column("task", "action"), column("who", "who", "persons"), column("cost", None)
                )
            ),
        )
        [field] = made(BOTH, registry)
        assert [(one.id, one.property) for one in field.columns] == [
            ("what", "action"),
            ("cost", None),
            ("who", "who"),
        ]

    def test_a_column_is_as_wide_and_as_needed_as_either(self, frameworks, made):
        registry = frameworks(
            north=form(table("ours", column("what", "action"))),
            south=form(table("theirs", column("task", "action", "long", required=True))),
        )
        [field] = made(BOTH, registry)
        [joined] = field.columns
        assert (joined.type, joined.required) == ("long", True)

    def test_two_columns_of_one_name_that_mean_different_things_are_two(self, frameworks, made):
        registry = frameworks(
            north=form(table("ours", column("what", "action"))),
            south=form(table("theirs", column("what", "need"))),
        )
        [field] = made(BOTH, registry)
        assert [(one.id, one.property) for one in field.columns] == [("what", "action"), ("what_2", "need")]

    def test_columns_that_contradict_each_other_keep_the_tables_apart(self, frameworks, made):
        registry = frameworks(
            north=form(table("ours", column("by", "by_when", "date"))),
            south=form(table("theirs", column("by", "by_when", "text"))),
        )
        assert list(made(BOTH, registry).fields) == ["ours", "theirs"]


# What [gather] says besides, and what is told.
NOT_POSSIBLE = {
    "one alone": ('together = [["north/form#ours"]]', "together[0]", "name at least two questions"),
    "none": ("apart = [[]]", "apart[0]", "name at least two questions"),
    "one twice": (
        'apart = [["north/form#ours", "north/form#ours"]]',
        "apart[0]",
        "name at least two questions",
    ),
    "one that is not asked": (
        'together = [["north/form#ours", "south/form#theirz"]]',
        "together[0]",
        "there is no question 'south/form#theirz' in this blend; did you mean 'south/form#theirs'?",
    ),
    "of another kind": (
        'together = [["north/form#ours", "south/form#number"]]',
        "together[0]",
        "one answer cannot answer all of these: they differ in kind, choices, columns or who may see them",
    ),
    "history and none": (
        'together = [["north/form#ours", "south/form#decided"]]',
        "together[0]",
        "one of these is history, such as a decision or a consent, and the others are not the same",
    ),
    "different things": (
        'together = [["north/form#ours", "south/form#said"]]',
        "together[0]",
        "these ask for different things, such as a danger and a goal, or a name and a language",
    ),
    "both": (
        'together = [["north/form#ours", "south/form#theirs"]]\napart = [["south/form#theirs", "north/form#ours"]]',
        "apart[0]",
        "these are asked together as well; decide for one of the two",
    ),
}


class TestTogetherAndApart:
    """The authority may decide otherwise."""

    TWO = (form(question("ours", HOUSING)), form(question("theirs", HEALTH)))

    def test_together_asks_once_what_is_not_worded_alike(self, frameworks, made):
        registry = frameworks(north=self.TWO[0], south=self.TWO[1])
        [field] = made(BOTH + 'together = [["north/form#ours", "south/form#theirs"]]\n', registry)
        assert field.serves == ("north/form#ours", "south/form#theirs")

    def test_parents_and_the_wider_family_may_be_asked_in_one_round(self, frameworks, made):
        views = 'slot = {{ kind = "view", whose = "{}", aspect = "views" }}'
        registry = frameworks(
            north=form(question("ours", views.format("parent"))),
            south=form(question("theirs", views.format("wider_family"))),
        )
        [field] = made(BOTH + 'together = [["north/form#ours", "south/form#theirs"]]\n', registry)
        assert field.slot.whose == "family"

    def test_a_child_is_asked_apart(self, frameworks, told):
        views = 'slot = {{ kind = "view", whose = "{}", aspect = "views" }}'
        registry = frameworks(
            north=form(question("ours", views.format("parent"))),
            south=form(question("theirs", views.format("child"))),
        )
        [(_, _, what)] = told(BOTH + 'together = [["north/form#ours", "south/form#theirs"]]\n', registry)
        assert what.startswith("these ask for different things")

    def test_apart_asks_twice_what_would_be_one(self, frameworks, made):
        registry = frameworks(north=form(question("ours", HEALTH)), south=form(question("theirs", HEALTH)))
        text = BOTH + 'apart = [["north/form#ours", "south/form#theirs"]]\n'
        assert list(made(text, registry).fields) == ["ours", "theirs"]

    @pytest.mark.parametrize("wrong", NOT_POSSIBLE.values(), ids=NOT_POSSIBLE)
    def test_what_cannot_be_joined_or_kept_apart_is_told(self, frameworks, told, wrong):
        registry = frameworks(
            north=form(question("ours")),
            south=form(
                question("theirs"),
                question("number", type_="number"),
                question("said", WORDS),
                question("decided", 'slot = { kind = "decision" }'),
            ),
        )
        text, key, message = wrong
        [(line, where, what)] = told(BOTH + text + "\n", registry)
        assert (where, what) == (f"gather.{key}", message)
        assert line >= 9
