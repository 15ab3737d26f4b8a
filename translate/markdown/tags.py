"""HTML and component tags with the place of each attribute; whatever is not surely a tag is none.

The grammar is the one of raw HTML in CommonMark 0.31 §6.6, and `{…}` where Svelte and JSX allow it.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from translate.markdown.expressions import closing_brace
from translate.model import Span

_OPEN = re.compile(rb"<(/?)([A-Za-z][\w.:-]*|(?=>))(?=[\s/>])")
_ATTRIBUTE = re.compile(
    rb"""\s*(?:
        (?P<end>/?>)
      | (?P<name>[^\s"'<>/={}`]+)
        (?:\s*=\s*(?: "(?P<double>[^"]*)" | '(?P<single>[^']*)' | (?P<code>\{) | (?P<bare>[^\s"'=<>`{}]+) ))?
      | (?P<spread>\{)
    )""",
    re.VERBOSE,
)

VOID = frozenset(b"area base br col embed hr img input link meta param source track wbr".split())
"""Elements that have no content (HTML living standard §13.1.2)."""


class Attribute(NamedTuple):
    """An attribute of a tag."""

    name: str
    value: Span
    """The bytes of the value without its quotes."""
    quote: Literal['"', "'", "`", "", "{"]
    """What stands around it; `{` for an expression, whose braces belong to the value."""


class Tag(NamedTuple):
    """One tag: `<a href="…">`, `</a>`, `<br />`; or what has parameters as a tag has attributes."""

    span: Span
    name: str
    closing: bool
    empty: bool
    """Whether nothing stands between it and an end tag: `<br>`, `<Icon />`."""
    attributes: tuple[Attribute, ...] = ()
    form: str = "<{}>"
    """How people know it, with `{}` for its name."""

    @property
    def called(self) -> str:
        """Return what people know it as."""
        return self.form.format(self.name)

    @property
    def shortcode(self) -> bool:
        """Tell whether it is no tag but a shortcode, whose parameters are strings of code."""
        return self.form != "<{}>"

    @property
    def component(self) -> bool:
        """Tell whether it is a component of the site rather than an element of HTML."""
        name = self.name
        return name[:1].isupper() or "-" in name or "." in name or ":" in name or self.shortcode


def tag_at(source: bytes, start: int, end: int | None = None) -> Tag | None:
    """Return the tag that begins at `start`, or None when what stands there is not surely a tag."""
    opening = _OPEN.match(source, start)
    if opening is None:
        return None
    limit = len(source) if end is None else end
    attributes: list[Attribute] = []
    position = opening.end()
    while (match := _ATTRIBUTE.match(source, position, limit)) is not None:
        if match["end"]:
            # `<BR>` is an element, `<Link>` a component.
            empty = match["end"] == b"/>" or (opening[2] if opening[2][1:].islower() else opening[2].lower()) in VOID
            name = opening[2].decode()
            return Tag(Span(start, match.end()), name, bool(opening[1]), empty, tuple(attributes))
        position = match.end()
        for group, quote in _QUOTES:
            if match[group] is not None:
                attributes.append(Attribute(match["name"].decode(errors="replace"), Span(*match.span(group)), quote))
        if match["code"] or match["spread"]:
            begin = position - 1
            position = closing_brace(source, begin)
            if position < 0 or position > limit:
                return None
            name = match["name"].decode(errors="replace") if match["code"] else ""
            attributes.append(Attribute(name, Span(begin, position), "{"))
    return None


_QUOTES: tuple[tuple[str, Literal['"', "'", ""]], ...] = (("double", '"'), ("single", "'"), ("bare", ""))
