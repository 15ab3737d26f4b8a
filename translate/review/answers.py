"""What the page in the browser asks for, as it reads it: plain values that become JSON."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from translate.edition import Edition
from translate.errors import CatalogError, OutputError, PageError, TranslateError
from translate.languages import direction, name_of, tag
from translate.model import State
from translate.review import sheet as sheets
from translate.review.addresses import of_page
from translate.review.desk import Desk
from translate.review.entry import as_json, findings_json
from translate.review.saving import Damaging, Gone, Overtaken, Result, Saved

UNREADABLE = (PageError, CatalogError, OutputError)
"""Errors of one page or catalog; the others are shown all the same."""
_FIRST = (State.STALE, State.MACHINE, State.UNTRANSLATED)
"""What waits for a person, from what readers may be misled by to what they can only read in the source language."""


def site(desk: Desk, token: str) -> dict[str, Any]:
    """Return the site, and how far each of its pages is; None in the place of what cannot be read."""
    return {
        "project": desk.site.project,
        "source_locale": desk.site.source_locale,
        "source_name": name_of(desk.site.source_locale),
        "token": token,
        "locales": [
            {"locale": each, "tag": tag(each), "name": name_of(each), "dir": direction(each)}
            for each in desk.scope.locales
        ],
        "pages": [_standing(desk, address, name) for address, name in desk.pages.items()],
    }


def page(desk: Desk, name: str, locale: str) -> dict[str, Any]:
    """Return a page with its texts; where it or its catalog cannot be read, why."""
    answer: dict[str, Any] = {"id": of_page(name), "name": name, "locale": locale, "units": [], "unreadable": None}
    try:
        sheet = desk.sheet(name, locale)
    except UNREADABLE as error:
        revision = desk.revision(name, locale)
        return {**answer, "revision": revision, "counts": None, "words": None, "unreadable": unreadable(error)}
    return {**answer, **sheets.standing(sheet), "units": sheets.texts(sheet)}


def pulse(desk: Desk, locale: str) -> dict[str, Any]:
    """Return the version of each page in a locale."""
    return {"revisions": {address: desk.revision(name, locale) for address, name in desk.pages.items()}}


def beginning(desk: Desk, locale: str) -> str:
    """Return the address of the page to begin with: the first one with what waits longest for a person."""
    found = {address: edition for address, name in desk.pages.items() if (edition := _edition(desk, name, locale))}
    for state in _FIRST:
        for address, edition in found.items():
            if any(unit.state is state for unit in edition.units.values()):
                return address
    return next(iter(found or desk.pages))


def saved(result: Result) -> tuple[dict[str, Any], HTTPStatus]:
    """Return the answer and its status for a text that somebody wanted to write."""
    match result:
        case Saved(sheet, entry):
            return {"unit": as_json(entry), **sheets.standing(sheet)}, HTTPStatus.OK
        case Overtaken(theirs):
            return {"unit": as_json(theirs)}, HTTPStatus.CONFLICT
        case Gone():
            return {}, HTTPStatus.GONE
        case Damaging(findings):
            return {"findings": findings_json(findings)}, HTTPStatus.UNPROCESSABLE_ENTITY


def unreadable(error: TranslateError) -> dict[str, Any]:
    """Return what is wrong with a file, and what to do."""
    return {"path": error.path, "line": error.line, "message": error.message, "hint": error.hint}


def _standing(desk: Desk, address: str, name: str) -> dict[str, Any]:
    editions = dict(_editions(desk, name))
    return {
        "id": address,
        "name": name,
        "counts": {locale: edition and desk.counts(edition) for locale, edition in editions.items()},
        "words": {locale: edition and sheets.words(edition) for locale, edition in editions.items()},
    }


def _editions(desk: Desk, name: str) -> Iterator[tuple[str, Edition | None]]:
    return ((locale, _edition(desk, name, locale)) for locale in desk.scope.locales)


def _edition(desk: Desk, name: str, locale: str) -> Edition | None:
    try:
        return desk.edition(name, locale)
    except UNREADABLE:
        return None
