"""What a run finds around it: Python, packages, programs, engines and the names of their keys, never a value."""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, entry_points, requires, version

from translate.engines import ENGINES, GROUP, load
from translate.engines.base import Settings
from translate.errors import TranslateError

_DISTRIBUTION = "translate-pages"
_PROGRAMS = {
    "git": "merges catalogs, and says what changed (check --changed-from)",
    "msgfmt": "is how others look at catalogs; nothing here needs it",
    "msgcat": "is how editors write catalogs; nothing here needs it",
}
"""Programs of others, and what they are for; engines say for themselves what they need."""
_SECONDS = 10
"""Seconds that a program may take to say its version."""


@dataclass(frozen=True, slots=True)
class Package:
    """A Python package that this one needs; without a version it is missing."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Program:
    """A program of others; without a version it is missing."""

    name: str
    version: str
    use: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An engine, and whether it could begin."""

    name: str
    variables: Mapping[str, bool]
    """The environment variables that it looked for, and whether they hold anything."""
    lacks: str = ""
    """Why it could not begin, and what to do; "" where it could."""
    tried: bool = True
    """Whether it was made to begin; an engine of another package is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """Everything around a site."""

    python: str
    version: str
    packages: tuple[Package, ...]
    programs: tuple[Program, ...]
    engines: tuple[Offer, ...]


def environment(environ: Mapping[str, str], settings: Mapping[str, Settings]) -> Environment:
    """Return what there is; each engine is made with its entry of `settings`, to see whether it can, and closed."""
    names = (*ENGINES, *sorted(point.name for point in entry_points(group=GROUP) if point.name not in ENGINES))
    return Environment(
        python=platform.python_version(),
        version=_version(_DISTRIBUTION),
        packages=tuple(Package(name, _version(name)) for name in _needed()),
        programs=tuple(Program(name, _said_version(name, environ), use) for name, use in _PROGRAMS.items()),
        engines=tuple(_offer(name, settings.get(name, Settings(environ=environ))) for name in names),
    )


def _needed() -> Iterator[str]:
    for requirement in requires(_DISTRIBUTION) or ():
        name, _, condition = requirement.partition(";")
        if "extra" not in condition and (found := re.match(r"[\w.-]+", name)):
            yield found[0]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _said_version(name: str, environ: Mapping[str, str]) -> str:
    """Return the version that a program names in its first line; "" where there is no such program."""
    program = shutil.which(name, path=environ.get("PATH"))
    if program is None:
        return ""
    try:
        done = subprocess.run(
            [program, "--version"],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return "does not say its version"
    found = re.search(r"\d+(?:\.\d+)+", done.stdout.partition("\n")[0])
    return found[0] if found else "does not say its version"


def _offer(name: str, settings: Settings) -> Offer:
    if name not in ENGINES:
        return Offer(name=name, variables={}, tried=False)
    asked = _Asked(settings.environ)
    try:
        load(name, replace(settings, environ=asked)).close()
    except TranslateError as error:
        lacks = f"{error.message} ({error.hint})" if error.hint else error.message
        return Offer(name=name, variables=asked.found, lacks=lacks)
    return Offer(name=name, variables=asked.found)


class _Asked(Mapping[str, str]):
    """The environment, which records the names that an engine looks up, never a value."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.found: dict[str, bool] = {}

    def __getitem__(self, name: str) -> str:
        if name != "PATH":
            self.found[name] = bool(self._environ.get(name))
        return self._environ[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._environ)

    def __len__(self) -> int:
        return len(self._environ)
