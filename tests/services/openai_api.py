"""A server that speaks OpenAI's chat completions, and answers as models do: well, badly, or with chatter."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import Any

from tests.services.language import translated_wire
from tests.services.service import Received, Response, Service

KEY = "sk-secret-of-the-loopback"

Said = str | dict[str, Any]
"""What the model says: its content, or the whole choice."""


class OpenAIServer(Service):
    """A language model on loopback."""

    work_path = "/v1/chat/completions"

    def __init__(self, *, formats: Iterable[str] = ("json_schema", "json_object")) -> None:
        super().__init__()
        self.formats = set(formats)
        self.say: Callable[[dict[str, Any], dict[str, str]], Said] = lambda answer, _: json.dumps(answer)
        """Turns the right answer (id → begins, text) into what is said, given the texts (id → source)."""
        self.purse = ""
        """The code of OpenAI's complaint about money, when there is one."""

    def answer(self, received: Received) -> Response:
        if received.headers.get("Authorization") != f"Bearer {KEY}":
            return Response(401, {"error": {"message": f"wrong key: {received.headers.get('Authorization')}"}})
        if received.path != self.work_path:
            return Response(404, {"error": {"message": "not found"}})
        if self.purse:
            return Response(429, {"error": {"message": "You exceeded your current quota", "code": self.purse}})
        wanted = received.json
        kind = wanted.get("response_format", {}).get("type")
        if kind is not None and kind not in self.formats:
            return Response(400, {"error": {"message": f"{kind} is not supported by this model"}})
        texts = json.loads(wanted["messages"][-1]["content"])["translate"]
        answer = {number: {"begins": begins(text), "text": translated_wire(text)} for number, text in texts.items()}
        said = self.say(answer, texts)
        choice = {"message": {"role": "assistant", "content": said}, "finish_reason": "stop"}
        usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
        return Response(200, {"choices": [choice if isinstance(said, str) else said], "usage": usage})


def begins(text: str) -> str:
    """Return the first three words, with the tags before them."""
    found = re.match(r"(?:(?:<[^<>]*>)*[^\s<>]+\s*){1,3}", text)
    return found[0] if found else ""
