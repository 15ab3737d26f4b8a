"""Numbers and shares as people read them."""

from __future__ import annotations


def number(value: int) -> str:
    """Return a number in groups of three digits: `1 200`."""
    return f"{value:,}".replace(",", " ")


def counted(count: int, one: str, many: str) -> str:
    """Return a number with its noun: `1 page`, `1 200 pages`."""
    return f"{number(count)} {one if count == 1 else many}"


def percent(value: float) -> str:
    """Return a share so that neither 0 nor 100 % is said of what is not quite that."""
    if value in {0, 1}:
        return "100 %" if value else "–"
    return f"{min(max(round(value * 100), 1), 99)} %"
