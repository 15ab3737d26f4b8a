"""What a doctor tells of a site and of what is around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from translate.doctor.environment import Environment
from translate.errors import TranslateError
from translate.model import Finding


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that cannot be read or used."""

    path: str
    line: int
    message: str
    hint: str

    @classmethod
    def of(cls, error: TranslateError) -> Fault:
        """Return what an error says."""
        return cls(error.path, error.line, error.message, error.hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What the settings come to."""

    settings: str
    project: str
    source_locale: str
    locales: tuple[str, ...]
    source: str
    engine: str
    """Which engine the settings mean, today and here."""
    pages: int
    dialects: Mapping[str, int]
    """How many pages are read in which dialect."""
    catalogs: Mapping[str, int]
    """How many catalogs that can be read there are for each locale."""
    ids: str = ""
    """Why the site's generator would not read the ids that built pages have at their headings; "" where it would."""


@dataclass(frozen=True, slots=True)
class Merging:
    """How git merges catalogs in this clone."""

    driver: str | None
    """The command; "" where none is set, None where there is no git."""
    found: bool
    """Whether the program of the command is there."""
    asked: bool
    """Whether `.gitattributes` sends catalogs to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What one page is like."""

    unreadable: tuple[Fault, ...] = ()
    altered: tuple[str, ...] = ()
    """Pages that do not come back byte for byte (law 1)."""
    damaging: tuple[Finding, ...] = ()
    """Translations that would damage their page, so that it shows the source text (law 4)."""
    stuck: tuple[Finding, ...] = ()
    """Texts that no translation reaches: those that no catalog holds, and those that the page keeps from changing."""
    nameable: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Components and shortcodes, and their attributes that would be texts if the settings named them."""
    doubts: tuple[Finding, ...] = ()
    """What an author probably meant otherwise."""
    proven: int = 0
    """Translations that were put in place and read again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """Everything that there is to know when something is odd."""

    environment: Environment
    merging: Merging
    fault: Fault | None = None
    """Why the site could not be looked at."""
    site: Resolved | None = None
    unreadable: tuple[Fault, ...] = ()
    """Catalogs and glossaries; pages say it themselves."""
    visits: tuple[Visit, ...] = ()

    @property
    def components(self) -> dict[str, tuple[str, ...]]:
        """Return what `components` in the settings would name if it named all that reads as words."""
        named: dict[str, dict[str, None]] = {}
        for component, paths in (each for visit in self.visits for each in visit.nameable):
            named.setdefault(component, {}).update(dict.fromkeys(paths))
        return {
            component: tuple(path for path in paths if f"{path}|html" not in paths)
            for component, paths in sorted(named.items())
        }

    @property
    def sound(self) -> bool:
        """Tell whether nothing is broken; what is merely good to know does not count."""
        broken = any(visit.unreadable or visit.altered or visit.damaging for visit in self.visits)
        return not (self.fault or self.unreadable or broken)
