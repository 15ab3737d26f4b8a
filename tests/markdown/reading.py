"""Pages read for the laws, and what a reader would see of their texts."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import reject
from hypothesis import strategies as st

from tests.strategies import hostile
from translate.errors import PageError
from translate.markdown.page import Page
from translate.markdown.rules import Rules
from translate.markdown.segmentation import segment
from translate.model import Key, Segment


def read(source: bytes, rules: Rules) -> Page:
    """Return the page, and leave examples with broken front matter to the test that is about them."""
    try:
        return segment("page.md", source, rules)
    except PageError:
        reject()


def targets(page: Page) -> st.SearchStrategy[dict[Key, str]]:
    """Return hostile targets for every text of a page."""
    return st.fixed_dictionaries({each.key: hostile(each.text) for each in page.segments})


def words(text: str) -> str:
    """Return the letters and digits that a reader sees of a text, however they are written."""
    while (plain := unescape(text)) != text:
        text = plain
    return "".join(character for character in text if character.isalnum())


def spelled_out(segment: Segment) -> str:
    """Return the text with what its placeholders stand for."""
    legends = {str(each.number): each.legend for each in segment.placeholders}
    return re.sub(r"\{(\d+)\}", lambda match: legends.get(match[1], match[0]), segment.text)
