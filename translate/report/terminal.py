"""Findings, sums and rules as people read them in a terminal, in colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from traceback import format_exception

from translate.checks.rulebook.rule import Rule
from translate.edits import edits
from translate.errors import SeveralError, TranslateError
from translate.figures import counted, number
from translate.model import Finding, Severity
from translate.outcome import Outcome
from translate.report.colours import BLUE, BOLD, CYAN, DIM, GREEN, RED, RESET, YELLOW
from translate.report.plain import WORDS, place, printable

_COLOURS = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.INFO: BLUE}
_EDITS = {"kept": "{}", "removed": f"{RED}[-{{}}-]{RESET}", "added": f"{GREEN}{{{{+{{}}+}}}}{RESET}"}
_DIFF = {"---": BOLD, "+++": BOLD, "@@": CYAN, "-": RED, "+": GREEN}
"""The colours of the lines of a diff, by how these begin; git has the same."""
_NOUNS = {
    "update": ("catalog", "catalogs"),
    "pretranslate": ("catalog", "catalogs"),
    "build": ("page", "pages"),
    "assets": ("file", "files"),
    "links": ("list of addresses", "lists of addresses"),
}
_WITH_TEXTS = {"update", "pretranslate"}


def shown(finding: Finding, folder: str = "") -> str:
    """Return a finding: place, code and message on one line, then the texts and what to do.

    `folder` leads from where the person is to the site, so that the place can be clicked on.
    """
    severity = f"{_COLOURS[finding.severity]}{WORDS[finding.severity]}{RESET}"
    previous, source, target, hint, message = map(
        printable, (finding.previous, finding.source, finding.target, finding.hint, finding.message)
    )
    details = {"source": _edited(previous, source) if previous else source, "target": target, "hint": hint}
    lines = [f"{BOLD}{place(finding, folder)}{RESET}: {finding.code} {severity} {message}"]
    lines += [f"    {DIM}{name:6}{RESET}  {text}" for name, text in details.items() if text]
    return "\n".join(lines)


def error(problem: TranslateError, folder: str = "") -> str:
    """Return what stopped the run, where, and what to do."""
    if isinstance(problem, SeveralError):
        return "\n".join(error(each, folder) for each in problem.errors)
    place = folder if problem.path else ""
    hint = f"\n{DIM}hint:{RESET} {problem.hint}" if problem.hint else ""
    return f"{RED}error:{RESET} {place}{problem}{hint}"


def bug(problem: Exception, *, verbose: bool) -> str:
    """Return the message for an error that is a bug of ours; with `verbose`, the traceback as well."""
    trace = "".join(format_exception(problem)) if verbose else ""
    what = "please report it with the lines above" if verbose else "run it again with -v, please report what it prints"
    return (
        f"{trace}{RED}error:{RESET} this is a bug in translate: {type(problem).__name__}: {problem}\n"
        f"{DIM}hint:{RESET} {what}, and the page or catalog that it happened with"
    )


def stages(outcome: Outcome, *, would: bool = False) -> Iterator[str]:
    """Yield a line for each stage: how many files, how many changed, what happened to the texts."""
    for stage, count in outcome.files.items():
        facts = [counted(count, *_NOUNS[stage]), _changed(outcome.changed.get(stage, 0), would=would)]
        if stage in _WITH_TEXTS and str(outcome.changes):
            facts.append(f"texts: {outcome.changes}")
        yield f"{stage:8} {' · '.join(facts)}"


def diff(text: str) -> str:
    """Return a unified diff in colours."""
    return "\n".join(map(_coloured, text.split("\n")))


def totals(findings: Iterable[Finding]) -> str:
    """Return how many findings there are: `1 error · 2 warnings in 2 files`."""
    every = tuple(findings)
    numbers = {each: sum(finding.severity is each for finding in every) for each in Severity}
    facts = [counted(count, WORDS[each], f"{WORDS[each]}s") for each, count in numbers.items() if count]
    files = len({finding.path for finding in every})
    return f"{' · '.join(facts)} in {counted(files, 'file', 'files')}" if facts else "all is well"


def explanation(rule: Rule) -> str:
    """Return everything that there is to say about a rule."""
    example = "\n".join(f"    {line}" for line in rule.example.split("\n"))
    colour = _COLOURS[rule.severity]
    return (
        f"{BOLD}{rule.code}{RESET} {rule.title} ({colour}{WORDS[rule.severity]}{RESET})\n\n"
        f"{rule.meaning}\n\n{DIM}for example{RESET}\n{example}\n\n{DIM}what to do{RESET}\n    {rule.fix}"
    )


def listed(rules: Mapping[str, Rule]) -> Iterator[str]:
    """Yield a line for each rule."""
    for rule in rules.values():
        yield f"{rule.code}  {_COLOURS[rule.severity]}{WORDS[rule.severity]:7}{RESET}  {rule.title}"


def _changed(count: int, *, would: bool) -> str:
    if not count:
        return "unchanged"
    return f"{number(count)} {'would change' if would else 'written'}"


def _coloured(line: str) -> str:
    colour = next((colour for start, colour in _DIFF.items() if line.startswith(start)), "")
    return f"{colour}{line}{RESET}" if colour else line


def _edited(before: str, after: str) -> str:
    """Return a text with what an edit took away and put in, as `git diff --word-diff` marks it."""
    return "".join(_EDITS[each.kind].format(each.text) for each in edits(before, after))
