"""DeepL, through its own client; the only file that knows `deepl`.

The client's habits are kept away from money. It sends a request that is slower than ten seconds up to six times,
ignores `Retry-After` and does not split what is too long; so each call goes out exactly once here, with our own time
limit, and the `Runner` decides what happens next.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from importlib.metadata import version
from threading import Lock
from typing import Any, TypeVar

import deepl
from deepl.api_data import MultilingualGlossaryDictionaryEntries
from deepl.http_client import HttpClient

from translate.engines import deepl_key
from translate.engines.base import (
    Answer,
    Limits,
    LostError,
    QuotaError,
    RefusedError,
    Request,
    Settings,
    UnavailableError,
    Usage,
)
from translate.engines.batches import size
from translate.engines.deepl_codes import glossary_code, source_code, target_code
from translate.engines.deepl_glossary import digest, entries, plan
from translate.engines.html import from_html, to_html
from translate.engines.transport import address, host_of, refusal, send
from translate.engines.wire import WIRE

_HINT = "set DEEPL_AUTH_KEY; a key that ends in :fx is one of the free API"
_TIMEOUT = 120.0
"""Seconds without a byte after which an answer is given up."""
_CONTEXT = 4_000
"""Characters of context that are sent; it is meant to be a few sentences."""
_ENVELOPE = 2048
"""Bytes of a body that the names of parameters and their values take, at most."""
_UNLIMITED = 10**12
"""The limit that an account without a limit reports."""

T = TypeVar("T")


def deepl_engine(settings: Settings) -> DeepL:
    """Make the engine; raises UnavailableError without a key."""
    key = deepl_key.found(settings.environ)
    if not key:
        raise UnavailableError("there is no key for DeepL", hint=_HINT)
    server = settings.environ.get("DEEPL_SERVER_URL")
    return DeepL(
        key,
        server=address(server, "DEEPL_SERVER_URL") if server else None,
        project=settings.project,
        model=settings.options.get("model", "prefer_quality_optimized"),
        glossary=settings.options.get("glossary", "on") != "off",
        timeout=settings.number("timeout", _TIMEOUT),
    )


class DeepL:
    """The DeepL API; three ways: XML, XML alone without context, HTML alone."""

    name = "deepl"
    ways = ("xml", "alone", "html")

    def __init__(
        self,
        key: str,
        *,
        server: str | None = None,
        project: str = "",
        model: str = "prefer_quality_optimized",
        glossary: bool = True,
        timeout: float = _TIMEOUT,
    ) -> None:
        self._client = _Client(key, server, project, timeout)
        self._project = project
        self._model = model
        self._with_glossary = glossary
        self._glossaries: dict[tuple[str, str], str | None] = {}
        self._lock = Lock()

    def limits(self, request: Request) -> Limits:
        """Return DeepL's limits: 50 texts, and a body of 128 KiB with everything in it."""
        most = "\U0010ffff" * _CONTEXT if request.around else request.context[:_CONTEXT]
        return Limits(texts=50, size=128 * 1024 - _ENVELOPE - size(most))

    def identity(self, request: Request) -> str:
        """Return the host and every parameter that could change an answer."""
        way = request.way or self.ways[0]
        terms = digest(entries(request.glossary)) if request.glossary and self._with_glossary else ""
        context = hashlib.sha256(_about(request, way).encode()).hexdigest()
        languages = f"{source_code(request.source)}>{target_code(request.target)}"
        host = host_of(self._client.server_url)
        return f"deepl {host} {WIRE} {way} {languages} {self._model} {request.register} {terms} {context}"

    def translate(self, request: Request) -> tuple[Answer, ...]:
        """Translate the texts in one POST."""
        if not request.texts:
            return ()
        way = request.way or self.ways[0]
        results = self._called(
            lambda: self._client.translate_text(
                [to_html(text) for text in request.texts] if way == "html" else list(request.texts),
                source_lang=source_code(request.source),
                target_lang=target_code(request.target),
                context=_context(request, way) or None,
                split_sentences="nonewlines",
                preserve_formatting=True,
                formality="default" if request.register == "default" else f"prefer_{request.register}",
                glossary=self._glossary(request),
                model_type=self._model,
                tag_handling_version="v2",  # without it the account's age decides
                **_TAGS["html" if way == "html" else "xml"],
            )
        )
        answers = [result for result in results if isinstance(result.text, str)] if isinstance(results, list) else []
        if len(answers) != len(request.texts):
            raise LostError(f"DeepL gave {len(answers)} answers to {len(request.texts)} texts")
        return tuple(
            Answer(from_html(result.text) if way == "html" else result.text, result.billed_characters)
            for result in answers
        )

    def usage(self) -> Usage | None:
        """Return the characters of the billing period."""
        character = self._called(self._client.get_usage).character
        if character.count is None:
            return None
        limited = character.limit is not None and character.limit < _UNLIMITED
        return Usage(character.count, character.limit if limited else None)

    def close(self) -> None:
        """Let go of connections."""
        self._client.close()  # type: ignore[no-untyped-call]

    def _called(self, work: Callable[[], T]) -> T:
        """Call the client, whose own errors say no more than that an answer could not be read."""
        try:
            return work()
        except deepl.DeepLException as error:
            raise UnavailableError("the request to DeepL could not be made") from error
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            raise LostError("DeepL answered with something that cannot be read") from error

    def _glossary(self, request: Request) -> str | None:
        """Return the id of the glossary that holds the request's terms; make or change it when it must be."""
        taken = entries(request.glossary) if self._with_glossary else {}
        if not taken:
            return None
        source, target, wanted = glossary_code(request.source), glossary_code(request.target), digest(taken)
        pair = f"{source}-{target}".lower()
        with self._lock:
            if (pair, wanted) not in self._glossaries:
                words = MultilingualGlossaryDictionaryEntries(source, target, taken)
                self._glossaries[pair, wanted] = self._synchronized(pair, wanted, words)
            return self._glossaries[pair, wanted]

    def _synchronized(self, pair: str, wanted: str, words: MultilingualGlossaryDictionaryEntries) -> str | None:
        client = self._client
        there = {each.glossary_id: each.name for each in client.list_multilingual_glossaries()}
        todo = plan(there, self._project, pair, wanted)
        try:
            if not todo.glossary_id:
                return client.create_multilingual_glossary(todo.name, [words]).glossary_id
            if todo.name:
                client.replace_multilingual_glossary_dictionary(todo.glossary_id, words)
                client.update_multilingual_glossary_name(todo.glossary_id, todo.name)
        except RefusedError:
            return None  # DeepL has no glossaries for this pair; the terms are still checked in the result
        except QuotaError as error:
            hint = "delete one on DeepL's site, or set the engine's option glossary = \"off\""
            raise UnavailableError("the DeepL account has no room for another glossary", hint=hint) from error
        return todo.glossary_id


