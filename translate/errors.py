"""The one tree of errors: each says where, what, and what to do next.

`exit_code` is what the command line ends with (design: 2 could not run, 3 engine).
"""

from __future__ import annotations


class TranslateError(Exception):
    """Something that ends the run, told to the person who started it."""

    exit_code = 2

    def __init__(self, message: str, *, path: str = "", line: int = 0, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        """Return `path:line: message`, as terminals make it clickable."""
        place = f"{self.path}:{self.line}: " if self.line else f"{self.path}: " if self.path else ""
        return f"{place}{self.message}"


class UsageError(TranslateError):
    """The command was called with something that does not fit the site."""


class ConfigError(TranslateError):
    """`translate.toml` cannot be used as it is."""


class PageError(TranslateError):
    """A source page cannot be read."""


class CatalogError(TranslateError):
    """A catalog cannot be read."""


class SeveralError(TranslateError):
    """Several files cannot be read."""

    def __init__(self, errors: tuple[TranslateError, ...]) -> None:
        super().__init__("\n".join(map(str, errors)))
        self.errors = errors


class OutputError(TranslateError):
    """A file could not be written; what was there before is still there."""


class LockError(TranslateError):
    """Another run is working on the same site."""


class EngineError(TranslateError):
    """The engine cannot go on; everything done so far is saved."""

    exit_code = 3
