"""A file is written whole or not at all, and only when that changes something."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import small_disk
from translate import outputs
from translate.errors import LockError, OutputError
from translate.lock import locked
from translate.model import Output


def output(root: Path, path: str, content: bytes) -> Output:
    return Output(path=path, content=content, before=outputs.read(root, path))


def everything(root: Path) -> set[str]:
    return {str(path.relative_to(root)) for path in root.rglob("*")}


def test_folders_are_made_and_nothing_else_is_left(tmp_path: Path) -> None:
    outputs.write(tmp_path, output(tmp_path, "a/b/c.md", b"x\r\n"))

    assert (tmp_path / "a/b/c.md").read_bytes() == b"x\r\n"
    assert everything(tmp_path) == {"a", "a/b", "a/b/c.md"}


def test_the_same_content_leaves_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"same")
    before = path.stat()

    outputs.write(tmp_path, output(tmp_path, "a.md", b"same"))

    assert path.stat() == before


def test_permissions_are_kept_and_new_files_follow_the_umask(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_bytes(b"old")
    (tmp_path / "old.md").chmod(0o640)
    (tmp_path / "plain").write_bytes(b"")

    outputs.write(tmp_path, output(tmp_path, "old.md", b"new"))
    outputs.write(tmp_path, output(tmp_path, "new.md", b"new"))

    assert stat.S_IMODE((tmp_path / "old.md").stat().st_mode) == 0o640
    assert (tmp_path / "new.md").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_link_keeps_pointing_at_the_file_that_changes(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there/real.po").write_bytes(b"old")
    (tmp_path / "a.po").symlink_to("there/real.po")

    outputs.write(tmp_path, output(tmp_path, "a.po", b"new"))

    assert (tmp_path / "a.po").is_symlink()
    assert (tmp_path / "there/real.po").read_bytes() == b"new"


def test_what_a_killed_run_left_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / ".a.md.translate").write_bytes(b"half")

    outputs.write(tmp_path, output(tmp_path, "a.md", b"whole"))

    assert everything(tmp_path) == {"a.md"}


@pytest.mark.parametrize("path", ["file/a.md", "file/deep/a.md"])
def test_a_file_where_a_folder_is_needed_is_told(tmp_path: Path, path: str) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(OutputError, match="cannot be written") as caught:
        outputs.write(tmp_path, output(tmp_path, path, b"x"))

    assert caught.value.path == path
    assert "a file is where a folder is needed" in caught.value.hint


def test_a_folder_where_the_file_is_needed_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md/b").mkdir(parents=True)

    with pytest.raises(OutputError) as reading:
        output(tmp_path, "a.md", b"x")
    with pytest.raises(OutputError) as writing:
        outputs.write(tmp_path, Output(path="a.md", content=b"x", before=None))

    assert "a folder is where the file is needed" in reading.value.hint
    assert "a folder is where the file is needed" in writing.value.hint
    assert everything(tmp_path) == {"a.md", "a.md/b"}


def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "size=64k") as disk:
        (disk / "a.md").write_bytes(b"old" * 1000)

        with pytest.raises(OutputError, match=f"^a.md: cannot be written: {os.strerror(errno.ENOSPC)}$") as caught:
            outputs.write(disk, output(disk, "a.md", b"x" * 100_000))

        assert "make room" in caught.value.hint
        assert (disk / "a.md").read_bytes() == b"old" * 1000
        assert everything(disk) == {"a.md"}


def test_a_read_only_disk_is_told(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "ro,size=64k") as disk:
        with pytest.raises(OutputError) as caught:
            outputs.write(disk, output(disk, "a.md", b"x"))
        with pytest.raises(OutputError, match="cannot be written"), locked(disk):
            pass

    assert "read-only" in caught.value.hint


def test_two_runs_on_one_site_are_kept_apart(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(LockError, match=rf"\(process {os.getpid()}\)"), locked(tmp_path):
        pass
    with locked(tmp_path):
        pass

    assert (tmp_path / ".translate/.gitignore").read_text() == "*\n"


def test_a_run_can_wait_for_another_one(tmp_path: Path) -> None:
    with locked(tmp_path):
        begun = monotonic()
        with pytest.raises(LockError), locked(tmp_path, patience=0.1):
            pass

    assert monotonic() - begun >= 0.1


def test_a_diff_is_one_that_patch_takes(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"one\ntwo\f still two\nthree")
    made = output(tmp_path, "a.md", b"one\n2\f still two\nthree\nfour\n")

    patch = outputs.diff(made)
    subprocess.run(["git", "apply", "-"], input=patch.encode(), cwd=tmp_path, check=True)

    assert (tmp_path / "a.md").read_bytes() == made.content


def test_a_diff_of_a_new_file_starts_from_nothing(tmp_path: Path) -> None:
    assert outputs.diff(output(tmp_path, "a.md", b"x")).startswith("--- /dev/null\n+++ b/a.md\n@@ -0,0 +1 @@\n+x\n")


@given(before=st.none() | st.binary(), after=st.binary())
def test_any_bytes_have_a_diff(before: bytes | None, after: bytes) -> None:
    shown = outputs.diff(Output(path="a", content=after, before=before))

    assert (shown == "") == (after == (before or b""))


def test_what_another_program_wrote_meanwhile_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_bytes(b"old")
    made = output(tmp_path, "a.po", b"new")
    (tmp_path / "a.po").write_bytes(b"saved in an editor")

    with pytest.raises(OutputError, match="another program has changed it"):
        outputs.write(tmp_path, made)

    assert (tmp_path / "a.po").read_bytes() == b"saved in an editor"
