"""Any service that speaks OpenAI's chat completions: OpenAI, OpenRouter, Ollama, vLLM and others."""

from __future__ import annotations

import hashlib
from threading import Lock
from typing import Any

from translate.engines.base import (
    Answer,
    Limits,
    LostError,
    RefusedError,
    Request,
    Settings,
    UnavailableError,
    Usage,
)
from translate.engines.prompt import Prompt, material, read_prompt
from translate.engines.reply import answers, schema
from translate.engines.transport import Service, address
from translate.engines.wire import WIRE
from translate.errors import ConfigError

_BASE = "https://api.openai.com/v1"
_HINT = "set OPENAI_API_KEY, and OPENAI_BASE_URL for another service"
_TIMEOUT = 600.0
"""Seconds without a byte; a model that thinks first says nothing for long."""

_FORMATS = ("json_schema", "json_object", "text")
"""How an answer may be asked for, the strictest first; not every server knows the first two."""


def openai(settings: Settings) -> OpenAI:
    """Make the engine; raises UnavailableError without a key, ConfigError without a model or with a broken prompt."""
    key = settings.environ.get("OPENAI_API_KEY", "")
    base = settings.environ.get("OPENAI_BASE_URL", "")
    if not key and not base:
        raise UnavailableError("there is no key for a language model", hint=_HINT)
    model = settings.options.get("model", "")
    if not model:
        raise ConfigError("the engine openai needs a model", hint='set model = "…" among its options')
    prompt = settings.options.get("prompt")
    return OpenAI(
        key,
        base=address(base or _BASE, "OPENAI_BASE_URL"),
        model=model,
        prompt=read_prompt(settings.root / prompt if prompt else None),
        timeout=settings.number("timeout", _TIMEOUT),
    )


class OpenAI:
    """A language model; two ways: a page's texts together, and one alone with what was wrong before."""

    name = "openai"
    ways = ("json", "alone")

    def __init__(self, key: str, *, base: str, model: str, prompt: Prompt, timeout: float = _TIMEOUT) -> None:
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._service = Service(base, secret=key, headers=headers, timeout=timeout, hint=_HINT)
        self._model = model
        self._prompt = prompt
        self._format = 0
        self._tokens = 0
        self._lock = Lock()

    def limits(self, request: Request) -> Limits:
        """Return limits of ours: models lose track of longer lists."""
        del request
        return Limits(texts=25, size=12 * 1024)

    def identity(self, request: Request) -> str:
        """Return model, host, prompt and everything of the request that decides, but what only helps."""
        digest = hashlib.sha256(repr((request.context, request.glossary)).encode()).hexdigest()
        way = request.way or self.ways[0]
        languages = f"{request.source}>{request.target}"
        model = f"{self._service.host} {self._model} {self._prompt.digest}"
        return f"openai {model} {WIRE} {way} {languages} {request.register} {digest}"

    def translate(self, request: Request) -> tuple[Answer, ...]:
        """Translate the texts in one completion."""
        if not request.texts:
            return ()
        ids = tuple(str(number) for number in range(1, len(request.texts) + 1))
        completion = self._completion(
            [
                {"role": "system", "content": self._prompt.system(request)},
                {"role": "user", "content": material(request, ids)},
            ],
            ids,
        )
        fault, content = _content(completion)
        if fault:
            return tuple(Answer("", fault=fault) for _ in ids)
        return answers(content, dict(zip(ids, request.texts, strict=True)))

    def usage(self) -> Usage | None:
        """Return the tokens that this run has used."""
        return Usage(self._tokens, None, "tokens")

    def close(self) -> None:
        """Let go of connections."""
        self._service.close()

    def _completion(self, messages: list[dict[str, str]], ids: tuple[str, ...]) -> Any:
        """Ask in the strictest format that the server takes; which one that is holds for the run."""
        refused: RefusedError | None = None
        for number in range(self._format, len(_FORMATS)):
            body = {"model": self._model, "temperature": 0, "messages": messages} | _format(_FORMATS[number], ids)
            try:
                completion = self._service.post("/chat/completions", body)
            except RefusedError as error:
                refused = refused or error
                continue
            self._format = max(self._format, number)
            self._record(completion)
            return completion
        raise refused or AssertionError

    def _record(self, completion: Any) -> None:
        usage = completion.get("usage") if isinstance(completion, dict) else None
        tokens = usage.get("total_tokens") if isinstance(usage, dict) else None
        with self._lock:
            self._tokens += tokens if isinstance(tokens, int) else 0


def _format(name: str, ids: tuple[str, ...]) -> dict[str, Any]:
    if name == "text":
        return {}
    if name == "json_object":
        return {"response_format": {"type": "json_object"}}
    described = {"name": "translations", "strict": True, "schema": schema(ids)}
    return {"response_format": {"type": "json_schema", "json_schema": described}}


def _content(completion: Any) -> tuple[str, str]:
    """Return why a completion cannot be used, or "", and what it says."""
    try:
        choice = completion["choices"][0]
        message, finished = choice["message"], choice.get("finish_reason")
        content, refused = message.get("content"), message.get("refusal")
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise LostError("the service answered with something that is no completion") from error
    if refused:
        return "the model refused to answer", ""
    if finished == "length":
        return "the answer was cut off", ""
    if finished not in {"stop", None}:
        return f"the answer ended with {str(finished)[:40]!r}", ""
    return ("", content) if isinstance(content, str) else ("the answer was empty", "")
