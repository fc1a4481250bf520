"""Results as text and as Markdown: what a record says can obey nothing and change no heading."""

from frameworks_core.functions.outline import Line, Part, as_markdown, as_text

PARTS = [
    Part("The whole", (Line("Read this.", kind="note"),), level=1),
    Part("Words", (Line("I want\nmy bike.", "Robin"), Line("Who else?", kind="prompt"))),
    Part("Below", (Line("More."),), level=3),
]


def test_text_has_headings_entries_and_questions():
    assert as_text(PARTS, 60) == (
        "THE WHOLE\nRead this.\n\nWords\n-----\n- I want my bike.  [Robin]\n? Who else?\n\nBelow\n  - More.\n"
    )


def test_markdown_has_headings_entries_and_questions():
    assert as_markdown(PARTS) == (
        "# The whole\n\nRead this.\n\n\n## Words\n\n- I want my bike. _(Robin)_\n- **To ask:** Who else?\n\n"
        "### Below\n\n- More.\n"
    )


def test_a_table_stands_above_the_lines():
    part = Part("Counts", (Line("More."),), rows=(("asks", "subject"), ("3", "Words | wishes")))
    assert as_text([part], 60) == "Counts\n------\nasks  subject\n3     Words | wishes\n- More.\n"
    assert (
        as_markdown([part])
        == "## Counts\n\n| asks | subject |\n|---|---|\n| 3 | Words \\| wishes |\n\n- More.\n"
    )


def test_a_note_after_a_list_is_no_part_of_its_last_entry():
    assert "- More.\n\nA note.\n" in as_markdown([Part("A", (Line("More."), Line("A note.", kind="note")))])


def test_no_line_is_wider_than_asked():
    text = as_text([Part("A heading that is long", (Line("word " * 40, "somebody, somewhere"),))], 40)
    assert max(map(len, text.splitlines())) <= 40


def test_what_a_terminal_would_obey_is_shown():
    assert "\x1b" not in as_text([Part("A", (Line("\x1b[31mred", "\x1b[2J"),))], 60)


def test_what_markdown_would_obey_is_escaped():
    markdown = as_markdown([Part("A", (Line("# no heading <b>[link](x)</b> *loud*"),))])
    assert "- \\# no heading \\<b\\>\\[link\\](x)\\</b\\> \\*loud\\*" in markdown
