"""What a stage would write: show how it differs from what is there, or write it, whole or not at all."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from difflib import unified_diff
from errno import EACCES, EDQUOT, EEXIST, EFBIG, EISDIR, ENAMETOOLONG, ENOSPC, ENOTDIR, EPERM, EROFS
from filecmp import cmp
from pathlib import Path

from translate.errors import OutputError
from translate.model import Output

_HINTS = {
    ENOSPC: "the disk is full: make room and run it again",
    EDQUOT: "your share of the disk is full: make room and run it again",
    EFBIG: "the file system takes no file of that size",
    EROFS: "the file system is read-only: mount it writable, or set another place in the settings",
    EACCES: "you may not write there: look at the permissions of the folder",
    EPERM: "you may not write there: look at the permissions of the folder",
    ENOTDIR: "a file is where a folder is needed: move it away, or set another place in the settings",
    EEXIST: "a file is where a folder is needed: move it away, or set another place in the settings",
    EISDIR: "a folder is where the file is needed: move it away, or set another place in the settings",
    ENAMETOOLONG: "the file system takes no name of that length",
}


def read(root: Path, path: str) -> bytes | None:
    """Return the content of a file; None when there is no such file.

    Raises OutputError for what cannot be read.
    """
    try:
        return (root / path).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise OutputError(f"cannot be read: {error.strerror}", path=path, hint=_hint(error)) from error


def are_same(root: Path, path: str, other: str) -> bool:
    """Tell whether two files hold the same bytes, without having either whole in memory.

    Raises OutputError for what cannot be read.
    """
    try:
        return cmp(root / path, root / other, shallow=False)
    except OSError as error:
        raise OutputError(f"cannot be compared with {other}: {error.strerror}", path=path, hint=_hint(error)) from error


def write(root: Path, output: Output) -> None:
    """Write one file as `writing` does."""
    with writing(root) as put:
        put(output)


@contextmanager
def writing(root: Path) -> Iterator[Callable[[Output], None]]:
    """Give a function that writes a file so that, whatever happens, either the old or the new one is there, whole.

    A file that has the content already is left alone, and so is one that another program changed since it was looked
    at; permissions are kept; a link keeps pointing where it points. The function raises OutputError, with what to do,
    and leaves nothing behind that was half written.
    """
    folders: set[Path] = set()

    def put(output: Output) -> None:
        if output.changed:
            folders.add(_written(root, output))

    try:
        yield put
    finally:
        # New names reach the disk once for each folder: waiting for every file takes three times as long.
        for folder in sorted(folders):
            _flush(folder)


def _written(root: Path, output: Output) -> Path:
    """Write a file and return its folder."""
    if read(root, output.path) != output.before:
        hint = "it is as that program left it; run translate again"
        raise OutputError("another program has changed it meanwhile", path=output.path, hint=hint)
    # Where a link points, or the link would become a file.
    path = Path(os.path.realpath(root / output.path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, output.content)
    except OSError as error:
        raise OutputError(f"cannot be written: {error.strerror}", path=output.path, hint=_hint(error)) from error
    return path.parent


def diff(output: Output) -> str:
    """Return a unified diff from what is there to what would be written; "" when that is the same.

    Bytes that are not UTF-8 are shown as escapes; of a file with null characters, such as a picture, only the name is.
    """
    if output.changed and b"\0" in output.content:
        return f"Binary file b/{output.path} differs\n"
    before, after = (
        (content or b"").decode("utf-8", "backslashreplace") for content in (output.before, output.content)
    )
    name = f"a/{output.path}" if output.before is not None else "/dev/null"
    lines = unified_diff(_lines(before), _lines(after), name, f"b/{output.path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _replace(path: Path, content: bytes) -> None:
    # One name for all runs, since the site's lock keeps two apart: what a killed run left, the next one takes over.
    draft = path.with_name(f".{path.name}.translate")
    with _gone_on_failure(draft):
        with draft.open("wb") as file:
            with suppress(FileNotFoundError):
                draft.chmod(path.stat().st_mode & 0o7777)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)


@contextmanager
def _gone_on_failure(draft: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _flush(folder: Path) -> None:
    """Bring the folder's new entry to the disk, where the system can do that for folders."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _lines(text: str) -> list[str]:
    # Only \n ends a line of a diff; str.splitlines would also split at a form feed or U+2028.
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _hint(error: OSError) -> str:
    return _HINTS.get(error.errno or 0, "look at the place and its permissions")
