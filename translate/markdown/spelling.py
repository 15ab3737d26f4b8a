"""A target in catalog notation to the bytes for its place, so that plain text cannot change the structure."""

from __future__ import annotations

import re
from collections.abc import Callable

from translate.markdown import frontmatter
from translate.markdown.dialects import DIALECTS, Dialect
from translate.markdown.flanking import Marks, marks
from translate.markdown.lines import lay_out
from translate.markdown.notation import ADDRESS_END
from translate.markdown.page import Leaf, Page
from translate.markdown.placeholders import BrokenTargetError, Part, parse
from translate.markdown.strings import strings_of
from translate.model import Role, Span

Slice = Callable[[Span], bytes]
"""The bytes of the page at a span, with the targets of what stands inside it."""

_BOM = "\ufeff".encode()
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LAYOUT = re.compile(r"[ \t\r\n\x0b\x0c]*[\r\n\t\x0b\x0c][ \t\r\n\x0b\x0c]*")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_MARKDOWN = re.compile(r"[\\`*_~<&{}|\[\]!\"]")
_UNQUOTED = re.compile(r"[\s\"'=<>`]")
"""What ends an attribute without quotes (HTML living standard §13.1.2.3)."""
_HTML = re.compile(r"[<>&{}]")
_LINE_START = re.compile(
    r"""(?P<number>\d{1,9})(?P<dot>[.)])(?=[ \t]|$)
      | (?P<mark>[-+*](?=[ \t]|$) | \#{1,6}(?=[ \t]|$) | > | -{2,}[ \t]*$ | \[ | ~{3,} )
      | (?P<entity>=+[ \t]*$ | :(?=[ \t]) | :::)""",
    re.VERBOSE,
)
_BARE_URL = re.compile(rb"(?:https?|ftp)://|www\.")
_KEEPS_BACKSLASH = frozenset("\\`*[]()#+-.!_>~|")
"""Characters that every renderer lets a backslash escape (remark-parse 8; CommonMark has more)."""


def spell(leaf: Leaf, target: str, page: Page, piece: Slice) -> bytes:
    """Return the bytes that replace the leaf's span; `target` is one line.

    Raises `BrokenTargetError` where placeholders or code are not the source's.
    """
    return _SPELLERS[leaf.segment.syntax](leaf, target, page, piece)


def one_line(target: str) -> str:
    """Return a target without what no text of a page holds: line breaks, control characters, blanks at its ends."""
    laid_out = target if target.isprintable() else _LAYOUT.sub(" ", _CONTROLS.sub("", target))
    return laid_out.strip(" ")


def _markdown(leaf: Leaf, target: str, page: Page, piece: Slice) -> bytes:
    return _Markdown(leaf, lay_out(target, leaf), DIALECTS[page.rules.dialect], page, piece).spelled()


