"""`frameworks schema`: schemas of the installed forms, written, checked and shown."""

import json

import pytest
from jsonschema import Draft4Validator, Draft202012Validator

FILES = ["schemas/blend.schema.json", "schemas/toy/family.schema.json", "schemas/toy/visit.schema.json"]
FINE = "The schemas are those of the installed forms.\n"


def states(ran):
    return {entry["file"]: entry["state"] for entry in ran.json["files"]}


def test_show_shows_a_json_schema_that_accepts_a_record_in_order(run, visit):
    schema = run("schema", "show", "toy/visit").json
    Draft202012Validator.check_schema(schema)
    assert Draft202012Validator(schema).is_valid(visit)
    assert not Draft202012Validator(schema).is_valid({**visit, "status": "quux"})


def test_show_shows_the_schema_of_a_blend_file_too(run, tmp_path):
    schema = run("schema", "show", "blend").json
    Draft4Validator.check_schema(schema)
    assert Draft4Validator(schema).is_valid({"gather": {"forms": ["toy/visit"]}})
    assert not Draft4Validator(schema).is_valid({"gather": {"form": ["toy/visit"]}})
    run("schema", "write")
    assert (tmp_path / FILES[0]).read_text() == run("schema", "show", "blend").out


def test_show_can_write_a_file_but_replaces_none_without_force(run, tmp_path):
    command = ("schema", "show", "toy/visit", "-o", "visit.schema.json")
    assert run(*command).out == ""
    ran = run(*command)
    assert ran.code == 2
    assert "visit.schema.json already exists" in ran.err
    assert run(*command, "--force").code == 0
    assert (tmp_path / "visit.schema.json").read_text() == run("schema", "show", "toy/visit").out


def test_write_writes_one_file_per_form_and_says_which(run, files, tmp_path):
    assert run("schema", "write").out == "".join(f"{name}: written\n" for name in FILES)
    assert files() == FILES
    assert (tmp_path / FILES[2]).read_text() == run("schema", "show", "toy/visit").out
    assert run("schema", "write").out == "".join(f"{name}: unchanged\n" for name in FILES)


def test_write_and_check_agree(run):
    run("schema", "write")
    ran = run("schema", "check")
    assert (ran.code, ran.out) == (0, FINE)


def test_they_may_live_in_another_folder(run, files):
    run("schema", "write", "--dir", "deep/er")
    assert files() == [name.replace("schemas", "deep/er") for name in FILES]
    assert run("schema", "check", "--dir", "deep/er").out == FINE


def test_a_missing_and_an_outdated_one_are_found_and_the_command_that_mends_it_is_named(run, save, tmp_path):
    run("schema", "write")
    (tmp_path / FILES[1]).unlink()
    save(FILES[2], {"old": True})
    ran = run("schema", "check")
    assert ran.code == 1
    assert ran.out == (
        f"{FILES[1]}: is missing\n{FILES[2]}: is out of date\nTo mend it: frameworks schema write\n"
    )
    assert states(run("schema", "check", "--output-format", "json")) == {
        FILES[1]: "missing",
        FILES[2]: "outdated",
    }
    assert states(run("schema", "write", "--output-format", "json")) == {
        **dict.fromkeys(FILES, "written"),
        FILES[0]: "unchanged",
    }
    assert run("schema", "check").code == 0


def test_the_command_that_mends_it_names_the_folder(run):
    assert run("schema", "check", "--dir", "other").out.endswith("frameworks schema write --dir other\n")


def test_one_of_no_installed_form_is_found_and_left_alone(run, save, tmp_path):
    run("schema", "write")
    save("schemas/gone/talk.schema.json", b"mine")
    ran = run("schema", "check")
    assert ran.code == 1
    assert "schemas/gone/talk.schema.json: no installed form has this schema\n" in ran.out
    assert "frameworks schema write" not in ran.out  # which would not help
    run("schema", "write")
    assert (tmp_path / "schemas/gone/talk.schema.json").read_bytes() == b"mine"


def test_check_writes_nothing(run, files):
    run("schema", "check")
    assert files() == []


@pytest.mark.parametrize("command", ["write", "check"])
def test_a_folder_in_the_place_of_a_file_is_told(run, tmp_path, command):
    (tmp_path / FILES[2]).mkdir(parents=True)
    ran = run("schema", command)
    assert ran.code == 2
    assert "visit.schema.json: this file could not be read (Is a directory)" in ran.err


def test_without_any_form_there_is_nothing_to_write(run, site, files):
    site.clear()
    assert run("schema", "write").out == "No form is installed.\n"
    assert files() == []


def test_a_schema_is_public(run, tmp_path):
    run("schema", "write")
    assert (tmp_path / FILES[1]).stat().st_mode & 0o777 == 0o644
    assert json.loads((tmp_path / FILES[1]).read_bytes())["$schema"].endswith("2020-12/schema")
