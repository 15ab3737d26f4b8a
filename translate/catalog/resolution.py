"""Three PO files to one, as git asks a merge driver; nothing is known but the files themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from translate.catalog.po import fields, read, render
from translate.catalog.threeway import threeway
from translate.errors import CatalogError
from translate.model import Catalog, Unit

_REFERENCE = re.compile(rb"^#: *(\S+)", re.MULTILINE)
_Label = tuple[str, str, str]
_SIDES = ("the common ancestor", "our version", "their version")


@dataclass(frozen=True, slots=True)
class Resolution:
    """A merged PO file."""

    content: bytes
    """In the usual form."""
    conflicts: tuple[Unit, ...] = ()
    """The units between whose two translations a person has to choose, with their lines in `content`."""


def resolve(ancestor: bytes, ours: bytes, theirs: bytes, *, path: str) -> Resolution:
    """Return the PO file in which both versions of one come together; an empty ancestor is none.

    What the program would ask the site's settings for is taken from the files: while git merges, the settings may be
    in conflict themselves. Raises CatalogError, which names the version, where one of them cannot be read.
    """
    sides = [_version(data, side, path) for side, data in zip(_SIDES, (ancestor, ours, theirs), strict=True)]
    merged = threeway(*(version for _, version in sides))
    locale, project, reference = (_changed(*values) for values in zip(*(label for label, _ in sides), strict=True))
    catalog = replace(merged.catalog, locale=locale)
    content = render(catalog, reference=reference or path, project=project)
    units = read(content, path=path, locale=locale, page="").by_key()
    return Resolution(content, tuple(units[key] for key in merged.conflicts))


def _version(data: bytes, side: str, path: str) -> tuple[_Label, Catalog]:
    try:
        return _label(data, path), read(data, path=path, locale="", page="")
    except CatalogError as error:
        hint = "nothing is merged, the file is our version: mend it by hand, or take one side with git checkout"
        raise CatalogError(f"{error.message} in {side}", path=path, line=error.line, hint=hint) from error


def _label(data: bytes, path: str) -> _Label:
    """Return the locale, the project and the source page that a PO file names; "" for what it does not."""
    header = fields(data, path=path)
    found = _REFERENCE.search(data)
    reference = re.sub(r":\d+$", "", found[1].decode()).replace("%20", " ") if found else ""
    return header.get("Language", ""), header.get("Project-Id-Version", ""), reference


def _changed(ancestor: str, ours: str, theirs: str) -> str:
    return theirs if theirs and ours in {"", ancestor} else ours
