"""The command line: one command for each stage; nothing else in the package prints or ends the program.

Everything but click is imported inside the commands, so that `--help` answers at once.
"""

# ruff: noqa: PLC0415 # imports inside of commands are what makes --help quick

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

import click

from translate.errors import TranslateError

if TYPE_CHECKING:
    from translate.adopt.adoption import Adoption
    from translate.adopt.carrying import Standing
    from translate.discovery import Scope
    from translate.model import Finding, Output
    from translate.pipeline import Coverage
    from translate.session import Progress, Session, Watch
    from translate.site import Site

_BUG, _INTERRUPTED, _READER_GONE = 2, 130, 141
_Result = TypeVar("_Result", "Output", "Finding", "Output | Finding", "Coverage", "Adoption")
_Command = TypeVar("_Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class _Call:
    """What was said before the command."""

    directory: Path
    quiet: bool
    verbose: bool


class _Program(click.Group):
    """The commands in the order of the work, and what each way to fail ends with: click would say 1 for most."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 # click's signature
        return list(self.commands)

    def main(self, *args: Any, **options: Any) -> Any:
        for stream in (sys.stdout, sys.stderr):
            # A terminal that knows few characters shows escapes, and is no reason to fail.
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        try:
            code = super().main(*args, **{**options, "standalone_mode": False})
            sys.stdout.flush()
        except click.Abort:
            _complain("interrupted: what was written is whole, the rest is as it was")
            code = _INTERRUPTED
        except click.ClickException as problem:
            problem.show()
            code = TranslateError.exit_code
        except BrokenPipeError:
            code = _reader_gone()
        sys.exit(code or 0)

    def make_context(self, *args: Any, **options: Any) -> click.Context:
        try:
            return super().make_context(*args, **options)
        except BrokenPipeError:  # --help and --version print here
            raise click.exceptions.Exit(_reader_gone()) from None

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except TranslateError as problem:
            from translate.config import home
            from translate.report import terminal

            _complain(terminal.error(problem, _folder(home(ctx.params["directory"]))))
            return problem.exit_code
        except BrokenPipeError:
            return _reader_gone()
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as problem:
            from translate.report import terminal

            _complain(terminal.bug(problem, verbose=ctx.params["verbose"]))
            return _BUG


def _reader_gone() -> int:
    """Say nothing more to a reader who has seen enough; Python would complain when it closes the stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return _READER_GONE


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        click.echo(f"translate {version('translate-pages')}")
        ctx.exit()


def _examples(*lines: str) -> str:
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


@click.group(
    cls=_Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_examples(
        "translate init --locale nl          write the settings of a site",
        "translate run                       catalogs and pages, all in one go",
        "translate check                     what is stale, missing or damaged",
        "translate -C ../site status         another site, from here",
    ),
)
@click.option(
    "-C",
    "--directory",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Work on the site in this folder.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print findings and errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Name every file that is written; show notes and tracebacks.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours; auto follows the terminal, NO_COLOR and FORCE_COLOR.",
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Print the version."
)
@click.pass_context
def main(ctx: click.Context, directory: Path, quiet: bool, verbose: bool, color: str) -> None:
    """Translate Markdown sites through reviewable catalogs, without touching what is not text.

    Pages become gettext catalogs, people and engines fill them, and the catalogs become pages again.

    Ends with 0 when all is well, 1 when something was found or would change, 2 when it could not run, 3 when an
    engine could not go on, 130 when interrupted.
    """
    ctx.obj = _Call(directory, quiet, verbose)
    ctx.color = _colour(color)


def _colour(wanted: str) -> bool | None:
    """Return whether to colour; None leaves it to whether the stream is a terminal."""
    if wanted != "auto":
        return wanted == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return True if os.environ.get("FORCE_COLOR") else None


def _scoped(command: _Command) -> _Command:
    pages = click.argument("pages", nargs=-1, metavar="[PAGE]...")
    locales = click.option(
        "-l", "--locale", "locales", multiple=True, metavar="LOCALE", help="Only this locale; may be repeated."
    )
    return pages(locales(command))


def _writing(command: _Command) -> _Command:
    check = click.option("--check", "mode", flag_value="check", help="Write nothing; end with 1 if files would change.")
    diff = click.option("--diff", "mode", flag_value="diff", help="The same, and show how they would change.")
    dry = click.option("--dry-run", "mode", flag_value="dry-run", help="Write nothing; say what would be written.")
    return check(diff(dry(_scoped(command))))


@main.command(epilog=_examples("translate init --locale nl --locale de"))
@click.option(
    "-l", "--locale", "locales", multiple=True, metavar="LOCALE", help="A locale to translate into; may be repeated."
)
@click.pass_obj
def init(call: _Call, locales: tuple[str, ...]) -> int:
    """Write translate.toml for the site that is here.

    What the site is, and where its pages are, is guessed and told; nothing that is there is overwritten.
    """
    from translate import outputs
    from translate.init import detect, first_files, reasons

    found = detect(call.directory.resolve(), locales)
    for output in first_files(found):
        outputs.write(found.root, output)
        _say(call, f"{'changed' if output.before else 'wrote'} {_folder(call.directory)}{output.path}")
    _say(call, "\n".join(reasons(found)))
    _advise(call, "next: look at translate.toml, then: translate run")
    return 0


@main.command(
    epilog=_examples("translate update", "translate update --diff faq.md", "translate update --check --locale nl")
)
@_writing
@click.pass_obj
def update(call: _Call, mode: str | None, locales: tuple[str, ...], pages: tuple[str, ...]) -> int:
    """Bring the catalogs up to date.

    Pages are named by their path inside the source folder, by their path from here, by a folder or by a glob.
    """
    from translate import pipeline

    return _stage(call, pipeline.update, mode, locales, pages)


@main.command(
    epilog=_examples(
        "translate pretranslate --dry-run          what it would cost",
        "translate pretranslate --locale nl faq.md",
        "translate pretranslate --engine pseudo    readable nonsense, to find what is not translated",
    )
)
@click.option("--engine", default="", metavar="NAME", help="deepl, openai, libretranslate, apertium, pseudo or memory.")
@click.option("--max-characters", type=click.IntRange(0), help="The most that may be billed; overrides the settings.")
@click.option("--stale/--no-stale", default=True, help="Also fill texts whose translation is older than the source.")
@click.option("--dry-run", is_flag=True, help="Send nothing; say what it would cost.")
@_scoped
@click.pass_obj
def pretranslate(
    call: _Call,
    *,
    engine: str,
    max_characters: int | None,
    stale: bool,
    dry_run: bool,
    locales: tuple[str, ...],
    pages: tuple[str, ...],
) -> int:
    """Fill what nobody has translated by an engine.

    The catalogs of the locale come first: what has been translated before costs nothing. Targets of an engine are
    fuzzy until a person has read them; what a person has reviewed is never touched. Ends with 3 when the engine
    could not go on; everything until then is saved, and the next run goes on from there.
    """
    from translate import session

    site, scope = _opened(call, locales, pages)
    name = session.chosen(site, engine, os.environ)
    if name == "memory":
        return _from_memory(call, site, scope, dry_run=dry_run)
    limit = (site.max_characters or None) if max_characters is None else max_characters
    with session.opened(site, name, os.environ, max_characters=limit, dry=dry_run) as opened:
        if dry_run:
            return _estimated(call, site, scope, opened, limit=limit, stale=stale)
        return _filled(call, site, scope, opened, stale=stale)


def _from_memory(call: _Call, site: Site, scope: Scope, *, dry_run: bool) -> int:
    from translate import pipeline

    results = pipeline.update(site, scope)
    code = _carried_out(
        call, site, results if dry_run else _watched(call, scope, results), "dry-run" if dry_run else None
    )
    _advise(call, "no engine: only what the catalogs know was filled in (set DEEPL_AUTH_KEY, or name one: --engine)")
    return code


def _estimated(call: _Call, site: Site, scope: Scope, opened: Session, *, limit: int | None, stale: bool) -> int:
    from translate import pipeline
    from translate.report import purchase

    costs = tuple(pipeline.estimate(site, scope, opened, stale=stale))
    _say(call, "\n".join(purchase.estimate(costs, limit=limit, usage=opened.usage())))
    return 0


def _filled(call: _Call, site: Site, scope: Scope, opened: Session, *, stale: bool) -> int:
    from translate import pipeline
    from translate.report import purchase

    try:
        with (
            _metered(call) as opened.watch,
            closing(pipeline.pretranslate(site, scope, opened, stale=stale)) as results,
        ):
            code = _carried_out(call, site, results, None)
    except KeyboardInterrupt:
        _advise(call, "what was answered is kept: the next run goes on from there")
        raise
    summary = purchase.summary(opened.engine.name, opened.spending, opened.counts, opened.rejected)
    _say(call, "\n".join(summary))
    if opened.stopped is not None:
        raise opened.stopped
    _advise(call, "next: translate build, and read what the machine wrote: translate status")
    return code


@main.command(epilog=_examples("translate build", "translate build 'events/*.md'", "translate build --dry-run"))
@_writing
@click.pass_obj
def build(call: _Call, mode: str | None, locales: tuple[str, ...], pages: tuple[str, ...]) -> int:
    """Write the localized pages.

    Where a translation is missing, stale or would damage the page, it has the source text.
    """
    from translate import pipeline

    return _stage(call, pipeline.build, mode, locales, pages)


@main.command(epilog=_examples("translate run", "translate run --locale nl", "translate run --check"))
@_writing
@click.pass_obj
def run(call: _Call, mode: str | None, locales: tuple[str, ...], pages: tuple[str, ...]) -> int:
    """Update the catalogs, build the pages, sum up.

    Prints what damages a page, and how many other findings there are; "translate check" lists them all.
    """
    from translate import pipeline

    return _stage(call, pipeline.run, mode, locales, pages)


@main.command(epilog=_examples("translate check", "translate check --locale nl events/", "translate rule S001"))
@_scoped
@click.pass_obj
def check(call: _Call, locales: tuple[str, ...], pages: tuple[str, ...]) -> int:
    """Tell what is stale, missing or damaged.

    Finds what "translate run" would change, or leave in the source language, and writes nothing. Ends with 1 when it
    finds an error or a warning.
    """
    from translate import pipeline
    from translate.model import Severity
    from translate.outcome import carry_out
    from translate.report import terminal

    site, scope = _opened(call, locales, pages)
    outcome = carry_out(_watched(call, scope, pipeline.check(site, scope)))
    counted = outcome.severe(Severity.ERROR, Severity.WARNING)
    _tell(outcome.findings if call.verbose else counted, _folder(site.root))
    looked_at = f"{terminal.counted(len(scope.pages), 'page', 'pages')} · {', '.join(scope.locales)}"
    _say(call, f"{looked_at} · {terminal.totals(counted)}")
    if codes := dict.fromkeys(finding.code for finding in counted):
        _advise(call, f"rules: translate rule {' '.join(codes)}")
    return int(bool(counted))


@main.command(epilog=_examples("translate status", "translate status --locale nl events/", "translate status --json"))
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@_scoped
@click.pass_obj
def status(call: _Call, as_json: bool, locales: tuple[str, ...], pages: tuple[str, ...]) -> int:
    """Show how far each page is.

    In words of the source pages: reviewed, made by a machine, stale (older than their source text), untranslated.
    """
    from translate import pipeline
    from translate.report import status as report

    site, scope = _opened(call, locales, pages)
    coverages = tuple(_watched(call, scope, pipeline.survey(site, scope)))
    if as_json:
        click.echo(report.as_json(coverages, site.source_locale))
        return 0
    click.echo("\n".join(report.table(coverages, site.source_locale)))
    click.echo(report.waiting(coverages))
    return 0


@main.command(epilog=_examples("translate rule", "translate rule P001"))
@click.argument("codes", nargs=-1, metavar="[CODE]...")
def rule(codes: tuple[str, ...]) -> int:
    """Explain a rule by its code.

    With an example and what to do; without a code, all rules are listed.
    """
    from translate.checks.rules import RULES, explained
    from translate.report import terminal

    lines = [terminal.explanation(explained(code)) for code in codes]
    click.echo("\n\n".join(lines) if codes else "\n".join(terminal.listed(RULES)))
    return 0


@main.command(
    epilog=_examples(
        "translate adopt nl ../old/nl --dry-run",
        "translate adopt nl ../old/nl --source-revision auto",
        "translate adopt nl ../old/nl --source ../old/en --as reviewed faq.md",
    )
)
@click.argument("locale", metavar="LOCALE")
@click.argument("folder", metavar="TARGET_DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("pages", nargs=-1, metavar="[PAGE]...")
@click.option(
    "--source",
    "older",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Pair with the source pages in this folder, from which the translations were made.",
)
@click.option("--source-revision", type=click.Choice(["auto"]), help="Find these in the site's git history.")
@click.option(
    "--as",
    "standing",
    type=click.Choice(["machine", "reviewed"]),
    default="machine",
    show_default=True,
    help="The state of what is taken without a doubt.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would be taken.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="How to say it.",
)
@click.pass_obj
def adopt(
    call: _Call,
    *,
    locale: str,
    folder: Path,
    pages: tuple[str, ...],
    older: Path | None,
    source_revision: str | None,
    standing: Standing,
    dry_run: bool,
    form: str,
) -> int:
    """Take over the translated pages that a site already has.

    The pages in TARGET_DIR, named like their source pages or faq.nl.md, are paired text by text with these. Only
    words are taken: links, tags and code stay the source's, and what was wrong with them is told. Doubtful texts are
    fuzzy, with the reason; a catalog's own translations stay as they are.
    """
    from translate import outputs
    from translate.adopt import adopt as adoption
    from translate.adopt.cases import Request
    from translate.lock import locked
    from translate.report import adoption as report

    if older and source_revision:
        raise click.UsageError("--source and --source-revision exclude each other.")
    site, scope = _opened(call, (locale,), pages)
    request = Request(locale=locale, folder=folder, standing=standing, older=older, history=source_revision is not None)
    rows = _watched(call, scope, adoption.adopt(site, scope, request))
    if dry_run:
        found = list(rows)
    else:
        with locked(site.root), outputs.writing(site.root) as put:
            found = []
            for row in rows:
                found.append(row)
                if row.output is not None:
                    put(row.output)
    click.echo("\n".join(report.said(found, form, defects=call.verbose)))
    _advise(
        call, "nothing was written (dry run)" if dry_run else "next: translate build, and compare with the old pages"
    )
    return 0


def _stage(
    call: _Call,
    stage: Callable[[Site, Scope], Iterator[Output | Finding]],
    mode: str | None,
    locales: tuple[str, ...],
    pages: tuple[str, ...],
) -> int:
    """Carry out a stage on the pages that were named."""
    site, scope = _opened(call, locales, pages)
    results = stage(site, scope)
    return _carried_out(call, site, results if mode else _watched(call, scope, results), mode)


def _carried_out(
    call: _Call, site: Site, results: Iterator[Output | Finding] | Iterator[Output], mode: str | None
) -> int:
    """Write what a stage makes, or only say what would be written, and sum up."""
    from translate import outputs
    from translate.lock import locked
    from translate.model import Severity
    from translate.outcome import carry_out
    from translate.report import terminal

    folder = _folder(site.root)

    def told(output: Output) -> None:
        if mode == "diff":
            click.echo(outputs.diff(output), nl=False)
        elif mode or call.verbose:
            click.echo(f"{'would write' if mode else 'wrote'} {folder}{output.path}")

    if mode:
        outcome = carry_out(results, told)
    else:
        with locked(site.root), outputs.writing(site.root) as put:
            outcome = carry_out(results, put, told)
    errors = outcome.severe(Severity.ERROR)
    _tell(errors, folder)
    _say(call, "\n".join(terminal.stages(outcome, would=mode is not None)))
    if counted := outcome.severe(Severity.ERROR, Severity.WARNING):
        _say(call, f"check    {terminal.totals(counted)}")
        _advise(call, "next: translate check lists what wants a look, translate status shows how far the pages are")
    return int(bool(errors) or (mode in {"check", "diff"} and any(outcome.changed.values())))


def _opened(call: _Call, locales: tuple[str, ...], pages: tuple[str, ...]) -> tuple[Site, Scope]:
    from translate.config import load
    from translate.discovery import scope

    site = load(call.directory)
    return site, scope(site, pages, locales, cwd=Path.cwd())


def _watched(call: _Call, scope: Scope, results: Iterable[_Result]) -> Iterator[_Result]:
    """Show on a terminal which of the pages the results have come to."""
    if call.quiet or call.verbose or not sys.stderr.isatty():
        yield from results
        return
    positions = {page: position for position, page in enumerate(scope.pages, 1)}
    with click.progressbar(length=len(positions), file=sys.stderr, label="pages") as bar:
        for result in results:
            bar.update(positions.get(result.page, bar.pos) - bar.pos)
            yield result


@contextmanager
def _metered(call: _Call) -> Iterator[Watch]:
    """Give what shows how far an engine is: a bar on a terminal, a line for each page elsewhere."""
    from translate.report import progress

    on_terminal, begun = sys.stderr.isatty(), monotonic()

    def show(state: Progress) -> None:
        if on_terminal:
            click.echo(f"\r{progress.bar(state, monotonic() - begun):79}", nl=False, err=True)
        elif told := progress.line(state):
            click.echo(told, err=True)

    if call.quiet or call.verbose:
        yield lambda _: None
        return
    try:
        yield show
    finally:
        if on_terminal:
            click.echo(f"\r{'':79}\r", nl=False, err=True)


def _tell(findings: Iterable[Finding], folder: str) -> None:
    from translate.report import terminal

    for finding in findings:
        click.echo(terminal.shown(finding, folder))


def _say(call: _Call, text: str) -> None:
    if not call.quiet and text:
        click.echo(text)


def _advise(call: _Call, text: str) -> None:
    if not call.quiet:
        click.secho(text, dim=True, err=True)


def _complain(text: str) -> None:
    click.echo(text, err=True)


def _folder(root: Path) -> str:
    """Return what leads from here to the site, to be put before its paths."""
    way = os.path.relpath(root)
    return "" if way == "." else f"{way}/"
