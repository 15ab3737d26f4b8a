"""What every engine takes, gives and may say instead.

A text is a piece of XML content, the *wire form*: `<g id="1">words</g>` around words, `<x id="2"/>` for what has
none, `<x id="3">npm</x>` for opaque text that a reader sees; `&`, `<` and `>` are escaped. Engines see nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

from translate.errors import ConfigError, EngineError
from translate.model import Term

Register = Literal["less", "more", "default"]
"""How the reader is addressed: less formally, more formally, as the engine likes."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A source text and its translation, "" when there is none yet."""

    source: str
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Texts of one page to be translated together, and all that may help.

    `around`, `page`, `examples` and `reasons` are help only: an answer given with other ones is still the answer to
    this text, so they never take part in `Engine.identity`, and a page that is half done pays for nothing twice.
    """

    texts: tuple[str, ...]
    source: str
    """The locale of the texts."""
    target: str
    """The locale to translate into."""
    context: str = ""
    """What the page is about, in the source language: title, description, headings. Not translated, not billed."""
    around: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For a text, the words that stand before and after it on the page."""
    register: Register = "less"
    glossary: tuple[Term, ...] = ()
    page: tuple[Pair, ...] = ()
    """The texts around, in page order, with the translations that they have already."""
    examples: tuple[Pair, ...] = ()
    """Similar texts that people have translated."""
    way: str = ""
    """One of the engine's `ways`; "" is the first."""
    reasons: tuple[str, ...] = ()
    """What was wrong with the answer before, when the text is asked again."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine made of one text, in the wire form; not yet validated."""

    text: str
    billed: int = 0
    """Characters that the engine says it counted for this text; 0 when it does not say."""
    fault: str = ""
    """Why there is no usable text (a refusal, a missing id); such an answer has been paid for all the same."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What the account has used, and may use."""

    used: int
    limit: int | None
    unit: Literal["characters", "tokens"] = "characters"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one request may hold."""

    texts: int
    size: int
    """Bytes of its texts, written as JSON that escapes everything but ASCII."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What an engine is made from; keys come from the environment alone and are never shown."""

    environ: Mapping[str, str] = field(repr=False)
    options: Mapping[str, str] = field(default_factory=dict)
    """What the site says about this engine (`model`, `prompt` …)."""
    project: str = ""
    """The site's name, under which an account's costs are reported."""
    root: Path = Path()
    """The site's folder; paths among the options are relative to it."""

    def number(self, name: str, default: float) -> float:
        """Return an option that is a number; raises ConfigError when it is none."""
        try:
            return float(self.options.get(name, default))
        except ValueError as error:
            raise ConfigError(f"the engine's option {name!r} is not a number: {self.options[name]!r}") from error


class UnavailableError(EngineError):
    """Nobody answers, or not to us: no key, a wrong key, no such host. The run stops."""


class QuotaError(EngineError):
    """The account has nothing left. The run stops at once."""


class BudgetError(EngineError):
    """The next text would cost more than this run may spend. The run stops; nothing was sent for that text."""


class RefusedError(EngineError):
    """This request cannot be answered, and was not billed; a smaller one may be."""


class LostError(EngineError):
    """The request was sent and may have been billed, but no answer can be used. It is not sent again in this run."""


class BusyError(EngineError):
    """Not now: the request was not billed, and is safe to send again."""

    def __init__(
        self,
        message: str,
        *,
        retry_after: float | None = None,
        attempts: int = 6,
        ends_as: type[EngineError] = UnavailableError,
        hint: str = "",
    ) -> None:
        super().__init__(message, hint=hint)
        self.retry_after = retry_after
        """Seconds that the server asks us to wait."""
        self.attempts = attempts
        """How often to try in all."""
        self.ends_as = ends_as
        """What it is after the last attempt."""


class Engine(Protocol):
    """A machine that translates.

    `translate` gives exactly as many answers as it got texts, in their order, makes no call for no texts, never sends a
    request twice by itself, and raises nothing but `EngineError`. It is called from several threads at once.
    """

    @property
    def name(self) -> str:
        """The name that a catalog says (`# machine: deepl`)."""

    @property
    def ways(self) -> tuple[str, ...]:
        """The ways in which a text can be asked: the first for batches, the others for a text alone that failed."""

    def limits(self, request: Request) -> Limits:
        """Return how much one request like this may hold; may ask the server."""

    def identity(self, request: Request) -> str:
        """Return everything but the text itself that could change an answer; never a key."""

    def translate(self, request: Request) -> tuple[Answer, ...]:
        """Return an answer for each text."""

    def usage(self) -> Usage | None:
        """Return what has been used, or None when the engine does not count."""

    def close(self) -> None:
        """Let go of connections."""
