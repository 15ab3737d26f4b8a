"""Raw HTML to leaves: what stands between the tags that make blocks, and the attributes that people read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from translate.markdown import attributes, html, sentences
from translate.markdown.attributes import Text
from translate.markdown.events import Event
from translate.markdown.leaves import Leaves
from translate.markdown.tags import Tag, tag_at
from translate.model import Span

_TAG = re.compile(rb"</?[A-Za-z]")
_NOT_LINE_END = re.compile(rb"[^\r\n]")


class HtmlReader:
    """Reads the raw HTML of one page; elements may begin in one block and end in another."""

    def __init__(self, leaves: Leaves) -> None:
        self.leaves = leaves
        self.protection = leaves.protection
        self.elements: list[str] = []
        """The open elements."""
        self.open: Counter[str] = Counter()
        """How many of them have a name, so that an end tag of none is known at once."""
        self.tags: list[Tag] = []
        """Every tag that opens an element."""
        self.modules: list[Span] = []
        """Every block of `import` and `export`."""

    def block(self, run: Sequence[Event]) -> None:
        """Read an HTML block, given its lines."""
        # Templates are no part of HTML: where they are masked, they are neither words nor ends of lines.
        page = self.leaves.masked if self.leaves.dialect.templates else self.leaves.source
        if self.leaves.dialect.tags in {"python", "vue"}:
            page = _with_tags(page, self.leaves.source, run[0][2], run[-1][3])
        if self.leaves.dialect.jsx and self.leaves.source.startswith((b"import", b"export"), run[0][2]):
            self.modules.append(Span(run[0][2], run[-1][3]))
        whole = bool(self.leaves.dialect.templates) or self.leaves.source.startswith(b"export", run[0][2])
        if whole and not self.protection.shut:  # else its expressions are met one by one
            self.leaves.kept.code(run[0][2], run[-1][3])
        self._read(view_of(page, run), run[0][2], run[-1][3])

    def attributes(self, tag: Tag) -> None:
        """Add the texts of a tag that stands between texts; report words in its code that no text covers."""
        source = self.leaves.source
        said: list[Span] = []
        for text in attributes.texts(source, tag, self.leaves.rules):
            if text.html and b"\\" not in source[text.span.start : text.span.end]:
                self.leaves.quote = text.quote
                self._read(source, text.span.start, text.span.end)
                self.leaves.quote = ""
            elif text.html or not self.leaves.text(text):
                continue
            said.append(text.span)
        self.leaves.kept.tag(tag, said)

    def inner(self, tags: Sequence[Tag], texts: Sequence[Text]) -> None:
        """Add the texts of the tags inside a text; report words in these tags that no text covers."""
        said = [text.span for text in texts if self.leaves.text(text, inner=True)]
        for tag in tags:
            self.leaves.kept.tag(tag, said)

    def _read(self, view: bytes, start: int, end: int) -> None:
        """Read the bytes of `view` from `start` to `end`."""
        quoted = bool(self.leaves.quote)
        # What is masked as a block is machinery: `import …`, `:::note`, `{/* … */}`, or tags alone on a line.
        masked = self.leaves.masked.startswith(b"<?", start) and not view.startswith(b"<?", start) and not quoted
        expressions = self.leaves.dialect.expressions and not quoted
        sentence: list[html.Token] = []
        tokens = list(html.tokens(view, start, end, expressions=expressions))
        self.tags += [each.tag for each in tokens if each.tag and not each.tag.closing]
        for token in html.folded(tokens, self.protection.opaque):
            if masked and token.tag is None and token.other != "expression":
                continue
            comment = token.other == "comment" or view.startswith(b"{/*", token.start)
            if not comment and view[token.start : token.end].strip():
                self.protection.bind()
            if not comment and self._continues(token):
                sentence.append(token)
            else:
                if sentence:
                    self._end_sentence(sentence, view)
                    sentence = []
                self._mind(token)
        if sentence:
            self._end_sentence(sentence, view)

    def _continues(self, token: html.Token) -> bool:
        if self.protection.shut or not html.inline(token):
            return False
        return token.tag is None or token.other == "whole" or not self.protection.opaque(token.tag)

    def _mind(self, token: html.Token) -> None:
        tag = token.tag
        if token.other in {"comment", "expression"}:
            self.protection.hear(self.leaves.source[token.start : token.end], self.leaves.line(token.start))
            self._mind_parameters(token)
        if tag is None:
            return
        if not self.protection.shut:
            self.attributes(tag)
        self.protection.see(tag)
        if tag.closing and self.open[tag.name]:
            self._close(tag.name)
        elif not tag.closing and not tag.empty:
            self.elements.append(tag.name)
            self.open[tag.name] += 1

    def _mind_parameters(self, token: html.Token) -> None:
        tag = self.leaves.parameters(self.leaves.source, token.start) if self.leaves.parameters else None
        if tag is not None and not self.protection.shut:
            self.attributes(tag)

    def _close(self, wanted: str) -> None:
        name = ""
        while name != wanted:
            name = self.elements.pop()
            self.open[name] -= 1

    def _end_sentence(self, run: list[html.Token], view: bytes) -> None:
        covered = {token.start for part in self._sentences(run, view) for token in part}
        for token in run:
            if token.tag is not None and token.start not in covered:
                self.attributes(token.tag)

    def _sentences(self, run: list[html.Token], view: bytes) -> Iterator[list[html.Token]]:
        kind = f"text in <{self.elements[-1]}>" if self.elements else "text"
        for part in sentences.sentences(run, view, self.leaves.place):
            extent = sentences.extent(part, view)
            tags = self.leaves.tags([token.tag for token in part if token.tag], *extent)
            texts = inside(self.leaves, tags)
            writer = self.leaves.writer(texts, html=True)
            sentences.notate(part, self.leaves.source, view, writer)
            self.leaves.add(writer, extent, kind, "html")
            for placeholder in writer.placeholders:
                self.leaves.kept.code(*placeholder.opening)
            self.inner(tags, texts)
            yield part


def inside(leaves: Leaves, tags: Sequence[Tag]) -> list[Text]:
    """Return the attributes that people read of the tags inside a sentence."""
    texts = (text for tag in tags for text in attributes.texts(leaves.source, tag, leaves.rules))
    return [text for text in texts if not text.html]


def _with_tags(masked: bytes, source: bytes, start: int, end: int) -> bytes:
    """Return the page as the parser sees it, with the tags of a block as they are."""
    if masked[start:end] == source[start:end]:
        return masked
    view = bytearray(masked)
    for match in _TAG.finditer(source, start, end):
        if masked.startswith(b"<", match.start()) and (tag := tag_at(source, match.start())) is not None:
            view[slice(*tag.span)] = source[slice(*tag.span)]
    return bytes(view)


def view_of(source: bytes, run: Sequence[Event]) -> bytes:
    """Return the page with the container prefixes between the lines of an HTML block blanked."""
    gaps = [(before[3], after[2]) for before, after in pairwise(run) if before[3] != after[2]]
    if not gaps:
        return source
    view = bytearray(source)
    for start, end in gaps:
        view[start:end] = _NOT_LINE_END.sub(b" ", source[start:end])
    return bytes(view)
