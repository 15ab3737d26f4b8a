"""What to do with the glossaries of a DeepL account, so that ours says what the site's list of terms says.

A free account has room for one glossary. So a site has one for all its languages, and its name carries a digest of each
dictionary: `translate my-site: en-nl=1a2b3c4d5e6f en-de=…`. The name is what tells that a dictionary is up to date;
it is written after the dictionary, so that a run that is cut short in between does it again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from translate.model import Term

_LONGEST = 1024
"""Bytes of a term or a name, at most (DeepL's documentation, "Manage glossaries")."""
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done, first to last; nothing when the glossary can be used as it is."""

    glossary_id: str = ""
    """Ours; "" to make a new one."""
    name: str = ""
    """What it is to be called when its dictionary is written; "" to leave all as it is."""


def entries(terms: Iterable[Term]) -> dict[str, str]:
    """Return the terms that DeepL takes, the first of two for the same word."""
    taken: dict[str, str] = {}
    for term in terms:
        source, target = term.source.strip(), term.target.strip()
        if source and target and all(len(side.encode()) <= _LONGEST for side in (source, target)):
            taken.setdefault(_CONTROL.sub(" ", source), _CONTROL.sub(" ", target))
    return taken


def digest(taken: Mapping[str, str]) -> str:
    """Return a short digest of some entries, whatever their order."""
    lines = "\n".join(f"{source}\t{target}" for source, target in sorted(taken.items()))
    return hashlib.sha256(lines.encode()).hexdigest()[:12]


def plan(there: Mapping[str, str], project: str, pair: str, wanted: str) -> Plan:
    """Decide what to do about the dictionary of a language pair (`en-nl`), given the account's glossaries (id → name).

    Only a glossary that carries this site's name is ours to change.
    """
    prefix = f"translate {project or 'site'}:"
    for glossary_id, name in sorted(there.items()):
        if name.startswith(prefix):
            digests = dict(part.split("=", 1) for part in name.removeprefix(prefix).split() if "=" in part)
            if digests.get(pair) == wanted:
                return Plan(glossary_id)
            return Plan(glossary_id, _name(prefix, digests | {pair: wanted}))
    return Plan("", _name(prefix, {pair: wanted}))


def _name(prefix: str, digests: Mapping[str, str]) -> str:
    return " ".join((prefix, *(f"{pair}={value}" for pair, value in sorted(digests.items()))))
