"""The revisions of a page in git, and which of them a published page was made from."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.errors import UsageError

_NEAR = 0.5
"""Fits (natural logarithms of odds) that differ by less are a tie, which the latest revision wins."""
_ENTRY = re.compile(rb"^(?:(\d+)|:\d{6} \d{6} [0-9a-f]+ ([0-9a-f]{40,64}) [^D].*)$", re.MULTILINE)
"""A line of `git log --raw --format=%ct`: the time of a commit, or the blob that a file became in it."""
_HINT = "name a folder with the older pages instead: --source DIR"


@dataclass(frozen=True, slots=True)
class Revisions:
    """The git history of a site's folder."""

    root: Path

    @classmethod
    def of(cls, root: Path) -> Revisions:
        """Open the history of a folder. Raises UsageError where there is none, and where there is no git."""
        try:
            inside = _git(root, "rev-parse", "--is-inside-work-tree")
        except FileNotFoundError as error:
            raise UsageError("--source-revision needs git, which is not installed", hint=_HINT) from error
        if inside.strip() != b"true":
            raise UsageError("--source-revision needs the site's git history, and there is none here", hint=_HINT)
        return cls(root)

    def best(self, path: str, published: Path, fit: Callable[[bytes], float]) -> bytes | None:
        """Return the revision of a page that fits a published page best, by `fit`; None when git knows no revision.

        Only revisions that are not younger than the last commit of the published page count, where that is known. The
        latest one wins a tie. Each revision is measured once, however often a page came back to it.
        """
        before = self._committed(published)
        blobs = [blob for time, blob in self._revisions(path) if before is None or time <= before]
        contents = list(self._contents(list(dict.fromkeys(blobs))))
        fits = [fit(content) for content in contents]
        return next((content for content, each in zip(contents, fits, strict=True) if each >= max(fits) - _NEAR), None)

    def _committed(self, file: Path) -> int | None:
        time = _git(file.parent, "log", "-1", "--format=%ct", "--", file.name).strip()
        return int(time) if time else None

    def _revisions(self, path: str) -> Iterator[tuple[int, str]]:
        """Yield the time and the blob of each revision, the latest first, through renames."""
        time = 0
        log = _git(self.root, "log", "--follow", "--raw", "--no-abbrev", "--format=%ct", "--", path)
        for match in _ENTRY.finditer(log):
            if match[1]:
                time = int(match[1])
            else:
                yield time, match[2].decode()

    def _contents(self, blobs: Sequence[str]) -> Iterator[bytes]:
        output = _git(self.root, "cat-file", "--batch", said="".join(f"{blob}\n" for blob in blobs).encode())
        position = 0
        for _ in blobs:
            header_end = output.index(b"\n", position)
            size = int(output[position:header_end].rpartition(b" ")[2])
            yield output[header_end + 1 : header_end + 1 + size]
            position = header_end + size + 2


def _git(folder: Path, *arguments: str, said: bytes = b"") -> bytes:
    """Return what git prints; nothing when it refuses, as it does outside of a repository."""
    # Neither a person's settings nor a page's name that looks like a pattern may change what is asked for.
    command = [
        "git",
        "--literal-pathspecs",
        "-C",
        str(folder),
        "-c",
        "log.showSignature=false",
        "-c",
        "core.quotePath=true",
        *arguments,
    ]
    return subprocess.run(command, input=said, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
