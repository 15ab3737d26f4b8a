"""What translate costs, as ratios to a floor that is measured in the same run; each ratio stands beside its budget.

`python benchmarks/bench.py` measures on 610 real pages where ../shared/corpora is there, and says so where it is not;
with `--example` it measures on the example site. Whole processes take turns, so whatever slows the machine down for
a while slows down both sides of a ratio.
"""

from __future__ import annotations

import argparse
import platform
import statistics
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from cost import Cost, Programs
from sites import CORPUS, Measured, example, many_pages, translate_everything

Round = dict[str, Cost]
"""What each thing cost, by its name."""

_FLOOR = Path(__file__).with_name("floor.py")
_MANY_PAGES = {"update + build, cold": 4.0}
"""Budgets as multiples of the floor; on a few pages the start of two processes would be most of the time."""
_TRANSLATED = {"translate check": 1.6, "translate report": 1.3}
"""Budgets as multiples of a build of the same translated pages."""
_START = {"translate --help": 2.0, "translate check": 6.0}
_MEMORY = 200
"""Megabytes that no process may exceed."""


def main() -> None:
    """Measure and print; a figure never fails the run, since it is the machine's as much as ours."""
    options = _options()
    if not options.example and not CORPUS.is_dir():
        print("skipped: the pages to measure on (../shared/corpora/pauseai/en_now) are not here")
        print("python benchmarks/bench.py --example measures on the example site instead")
        return
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        programs = Programs(Path(folder, "bytecode"))
        small = example(Path(folder, "example"))
        start = [_start(programs, small) for _ in range(options.rounds + 1)][1:]  # the first one compiles
        large = small if options.example else many_pages(Path(folder, "many"), options.copies)
        _stages(programs, small)
        stages = [_stages(programs, large) for _ in range(options.rounds)]
        single = small if options.example else many_pages(Path(folder, "single"), 1)
        translated = _translated(programs, single, options.rounds)
    print(f"Python {platform.python_version()}, {options.rounds} rounds; whole processes, user and system time\n")
    budgets = {} if options.example else _MANY_PAGES
    _print(f"{large.name}; floor: read and parse the pages, load and save the catalogs", stages, budgets)
    _print(f"{single.name}, every text translated; floor: translate build", translated, _TRANSLATED)
    _print(f"{small.name}; floor: python -c 'import click'", start, _START)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--example", action="store_true", help="measure on the example site")
    parser.add_argument("--rounds", type=int, default=5, help="how often everything is measured (default: 5)")
    parser.add_argument("--copies", type=int, default=10, help="copies of each page, each of them different (10)")
    return parser.parse_args()


def _start(programs: Programs, site: Measured) -> Round:
    return {
        "floor": programs.run("-c", "import click"),
        "translate --help": programs.translate(site.root, "--help"),
        "translate check": programs.translate(site.root, "check", expected=(0, 1)),
    }


def _stages(programs: Programs, site: Measured) -> Round:
    site.clear()
    cold = _update_and_build(programs, site)
    floor = programs.run(_FLOOR, site.pages, site.catalogs, site.root / "copies")
    unchanged = _update_and_build(programs, site)
    translate_everything(site)
    return {
        "floor": floor,
        "update + build, cold": cold,
        "update + build, nothing changed": unchanged,
        "update + build, every text translated": _update_and_build(programs, site),
    }


def _translated(programs: Programs, site: Measured, rounds: int) -> list[Round]:
    """Return what looking at a site costs, where building it has to prove every page."""
    site.clear()
    _update_and_build(programs, site)
    translate_everything(site)
    _update_and_build(programs, site)
    return [
        {
            "floor": programs.translate(site.root, "build"),
            "translate check": programs.translate(site.root, "check", expected=(0, 1)),
            "translate report": programs.translate(site.root, "report", "--output", str(site.root / "report.html")),
        }
        for _ in range(rounds)
    ]


def _update_and_build(programs: Programs, site: Measured) -> Cost:
    return programs.translate(site.root, "update") + programs.translate(site.root, "build")


def _print(title: str, rounds: Sequence[Round], budgets: Mapping[str, float]) -> None:
    print(f"{title}\n{'':38}{'min':>9}{'median':>9}{'max':>9}   budget")
    floors = [each["floor"].seconds for each in rounds]
    print(_row("floor", floors, "s"))
    for name in list(rounds[0])[1:]:
        ratios = [each[name].seconds / floor for each, floor in zip(rounds, floors, strict=True)]
        print(_row(name, ratios, "×", budgets.get(name)))
    peaks = [max(cost.peak for name, cost in each.items() if name != "floor") / 1e6 for each in rounds]
    print(_row("peak memory", peaks, "MB", _MEMORY), end="\n\n")


def _row(name: str, figures: Sequence[float], unit: str, budget: float | None = None) -> str:
    digits = 0 if unit == "MB" else 2
    three = (min(figures), statistics.median(figures), max(figures))
    shown = "".join(f"{f'{figure:.{digits}f} {unit}':>9}" for figure in three)
    if budget is None:
        return f"{name:38}{shown}"
    verdict = "over" if statistics.median(figures) > budget else "within"
    return f"{name:38}{shown}   ≤ {budget:g} {unit}, {verdict}"


if __name__ == "__main__":
    main()
