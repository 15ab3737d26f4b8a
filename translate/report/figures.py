"""Numbers and shares as people read them."""

from __future__ import annotations


def number(value: int) -> str:
    """Return a number in groups of three digits: `1 200`."""
    return f"{value:,}".replace(",", " ")


def percent(value: float) -> str:
    """Return a share so that neither 0 nor 100 % is said of what is not quite that."""
    if value in {0, 1}:
        return "100 %" if value else "–"
    return f"{min(max(round(value * 100), 1), 99)} %"
