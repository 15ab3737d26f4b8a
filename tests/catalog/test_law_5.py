"""Human work is sacred, over any sequence of edits, moves, renames, splits, deletions, reviews, drafts and answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from tests.catalog.pages import notes, segment
from translate.catalog.marks import PREVIOUS, approved, drafted, filled, is_emptied, pairs
from translate.catalog.memory import Memory
from translate.catalog.merge import merge
from translate.catalog.po import read, render
from translate.catalog.predecessor import predecessor
from translate.model import Catalog, Key, Segment, State, Unit

WORDS = st.sampled_from("stop pause halt train build ship model lab law".split())
TEXTS = st.lists(WORDS, min_size=3, max_size=5).map(" ".join)
CONTEXTS = st.sampled_from(["", "", "", "title"])
NAMES = st.sampled_from(["a.md", "b.md", "c.md", "d.md"])
PLACES = st.integers(0, 11)

Pair = tuple[Key, str]


class Site(RuleBasedStateMachine):
    """A site with one locale. After every rule, or some rules, its catalogs are updated and compared with before."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: dict[str, list[Segment]] = {"a.md": [segment("stop the big lab"), segment("train no model")]}
        self.catalogs: dict[str, Catalog] = {}
        self.reviewed: set[Pair] = set()
        self.machine: set[Pair] = set()
        self.drafts: set[str] = set()
        self.history: list[Segment] = list(self.pages["a.md"])
        self.gone: list[list[Segment]] = []
        self.count = 0
        self.later = 0
        self.update()

    @rule(page=NAMES, place=PLACES, text=TEXTS, context=CONTEXTS)
    def write(self, page: str, place: int, text: str, context: str) -> None:
        self.put(page, place, segment(text, context))

    @rule(page=NAMES, place=PLACES, which=PLACES)
    def write_what_was_there_once(self, page: str, place: int, which: int) -> None:
        self.put(page, place, self.history[which % len(self.history)])

    @rule(page=NAMES, place=PLACES, word=WORDS, at=st.integers(0, 4))
    def edit(self, page: str, place: int, word: str, at: int) -> None:
        if self.pages.get(page):
            old = self.take(page, place)
            words = old.text.split()
            words[at % len(words)] = word
            self.put(page, place, replace(old, text=" ".join(words)))

    @rule(page=NAMES, place=PLACES)
    def take_an_edit_back(self, page: str, place: int) -> None:
        """Put the source that a stale target was made from in the place of its edit."""
        units = [unit for unit in self.active(page) if unit.previous is not None]
        if units:
            unit = units[place % len(units)]
            back = segment(str(unit.previous), unit.context)
            self.pages[page] = [back if part.key == unit.key else part for part in self.pages[page]]
            self.update()

    @rule(page=NAMES, other=NAMES, place=PLACES, to=PLACES)
    def move(self, page: str, other: str, place: int, to: int) -> None:
        if self.pages.get(page):
            self.put(other, to, self.take(page, place))

    @rule(page=NAMES, place=PLACES)
    def delete(self, page: str, place: int) -> None:
        if self.pages.get(page):
            self.take(page, place)
            self.update()

    @rule(page=NAMES, new=NAMES, mv=st.booleans())
    def rename(self, page: str, new: str, mv: bool) -> None:
        """Give a page a new name, and its catalog too, or leave that to the program."""
        if page in self.pages and new not in self.pages:
            self.pages[new] = self.pages.pop(page)
            if mv and page in self.catalogs and new not in self.catalogs:
                self.catalogs[new] = replace(self.catalogs.pop(page), page=new)
            self.update()

    @rule(page=NAMES, new=NAMES, place=PLACES)
    def split(self, page: str, new: str, place: int) -> None:
        """Let the end of a page become a page of its own."""
        if (parts := self.pages.get(page)) and new not in self.pages:
            self.pages[new] = parts[place % len(parts) :]
            del parts[place % len(parts) :]
            self.update()

    @rule(page=NAMES, other=NAMES)
    def join(self, page: str, other: str) -> None:
        if page != other and {page, other} <= self.pages.keys():
            self.pages[page] += self.pages.pop(other)
            self.update()

    @rule(page=NAMES)
    def delete_page(self, page: str) -> None:
        if page in self.pages:
            self.gone.append(self.pages.pop(page))
            self.update()

    @precondition(lambda self: self.gone)
    @rule(page=NAMES, which=PLACES)
    def bring_a_page_back(self, page: str, which: int) -> None:
        self.pages.setdefault(page, []).extend(self.gone[which % len(self.gone)])
        self.update()

    @rule(rules=st.integers(1, 3))
    def wait(self, rules: int) -> None:
        """Let that many rules go by before the next update."""
        self.later = rules

    @rule(which=PLACES)
    def correct_what_is_gone(self, which: int) -> None:
        """Write another target for an obsolete unit, as editors let people do."""
        old = {page: [unit for unit in each.obsolete() if not unit.fuzzy] for page, each in self.catalogs.items()}
        every = [(page, unit) for page, units in old.items() for unit in units]
        if every:
            self.count += 1
            page, unit = every[which % len(every)]
            units = (replace(each, target=f"human {self.count}") if each is unit else each for each in self.units(page))
            self.catalogs[page] = replace(self.catalogs[page], units=tuple(units))
            self.note()
            self.update()

    @rule(place=PLACES)
    def review(self, place: int) -> None:
        """Accept a target as it is."""
        self.change(place, lambda unit: replace(unit, fuzzy=False, previous=None) if unit.target else unit)

    @rule(place=PLACES)
    def translate(self, place: int) -> None:
        """Write another target, as a person."""
        self.count += 1
        target = f"human {self.count}"
        self.change(place, lambda unit: replace(unit, target=target, fuzzy=False, previous=None))

    @rule(place=PLACES)
    def pretranslate(self, place: int) -> None:
        self.count += 1
        target = f"engine {self.count}"
        self.change(place, lambda unit: unit if unit.state is State.REVIEWED else filled(unit, target, "deepl"))

    @rule(place=PLACES)
    def doubt(self, place: int) -> None:
        """Mark a reviewed target as needing work, as editors do."""
        self.change(place, lambda unit: replace(unit, fuzzy=bool(unit.target)))

    @rule(place=PLACES, changed=st.booleans())
    def approve(self, place: int, changed: bool) -> None:
        """Stand behind a target in the browser, as it is or corrected."""
        self.count += 1
        target = f"human {self.count}"
        self.change(place, lambda unit: approved(unit, target if changed else unit.target))

    @rule(place=PLACES, text=st.sampled_from(["draft", "same", ""]))
    def draft(self, place: int, text: str) -> None:
        """Save a target in the browser that nobody stands behind: another one, the same, or none."""
        self.count += 1

        def save(unit: Unit) -> Unit:
            target = f"draft {self.count}" if text == "draft" else unit.target if text else ""
            self.drafts |= {target} - {unit.target, ""}
            after = drafted(unit, target)
            assert {pair.target for pair in pairs(unit) if not pair.fuzzy} <= set(texts_of(after))
            return after

        self.change(place, save)

    @rule(page=NAMES, place=PLACES, fuzzy=st.booleans())
    def merge_in_git(self, page: str, place: int, fuzzy: bool) -> None:
        """Leave an obsolete unit beside an active one of the same text, as a merge of two branches can."""
        if units := self.active(page):
            self.count += 1
            unit = units[place % len(units)]
            previous = self.history[place % len(self.history)].text if fuzzy and place % 2 else None
            mess = Unit(
                context=unit.context,
                source=unit.source,
                target=f"branch {self.count}",
                obsolete=True,
                fuzzy=fuzzy,
                previous=previous if previous != unit.source else None,
            )
            self.catalogs[page] = replace(self.catalogs[page], units=(*self.catalogs[page].units, mess))
            self.note()
            self.update()

    def units(self, page: str) -> tuple[Unit, ...]:
        return self.catalogs[page].units if page in self.catalogs else ()

    def active(self, page: str) -> list[Unit]:
        return [unit for unit in self.units(page) if not unit.obsolete] if page in self.pages else []

    def put(self, page: str, place: int, part: Segment) -> None:
        self.history.append(part)
        parts = self.pages.setdefault(page, [])
        parts.insert(place % (len(parts) + 1), part)
        self.update()

    def take(self, page: str, place: int) -> Segment:
        return self.pages[page].pop(place % len(self.pages[page]))

    def change(self, place: int, change: Callable[[Unit], Unit]) -> None:
        """Change one active unit of the site, as a translator or an engine does."""
        every = [(page, unit) for page in sorted(self.pages) for unit in self.active(page)]
        if every:
            page, unit = every[place % len(every)]
            old, changed = self.catalogs[page], change(unit)
            self.catalogs[page] = replace(old, units=tuple(changed if each is unit else each for each in old.units))
            if changed.state is State.REVIEWED:
                self.drafts.discard(changed.target)
            self.note()
            self.update()

    def note(self) -> None:
        """Remember what people and engines have made, before any merge sees it."""
        for pair in (pair for catalog in self.catalogs.values() for unit in catalog.units for pair in pairs(unit)):
            (self.machine if pair.fuzzy else self.reviewed).add((pair.key, pair.target))

    def update(self) -> None:
        self.later -= 1
        if self.later >= 0:
            return
        before = dict(self.catalogs)
        self.catalogs = before | self.merged(before)

        assert targets(before.values()) <= targets(self.catalogs.values())
        for page, parts in self.pages.items():
            after = self.catalogs[page]
            assert [unit.key for unit in after.active()] == list(dict.fromkeys(part.key for part in parts))
            assert len({unit.key for unit in after.units}) == len(after.units)
            self.assert_left_alone(before.get(page), after)
            self.assert_honest(after)
        assert self.merged(self.catalogs) == {page: self.catalogs[page] for page in self.pages}

    def merged(self, catalogs: dict[str, Catalog]) -> dict[str, Catalog]:
        """Return the catalogs of today's pages as the pipeline makes them, through their files."""
        memory = Memory.of(catalogs.values())
        orphans = [catalog for page, catalog in catalogs.items() if page not in self.pages]
        made = {}
        for page, parts in self.pages.items():
            old = catalogs.get(page) or predecessor(parts, orphans) or Catalog(locale="nl", page=page)
            made[page] = through_file(merge(replace(old, page=page), parts, notes, memory))
        return made

    def assert_left_alone(self, before: Catalog | None, after: Catalog) -> None:
        today = after.by_key()
        shelf = {pair.key for unit in before.obsolete() for pair in (unit, *pairs(unit))} if before else set()
        for unit in before.active() if before else ():
            if is_emptied(unit) and unit.key in today and unit.key not in shelf:
                assert is_emptied(today[unit.key])
            if unit.state is State.REVIEWED and unit.key in today:
                assert today[unit.key].state is State.REVIEWED
                assert today[unit.key].target == unit.target

    def assert_honest(self, catalog: Catalog) -> None:
        """Nothing is reviewed that nobody reviewed, and no target stands with a source that it was not made from."""
        for pair in (pair for unit in catalog.units for pair in pairs(unit)):
            assert (pair.key, pair.target) in (self.machine if pair.fuzzy else self.reviewed)
            assert pair.fuzzy or pair.target not in self.drafts


def through_file(catalog: Catalog) -> Catalog:
    data = render(catalog, reference=catalog.page, project="x")
    again = read(data, path="x.po", locale="nl", page=catalog.page)
    assert again == catalog
    return again


def targets(catalogs: Iterable[Catalog]) -> set[str]:
    """Return what was translated; what a person has emptied on purpose may go with its text."""
    return {target for catalog in catalogs for unit in catalog.units if unit.target for target in texts_of(unit)}


def texts_of(unit: Unit) -> Iterator[str]:
    if unit.target:
        yield unit.target
    yield from (line.removeprefix(PREVIOUS) for line in unit.comments if line.startswith(PREVIOUS))


TestLaw5 = Site.TestCase
TestLaw5.settings = settings(max_examples=60, stateful_step_count=25)
