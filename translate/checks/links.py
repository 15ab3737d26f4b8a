"""What may be wrong with a link: the page is not there, or nothing on it has the id."""

from __future__ import annotations

from collections.abc import Sequence

from translate.checks.rules import finding
from translate.checks.subject import Subject
from translate.model import Finding, Severity

_SHOWN = 5


def missing(subject: Subject, line: int, target: str, near: str) -> Finding:
    """M006: tell, on its line of the source, that a link leads nowhere; `near` is what may have been meant."""
    hint = f"did you mean {near}?" if near else "correct it, or name it under links.ignore in the settings"
    message = f"there is no page at {target}"
    return finding("M006", subject.source, line, message, page=subject.page, source=target, hint=hint)


def unnamed(subject: Subject, line: int, target: str, *, there: str, near: str, sure: bool) -> Finding:
    """M007: tell, on its line of the source, that a page (`there`) does not have the id that a link names.

    Not `sure` is who cannot see all of its ids.
    """
    message = f"nothing on {there} has the id of {target}"
    details = {"page": subject.page, "source": target, "hint": f"did you mean #{near}?" if near else ""}
    if sure:
        return finding("M007", subject.source, line, message, **details)
    message += ", unless a component of the page makes it"
    return finding("M007", subject.source, line, message, severity=Severity.INFO, **details)


def missing_here(subject: Subject, line: int, targets: Sequence[str]) -> Finding:
    """M006: tell that links which are right in the source lead nowhere in a locale."""
    message = f"{_listed(targets)} not built in {subject.locale}, but linked to from the {subject.locale} page"
    hint = "publish those pages, or link to them in another way"
    return _in_locale("M006", subject, line, targets, message=message, hint=hint)


def unnamed_here(subject: Subject, line: int, targets: Sequence[str]) -> Finding:
    """M007: tell that links which are right in the source name ids that a locale's pages do not have."""
    message = f"{_listed(targets)} named by links of the {subject.locale} page, whose headings have other ids"
    hint = (
        'heading_ids = "source" keeps the ids where the dialect can, <a id="…"></a> before the heading does everywhere'
    )
    return _in_locale("M007", subject, line, targets, message=message, hint=hint)


def lost(source: str, path: str, targets: Sequence[str], *, locale: str, page: str) -> Finding:
    """M009: tell that paths which lead to files from a page lead nowhere from its built page, at `path`."""
    message = f"{_listed(targets)} not found from here, but from {source}"
    hint = 'name the files in "assets", or say relative = "rebase" under [links]'
    return finding("M009", path, 0, message, locale=locale, page=page, source=" ".join(targets), hint=hint)


def _in_locale(code: str, subject: Subject, line: int, targets: Sequence[str], *, message: str, hint: str) -> Finding:
    return finding(
        code,
        subject.catalog,
        0,
        message,
        locale=subject.locale,
        page=subject.page,
        source=" ".join(targets),
        related=f"{subject.source}:{line}",
        hint=hint,
    )


def _listed(targets: Sequence[str]) -> str:
    shown = ", ".join(targets[:_SHOWN])
    more = f" and {len(targets) - _SHOWN} more" if len(targets) > _SHOWN else ""
    return f"{shown}{more} {'is' if len(targets) == 1 else 'are'}"
