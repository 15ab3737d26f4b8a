"""`translate.toml`, or `[tool.translate]` in `pyproject.toml`, read as a `Site`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from translate import schema
from translate.checks.policy import Policy
from translate.errors import ConfigError
from translate.globs import matcher
from translate.keys import Where, line_of
from translate.markdown.rules import Rules
from translate.model import Severity
from translate.site import Links, Notice, Override, Publish, Site
from translate.suggestions import alternatives

NAME = "translate.toml"
_RULES = Rules._fields
_TEXTS = ("project", "source_locale", "locales", "catalogs", "output", "engine", "engines", "formality", "glossary")


class _Settings(NamedTuple):
    """A table of settings and the file that it stands in."""

    path: Path
    text: str
    table: dict[str, Any]
    prefix: Where = ()
    """The keys that lead to the table inside the file."""

    def error(self, where: Where, message: str, hint: str) -> ConfigError:
        return ConfigError(message, path=self.path.name, line=line_of(self.text, (*self.prefix, *where)), hint=hint)


def load(directory: Path) -> Site:
    """Return the site that a folder belongs to: the nearest settings in it or above it, inside its repository.

    In one folder `translate.toml` comes before `pyproject.toml`. Raises ConfigError, with the line, for what the
    settings say wrong.
    """
    settings = _nearest(directory.resolve())
    for violation in schema.violations(settings.table, schema.load()):
        raise settings.error(violation.where, violation.message, violation.hint)
    table = schema.defaults() | settings.table
    if (where := _unaddressed(table)) and not table["links"].get("routes"):
        hint = 'say under [links] which addresses the pages have: routes = "/{page}"'
        raise settings.error(where, f"{'.'.join(map(str, where))} needs links.routes", hint)
    if table["assets"] and "{path}" not in table["output"]:
        hint = 'write "{path}" into "output", or take "assets" away'
        raise settings.error(("assets",), 'assets need a place of their own, which "output" does not give', hint)
    for where in _unknown_locales(table):
        raise settings.error(
            where, f'"{where[-1]}" is not among "locales"', alternatives(str(where[-1]), table["locales"])
        )
    site = Site(
        root=settings.path.parent,
        settings=settings.path.name,
        source=PurePosixPath(table["source"]).as_posix(),
        pages=matcher(table["pages"]),
        exclude=matcher(table["exclude"]),
        assets=matcher(table["assets"]),
        rules=Rules(**_rules(table)),
        overrides=tuple(Override(matcher(entry["files"]), _rules(entry)) for entry in table["overrides"]),
        publish=Publish(**table["publish"]),
        check=_policy(table["check"]),
        links=_links(table["links"]),
        notice=Notice(**table["notice"]),
        max_characters=int(table["max_characters"]),
        **{key: _frozen(table[key]) for key in _TEXTS},
    )
    if not (site.root / site.source).is_dir():
        raise settings.error(("source",), f'there is no folder "{site.source}"', 'source = "…" names the source pages')
    return site


def fault(site: Site, key: str, message: str, hint: str) -> ConfigError:
    """Return the error that a setting, right by itself, does not fit the site's files."""
    for settings in _settings_in(site.root):
        return settings.error((key,), message, hint)
    return ConfigError(message, path=site.settings, hint=hint)


def home(directory: Path) -> Path:
    """Return the folder of the nearest settings; the folder itself where there are none that can be read."""
    try:
        return _nearest(directory.resolve()).path.parent
    except ConfigError:
        return directory


def settings_of(folder: Path) -> str:
    """Return the name of the file that holds the settings of this very folder, "" where there is none."""
    return next((settings.path.name for settings in _settings_in(folder)), "")


def _nearest(directory: Path) -> _Settings:
    for folder in (directory, *directory.parents):
        for found in _settings_in(folder):
            return found
        if (folder / ".git").exists():
            break
    message = f"no {NAME} here or above, and no [tool.translate] in pyproject.toml"
    raise ConfigError(message, hint='run "translate init" in the folder of your site, or name it with -C')


def _settings_in(folder: Path) -> Iterator[_Settings]:
    own, shared = folder / NAME, folder / "pyproject.toml"
    if own.is_file():
        text = _text(own)
        yield _Settings(own, text, _parsed(own, text))
    elif shared.is_file() and "[tool.translate" in (text := _text(shared)):
        yield _Settings(shared, text, _parsed(shared, text)["tool"]["translate"], ("tool", "translate"))


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise ConfigError(
            f"cannot be read: {error.strerror}", path=path.name, hint="look at its permissions"
        ) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ConfigError("is not UTF-8", path=path.name, line=line, hint="save it as UTF-8") from error


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        found = re.search(r"line (\d+)", message)
        line = int(found[1]) if found else text.count("\n") + 1
        place = re.compile(r" \(at [^)]*\)$")
        raise ConfigError(
            f"is not TOML: {place.sub('', message)}",
            path=path.name,
            line=line,
            hint='strings need quotes: key = "value"',
        ) from error


def _policy(table: Mapping[str, Any]) -> Policy:
    ignores = table.get("per-file-ignores", {})
    plain = {key: _frozen(value) for key, value in table.items() if key not in {"per-file-ignores", "severity"}}
    return Policy(
        **plain,
        per_file_ignores=tuple((matcher([glob]), tuple(codes)) for glob, codes in ignores.items()),
        severity={code: Severity(name) for code, name in table.get("severity", {}).items()},
    )


def _unaddressed(table: Mapping[str, Any]) -> Where:
    """Return the first setting that needs to know the addresses of pages; () where none does."""
    for key in ("localize", "alternates"):
        if table["links"].get(key):
            return "links", key
    texts = (("notice", part, key) for part, named in table["notice"].items() for key in named)
    return next((where for where in texts if "{source_url}" in table["notice"][where[1]][where[2]]), ())


def _unknown_locales(table: Mapping[str, Any]) -> Iterator[Where]:
    for key, part in (("links", "external"), ("notice", "text")):
        yield from ((key, part, locale) for locale in table[key].get(part, ()) if locale not in table["locales"])


def _links(table: Mapping[str, Any]) -> Links:
    globs = {"ignore", "keep"}
    read: dict[str, Any] = {key: matcher(value) if key in globs else _frozen(value) for key, value in table.items()}
    return Links(**read)


def _rules(table: Mapping[str, Any]) -> Any:
    return {key: _frozen(table[key]) for key in _RULES if key in table}


def _frozen(value: Any) -> Any:
    match value:
        case list():
            return tuple(value)
        case dict():
            return {key: _frozen(member) for key, member in value.items()}
        case _:
            return value
