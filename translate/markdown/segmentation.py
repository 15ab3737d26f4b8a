"""A page to segments: one pass over the parser's events, from top to bottom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from translate.errors import PageError
from translate.markdown import anchors, attributes, frontmatter, html, inline
from translate.markdown.attributes import Text
from translate.markdown.dialects import DIALECTS
from translate.markdown.events import Event, definitions, events
from translate.markdown.masking import mask
from translate.markdown.notation import WORDS, Writer
from translate.markdown.page import Heading, Leaf, Page, Untranslatable
from translate.markdown.protection import Protection
from translate.markdown.rules import Rules
from translate.markdown.tags import Tag, tag_at
from translate.model import Segment, Span

_INLINE = frozenset(
    ["Text", "Code", "SoftBreak", "HardBreak", "InlineHtml", "FootnoteReference", "InlineMath", "DisplayMath"]
) | {
    sign + name
    for sign in "+-"
    for name in ("Link", "Image", "Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript")
}
_KINDS = {
    "TableCell": "table cell",
    "DefinitionListTitle": "term",
    "DefinitionListDefinition": "definition",
    "Item": "list item",
    "BlockQuote": "quote",
    "FootnoteDefinition": "footnote",
}
_SHORTEST_CODE = 6
_INDEX = re.compile(r"\[\d+\]")
_BOM = b"\xef\xbb\xbf"
_STRINGS = re.compile(rb"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`", re.DOTALL)


def segment(path: str, source: bytes, rules: Rules) -> Page:
    """Read a page: the gaps between its segments and the segments together are `source`, byte for byte.

    Raises `PageError` where the bytes are not UTF-8 or the front matter cannot be parsed.
    """
    _check_encoding(path, source)
    reader = _Reader(path, source, rules)
    start = reader.read_front_matter()
    reader.read_body(start)
    return reader.page()


def _check_encoding(path: str, source: bytes) -> None:
    try:
        source.decode()
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        bad = source[error.start]
        hint = "save the page as UTF-8 (it may be Windows-1252 or Latin-1)"
        raise PageError(f"byte 0x{bad:02x} is not UTF-8", path=path, line=line, hint=hint) from error


class _Reader:
    def __init__(self, path: str, source: bytes, rules: Rules) -> None:
        self.path = path
        self.source = source
        self.rules = rules
        self.dialect = DIALECTS[rules.dialect]
        self.code = self.dialect.expressions or self.dialect.templates
        """Whether braces hold code of the site."""
        self.protection = Protection(source, rules)
        self.leaves: list[Leaf] = []
        self.headings: list[Heading] = []
        self.outline: list[str] = []
        self.untranslatable: list[Untranslatable] = []
        self.front_matter: frontmatter.Block | None = None
        self.blocks: list[tuple[str, str]] = []
        """The open blocks: name and data."""
        self.masked = source
        """The page as the parser sees it."""
        self.quote = ""
        """The quote of the JavaScript string that HTML is being read from."""
        self.section = ""
        self.counted = (0, 1)
        """A byte offset and its line, from which lines are counted on."""
        self.elements: list[str] = []
        """The open elements of raw HTML."""

    def page(self) -> Page:
        return Page(
            path=self.path,
            source=self.source,
            rules=self.rules,
            leaves=tuple(sorted(self.leaves, key=lambda leaf: (leaf.segment.span.start, leaf.inner))),
            headings=anchors.identified(self.headings, self.dialect),
            outline=tuple(self.outline),
            front_matter=self.front_matter,
            untranslatable=tuple(self.untranslatable),
            doubts=tuple(self.protection.doubts),
        )

    def line(self, offset: int) -> int:
        """Return the line of a byte, from 1; cheap when asked from top to bottom."""
        at, line = self.counted
        if offset < at:
            return self.source.count(b"\n", 0, offset) + 1
        line += self.source.count(b"\n", at, offset)
        self.counted = (offset, line)
        return line

    # Front matter

    def read_front_matter(self) -> int:
        """Take in the front matter; return where the body begins."""
        block = frontmatter.find(self.source, self.path)
        if block is None:
            return len(_BOM) if self.source.startswith(_BOM) else 0
        self.front_matter = block
        scalars, whole = frontmatter.scalars(self.source, block, self.rules.front_matter)
        self.leaves.extend(self._value(scalar) for scalar in scalars)
        self.untranslatable.extend(whole)
        return block.span.end

    def _value(self, scalar: frontmatter.Scalar) -> Leaf:
        encoded = scalar.value.encode()
        key = _INDEX.sub("[]", scalar.key)  # an item that moves in its list is the same text
        writer = Writer(encoded, encoded)
        writer.copy(0, len(encoded))
        segment = Segment(
            span=scalar.span,
            text=" ".join(writer.text.split(" ")),
            kind=f"front matter: {key}",
            syntax="plain",
            context=key,
            placeholders=tuple(writer.placeholders),
            line=self.line(scalar.span.start),
        )
        return Leaf(segment, scalar=scalar, worded=WORDS.search(writer.text) is not None)

    # The body

    def read_body(self, start: int) -> None:
        body = mask(self.source[start:] if start else self.source, self.dialect)
        self.masked = self.source[:start] + body
        run: list[Event] = []
        for event in events(body, self.dialect, start):
            name = event[0]
            if name in _INLINE and (not self.blocks or self.blocks[-1][0] not in {"HtmlBlock", "CodeBlock"}):
                run.append(event)
                continue
            if name == "Html":
                run.append(event)
                continue
            if run:
                self._end_run(run)
                run = []
            if name[0] == "+":
                self._enter(event)
            elif name[0] == "-":
                self._leave()
        if run:
            self._end_run(run)
        for definition in definitions(body, start):
            if title := attributes.definition_title(self.source, definition):
                self._text(Text("link title", title))

    def _enter(self, event: Event) -> None:
        name = event[0][1:]
        self.outline.append(name + event[1] if name in {"Heading", "List"} else name)
        self.protection.enter()
        self.blocks.append((name, event[1]))

    def _leave(self) -> None:
        self.blocks.pop()
        self.protection.leave()

    def _end_run(self, run: list[Event]) -> None:
        block = self.blocks[-1][0] if self.blocks else ""
        if block == "HtmlBlock":
            self._html_block(run)
        elif block != "CodeBlock":
            self._inline_block(run, heading=self.blocks[-1][1] if block == "Heading" else "")

    def _kind(self, run: list[Event]) -> str:
        name, data = self.blocks[-1] if self.blocks else ("Paragraph", "")
        if name == "Heading":
            return "aside title" if self._labels(run) else f"heading {data[1:]}"
        if name == "Paragraph" and len(self.blocks) > 1:
            name = self.blocks[-2][0]
        if name == "TableCell" and self.blocks[-2][0] == "TableHead":
            return "table header"
        return _KINDS.get(name, "paragraph")

    # Markdown

    def _inline_block(self, run: list[Event], heading: str) -> None:
        has_html = any(event[0] == "InlineHtml" for event in run)
        if heading and not self._labels(run):
            run = self._heading(run, heading)
        if has_html:
            self._hear_comments(run)
        if self.protection.shut:
            if has_html:
                self._mind(run)
            return
        if has_html:
            run = self._peeled(run)
        if run and any(event[0] == "+Image" for event in run) and inline.only_images(run):
            self._images(run)
        elif has_html and (elements := inline.elements(run, self.source)):
            for element in elements:
                self._inline_part(element)
        elif run:
            self._markdown(run, self._kind(run), is_heading=bool(heading))

    def _inline_part(self, run: list[Event]) -> None:
        """Add one element of a block that is a row of elements."""
        run = self._peeled(run)
        if run and (elements := inline.elements(run, self.source)):
            for element in elements:
                self._inline_part(element)
        elif run:
            self._markdown(run, self._kind(run), is_heading=False)

    def _images(self, run: list[Event]) -> None:
        """Add the descriptions in a block of nothing but images, which renderers treat in ways of their own."""
        for index, (name, _, start, end) in enumerate(run):
            if name == "+Image":
                close = inline.end_of(run, index)
                if inside := run[index + 1 : close]:
                    self._markdown(inside, "image description", is_heading=False)
            if name in {"-Image", "-Link"}:
                words = run[index - 1][3] if run[index - 1][0] != "+Image" else start + 2
                if title := attributes.link_title(self.source, Span(words, end)):
                    self._text(Text("link title", title))

    def _labels(self, run: list[Event]) -> bool:
        """Tell whether a heading is only the mask of an aside's title (`:::note[Title]`)."""
        start = self.source.rfind(b"\n", 0, run[0][2]) + 1
        return self.dialect.directives and self.source[start : run[0][2]].lstrip(b" \t>").startswith(b":::")

    def _hear_comments(self, run: list[Event]) -> None:
        for name, _, start, end in run:
            if name == "InlineHtml" and self.source.startswith(b"<!--", start):
                self.protection.hear(self.source[start:end], self.line(start))

    def _mind(self, run: Iterable[Event]) -> None:
        for name, _, start, _ in run:
            if name == "InlineHtml" and (tag := tag_at(self.source, start)) is not None:
                self.protection.see(tag)

    def _markdown(self, run: list[Event], kind: str, *, is_heading: bool) -> None:
        start = run[0][2] - (run[0][0] == "Text" and inline.escaped(self.source, run[0][1], run[0][2]))
        tags = self._readable(run)
        writer = Writer(self.source, self.masked, self.code, readable=[text.span for text in tags])
        try:
            inline.notate(run, self.source, writer, self.protection.opaque, start)
        except inline.UnsureError:
            words = self.source[start : run[-1][3]].decode(errors="replace")
            self.untranslatable.append(Untranslatable(self.line(start), words, "its markup is ambiguous"))
            return
        leaf = self._add(writer, Span(start, run[-1][3]), kind, "markdown")
        if is_heading and kind != "aside title":
            self.section = leaf.segment.text
        for placeholder in writer.placeholders:
            if placeholder.closing is not None and (title := attributes.link_title(self.source, placeholder.closing)):
                self._text(Text("link title", title), inner=True)
        for text in tags:
            self._text(text, inner=True)

    def _readable(self, run: list[Event]) -> list[Text]:
        """Return the attributes inside the run that people read."""
        found: list[Text] = []
        for name, _, start, _ in run:
            if name == "InlineHtml" and (tag := tag_at(self.source, start)) is not None:
                found.extend(text for text in attributes.texts(self.source, tag, self.rules) if not text.html)
        return found

    def _peeled(self, run: list[Event]) -> list[Event]:
        """Return the run without the tags around all of it, and without lone tags at its ends."""
        while run:
            partners = inline.partners(run, self.source)
            if self._lone_tag(run[0]) and 0 not in partners:
                run = self._without(run, 0)
            elif self._lone_tag(run[-1]) and len(run) - 1 not in partners:
                run = self._without(run, len(run) - 1)
            elif partners.get(0) == len(run) - 1 and not self._opaque_at(run[0][2]):
                run = self._without(run, 0, len(run) - 1)
            elif _blank(run[0]):
                run = run[1:]
            elif _blank(run[-1]):
                run = run[:-1]
            else:
                break
        return _stripped(run)

    def _lone_tag(self, event: Event) -> bool:
        return event[0] == "InlineHtml"

    def _opaque_at(self, start: int) -> bool:
        tag = tag_at(self.source, start)
        return tag is not None and self.protection.opaque(tag)

    def _without(self, run: list[Event], *indices: int) -> list[Event]:
        for index in indices:
            if (tag := tag_at(self.source, run[index][2])) is not None:
                self._attributes(tag)
        return [event for index, event in enumerate(run) if index not in indices]

    # Headings

    def _heading(self, run: list[Event], level: str) -> list[Event]:
        start, end = run[0][2], run[-1][3]
        explicit = anchors.explicit(self.source, start, end) if self.dialect.slugs else None
        if explicit is not None:
            run = list(_cut(run, explicit.start))
            end = explicit.start
        text = anchors.rendered(run, self.source, self.dialect) if self.dialect.slugs and explicit is None else ""
        id_ = anchors.id_of(self.source, explicit) if explicit else ""
        self.headings.append(Heading(level, end, text, explicit, id_))
        return run

    # Raw HTML

    def _html_block(self, run: list[Event]) -> None:
        start, end = run[0][2], run[-1][3]
        self._html(self._view(run), start, end)

    def _html(self, view: bytes, start: int, end: int, quote: str = "") -> None:
        """Add the texts of raw HTML; `quote` is that of the JavaScript string that it stands in."""
        sentence: list[html.Token] = []
        self.quote = quote
        # What is masked as a block is machinery: `import …`, `:::note`, `{/* … */}`, or tags alone on a line.
        machinery = self.masked.startswith(b"<?", start) and not view.startswith(b"<?", start) and not quote
        for token in html.tokens(view, start, end, expressions=self.dialect.expressions and not quote):
            if machinery and token.tag is None and token.other != "expression":
                continue
            if (
                not self.protection.shut
                and html.inline(token)
                and not (token.tag and self.protection.opaque(token.tag))
            ):
                sentence.append(token)
                continue
            self._end_sentence(sentence, view)
            sentence = []
            self._mind_token(token)
        self._end_sentence(sentence, view)
        self.quote = ""

    def _view(self, run: list[Event]) -> bytes:
        """Return the page with the container prefixes between the lines of an HTML block blanked."""
        gaps = [(before[3], after[2]) for before, after in pairwise(run) if before[3] != after[2]]
        if not gaps:
            return self.source
        view = bytearray(self.source)
        for start, end in gaps:
            view[start:end] = b" " * (end - start)
        return bytes(view)

    def _mind_token(self, token: html.Token) -> None:
        if token.other in {"comment", "expression"}:
            self.protection.hear(self.source[token.start : token.end], self.line(token.start))
        if token.tag is None:
            return
        if not self.protection.shut:
            self._attributes(token.tag)
        self.protection.see(token.tag)
        if token.tag.closing:
            if token.tag.name in self.elements:
                while self.elements.pop() != token.tag.name:
                    pass
        elif not token.tag.empty:
            self.elements.append(token.tag.name)

    def _end_sentence(self, run: list[html.Token], view: bytes) -> None:
        covered = [(part[0].start, part[-1].end) for part in self._sentences(run, view)]
        for token in run:
            if token.tag is not None and not any(start <= token.start < end for start, end in covered):
                self._attributes(token.tag)

    def _sentences(self, run: list[html.Token], view: bytes) -> Iterator[list[html.Token]]:
        for part in html.sentences(run, view):
            start = html.edges(part[0], view, first=True, last=len(part) == 1)[0]
            end = html.edges(part[-1], view, first=len(part) == 1, last=True)[1]
            tags = [
                text
                for token in part
                if token.tag
                for text in attributes.texts(self.source, token.tag, self.rules)
                if not text.html
            ]
            writer = Writer(self.source, self.masked, self.code, html=True, readable=[text.span for text in tags])
            html.notate(part, self.source, view, writer)
            self._add(writer, Span(start, end), f"text in <{self.elements[-1]}>" if self.elements else "text", "html")
            for text in tags:
                self._text(text, inner=True)
            yield part

    # Leaves

    def _attributes(self, tag: Tag) -> None:
        """Add the texts of a tag that stands between texts; report words in its code that no text covers."""
        said: list[Span] = []
        for text in attributes.texts(self.source, tag, self.rules):
            if text.html and b"\\" not in self.source[text.span.start : text.span.end]:
                self._html(self.source, text.span.start, text.span.end, text.quote)
            elif text.html or not self._text(text):
                continue
            said.append(text.span)
        for attribute in tag.attributes:
            if attribute.quote == "{":
                self._strings(attribute.name, attribute.value, said)

    def _strings(self, name: str, value: Span, said: list[Span]) -> None:
        """Report words inside code of the site: they stay as they are."""
        raw = self.source[value.start : value.end]
        if len(raw) < _SHORTEST_CODE or not any(quote in raw for quote in (b'"', b"'", b"`")):
            return
        starts = {span.start for span in said}
        strings = (match for match in _STRINGS.finditer(raw) if value.start + match.start() + 1 not in starts)
        prose = [text for match in strings if _is_prose(text := match[0][1:-1].decode())]
        if prose:
            reason = f"inside the code of {name or 'an expression'}"
            self.untranslatable.append(Untranslatable(self.line(value.start), " … ".join(prose), reason))

    def _text(self, text: Text, *, inner: bool = False) -> bool:
        """Add a text inside a tag; tell whether it is one."""
        line = self.line(text.span.start)
        if text.quote:
            leaf = attributes.script_leaf(self.source, text, section=self.section, line=line)
        else:
            expressions = self.dialect.expressions
            leaf = attributes.leaf(
                self.source, text.name, text.span, section=self.section, line=line, expressions=expressions
            )
        if leaf is not None:
            self.leaves.append(replace(leaf, inner=inner))
        return leaf is not None

    def _add(self, writer: Writer, span: Span, kind: str, syntax: str) -> Leaf:
        wish = self.protection.granted
        segment = Segment(
            span=span,
            text=writer.text,
            kind=kind,
            syntax="html" if syntax == "html" else "markdown",
            context=wish.context,
            section="" if kind.startswith("heading") else self.section,
            note=wish.note,
            placeholders=tuple(writer.placeholders),
            line=self.line(span.start),
        )
        leaf = Leaf(
            segment,
            tuple(writer.pieces),
            tuple(writer.breaks),
            tuple(writer.spellings.items()),
            quote=self.quote,
            worded=writer.words[0],
        )
        self.leaves.append(leaf)
        return leaf


def _is_prose(text: str) -> bool:
    return len(text.split()) > 1 and WORDS.search(text) is not None


def _blank(event: Event) -> bool:
    return event[0] in {"SoftBreak", "HardBreak"} or (event[0] == "Text" and not event[1].strip(" \t"))


def _stripped(run: list[Event]) -> list[Event]:
    """Return the run without the blanks before its first and after its last word."""
    if run and run[0][0] == "Text":
        name, data, start, end = run[0]
        words = data.lstrip(" \t")
        run = [(name, words, start + len(data) - len(words), end), *run[1:]]
    if run and run[-1][0] == "Text":
        name, data, start, end = run[-1]
        words = data.rstrip(" \t")
        run = [*run[:-1], (name, words, start, end - len(data) + len(words))]
    return run


def _cut(run: list[Event], end: int) -> Iterator[Event]:
    """Yield the events before byte `end`; a text that goes on is cut there."""
    for name, data, start, stop in run:
        if stop <= end:
            yield name, data, start, stop
        elif start < end:
            yield name, data.encode()[: end - start].decode(), start, end
