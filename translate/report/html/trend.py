"""How the shares of a locale went, as a line chart with its numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from translate.languages import name_of
from translate.model import State
from translate.report.html.earlier import Snapshot
from translate.report.html.markup import Markup, element, joined
from translate.report.html.standing import Standing
from translate.report.html.texts import amount, clipped, portion
from translate.tally import Tally, share

_WIDTH, _HEIGHT = 280, 106
_LEFT, _RIGHT, _TOP, _BOTTOM = 5, 234, 12, 86
"""Where the lines are drawn; the times stand below, the last shares to the right."""
_LABEL = 16
"""Characters of a time that are shown."""
_APART = 12
"""What keeps two labels from covering each other."""

Point = tuple[float, float]


def trend(standing: Standing, earlier: Sequence[Snapshot]) -> Markup | None:
    """Return how the locale went from the earlier times to now; nothing where no earlier one is known."""
    then = [(each.label, each.words[standing.locale]) for each in earlier if standing.locale in each.words]
    if not then:
        return None
    times = [*then, ("now", standing.words)]
    caption = f"How {name_of(standing.locale)} went"
    return element(
        "figure",
        _chart(times, caption),
        element(
            "figcaption",
            element("span", element("span", class_="key solid"), "reviewed"),
            element("span", element("span", class_="key dashed"), "reviewed or machine, and current"),
        ),
        element("details", element("summary", "The numbers"), _table(times, caption)),
        class_="trend",
    )


def _chart(times: Sequence[tuple[str, Tally]], caption: str) -> Markup:
    reviewed, current = _line(times, _reviewed), _line(times, _current)
    first, last = portion(_reviewed(times[0][1])), portion(_reviewed(times[-1][1]))
    return element(
        "svg",
        *(_grid(height) for height in (0.0, 0.5, 1.0)),
        element("polyline", class_="current", points=_points(current)),
        element("polyline", class_="reviewed", points=_points(reviewed)),
        *(element("rect", class_="current", x=f"{x - 2.5:g}", y=f"{y - 2.5:g}", width=5, height=5) for x, y in current),
        *(element("circle", class_="reviewed", cx=f"{x:g}", cy=f"{y:g}", r=3) for x, y in reviewed),
        element("text", clipped(times[0][0], _LABEL), x=_LEFT, y=_HEIGHT - 4),
        element("text", times[-1][0], x=_RIGHT, y=_HEIGHT - 4, class_="end"),
        *_labels(times[-1][1]),
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        role="img",
        aria_label=f"{caption}: reviewed from {first} to {last}",
    )


def _labels(words: Tally) -> Iterator[Markup]:
    """Yield the last shares, the current one above the reviewed one."""
    reviewed, current = _reviewed(words), _current(words)
    below = min(_height(reviewed) + 4, _BOTTOM + 4)
    above = min(_height(current) + 4, below - _APART)
    yield element("text", portion(reviewed), x=_RIGHT + 8, y=below, class_="reviewed")
    if portion(current) != portion(reviewed):
        yield element("text", portion(current), x=_RIGHT + 8, y=above, class_="current")


def _line(times: Sequence[tuple[str, Tally]], value: Callable[[Tally], float]) -> list[Point]:
    step = (_RIGHT - _LEFT) / (len(times) - 1)
    return [(round(_LEFT + step * index, 1), _height(value(words))) for index, (_, words) in enumerate(times)]


def _grid(value: float) -> Markup:
    return element("line", class_="grid", x1=_LEFT, x2=_RIGHT, y1=_height(value), y2=_height(value))


def _height(value: float) -> float:
    return round(_BOTTOM - value * (_BOTTOM - _TOP), 1)


def _points(line: Sequence[Point]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in line)


def _table(times: Sequence[tuple[str, Tally]], caption: str) -> Markup:
    head = element("tr", *(element("th", name, scope="col") for name in ("when", "words", "reviewed", "current")))
    rows = joined(
        element(
            "tr",
            element("th", label, scope="row"),
            element("td", amount(words.total())),
            element("td", portion(_reviewed(words))),
            element("td", portion(_current(words))),
        )
        for label, words in times
    )
    return element(
        "table",
        element("caption", caption, class_="hidden"),
        element("thead", head),
        element("tbody", rows),
        class_="numbers",
    )


def _reviewed(words: Tally) -> float:
    return share(words, State.REVIEWED)


def _current(words: Tally) -> float:
    return share(words, State.REVIEWED, State.MACHINE)
