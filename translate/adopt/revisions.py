"""The revision of a page that its published translation was made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from translate.adopt.history import History, Revision, git
from translate.errors import UsageError

UNFIT = float("-inf")
"""The fit of a revision that cannot be read."""
_NEAR = 0.5
"""Fits (natural logarithms of odds) that differ by less are a tie, which the latest revision wins."""
_ALIKE = 30
"""How much of a page must have stayed, in percent, for it to be known again: pages are often edited when they are
renamed, and a wrong guess is only one more revision that does not fit."""
_HINT = "name a folder with the older pages instead: --source DIR"


@dataclass(frozen=True, slots=True)
class Revisions:
    """The git history of a site's pages, and that of its published pages."""

    root: Path
    history: History
    folder: Path
    """Where the published pages are."""
    published: History

    @classmethod
    def of(cls, root: Path, published: Path, pages: Iterable[str]) -> Revisions:
        """Read the history of a site with pages of these names, and of a folder of published pages.

        Raises UsageError where there is no git, no history, or one that ends early.
        """
        try:
            inside = git(root, "rev-parse", "--is-inside-work-tree")
        except FileNotFoundError as error:
            raise UsageError("--source-revision needs git, which is not installed", hint=_HINT) from error
        if inside.strip() != b"true":
            raise UsageError("--source-revision needs the site's git history, and there is none here", hint=_HINT)
        if git(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
            hint = "get the rest of it: git fetch --unshallow"
            raise UsageError("--source-revision needs the whole git history, and this clone is shallow", hint=hint)
        suffixes = {PurePosixPath(page).suffix for page in pages}
        history = History.of(root, suffixes, alike=_ALIKE)
        return cls(root, history, published, History.of(published, suffixes, alike=100))

    def best(self, path: str, published: Path, fit: Callable[[bytes], float]) -> tuple[Revision, bytes] | None:
        """Return the revision of a page that fits a published page best, by `fit`; None when git knows no revision.

        Of the revisions only those count that are not younger than the commit that wrote the published page, if there
        are any, and that do not have the fit `UNFIT`. The latest one wins a tie. Each is measured once, however often
        a page came back to it.
        """
        every = list(self.history.revisions(path))
        before = self.published.written(published.relative_to(self.folder).as_posix())
        older = [each for each in every if before is None or each.time <= before]
        blobs: dict[str, Revision] = {}
        for each in older or every:
            blobs.setdefault(each.blob, each)
        found = list(zip(blobs.values(), self._contents([*blobs]), strict=True))
        fits = [fit(content) for _, content in found]
        least = max(fits, default=UNFIT) - _NEAR
        return next((pair for pair, each in zip(found, fits, strict=True) if each >= least and each > UNFIT), None)

    def _contents(self, blobs: Sequence[str]) -> Iterator[bytes]:
        output = git(self.root, "cat-file", "--batch", said="".join(f"{blob}\n" for blob in blobs).encode())
        position = 0
        for _ in blobs:
            header_end = output.index(b"\n", position)
            size = int(output[position:header_end].rpartition(b" ")[2])
            yield output[header_end + 1 : header_end + 1 + size]
            position = header_end + size + 2
