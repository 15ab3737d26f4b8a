"""W001, W003: blanks that nobody meant."""

from __future__ import annotations

from translate.checks.pair import Pair, without_code


def edge_spaces(pair: Pair) -> str:
    """W001: tell that the target begins or ends with blanks where the source does not, or the other way round."""
    target, source = pair.target, pair.source
    if target[0] > " " and target[-1] > " " and source[0] > " " and source[-1] > " ":
        return ""
    for end, edge in (("begins", _before), ("ends", _after)):
        ours, theirs = edge(target), edge(source)
        if bool(ours) != bool(theirs):
            return f"{end} with a blank, the source does not" if ours else f"{end} without the blank of the source"
    return ""


def double_space(pair: Pair) -> str:
    """W003: tell that two blanks stand side by side where the source has no such place."""
    if "  " not in pair.target or "  " in pair.source.strip():
        return ""
    inside = without_code(pair.target).strip()
    return f"two blanks after “{_end(inside.partition('  ')[0])}”" if "  " in inside else ""


def _before(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _after(text: str) -> str:
    return text[len(text.rstrip()) :]


def _end(text: str) -> str:
    """Return the last words of a text."""
    return " ".join(text.split()[-2:])
