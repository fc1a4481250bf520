"""The text report: what somebody reads who has just checked some documents."""

import pytest

from frameworks_core.checks.finding import Finding
from frameworks_core.checks.reporting import RENDERERS, FileResult, Options, render


def finding(
    code="REQ101", severity="error", place="Religion", message="this is not answered", fix="Answer it."
):
    return Finding(
        code=code,
        severity=severity,
        at="/answers/religion",
        place=place,
        message=message,
        why="The form asks it.",
        fix=fix,
        authority="the form",
    )


def result(name="a.json", *findings):
    return FileResult(name, "toy/visit", "1", "final", tuple(findings), None)


UNREAD = FileResult("gone.json", problem="gone.json: there is no such file; check the name.")


def test_a_document_in_order_is_said_to_be_so():
    assert render("text", [result("a.json")]) == (
        "a.json\n  toy/visit, version 1, final: in order\n\n1 document, in order\n"
    )


def test_findings_stand_worst_first_with_one_way_to_mend_for_each_code():
    report = render(
        "text",
        [
            result(
                "b.json",
                finding("PEO002", "warning", "People, row 2, sex", "a sex is given", fix="Record U."),
                finding("REQ101", "error", "Religion"),
                finding("STR104", "error", "Seen on", "no such date", fix="Write it as YYYY-MM-DD."),
                finding("REQ101", "error", "First language"),
            )
        ],
    )
    assert report == (
        "b.json\n"
        "  toy/visit, version 1, final: 3 errors and 1 warning\n"
        "\n"
        "  error REQ101  Religion: this is not answered\n"
        "  error REQ101  First language: this is not answered\n"
        "      To mend: Answer it.\n"
        "\n"
        "  error STR104  Seen on: no such date\n"
        "      To mend: Write it as YYYY-MM-DD.\n"
        "\n"
        "  warning PEO002  People, row 2, sex: a sex is given\n"
        "      To mend: Record U.\n"
        "\n"
        "Why it matters: frameworks explain CODE, such as frameworks explain PEO002\n"
        "1 document, with 3 errors and 1 warning\n"
    )


class TestOneCodeInManyPlaces:
    @staticmethod
    def report(number, **other):
        return render(
            "text", [result("b.json", *(finding(place=f"Row {row}", **other) for row in range(number)))]
        )

    def test_up_to_five_are_all_shown(self):
        report = self.report(5)
        assert report.count("REQ101  Row") == 5
        assert "more" not in report
        assert "--output-format" not in report

    @pytest.mark.parametrize(("number", "rest"), [(6, "and 1 more place"), (106, "and 101 more places")])
    def test_of_more_the_first_are_shown_and_the_rest_counted(self, number, rest):
        lines = self.report(number).splitlines()
        shown = [line for line in lines if "REQ101  Row" in line]
        assert shown == [f"  error REQ101  Row {row}: this is not answered" for row in range(5)]
        assert lines[lines.index(shown[-1]) + 1 :][:2] == [f"      {rest}", "      To mend: Answer it."]
        assert f"1 document, with {number} errors" in lines
        assert "Every place: the same command with --output-format json" in lines

    def test_each_code_and_each_document_is_counted_by_itself(self):
        findings = [finding(code) for code in ("REQ101", "STR104") for _ in range(5)]
        report = render("text", [result("a", *findings), result("b", *findings)])
        assert "more place" not in report

    @pytest.mark.parametrize("output_format", sorted(set(RENDERERS) - {"text"}))
    def test_the_formats_for_programs_have_them_all(self, output_format):
        findings = [finding(place=f"Place{row}End") for row in range(30)]
        report = render(output_format, [result("b.json", *findings)])
        assert all(f"Place{row}End" in report for row in range(30))


@pytest.mark.parametrize(
    ("results", "last_line"),
    [
        ([], "0 documents: nothing to check"),
        ([result("b", finding())], "1 document, with 1 error"),
        ([result(), result()], "2 documents: 2 in order"),
        ([result(), result("b", finding())], "2 documents: 1 in order, 1 with 1 error"),
        (
            [result("a", finding()), result("b", finding(), finding(severity="note"))],
            "2 documents: 2 with 2 errors and 1 note between them",
        ),
        ([UNREAD], "1 document, which could not be checked"),
        ([result(), UNREAD], "2 documents: 1 in order, 1 that could not be checked"),
    ],
)
def test_the_last_line_counts_documents_in_words(results, last_line):
    assert render("text", results).splitlines()[-1] == last_line


def test_there_is_no_score_and_no_percentage():
    report = render("text", [result(), result("b", finding(), finding(severity="warning"))])
    assert "%" not in report
    assert "score" not in report.lower()


def test_a_file_that_could_not_be_read_is_named_once_with_its_sentence():
    assert render("text", [UNREAD]).splitlines()[0] == UNREAD.problem


def test_a_problem_that_does_not_name_the_file_gets_its_name():
    other = FileResult("a.json", problem="no form x/y is installed.")
    assert render("text", [other]).splitlines()[0] == "a.json: no form x/y is installed."


def test_a_problem_of_several_lines_keeps_them():
    listed = FileResult("a.json", problem="a.json: the form cannot be used:\n  no title\n  no fields")
    assert render("text", [listed]).splitlines()[:3] == [
        "a.json: the form cannot be used:",
        "  no title",
        "  no fields",
    ]


@pytest.mark.parametrize("output_format", sorted(RENDERERS))
def test_standard_input_is_called_by_its_name(output_format):
    report = render(output_format, [result("-", finding()), FileResult("-", problem="nothing there.")])
    assert "standard input" in report.replace("%20", " ")


@pytest.mark.parametrize("width", [40, 60, 100])
def test_lines_keep_to_the_width(width):
    long_message = "this is not answered; it is needed when the child uses words, signs or pictures"
    report = render("text", [result("b.json", finding(message=long_message, fix=long_message))], width=width)
    assert max(len(line) for line in report.splitlines()) <= width


def test_no_colour_unless_asked_for():
    assert "\x1b" not in render("text", [result("b", finding()), UNREAD])


def test_colours_change_nothing_but_colour():
    results = [result("a.json"), result("b.json", finding(), finding(severity="note")), UNREAD]
    coloured = render("text", results, colour=True)
    assert "\x1b[1;31merror\x1b[0m" in coloured
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[1;31m", "\x1b[36m"):
        coloured = coloured.replace(code, "")
    assert coloured == render("text", results)


def test_a_text_cannot_steer_the_terminal():
    hostile = result("a\x1b]0;owned\x07.json", finding(place="\x1b[2J", message="\u202egnol", fix="\x9b1m"))
    report = render("text", [hostile, FileResult("\x1b[8m", problem="\x1b[8m: \x1b[2J\nlast\x07")])
    assert not any(ord(char) < 32 and char != "\n" for char in report)
    assert not {"\x9b", "\u202e"} & set(report)


def test_the_formats_are_those_the_command_line_offers():
    assert list(RENDERERS) == ["text", "json", "jsonl", "sarif", "junit", "github"]
    assert all(isinstance(renderer([], Options()), str) for renderer in RENDERERS.values())