class _Markdown:
    def __init__(self, leaf: Leaf, target: str, dialect: Dialect, page: Page, piece: Slice) -> None:
        self.leaf = leaf
        self.target = target
        self.dialect = dialect
        self.page = page
        self.piece = piece
        self.spellings = dict(leaf.spellings)
        self.cell = leaf.segment.kind.startswith("table ")
        self.parts = parse(target, leaf.segment)
        self.marks = self._marks()
        self.opens_block = not (self.cell or self._in_atx_heading())
        """Whether a list or another block could begin where the text begins."""
        self.fresh = self.opens_block
        """Whether the next text begins a line."""
        self.described = int(leaf.segment.kind == "image description")
        """Inside how many images the text stands."""

    def spelled(self) -> bytes:
        out: list[bytes] = []
        breaks = iter(self.leaf.breaks)
        for index, part in enumerate(self.parts):
            if part.kind == "break":
                out.append(self.piece(next(breaks)[1]))
            elif part.placeholder is not None:
                if part.placeholder.role is Role.IMAGE:
                    self.described += 1 if part.kind == "open" else -1
                out.append(self._machinery(part))
            else:
                last = index == len(self.parts) - 1
                out.append(_WRITERS[part.kind](self, part, last).encode())
            self.fresh = part.kind == "break" and self.opens_block
        for index, part in enumerate(self.parts):
            if part.kind == "lone" and self._is_address(part):
                if self._swallows(part, b"".join(out[index + 1 :])):
                    out[index] += b" "
                if index and out[index - 1][-1:].isalpha():
                    out[index] = b" " + out[index]  # right after an ASCII letter it would be no address any more
        if (closing := self.leaf.closing) is not None:
            out += b"]", self._label(self.leaf.segment.span.start, closing.start)
        return _without_closing_hashes(b"".join(out), self.leaf)

    def _is_address(self, part: Part) -> bool:
        span = part.placeholder.opening if part.placeholder else Span(0, 0)
        return _BARE_URL.match(self.page.source, span.start, span.end) is not None

    def _swallows(self, part: Part, following: bytes) -> bool:
        """Tell whether renderers would take what follows a bare URL for more of it.

        What is plain ASCII we would take for more of it too, so that the proof finds it.
        """
        span = part.placeholder.opening if part.placeholder else Span(0, 0)
        tail = _up_to_blank(following, 0)
        unseen = not tail.isascii() or any(sign in tail for sign in (b"\\", b"&", b"|"))
        return unseen and tail != _up_to_blank(self.page.source, span.end)

    def _in_atx_heading(self) -> bool:
        start = self.page.source.rfind(b"\n", 0, self.leaf.segment.span.start) + 1
        marks = self.page.source[start : self.leaf.segment.span.start].rstrip()
        return self.leaf.segment.kind.startswith("heading") and marks.endswith(b"#")

    def _machinery(self, part: Part) -> bytes:
        placeholder = part.placeholder
        if placeholder is None:
            return b""
        if part.kind != "close" or placeholder.closing is None:
            return self.piece(placeholder.opening)
        closing = self.piece(placeholder.closing)
        if placeholder.role is not Role.PAIR and closing in {b"]", b"][]"}:
            return b"]" + self._label(placeholder.opening.end, placeholder.closing.start)
        return closing

    def _label(self, start: int, end: int) -> bytes:
        """Return the label of a shortcut reference, which its words are: other words need it written out."""
        return b"[" + self.page.source[start:end] + b"]"

    def _marks(self) -> Marks:
        if not any(sign in self.target for sign in "*_~"):
            return Marks()
        strikethrough = "STRIKETHROUGH" in self.dialect.extensions
        return marks(self.target, self.leaf.segment.text, strikethrough=strikethrough)

    def code(self, part: Part, last: bool) -> str:  # noqa: ARG002 - one signature for all kinds
        return part.text

    def escape(self, part: Part, last: bool) -> str:
        character = part.text[1]
        if character in self.dialect.bracketing:
            return self._escaped(character)
        if character in _KEEPS_BACKSLASH and (character != "|" or self._splits()):
            return part.text
        return self.text(Part("text", character, part.start + 1), last)

    def text(self, part: Part, last: bool) -> str:
        text, lead = part.text, ""
        if self.fresh and (match := _LINE_START.match(text)) is not None:
            lead, text = self._line_start(match), text[match.end() :]
        elif text.startswith("^") and self._follows_bracket(part.start):
            lead, text = "&#94;", text[1:]  # `![^` begins no image for cmark-gfm, and `[^` a footnote for others
        elif self.fresh and self.dialect.line_starts and re.match(self.dialect.line_starts, text):
            lead, text = f"&#{ord(text[0])};", text[1:]
        elif text.startswith("---") and self.leaf.segment.span.start in {0, len(_BOM)} and part.start == 0:
            lead = "\\"  # gray-matter takes any line that begins so for front matter
        offset = part.start + len(part.text) - len(text)
        end = len(self.target) if last else -1
        letters = sorted(at for at in self.marks.letters if offset <= at < offset + len(text))
        out = [lead]
        position = offset
        for at in letters:
            out += self._plain(position, at, end), f"&#{ord(self.target[at])};"
            position = at + 1
        out.append(self._plain(position, offset + len(text), end))
        return "".join(out)

    def _follows_bracket(self, at: int) -> bool:
        return self.target[at - 1 : at] == "[" if at else self.leaf.segment.kind == "image description"

    def _plain(self, start: int, stop: int, end: int) -> str:
        """Spell the characters `start` to `stop` of the target."""

        def written(match: re.Match[str]) -> str:
            return self._character(match[0], start + match.start(), end)

        text = _MARKDOWN.sub(written, self.target[start:stop])
        if self.dialect.signs:
            text = re.sub(self.dialect.signs, lambda sign: f"&#{ord(sign[0])};", text)
        for character, spelling in self.spellings.items():
            if character not in "&<":
                text = text.replace(character, spelling)
        return text

    def _line_start(self, match: re.Match[str]) -> str:
        if match["number"]:
            return f"{match['number']}\\{match['dot']}"
        if match["mark"]:
            return self._escaped(match["mark"])
        return f"&#{ord(match['entity'][0])};" + match["entity"][1:]

    def _escaped(self, mark: str) -> str:
        """Return a mark that means nothing."""
        return f"&#{ord(mark)};" if mark in self.dialect.bracketing else "\\" + mark

    def _character(self, character: str, at: int, end: int) -> str:
        return _CHARACTERS[character](self, character, at, end)

    def backslash(self, character: str, at: int, end: int) -> str:
        following = self.target[at + 1 : at + 2]
        return "\\\\" if at + 1 == end or following in {"", "\n", "{", "["} else character

    def delimiter(self, character: str, at: int, end: int) -> str:  # noqa: ARG002
        if at in self.marks.delimiters:
            return character
        if character == "~" and "STRIKETHROUGH" not in self.dialect.extensions:
            return character
        if character == "_" and _ascii_word(self.target[at - 1 : at]) and _ascii_word(self.target[at + 1 : at + 2]):
            return character
        return "&#126;" if character == "~" and self.dialect.python_markdown else "\\" + character

    def bracket(self, character: str, at: int, end: int) -> str:  # noqa: ARG002
        plain = (
            character in re.sub(r"\\.|\]?\(?\{\d+\}", "", self.leaf.segment.text) and not self.leaf.segment.placeholders
        )
        follows = self.target[at + 1 : at + 2]
        return character if plain and not (character == "]" and follows in tuple("([:{")) else self._escaped(character)

    def bang(self, character: str, at: int, end: int) -> str:  # noqa: ARG002
        return "\\!" if self.target[at + 1 : at + 2] == "[" else character

    def ampersand(self, character: str, at: int, end: int) -> str:  # noqa: ARG002
        return "&amp;" if "&" in self.spellings or _ENTITY.match(self.target, at) else character

    def brace(self, character: str, at: int, end: int) -> str:  # noqa: ARG002
        return self.dialect.brace[character == "}"]

    def less_than(self, character: str, at: int, end: int) -> str:  # noqa: ARG002
        return "&lt;"

    def pipe(self, character: str, at: int, end: int) -> str:  # noqa: ARG002
        return "\\|" if self._splits() else character

    def _splits(self) -> bool:
        """Tell whether `|` would end a table cell here, or make one."""
        return self.cell or (self.dialect.kramdown and "|" not in self.leaf.segment.text)

    def quote(self, character: str, at: int, end: int) -> str:  # noqa: ARG002
        return self.dialect.quote_in_attribute if self.described else character

    def tick(self, character: str, at: int, end: int) -> str:  # noqa: ARG002
        return "\\" + character


