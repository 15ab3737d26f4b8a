"""The real program, serving a site to a browser that speaks HTTP as browsers do."""

from __future__ import annotations

import http.client
import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

COMMAND = [sys.executable, "-m", "translate"]


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(slots=True)
class Browser:
    """A browser that was let in."""

    host: str
    cookie: str = ""
    token: str = ""
    headers: dict[str, str] = field(default_factory=lambda: {"Sec-Fetch-Site": "same-origin"})

    def ask(self, method: str, path: str, body: bytes | None = None, /, **headers: str) -> Answer:
        """Send one request; header names are written with underscores, and "" leaves one out."""
        said = {**self.headers, "Cookie": self.cookie, "Host": self.host}
        said |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection(self.host, timeout=30)
        try:
            connection.putrequest(method, path, skip_host=True)
            for name, value in said.items():
                if value:
                    connection.putheader(name, value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, None, **headers)

    def post(self, path: str, said: object, **headers: str) -> Answer:
        usual = {"Content_Type": "application/json", "X_Translate_Token": self.token, "Origin": f"http://{self.host}"}
        return self.ask("POST", path, json.dumps(said).encode(), **(usual | headers))

    def enter(self, address: str) -> Answer:
        """Open the address that the terminal shows."""
        parts = urlsplit(address)
        answer = self.get(f"{parts.path}?{parts.query}", Sec_Fetch_Site="none")
        self.cookie = (answer.headers["Set-Cookie"] or "").partition(";")[0]
        if answer.status == 302:
            self.token = self.site()["token"]
        return answer

    def site(self) -> dict[str, Any]:
        found: dict[str, Any] = self.get("/api/site").json
        return found

    def page(self, name: str, locale: str = "nl") -> Shown:
        """Return a page by its name."""
        return self.shown(next(page["id"] for page in self.site()["pages"] if page["name"] == name), locale)

    def shown(self, address: str, locale: str) -> Shown:
        """Return a page by its address."""
        return Shown(self, locale, self.get(f"/api/page/{address}?l={locale}").json)


@dataclass(slots=True)
class Shown:
    """A page that a browser shows."""

    browser: Browser
    locale: str
    answer: dict[str, Any]

    def unit(self, source: str) -> dict[str, Any]:
        found: dict[str, Any] = next(unit for unit in self.answer["units"] if unit["source"] == source)
        return found

    def save(self, unit: dict[str, Any], target: str, *, approve: bool = True) -> Answer:
        return self.browser.post("/api/save", {**self.about(unit), "target": target, "approve": approve})

    def undo(self, unit: dict[str, Any]) -> Answer:
        return self.browser.post("/api/undo", self.about(unit))

    def check(self, unit: dict[str, Any], target: str) -> Answer:
        return self.browser.post("/api/check", {**self.about(unit), "target": target})

    def about(self, unit: dict[str, Any]) -> dict[str, Any]:
        return {"page": self.answer["id"], "locale": self.locale, "key": unit["key"], "base": unit["base"]}


@dataclass(slots=True)
class Serving:
    """A running `translate review`."""

    process: subprocess.Popen[str]
    address: str
    """What it has printed first."""

    @property
    def host(self) -> str:
        return urlsplit(self.address).netloc

    def browser(self) -> Browser:
        """Return a browser that has opened the address which was printed last."""
        browser = Browser(self.host)
        assert browser.enter(self.address).status == 302
        return browser

    def printed(self) -> str:
        """Return the next line that it prints."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()


@contextmanager
def serving(root: Path, *options: str) -> Iterator[Serving]:
    """Review a site, and end that as a person does."""
    command = [*COMMAND, "review", "--no-browser", *options]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?t=\S{40,}", address), process.communicate()[1]
        try:
            yield Serving(process, address)
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=10)
