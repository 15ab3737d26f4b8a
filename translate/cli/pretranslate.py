"""`translate pretranslate`."""

# ruff: noqa: PLC0415 # imports inside of commands are what makes --help quick

from __future__ import annotations

import os
from collections.abc import Collection, Generator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

import click

from translate.cli.console import Call, advise, opened, say
from translate.cli.options import examples, scoped
from translate.cli.progress import metered, watched
from translate.cli.stages import carried_out

if TYPE_CHECKING:
    from translate.discovery import Scope
    from translate.engines.base import Usage
    from translate.model import Output, State
    from translate.pipeline import Cost
    from translate.pretranslation.session import Session
    from translate.site import Site


@click.command(
    epilog=examples(
        "translate pretranslate --dry-run          what it would cost; needs no key",
        "translate pretranslate --locale nl faq.md",
        "translate pretranslate --max-characters 50000",
        "translate pretranslate --force            what machines wrote, once more: by another engine",
        "translate pretranslate --engine pseudo    readable nonsense, to find what is not translated",
    )
)
@click.option("--engine", default="", metavar="NAME", help="deepl, openai, libretranslate, apertium, pseudo or memory.")
@click.option(
    "--max-characters", type=click.IntRange(0), metavar="N", help="The most that may be billed; overrides the settings."
)
@click.option("--stale/--no-stale", default=True, help="Also fill texts whose translation is older than the source.")
@click.option("--force", is_flag=True, help="Ask anew for what an engine has translated and nobody has reviewed.")
@click.option("--dry-run", is_flag=True, help="Send and write nothing; say what it would cost.")
@scoped
@click.pass_obj
def pretranslate(
    call: Call,
    *,
    engine: str,
    max_characters: int | None,
    stale: bool,
    force: bool,
    dry_run: bool,
    locales: tuple[str, ...],
    pages: tuple[str, ...],
) -> int:
    """Have an engine translate what nobody has.

    The catalogs of the locale come first: what has been translated before costs nothing. Targets of an engine are
    fuzzy until a person has read them; what a person has reviewed is never touched, and what has been answered before
    is not paid again: --force is for another engine, or other settings. Ends with 3 when the engine
    could not go on; everything until then is saved, and the next run goes on from there.
    """
    from translate.model import State
    from translate.pretranslation import session

    site, scope = opened(call, locales, pages)
    name = session.chosen(site, engine, os.environ)
    states = {State.UNTRANSLATED, *([State.STALE] if stale else ()), *([State.MACHINE] if force else ())}
    limit = (site.max_characters or None) if max_characters is None else max_characters
    if name == "memory" and not (dry_run and "auto" in {engine, site.engine}):
        return _from_memory(call, site, scope, dry_run=dry_run)
    if dry_run:
        return _estimated(call, site, scope, name, states, limit=limit)
    with session.opened(site, name, os.environ, max_characters=limit) as running:
        return _filled(call, site, scope, running, states)


def _from_memory(call: Call, site: Site, scope: Scope, *, dry_run: bool) -> int:
    from translate import pipeline

    results = pipeline.update(site, scope)
    code = carried_out(
        call, site, results if dry_run else watched(call, scope, results), "dry-run" if dry_run else None
    )
    advise(call, "no engine: only what the catalogs know was filled in (set DEEPL_AUTH_KEY, or name one: --engine)")
    return code


def _estimated(call: Call, site: Site, scope: Scope, name: str, states: Collection[State], *, limit: int | None) -> int:
    from translate.errors import EngineError
    from translate.pipeline import Cost
    from translate.pretranslation.job import Estimate
    from translate.report import purchase

    try:
        costs, usage = _priced(site, scope, "deepl" if name == "memory" else name, states)
    except EngineError as problem:
        # Counting takes neither a key nor a program; what has been answered before stays unknown.
        costs, usage = _priced(site, scope, "pseudo", states)
        costs = [
            Cost(cost.page, cost.locale, Estimate(cost.estimate.texts, cost.estimate.characters, 0)) for cost in costs
        ]
        advise(call, f"{problem.message}: {problem.hint}")
    say(call, "\n".join(purchase.estimate(costs, limit=limit, usage=usage)))
    return 0


def _priced(site: Site, scope: Scope, name: str, states: Collection[State]) -> tuple[Sequence[Cost], Usage | None]:
    from translate import pipeline
    from translate.pretranslation import session

    with session.opened(site, name, os.environ, dry=True) as running:
        return tuple(pipeline.estimate(site, scope, running, states)), running.usage()


def _filled(call: Call, site: Site, scope: Scope, running: Session, states: Collection[State]) -> int:
    from translate import pipeline
    from translate.report import purchase

    try:
        with closing(_metered(call, running, pipeline.pretranslate(site, scope, running, states))) as results:
            code = carried_out(call, site, results, None)
    except KeyboardInterrupt:
        advise(call, "what was answered is kept: the next run goes on from there")
        raise
    summary = purchase.summary(running.engine.name, running.spending, running.counts, running.rejected)
    say(call, "\n".join(summary))
    if running.stopped is not None:
        raise running.stopped
    advise(call, "next: translate build, and read what the machine wrote: translate status")
    return code


def _metered(call: Call, running: Session, results: Generator[Output, None, None]) -> Generator[Output, None, None]:
    """Show how far the engine is until the last result is there: what is said of them comes after that."""
    with metered(call) as running.watch, closing(results):
        yield from results
