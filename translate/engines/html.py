"""The wire form written as HTML, for engines that know tags only there: `<span id="1">`, `<span translate="no">`."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from translate.engines.wire import Mark, Token, escape, joined, parse, render


def to_html(text: str) -> str:
    """Write a wire text as HTML."""
    return "".join(escape(token) if isinstance(token, str) else _span(token) for token in parse(text))


def from_html(text: str) -> str:
    """Read HTML as an engine gives it back, and write it in the wire form.

    Only our spans are tags. Everything else is text, escaped or not: LibreTranslate unescapes its own output, so that
    a `<b>` which was text comes back as one. Spans that do not make pairs give a wire text that is not well-formed.
    """
    return "".join(_written(token) for token in joined(_tokens(text)))


def _span(mark: Mark) -> str:
    if mark.kind == "close":
        return "</span>"
    if mark.kind == "open":
        return f'<span id="{mark.id}">'
    return f'<span id="{mark.id}" translate="no">{escape(mark.content)}</span>'


_SPAN = re.compile(r"""<span\b(?P<attributes>[^<>]*)>|(?P<close></\s*span\s*>)""", re.IGNORECASE)
_ID = re.compile(r"""\bid\s*=\s*["']?([0-9]{1,6})\b""", re.IGNORECASE)
_LONE = re.compile(r"""\btranslate\s*=\s*["']?no\b""", re.IGNORECASE)


def _tokens(text: str) -> Iterator[Token]:
    """Yield the tokens; a lone one begins with its mark and takes the text up to its end."""
    lone: Mark | None = None
    content, end = "", 0
    for tag in _SPAN.finditer(text):
        before = html.unescape(text[end : tag.start()])
        end = tag.end()
        number = _ID.search(tag["attributes"] or "")
        if lone is not None:
            content += before
            if tag["close"]:
                yield Mark("lone", lone.id, content)
                lone, content = None, ""
            continue
        yield before
        if tag["close"]:
            yield Mark("close", 0)
        elif number and _LONE.search(tag["attributes"]):
            lone = Mark("lone", int(number[1]))
        elif number:
            yield Mark("open", int(number[1]))
    yield content + html.unescape(text[end:])


def _written(token: Token) -> str:
    return render((token,))
