"""A page to segments: one pass over the parser's events, from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.errors import PageError
from translate.markdown import anchors, attributes, frontmatter, inline
from translate.markdown.attributes import Text
from translate.markdown.dialects import DIALECTS, Dialect
from translate.markdown.events import Event, definitions, events
from translate.markdown.html_reader import HtmlReader
from translate.markdown.leaves import Leaves
from translate.markdown.markdown_reader import MarkdownReader
from translate.markdown.masking import mask
from translate.markdown.notation import WORDS, Writer
from translate.markdown.page import Leaf, Page
from translate.markdown.protection import Protection
from translate.markdown.python_markdown import ASIDE, INDENT, column, is_aside
from translate.markdown.rules import Rules
from translate.model import Segment, Span

_INLINE = frozenset("Text Code SoftBreak HardBreak InlineHtml FootnoteReference InlineMath DisplayMath".split()) | {
    sign + name
    for sign in "+-"
    for name in ("Link", "Image", "Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript")
}
_BOM = b"\xef\xbb\xbf"


def segment(path: str, source: bytes, rules: Rules, places: Sequence[Span] = ()) -> Page:
    """Read a page: the gaps between its segments and the segments together are `source`, byte for byte.

    A page that was built from another is cut as that one was: `places` says in order where its texts are then. What
    stands at the ends of a text in one language may stand inside it in another.

    Raises `PageError` where the bytes are not UTF-8, the front matter cannot be parsed, or something in the page is
    nested hundreds deep.
    """
    _check_encoding(path, source)
    try:
        return _page(path, source, rules, places)
    except RecursionError as error:
        hint = "look at its front matter and at the JavaScript of its components"
        raise PageError("is nested too deeply to be read", path=path, hint=hint) from error


def _page(path: str, source: bytes, rules: Rules, places: Sequence[Span]) -> Page:
    block = frontmatter.find(source, path)
    start = block.span.end if block else len(_BOM) if source.startswith(_BOM) else 0
    dialect = DIALECTS[rules.dialect]
    body = mask(source[start:] if start else source, dialect)
    protection = Protection(source, rules)
    leaves = Leaves(source, source[:start] + body, rules, dialect, protection, places)
    whole = _read_front_matter(block, leaves) if block is not None else ()
    walk = _Walk(leaves)
    walk.read(body, start)
    return Page(
        path=path,
        source=source,
        rules=rules,
        leaves=tuple(sorted(leaves.found, key=lambda leaf: (leaf.segment.span.start, leaf.inner))),
        headings=anchors.identified(walk.markdown.headings, dialect),
        outline=tuple(walk.outline),
        front_matter=block,
        untranslatable=(*whole, *leaves.kept.told),
        doubts=tuple(protection.doubts),
        runs=tuple(walk.markdown.runs),
        tags=tuple(walk.html.tags),
        definitions=tuple(walk.definitions),
        modules=tuple(walk.html.modules),
    )


def _check_encoding(path: str, source: bytes) -> None:
    try:
        source.decode()
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        bad = source[error.start]
        hint = "save the page as UTF-8 (it may be Windows-1252 or Latin-1)"
        raise PageError(f"byte 0x{bad:02x} is not UTF-8", path=path, line=line, hint=hint) from error


def _read_front_matter(block: frontmatter.Block, leaves: Leaves) -> Sequence[frontmatter.Untranslatable]:
    """Add the values that are texts; return those that would be."""
    keys = leaves.rules.front_matter
    scalars, whole = frontmatter.scalars(leaves.source, block, keys)
    leaves.found.extend(_value(scalar, leaves.line(scalar.span.start), leaves.dialect) for scalar in scalars)
    return sorted((*whole, *frontmatter.unlisted(leaves.source, block, keys)))


def _value(scalar: frontmatter.Scalar, line: int, dialect: Dialect) -> Leaf:
    said = scalar.value.encode()
    templates = bool(dialect.templates) and b"{" in said
    view = mask(b"x " + said, dialect)[2:] if templates else said  # in a text, code of a template language is no block
    key = frontmatter.general(scalar.key)
    writer = Writer(said, view)
    writer.copy(0, len(said))
    segment = Segment(
        span=scalar.span,
        text=writer.text,
        kind=f"front matter: {key}",
        syntax="plain",
        context=key,
        placeholders=tuple(writer.placeholders),
        line=line,
    )
    return Leaf(segment, scalar=scalar, worded=WORDS.search(writer.text) is not None)


class _Walk:
    """Hands the events of a page's body to the readers, block by block."""

    def __init__(self, leaves: Leaves) -> None:
        self.leaves = leaves
        self.html = HtmlReader(leaves)
        self.markdown = MarkdownReader(leaves, self.html)
        self.blocks: list[tuple[str, str]] = []
        """The open blocks: name and data."""
        self.columns: list[int] = []
        """Where the content of each open aside begins."""
        self.outline: list[str] = []
        self.definitions: list[Span] = []

    def read(self, body: bytes, start: int) -> None:
        """Read the body, which begins at byte `start` of the page."""
        run: list[Event] = []
        for event in events(body, self.leaves.dialect, start):
            name = event[0]
            if name == "Html" or (name in _INLINE and not self._raw()):
                run.append(event)
                continue
            if run:
                self._end_run(run)
                run = []
            if name[0] == "+":
                self._enter(event)
            elif name[0] == "-":
                if self.blocks.pop() == ("Item", ASIDE):
                    self.columns.pop()
                self.leaves.protection.leave()
        if run:
            self._end_run(run)
        self.definitions.extend(definitions(body, start))
        for definition in self.definitions:
            if title := attributes.definition_title(self.leaves.source, definition):
                self.leaves.text(Text("link title", title))

    def _raw(self) -> bool:
        return bool(self.blocks) and self.blocks[-1][0] in {"HtmlBlock", "CodeBlock"}

    def _enter(self, event: Event) -> None:
        name = event[0][1:]
        self.outline.append(name + event[1] if name in {"Heading", "List"} else name)
        self.leaves.protection.enter(raw=name == "HtmlBlock")
        data = event[1]
        if name == "Item" and self.leaves.dialect.python_markdown and is_aside(self.leaves.source, event[2]):
            data = ASIDE
            self.columns.append(column(self.leaves.source, event[2]) + INDENT)
        self.blocks.append((name, data))

    def _end_run(self, run: list[Event]) -> None:
        if run[0][0] == "Html":
            self.html.block(run)
        else:
            if self.leaves.dialect.jsx and self.blocks[-1:] == [("Paragraph", "")] and self._unravels(run):
                self.outline[-1] = "Unravelled"
            for part in self._parts(run) if self.columns else (run,):
                self.markdown.block(part, self.blocks)

    def _parts(self, run: list[Event]) -> Iterator[list[Event]]:
        """Yield the texts of a run in an aside of Python-Markdown, which ends before the first line not indented."""
        depth = begin = 0
        around = len(self.columns)
        for index, (name, _, start, _) in enumerate(run):
            depth += (name[0] == "+") - (name[0] == "-")
            if index == 0 or run[index - 1][0] != "SoftBreak" or depth != (name[0] == "+"):
                continue
            at = column(self.leaves.source, start)
            left = sum(at >= each for each in self.columns[:around])
            if left < around:
                yield run[begin : index - 1]
                begin, around = index, left
        yield run[begin:]

    def _unravels(self, run: list[Event]) -> bool:
        return inline.unravels(run, self.leaves.source, self.leaves.masked)
