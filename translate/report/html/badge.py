"""A badge for a README: how much of each locale people have reviewed."""

from __future__ import annotations

from collections.abc import Sequence

from translate.inspection import Inspection
from translate.report.html.markup import Attribute, Markup, element
from translate.report.html.standing import Standing, standings
from translate.report.html.texts import portion

_HEIGHT, _PADDING, _CHARACTER = 20, 7, 6.6
"""Pixels; a character of the badge's font is about as wide as `_CHARACTER`, and is made to be."""
_LABEL, _BEHIND, _HALFWAY, _DONE = "#3f3b36", "#8a3d20", "#7a5500", "#17695a"
"""White text on each of them has a contrast above 4.5:1."""


def render(found: Inspection) -> str:
    """Return an SVG that says, for each locale, the share of its words that is reviewed: `nl 87 %`."""
    locales = tuple(standings(found))
    told = ", ".join(f"{each.locale} {portion(each.reviewed)}" for each in locales)
    cells: list[Markup] = []
    start = 0.0
    for each in locales:
        for words, colour in ((each.locale, _LABEL), (portion(each.reviewed), _colour(each))):
            width = len(words) * _CHARACTER + 2 * _PADDING
            cells += _cell(words, colour, start, width)
            start += width
    return f"{_svg(cells, start, f'Reviewed translations: {told}')}\n"


def _colour(standing: Standing) -> str:
    return _DONE if standing.reviewed >= 0.8 else _HALFWAY if standing.reviewed >= 0.4 else _BEHIND


def _cell(words: str, colour: str, start: float, width: float) -> list[Markup]:
    inside: dict[str, Attribute] = {"x": _px(start + _PADDING), "y": 14, "textLength": _px(width - 2 * _PADDING)}
    return [
        element("rect", x=_px(start), width=_px(width), height=_HEIGHT, fill=colour),
        element("text", words, lengthAdjust="spacingAndGlyphs", **inside),
    ]


def _svg(cells: Sequence[Markup], width: float, title: str) -> Markup:
    return element(
        "svg",
        element("title", title),
        element("clipPath", element("rect", width=_px(width), height=_HEIGHT, rx=4), id="round"),
        element(
            "g",
            *cells,
            clip_path="url(#round)",
            fill="#fff",
            font_family="Verdana, DejaVu Sans, sans-serif",
            font_size=11,
        ),
        xmlns="http://www.w3.org/2000/svg",
        width=_px(width),
        height=_HEIGHT,
        role="img",
        aria_label=title,
    )


def _px(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
