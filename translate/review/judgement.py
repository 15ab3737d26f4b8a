"""What `check` says of a page's translations, told text by text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from translate import edition as editions
from translate.catalog.marks import is_behind
from translate.checks import units
from translate.checks.silence import silenced
from translate.checks.style import Style
from translate.checks.texts import remarks
from translate.edition import Edition
from translate.markdown.reassembly import reassemble
from translate.model import Finding, Key, Unit
from translate.site import Site

_Units = Mapping[Key, Unit]
_OF_PAGES = frozenset({"L006"})
"""Rules whose finding about a text depends on the other texts of its page."""


class Judgement(NamedTuple):
    """What `check` finds in a translation."""

    findings: tuple[Finding, ...]
    """The findings that count on this site and that no comment silences."""
    damage: tuple[Finding, ...]
    """Why the page cannot show it, whether or not these findings count."""


def findings(site: Site, edition: Edition, style: Style) -> Mapping[Key, tuple[Finding, ...]]:
    """Return the findings of each translation; none for those that are older than their text."""
    current = _current(edition)
    return _of_texts(site, current, [*_damage(site, edition, current), *_remarks(site, edition, current, style)])


def judge(site: Site, edition: Edition, style: Style, unit: Unit) -> Judgement:
    """Return the findings of a unit that would take the place of the edition's one."""
    alone = {unit.key: unit}
    damage = tuple(_damage(site, edition, alone))
    said = list(_remarks(site, edition, alone, style))
    if any(each.code in _OF_PAGES for each in said):
        said = list(_remarks(site, edition, _current(edition) | alone, style))
    return Judgement(_of_texts(site, alone, [*damage, *said]).get(unit.key, ()), damage)


def _damage(site: Site, edition: Edition, translated: _Units) -> Iterator[Finding]:
    """Yield why the page cannot be put together with these translations, as the proof before each build tells it."""
    subject = editions.subject(site, edition)
    for each in reassemble(edition.page, {key: unit.target for key, unit in translated.items()}).rejected:
        unit = translated[each.segment.key]
        yield units.damaging(subject, each.segment, unit, unit.line, code=each.code, reason=each.reason)


def _current(edition: Edition) -> dict[Key, Unit]:
    return {key: unit for key, unit in edition.units.items() if unit.target and not is_behind(unit)}


def _remarks(site: Site, edition: Edition, translated: _Units, style: Style) -> Iterator[Finding]:
    subject = editions.subject(site, edition)
    texts = edition.page.texts
    for each in remarks(translated.values(), style):
        yield units.doubted(subject, texts[each.unit.key], each, each.unit.line)


def _of_texts(site: Site, translated: _Units, found: Iterable[Finding]) -> Mapping[Key, tuple[Finding, ...]]:
    """Return, for each of these texts, the findings that count on this site and that no comment silences."""
    found_in: defaultdict[Key, list[Finding]] = defaultdict(list)
    for each in site.check.applied(found):
        key = each.context, each.source
        if key in translated and not silenced(translated[key], each.code):
            found_in[key].append(each)
    return {key: tuple(sorted(each)) for key, each in found_in.items()}
