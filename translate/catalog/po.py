"""PO files, read in every form that editors leave and written in one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from translate.catalog.canonical import Form, recognize, render, with_origin
from translate.catalog.concatenation import apart, is_mark
from translate.catalog.header import team
from translate.catalog.marks import CONFLICT, PREVIOUS
from translate.catalog.strings import one_line
from translate.catalog.wrapping import is_torn, is_wrapped, joined
from translate.errors import CatalogError
from translate.model import Catalog, Key, Unit

if TYPE_CHECKING:
    import polib

__all__ = ["Form", "fields", "read", "render", "study"]

_UTF8 = ("utf-8", "utf8", "us-ascii", "ascii", "charset")
"""Charsets that say UTF-8 or less, and the word that templates hold in its place."""


def read(data: bytes, *, path: str, locale: str, page: str) -> Catalog:
    """Return the catalog in a PO file, so that `read(render(catalog))` is the catalog again.

    Line breaks inside strings become spaces, since a unit is one line. References, volatile headers and the previous
    text of what is not fuzzy are not read; `render` knows them. Raises CatalogError with the line and the next step.
    """
    return study(data, path=path, locale=locale, page=page)[0]


def study(data: bytes, *, path: str, locale: str, page: str) -> tuple[Catalog, Form | None]:
    """Return the catalog as `read` does, and with what `render` makes these very bytes of it, if it does."""
    if (known := recognize(data, locale=locale, page=page)) is not None:
        catalog, form = known
        _require_distinct(catalog.units, path)
        units = _whole(catalog.units, data.decode())
        return (catalog, form) if units == catalog.units else (replace(catalog, units=units), None)
    file, text, msgids = _parsed(data, path)
    _require_utf8(file.metadata, text, path)
    found = [_unit(entry, msgids[bisect_left(msgids, entry.linenum or 0)]) for entry in file if entry.msgid]
    _require_distinct(found, path)
    whole = map(with_origin, _whole(found, "\n".join(text)))
    catalog = Catalog(
        locale=locale,
        page=page,
        units=tuple(sorted(whole, key=lambda unit: unit.obsolete)),
        comments=tuple(line.strip() for line in file.header.strip().split("\n")) if file.header.strip() else (),
        team=team(file.metadata),
    )
    return catalog, None


def fields(data: bytes, *, path: str) -> Mapping[str, str]:
    """Return the fields of a PO file's header by their names, as they are. Raises CatalogError like `read`."""
    return dict(_parsed(data, path)[0].metadata)


def _whole(units: Sequence[Unit], text: str) -> tuple[Unit, ...]:
    """Return the units with the comments that speak of translations on one line each, if their file was wrapped."""
    if any(is_torn(unit.comments) for unit in units) and is_wrapped(text):
        return tuple(replace(unit, comments=joined(unit.comments)) for unit in units)
    return tuple(units)


class _Text(str):
    """A text whose lines end at newlines only: `str.splitlines`, which polib calls, also cuts strings at U+2028."""

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:  # noqa: ARG002 # as `str` has it
        return self.split("\n")


def _parsed(data: bytes, path: str) -> tuple[polib.POFile, list[str], list[int]]:
    """Return what polib reads, its lines, and the numbers of those that begin with `msgid`."""
    # Most sites need the two for none of their files.
    import polib  # noqa: PLC0415

    from translate.catalog.lines import lines  # noqa: PLC0415

    text, msgids = lines(data, path)
    try:
        return polib.pofile(_Text("\n".join(text) + "\n"), encoding="utf-8"), text, msgids
    except OSError as error:  # polib has no error of its own
        number = re.search(r"line (\d+)", str(error))
        raise CatalogError(
            "not PO syntax",
            path=path,
            line=int(number[1]) if number else 0,
            hint=f"look at this line and the one above it; `msgfmt -c {path}` may say more",
        ) from error


def _require_utf8(fields: dict[str, str], text: list[str], path: str) -> None:
    declared = re.search(r"charset=([^\s;]+)", fields.get("Content-Type", ""))
    if declared and declared[1].lower() not in _UTF8:
        number = next((number for number, line in enumerate(text, 1) if declared[0] in line), 0)
        hint = f"save it as UTF-8 in your editor, or: msgconv --to-code=UTF-8 -o {path} {path}"
        raise CatalogError(f"charset {declared[1]}, not UTF-8", path=path, line=number, hint=hint)


def _require_distinct(units: Iterable[Unit], path: str) -> None:
    first: dict[Key, int] = {}
    for unit in units:
        if not unit.obsolete and first.setdefault(unit.key, unit.line) != unit.line:
            raise CatalogError(
                f"duplicate entry, first on line {first[unit.key]}",
                path=path,
                line=unit.line,
                hint="keep the better translation and remove the other entry",
            )


def _unit(entry: polib.POEntry, line: int) -> Unit:
    """Return the unit of an entry, without what means nothing there: `fuzzy` of no target, `#|` of a reviewed one."""
    target = one_line(entry.msgstr)
    fuzzy = "fuzzy" in entry.flags and bool(target)
    comments = _kept(entry.tcomment)
    targets = apart(target) if fuzzy else [target]
    # Of a stale text and the same one filled by a machine, msgcat keeps no line that says which is the older one's.
    target, *others = [each for each in targets if PREVIOUS + each not in comments] or targets
    return Unit(
        source=one_line(entry.msgid),
        target=target,
        context=one_line(entry.msgctxt or ""),
        fuzzy=fuzzy,
        obsolete=bool(entry.obsolete),
        previous=one_line(entry.previous_msgid) if fuzzy and entry.previous_msgid else None,
        comments=(*(CONFLICT + other for other in others), *comments),
        notes=() if entry.obsolete else _kept(entry.comment),
        flags=() if entry.obsolete else tuple(dict.fromkeys(flag for flag in entry.flags if flag not in ("", "fuzzy"))),
        line=line,
    )


def _kept(comment: str) -> tuple[str, ...]:
    """Return the lines of a comment that say something."""
    lines = map(str.strip, comment.split("\n")) if comment else ()
    return tuple(line for line in lines if line and not is_mark(line))
