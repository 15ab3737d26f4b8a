"""A server that speaks LibreTranslate's API with its habits: it unescapes its output, and counts what it takes."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

from tests.services.language import translated_wire
from tests.services.service import Received, Response, Service
from translate.engines.html import from_html, to_html

KEY = "libre-secret-of-the-loopback"


class LibreTranslateServer(Service):
    """A LibreTranslate server on loopback."""

    work_path = "/translate"

    def __init__(self, *, characters: int = -1, texts: int = -1, key: str = KEY) -> None:
        super().__init__()
        self._characters = characters
        self._texts = texts
        self._key = key
        self.damage: Callable[[str], str] = lambda html: html
        """Changes a right answer."""

    def answer(self, received: Received) -> Response:
        if received.path == "/frontend/settings":
            return Response(200, {"charLimit": self._characters, "keyRequired": bool(self._key)})
        wanted = received.json
        if wanted.get("api_key", "") != self._key:
            return Response(403, {"error": f"Invalid API key {wanted.get('api_key')}"})
        if wanted["target"] not in {"es", "nl", "zh-Hans"}:
            return Response(400, {"error": f"{wanted['target']} is not supported"})
        length = sum(map(len, wanted["q"]))
        if -1 < self._characters < length or -1 < self._texts < len(wanted["q"]):
            return Response(400, {"error": f"Invalid request: request ({length}) exceeds text limit"})
        right = (to_html(translated_wire(from_html(text))) for text in wanted["q"])
        return Response(200, {"translatedText": [unescape(self.damage(text)) for text in right]})
