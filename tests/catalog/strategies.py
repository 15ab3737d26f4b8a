"""Texts, units and catalogs that try to break a PO file."""

from __future__ import annotations

from hypothesis import strategies as st

from translate.model import Catalog, Key, Unit

ATOMS = (
    *("one", "Two", "drie", " ", " ", ", ", ".", "#", "#~", "#, fuzzy", "~|", "`", "/", "*", "%s"),
    *('"', '\\"', "\\", "\\n", "\\\\", "{1}", "{{", "}", "[x]({2})"),
    *("msgid", 'msgid "', "msgstr", "<<<<<<<", "======="),
    *("\t", "\v", "\f", "\b", "\x1f", "\x85", "\u2028", "\u2029"),
    *("\u00a0", "\u200d", "\u00ad", "\u2068", "\u2069", "\ufeff", "🦋", "é", "e\u0301", "日本"),
)


def texts(*, least: int = 1) -> st.SearchStrategy[str]:
    """Return strings as units have them: one line, often nasty, sometimes very long."""
    nasty = st.lists(st.sampled_from(ATOMS), min_size=least, max_size=12).map("".join)
    characters = st.characters(codec="utf-8", exclude_characters="\r\n\0")
    any_text = st.text(characters, min_size=least, max_size=40)
    return nasty | any_text | st.just("een lang verhaal, " * 400)


def comment_lines() -> st.SearchStrategy[tuple[str, ...]]:
    """Return comments as they are read: nothing at the ends of a line, and no line of nothing."""
    said = texts().map(str.strip).filter(lambda line: line != "" and not line.startswith("made from: "))
    return st.lists(said, max_size=3).map(tuple)


FLAGS = st.sampled_from([(), ("python-brace-format",), ("python-brace-format", "no-wrap")])


@st.composite
def units(draw: st.DrawFn, key: Key) -> Unit:
    target = draw(st.just("") | texts())
    fuzzy = target != "" and draw(st.booleans())
    obsolete = draw(st.booleans())
    return Unit(
        context=key[0],
        source=key[1],
        target=target,
        fuzzy=fuzzy,
        obsolete=obsolete,
        previous=draw(st.none() | texts().map(str.strip).filter(bool)) if fuzzy else None,
        comments=draw(comment_lines()),
        notes=() if obsolete else draw(comment_lines()),
        flags=() if obsolete else draw(FLAGS),
    )


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    """Return a catalog in the form that `read` gives: active units first, nothing that a file cannot hold."""
    keys = draw(st.lists(st.tuples(st.just("") | texts(), texts()), unique=True, max_size=5))
    found = [draw(units(key)) for key in keys]
    return Catalog(
        locale=draw(st.sampled_from(["nl", "de", "pt-BR", "zh-Hans", "ar"])),
        page="events/faq.md",
        units=tuple(sorted(found, key=lambda unit: unit.obsolete)),
        comments=draw(comment_lines().filter(lambda lines: not any(line[0] in ",:" for line in lines))),
        team=draw(st.sampled_from(["", "Dutch", 'The "team" <nl@example.org>'])),
    )
