"""Text that is readable and plainly not translated: accents, a third longer, in brackets.

What stays as it was on a page has not been found by us; what breaks a layout is too long.
"""

from __future__ import annotations

from translate.engines.base import Answer, Limits, Request, Settings, Usage
from translate.engines.wire import parse, render

_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED = "áƀçđéƒğĥíĵķłɱñóƥɋŕšţúṽŵẋýžÁɃÇĐÉƑĞĤÍĴĶŁṀÑÓƤɊŔŠŢÚṼŴẊÝŽ"
_LETTERS = str.maketrans(
    dict(zip(_PLAIN, _ACCENTED, strict=True))
    | {vowel: accent * 2 for vowel, accent in zip("aeiou", "áéíóú", strict=True)}
)


def pseudo(settings: Settings) -> Pseudo:
    """Make the engine; it needs nothing."""
    del settings
    return Pseudo()


class Pseudo:
    """Pseudo-localization, the same for every locale."""

    name = "pseudo"
    ways = ("plain",)

    def limits(self, request: Request) -> Limits:
        """Return limits that keep a batch small enough to show progress."""
        del request
        return Limits(texts=500, size=1 << 20)

    def identity(self, request: Request) -> str:
        """Return the version of the rules; nothing else has an influence."""
        del request
        return "pseudo 1"

    def translate(self, request: Request) -> tuple[Answer, ...]:
        """Put accents on the letters, vowels twice, and brackets around; tags and what they hide stay."""
        return tuple(Answer(_pseudo(text)) for text in request.texts)

    def usage(self) -> Usage | None:
        """Return None: it costs nothing."""
        return None

    def close(self) -> None:
        """Do nothing: there is nothing to let go of."""


def _pseudo(text: str) -> str:
    tokens = (token.translate(_LETTERS) if isinstance(token, str) else token for token in parse(text))
    return f"⟦{render(tokens)}⟧"
