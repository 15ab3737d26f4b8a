"""Who may ask: this machine's browser, with a key that the terminal has shown, on a page that is ours."""

from __future__ import annotations

from dataclasses import dataclass, field
from hmac import compare_digest
from secrets import token_urlsafe
from typing import Protocol

_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
"""What a browser on this machine, or at the other end of a tunnel, calls us; any other name was made to lead here."""
_OURS = frozenset({"", "same-origin"})
_SHELL = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
_PREVIEW = (
    "sandbox allow-same-origin; default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'"
)
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Headers(Protocol):
    """The headers of a request, by names in any case."""

    def get(self, name: str, default: str, /) -> str:
        """Return a header, or the default where it is not there."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why somebody is not served."""

    status: int
    message: str


@dataclass(slots=True)
class Keys:
    """The secrets of one run; none of them is ever written to the disk."""

    cookie: str
    """The name of the cookie: two servers on one machine share a jar."""
    session: str = field(default_factory=token_urlsafe)
    """What the cookie holds."""
    token: str = field(default_factory=token_urlsafe)
    """What our own pages send with every change."""
    ticket: str = field(default_factory=token_urlsafe)
    """What lets a browser in, once: others on this machine can read the address that a browser is started with."""

    def redeem(self, ticket: str) -> bool:
        """Tell whether a ticket is the one that lets in; the next browser needs another."""
        if not compare_digest(ticket.encode(), self.ticket.encode()):
            return False
        self.ticket = token_urlsafe()
        return True

    def open(self, cookie: str) -> bool:
        """Tell whether a cookie is that of a browser which was let in."""
        return compare_digest(cookie.encode(), self.session.encode())


def stranger(headers: Headers) -> Refusal | None:
    """Return why a request is none of ours, whatever it asks for: DNS rebinding (400), another site's page (403)."""
    host = headers.get("Host", "")
    if host.rpartition(":")[0] not in _HOSTS and host not in _HOSTS:
        return Refusal(400, "this server answers to localhost only")
    if headers.get("Origin", "") not in {"", f"http://{host}"}:
        return Refusal(403, "another site's page may not ask for this")
    return None


def intruder(headers: Headers, keys: Keys) -> Refusal | None:
    """Return why a request may change nothing: not from our page (403), not JSON (415), without the token (403)."""
    if headers.get("Sec-Fetch-Site", "") not in _OURS:
        return Refusal(403, "another site's page may not change anything")
    if headers.get("Content-Type", "").partition(";")[0].strip().lower() != "application/json":
        return Refusal(415, "only JSON is read")
    if not compare_digest(headers.get("X-Translate-Token", "").encode(), keys.token.encode()):
        return Refusal(403, "the token is missing or old: load the page again")
    return None


def came_from_elsewhere(headers: Headers) -> bool:
    """Tell whether a link of another site has led a person here: browsers then keep our cookie back, the first time."""
    return (
        headers.get("Sec-Fetch-Site", "") in {"cross-site", "same-site"}
        and headers.get("Sec-Fetch-Mode", "") == "navigate"
    )


def protections(*, preview: bool = False) -> dict[str, str]:
    """Return the headers of an answer that keep browsers from what no page of ours does."""
    return {**_ALWAYS, "Content-Security-Policy": _PREVIEW if preview else _SHELL}
