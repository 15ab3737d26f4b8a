"""Which of a page's targets it can take: all are tried at once, and what is damaged says which ones to suspect."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

Damage = Mapping[int, str]
"""The places of a page that are damaged, in what way."""


def sift(candidates: Sequence[int], places: Sequence[int], read: Callable[[Sequence[int]], Damage]) -> dict[int, str]:
    """Return the candidates that damage the page, with the reason; all others together do not.

    `places` says where each candidate stands; `read` reads the page with some of them, and the last time that it
    finds no damage it has had all that stay. It is called a few times for any number of candidates that damage only
    their own place, and a few times for each one that damages what follows.
    """
    sieve = _Sieve(list(candidates), places)
    sound: list[int] = []
    while sieve.trial:
        if damage := read(sorted((*sound, *sieve.trial))):
            sieve.judge(damage)
        else:
            sound += sieve.trial
            sieve.resume()
    return sieve.rejected


class _Sieve:
    def __init__(self, trial: list[int], places: Sequence[int]) -> None:
        self.trial = trial
        self.places = places
        self.rejected: dict[int, str] = {}
        self.waiting: list[int] = []
        """Candidates that are tried again when those on trial are done with."""
        self.last: list[int] = []
        """Candidates that are tried again when nobody is waiting any more."""
        self.accusations: Counter[int] = Counter()
        """How often each was alone in a stretch of damage."""
        self.leaders: set[int] = set()
        """The first suspect of each stretch of damage that was thinned out last."""

    def resume(self) -> None:
        """Put those on trial that were waiting."""
        self.trial, self.waiting = sorted(self.waiting), []
        if not self.trial:
            self.trial, self.last = sorted(self.last), []
        self.leaders = set()

    def judge(self, damage: Damage) -> None:
        """Take from the trial who is to blame for the damage, or could be."""
        leaders: set[int] = set()
        out: set[int] = set()
        for number, (group, reason) in enumerate(self._suspects(damage)):
            if len(group) == 1:
                self._blame(group[0], reason, first=number == 0)
                out.add(group[0])
            else:
                out.update(self._thin_out(group))
                leaders.add(group[0])
        self.trial = [each for each in self.trial if each not in out]
        self.leaders = leaders
        if not self.trial:
            self.resume()

    def _suspects(self, damage: Damage) -> Iterator[tuple[Sequence[int], str]]:
        """Yield those on trial that each stretch of damage may come from: the ones in it and the one before it.

        Where there are none, what was done far from it shows there, and it may be any of them.
        """
        places = [self.places[each] for each in self.trial]
        none = True
        for first, last in _stretches(sorted(damage)):
            if group := self.trial[bisect_left(places, first - 1) : bisect_right(places, last)]:
                none = False
                yield group, damage[first]
        if none:
            yield self.trial, next(iter(damage.values()))

    def _blame(self, suspect: int, reason: str, *, first: bool) -> None:
        """Reject who is alone in a stretch of damage; after the first one, only if that happens three times.

        What a fence does that is not closed, say, can show all over the page, until it is found.
        """
        times = self.accusations[suspect] = self.accusations[suspect] + 1
        if first or times > 2:
            self.rejected[suspect] = reason
        else:
            (self.waiting if times == 1 else self.last).append(suspect)

    def _thin_out(self, group: Sequence[int]) -> Sequence[int]:
        """Let every second one wait: what damages only its own place then stands alone, next to what is as it was.

        If the damage still begins at the same place, its first suspect alone goes on.
        """
        later = group[1:] if group[0] in self.leaders else group[1::2]
        self.waiting.extend(later)
        return later


def _stretches(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each run of consecutive places."""
    for _, run in groupby(enumerate(places), lambda each: each[1] - each[0]):
        stretch = [place for _, place in run]
        yield stretch[0], stretch[-1]
