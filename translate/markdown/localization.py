"""Links of a built page that have to lead elsewhere than those of its source: they are replaced, and nothing else.

The page has been proven by then, and is not read again: what is written has only signs that cannot change how it reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from translate.markdown.draft import Edit, splice
from translate.markdown.imports import imports
from translate.markdown.links import Link, links
from translate.markdown.reassembly import Rebuilt
from translate.model import Span

_UNSAFE = re.compile(r"[^A-Za-z0-9._~:/?#@!$&+,;=%-]")
"""What might end or change an address in Markdown, in a tag or in a string of JavaScript."""


def localized(rebuilt: Rebuilt, address: Callable[[Link], str]) -> bytes:
    """Return the page with each link leading to what `address` says; where that is its target, its bytes stay.

    Addresses that readers see as text (`<https://…>`) are never replaced.
    """
    page = rebuilt.page
    edits = list(_edits(rebuilt, address))
    if page is None or not edits:
        return rebuilt.content
    return splice(rebuilt.content, edits, Span(0, len(rebuilt.content)))


def _edits(rebuilt: Rebuilt, address: Callable[[Link], str]) -> Iterator[Edit]:
    page = rebuilt.page
    if page is None:
        return
    grown = len(rebuilt.content) - len(page.source)
    for link in sorted((*imports(page), *links(page)), key=lambda link: link.span):
        if link.kind != "visible" and (new := address(link)) != link.target:
            shift = grown if link.span.start >= rebuilt.seam else 0
            yield link.span.start + shift, link.span.end + shift, _written(link, new)


def _written(link: Link, address: str) -> bytes:
    if link.kind in {"module", "value"}:
        return address.encode()
    safe = _UNSAFE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), address)
    return safe.encode() if link.code else safe.replace("&", "&amp;").encode()
