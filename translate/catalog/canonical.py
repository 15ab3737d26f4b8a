"""The one form in which we write a PO file, and what is in that form read again."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from translate.catalog.header import header, team
from translate.catalog.strings import one_line
from translate.model import Catalog, Unit

_UNPRINTED = re.compile("[\t\v\b\f]")
_ESCAPES = {"\t": "\\t", "\v": "\\v", "\b": "\\b", "\f": "\\f"}
_MADE_FROM = "made from: "
"""Comment that keeps `previous` of an obsolete unit: polib deletes the line that gettext has for it (`#~| msgid`)."""
_ESCAPED = re.compile(r"\\(.)")
_MEANT = {"t": "\t", "v": "\v", "b": "\b", "f": "\f"}
_HEADER = re.compile(
    r"""
    (?P<comments>(?:\#.*\n)+) msgid[ ]""\n msgstr[ ]""\n
    "Project-Id-Version:[ ](?P<project>.*)\\n"\n
    (?:".*"\n)*? "Language-Team:[ ](?P<team>.*)\\n"\n (?:".*"\n)* (?:\n|\Z)""",
    re.VERBOSE,
)
_ENTRY = re.compile(
    r"""
    (?P<comments>(?:\#[ ].*\n)*) (?P<notes>(?:\#\.[ ].*\n)*)
    (?:\#:[ ](?P<place>.*)\n)? (?:\#,[ ](?P<flags>.*)\n)? (?:\#\|[ ]msgid[ ]"(?P<previous>.*)"\n)?
    (?P<obsolete>\#~[ ])? (?:msgctxt[ ]"(?P<context>.+)"\n(?:\#~[ ])?)?
    (?P<msgid>msgid)[ ]"(?P<source>.+)"\n (?:\#~[ ])? msgstr[ ]"(?P<target>.*)"\n (?:\n|\Z)""",
    re.VERBOSE,
)


class Form(NamedTuple):
    """What a file in our form says besides its catalog."""

    reference: str
    """The path of the source page."""
    project: str
    """The name, without a version."""


def render(catalog: Catalog, *, reference: str, project: str) -> bytes:
    """Return the canonical bytes of a catalog: one line for each string, no clock, no line numbers.

    `reference` is the path of the source page, `project` the name without a version. Neither `msgcat --no-wrap` nor
    polib nor the translate-toolkit changes a byte of it (polib breaks strings at U+2028 and its kin, though).
    """
    place = "#: " + reference.replace(" ", "%20")
    entries = [_header(catalog, project)]
    entries += [_active(unit, place) for unit in catalog.active()]
    entries += [_obsolete(unit) for unit in catalog.obsolete()]
    return ("\n\n".join(entries) + "\n").encode()


def recognize(data: bytes, *, locale: str, page: str) -> tuple[Catalog, Form] | None:
    """Return what `render` has written a file from, or None when it has not, or may not have.

    That is so for nearly every file of a site, and takes a quarter of the time in which polib reads it. Nothing rests
    on the expressions: what they have found is rendered, and has to be the file again, byte for byte.
    """
    text = data.decode(errors="replace")
    head = _HEADER.match(text)
    if head is None:
        return None
    comments = "\n".join(line[1:].strip() for line in head["comments"].split("\n")).strip()
    units: list[Unit] = []
    place, position, line = "", head.end(), text.count("\n", 0, head.end()) + 1
    while (entry := _ENTRY.match(text, position)) is not None:
        place = place or entry["place"] or ""
        units.append(_unit(entry, line + text.count("\n", position, entry.start("msgid"))))
        line += text.count("\n", position, entry.end())
        position = entry.end()
    catalog = Catalog(
        locale=locale,
        page=page,
        units=tuple(units),
        comments=tuple(comments.split("\n")) if comments else (),
        team=team({"Language-Team": _meant(head["team"])}),
    )
    form = Form(place.replace("%20", " "), _meant(head["project"]))
    return (catalog, form) if render(catalog, reference=form.reference, project=form.project) == data else None


def _unit(entry: re.Match[str], line: int) -> Unit:
    flags = entry["flags"].split(", ") if entry["flags"] else []
    target, previous = _meant(entry["target"]), entry["previous"]
    unit = Unit(
        source=_meant(entry["source"]),
        target=target,
        context=_meant(entry["context"] or ""),
        fuzzy="fuzzy" in flags and bool(target),
        obsolete=bool(entry["obsolete"]),
        previous=_meant(previous) if previous else None,
        comments=tuple(said[2:].strip() for said in entry["comments"].split("\n")[:-1]),
        notes=tuple(said[3:].strip() for said in entry["notes"].split("\n")[:-1]),
        flags=tuple(flag for flag in flags if flag != "fuzzy"),
        line=line,
    )
    return with_origin(unit)


def _meant(escaped: str) -> str:
    return _ESCAPED.sub(lambda match: _MEANT.get(match[1], match[1]), escaped) if "\\" in escaped else escaped


def with_origin(unit: Unit) -> Unit:
    """Return a unit with the source that a comment says it was made from: of an obsolete one, or one that was.

    Other programs bring an obsolete unit back with its comments, and know nothing of what they mean.
    """
    marks = [line for line in unit.comments if line.startswith(_MADE_FROM)]
    if not marks or not unit.fuzzy or unit.previous is not None:
        return unit
    others = tuple(line for line in unit.comments if line not in marks)
    return replace(unit, previous=marks[-1].removeprefix(_MADE_FROM), comments=others)


def _header(catalog: Catalog, project: str) -> str:
    comments = [_ended(f"# {line}".rstrip()) for line in catalog.comments] or ["#"]
    fields = (f'"{_escaped(field)}\\n"' for field in header(catalog, project))
    return "\n".join((*comments, 'msgid ""', 'msgstr ""', *fields))


def _active(unit: Unit, place: str) -> str:
    parts = [f"# {line}" for line in _said(unit.comments)] if unit.comments else []
    parts += [f"#. {line}" for line in _said(unit.notes)]
    parts.append(place)
    flags = ("fuzzy", *unit.flags) if unit.fuzzy else unit.flags
    if flags:
        parts.append("#, " + ", ".join(flags))
    if unit.fuzzy and unit.previous is not None:
        parts.append(f'#| msgid "{_escaped(unit.previous)}"')
    parts += _message(unit)
    return "\n".join(parts)


def _obsolete(unit: Unit) -> str:
    parts = [f"# {line}" for line in _said(unit.comments)]
    if unit.fuzzy and unit.previous is not None:
        parts.append(_ended(f"# {_MADE_FROM}{one_line(unit.previous).strip()}"))
    if unit.fuzzy:
        parts.append("#, fuzzy")
    parts += [f"#~ {line}" for line in _message(unit)]
    return "\n".join(parts)


def _said(comments: tuple[str, ...]) -> list[str]:
    return [_ended(one_line(line).strip()) for line in comments if line and not line.isspace()]


def _ended(comment: str) -> str:
    """Return a line of a comment so that it ends there: after a backslash, gettext's programs read on."""
    return f"{comment} " if comment.endswith("\\") else comment


def _message(unit: Unit) -> list[str]:
    context = [f'msgctxt "{_escaped(unit.context)}"'] if unit.context else []
    return [*context, f'msgid "{_escaped(unit.source)}"', f'msgstr "{_escaped(unit.target)}"']


def _escaped(text: str) -> str:
    """Return the text as it stands between double quotes, with the escapes that polib reads."""
    if "\\" in text or '"' in text:
        text = text.replace("\\", "\\\\").replace('"', '\\"')
    if text.isprintable():
        return text
    return _UNPRINTED.sub(lambda match: _ESCAPES[match[0]], one_line(text))