_TAGS: dict[str, dict[str, Any]] = {
    "xml": {
        "tag_handling": "xml",
        "outline_detection": False,
        "non_splitting_tags": ["g", "x"],
        "ignore_tags": ["x"],
    },
    "html": {"tag_handling": "html"},
}


def _about(request: Request, way: str) -> str:
    return "" if way == "alone" else request.context[:_CONTEXT]


def _context(request: Request, way: str) -> str:
    """Return what the page is about, and what stands around the texts: one context holds for all of a request."""
    if way == "alone":
        return ""
    around = (words for text in request.texts for words in request.around.get(text, ()))
    lines = dict.fromkeys([*_about(request, way).split("\n"), *around])
    return "\n".join(filter(None, lines))[:_CONTEXT]


class _Client(deepl.DeepLClient):
    """The client, with one attempt a call."""

    def __init__(self, key: str, server: str | None, project: str, timeout: float) -> None:
        super().__init__(key, server_url=server)
        self._client.close()  # type: ignore[no-untyped-call]
        self._client = _OneAttempt(key, timeout)
        self.set_app_info("translate-pages", version("translate-pages"))
        self.headers["X-DeepL-Reporting-Tag"] = f"translate {project}".strip()


class _OneAttempt(HttpClient):
    """The client's transport without its repetitions: one call, one request, at most."""

    def __init__(self, key: str, timeout: float) -> None:
        super().__init__()
        self._key = key
        self._timeout = timeout

    def request_with_backoff(  # noqa: PLR0917  # the client's own signature
        self,
        method: str,
        url: str,
        data: dict[str, Any] | None,
        json: dict[str, Any] | None,
        headers: dict[str, str],
        stream: bool = False,
        **kwargs: Any,
    ) -> tuple[int, str]:
        """Send the request once; raises EngineError for whatever is no success."""
        del stream
        prepared = self._prepare_request(method, url, data, json, headers, **kwargs)
        reply = send(self._session, prepared, timeout=self._timeout, clock=time.time)
        error = refusal(reply, host_of(url), hint=_HINT, secret=self._key)
        if error is not None:
            raise error
        return reply.status, reply.body
