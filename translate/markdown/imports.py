"""The files that a page names beside its links: what its code imports, and paths in its front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.markdown.links import Kind, Link
from translate.markdown.page import Page
from translate.model import Span

_IMPORTED = re.compile(rb"\b(?:from|import)\s*\(?\s*([\"'])(\.{1,2}/[^\"'\\\n]+)\1")
"""A relative path after `import` or `from`: `import A from './a.png'`, `import('./a.js')` (ECMAScript §16.2.2)."""
_VALUE = re.compile(rb"(?<=[\s=:\[,{])([\"']?)(\.{1,2}/[^\s\"',\]}]+)\1(?=[\s,\]}]|\Z)")
"""A relative path that is a whole value of YAML or TOML."""


def imports(page: Page) -> tuple[Link, ...]:
    """Return the relative paths of a page's code and front matter, in page order; values that are texts hold none."""
    found = list(_in_front_matter(page))
    for span in (*page.modules, *_scripts(page)):
        found.extend(_matches(_IMPORTED, page.source, span, "module"))
    return tuple(sorted(found, key=lambda link: link.span))


def _in_front_matter(page: Page) -> Iterator[Link]:
    if page.front_matter is None:
        return
    texts = [leaf.segment.span for leaf in page.leaves if leaf.scalar]
    for link in _matches(_VALUE, page.source, page.front_matter.content, "value"):
        if not any(text.start <= link.span.start < text.end for text in texts):
            yield link


def _scripts(page: Page) -> Iterator[Span]:
    for tag in page.tags:
        if tag.name == "script" and not tag.empty:
            end = page.source.find(b"</script", tag.span.end)
            yield Span(tag.span.end, end if end >= 0 else len(page.source))


def _matches(pattern: re.Pattern[bytes], source: bytes, span: Span, kind: Kind) -> Iterator[Link]:
    for match in pattern.finditer(source, *span):
        yield Link(match[2].decode(), Span(*match.span(2)), kind)
