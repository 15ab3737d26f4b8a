"""The laws on real pages: `../shared/corpora` and `../shared/seed`, which are not ours to commit."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from functools import cache, partial
from itertools import cycle
from pathlib import Path

import pytest
import yaml

from tests.markdown.reading import words
from tests.markdown.shape import body, shape
from tests.strategies import TRAPS
from translate.markdown import proof
from translate.markdown.dialects import DIALECTS, Dialect
from translate.markdown.events import events
from translate.markdown.masking import mask
from translate.markdown.page import Page
from translate.markdown.reassembly import Rebuilt, reassemble
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment
from translate.model import Span

SHARED = Path(__file__).parents[3] / "shared"
SEED = SHARED / "seed"
CORPORA = SHARED / "corpora"
SPEC = CORPORA / "commonmark" / "spec.json"
FOLDERS = [
    ("pauseai/en_now", "mdsvex"),
    ("pauseai/en_then", "mdsvex"),
    ("pauseai/nl", "mdsvex"),
    ("rustbook", "gfm"),
    ("rustbook", "mdbook"),
    ("astro", "gfm"),
    ("astro", "mdx"),
    ("commonmark", "commonmark"),
    ("commonmark", "gfm"),
]

FOREIGN = {("astro", "gfm"), ("commonmark", "commonmark"), ("commonmark", "gfm")}
"""What is no site's own dialect, or made to be odd: read without a crash, and given back."""
TWICE = ("pauseai/en_then", "mdsvex")
"""What is in another folder too, a few edits later."""

pytestmark = pytest.mark.skipif(not CORPORA.is_dir(), reason="../shared/corpora is not there: no real page was checked")
in_every_folder = pytest.mark.parametrize(("folder", "dialect"), FOLDERS)
on_whole_sites = pytest.mark.parametrize(("folder", "dialect"), [each for each in FOLDERS if each not in FOREIGN])


@cache
def _pages(folder: str) -> tuple[tuple[str, bytes], ...]:
    if folder == "commonmark":
        examples = json.loads(SPEC.read_text(encoding="utf-8"))
        return tuple((f"example {each['example']}", each["markdown"].encode()) for each in examples)
    return tuple((path.name, path.read_bytes()) for path in sorted((CORPORA / folder).iterdir()))


def _in_body(pattern: bytes, new: bytes) -> Callable[[bytes], bytes]:
    """Return a change to the lines of a page that leaves its front matter alone."""

    def change(page: bytes) -> bytes:
        start = body(page)
        return page[:start] + re.sub(pattern, new, page[start:], flags=re.MULTILINE)

    return change


def _unix(page: bytes) -> bytes:
    return page.replace(b"\r\n", b"\n")


CHANGES: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda page: page,
    "CRLF": lambda page: _unix(page).replace(b"\n", b"\r\n"),
    "CR": lambda page: _unix(page).replace(b"\n", b"\r"),
    "mixed line ends": lambda page: re.sub(rb"(\n[^\n]*)\n", rb"\1\r\n", _unix(page)),
    "BOM": lambda page: b"\xef\xbb\xbf" + page,
    "tabs": _in_body(rb"^ {2,4}(?=\S)", b"\t"),
    "no final newline": lambda page: page.rstrip(),
    "cut off": lambda page: page[: len(page) * 2 // 3].decode(errors="ignore").encode(),
    "trailing blanks": _in_body(rb"(?<=\S)$", b" "),
    "quoted": _in_body(rb"^", b"> "),
    "letters beyond ASCII": _in_body(rb"\be", "é".encode()),
}


@pytest.mark.parametrize("change", CHANGES)
@in_every_folder
def test_pages_without_targets_are_their_source(folder: str, dialect: str, change: str) -> None:
    for name, page in _pages(folder):
        source = CHANGES[change](page)
        read = segment(name, source, Rules(dialect=dialect))
        assert reassemble(read, {}) == Rebuilt(source), name
        assert reassemble(read, {each.key: each.text for each in read.segments}) == Rebuilt(source), name


