"""A server that speaks the DeepL API: v2 translate, usage, languages; v3 glossaries; an account that is billed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any
from xml.etree import ElementTree

from tests.services.language import translated_wire
from tests.services.service import Received, Response, Service
from translate.engines.html import from_html, to_html
from translate.engines.wire import parse, plain

KEY = "8a1b2c3d-secret-of-the-loopback:fx"

SOURCES = {"DE", "EN", "ES", "FR", "IT", "JA", "NB", "NL", "PL", "PT", "UK", "ZH"}
TARGETS = (SOURCES - {"EN", "PT", "ZH"}) | {"EN-GB", "EN-US", "ES-419", "PT-BR", "PT-PT", "ZH-HANS", "ZH-HANT"}
GLOSSARIES = SOURCES - {"UK"}


@dataclass(frozen=True)
class Paid:
    """A text that was billed."""

    text: str
    characters: int
    post: int
    """The number of the POST it came in, from 0."""


class DeepLServer(Service):
    """A DeepL account on loopback."""

    work_path = "/v2/translate"

    def __init__(self, *, limit: int = 500_000, room_for_glossaries: int = 1) -> None:
        super().__init__()
        self.limit = limit
        self.paid: list[Paid] = []
        self.glossaries: dict[str, dict[str, Any]] = {}
        self.damage: Callable[[str, dict[str, Any]], str] = lambda text, _: text
        """Changes a right answer, given the request."""
        self._room = room_for_glossaries
        self._numbers = count(1)

    @property
    def billed(self) -> int:
        return sum(one.characters for one in self.paid)

    def answer(self, received: Received) -> Response:
        if received.headers.get("Authorization") != f"DeepL-Auth-Key {KEY}":
            sent = received.headers.get("Authorization", "").removeprefix("DeepL-Auth-Key ")
            return Response(403, {"message": f"{sent} is not a key of ours"})
        if len(received.body) > 128 * 1024:
            return Response(413, {"message": "Request size exceeds the supported limit"})
        for method, pattern, work in self._routes():
            found = re.fullmatch(pattern, received.path)
            if method == received.method and found:
                return work(received, *found.groups())
        return Response(404, {"message": "not found"})

    def _routes(self) -> list[tuple[str, str, Callable[..., Response]]]:
        return [
            ("POST", "/v2/translate", self._translate),
            ("GET", "/v2/usage", self._usage),
            ("GET", r"/v2/languages.*", self._languages),
            ("GET", "/v3/glossaries", self._list),
            ("POST", "/v3/glossaries", self._create),
            ("PATCH", r"/v3/glossaries/([\w-]+)", self._patch),
            ("PUT", r"/v3/glossaries/([\w-]+)/dictionaries", self._put),
            ("DELETE", r"/v3/glossaries/([\w-]+)", self._delete),
        ]

    def _translate(self, received: Received) -> Response:
        wanted = received.json
        complaint = _complaint(wanted, self.glossaries)
        if complaint:
            return Response(400, {"message": complaint})
        texts = [from_html(text) if wanted.get("tag_handling") == "html" else text for text in wanted["text"]]
        costs = [len(plain(parse(text))) for text in texts]
        with self.lock:
            if self.billed + sum(costs) > self.limit:
                return Response(456, {"message": "Quota for this billing period has been exceeded"})
            post = len({one.post for one in self.paid})
            self.paid += [Paid(text, cost, post) for text, cost in zip(texts, costs, strict=True)]
        answers = [self._answered(text, wanted) for text in texts]
        return Response(200, {"translations": [_entry(*pair) for pair in zip(answers, costs, strict=True)]})

    def _answered(self, text: str, wanted: dict[str, Any]) -> str:
        right = translated_wire(text)
        damaged = self.damage(right, wanted)
        if wanted.get("tag_handling") != "html" or damaged != right:
            return damaged
        return to_html(right)

    def _usage(self, _: Received) -> Response:
        return Response(200, {"character_count": self.billed, "character_limit": self.limit})

    def _languages(self, received: Received) -> Response:
        codes = TARGETS if b"target" in received.body or "target" in received.path else SOURCES
        return Response(200, [{"language": code, "name": code} for code in sorted(codes)])

    def _list(self, _: Received) -> Response:
        return Response(200, {"glossaries": [_shown(one) for one in self.glossaries.values()]})

    def _create(self, received: Received) -> Response:
        wanted = received.json
        if any(one["target_lang"] not in GLOSSARIES for one in wanted["dictionaries"]):
            return Response(400, {"message": "Unsupported glossary language pair"})
        if len(self.glossaries) >= self._room:
            return Response(456, {"message": "Too many glossaries"})
        made = {"glossary_id": f"gl-{next(self._numbers)}", **wanted}
        self.glossaries[made["glossary_id"]] = made
        return Response(201, _shown(made))

    def _patch(self, received: Received, number: str) -> Response:
        self.glossaries[number] |= {"name": received.json["name"]}
        return Response(200, _shown(self.glossaries[number]))

    def _put(self, received: Received, number: str) -> Response:
        wanted = received.json
        pair = (wanted["source_lang"], wanted["target_lang"])
        others = [
            one for one in self.glossaries[number]["dictionaries"] if (one["source_lang"], one["target_lang"]) != pair
        ]
        self.glossaries[number]["dictionaries"] = [*others, wanted]
        return Response(200, _counted(wanted))

    def _delete(self, _: Received, number: str) -> Response:
        del self.glossaries[number]
        return Response(204)


def _complaint(wanted: dict[str, Any], glossaries: dict[str, Any]) -> str:
    """Return why a request is refused, or ""; strict where DeepL is, or may become so."""
    complaints = {
        "Too many texts": not 1 <= len(wanted["text"]) <= 50,
        "Value for 'source_lang' not supported.": wanted.get("source_lang") not in SOURCES,
        "Value for 'target_lang' not supported.": wanted.get("target_lang") not in TARGETS,
        "Glossary not found": wanted.get("glossary_id") not in {None, *glossaries},
        "this server knows tag_handling_version v2 alone": wanted.get("tag_handling_version") != "v2",
        "Tag handling parsing failed, please check input.": wanted.get("tag_handling") == "xml"
        and not all(map(_well_formed, wanted["text"])),
    }
    return next((complaint for complaint, holds in complaints.items() if holds), "")


def _well_formed(text: str) -> bool:
    try:
        ElementTree.fromstring(f"<t>{text}</t>")  # noqa: S314  # our own texts
    except ElementTree.ParseError:
        return False
    return True


def _entry(text: str, cost: int) -> dict[str, Any]:
    return {"detected_source_language": "EN", "text": text, "billed_characters": cost}


def _shown(glossary: dict[str, Any]) -> dict[str, Any]:
    return {
        "glossary_id": glossary["glossary_id"],
        "name": glossary["name"],
        "creation_time": "2026-01-01T00:00:00.000000+00:00",
        "dictionaries": [_counted(one) for one in glossary["dictionaries"]],
    }


def _counted(dictionary: dict[str, Any]) -> dict[str, Any]:
    count = len(dictionary["entries"].splitlines())
    return {name: dictionary[name] for name in ("source_lang", "target_lang")} | {"entry_count": count}
