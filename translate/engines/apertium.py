"""Apertium, the free rule-based translator, as Debian has it (`apt-get install apertium apertium-eng-spa`).

Its `html-alt` format keeps our tags as they are, empty ones included, and does not put a capital after each (measured
with 3.8.3; `html` and `html-noent` do, and open what is empty). Each text is a paragraph, at whose end the format lets
no rule look further, so that one process translates many texts as if each were alone.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cached_property

from translate.engines.base import (
    Answer,
    Limits,
    RefusedError,
    Request,
    Settings,
    UnavailableError,
    Usage,
)
from translate.engines.lenient import parse_leniently
from translate.engines.locales import parts
from translate.engines.wire import WIRE, Mark, parse, render

_CODES = dict(
    re.findall(
        r"(\w+):(\w+)",
        """
    af:afr an:arg be:bel bg:bul br:bre bs:hbs ca:cat da:dan en:eng eo:epo es:spa eu:eus fr:fra gl:glg hi:hin hr:hbs
    id:ind is:isl it:ita mk:mkd ms:zlm nb:nob nl:nld nn:nno no:nob oc:oci pl:pol pt:por ro:ron ru:rus sc:srd sl:slv
    sr:hbs sv:swe uk:ukr ur:urd
    """,
    )
)
"""ISO 639-1 → what Apertium calls the language in the names of its newer pairs; older ones use two letters."""

_TIMEOUT = 300
"""Seconds for a batch."""


def apertium(settings: Settings) -> Apertium:
    """Make the engine; raises UnavailableError where the program is not installed."""
    program = shutil.which("apertium", path=settings.environ.get("PATH"))
    if program is None:
        raise UnavailableError(
            "the program apertium is not installed", hint="apt-get install apertium apertium-eng-spa"
        )
    return Apertium(program)


class Apertium:
    """Apertium, one process a batch."""

    name = "apertium"
    ways = ("html-alt",)

    def __init__(self, program: str) -> None:
        self._program = program

    def limits(self, request: Request) -> Limits:
        """Return limits of ours: a batch takes about a second."""
        del request
        return Limits(texts=200, size=256 * 1024)

    def identity(self, request: Request) -> str:
        """Return the version of the program and the direction."""
        return f"apertium {self._version} {WIRE} {request.source}>{request.target}"

    def translate(self, request: Request) -> tuple[Answer, ...]:
        """Translate the texts in one process."""
        if not request.texts:
            return ()
        direction = self._direction(request)
        paragraphs = "\n".join(f'<p id="{number}">{_hidden(text)}</p>' for number, text in enumerate(request.texts))
        output = self._run("-u", "-f", "html-alt", direction, text=paragraphs)
        return tuple(_answers(request.texts, output))

    def usage(self) -> Usage | None:
        """Return None: it costs nothing."""
        return None

    def close(self) -> None:
        """Do nothing: no process is left running."""

    @cached_property
    def _version(self) -> str:
        return self._run("-V").strip()

    @cached_property
    def _directions(self) -> frozenset[str]:
        return frozenset(self._run("-l").split())

    def _direction(self, request: Request) -> str:
        for source in _names(request.source):
            for target in _names(request.target):
                if f"{source}-{target}" in self._directions:
                    return f"{source}-{target}"
        languages = (parts(request.source).language, parts(request.target).language)
        wanted = "-".join(_CODES.get(language, language) for language in languages)
        hint = f"apt-get install apertium-{wanted}, where there is such a package (apt-cache search apertium)"
        raise UnavailableError(f"apertium cannot translate {request.source} to {request.target}", hint=hint)

    def _run(self, *arguments: str, text: str = "") -> str:
        command = [self._program, *arguments]
        try:
            done = subprocess.run(command, input=text.encode(), capture_output=True, timeout=_TIMEOUT, check=True)
        except subprocess.TimeoutExpired as error:
            raise RefusedError(f"apertium took more than {_TIMEOUT} seconds") from error
        except (subprocess.CalledProcessError, OSError) as error:
            raise UnavailableError(f"apertium failed: {error}") from error
        return done.stdout.decode("utf-8", "replace")


def _names(locale: str) -> Iterator[str]:
    """Yield the names that a locale may have, the most exact first: `cat_valencia`, `cat`, `ca`."""
    found = parts(locale)
    code = _CODES.get(found.language, found.language)
    for detail in (found.variant, found.region):
        if detail:
            yield f"{code}_{detail}"
    yield code
    yield found.language


def _hidden(text: str) -> str:
    """Empty the lone tags: Apertium would translate what they hold."""
    return render(
        Mark("lone", token.id) if isinstance(token, Mark) and token.kind == "lone" else token for token in parse(text)
    )


_PARAGRAPH = re.compile(r'<p id="(\d+)">(.*?)</p>', re.DOTALL)


def _answers(texts: tuple[str, ...], output: str) -> Iterator[Answer]:
    found = {int(number): text for number, text in _PARAGRAPH.findall(output)}
    if sorted(found) != list(range(len(texts))):
        raise RefusedError(f"apertium gave {len(found)} paragraphs for {len(texts)}")
    for number, text in enumerate(texts):
        yield Answer(_shown(text, found[number]))


def _shown(source: str, answer: str) -> str:
    """Give lone tags their content back, and take away the second of two blanks, which Apertium leaves behind."""
    own = {token.id: token for token in parse(source) if isinstance(token, Mark) and token.kind == "lone"}
    tokens = parse_leniently(answer)
    if tokens is None:
        return answer
    whole = render(
        own.get(token.id, token) if isinstance(token, Mark) and token.kind == "lone" else token for token in tokens
    )
    return whole if "  " in source else re.sub("  +", " ", whole).strip()
