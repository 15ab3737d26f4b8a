"""Human work is sacred on real pages too, whatever authors, editors and settings do between two updates.

The pages are read from `../shared/corpora`; they are not ours to commit.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import polib
import pytest
from click.testing import CliRunner

from tests import sites
from tests.conftest import write_site
from translate.catalog.marks import pairs
from translate.cli import main
from translate.model import Key, State, Unit

CORPUS = Path(__file__).parents[2] / "shared" / "corpora" / "pauseai"
PAGES = ("2024-november.md", "donate.md", "scenarios.md", "theory-of-change.md")
VERSIONS = ("en_then", "en_now")
STEPS = 25
SEEDS = (0, 9, 13, 14)
"""Lives in which much happens: among others, an editor breaks the comments of texts that a machine filled anew."""

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/corpora is not there: no real page was changed")

Pair = tuple[Key, str]


class Life:
    """A site whose pages and catalogs change in random order."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.random = Random(seed)  # noqa: S311 # the same life for the same seed
        self.made: set[Pair] = set()
        """What people stand behind: each target has a number of its own, and the texts that it was made for."""
        self.told: list[str] = []
        self.gone: list[str] = []
        self.once = {name: [(CORPUS / version / name).read_text() for version in VERSIONS] for name in PAGES}
        write_site(root, {f"source_en/{name}": texts[0] for name, texts in self.once.items()})
        self.settle('dialect = "mdsvex"')

    def settle(self, line: str) -> None:
        (self.root / "translate.toml").write_text(f'locales = ["nl"]\n{line}\n')

    def pages(self) -> list[Path]:
        return sorted((self.root / "source_en").glob("*.md"))

    def catalogs(self) -> list[Path]:
        return sorted((self.root / "locales/nl").glob("*.po"))

    def page(self) -> Path:
        return self.random.choice(self.pages())

    def named(self) -> Path:
        """Return a page that is not there yet."""
        return self.root / "source_en" / f"page-{len(self.told)}-{self.random.randrange(1000)}.md"

    def units(self) -> Iterator[tuple[str, Unit]]:
        for path in self.catalogs():
            yield from ((path.stem, unit) for unit in sites.catalog(self.root, f"locales/nl/{path.name}").units)

    def reviewed(self) -> set[Pair]:
        return {(pair.key, pair.target) for _, unit in self.units() for pair in pairs(unit) if not pair.fuzzy}

    def standing(self) -> dict[tuple[str, Key], str]:
        """Return the reviewed targets of the pages as they are."""
        return {(page, unit.key): unit.target for page, unit in self.units() if unit.state is State.REVIEWED}

    def translate(self, *arguments: str) -> None:
        """Carry out a command, and compare."""
        before, stood = self.reviewed(), self.standing()
        result = CliRunner().invoke(main, ["-C", str(self.root), *arguments])
        assert result.exit_code in {0, 1}, result.output
        after, stands = self.reviewed(), self.standing()
        active = {(page, unit.key) for page, unit in self.units() if not unit.obsolete}

        assert before <= after, self.told
        assert after <= self.made, self.told
        assert {place: stands.get(place) for place in stood.keys() & active} == {
            place: target for place, target in stood.items() if place in active
        }, self.told

    def assert_built(self) -> None:
        """No page shows a target of a text that it does not have."""
        sources = {target.split()[0]: {key for key, each in self.made if each == target} for _, target in self.made}
        for page in self.pages():
            keys = {unit.key for unit in sites.units(self.root, f"locales/nl/{page.stem}.po").values()}
            for number in re.findall(r"№\d+", (self.root / "build/nl" / page.name).read_text()):
                assert sources[number] & keys, (page, number, self.told)


def paragraphs(page: Path) -> list[str]:
    return page.read_text().split("\n\n")


def reworded(life: Life, paragraph: str) -> str:
    words = paragraph.split(" ")
    plain = [place for place, word in enumerate(words) if word.isalpha()]
    if plain:
        words[life.random.choice(plain)] = life.random.choice(["really", "never", "labs"])
    return " ".join(words)


