"""Whatever a translator writes, the built page has its source's shape, and the texts that fit are on it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import assume, given, note
from hypothesis import strategies as st

from tests.markdown.reading import read, spelled_out, targets, words
from tests.markdown.shape import addresses, shape
from tests.strategies import FEWER, pages, rules
from translate.markdown import proof
from translate.markdown.dialects import DIALECTS
from translate.markdown.page import Page
from translate.markdown.reassembly import reassemble
from translate.markdown.segmentation import segment
from translate.model import Segment

_NUMBER = re.compile(r"\{\d+\}")
_TAGS = re.compile(r"<[^>]*>")
_CONTROLS = re.compile(r"[\0-\x1f\x7f]")


@pytest.mark.parametrize("dialect", sorted(DIALECTS))
@FEWER
@given(data=st.data(), source=pages())
def test_hostile_targets_change_no_shape(dialect: str, data: st.DataObject, source: bytes) -> None:
    page = read(source, data.draw(rules(dialect)))
    wanted = data.draw(targets(page))
    rebuilt = reassemble(page, wanted)
    note(f"built: {rebuilt.content!r}")
    built = segment(page.path, rebuilt.content, page.rules, rebuilt.places)

    assert proof.difference(page, built) is None
    assert shape(rebuilt.content, page.rules) == shape(source, page.rules)

    rejected = {each.segment.span for each in rebuilt.rejected}
    for ours, theirs in zip(page.leaves, built.leaves, strict=True):
        target = wanted.get(ours.segment.key, "")
        if ours.segment.span in rejected or not ours.worded:
            assert theirs.segment.text == ours.segment.text
        elif words(target) or theirs.segment.text != ours.segment.text:  # blanks are no target
            _check_words(ours.segment, target, theirs.segment)


def _check_words(source: Segment, target: str, built: Segment) -> None:
    """Numbers in braces are words like others where the source has no placeholders; control characters are none."""
    target = _CONTROLS.sub("", target)
    if source.placeholders:
        assert words(_said(built.text, built)) == words(_said(target, source))
    else:
        assert words(spelled_out(built)) == words(target)


def _said(text: str, segment: Segment) -> str:
    """Return a text without numbers in braces; in raw HTML an element around digits and signs alone is one, too."""
    shown = {f"{{{each.number}}}": _TAGS.sub("", each.legend) for each in segment.placeholders}
    return _NUMBER.sub(lambda match: shown.get(match[0], "") if segment.syntax == "html" else "", text)


@pytest.mark.parametrize("dialect", sorted(DIALECTS))
@FEWER
@given(data=st.data(), source=pages())
def test_a_page_whose_targets_are_all_rejected_is_its_source(dialect: str, data: st.DataObject, source: bytes) -> None:
    page = read(source, data.draw(rules(dialect)))
    broken = {each.key: "www.evil.example" for each in page.segments}  # no placeholder, and an address typed
    rebuilt = reassemble(page, broken)

    assert rebuilt.content == source
    assert [each.segment for each in rebuilt.rejected] == list(page.segments)
    assert {each.code for each in rebuilt.rejected} <= {"P001", "M001", "M002"}


@pytest.mark.parametrize("dialect", ["gfm", "mdsvex", "mdx"])
@FEWER
@given(data=st.data(), source=pages())
def test_bare_addresses_lead_where_they_led(dialect: str, data: st.DataObject, source: bytes) -> None:
    source += "\n\nSee https://x.example/a_(b) or *https://x.example*, now https://é.example/日本.\n".encode()
    page = read(source, data.draw(rules(dialect)))
    led = addresses(source, page.rules)
    assume(led == Counter(_bare_addresses(page)))  # authors glue to addresses what no renderer agrees on
    rebuilt = reassemble(page, data.draw(targets(page)))
    note(f"built: {rebuilt.content!r}")

    assert addresses(rebuilt.content, page.rules) == led


def _bare_addresses(page: Page) -> Iterator[bytes]:
    for leaf in page.leaves:
        if leaf.segment.syntax == "markdown":
            pieces = (page.source[each.opening.start : each.opening.end] for each in leaf.segment.placeholders)
            yield from (piece for piece in pieces if piece.startswith((b"http://", b"https://")))
