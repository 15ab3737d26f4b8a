"""What git tells of the files in a repository: when each was changed, and what it was called before."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path, PurePosixPath

from translate.git.command import run

_LOG = ("log", "--raw", "--no-abbrev", "-z", "--format=%H %ct")
_COMMIT = re.compile(rb"\n?([0-9a-f]{40,64}) (\d+)")


@dataclass(frozen=True, slots=True)
class Revision:
    """A file as a commit left it; paths are from the top of the repository."""

    commit: str
    time: int
    """Of the commit, in seconds."""
    path: str
    blob: str
    former: str = ""
    """What the file was called before this commit, where it was renamed."""


@dataclass(frozen=True, slots=True)
class History:
    """The revisions of the pages in a repository, as one run of `git log` has them."""

    prefix: str
    """The way from the top of the repository to the folder that was asked about: `` or `website/`."""
    by_path: Mapping[str, Sequence[tuple[int, Revision]]]
    """By the path that a commit left, the latest first, each with the place of its commit among all of them."""

    @classmethod
    def of(cls, folder: Path, suffixes: Iterable[str], *, alike: int) -> History:
        """Read the history of the files with these suffixes (`.md`), those outside of the folder among them.

        `alike` is how much of a file must have stayed, in percent, to be known again under another name.
        """
        wanted = [f":(top)*{suffix}" for suffix in sorted(suffixes)]
        found: defaultdict[str, list[tuple[int, Revision]]] = defaultdict(list)
        places: dict[str, int] = {}
        for each in _revisions(git(folder, *_LOG, f"-M{alike}%", "--", *wanted)):
            found[each.path].append((places.setdefault(each.commit, len(places)), each))
        return cls(git(folder, "rev-parse", "--show-prefix").decode().strip("\n"), found)

    def revisions(self, path: str) -> Iterator[Revision]:
        """Yield the revisions of a file, the latest first, through renames; the path is from the folder."""
        name, last = self.prefix + path, -1
        while revisions := self.by_path.get(name):
            for place, each in revisions[bisect_right(revisions, last, key=itemgetter(0)) :]:
                yield each
                if each.former:
                    name, last = each.former, place
                    break
            else:
                return

    def written(self, path: str) -> int | None:
        """Return when a commit last changed what is in a file, in seconds; None when git does not know it."""
        return next((each.time for each in self.revisions(path) if not each.former), None)

    def former(self, path: str) -> Iterator[PurePosixPath]:
        """Yield what a file was called before, the latest name first, from the folder where it was inside of it."""
        for each in self.revisions(path):
            if each.former:
                yield PurePosixPath(each.former.removeprefix(self.prefix))


def git(folder: Path, *arguments: str, said: bytes = b"") -> bytes:
    """Return what git prints; nothing when it refuses, as it does outside of a repository."""
    # A person's settings must not change what is asked for.
    settings = ("-c", "log.showSignature=false", "-c", "log.showRoot=true", "-c", "log.follow=false")
    return run(folder, *settings, *arguments, said=said).stdout


def _revisions(log: bytes) -> Iterator[Revision]:
    """Yield what commits left, as `git log --raw -z` prints it; not what they deleted."""
    fields = iter(log.split(b"\0"))
    commit, time = "", 0
    for field in fields:
        if match := _COMMIT.fullmatch(field):
            commit, time = match[1].decode(), int(match[2])
        elif field.lstrip(b"\n").startswith(b":"):
            *_, blob, status = field.decode().split(" ")
            former = _name(next(fields)) if status[0] in "RC" else ""
            path = _name(next(fields))
            if status[0] != "D":
                yield Revision(commit, time, path, blob, former)


def _name(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")
