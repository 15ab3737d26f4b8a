"""What an author changed: the files and lines that differ from where a branch began, as git knows them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from translate.errors import UsageError
from translate.git.command import run

_HUNK = re.compile(r"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ALL_LINES = (range(1, sys.maxsize),)
_FETCH = 'get it with "git fetch origin BRANCH"; in GitHub Actions, give actions/checkout "fetch-depth: 0"'
# What a person may have set otherwise.
_DIFF = "diff --relative --text --no-color --no-ext-diff --no-textconv --inter-hunk-context=0".split()


@dataclass(frozen=True, slots=True)
class Changed:
    """What differs, by paths from the site's root, with `/`."""

    files: frozenset[str]
    """Those that are gone, or have another name now, among them."""
    lines: Mapping[str, tuple[range, ...]]
    """The lines, from 1, that are other than before; where some were deleted, the two that now meet there."""

    def touches(self, path: str, first: int, last: int) -> bool:
        """Tell whether a line of a file, from `first` to `last`, is among them."""
        return any(lines.start <= last and first < lines.stop for lines in self.lines.get(path, ()))


def changed_since(root: Path, ref: str) -> Changed:
    """Return what changed since the history of HEAD left that of `ref`; what is not committed counts too.

    Files that git does not know count as new, those that it ignores do not; a file that got another name has changed
    where its text has. Raises UsageError where git cannot tell.
    """
    base = _base(root, ref)
    names = _git(root, *_DIFF, "--no-renames", "--name-only", "-z", base).split("\0")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    patch = _git(root, *_DIFF, "--find-renames", "--unified=0", "--src-prefix=a/", "--dst-prefix=b/", base)
    lines = dict(_lines(patch)) | {path: _ALL_LINES for path in new if path}
    return Changed(frozenset(filter(None, [*names, *new])), lines)


def _base(root: Path, ref: str) -> str:
    """Return the commit where the histories of HEAD and `ref` part."""
    shallow = _git(root, "rev-parse", "--is-shallow-repository").strip() == "true"
    if not _answer(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"):
        raise UsageError(f'git has no "{ref}" here', hint=_FETCH)
    base = _answer(root, "merge-base", f"{ref}^{{commit}}", "HEAD")
    if not base and shallow:
        raise UsageError(f'this clone does not go back to where it left "{ref}"', hint=_FETCH)
    if not base:
        raise UsageError(f'"{ref}" and HEAD have no history in common', hint="name the branch that this one began at")
    return base


def _lines(patch: str) -> Iterator[tuple[str, tuple[range, ...]]]:
    """Yield the files of a patch without context, each with the lines that are other in it."""
    found: defaultdict[str, list[range]] = defaultdict(list)
    path, left = "", 0
    for line in patch.split("\n"):
        if left:
            # A line of a file, which may look like a header; "\\ No newline at end of file" is none.
            left -= not line.startswith("\\")
        elif line.startswith("+++ "):
            path = _unquoted(line.removeprefix("+++ ").removesuffix("\t")).removeprefix("b/")
        elif hunk := _HUNK.match(line):
            gone, start, come = int(hunk[1] or 1), int(hunk[2]), int(hunk[3] or 1)
            found[path].append(range(start, start + (come or 2)))
            left = gone + come
    yield from ((name, tuple(ranges)) for name, ranges in found.items())


def _unquoted(name: str) -> str:
    """Return a name as it is; git quotes those with other than printable ASCII, as C does."""
    if not name.startswith('"'):
        return name
    return name[1:-1].encode("ascii").decode("unicode_escape").encode("latin-1").decode("utf-8", "surrogateescape")


def _git(root: Path, *arguments: str) -> str:
    """Return what git prints. Raises UsageError with its reason where it fails."""
    done = _run(root, *arguments)
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip() or "it did not say why"
        raise UsageError(f"git cannot say what changed: {reason}", hint="--changed-from works in a clone of the site")
    return done.stdout.decode("utf-8", "surrogateescape")


def _answer(root: Path, *arguments: str) -> str:
    """Return the line that git prints; "" where the answer is no."""
    return _run(root, *arguments).stdout.decode("ascii").strip()


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return run(root, "-c", "core.quotePath=true", *arguments)
    except FileNotFoundError as error:
        raise UsageError(
            "--changed-from needs git, which is not here", hint="install it, or check everything"
        ) from error
