"""The header of a catalog: quiet, so that no editor and no second run changes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from translate.catalog.plurals import plural_forms
from translate.catalog.strings import one_line
from translate.model import Catalog

_PLACEHOLDER = "LANGUAGE <LL@li.org>"
"""What gettext writes for a team that nobody has filled in; `msgfmt -c` warns of it."""


def header(catalog: Catalog, project: str) -> Iterator[str]:
    """Yield the fields of the header entry as `Name: value`, in the order of GNU gettext and polib.

    The dates and the last translator are there, because `msgfmt -c` asks for them, and empty, because they churn.
    """
    fields = {
        "Project-Id-Version": one_line(project).strip(),
        "POT-Creation-Date": "",
        "PO-Revision-Date": "",
        "Last-Translator": "",
        "Language-Team": one_line(catalog.team).strip(),
        "Language": catalog.locale.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms(catalog.locale),
    }
    return (f"{name}: {value}" for name, value in fields.items())


def team(fields: Mapping[str, str]) -> str:
    """Return the one header that people own, read from those of a file."""
    name = one_line(fields.get("Language-Team", "")).strip()
    return "" if name == _PLACEHOLDER else name
