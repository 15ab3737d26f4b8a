"""The values that the rooms hand to each other: frozen, slotted, compared by content.

Offsets are **bytes** of the page as it lies on disk; texts are `str`. Where a thing was found
(`line`) is not part of what it is: positions never take part in a comparison.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal, NamedTuple

from translate.figures import number

Key = tuple[str, str]
"""What identifies a text inside a page: (context, source text)."""


class Span(NamedTuple):
    """Bytes `start` up to, not including, `end` of a page."""

    start: int
    end: int


class Role(Enum):
    """How a placeholder stands in the text: what surrounds `{n}` in the catalog."""

    LINK = "link"
    """`[words]({n})`: the target of a link is hidden, its words are not."""
    IMAGE = "image"
    """`![words]({n})`: the file of an image is hidden, its description is not."""
    PAIR = "pair"
    """`[words]{n}`: a tag or component around words."""
    LONE = "lone"
    """`{n}`: something without words."""


class Placeholder(NamedTuple):
    """A piece of the page that no translator sees, known to them as `{number}`."""

    number: int
    role: Role
    legend: str
    """What it stands for, on one line, for people (`/faq`, `<b>…</b>`)."""
    opening: Span
    """The bytes before the words; all of the bytes of a LONE one."""
    closing: Span | None = None
    """The bytes after the words; None for a LONE one."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a page that is translated on its own.

    The page with `span` replaced by the restored `text` is the page again, byte for byte.
    """

    span: Span
    text: str
    """The source text in catalog notation: one line, square brackets hold words, braces machinery."""
    kind: str
    """What it is on the page, for people: `heading 2`, `paragraph`, `list item`, `front matter: title`."""
    syntax: Literal["markdown", "html", "attribute", "script", "plain"]
    """What the span is written in; decides what has to be escaped on the way back."""
    context: str = ""
    """The catalog's `msgctxt`: a front matter key, or what the author asked for; usually empty."""
    section: str = ""
    """The text of the heading that it stands under, in catalog notation."""
    note: str = ""
    """What the author tells the translator (`<!-- translate: note "…" -->`)."""
    placeholders: tuple[Placeholder, ...] = ()
    line: int = field(default=0, compare=False)
    """The line of the page it begins on, from 1."""

    @property
    def key(self) -> Key:
        """Return what identifies the text inside its page."""
        return self.context, self.text


class State(Enum):
    """How far a unit is, told from standard gettext alone."""

    UNTRANSLATED = "untranslated"
    MACHINE = "machine"
    STALE = "stale"
    REVIEWED = "reviewed"
    OBSOLETE = "obsolete"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """An entry of a catalog: one text of a page and its translation."""

    source: str
    target: str = ""
    context: str = ""
    fuzzy: bool = False
    obsolete: bool = False
    previous: str | None = None
    """The source text that `target` was made from, when that is not `source` (`#|`)."""
    comments: tuple[str, ...] = ()
    """Lines that people and engines leave (`# `), kept as they are."""
    notes: tuple[str, ...] = ()
    """Lines that we write for translators (`#.`): kind and place, the author's note, the legend."""
    flags: tuple[str, ...] = ()
    """Flags other than `fuzzy` (`#,`): `python-brace-format` where there are placeholders."""
    line: int = field(default=0, compare=False)
    """The line of its `msgid` in the catalog file, from 1; 0 when it was never read."""

    @property
    def key(self) -> Key:
        """Return what identifies the unit inside its catalog."""
        return self.context, self.source

    @property
    def engine(self) -> str:
        """Return the engine named by `# machine: …`, or ""."""
        marks = (line.removeprefix("machine:").strip() for line in self.comments if line.startswith("machine:"))
        return next(marks, "")

    @property
    def contested(self) -> bool:
        """Tell whether nobody has chosen yet between the target and another branch's one (`# conflict: …`)."""
        return self.fuzzy and any(line.startswith("conflict:") for line in self.comments)

    @property
    def state(self) -> State:
        """Return the state; a stale unit that a machine filled anew counts as STALE."""
        if self.obsolete:
            return State.OBSOLETE
        if not self.target:
            return State.UNTRANSLATED
        if not self.fuzzy:
            return State.REVIEWED
        return State.MACHINE if self.previous is None else State.STALE


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """The translations of one page into one locale: a PO file.

    Active units come first, in page order, then the obsolete ones; no two active units share a key.
    """

    locale: str
    page: str
    """The page's path inside the source folder, with `/`."""
    units: tuple[Unit, ...] = ()
    comments: tuple[str, ...] = ()
    """Lines that people left above the header, kept as they are."""
    team: str = ""
    """`Language-Team`, the one header that people own."""

    def active(self) -> Iterator[Unit]:
        """Yield the units that the page has now."""
        return (unit for unit in self.units if not unit.obsolete)

    def obsolete(self) -> Iterator[Unit]:
        """Yield the units that the page had once."""
        return (unit for unit in self.units if unit.obsolete)

    def by_key(self) -> Mapping[Key, Unit]:
        """Return the active units by their key."""
        return {unit.key: unit for unit in self.active()}


class Term(NamedTuple):
    """A word of a glossary; a `target` equal to `source` is not to be translated."""

    source: str
    target: str
    note: str = ""


class Severity(Enum):
    """How bad a finding is; the names are those of every output format."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Finding:
    """Something that a person should look at: where, what, and what to do next."""

    path: str
    """The file to open, relative to the site's root, with `/`."""
    line: int
    code: str
    """The rule's code (`translate rule CODE` explains it)."""
    message: str
    severity: Severity = field(default=Severity.WARNING, compare=False)
    locale: str = ""
    page: str = ""
    hint: str = ""
    """What to do next, in one sentence."""
    related: str = ""
    """The other file to open, as `path:line`: the catalog where `path` is the page."""
    context: str = ""
    source: str = ""
    previous: str = ""
    """The source text that `target` was made from, when that is not `source`."""
    target: str = ""
    told_by: tuple[str, ...] = field(default=(), compare=False)
    """Rules that say the same more precisely: this finding is left out where the page and locale have one of theirs."""
    end_line: int = field(default=0, compare=False)
    """The last line of the text, where that is another than `line`."""


class Changes(NamedTuple):
    """What a merge did to a catalog, in units."""

    new: int = 0
    known: int = 0
    """Units that came with a target: the text was translated before, here or on another page."""
    stale: int = 0
    gone: int = 0
    filled: int = 0
    """Units that had no target for their text, and got one."""
    renoted: int = 0
    """Other units that kept their texts, but not their notes or their place."""

    def __str__(self) -> str:
        """Return what happened, for people: `1 200 new · 1 stale`."""
        names = ("new", "translated before", "stale", "gone", "filled", "with other notes")
        return " · ".join(f"{number(count)} {name}" for name, count in zip(names, self, strict=True) if count)


_NONE = Changes()


class Output(NamedTuple):
    """A file that a stage would write."""

    path: str
    """Relative to the site's root, with `/`."""
    content: bytes
    before: bytes | None
    """What is there now; None when there is no such file."""
    stage: Literal["update", "pretranslate", "build", "links", "assets"] = "build"
    locale: str = ""
    page: str = ""
    changes: Changes = _NONE
    """What happened to a catalog's units; none where only the way it is written changes."""

    @property
    def changed(self) -> bool:
        """Tell whether writing it would change anything."""
        return self.content != self.before
