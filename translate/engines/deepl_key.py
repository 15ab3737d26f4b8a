"""Where DeepL's key is looked for: known without its client, whose import takes a while."""

from __future__ import annotations

from collections.abc import Mapping

NAMES = ("DEEPL_AUTH_KEY", "DEEPL_API_KEY")
"""The client's own name first, then that of deepl-cli."""


def found(environ: Mapping[str, str]) -> str:
    """Return the key, or "" where there is none."""
    return next((key for name in NAMES if (key := environ.get(name, ""))), "")
