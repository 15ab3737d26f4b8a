"""A file in our own form is recognized without polib, and says the same as polib says; any other is left to polib."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.catalog.strategies import catalogs
from translate.catalog.canonical import recognize, render
from translate.catalog.po import read
from translate.errors import CatalogError
from translate.model import Catalog

LOCALES = Path(__file__).parents[2] / "locales"


def _lines(catalog: Catalog) -> list[int]:
    return [unit.line for unit in catalog.units]


def _both(data: bytes, locale: str) -> tuple[Catalog | None, Catalog]:
    """Return what is recognized, and what polib reads: one more blank line is not our form any more."""
    known = recognize(data, locale=locale, page="events/faq.md")
    if known is not None:
        catalog, form = known
        assert render(catalog, reference=form.reference, project=form.project) == data
    return known and known[0], read(data + b"\n", path="faq.po", locale=locale, page="events/faq.md")


@given(catalogs())
def test_what_we_write_is_recognized_as_polib_reads_it(catalog: Catalog) -> None:
    known, parsed = _both(render(catalog, reference="source_en/my page.md", project='An "Example"'), catalog.locale)

    assert known == parsed == catalog
    assert _lines(known) == _lines(parsed)


@given(catalogs(), st.data())
def test_what_is_recognized_after_an_edit_is_what_polib_reads(catalog: Catalog, data: st.DataObject) -> None:
    lines = render(catalog, reference="source_en/faq.md", project="Example").split(b"\n")
    place = data.draw(st.integers(0, len(lines) - 1))
    new = data.draw(
        st.lists(st.sampled_from([*lines, b"", b"#", b"# x", b"#, fuzzy", b'msgid ""', b'"x"']), max_size=2)
    )
    edited = b"\n".join((*lines[:place], *new, *lines[place + data.draw(st.integers(0, 1)) :]))
    try:
        known, parsed = _both(edited, catalog.locale)
    except CatalogError:
        with pytest.raises(CatalogError):
            read(edited, path="faq.po", locale=catalog.locale, page=catalog.page)
        return

    assert known in (None, parsed)
    assert known is None or _lines(known) == _lines(parsed)


@pytest.mark.parametrize("path", sorted(LOCALES.rglob("*.po")), ids=lambda path: str(path.relative_to(LOCALES)))
def test_the_catalogs_of_the_example_site_are_recognized(path: Path) -> None:
    known, parsed = _both(path.read_bytes(), path.relative_to(LOCALES).parts[0])

    assert known == parsed
