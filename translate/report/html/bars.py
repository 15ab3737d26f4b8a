"""Words as stacked bars: told apart by pattern and colour, and written out beside them."""

from __future__ import annotations

from collections.abc import Iterator

from translate.report.html.markup import Markup, element, joined
from translate.report.html.standing import KINDS, Kind, Parts
from translate.report.html.texts import amount, portion

_THINNEST = 0.008
"""The share of a bar's width that even a single word gets, or nobody would see it."""


def patterns() -> Markup:
    """Return the patterns that the bars of the page are filled with."""
    return element(
        "svg",
        element("defs", *(_pattern(kind, _DRAWN.get(kind.name)) for kind in KINDS)),
        class_="patterns",
        aria_hidden="true",
        focusable="false",
    )


def bar(words: Parts, label: str = "", *, small: bool = False) -> Markup:
    """Return a bar with its text: what it is about, then the share of each part."""
    names = ((kind.name if small else kind.label, share) for kind, share in _shares(words))
    shares = ", ".join(f"{name} {portion(share)}" for name, share in names) or "no words"
    spoken = f"{label}: {shares}" if label else shares
    return element("svg", *_pieces(words), class_="bar small" if small else "bar", role="img", aria_label=spoken)


def legend(words: Parts, caption: str) -> Markup:
    """Return the same as a table, which is also what explains the patterns."""
    rows = (
        element(
            "tr",
            element("th", swatch(kind), kind.label, scope="row"),
            element("td", amount(words[kind])),
            element("td", portion(share)),
        )
        for kind, share in _shares(words)
    )
    head = element("tr", *(element("th", name, scope="col") for name in ("state", "words", "share")))
    return element(
        "table",
        element("caption", caption, class_="hidden"),
        element("thead", head, class_="hidden"),
        element("tbody", *rows),
        class_="legend",
    )


def swatch(kind: Kind) -> Markup:
    """Return a small square in a part's pattern."""
    return element("svg", _piece(kind, 0, 100), class_="swatch", aria_hidden="true", focusable="false")


def _shares(words: Parts) -> Iterator[tuple[Kind, float]]:
    every = sum(words.values())
    return ((kind, number / every) for kind, number in words.items() if number)


def _pieces(words: Parts) -> Iterator[Markup]:
    widths = {kind: max(share, _THINNEST) for kind, share in _shares(words)}
    every, start = sum(widths.values()), 0.0
    for kind, width in widths.items():
        yield _piece(kind, start, 100 * width / every)
        start += 100 * width / every


def _piece(kind: Kind, start: float, width: float) -> Markup:
    return element("rect", class_=kind.name, x=f"{start:.1f}%" if start else None, width=f"{width:.1f}%")


def _pattern(kind: Kind, drawn: Markup | None) -> Markup:
    ground = element("rect", class_="ground", width=8, height=8)
    return element(
        "pattern",
        joined((ground, drawn)),
        id=f"pattern-{kind.name}",
        class_=kind.name,
        width=8,
        height=8,
        patternUnits="userSpaceOnUse",
    )


_DRAWN = {
    "accepted": element("path", class_="stroke", d="M-1 7 L1 9 M0 0 L8 8 M7 -1 L9 1"),
    "machine": element("path", class_="stroke", d="M-1 1 L1 -1 M0 8 L8 0 M7 9 L9 7"),
    "stale": joined(element("circle", class_="dot", cx=at, cy=at, r=1.3) for at in (2, 6)),
}
