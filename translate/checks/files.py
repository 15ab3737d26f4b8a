"""What may be wrong with a file: it is behind the others, it belongs to nothing, or it says what nobody understands."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from translate.checks.rules import finding
from translate.model import Changes, Finding, Output, Severity

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
"""A key of TOML that needs no quotes (TOML 1.0, Keys)."""


def outdated(output: Output, edits: Changes) -> Finding:
    """S003, S004, F001: tell that a stage would write another file than is there.

    `edits` are those of the page since its catalog was written: what is told of them need not be told of the files.
    """
    code, message, command = _difference(output)
    told_by = [told for told, number in (("S001", edits.stale), ("S002", edits.new)) if number]
    if code == "S004" and (edits.new or edits.known or edits.stale):
        told_by.append("S003")
    return finding(
        code,
        output.path,
        0,
        message,
        locale=output.locale,
        page=output.page,
        hint=f'run "translate {command}" and commit the file ("translate {command} --diff" shows what changes)',
        told_by=tuple(told_by),
    )


def _difference(output: Output) -> tuple[str, str, str]:
    if output.stage == "assets":
        return "S004", "is not copied yet", "build"
    if output.stage in {"build", "links"}:
        what = "is not built yet" if output.before is None else "is not what its page and catalog give now"
        return "S004", what, "build"
    if output.before is None:
        return "S003", "is not there yet", "update"
    if output.changes == Changes():
        return "F001", "is not in its usual form", "update"
    return "S003", f"is out of date: {output.changes}", "update"


def orphan_catalog(path: str, locale: str) -> Finding:
    """S005: tell that a catalog has no page."""
    hint = 'run "translate update", which takes over what other pages need, then delete it'
    return finding("S005", path, 0, "belongs to no page", locale=locale, hint=hint)


def orphan_page(path: str, locale: str, page: str) -> Finding:
    """S006: tell that a built page has no source; `page` is the one that it would be built from."""
    hint = f'delete it; or name "{page}" under "exclude" in the settings, if somebody wrote it in {locale}'
    return finding("S006", path, 0, "is built from no page", locale=locale, hint=hint)


def unlike(path: str, source: str, locale: str) -> Finding:
    """S011: tell that a copied file is not as the source is; `path` is the copy's."""
    hint = "if nobody made it for this language, delete it, and the next build copies it anew"
    return finding("S011", path, 0, f"is not the same as {source}", locale=locale, hint=hint)


def unpublished(path: str, locale: str, page: str, *, reviewed: float, needed: float, there: bool) -> Finding:
    """S007: tell that too few words are reviewed, and that an older page is in the way where there is one."""
    message = f"is not written: {reviewed:.0%} of its words are reviewed, publish.minimum_reviewed is {needed:.0%}"
    if not there:
        return finding("S007", path, 0, message, locale=locale, page=page, hint="review more of its catalog")
    hint = "delete it, or review more of its catalog"
    message += "; an older one is there"
    return finding("S007", path, 0, message, locale=locale, page=page, hint=hint, severity=Severity.WARNING)


def uncovered(path: str, locale: str, *, current: float, needed: float) -> Finding:
    """S009: tell that a locale has fewer words than the settings ask for."""
    message = f"{current:.1%} of the words are current in {locale}, check.coverage is {needed:.0%}"
    return finding("S009", path, 0, message, locale=locale, hint='"translate status" shows which pages lack most')


def untranslatable(
    path: str, page: str, line: int, text: str, reason: str, *, component: str = "", paths: Sequence[str] = ()
) -> Finding:
    """S008: tell which words stay as they are, and the line of the settings that makes them texts, if there is one."""
    hint = ""
    if component:
        hint = f"add to [components] in the settings: {setting(component, paths)}"
    elif paths:
        hint = f"add to front_matter in the settings: {json.dumps(paths[0])}"
    return finding("S008", path, line, f"stays as it is: {reason}", page=page, source=text, hint=hint)


def setting(component: str, paths: Sequence[str]) -> str:
    """Return the line of `[components]` that makes these attributes of a component texts."""
    key = component if _BARE_KEY.fullmatch(component) else json.dumps(component)
    return f"{key} = {json.dumps(list(paths))}"


def doubtful(path: str, page: str, line: int, message: str) -> Finding:
    """M005: tell what the author probably meant otherwise."""
    return finding("M005", path, line, message, page=page)


def unannounced(path: str, locale: str, page: str, reason: str) -> Finding:
    """M008: tell that a page is built without what the settings put on it."""
    message = f"the {locale} page says nothing of its translation: {reason}"
    return finding("M008", path, 0, message, locale=locale, page=page)
