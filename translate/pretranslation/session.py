"""An engine at work for one run: opened, asked job by job, and accounted for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from translate.engines import deepl_key, load
from translate.engines.base import Engine, Settings, UnavailableError, Usage
from translate.engines.cache import Cache, key
from translate.engines.ladder import Counts
from translate.engines.runner import Runner, Spending
from translate.engines.wire import characters
from translate.errors import EngineError
from translate.glossary import terms
from translate.lock import FOLDER, folder
from translate.model import Key
from translate.pretranslation.filling import Filled, fill, share
from translate.pretranslation.job import Estimate, Job, Language
from translate.site import Site

CACHE = "answers.sqlite"
"""Answers that were paid for; disposable, and never committed."""


def chosen(site: Site, wanted: str, environ: Mapping[str, str]) -> str:
    """Return the name of the engine to use; `auto` is DeepL where there is a key, else the translation memory alone."""
    name = wanted or site.engine
    if name != "auto":
        return name
    return "deepl" if deepl_key.found(environ) else "memory"


def languages(site: Site, locales: Iterable[str]) -> dict[str, Language]:
    """Return how the site wants to be translated into each locale. Raises CatalogError for a broken glossary."""
    return {
        locale: Language(
            source=site.source_locale,
            target=locale,
            register=site.formality.get(locale, "less"),
            glossary=terms(site, locale),
        )
        for locale in locales
    }


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: characters of the texts that have been asked for, and the job that was the last."""

    done: int
    total: int
    job: Job | None = None


Watch = Callable[[Progress], None]


@contextmanager
def opened(
    site: Site,
    name: str,
    environ: Mapping[str, str],
    *,
    max_characters: int | None = None,
    dry: bool = False,
) -> Iterator[Session]:
    """Open an engine for a run, and close it in any case.

    A `dry` run writes nothing. Raises UsageError for an unknown engine, UnavailableError when it lacks a key or a
    program, ConfigError for an option that does not fit.
    """
    settings = Settings(environ=environ, options=site.engines.get(name, {}), project=site.project, root=site.root)
    with closing(load(name, settings)) as engine, closing(_answers(site.root, dry=dry)) as cache:
        yield Session(engine, cache, max_characters, settings.number("per_second", 0.0))


def _answers(root: Path, *, dry: bool) -> Cache:
    there = (root / FOLDER / CACHE).exists()
    return Cache(folder(root) / CACHE if there or not dry else Path(":memory:"))


class Session:
    """An engine, the answers that it has given, and what this run may spend."""

    def __init__(self, engine: Engine, cache: Cache, max_characters: int | None, per_second: float = 0.0) -> None:
        """Set up a run with at most so many requests a second; 0 for as many as the engine takes."""
        self.engine = engine
        self._runner = Runner(engine, cache, max_characters=max_characters, per_second=per_second)
        self._cache = cache
        self.watch: Watch = lambda _: None
        """Is called after every job, from any thread, but never twice at a time."""
        self._lock = Lock()
        self._progress = Progress(0, 0)
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
        """Return what the account has used, or None where the engine does not count or cannot be asked."""
        try:
            return self.engine.usage()
        except UnavailableError:
            return None

    def fill(self, jobs: Sequence[Job]) -> Generator[Filled, None, None]:
        """Yield each job's catalog with what the engine says, in order; a few threads are at work.

        A text that several jobs want is asked for once, and its target goes to the others.
        """
        self._progress = Progress(0, sum(job.characters for job in jobs))
        self.watch(self._progress)
        targets: defaultdict[str, dict[Key, str]] = defaultdict(dict)
        with closing(self._runner.each(self._fill, jobs)) as results:
            for job, filled in zip(jobs, results, strict=True):
                known = targets[job.catalog.locale]
                known.update(filled.targets)
                yield share(job, filled, known, self.engine.name)

    def _fill(self, job: Job) -> Filled:
        filled = fill(job, self._runner.ask, self.engine.ways, self.engine.name)
        with self._lock:
            self.counts += filled.counts
            self.rejected += filled.rejected
            if self.stopped is None and job.request.texts:
                done = self._progress.done + job.characters
                self._progress = replace(self._progress, done=done, job=job)
                self.watch(self._progress)
        return filled

    def estimate(self, job: Job) -> Estimate:
        """Return what a job would cost; no request is sent."""
        identity = self.engine.identity(job.request)
        keys = {key(identity, text): characters(text) for text in job.request.texts}
        known = self._cache.get(keys)
        return Estimate(len(keys), job.characters, sum(keys[each] for each in known))
