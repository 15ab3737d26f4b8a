"""LibreTranslate, the free server that a site can run itself."""

from __future__ import annotations

from threading import Lock

from translate.engines.base import (
    Answer,
    Limits,
    LostError,
    Request,
    Settings,
    UnavailableError,
    Usage,
)
from translate.engines.html import from_html, to_html
from translate.engines.locales import parts
from translate.engines.transport import Service, address
from translate.engines.wire import WIRE

_HINT = "set LIBRETRANSLATE_URL, and LIBRETRANSLATE_API_KEY where the server wants one"
_TIMEOUT = 300.0
"""Seconds without a byte; the models run on the server's processor."""
_TEXTS = 50
_SIZE = 128 * 1024
"""Limits of ours, where the server has none."""


def libretranslate(settings: Settings) -> LibreTranslate:
    """Make the engine; raises UnavailableError without an address."""
    base = settings.environ.get("LIBRETRANSLATE_URL", "")
    if not base:
        raise UnavailableError("there is no address of a LibreTranslate server", hint=_HINT)
    key = settings.environ.get("LIBRETRANSLATE_API_KEY", "")
    return LibreTranslate(address(base, "LIBRETRANSLATE_URL"), key=key, timeout=settings.number("timeout", _TIMEOUT))


class LibreTranslate:
    """LibreTranslate with `format=html`; it unescapes what it gives back, so that is read leniently."""

    name = "libretranslate"
    ways = ("html",)

    def __init__(self, base: str, *, key: str = "", timeout: float = _TIMEOUT) -> None:
        self._service = Service(base, secret=key, timeout=timeout, hint=_HINT)
        self._key = key
        self._limits: Limits | None = None
        self._lock = Lock()

    def limits(self, request: Request) -> Limits:
        """Return what the server says of itself: so many characters a request, of which HTML takes a third more."""
        del request
        with self._lock:
            if self._limits is None:
                settings = self._service.get("/frontend/settings")
                most = settings.get("charLimit") if isinstance(settings, dict) else None
                self._limits = Limits(_TEXTS, most * 2 // 3 if isinstance(most, int) and most > 0 else _SIZE)
            return self._limits

    def identity(self, request: Request) -> str:
        """Return host and languages; the server does not say which models it has."""
        return f"libretranslate {self._service.host} {WIRE} {_code(request.source)}>{_code(request.target)}"

    def translate(self, request: Request) -> tuple[Answer, ...]:
        """Translate the texts in one POST."""
        if not request.texts:
            return ()
        body = {
            "q": [to_html(text) for text in request.texts],
            "source": _code(request.source),
            "target": _code(request.target),
            "format": "html",
            **({"api_key": self._key} if self._key else {}),
        }
        answer = self._service.post("/translate", body)
        texts = answer.get("translatedText") if isinstance(answer, dict) else None
        if (
            not isinstance(texts, list)
            or len(texts) != len(request.texts)
            or not all(isinstance(t, str) for t in texts)
        ):
            raise LostError(f"LibreTranslate did not give {len(request.texts)} texts")
        return tuple(Answer(from_html(text)) for text in texts)

    def usage(self) -> Usage | None:
        """Return None: the server counts nothing."""
        return None

    def close(self) -> None:
        """Let go of connections."""
        self._service.close()


def _code(locale: str) -> str:
    """Return the server's name of a language: it tells apart only the two kinds of Chinese and of Portuguese."""
    found = parts(locale)
    if found.language == "zh":
        return "zh-Hant" if found.traditional else "zh-Hans"
    if found.language == "pt" and found.region == "BR":
        return "pt-BR"
    return {"no": "nb", "nn": "nb"}.get(found.language, found.language)