@pytest.mark.parametrize("change", ["nothing", "CRLF", "quoted"])
@on_whole_sites
def test_every_text_can_change(folder: str, dialect: str, change: str) -> None:
    for name, page in _pages(folder):
        read = segment(name, CHANGES[change](page), Rules(dialect=dialect))
        rebuilt = reassemble(read, {each.key: f"{each.text} too" for each in read.segments})
        assert rebuilt.rejected == (), name
        built = _check_machinery(read, rebuilt)
        for ours, theirs in zip(read.segments, built.segments, strict=True):
            assert words(theirs.text) == words(f"{ours.text} too"), name


def _upper(text: str) -> str:
    return text.upper()


def _reversed(text: str) -> str:
    return " ".join(reversed(text.split(" ")))


def _trap(first: int) -> Callable[[str], str]:
    """Return a translator who answers with one trap after the other."""
    traps = cycle(TRAPS[first:] + TRAPS[:first])
    return lambda text: next(traps)  # noqa: ARG005 - whatever the text is


TRANSLATORS: dict[str, Callable[[], Callable[[str], str]]] = {
    "upper case": lambda: _upper,
    "reversed words": lambda: _reversed,
    **{f"traps from {first}": partial(_trap, first) for first in range(0, len(TRAPS), len(TRAPS) // 3)},
}


@pytest.mark.parametrize("translator", TRANSLATORS)
@pytest.mark.parametrize(("folder", "dialect"), [each for each in FOLDERS if each not in FOREIGN | {TWICE}])
def test_a_hostile_translator_damages_nothing(folder: str, dialect: str, translator: str) -> None:
    fallbacks: Counter[str] = Counter()
    count = 0
    translate = TRANSLATORS[translator]()
    for name, page in _pages(folder):
        read = segment(name, page, Rules(dialect=dialect))
        rebuilt = reassemble(read, {each.key: translate(each.text) for each in read.segments})
        _check_machinery(read, rebuilt)
        fallbacks.update(each.code for each in rebuilt.rejected)
        count += len(read.segments)

    print(f"{folder} as {dialect}, {translator}: {dict(fallbacks)} of {count} texts fell back")  # noqa: T201


def _check_machinery(page: Page, rebuilt: Rebuilt) -> Page:
    """Compare a page and what was built from it: by the proof, by the parser alone, and by patterns alone."""
    content, places = rebuilt.content, rebuilt.places
    if (found := _WRITTEN_OUT.search(content)) is not None:
        content = content[: found.end(1)] + content[found.end() :]
        more = found.end() - found.end(1)
        places = tuple(Span(a - more, b - more) if a >= found.end() else Span(a, b) for a, b in places)
    built = segment(page.path, content, page.rules, places)
    assert proof.difference(page, built) is None, page.path
    assert _facts(content, page.rules.dialect, _raw(built)) == _source_facts(
        page.source, page.rules.dialect, _raw(page)
    ), page.path
    return built


def _raw(page: Page) -> tuple[Span, ...]:
    """Return the texts in which the marks of Markdown mean nothing: of raw HTML, and of attributes."""
    return tuple(each.segment.span for each in page.leaves if each.segment.syntax != "markdown")


def _facts(source: bytes, dialect: str, raw: tuple[Span, ...]) -> dict[str, object]:
    facts: dict[str, object] = {"values": _kept_values(source), "ids": _ids(source, DIALECTS[dialect])}
    facts["shape"] = shape(source, Rules(dialect=dialect))
    facts |= {name: _found(pattern, source) for name, pattern in _IN_ORDER.items()}
    facts |= {name: Counter(_found(pattern, source)) for name, pattern in _IN_ANY_ORDER.items()}
    links = (
        each
        for each in _LINK.finditer(source, body(source))
        if not any(span.start <= each.start() < span.end for span in raw)
    )
    facts["links"] = Counter(each[0] for each in links)
    return facts | {"modules": _found(_MODULE, source) if dialect == "mdx" else []}


_source_facts = cache(_facts)


_WRITTEN_OUT = re.compile(rb"(\{#contents\}\r?\n)\r?\n(?:> )?(?: *- \[.*\]\(#.*\)\r?\n)+")
"""The list that mdsvex would put under `## Contents`, which localized pages hold themselves."""
_IN_ORDER = {
    "code": re.compile(rb"^[> ]*(?P<fence>```+|~~~+)(?s:.)*?^[> ]*(?P=fence)\s*$", re.MULTILINE),
    "scripts": re.compile(rb"<(?P<name>script|style)\b(?s:.)*?</(?P=name)>"),
}
_MODULE = re.compile(rb"^(?:import|export)[ {].*$", re.MULTILINE)
_LINK = re.compile(rb"(?:(?<!\\)|(?<=[^\\]\\\\))\]\(\s*(?:<[^>]*>|[^\s()]*(?:\([^()]*\)[^\s()]*)*)")
_IN_ANY_ORDER = {
    "addresses": re.compile(rb"(?:https?://|www\.)[^\s<>\"'()\[\]`]*[^\s<>\"'()\[\]`.,:;!?*_]"),
    "tags": re.compile(rb"</?[A-Za-z][\w.:-]*(?=[\s/>])"),
    "attributes": re.compile(rb"\b(?:href|src|id|class|slug|type|on:\w+)=(?:\"[^\"]*\"|'[^']*'|\{[^{}]*\})"),
    "definitions": re.compile(rb"^ {0,3}\[[^\]]+\]:[ \t]*\S+", re.MULTILINE),
    "footnotes": re.compile(rb"(?<!\\)\[\^[^\]\s]+\]"),
}


def _found(pattern: re.Pattern[bytes], source: bytes) -> list[bytes]:
    return [match[0] for match in pattern.finditer(source, body(source))]


def _kept_values(source: bytes) -> object:
    """Return the front matter without the values that are translated, as a YAML reader sees it."""
    lines = source[: body(source)].decode("utf-8-sig").replace("\r", "").strip("-\n")
    values = yaml.safe_load(lines) or {}
    return {key: value for key, value in values.items() if key not in {"title", "description"}}, list(values)


def _ids(source: bytes, dialect: Dialect) -> list[str]:
    """Return the ids of the headings (github-slugger, after what mdsvex does to dashes), told from the events."""
    start = body(source)
    ids: list[str] = []
    taken: dict[str, int] = {}
    texts: list[str] | None = None
    for name, data, begin, end in events(mask(source[start:], dialect), dialect, start):
        if name == "+Heading" and not source.startswith(b":::", begin):
            explicit = _EXPLICIT.search(source, begin, end)
            texts = None if explicit else []
            ids += [_plain_id(explicit[1].decode())] if explicit else []
        elif name == "-Heading" and texts is not None:
            ids.append(_unique(_slug("".join(texts)), taken))
            texts = None
        elif texts is not None and name == "Text":
            texts.append(re.sub("(?<!-)--(?!-)", "", data) if dialect.name == "mdsvex" else data)
        elif texts is not None and name == "Code":
            texts.append(data)
    return ids if dialect.slugs else []


_EXPLICIT = re.compile(rb"[ ]\{#(\S+)\}[ \t]*(?:#*[ \t]*\Z|#*[ \t]*\r?\n)")


def _plain_id(written: str) -> str:
    return written.replace("-{null}-", "--").replace("{String.fromCharCode(95)}", "_")


def _slug(text: str) -> str:
    kept = (
        each for each in text.lower() if each in "-_ " or unicodedata.category(each)[:1] in "LM" or each.isdecimal()
    )
    return "".join(kept).replace(" ", "-")


def _unique(slug: str, taken: dict[str, int]) -> str:
    found = slug
    while found in taken:
        taken[slug] += 1
        found = f"{slug}-{taken[slug]}"
    taken[found] = 0
    return found


@pytest.mark.skipif(not SEED.is_dir(), reason="../shared/seed is not there: the given page was not built")
def test_the_given_page_is_built_from_its_own_texts() -> None:
    rules = Rules(dialect="mdsvex", embeds="text")
    english, dutch = (SEED / f"2024-february.{locale}.md" for locale in ("en", "nl"))
    source = segment("en.md", english.read_bytes(), rules)
    target = segment("nl.md", dutch.read_bytes(), rules)
    pairs = zip(source.segments, target.segments, strict=True)

    assert reassemble(source, {ours.key: theirs.text for ours, theirs in pairs}) == Rebuilt(dutch.read_bytes())
