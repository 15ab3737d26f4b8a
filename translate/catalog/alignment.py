"""Which old text was edited into which new one: the same place and much the same words."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from math import ceil, sqrt

from translate.model import Key

ALIKE = 0.5
"""Least similarity of an edit among several texts that changed in the same gap."""
ALIKE_ALONE = 0.4
"""The same for the only text of a gap: its neighbours on both sides say that the place is right."""
ALIKE_ANYWHERE = 0.8
"""The same for a text that is not where it was: only the words say that it is the same one."""
_BLOCK = 32
"""Texts of a gap that are all compared with each other; a larger gap is cut: a rewritten page costs linear time."""
_COMPARED = 4096
"""Most pairs of texts that are compared without a place: on a page with more of them, no text has just moved."""

_Gap = tuple[list[Key], list[Key]]
_Grams = frozenset[str]


def edits(old: Sequence[Key], new: Sequence[Key]) -> dict[Key, Key]:
    """Pair texts of an old page that are gone with the new texts that took their place: old key → new key.

    `old` and `new` are all keys in page order, each once. Texts that both pages have are the fences. First the gaps
    between those that kept their order are compared (so a moved section does not confuse), then what stands directly
    after, and directly before, the same text wherever it went; at last what has nearly the same words as no other text
    of the page, for a text that moved past others. A context is a place of its own (front matter).
    """
    found: dict[Key, Key] = {}
    common = set(old) & set(new)
    for fences, step in ((_in_order(old, new, common), 1), (common, 1), (common, -1)):
        gone, came = _loose(old, new, common, found)
        if not gone or not came:
            return found
        for olds, news in _gaps(old[::step], new[::step], fences, gone, came):
            found.update(_paired(olds, news))
    return found | dict(_moved(*_loose(old, new, common, found)))


def _loose(
    old: Sequence[Key], new: Sequence[Key], common: set[Key], found: Mapping[Key, Key]
) -> tuple[dict[Key, None], dict[Key, None]]:
    """Return, in order, what is gone and what came without one for the other."""
    known = common | set(found.values())
    gone = dict.fromkeys(key for key in old if key not in common and key not in found)
    return gone, dict.fromkeys(key for key in new if key not in known)


def _in_order(old: Sequence[Key], new: Sequence[Key], common: Collection[Key]) -> set[Key]:
    """Return the most common keys that have the same order in both: a longest increasing subsequence."""
    place = {key: index for index, key in enumerate(old)}
    ends: list[int] = []
    last: list[Key] = []
    before: dict[Key, Key | None] = {}
    for key in new:
        if key not in common:
            continue
        length = bisect_left(ends, place[key])
        before[key] = last[length - 1] if length else None
        ends[length : length + 1] = [place[key]]
        last[length : length + 1] = [key]
    chain: set[Key] = set()
    link = last[-1] if last else None
    while link is not None:
        chain.add(link)
        link = before[link]
    return chain


def _gaps(
    old: Sequence[Key], new: Sequence[Key], fences: Collection[Key], gone: Collection[Key], came: Collection[Key]
) -> Iterator[_Gap]:
    """Yield what is gone and what came after the same fence, or in the same context."""
    gaps: defaultdict[object, _Gap] = defaultdict(lambda: ([], []))
    for side, order, loose in ((0, old, gone), (1, new, came)):
        fence: Key | None = None
        for key in order:
            if key in loose:
                gaps[key[0] or fence][side].append(key)
            elif key in fences:
                fence = key
    return (gap for gap in gaps.values() if all(gap))


def _paired(olds: list[Key], news: list[Key]) -> Iterator[tuple[Key, Key]]:
    least = ALIKE_ALONE if len(olds) == len(news) == 1 else ALIKE
    blocks = ceil(sqrt(len(olds) * len(news)) / _BLOCK)
    for block in range(blocks):
        yield from _best(_part(olds, block, blocks), _part(news, block, blocks), least)


def _part(keys: list[Key], block: int, blocks: int) -> list[Key]:
    return keys[len(keys) * block // blocks : len(keys) * (block + 1) // blocks]


def _best(olds: list[Key], news: list[Key], least: float) -> Iterator[tuple[Key, Key]]:
    """Yield the pairs, in order, that are most alike in sum (Needleman and Wunsch without penalties)."""
    new_grams = [_grams(text) for _, text in news]
    alike = [[_alike(grams, other, least) for other in new_grams] for grams in (_grams(text) for _, text in olds)]
    total = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for i in reversed(range(len(olds))):
        for j in reversed(range(len(news))):
            both = alike[i][j] + total[i + 1][j + 1] if alike[i][j] else 0.0
            total[i][j] = max(both, total[i + 1][j], total[i][j + 1])
    i = j = 0
    while i < len(olds) and j < len(news):
        if total[i][j] == total[i + 1][j]:
            i += 1
        elif total[i][j] == total[i][j + 1]:
            j += 1
        else:
            yield olds[i], news[j]
            i, j = i + 1, j + 1


def _moved(gone: Collection[Key], came: Collection[Key]) -> Iterator[tuple[Key, Key]]:
    """Yield the texts that are alike wherever they stand, and like no other one."""
    if len(gone) * len(came) > _COMPARED:
        return
    grams = {key: _grams(key[1]) for key in (*gone, *came)}
    pairs = [
        (before, after)
        for before in gone
        for after in came
        if before[0] == after[0] and _alike(grams[before], grams[after], ALIKE_ANYWHERE)
    ]
    olds, news = Counter(before for before, _ in pairs), Counter(after for _, after in pairs)
    yield from ((before, after) for before, after in pairs if olds[before] == news[after] == 1)


def _grams(text: str) -> _Grams:
    """Return the runs of three characters: words and their order, in any language, in linear time."""
    padded = f" {text.lower()} "
    return frozenset(padded[start : start + 3] for start in range(len(padded) - 2))


def _alike(left: _Grams, right: _Grams, least: float) -> float:
    """Return how much two texts share, from 0 to 1 (Dice), or 0 for less than `least`."""
    size = len(left) + len(right)
    if 2 * min(len(left), len(right)) < least * size:
        return 0.0
    share = 2 * len(left & right) / size
    return share if share >= least else 0.0