def edit(life: Life) -> None:
    page = life.page()
    changed = (reworded(life, each) if life.random.random() < 0.2 else each for each in paragraphs(page))
    page.write_text("\n\n".join(changed))


def take_back(life: Life) -> None:
    name = life.random.choice(PAGES)
    (life.root / "source_en" / name).write_text(life.random.choice(life.once[name]))


def move(life: Life) -> None:
    page, other = life.page(), life.page()
    parts = paragraphs(page)
    place = life.random.randrange(len(parts))
    taken = parts[place : place + 3]
    page.write_text("\n\n".join(parts[:place] + parts[place + 3 :]))
    other.write_text("\n\n".join([*paragraphs(other), reworded(life, taken[0]), *taken[1:]]))


def rename(life: Life) -> None:
    page = life.page().rename(life.named())
    parts = paragraphs(page)
    page.write_text("\n\n".join([*(reworded(life, part) for part in parts[:2]), *parts[2:]]))


def split(life: Life) -> None:
    page = life.page()
    parts = paragraphs(page)
    life.named().write_text("\n\n".join(parts[len(parts) // 2 :]))
    page.write_text("\n\n".join(parts[: len(parts) // 2]))


def join(life: Life) -> None:
    if len(life.pages()) > 1:
        page, other = life.random.sample(life.pages(), 2)
        page.write_text("\n\n".join([*paragraphs(page), *paragraphs(other)]))
        other.unlink()


def remove(life: Life) -> None:
    if len(life.pages()) > 2:
        page = life.page()
        life.gone.append(page.read_text())
        page.unlink()


def bring_back(life: Life) -> None:
    if life.gone:
        life.named().write_text(life.random.choice(life.gone))


def change_settings(life: Life) -> None:
    settings = ('dialect = "gfm"', 'dialect = "mdsvex"', 'embeds = "text"', 'front_matter = ["title"]')
    life.settle(life.random.choice(settings))


def entries(life: Life, share: float) -> Iterator[polib.POEntry]:
    """Yield some entries of a catalog, and save it as polib does by itself: in its own width."""
    path = life.random.choice(life.catalogs())
    file = polib.pofile(path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))
    yield from (each for each in file if not each.obsolete and life.random.random() < share)
    file.save(str(path))


def write(life: Life) -> None:
    for entry in entries(life, 0.7):
        if entry.fuzzy or not entry.msgstr:
            entry.msgstr = f"№{len(life.made)} {entry.msgid}"
            stand_behind(life, entry)


def approve(life: Life) -> None:
    for entry in entries(life, 0.2):
        if entry.fuzzy:
            stand_behind(life, entry)


def stand_behind(life: Life, entry: polib.POEntry) -> None:
    entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    life.made.add(((entry.msgctxt or "", entry.msgid), entry.msgstr))


def reform(life: Life) -> None:
    """Let a program write a catalog in its own form."""
    path = life.random.choice(life.catalogs())
    if life.random.random() < 0.5:
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\n", b"\r\n"))
        return
    form = life.random.choice(["--width=60", "--sort-output", "--indent", "--no-location"])
    data = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    path.write_bytes(subprocess.run(["msgcat", form, "-"], input=data, capture_output=True, check=True).stdout)


def ask_a_machine(life: Life) -> None:
    life.translate("pretranslate", "--engine", "pseudo")


def mend(life: Life) -> None:
    life.translate("check", "--fix")


CHANGES: tuple[Callable[[Life], None], ...] = (
    *(edit, edit, edit, take_back, move, rename, split, join, remove, bring_back, change_settings),
    *(write, write, write, approve, approve, reform, ask_a_machine, ask_a_machine, mend),
)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_people_stand_behind_lives_on(tmp_path: Path, seed: int) -> None:
    life = Life(tmp_path, seed)
    life.translate("update")
    for change in (write, *life.random.choices(CHANGES, k=STEPS)):
        life.told.append(change.__name__)
        change(life)
        if life.random.random() < 0.7:
            life.translate("update")
    life.translate("run")
    life.assert_built()
    assert not any(sites.go(life.root).changed.values())
    assert len(life.reviewed()) > 10
