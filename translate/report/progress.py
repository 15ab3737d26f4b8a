"""How far a run is, on one line of a terminal; of machine translation also a line for each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translate.figures import counted, number

if TYPE_CHECKING:
    from translate.pretranslation.session import Progress

_WIDTH = 24
"""Characters of the bar."""


def pages(done: int, total: int, name: str) -> str:
    """Return one line: a bar, how many steps of how many are done, and the page that the last was about."""
    return f"{_bar(done, total)} {done} of {total} · {name}"


def bar(progress: Progress, seconds: float) -> str:
    """Return one line: a bar, characters, how many a second, how long it will take at that pace; under 80 columns."""
    facts = [f"{_bar(progress.done, progress.total)} {_characters(progress)}"]
    if progress.done and seconds > 0:
        rate = progress.done / seconds
        facts += [f"{rate:.0f}/s", f"{_clock((progress.total - progress.done) / rate)} left"]
    return " · ".join(facts)


def line(progress: Progress) -> str:
    """Return which page is done, and how much that was; "" before the first."""
    if progress.job is None:
        return ""
    catalog, texts = progress.job.catalog, counted(len(progress.job.request.texts), "text", "texts")
    return f"{catalog.page} ({catalog.locale}): {texts} · {_characters(progress)}"


def _bar(done: int, total: int) -> str:
    filled = _WIDTH * done // total if total else _WIDTH
    return f"[{'#' * filled}{'-' * (_WIDTH - filled)}]"


def _characters(progress: Progress) -> str:
    return f"{number(progress.done)} of {number(progress.total)} characters"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
