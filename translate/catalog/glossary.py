"""The words of a locale: how a term is translated, or that it is not (`glossary.tsv`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.errors import CatalogError
from translate.model import Term


def read(data: bytes, *, path: str) -> tuple[Term, ...]:
    """Return the terms of a glossary: a line each, `source⇥target⇥note`, UTF-8.

    A line with the source alone is a term that is not translated; blank lines and lines that begin with `#` are not
    read. Raises CatalogError, with the line, for bytes that are not UTF-8, for a term that stands twice, and for a line
    that has none.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CatalogError("is not UTF-8", path=path, line=line, hint="save it as UTF-8") from error
    seen: dict[str, int] = {}
    terms: list[Term] = []
    for line, term in _terms(text, path):
        if term.source in seen:
            message = f'the term "{term.source}" stands already in line {seen[term.source]}'
            raise CatalogError(message, path=path, line=line, hint="remove one of the two lines")
        seen[term.source] = line
        terms.append(term)
    return tuple(terms)


def _terms(text: str, path: str) -> Iterator[tuple[int, Term]]:
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        if not line.strip() or line.startswith("#"):
            continue
        source, target, note, *_ = (*(cell.strip() for cell in line.split("\t")), "", "")
        if not source:
            raise CatalogError("a translation without its term", path=path, line=number, hint="begin with the term")
        yield number, Term(source, target or source, note)
