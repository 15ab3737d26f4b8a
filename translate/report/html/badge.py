"""A badge for a README: how much of each locale people have reviewed."""

from __future__ import annotations

from collections.abc import Sequence

from translate.inspection import Inspection
from translate.report.html.markup import Attribute, Markup, element
from translate.report.html.standing import Standing, standings
from translate.report.html.texts import portion

_HEIGHT, _PADDING = 20, 7
"""Pixels."""
_NARROW, _WIDE = frozenset("fijlrt|!.,:;'- \u00a0"), frozenset("mwMW%@_")
"""Characters that are 4 and 10 pixels wide in about every font; the others are 7."""
_LABEL, _BEHIND, _HALFWAY, _DONE = "#3f3b36", "#8a3d20", "#7a5500", "#17695a"
"""White text on each of them has a contrast above 4.5:1."""


def render(found: Inspection) -> str:
    """Return an SVG that says, for each locale, the share of its words that is reviewed: `nl 87 %`."""
    locales = tuple(standings(found))
    shares = ", ".join(f"{each.locale} {portion(each.reviewed)}" for each in locales)
    cells: list[Markup] = []
    start = 0
    for each in locales:
        for words, colour in ((each.locale, _LABEL), (portion(each.reviewed), _colour(each))):
            width = sum(map(_width, words)) + 2 * _PADDING
            cells += _cell(words, colour, start, width)
            start += width
    return f"{_svg(cells, start, f'Reviewed translations: {shares}')}\n"


def _colour(standing: Standing) -> str:
    return _DONE if standing.reviewed >= 0.8 else _HALFWAY if standing.reviewed >= 0.4 else _BEHIND


def _width(character: str) -> int:
    return 4 if character in _NARROW else 10 if character in _WIDE else 7


def _cell(words: str, colour: str, start: int, width: int) -> list[Markup]:
    inside: dict[str, Attribute] = {"x": start + _PADDING, "y": 14, "textLength": width - 2 * _PADDING}
    return [
        element("rect", x=start, width=width, height=_HEIGHT, fill=colour),
        element("text", words, lengthAdjust="spacingAndGlyphs", **inside),
    ]


def _svg(cells: Sequence[Markup], width: int, title: str) -> Markup:
    # Badges that stand on one page may share a shape, but only with those of their size.
    shape = f"badge-{width}"
    return element(
        "svg",
        element("title", title),
        element("clipPath", element("rect", width=width, height=_HEIGHT, rx=4), id=shape),
        element(
            "g",
            *cells,
            clip_path=f"url(#{shape})",
            fill="#fff",
            font_family="Verdana, DejaVu Sans, sans-serif",
            font_size=11,
        ),
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=_HEIGHT,
        role="img",
        aria_label=title,
    )
