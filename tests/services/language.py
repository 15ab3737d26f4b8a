"""The language that the loopback servers translate into: letters turned by thirteen, all else as it was."""

from __future__ import annotations

import codecs

from translate.engines.wire import Mark, parse, render


def translated(text: str) -> str:
    """Translate plain text."""
    return codecs.encode(text, "rot13")


def translated_wire(text: str) -> str:
    """Translate a wire text as a perfect engine would: tags stay, and so does what lone ones hold."""
    return render(token if isinstance(token, Mark) else translated(token) for token in parse(text))
