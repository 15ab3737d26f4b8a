"""One HTTP request, sent once, to the configured host alone; what may go wrong as `EngineError`.

The only file that knows `requests`, which the `deepl` client brings.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import requests
import urllib3

from translate.engines.base import BusyError, LostError, QuotaError, RefusedError, UnavailableError
from translate.engines.retry import seconds
from translate.errors import EngineError

CONNECT = 10.0
"""Seconds to wait for a connection."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered."""

    status: int
    body: str
    retry_after: float | None = None


def send(
    session: requests.Session, prepared: requests.PreparedRequest, *, timeout: float, clock: Callable[[], float]
) -> Reply:
    """Send a request and read the whole reply; any status is a reply.

    A redirection is not followed, for it could lead the text and the key elsewhere. `timeout` is in seconds without a
    byte. Raises BusyError when the request cannot have arrived, UnavailableError when there is no way to the server,
    LostError when it was sent and the reply did not come whole.
    """
    try:
        with session.send(prepared, timeout=(CONNECT, timeout), stream=True, allow_redirects=False) as response:
            body = response.content.decode("utf-8", "replace")
            return Reply(response.status_code, body, seconds(response.headers.get("Retry-After"), clock()))
    except requests.RequestException as error:
        raise failure(error, prepared.url or "") from error


def failure(error: requests.RequestException, url: str) -> EngineError:
    """Tell what a failed exchange means: whether the request can have arrived, and so been billed."""
    host = host_of(url)
    never_sent = isinstance(error, requests.ConnectTimeout) or isinstance(
        getattr(error.args[0] if error.args else None, "reason", None), urllib3.exceptions.NewConnectionError
    )
    if never_sent:
        return BusyError(f"{host} cannot be reached", attempts=4, hint="is the network there, and the address right?")
    if isinstance(error, requests.exceptions.SSLError | requests.exceptions.ProxyError):
        return UnavailableError(f"there is no way to {host}: {type(error).__name__}")
    if isinstance(error, ValueError):  # requests' errors about addresses and headers are
        return UnavailableError(f"{host} is not an address that can be asked")
    if isinstance(error, requests.ReadTimeout):
        return LostError(f"{host} took too long to answer")
    return LostError(f"the connection to {host} broke before the answer was there")


def address(url: str, variable: str) -> str:
    """Return the address of a service; raises UnavailableError when what the variable holds is none."""
    try:
        found = urllib3.util.parse_url(url)
    except urllib3.exceptions.LocationParseError:
        found = urllib3.util.Url()
    if found.scheme not in {"http", "https"} or not found.host or " " in url:
        raise UnavailableError(f"{variable} is not the address of a service", hint="it begins with https://")
    return url


def host_of(url: str) -> str:
    """Return the host and port of an address, without a name or password that may stand in it."""
    try:
        found = urllib3.util.parse_url(url)
    except urllib3.exceptions.LocationParseError:
        return "the server"
    return f"{found.host}:{found.port}" if found.port else found.host or "the server"


def refusal(reply: Reply, host: str, *, hint: str = "", secret: str = "") -> EngineError | None:
    """Tell what a status means, None for success; `hint` helps against a wrong key.

    What the server says is quoted without `secret`, the key, which servers have been seen to repeat.
    """
    if reply.status < 300:
        return None
    meaning = _MEANINGS.get(reply.status, "failed" if reply.status >= 500 else "nowhere")
    if "insufficient_quota" in reply.body:  # OpenAI says so with a 429
        meaning = "quota"
    error, words = _ERRORS[meaning]
    message = f"{host} answered {reply.status}: {words}{_quoted(reply.body, secret)}"
    if issubclass(error, BusyError):
        ends_as = RefusedError if meaning == "failed" else UnavailableError
        return error(message, retry_after=reply.retry_after, ends_as=ends_as)
    return error(message, hint=hint if meaning == "key" else "")


_MEANINGS = {
    **dict.fromkeys((400, 413, 422), "refused"),
    **dict.fromkeys((401, 403), "key"),
    **dict.fromkeys((402, 456), "quota"),
    **dict.fromkeys((429, 503, 529), "busy"),
}
_ERRORS: dict[str, tuple[type[EngineError], str]] = {
    "refused": (RefusedError, "it does not take this request"),
    "key": (UnavailableError, "the key is missing or not accepted"),
    "quota": (QuotaError, "the account's quota is used up"),
    "busy": (BusyError, "it has too much to do"),
    "failed": (BusyError, "an error of its own"),
    "nowhere": (UnavailableError, "that is not there"),
}


def _quoted(body: str, secret: str) -> str:
    """Return what a server said, short and without the key."""
    try:
        said = json.loads(body)
    except ValueError:
        said = ""
    while isinstance(said, dict):
        said = next((said[name] for name in ("message", "error", "detail") if name in said), "")
    clean = " ".join(str(said).replace(secret, "…").split() if secret else str(said).split())
    return f" ({clean[:200]})" if clean else ""


class Service:
    """A JSON service at one address."""

    def __init__(
        self, base: str, *, secret: str = "", headers: dict[str, str] | None = None, timeout: float, hint: str = ""
    ) -> None:
        self._base = base.rstrip("/")
        self._secret = secret
        self._headers = headers or {}
        self._timeout = timeout
        self._hint = hint
        self._session = requests.Session()

    @property
    def host(self) -> str:
        """The host and port, for messages."""
        return host_of(self._base)

    def get(self, path: str) -> Any:
        """Return the JSON that is at a path."""
        return self._json(self._reply("GET", path, None))

    def post(self, path: str, body: Any) -> Any:
        """Send JSON and return the JSON that comes back.

        Raises what `send` and `refusal` do, and LostError when the answer is no JSON.
        """
        return self._json(self._reply("POST", path, body))

    def close(self) -> None:
        """Let go of connections."""
        self._session.close()

    def _reply(self, method: str, path: str, body: Any) -> Reply:
        url = f"{self._base}{path}"
        try:
            prepared = requests.Request(method, url, json=body, headers=self._headers).prepare()
        except requests.RequestException as error:
            raise failure(error, url) from error
        return send(self._session, prepared, timeout=self._timeout, clock=time.time)

    def _json(self, reply: Reply) -> Any:
        error = refusal(reply, self.host, hint=self._hint, secret=self._secret)
        if error is not None:
            raise error
        try:
            return json.loads(reply.body)
        except ValueError as broken:
            raise LostError(f"{self.host} answered with something that is no JSON") from broken
