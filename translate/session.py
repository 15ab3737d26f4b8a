"""An engine at work for one run: what it is made from, what it has to spend, what it has done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from threading import Lock
from typing import TypeVar

from translate import outputs
from translate.catalog import glossary
from translate.engines import load
from translate.engines.base import Engine, Settings, UnavailableError, Usage
from translate.engines.cache import Cache, key
from translate.engines.ladder import Counts
from translate.engines.runner import Runner, Spending
from translate.engines.wire import characters
from translate.errors import EngineError
from translate.pretranslation import Estimate, Filled, Job, Language, fill
from translate.site import Site

CACHE = ".translate/answers.sqlite"
"""Answers that were paid for; disposable, and never committed."""

_KEY = "DEEPL_AUTH_KEY"
_T = TypeVar("_T")


def chosen(site: Site, wanted: str, environ: Mapping[str, str]) -> str:
    """Return the engine that `auto` means: DeepL where there is a key for it, else the translation memory alone."""
    name = wanted or site.engine
    if name != "auto":
        return name
    return "deepl" if environ.get(_KEY) else "memory"


def language(site: Site, locale: str) -> Language:
    """Return how the site wants to be translated into a locale. Raises CatalogError for a glossary it cannot read."""
    path = site.glossary_path(locale)
    data = outputs.read(site.root, path)
    return Language(
        source=site.source_locale,
        target=locale,
        register=site.formality.get(locale, "less"),
        glossary=glossary.read(data, path=path) if data is not None else (),
    )


@contextmanager
def opened(site: Site, name: str, environ: Mapping[str, str], *, max_characters: int | None) -> Iterator[Session]:
    """Open an engine for a run, and close it in any case.

    Raises UsageError for an engine that nobody offers, UnavailableError when it lacks a key or a program.
    """
    settings = Settings(environ=environ, options=site.engines.get(name, {}), project=site.project, root=site.root)
    engine = load(name, settings)
    cache = Cache(site.root / CACHE)
    try:
        yield Session(engine, cache, max_characters)
    finally:
        cache.close()
        engine.close()


class Session:
    """An engine, the answers that it has given, and what this run may spend."""

    def __init__(self, engine: Engine, cache: Cache, max_characters: int | None) -> None:
        self.engine = engine
        self._cache = cache
        self._runner = Runner(engine, cache, max_characters=max_characters)
        self._lock = Lock()
        self.counts = Counts()
        self.rejected = 0

    @property
    def spending(self) -> Spending:
        """Return what has been sent and saved so far."""
        return self._runner.spending

    @property
    def stopped(self) -> EngineError | None:
        """Return what ended the run early, if anything did."""
        return self._runner.stopped

    def usage(self) -> Usage | None:
        """Return what the account has used, or None where nobody counts or answers."""
        try:
            return self.engine.usage()
        except UnavailableError:
            return None

    def fill(self, job: Job) -> Filled:
        """Fill a job's catalog; called from several threads at once."""
        filled = fill(job, self._runner.ask, self.engine.ways, self.engine.name)
        with self._lock:
            self.counts += filled.counts
            self.rejected += filled.rejected
        return filled

    def each(self, work: Callable[[_T], Filled], items: Iterable[_T]) -> Iterator[Filled]:
        """Yield `work` of each item, in order, done by a few threads."""
        return self._runner.each(work, items)

    def estimate(self, job: Job) -> Estimate:
        """Return what a job would cost; asks nobody."""
        identity = self.engine.identity(job.request)
        keys = {key(identity, text): characters(text) for text in job.request.texts}
        known = self._cache.get(keys)
        return Estimate(len(keys), job.characters, sum(keys[each] for each in known))
