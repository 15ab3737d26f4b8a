"""Files beside the pages are copied to where the built pages are, and a copy that somebody changed stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import sites
from tests.conftest import MakeSite, write_site
from translate import outputs, pipeline
from translate.config import load
from translate.discovery import scope
from translate.init.detection import detect
from translate.init.first_files import first_files
from translate.model import Output
from translate.tally import Coverage

PICTURE = b"\x89PNG\r\n\x1a\n\0\0"
SETTINGS = 'locales = ["nl", "de"]\nassets = ["**/*.png"]\n'
FILES: dict[str, str | bytes] = {
    "translate.toml": SETTINGS,
    "source_en/sub/a.md": "![A plan](./plan.png)\n",
    "source_en/sub/plan.png": PICTURE,
    "source_en/sub/notes.txt": "Not for readers.\n",
}


def notes(root: Path) -> list[tuple[str, str]]:
    site = load(root)
    return [
        (each.code, each.path)
        for each in pipeline.check(site, scope(site))
        if not isinstance(each, Coverage) and each.code in {"S004", "S011"}
    ]


def test_what_lies_beside_the_pages_lies_beside_the_built_ones(site: MakeSite) -> None:
    root = site(FILES)

    first, again = sites.go(root), sites.go(root)

    assert (first.changed["assets"], again.changed["assets"]) == (2, 0)
    for locale in ("nl", "de"):
        assert sorted(path.name for path in (root / f"build/{locale}/sub").iterdir()) == ["a.md", "plan.png"]
        assert (root / f"build/{locale}/sub/plan.png").read_bytes() == PICTURE
    assert notes(root) == []


def test_a_picture_that_was_drawn_anew_stays(site: MakeSite) -> None:
    root = site(FILES)
    sites.go(root)
    drawn = root / "build/nl/sub/plan.png"
    drawn.write_bytes(PICTURE + b"nl")

    sites.go(root)

    assert drawn.read_bytes() == PICTURE + b"nl"
    assert notes(root) == [("S011", "build/nl/sub/plan.png")]


def test_a_file_that_is_missing_is_told_where_pages_are_built(site: MakeSite) -> None:
    root = site(FILES)
    sites.go(root)
    (root / "build/nl/sub/plan.png").unlink()
    for built in (root / "build/de/sub").iterdir():
        built.unlink()

    assert notes(root) == [("S004", "build/nl/sub/plan.png")]


def test_a_link_that_leads_nowhere_is_no_asset(site: MakeSite) -> None:
    root = site(FILES)
    (root / "source_en/gone.png").symlink_to("nowhere.png")

    assert sites.go(root).files["assets"] == 2


def test_a_run_about_one_page_copies_nothing(site: MakeSite) -> None:
    root = site({**FILES, "source_en/b.md": "B.\n"})

    assert "assets" not in sites.go(root, pipeline.run, "b.md").files


def test_copies_that_lie_among_the_sources_are_no_sources(site: MakeSite) -> None:
    beside = SETTINGS + 'output = "source_en/{locale}/{path}"\n'
    root = site({**FILES, "translate.toml": beside})

    sites.go(root)

    assert not any(sites.go(root).changed.values())
    found = sorted(str(path.relative_to(root / "source_en")) for path in root.rglob("*.png"))
    assert found == ["de/sub/plan.png", "nl/sub/plan.png", "sub/plan.png"]


def test_pages_are_no_assets_and_pages_that_are_taken_out_may_be(site: MakeSite) -> None:
    root = site(
        {
            "translate.toml": 'locales = ["nl"]\nassets = ["**"]\nexclude = ["b.md"]\n',
            "source_en/a.md": "A.\n",
            "source_en/b.md": "B.\n",
        }
    )

    assert sites.go(root).files == {"update": 1, "build": 1, "assets": 1}
    assert (root / "build/nl/b.md").read_bytes() == b"B.\n"


def test_a_difference_of_pictures_is_told_by_name(site: MakeSite) -> None:
    root = site(FILES)
    told = load(root)

    shown = [outputs.diff(each) for each in pipeline.build(told, scope(told)) if isinstance(each, Output)]

    assert shown[-2:] == [f"Binary file b/build/{locale}/sub/plan.png differs\n" for locale in ("nl", "de")]


@pytest.mark.parametrize(
    ("files", "assets"),
    [
        ({"source_en/a.md": "", "source_en/b.png": "", "source_en/c/d.jpg": ""}, ("b.png", "c/d.jpg")),
        ({"source_en/a.md": "", "source_en/b.txt": ""}, ()),
        ({"a.md": "", "b.png": ""}, ()),
    ],
)
def test_init_names_the_pictures_that_lie_beside_pages(
    files: dict[str, str], assets: tuple[str, ...], tmp_path: Path
) -> None:
    write_site(tmp_path, {"pyproject.toml": "", **files})
    for output in first_files(detect(tmp_path, ["nl"])):
        outputs.write(tmp_path, output)

    read = load(tmp_path)

    assert tuple(name for name in sorted(files) if read.assets.fullmatch(name.removeprefix("source_en/"))) == tuple(
        f"source_en/{name}" for name in assets
    )
