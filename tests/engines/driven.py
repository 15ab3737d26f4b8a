"""A translating process to be killed: for each line of standard input a fork that does a job.

The forks spare each of fifty processes the second that imports take. A line is `URL CACHE SEED RUN`; two lines come
back, the number of the process and how it ended.
"""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path

from tests.services.deepl_api import KEY
from tests.services.segments import segments
from translate.engines import deepl as _ready  # noqa: F401  # imported before the forks
from translate.engines import load
from translate.engines.base import Request, Settings
from translate.engines.cache import Cache
from translate.engines.runner import Runner

TEXTS = 120
PAGE = 8
THREADS = 3


def pages(seed: int) -> list[Request]:
    texts = segments(TEXTS, seed)
    cuts = (texts[start : start + PAGE] for start in range(0, TEXTS, PAGE))
    return [Request(texts=cut, source="en", target="nl") for cut in cuts]


def job(url: str, cache: str, seed: int, run: str) -> bool:
    """Translate all pages; tell whether there is an answer to every text."""
    environ = {"DEEPL_AUTH_KEY": KEY, "DEEPL_SERVER_URL": url}
    with closing(load("deepl", Settings(environ=environ, project=run))) as engine, closing(Cache(Path(cache))) as kept:
        runner = Runner(engine, kept)
        return all(answer for page in runner.each(runner.ask, pages(seed), threads=THREADS) for answer in page)


def main() -> None:
    for line in sys.stdin:
        url, cache, seed, run = line.split()
        child = os.fork()
        if not child:
            os._exit(0 if job(url, cache, int(seed), run) else 1)
        print(child, flush=True)  # noqa: T201  # the protocol
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
