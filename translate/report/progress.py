"""How far machine translation is, on one line of a terminal or a line for each page."""

from __future__ import annotations

from translate.pretranslation.session import Progress
from translate.report.terminal import counted

_WIDTH = 24
"""Characters of the bar."""


def bar(progress: Progress, seconds: float) -> str:
    """Return one line: a bar, characters, how many a second, how long it will take at that pace; under 80 columns."""
    share = progress.done / progress.total if progress.total else 1.0
    filled = int(share * _WIDTH)
    facts = [f"[{'#' * filled}{'-' * (_WIDTH - filled)}] {progress.done} of {progress.total} characters"]
    if progress.done and seconds > 0:
        rate = progress.done / seconds
        facts += [f"{rate:.0f}/s", f"{_clock((progress.total - progress.done) / rate)} left"]
    return " · ".join(facts)


def line(progress: Progress) -> str:
    """Return which page is done, and how much that was; "" before the first."""
    if progress.job is None:
        return ""
    catalog, texts = progress.job.catalog, counted(len(progress.job.request.texts), "text", "texts")
    share = f"{progress.done} of {progress.total} characters"
    return f"{catalog.page} ({catalog.locale}): {texts} · {share}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
