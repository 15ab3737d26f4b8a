"""Pages rendered by the programs that sites use: cmark-gfm, kramdown with its GFM parser, Hugo, Python-Markdown.

The Debian packages are cmark-gfm, ruby-kramdown-parser-gfm and hugo; in Debian 12 they hold cmark-gfm 0.29,
kramdown 2.4 and Hugo 0.111.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from shutil import which
from typing import NamedTuple
from zlib import crc32

from tests.html.hugo import hugo
from tests.html.python_markdown import python_markdown
from tests.markdown.shape import body

_LIQUID = re.compile(rb"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_EXTENSIONS = ("table", "strikethrough", "autolink", "tasklist", "footnotes")


class Renderer(NamedTuple):
    """A program that turns pages of a dialect into HTML."""

    dialect: str
    program: str
    package: str
    """The name of the package in Debian."""
    render: Callable[[Sequence[bytes]], list[str | None]]
    """The HTML of each page; None for one that the program refuses."""

    @property
    def absent(self) -> bool:
        """Say whether the program is not installed."""
        return which(self.program) is None or (self.program == "ruby" and not _has_kramdown())


@cache
def _has_kramdown() -> bool:
    done = subprocess.run(["ruby", "-e", "require 'kramdown-parser-gfm'"], capture_output=True, check=False)
    return done.returncode == 0


def _cmark(arguments: Sequence[str], sources: Sequence[bytes]) -> list[str | None]:
    command = ["cmark-gfm", "--unsafe", *arguments]
    return [
        # Behind front matter U+FEFF is a character, at the start of a file it would be a byte order mark.
        subprocess.run(
            command, input=b"\n" * (body(source) > 0) + source[body(source) :], stdout=subprocess.PIPE, check=True
        ).stdout.decode()
        for source in sources
    ]


def _kramdown(sources: Sequence[bytes]) -> list[str | None]:
    program = _started_kramdown()
    assert program.stdin
    assert program.stdout
    found: list[str | None] = []
    for source in sources:
        program.stdin.write(json.dumps([_valued(source[body(source) :]).decode()]) + "\n")
        program.stdin.flush()
        found.extend(json.loads(program.stdout.readline()))
    return found


def _mkdocs(sources: Sequence[bytes]) -> list[str | None]:
    return python_markdown([_valued(source) for source in sources])


def _valued(text: bytes) -> bytes:
    """Return a page with a word for each piece of Liquid or Jinja, which is run before Markdown is read."""
    return _LIQUID.sub(lambda code: b"value-of-%08x" % crc32(code[0]), text)


@cache
def _started_kramdown() -> subprocess.Popen[str]:
    """Start the program once; it ends with its standard input, which ends with us."""
    script = Path(__file__).with_name("kramdown.rb")
    pipe = subprocess.PIPE
    return subprocess.Popen(["ruby", script], stdin=pipe, stdout=pipe, encoding="utf-8")


RENDERERS = {
    each.dialect: each
    for each in (
        Renderer("commonmark", "cmark-gfm", "cmark-gfm", partial(_cmark, ())),
        Renderer(
            "gfm", "cmark-gfm", "cmark-gfm", partial(_cmark, [part for name in _EXTENSIONS for part in ("-e", name)])
        ),
        Renderer("jekyll", "ruby", "ruby-kramdown-parser-gfm", _kramdown),
        Renderer("hugo", "hugo", "hugo", hugo),
        Renderer("mkdocs", "python3", "python3", _mkdocs),
    )
}
