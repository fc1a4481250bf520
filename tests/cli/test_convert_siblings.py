"""`frameworks convert` with several documents: brothers and sisters join into one document about their family."""

import copy
import json

import pytest

VISITS = ("rowan.json", "ivy.json")
JOIN = ("convert", *VISITS, "--to", "toy/family")


@pytest.fixture
def rowan(visit):
    return {**visit, "id": "quux-rowan"}


@pytest.fixture
def ivy(visit):
    """A sister's record: the same mother and worker under the same ids, as in every such record."""
    sister = copy.deepcopy(visit)
    sister["id"] = "quux-ivy"
    sister["people"][0] = {"id": "p1", "roles": ["child"], "given_names": "Quuxivy"}
    sister["people"][1] = {"id": "p2", "roles": ["parent_carer"], "given_names": "Quuxandra"}
    sister["answers"]["health_strengths"] = "Quux sleeps well."
    return sister


@pytest.fixture(autouse=True)
def _saved(save, rowan, ivy):
    save("rowan.json", rowan)
    save("ivy.json", ivy)


class TestJoining:
    def test_the_family_document_is_about_both_and_in_order(self, run, tmp_path):
        ran = run(*JOIN, "-o", "family.json")
        assert (ran.code, ran.err) == (0, "")
        written = json.loads((tmp_path / "family.json").read_bytes())
        assert (written["form"], written["about"]) == ("toy/family", ["p1", "p3"])
        assert written["answers"]["child.words"].keys() == {"p1", "p3"}
        assert run("validate", "family.json", "--stage", "draft").code == 0

    def test_the_report_counts_the_documents_and_each_of_them(self, run):
        lines = run(*JOIN, "--dry-run").out.splitlines()
        assert lines[0].startswith("2 documents to toy/family 1: ")
        assert lines[1].startswith("  document 1: toy/visit 1, ")
        assert lines[2].startswith("  document 2: toy/visit 1, ")

    def test_as_json_each_item_names_its_document(self, run, tmp_path):
        report = run(*JOIN, "--dry-run", "--report", "report.json", "--output-format", "json").json
        assert report == json.loads((tmp_path / "report.json").read_bytes())
        assert {item["document"] for item in report["items"]} == {1, 2}
        assert [source["document"] for source in report["sources"]] == [1, 2]
        assert sum(source["answers"] for source in report["sources"]) == report["source"]["answers"]

    def test_one_of_them_may_come_from_standard_input(self, run, rowan):
        piped = run(
            "convert", "-", "ivy.json", "--to", "toy/family", stdin=json.dumps(rowan).encode(), words=True
        )
        assert piped.code == 0
        assert piped.json == run(*JOIN, words=True).json

    def test_in_a_folder_it_is_the_familys(self, run, files):
        assert run(*JOIN, "-o", "quills/").code == 0
        assert files() == ["ivy.json", "quills/family.json", "rowan.json"]

    def test_the_loss_is_that_of_the_whole(self, run):
        assert run(*JOIN, "--dry-run", "--max-loss", "0").code == 3


class TestWhoIsTheSame:
    def test_who_may_be_the_same_is_listed_with_how_to_say_it(self, run, save, ivy, rowan):
        for document, name in ((rowan, "rowan.json"), (ivy, "ivy.json")):
            document["people"][1]["family_name"] = "Quuxley"
            save(name, document)
        ran = run(*JOIN, "--dry-run")
        assert "p2 of document 1 and p2 of document 2: they have the same name" in ran.out
        assert "--same 1:p2=2:p2" in ran.out

    def test_a_person_says_so_as_often_as_needed(self, run):
        ran = run(*JOIN, "--same", "1:p2=2:p2", "--same", "2:p9=1:p9", words=True)
        assert len(ran.json["people"]) == 4
        assert "Nobody was matched by NHS number or UPN, and 2 because you said so" in ran.err

    def test_a_pair_that_cannot_be_one_person(self, run):
        ran = run(*JOIN, "--same", "1:p1=2:p1")
        assert ran.code == 2
        assert "these two rows differ in given names" in ran.err


class TestRefusals:
    @pytest.mark.parametrize(
        ("command", "said"),
        [
            (("convert", *VISITS, "--to", "toy/visit"), "toy/visit is about one child, and 2 documents"),
            ((*JOIN, "--child", "p1"), "--child is for one document, and 2 were named"),
            (("convert", "-", "-", "--to", "toy/family"), "only one of the documents can come from standard"),
            (("convert", "ivy.json", "ivy.json", "--to", "toy/family"), "documents 1 and 2 are the same"),
            ((*JOIN, "--same", "1:p2"), "write it as 1:p2=2:p5"),
            (
                ("convert", "ivy.json", "--to", "toy/family", "--same", "1:p2=2:p2"),
                "--same is for people of several documents, and one was named",
            ),
        ],
    )
    def test_what_does_not_go_together_is_one_sentence(self, run, files, command, said):
        ran = run(*command, "-o", "new.json")
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err
        assert files() == ["ivy.json", "rowan.json"]

    @pytest.mark.parametrize("name", VISITS)
    def test_none_of_the_sources_is_written_over(self, run, tmp_path, name):
        before = (tmp_path / name).read_bytes()
        ran = run(*JOIN, "-o", name, "--force")
        assert ran.code == 2
        assert "is a document that is being read" in ran.err
        assert (tmp_path / name).read_bytes() == before

    def test_a_fault_is_told_of_the_file_it_is_in(self, run, save, ivy):
        ivy["recorded"]["by"] = "p8"
        save("ivy.json", ivy)
        ran = run(*JOIN)
        assert ran.code == 2
        assert ran.err.startswith("frameworks: ivy.json: this has to be mended first")
