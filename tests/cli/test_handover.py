"""`frameworks convert --handover`: the page for whoever takes over, beside the document, or on the screen."""

import pytest

TO_FAMILY = ("convert", "visit.json", "--to", "toy/family")
TO_CHILDREN = ("convert", "family.json", "--to", "toy/visit")
POINTER = "For whoever takes over, what not to ask again and who said it when: add --handover FILE."


@pytest.fixture(autouse=True)
def _saved(save, visit, family):
    save("visit.json", visit)
    save("family.json", family)


class TestOnePage:
    def test_is_written_as_markdown_beside_the_document(self, run, tmp_path):
        ran = run(*TO_FAMILY, "-o", "new.json", "--handover", "handover.md")
        assert ran.code == 0
        page = (tmp_path / "handover.md").read_text()
        assert page.startswith("# Handover: ")
        assert "## Do not ask again" in page
        assert (tmp_path / "handover.md").stat().st_mode & 0o777 == 0o600

    def test_holds_no_word_of_the_record_and_no_name(self, run, tmp_path):
        for full in ((), ("--full",)):
            run(*TO_FAMILY, "-o", "new.json", "--handover", "handover.md", "--force", *full)
            assert "quux" not in (tmp_path / "handover.md").read_text().lower()

    def test_the_report_is_shown_all_the_same_and_points_to_it_only_where_it_is_not_made(self, run):
        shown = run(*TO_FAMILY, "--dry-run")
        assert shown.out.endswith(f"{POINTER}\n")
        beside = run(*TO_FAMILY, "--dry-run", "--handover", "handover.md")
        assert beside.out == shown.out.removesuffix(f"\n{POINTER}\n")

    def test_the_report_says_how_much_need_not_be_asked_again(self, run):
        ran = run(*TO_FAMILY, "--dry-run")
        assert "Already answered, not to be asked again: " in ran.out

    def test_a_dash_shows_it_instead_of_the_report(self, run, files):
        ran = run(*TO_FAMILY, "--dry-run", "--handover", "-")
        assert ran.out.startswith("HANDOVER: ")
        assert "Loss" not in ran.out
        assert files() == ["family.json", "visit.json"]

    def test_beside_a_document_on_standard_output_it_is_shown_on_standard_error(self, run):
        ran = run(*TO_FAMILY, "--handover", "-", words=True)
        assert ran.json["form"] == "toy/family"
        assert ran.err.startswith("HANDOVER: ")

    def test_in_full_it_lists_every_answer(self, run):
        brief = run(*TO_FAMILY, "--dry-run", "--handover", "-").out
        full = run(*TO_FAMILY, "--dry-run", "--handover", "-", "--full").out
        assert len(full.splitlines()) > len(brief.splitlines())

    def test_the_json_report_holds_the_same_facts(self, run):
        report = run(*TO_FAMILY, "--dry-run", "--output-format", "json").json
        assert {"field", "label", "plain", "section"} <= report["answered"][0].keys()
        assert report["records"][0]["id"] == "r1"


class TestAFamily:
    def test_has_one_page_for_each_child_beside_its_document(self, run, files):
        run(*TO_CHILDREN, "-o", "children/", "--handover", "children/")
        assert files() == [
            *(f"children/{name}" for name in ("p1.json", "p1.md", "p3.json", "p3.md")),
            "family.json",
            "visit.json",
        ]

    def test_or_in_a_folder_of_their_own_which_is_made(self, run, files):
        run(*TO_CHILDREN, "-o", "children/", "--handover", "pages/", "--dry-run")
        assert files() == ["family.json", "pages/p1.md", "pages/p3.md", "visit.json"]

    def test_each_page_is_about_its_child(self, run, tmp_path):
        run(*TO_CHILDREN, "-o", "children/", "--handover", "children/")
        for child in ("p1", "p3"):
            assert f"# Handover for {child}: " in (tmp_path / "children" / f"{child}.md").read_text()

    def test_a_single_child_has_its_page_under_its_id(self, run, files):
        run(*TO_CHILDREN, "--child", "p3", "--dry-run", "--handover", "pages/")
        run("convert", "visit.json", "--to", "toy/visit", "--dry-run", "--handover", "pages/")
        assert files() == ["family.json", "pages/p1.md", "pages/p3.md", "visit.json"]


class TestRefusals:
    @pytest.mark.parametrize(
        ("command", "said"),
        [
            ((*TO_FAMILY, "-o", "new.json", "--handover", "new.json"), "--handover needs the name of a file of its own"),
            ((*TO_FAMILY, "--dry-run", "--report", "r", "--handover", "r"), "--handover needs the name of a file of its own"),
            ((*TO_FAMILY, "--dry-run", "--handover", ""), "--handover names no file"),
            ((*TO_FAMILY, "--dry-run", "--handover", "-", "--output-format", "json"), "--handover - shows a page for people"),
            ((*TO_FAMILY, "--dry-run", "--handover", "visit.json", "--force"), "is a document that is being read"),
            ((*TO_CHILDREN, "-o", "children/", "--handover", "page.md"), "one handover page for each child; name a folder"),
        ],
    )  # fmt: skip
    def test_what_could_lose_something_is_refused_before_anything_is_written(self, run, files, command, said):
        ran = run(*command)
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err
        assert files() == ["family.json", "visit.json"]

    def test_a_page_that_is_there_is_not_replaced_without_force(self, run, save, tmp_path):
        save("page.md", b"mine")
        assert run(*TO_FAMILY, "-o", "new.json", "--handover", "page.md").code == 2
        assert (tmp_path / "page.md").read_bytes() == b"mine"
        assert not (tmp_path / "new.json").exists()
