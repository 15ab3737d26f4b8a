"""The settings' JSON Schema, read as the one table of what `translate.toml` may say.

Editors complete and check the file with the same schema that we check it with, so they cannot disagree. Only the
keywords that the schema uses are known here; a test holds it against the `jsonschema` package.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from translate.keys import Where
from translate.languages import is_locale
from translate.suggestions import alternatives

Schema = Mapping[str, Any]

_TYPES: Mapping[str, tuple[type, str]] = {
    "object": (dict, "a table"),
    "array": (list, "a list"),
    "string": (str, "a string"),
    "number": (float, "a number"),
    "boolean": (bool, "true or false"),
}
_KINDS: Mapping[type, str] = {
    dict: "a table",
    list: "a list",
    str: "a string",
    bool: "true or false",
    int: "a number",
    float: "a number",
}


class Violation(NamedTuple):
    """Something that the schema does not allow."""

    where: Where
    message: str
    hint: str = ""


@cache
def load() -> Schema:
    """Return the schema that ships with the package."""
    schema: Schema = json.loads(Path(__file__).with_name("translate.schema.json").read_text("utf-8"))
    return schema


def defaults() -> dict[str, Any]:
    """Return what holds for the keys that a site leaves out."""
    return {key: rule["default"] for key, rule in load()["properties"].items() if "default" in rule}


def violations(value: object, schema: Schema, where: Where = ()) -> Iterator[Violation]:
    """Yield what the schema does not allow, in the order of the file."""
    schema = _resolved(schema)
    if "type" in schema and not _is(value, schema["type"]):
        yield Violation(
            where, f"{_name(where)} must be {_TYPES[schema['type']][1]}, not {_kind(value)}", _example(where)
        )
        return
    for keyword, rule in schema.items():
        if keyword in _KEYWORDS:
            yield from _KEYWORDS[keyword](value, rule, schema, where)


def property_at(where: Where) -> Schema:
    """Return what the schema says about the value at a place."""
    schema = load()
    for step in where:
        schema = schema["items"] if isinstance(step, int) else schema.get("properties", {}).get(step, {})
        schema = _resolved(schema)
    return schema


def _properties(value: dict[str, Any], known: Schema, schema: Schema, where: Where) -> Iterator[Violation]:
    for key, member in value.items():
        if key in known:
            yield from violations(member, known[key], (*where, key))
        elif schema.get("additionalProperties") is False:
            yield Violation((*where, key), f'unknown key "{key}"', alternatives(key, known))


def _required(value: dict[str, Any], keys: list[str], _: Schema, where: Where) -> Iterator[Violation]:
    for key in keys:
        if key not in value:
            yield Violation(where, f'"{key}" is missing', _example((*where, key)))


def _members(value: dict[str, Any], rule: Schema | bool, schema: Schema, where: Where) -> Iterator[Violation]:
    if isinstance(rule, Mapping):
        for key, member in value.items():
            if key not in schema.get("properties", {}):
                yield from violations(member, rule, (*where, key))


def _names(value: dict[str, Any], rule: Schema, _: Schema, where: Where) -> Iterator[Violation]:
    for key in value:
        yield from violations(key, rule, (*where, key))


def _items(value: list[Any], rule: Schema, _: Schema, where: Where) -> Iterator[Violation]:
    for position, item in enumerate(value):
        yield from violations(item, rule, (*where, position))


def _enum(value: object, choices: list[str], _: Schema, where: Where) -> Iterator[Violation]:
    if value not in choices:
        shown = f'"{value}"' if isinstance(value, str) else _kind(value)
        message = f"{_name(where)} must be one of {', '.join(choices)}, not {shown}"
        yield Violation(where, message, alternatives(str(value), choices))


def _length(value: str | list[Any], least: int, _: Schema, where: Where) -> Iterator[Violation]:
    if len(value) < least:
        yield Violation(where, f"{_name(where)} must not be empty", _example(where))


def _unique(value: list[str], _: bool, __: Schema, where: Where) -> Iterator[Violation]:
    twice = [item for position, item in enumerate(value) if item in value[:position]]
    if twice:
        yield Violation(where, f'{_name(where)} names "{twice[0]}" twice', "leave one of them out")


def _minimum(value: float, least: float, schema: Schema, where: Where) -> Iterator[Violation]:
    if not least <= value <= schema["maximum"]:
        yield Violation(where, f"{_name(where)} must be between {least} and {schema['maximum']}, not {value}")


def _format(value: str, name: str, _: Schema, where: Where) -> Iterator[Violation]:
    yield from (Violation(where, f"{_name(where)} {message}", hint) for message, hint in _FORMATS[name](value))


def _locale(value: str) -> Iterator[tuple[str, str]]:
    if not is_locale(value):
        yield f'names "{value}", which is no locale', 'write a language code: "nl", "pt-BR", "zh-Hans"'


def _folder(value: str) -> Iterator[tuple[str, str]]:
    if value.startswith(("/", "~")):
        yield "must be inside the site, or relative to it", f'leave out the "{value[0]}"'


def _template(value: str) -> Iterator[tuple[str, str]]:
    yield from _folder(value)
    names = set(re.findall(r"\{(.*?)\}", value))
    for name in sorted(names - {"locale", "page", "path"}):
        yield f"has no value for {{{name}}}", "known here: {locale}, {page} (without its extension), {path} (with it)"
    if "locale" not in names or not names & {"page", "path"}:
        yield "would put several files into one place", "name {locale}, and {page} or {path}, in it"


def _key(value: str) -> Iterator[tuple[str, str]]:
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_-]*", value):
        yield f'names "{value}", which cannot be a key', "use letters, digits, - and _"


def _route(value: str) -> Iterator[tuple[str, str]]:
    names = re.findall(r"\{(.*?)\}", value)
    for name in sorted({*names} - {"locale", "page", "path"}):
        yield f"has no value for {{{name}}}", "known here: {page} (without its extension), {path} (with it), {locale}"
    if names.count("page") + names.count("path") != 1:
        yield "would give all pages one address", 'name {page} in it: "/{page}"'
    elif not _ADDRESS.fullmatch(value) or not value.startswith(("/", "https://", "http://")):
        yield f'is "{value}", which is no address', 'begin with "/", and use only the signs that addresses have'


def _file(value: str) -> Iterator[tuple[str, str]]:
    yield from _folder(value)
    if value.count("{page}") != 1:
        yield "does not say which page a file is", 'name {page} in it: "src/routes/{page}/+page.svelte"'


def _elsewhere(value: str) -> Iterator[tuple[str, str]]:
    if not _ADDRESS.fullmatch(value):
        yield f'is "{value}", which is no address', "write what is no letter, digit or sign of an address as %XX"


_ADDRESS = re.compile(r"[A-Za-z0-9._~:/?#@!$&+,;=%{}()'*-]+")
"""What an address may hold (RFC 3986), and the braces of a template."""


def _rule(value: str) -> Iterator[tuple[str, str]]:
    from translate.checks.rules import RULES  # noqa: PLC0415 # most sites name no rule in their settings

    if not any(code.startswith(value) for code in RULES):
        yield f'names "{value}", which is no rule', alternatives(value, RULES) if len(value) > 3 else _FAMILIES


_FAMILIES = 'S, P, M, L, W and F are families of rules: "translate rule" lists them all'

_FORMATS: Mapping[str, Callable[[str], Iterator[tuple[str, str]]]] = {
    "locale": _locale,
    "folder": _folder,
    "template": _template,
    "rule": _rule,
    "key": _key,
    "route": _route,
    "file": _file,
    "address": _elsewhere,
}

_KEYWORDS: Mapping[str, Callable[[Any, Any, Schema, Where], Iterator[Violation]]] = {
    "properties": _properties,
    "additionalProperties": _members,
    "propertyNames": _names,
    "required": _required,
    "items": _items,
    "enum": _enum,
    "minItems": _length,
    "minLength": _length,
    "uniqueItems": _unique,
    "minimum": _minimum,
    "format": _format,
}


def _resolved(schema: Schema) -> Schema:
    if "$ref" not in schema:
        return schema
    target: Schema = load()["$defs"][schema["$ref"].rpartition("/")[2]]
    return {**target, **{key: rule for key, rule in schema.items() if key != "$ref"}}


def _is(value: object, kind: str) -> bool:
    if kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, _TYPES[kind][0])


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "a date or time")


def _name(where: Where) -> str:
    return ".".join(step if isinstance(step, str) else str(step + 1) for step in where) or "translate.toml"


def _example(where: Where) -> str:
    schema = property_at(where)
    samples = schema.get("examples") or [schema[key] for key in ("default",) if schema.get(key)]
    return f"for example: {where[-1]} = {json.dumps(samples[0])}" if samples else ""
