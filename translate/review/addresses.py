"""What pages, texts and their versions are called in URLs and requests: short names, the same in every run."""

from __future__ import annotations

import re
from base64 import urlsafe_b64encode
from hashlib import blake2b

from translate.model import Key, Unit

_BYTES = 9
"""Of a digest: 12 characters, which no two texts of a page will ever share."""
_LONGEST = 60


def of_page(name: str) -> str:
    """Return the address of a page: what can be read of its name, and a digest that tells it from others."""
    words = re.sub(r"[^a-z0-9]+", "-", name.rpartition(".")[0].lower()).strip("-")[:_LONGEST]
    return "-".join(filter(None, (words, blake2b(name.encode(), digest_size=3).hexdigest())))


def of_text(key: Key) -> str:
    """Return the address of a text inside its page."""
    return digest(*key)


def revision(unit: Unit) -> str:
    """Return the version of what a save would overwrite: the target, its state and its comments."""
    return digest(unit.target, "fuzzy" if unit.fuzzy else "", unit.previous or "", *unit.comments)


def digest(*parts: str | bytes) -> str:
    """Return a digest of some texts in their order, safe in URLs and as an id of HTML."""
    hashed = blake2b(digest_size=_BYTES)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        hashed.update(len(data).to_bytes(8, "big") + data)
    return urlsafe_b64encode(hashed.digest()).decode()
