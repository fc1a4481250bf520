"""A file is written completely or not at all, and nobody's work is overwritten unasked."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from frameworks_core.errors import UserError
from frameworks_core.exchange.file_writing import dumps, write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator

OLD = b"what was there before\n"
NEW = b'{\n  "answers": {}\n}\n'


def refusal(path: Path, *, force: bool = False) -> str:
    """The sentence with which writing is refused."""
    with pytest.raises(UserError) as caught:
        write_atomically(path, NEW, force=force)
    return str(caught.value)


def contents(folder: Path) -> dict[str, bytes]:
    """Everything in a folder, hidden files too."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.fixture
def ordinary_folder() -> Iterator[Path]:
    """A folder of an ordinary user, as whom the test then runs: the administrator may write everywhere."""
    if not hasattr(os, "geteuid"):
        pytest.skip("permissions as on Unix are needed")
    administrator = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if administrator:
            os.chown(folder, 65534, -1)
            os.seteuid(65534)
        try:
            yield folder
        finally:
            folder.chmod(0o700)
            if administrator:
                os.seteuid(0)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk that holds no more than 64 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    try:
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], check=True, capture_output=True
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this user may not mount a disk")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


# Writing


@pytest.mark.parametrize("force", [False, True])
def test_a_new_file_is_written(tmp_path: Path, force: bool) -> None:
    write_atomically(tmp_path / "family.json", NEW, force=force)
    assert contents(tmp_path) == {"family.json": NEW}


@pytest.mark.parametrize(
    "data", [b"", b"\r\n\x00\xff", b"x" * 3_000_000], ids=["empty", "any bytes", "large"]
)
def test_the_bytes_are_written_as_they_are(tmp_path: Path, data: bytes) -> None:
    write_atomically(tmp_path / "family.json", data, force=False)
    assert (tmp_path / "family.json").read_bytes() == data


def test_a_file_is_replaced_when_asked(tmp_path: Path) -> None:
    (tmp_path / "family.json").write_bytes(OLD)
    write_atomically(tmp_path / "family.json", NEW, force=True)
    assert contents(tmp_path) == {"family.json": NEW}


def test_a_name_without_a_folder_means_the_current_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_atomically(Path("family.json"), NEW, force=False)
    assert contents(tmp_path) == {"family.json": NEW}


@pytest.mark.skipif(os.name != "posix", reason="permissions as on Unix are needed")
@pytest.mark.parametrize("existed", [False, True])
def test_only_the_owner_can_read_the_record(tmp_path: Path, existed: bool) -> None:
    path = tmp_path / "family.json"
    if existed:
        path.write_bytes(OLD)
        path.chmod(0o666)
    write_atomically(path, NEW, force=existed)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


# Refusing before anything is written


def test_an_existing_file_is_refused_and_the_way_to_replace_it_is_named(tmp_path: Path) -> None:
    path = tmp_path / "family.json"
    path.write_bytes(OLD)
    assert refusal(path) == f"{path} already exists; choose another name, or add --force to replace it."
    assert contents(tmp_path) == {"family.json": OLD}


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_is_refused(tmp_path: Path, force: bool) -> None:
    assert refusal(tmp_path, force=force) == f"{tmp_path} is a folder; name a file in it."
    assert contents(tmp_path) == {}


def test_a_missing_folder_is_refused_and_not_made(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "family.json"
    assert refusal(path).startswith(
        f"{path} could not be written: its folder does not exist; create it first"
    )
    assert contents(tmp_path) == {}


def test_a_file_where_a_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "family.json").write_bytes(OLD)
    assert "a part of its path is a file" in refusal(tmp_path / "family.json" / "more.json")
    assert contents(tmp_path) == {"family.json": OLD}


@pytest.mark.parametrize("target", ["other.json", "missing.json"])
@pytest.mark.parametrize("force", [False, True])
def test_a_link_is_neither_followed_nor_replaced(tmp_path: Path, target: str, force: bool) -> None:
    (tmp_path / "other.json").write_bytes(OLD)
    link = tmp_path / "family.json"
    link.symlink_to(tmp_path / target)
    assert "is a link or a device" in refusal(link, force=force)
    assert link.is_symlink()
    assert [file.name for file in tmp_path.iterdir() if not file.is_symlink()] == ["other.json"]
    assert (tmp_path / "other.json").read_bytes() == OLD


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are needed")
def test_a_device_or_pipe_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is a link or a device" in refusal(tmp_path / "pipe", force=True)
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize(
    ("name", "why"), [("x" * 300, "its name is too long"), ("a\0b", "not a possible file name")]
)
def test_an_impossible_name_is_refused(tmp_path: Path, name: str, why: str) -> None:
    assert why in refusal(tmp_path / name)
    assert contents(tmp_path) == {}


