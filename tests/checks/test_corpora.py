"""43 pages and their published translations: the rules say little, and find what is put into them.

The pages are read from `../shared/corpora`, which is not ours to keep.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from shutil import copytree

import pytest

from tests.adopt.pages import adopted, write
from tests.checks.pairs import pair, style
from tests.checks.seeds import KINDS, mistakes
from translate.catalog.po import read
from translate.checks.address import usual
from translate.checks.numbers.rule import numbers
from translate.checks.texts import remarks
from translate.model import Unit

PAUSEAI = Path(__file__).parents[3] / "shared" / "corpora" / "pauseai"
pytestmark = pytest.mark.skipif(not PAUSEAI.is_dir(), reason="skipped: ../shared/corpora/pauseai is not here")

Pages = Mapping[str, Sequence[Unit]]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Every text of every page that has a translation, as `translate adopt` pairs them."""
    root = tmp_path_factory.mktemp("then")
    copytree(PAUSEAI / "nl", root / "old")
    copytree(PAUSEAI / "en_then", root / "source_en")
    write(root, {})
    adopted(root)
    catalogs = (root / "locales").rglob("*.po")
    found = {path.name: read(path.read_bytes(), path=path.name, locale="nl", page="") for path in sorted(catalogs)}
    return {name: [unit for unit in catalog.active() if unit.target] for name, catalog in found.items()}


def test_each_rule_speaks_of_less_than_one_text_in_a_hundred(pages: Pages) -> None:
    address = usual((unit for units in pages.values() for unit in units), "nl")
    manner = style(address=address)
    told = Counter(remark.code for units in pages.values() for remark in remarks(units, manner))
    texts = sum(map(len, pages.values()))

    assert (len(pages), texts > 1800, address) == (43, True, "less")
    assert {code: count for code, count in told.items() if count > 0.01 * texts} == {}
    assert told["L004"] <= 0.002 * texts


@pytest.mark.parametrize("kind", KINDS)
def test_wrong_numbers_are_found(pages: Pages, kind: str) -> None:
    random = Random(kind)  # noqa: S311 # the same mistakes in every run
    right = [unit for units in pages.values() for unit in units if not numbers(pair(unit.source, unit.target))]
    wrong = [(unit.source, target) for unit in right for target in mistakes(unit.target, kind, random)]
    missed = [each for each in wrong if not numbers(pair(*each))]

    assert len(wrong) >= 15
    assert len(missed) <= 0.05 * len(wrong), missed
