"""How far a site was at earlier times, read from what `status --json` or a check as JSON printed then."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from translate.errors import UsageError
from translate.tally import STATES, Tally

_HINT = 'what "translate status --json" or "translate check --output-format json" prints can be read'


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The words of each locale by state, at some time."""

    label: str
    """What people call that time: the name of the file."""
    words: Mapping[str, Tally]


def read(label: str, data: bytes) -> Snapshot:
    """Return what a file says. Raises UsageError where it says something else."""
    try:
        document = json.loads(data)
        rows = _of_status(document["pages"]) if "pages" in document else document["summary"]["words"].items()
        words: dict[str, Tally] = {}
        for locale, counted in rows:
            words.setdefault(str(locale), Counter()).update({each: int(counted[each.value]) for each in STATES})
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(f'"{label}" tells nothing about how far a site was', hint=_HINT) from error
    return Snapshot(label, words)


def _of_status(pages: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Any, Any]]:
    return ((page["locale"], page["words"]) for page in pages)
