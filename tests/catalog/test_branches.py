"""Human work is sacred on branches too: over any sequence of edits, translations and reviews on two of them, merged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from tests.catalog.pages import notes, segment
from tests.catalog.test_law_5 import CONTEXTS, PLACES, TEXTS, WORDS, Pair, through_file
from translate.catalog.marks import CONFLICT, PREVIOUS, approved, drafted, filled, pairs
from translate.catalog.memory import Memory
from translate.catalog.merge import merge
from translate.catalog.threeway import Merged, threeway
from translate.model import Catalog, Segment, State, Unit

BRANCHES = st.sampled_from(["main", "work"])


@dataclass
class Branch:
    """A page and its catalog."""

    page: list[Segment] = field(default_factory=lambda: [segment("stop the big lab"), segment("train no model")])
    catalog: Catalog = field(default_factory=lambda: Catalog(locale="nl", page="a.md"))

    def update(self) -> None:
        self.catalog = through_file(merge(self.catalog, self.page, notes, Memory.of([self.catalog])))


class Branches(RuleBasedStateMachine):
    """A page on two branches, which are merged into one now and then."""

    def __init__(self) -> None:
        super().__init__()
        start = Branch()
        start.update()
        self.ancestor = start.catalog
        self.branches = {name: Branch(list(start.page), start.catalog) for name in ("main", "work")}
        self.reviewed: set[Pair] = set()
        self.count = 0

    @rule(name=BRANCHES, place=PLACES, text=TEXTS, context=CONTEXTS)
    def write(self, name: str, place: int, text: str, context: str) -> None:
        branch = self.branches[name]
        branch.page.insert(place % (len(branch.page) + 1), segment(text, context))
        branch.update()

    @rule(name=BRANCHES, place=PLACES, word=WORDS, at=st.integers(0, 4))
    def edit(self, name: str, place: int, word: str, at: int) -> None:
        if (branch := self.branches[name]).page:
            old = branch.page[place % len(branch.page)]
            words = old.text.split()
            words[at % len(words)] = word
            branch.page[place % len(branch.page)] = replace(old, text=" ".join(words))
            branch.update()

    @rule(name=BRANCHES, place=PLACES, to=PLACES)
    def move(self, name: str, place: int, to: int) -> None:
        if (branch := self.branches[name]).page:
            branch.page.insert(to % len(branch.page), branch.page.pop(place % len(branch.page)))
            branch.update()

    @rule(name=BRANCHES, place=PLACES)
    def delete(self, name: str, place: int) -> None:
        if (branch := self.branches[name]).page:
            branch.page.pop(place % len(branch.page))
            branch.update()

    @rule(name=BRANCHES)
    def throw_obsolete_units_away(self, name: str) -> None:
        branch = self.branches[name]
        branch.catalog = replace(branch.catalog, units=tuple(branch.catalog.active()))

    @rule(name=BRANCHES, place=PLACES)
    def translate(self, name: str, place: int) -> None:
        """Write another target, as a person."""
        self.count += 1
        target = f"human {self.count}"
        self.change(name, place, lambda unit: replace(unit, target=target, fuzzy=False, previous=None))

    @rule(name=BRANCHES, place=PLACES)
    def review(self, name: str, place: int) -> None:
        self.change(name, place, lambda unit: replace(unit, fuzzy=False, previous=None))

    @rule(name=BRANCHES, place=PLACES)
    def pretranslate(self, name: str, place: int) -> None:
        self.count += 1
        target = f"engine {self.count}"
        self.change(name, place, lambda unit: unit if unit.state is State.REVIEWED else filled(unit, target, "deepl"))

    @rule(name=BRANCHES, place=PLACES)
    def doubt(self, name: str, place: int) -> None:
        self.change(name, place, lambda unit: replace(unit, fuzzy=bool(unit.target)))

    @rule(name=BRANCHES, place=PLACES, changed=st.booleans())
    def approve(self, name: str, place: int, changed: bool) -> None:
        """Stand behind a target in the browser, as it is or corrected."""
        self.count += 1
        target = f"human {self.count}"
        self.change(name, place, lambda unit: approved(unit, target if changed else unit.target))

    @rule(name=BRANCHES, place=PLACES, empty=st.booleans())
    def draft(self, name: str, place: int, empty: bool) -> None:
        """Save a target in the browser that nobody stands behind, or none."""
        self.count += 1
        target = "" if empty else f"draft {self.count}"
        self.change(name, place, lambda unit: drafted(unit, target))

    @rule(into=BRANCHES)
    def merge(self, into: str) -> None:
        """Merge as git does it: the catalogs by our driver, the page here by the texts of the merged catalog."""
        ours, theirs = self.branches[into], self.branches["work" if into == "main" else "main"]
        merged = threeway(self.ancestor, ours.catalog, theirs.catalog)
        self.assert_nothing_is_lost(merged, ours.catalog, theirs.catalog)
        self.assert_reviews_hold(merged, ours.catalog, theirs.catalog)
        self.assert_honest(merged.catalog)
        self.assert_symmetrical(merged, threeway(self.ancestor, theirs.catalog, ours.catalog))
        self.ancestor = through_file(merged.catalog)
        page = [segment(unit.source, unit.context) for unit in merged.catalog.active()]
        self.branches = {name: Branch(list(page), self.ancestor) for name in self.branches}

    def change(self, name: str, place: int, change: Callable[[Unit], Unit]) -> None:
        branch = self.branches[name]
        active = [unit for unit in branch.catalog.active() if unit.target or change(unit).target]
        if active:
            wanted = active[place % len(active)]
            units = (change(unit) if unit is wanted else unit for unit in branch.catalog.units)
            branch.catalog = through_file(replace(branch.catalog, units=tuple(units)))
            self.reviewed |= reviewed(branch.catalog)

    def assert_nothing_is_lost(self, merged: Merged, ours: Catalog, theirs: Catalog) -> None:
        """What a person made is there, unless the ancestor had it and one of the branches took it away."""
        before, mine, other = (reviewed(catalog) for catalog in (self.ancestor, ours, theirs))
        contested = {merged.catalog.by_key()[key].target for key in merged.conflicts}
        kept = {target for _, target in reviewed(merged.catalog)} | set(said(merged.catalog)) | contested
        lost = {target for _, target in (mine | other) - (before - (mine & other))} - kept

        assert lost == set()

    def assert_reviews_hold(self, merged: Merged, ours: Catalog, theirs: Catalog) -> None:
        """A text that one branch has reviewed, and the other has not touched, is as that branch has it."""
        before, mine, other, found = (each.by_key() for each in (self.ancestor, ours, theirs, merged.catalog))
        for side, opposite in ((ours, theirs), (theirs, ours)):
            there = {unit.key: unit for unit in (*opposite.obsolete(), *opposite.active())}
            for unit in side.active():
                untouched = unit.key not in there or there[unit.key] == before.get(unit.key)
                if unit.state is State.REVIEWED and untouched and unit.key in found:
                    assert (found[unit.key].state, found[unit.key].target) == (State.REVIEWED, unit.target)
        for key in merged.conflicts:
            assert (found[key].target, found[key].fuzzy) == (mine[key].target, True)
            assert CONFLICT + other[key].target in found[key].comments

    def assert_honest(self, merged: Catalog) -> None:
        """Nothing is reviewed that nobody reviewed, and no target stands with a source that it was not made from."""
        assert reviewed(merged) <= self.reviewed
        assert len({unit.key for unit in merged.units}) == len(merged.units)

    def assert_symmetrical(self, merged: Merged, mirrored: Merged) -> None:
        first, second = (
            {key: unit.target for key, unit in each.catalog.by_key().items() if unit.state is State.REVIEWED}
            for each in (merged, mirrored)
        )

        assert set(merged.conflicts) == set(mirrored.conflicts)
        assert merged.catalog.by_key().keys() == mirrored.catalog.by_key().keys()
        assert first == second


def reviewed(catalog: Catalog) -> set[Pair]:
    return {(pair.key, pair.target) for unit in catalog.units for pair in pairs(unit) if not pair.fuzzy}


def said(catalog: Catalog) -> Iterator[str]:
    for line in (line for unit in catalog.units for line in unit.comments):
        for mark in (PREVIOUS, CONFLICT):
            if line.startswith(mark):
                yield line.removeprefix(mark)


TestBranches = Branches.TestCase
TestBranches.settings = settings(max_examples=60, stateful_step_count=25)
