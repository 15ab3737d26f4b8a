"""The localized page as a reviewer sees it beside the texts."""

from __future__ import annotations

from translate.review.desk import Desk


def preview(desk: Desk, name: str, locale: str) -> str:
    """Return the page as HTML."""
    sheet = desk.sheet(name, locale)
    return f"<!doctype html><html lang={locale}><title>{sheet.edition.name}</title>"
