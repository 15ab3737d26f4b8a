"""The ground of every loopback server: HTTP/1.1 on a free port, a ledger of requests, faults on demand."""

from __future__ import annotations

import json
import socket
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any, Self


@dataclass(frozen=True)
class Received:
    """A request as it arrived."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes
    at: float
    """Seconds on the monotonic clock."""

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Response:
    status: int
    content: Any = None
    """Sent as JSON; bytes are sent as they are."""
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def body(self) -> bytes:
        if isinstance(self.content, bytes):
            return self.content
        return b"" if self.content is None else json.dumps(self.content).encode()


@dataclass(frozen=True)
class Fault:
    """What goes wrong with one POST of texts."""

    status: int = 0
    """Answer with this status instead of doing the work; 0 does the work."""
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    """Seconds before the answer."""
    drop: bool = False
    """Do the work and hang up without an answer."""
    change: Callable[[bytes], bytes] | None = None
    """Do the work and send other bytes, with a Content-Length that fits them."""
    short: bool = False
    """Do the work and send half of the bytes that Content-Length promises."""


class Service:
    """A server in a thread of its own; `ledger` has every request, in the order of arrival."""

    work_path = ""
    """The path of the POST that does the work, where faults strike."""

    def __init__(self) -> None:
        self.ledger: list[Received] = []
        self.faults: deque[Fault] = deque()
        self.lock = Lock()
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        server.daemon_threads = True
        self._server = server
        self._thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *details: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def posts(self) -> list[Received]:
        """The POSTs of texts."""
        return [one for one in self.ledger if one.method == "POST" and one.path == self.work_path]

    def answer(self, received: Received) -> Response:
        """Do what the real server does."""
        raise NotImplementedError


def _handler(service: Service) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def handle_one_request(self) -> None:
            try:
                super().handle_one_request()
            except (ConnectionError, TimeoutError, ValueError):  # the client was killed, or the test is over
                self.close_connection = True

        def _exchange(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = self.rfile.read(length)
            if len(body) < length:  # the client died in the middle
                self.close_connection = True
                return
            received = Received(self.command, self.path, dict(self.headers), body, time.monotonic())
            with service.lock:
                service.ledger.append(received)
                working = self.command == "POST" and self.path == service.work_path
                fault = service.faults.popleft() if working and service.faults else Fault()
            response = Response(fault.status, {"message": "as ordered"}, fault.headers)
            if not fault.status:
                response = service.answer(received)
            time.sleep(fault.delay)
            if fault.drop:
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            self._send(response, fault)

        def _send(self, response: Response, fault: Fault) -> None:
            body = fault.change(response.body) if fault.change else response.body
            self.send_response(response.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            for name, value in response.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if fault.short else body)
            self.close_connection = self.close_connection or fault.short

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _exchange  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    return Handler