def test_a_file_name_cannot_drive_the_terminal_that_shows_the_refusal(tmp_path: Path) -> None:
    assert "\x1b" not in refusal(tmp_path / "nowhere" / "\x1b[2J.json")


def test_a_folder_that_may_not_be_written_is_refused(ordinary_folder: Path) -> None:
    (ordinary_folder / "family.json").write_bytes(OLD)
    ordinary_folder.chmod(0o500)
    assert "you have no permission to write in its folder" in refusal(
        ordinary_folder / "family.json", force=True
    )
    assert "you have no permission to write in its folder" in refusal(ordinary_folder / "new.json")
    assert contents(ordinary_folder) == {"family.json": OLD}


# Failing half-way


@pytest.mark.parametrize("force", [False, True])
def test_a_full_disk_leaves_the_old_file_and_nothing_half_written(small_disk: Path, force: bool) -> None:
    if force:
        (small_disk / "family.json").write_bytes(OLD)
    before = contents(small_disk)
    with pytest.raises(UserError, match="the disk is full; free some space"):
        write_atomically(small_disk / "family.json", b"x" * 200_000, force=force)
    assert contents(small_disk) == before


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "your share of the disk is full"),
        (errno.EFBIG, "larger than this disk or account allows"),
        (errno.EROFS, "its disk is read-only"),
        (errno.EIO, "could not be written ("),
    ],
)
@pytest.mark.parametrize("force", [False, True])
def test_a_disk_that_fails_at_the_last_moment_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, why: str, force: bool
) -> None:
    def fail(_descriptor: int) -> NoReturn:
        raise OSError(code, os.strerror(code))

    if force:
        (tmp_path / "family.json").write_bytes(OLD)
    monkeypatch.setattr(os, "fsync", fail)
    assert why in refusal(tmp_path / "family.json", force=force)
    assert contents(tmp_path) == ({"family.json": OLD} if force else {})


@pytest.mark.parametrize("moment", ["fsync", "replace"])
def test_an_interruption_leaves_the_old_file_and_passes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    def interrupt(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    (tmp_path / "family.json").write_bytes(OLD)
    monkeypatch.setattr(os, moment, interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "family.json", NEW, force=True)
    assert contents(tmp_path) == {"family.json": OLD}


@pytest.fixture(params=["a disk with links", "a disk without links"])
def any_disk(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on an ordinary disk, or on one like many memory sticks, where a file has one name only."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    if request.param == "a disk without links":
        monkeypatch.setattr(os, "link", refuse)
    return tmp_path


def test_every_kind_of_disk_can_be_written_to(any_disk: Path) -> None:
    write_atomically(any_disk / "family.json", NEW, force=False)
    assert contents(any_disk) == {"family.json": NEW}


def test_a_file_that_appears_while_we_write_is_not_overwritten(
    any_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = any_disk / "family.json"
    monkeypatch.setattr(
        os, "fsync", lambda _descriptor: path.write_bytes(OLD)
    )  # somebody else, just before the end
    assert "already exists" in refusal(path)
    assert contents(any_disk) == {"family.json": OLD}


def test_an_interruption_on_a_disk_without_links_leaves_no_empty_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    def refuse(*_: object, **__: object) -> NoReturn:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "family.json", NEW, force=False)
    assert contents(tmp_path) == {}


# The bytes of a value


def test_json_is_indented_by_two_with_a_final_line_end_and_letters_as_they_are() -> None:
    value = {"answers": {"religion": "Íslam"}, "about": ["p1"], "carried": []}
    assert dumps(value).decode() == (
        '{\n  "answers": {\n    "religion": "Íslam"\n  },\n  "about": [\n    "p1"\n  ],\n  "carried": []\n}\n'
    )


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_a_number_that_json_cannot_hold_is_never_written_as_null(number: float) -> None:
    with pytest.raises(ValueError, match="cannot be written as JSON"):
        dumps({"answers": {"scale": [None, {"x": number}]}})


def test_null_itself_can_be_written() -> None:
    assert dumps({"x": [None, 1.5]}) == b'{\n  "x": [\n    null,\n    1.5\n  ]\n}\n'


@pytest.mark.parametrize("value", [{1: "a key that is no text"}, 2**64, "\ud800", object()])
def test_what_is_not_json_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        dumps({"x": value})
