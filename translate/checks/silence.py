"""What a comment in a catalog says about findings: `# translate: ignore=L004`."""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.rules import RULES
from translate.model import Unit

_MARK = "translate:"


def silenced(unit: Unit, code: str) -> bool:
    """Tell whether a comment of a unit silences a rule, by its code or the beginning of it."""
    return bool(unit.comments) and any(code.startswith(name) for name in _names(unit))


def misunderstood(unit: Unit) -> str:
    """F002: return the first instruction in the comments of a unit that cannot be understood, or ""."""
    for comment in unit.comments:
        if not comment.startswith(_MARK):
            continue
        instruction = comment.removeprefix(_MARK).strip()
        if not instruction.startswith("ignore=") or not instruction.removeprefix("ignore=").strip():
            return f"“{instruction}” is no instruction"
        for name in _listed(instruction):
            if not any(code.startswith(name) for code in RULES):
                return f"there is no rule “{name}”"
    return ""


def _names(unit: Unit) -> Iterator[str]:
    for comment in unit.comments:
        if comment.startswith(_MARK):
            yield from _listed(comment.removeprefix(_MARK).strip())


def _listed(instruction: str) -> list[str]:
    return instruction.removeprefix("ignore=").upper().replace(",", " ").split() if "ignore=" in instruction else []
