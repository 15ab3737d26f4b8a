"""What a language model is told: a template that a site may replace, and the texts as JSON."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from pathlib import Path
from string import Template

from translate.engines.base import Pair, Request
from translate.engines.wire import parse, plain
from translate.errors import ConfigError

_REGISTERS = {
    "less": "informally, as a friendly site does (du, je, tu), where the language makes a difference",
    "more": "formally (Sie, u, vous), where the language makes a difference",
    "default": "as is usual on such sites in this language",
}
_FIELDS = {"source", "target", "register"}


class Prompt:
    """A template with `$source`, `$target` and `$register`."""

    def __init__(self, text: str, path: str = "") -> None:
        self._template = Template(text)
        if not self._template.is_valid() or not set(self._template.get_identifiers()) <= _FIELDS:
            names = ", ".join(f"${name}" for name in sorted(_FIELDS))
            raise ConfigError(f"a prompt may use {names}, and $$ for a dollar", path=path)
        self.digest = hashlib.sha256(text.encode()).hexdigest()[:16]
        """What an answer depends on."""

    def system(self, request: Request) -> str:
        """Return the instructions."""
        return self._template.substitute(
            source=request.source, target=request.target, register=_REGISTERS[request.register]
        )


def read_prompt(path: Path | None) -> Prompt:
    """Read a site's prompt, or ours when it has none; raises ConfigError when it cannot be used."""
    if path is None:
        return Prompt(files("translate.engines").joinpath("prompt.md").read_text("utf-8"))
    try:
        return Prompt(path.read_text("utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError("the prompt cannot be read", path=str(path)) from error


def material(request: Request, ids: tuple[str, ...]) -> str:
    """Return the texts and all that may help, as JSON; of the glossary only what occurs in the texts."""
    shown = " ".join(plain(parse(text)) for text in request.texts).casefold()
    parts: dict[str, object] = {
        "about": request.context,
        "page": [_pair(pair) for pair in request.page],
        "glossary": [
            {"word": term.source, "translation": term.target, **({"note": term.note} if term.note else {})}
            for term in request.glossary
            if term.source.casefold() in shown
        ],
        "examples": [_pair(pair) for pair in request.examples],
        "wrong": list(request.reasons),
        "translate": dict(zip(ids, request.texts, strict=True)),
    }
    return json.dumps({name: value for name, value in parts.items() if value}, ensure_ascii=False, indent=1)


def _pair(pair: Pair) -> dict[str, str] | str:
    return {"source": pair.source, "translation": pair.target} if pair.target else pair.source
