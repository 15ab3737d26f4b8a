"""The localized page for translators, much as readers will see it, with every text marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from translate.edition import Edition
from translate.languages import direction, tag
from translate.markdown.display import display
from translate.markdown.page import Leaf
from translate.markdown.reassembly import reassemble
from translate.model import Key
from translate.publication.publish import shown
from translate.review.addresses import of_text
from translate.review.desk import Desk

_Attributes = dict[str, str]
_Text = tuple[Leaf, _Attributes]
"""A leaf of the built page, and the attributes of the element that holds it."""


def preview(desk: Desk, name: str, locale: str) -> str:
    """Return the page as `build` would make it now, as HTML without scripts; its texts are marked by their addresses.

    What has no place of its own on the page is listed: front matter above it, attributes and the like below it.
    Raises PageError and CatalogError.
    """
    site, edition = desk.site, desk.edition(name, locale)
    targets = {key: shown(unit, site.publish) for key, unit in edition.units.items()}
    rebuilt = reassemble(edition.page, targets)
    built = rebuilt.page or edition.page
    untold = {each.segment.key for each in rebuilt.rejected} | {key for key, target in targets.items() if not target}
    texts = list(_texts(edition, built.leaves, untold, tag(site.source_locale)))
    marks = [(leaf.segment.span, attributes) for leaf, attributes in texts if leaf.placed]
    hidden = [text for text in texts if not text[0].scalar and not text[0].placed]
    parts = (
        _listed("front-matter", ((leaf.segment.context, leaf, has) for leaf, has in texts if leaf.scalar)),
        f"<main>{display(built, marks)}</main>",
        _listed("hidden-texts", ((leaf.segment.kind, leaf, has) for leaf, has in hidden)),
    )
    return _page(name, locale, "\n".join(parts))


def _texts(edition: Edition, built: Iterable[Leaf], untold: set[Key], source: str) -> Iterator[_Text]:
    """Yield what there is to translate, as it is on the built page; an id is used once."""
    known: set[Key] = set()
    for leaf, twin in zip(edition.page.leaves, built, strict=True):
        if leaf.worded:
            key = leaf.segment.key
            address = of_text(key)
            once = {} if key in known else {"id": f"k-{address}"}
            yield twin, {"data_key": address, **once, **({"lang": source, "dir": "auto"} if key in untold else {})}
            known.add(key)


def _listed(name: str, texts: Iterable[tuple[str, Leaf, _Attributes]]) -> str:
    rows = [
        f"<dt>{escape(label)}</dt><dd{''.join(_attributes(has))}>{escape(leaf.segment.text)}</dd>"
        for label, leaf, has in texts
    ]
    return f'<dl class="{name}">{"".join(rows)}</dl>' if rows else ""


def _attributes(said: _Attributes) -> Iterator[str]:
    return (f' {name.replace("_", "-")}="{escape(value)}"' for name, value in said.items())


def _page(name: str, locale: str, body: str) -> str:
    return (
        f'<!doctype html>\n<html lang="{escape(tag(locale))}" dir="{direction(locale)}">\n<meta charset="utf-8">\n'
        f'<title>{escape(name)}</title>\n<link rel="stylesheet" href="/palette.css">\n'
        f'<link rel="stylesheet" href="/static/preview.css">\n<body>\n{body}\n'
    )
