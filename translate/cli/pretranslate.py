"""`translate pretranslate`."""

# ruff: noqa: PLC0415 # imports inside of commands are what makes --help quick

from __future__ import annotations

import os
from collections.abc import Collection
from contextlib import closing
from typing import TYPE_CHECKING

import click

from translate.cli.console import Call, advise, examples, metered, opened, say, scoped, watched
from translate.cli.stages import carried_out

if TYPE_CHECKING:
    from translate.discovery import Scope
    from translate.model import State
    from translate.pretranslation.session import Session
    from translate.site import Site


@click.command(
    epilog=examples(
        "translate pretranslate --dry-run          what it would cost",
        "translate pretranslate --locale nl faq.md",
        "translate pretranslate --force            what machines wrote, once more: by another engine",
        "translate pretranslate --engine pseudo    readable nonsense, to find what is not translated",
    )
)
@click.option("--engine", default="", metavar="NAME", help="deepl, openai, libretranslate, apertium, pseudo or memory.")
@click.option("--max-characters", type=click.IntRange(0), help="The most that may be billed; overrides the settings.")
@click.option("--stale/--no-stale", default=True, help="Also fill texts whose translation is older than the source.")
@click.option("--force", is_flag=True, help="Ask anew for what an engine has translated and nobody has reviewed.")
@click.option("--dry-run", is_flag=True, help="Send nothing; say what it would cost.")
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
    """Fill what nobody has translated by an engine.

    The catalogs of the locale come first: what has been translated before costs nothing. Targets of an engine are
    fuzzy until a person has read them; what a person has reviewed is never touched, and what has been answered before
    is not paid again: --force is for another engine, or other settings. Ends with 3 when the engine
    could not go on; everything until then is saved, and the next run goes on from there.
    """
    from translate.model import State
    from translate.pretranslation import session

    site, scope = opened(call, locales, pages)
    name = session.chosen(site, engine, os.environ)
    if name == "memory":
        return _from_memory(call, site, scope, dry_run=dry_run)
    states = {State.UNTRANSLATED, *([State.STALE] if stale else ()), *([State.MACHINE] if force else ())}
    limit = (site.max_characters or None) if max_characters is None else max_characters
    with session.opened(site, name, os.environ, max_characters=limit, dry=dry_run) as running:
        if dry_run:
            return _estimated(call, site, scope, running, states, limit=limit)
        return _filled(call, site, scope, running, states)


def _from_memory(call: Call, site: Site, scope: Scope, *, dry_run: bool) -> int:
    from translate import pipeline

    results = pipeline.update(site, scope)
    code = carried_out(
        call, site, results if dry_run else watched(call, scope, results), "dry-run" if dry_run else None
    )
    advise(call, "no engine: only what the catalogs know was filled in (set DEEPL_AUTH_KEY, or name one: --engine)")
    return code


def _estimated(
    call: Call, site: Site, scope: Scope, running: Session, states: Collection[State], *, limit: int | None
) -> int:
    from translate import pipeline
    from translate.report import purchase

    costs = tuple(pipeline.estimate(site, scope, running, states))
    say(call, "\n".join(purchase.estimate(costs, limit=limit, usage=running.usage())))
    return 0


def _filled(call: Call, site: Site, scope: Scope, running: Session, states: Collection[State]) -> int:
    from translate import pipeline
    from translate.report import purchase

    try:
        with (
            metered(call) as running.watch,
            closing(pipeline.pretranslate(site, scope, running, states)) as results,
        ):
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