_WRITERS: dict[str, Callable[[_Markdown, Part, bool], str]] = {
    "text": _Markdown.text,
    "code": _Markdown.code,
    "escape": _Markdown.escape,
}
_CHARACTERS: dict[str, Callable[[_Markdown, str, int, int], str]] = {
    "\\": _Markdown.backslash,
    "`": _Markdown.tick,
    "*": _Markdown.delimiter,
    "_": _Markdown.delimiter,
    "~": _Markdown.delimiter,
    "<": _Markdown.less_than,
    "&": _Markdown.ampersand,
    "{": _Markdown.brace,
    "}": _Markdown.brace,
    "|": _Markdown.pipe,
    "[": _Markdown.bracket,
    "]": _Markdown.bracket,
    "!": _Markdown.bang,
    '"': _Markdown.quote,
}


def _up_to_blank(text: bytes, start: int) -> bytes:
    """Return what a renderer may take for the rest of a bare URL."""
    end = ADDRESS_END.search(text, start)
    return text[start : end.start()] if end else b""


def _ascii_word(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _without_closing_hashes(spelled: bytes, leaf: Leaf) -> bytes:
    """Escape a trailing `#` of a heading, which would close it and vanish (CommonMark §4.2).

    The parser sees titles of asides as headings, too.
    """
    if leaf.segment.kind.startswith(("heading", "aside title")) and spelled.endswith(b"#"):
        text = spelled.rstrip(b"#")
        if not text or text[-1:] in b" \t":
            return text + b"\\" + spelled[len(text) :]
    return spelled


def _html(leaf: Leaf, target: str, page: Page, piece: Slice) -> bytes:
    dialect = DIALECTS[page.rules.dialect]
    breaks = iter(leaf.breaks)
    out: list[bytes] = []
    for part in parse(lay_out(target, leaf), leaf.segment):
        if part.kind == "break":
            out.append(piece(next(breaks)[1]))
        elif part.placeholder is not None:
            place = part.placeholder.closing if part.kind == "close" else part.placeholder.opening
            out.append(piece(place) if place is not None else b"")
        else:
            text = part.text[1:] if part.kind == "escape" else part.text
            out.append(_html_in_string(_html_text(text, leaf, dialect.brace_in_html), leaf.quote).encode())
    return b"".join(out)


def _html_text(text: str, leaf: Leaf, brace: tuple[str, str]) -> str:
    spellings = dict(leaf.spellings)

    def written(match: re.Match[str]) -> str:
        if match[0] == "&":
            return "&amp;" if "&" in spellings or _ENTITY.match(text, match.start()) else "&"
        return {"<": "&lt;", ">": "&gt;", "{": brace[0], "}": brace[1]}[match[0]]

    text = _HTML.sub(written, text)
    for character, spelling in spellings.items():
        if character not in "&<>":
            text = text.replace(character, spelling)
    return text


def _attribute(leaf: Leaf, target: str, page: Page, piece: Slice) -> bytes:  # noqa: ARG001
    span = leaf.segment.span
    dialect = DIALECTS[page.rules.dialect]
    title = leaf.segment.kind == "link title"
    quote = page.source[span.start - 1 : span.start].decode()
    text = "".join(
        page.source[part.placeholder.opening.start : part.placeholder.opening.end].decode()
        if part.placeholder
        else _html_text(part.text, leaf, dialect.brace if title else dialect.brace_in_html)
        for part in parse(target, leaf.segment)
    )
    if title:
        text = text.replace("\\", "\\\\").replace('"', dialect.quote_in_attribute)
    text = text.replace("|", "&#124;") if leaf.inner or dialect.kramdown else text  # it would begin a table cell
    if title and quote == "(":
        return text.replace("(", "&#40;").replace(")", "&#41;").encode()
    if quote not in {'"', "'"}:
        return _UNQUOTED.sub(lambda match: f"&#{ord(match[0])};", text).encode()
    return text.replace(quote, "&quot;" if quote == '"' else "&#39;").encode()


def _script(leaf: Leaf, target: str, page: Page, piece: Slice) -> bytes:  # noqa: ARG001
    strings = strings_of(DIALECTS[page.rules.dialect])
    said = strings.read(page.source[leaf.segment.span.start : leaf.segment.span.end], leaf.quote)
    text = "".join(
        said[part.placeholder.opening.start : part.placeholder.opening.end].decode() if part.placeholder else part.text
        for part in parse(target, leaf.segment)
    )
    return strings.write(text, leaf.quote).encode()  # as a whole: `$` may be text, and `{` a placeholder


def _html_in_string(text: str, quote: str) -> str:
    """Return HTML with entities for what would end or change the JavaScript string around it, if there is one."""
    for character in ("\\", quote, "$") if quote else ():
        text = text.replace(character, f"&#{ord(character)};")
    return text


def _plain(leaf: Leaf, target: str, page: Page, piece: Slice) -> bytes:  # noqa: ARG001
    spelled = frontmatter.spell(leaf.scalar, plain_value(leaf, target)) if leaf.scalar else None
    if spelled is None:
        raise BrokenTargetError("M003", "the block of the front matter value cannot hold this text")
    return spelled


def plain_value(leaf: Leaf, target: str) -> str:
    """Return the front matter value that `target` stands for."""
    value = leaf.scalar.value.encode() if leaf.scalar else b""
    return "".join(
        value[part.placeholder.opening.start : part.placeholder.opening.end].decode() if part.placeholder else part.text
        for part in parse(target, leaf.segment)
    )


_SPELLERS = {"markdown": _markdown, "html": _html, "attribute": _attribute, "script": _script, "plain": _plain}
