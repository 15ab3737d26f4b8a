"""Relative paths to files lead to the same files from built pages, or it is told that they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import sites
from tests.conftest import MakeSite, write_site
from translate.config import load
from translate.init.detection import detect
from translate.init.first_files import first_files
from translate.outputs import write

PAGE = """\
---
title: One
cover: ../art/cover.png
hero: {image: "../art/cover.png", none: ../art/none.png}
description: ../art/cover.png
---

import Box from '../parts/Box';
import Part from './_part.mdx'

![A plan](./plan.png "Plan") and [the paper](../art/paper%201.pdf#page=2), [two](./two.mdx), [away](https://a.example/)

<img src="plan.png" alt="Plan" /> <Box src="./plan.png" kind="plan.png" />

`../art/cover.png`

```js
import Box from '../parts/Box';
```

[plan]: <../art/paper 1.pdf>
"""
FILES: dict[str, str | bytes] = {
    "docs/a/one.mdx": PAGE,
    "docs/a/two.mdx": "Two.\n",
    "docs/a/_part.mdx": "Part.\n",
    "docs/a/plan.png": b"\0",
    "docs/art/cover.png": b"\0",
    "docs/art/paper 1.pdf": b"\0",
    "docs/parts/Box.svelte": "<slot />\n",
}
SETTINGS = """\
locales = ["nl"]
source = "docs"
pages = ["**/*.mdx"]
output = "out/in/{locale}/{path}"
dialect = "mdx"
front_matter = ["title", "description"]
"""
REBASE = SETTINGS + '[links]\nrelative = "rebase"\n'


def built(root: Path) -> str:
    sites.go(root)
    return (root / "out/in/nl/a/one.mdx").read_text()


def lost(root: Path) -> dict[str, str]:
    return {each.path: each.source for each in sites.found(root) if each.code == "M009"}


def test_paths_of_files_are_written_anew(site: MakeSite) -> None:
    root = site({"translate.toml": REBASE, **FILES})

    page = built(root)

    expected = PAGE
    for old, new in {
        "cover: ../art/cover.png": "cover: ../../../../docs/art/cover.png",
        'image: "../art/cover.png"': 'image: "../../../../docs/art/cover.png"',
        "import Box from '../parts/Box';\nimport Part": "import Box from '../../../../docs/parts/Box';\nimport Part",
        '(./plan.png "Plan")': '(../../../../docs/a/plan.png "Plan")',
        "(../art/paper%201.pdf#page=2)": "(../../../../docs/art/paper%201.pdf#page=2)",
        'img src="plan.png"': 'img src="../../../../docs/a/plan.png"',
        'Box src="./plan.png"': 'Box src="../../../../docs/a/plan.png"',
        "<../art/paper 1.pdf>": "<../../../../docs/art/paper%201.pdf>",
    }.items():
        assert old in expected
        expected = expected.replace(old, new, 1)
    assert page == expected
    assert lost(root) == {}
    assert not any(sites.go(root).changed.values())


def test_paths_that_lead_nowhere_are_told(site: MakeSite) -> None:
    root = site({"translate.toml": SETTINGS, **FILES})

    assert built(root) == PAGE

    [(path, targets)] = lost(root).items()
    assert path == "out/in/nl/a/one.mdx"
    assert set(targets.replace("paper 1", "paper%201").split()) == {
        "./plan.png",
        "plan.png",
        "../art/paper%201.pdf#page=2",
        "../art/paper%201.pdf",
        "../art/cover.png",
        "../parts/Box",
    }


def test_what_is_copied_is_found(site: MakeSite) -> None:
    root = site({"translate.toml": f'assets = ["**/*.{{png,pdf,svelte}}"]\n{SETTINGS}', **FILES})

    assert built(root) == PAGE
    assert lost(root) == {}


@pytest.mark.parametrize("output", ["docs/{page}.{locale}.mdx", "src/{locale}/{path}"])
def test_where_the_same_path_leads_to_the_file_it_stays(site: MakeSite, output: str) -> None:
    settings = REBASE.replace("out/in/{locale}/{path}", output)
    root = site({"translate.toml": settings, "docs/a.mdx": "![A](./b.png)\n", "docs/b.png": b"\0"})
    sites.go(root)

    page = next(root.glob("*/a.nl.mdx"), None) or root / "src/nl/a.mdx"

    there = "../../docs/b.png" if page.parent.name == "nl" else "./b.png"
    assert page.read_text() == f"![A]({there})\n"


def test_nobody_knows_what_will_lie_beside_pages_that_are_not_built(site: MakeSite) -> None:
    root = site({"translate.toml": SETTINGS, **FILES})

    assert lost(root) == {}


@pytest.mark.parametrize(
    ("files", "relative"),
    [
        ({"astro.config.mjs": "", "src/content/docs/a.md": "", "src/content/docs/b.png": ""}, "rebase"),
        ({"mkdocs.yml": "", "docs/a.md": "", "docs/b.png": ""}, "keep"),
    ],
)
def test_init_lets_paths_lead_on_where_pages_may_name_any_file(
    files: dict[str, str], relative: str, tmp_path: Path
) -> None:
    write_site(tmp_path, {"pyproject.toml": "", **files})
    for output in first_files(detect(tmp_path, ["nl"])):
        write(tmp_path, output)

    read = load(tmp_path)

    assert (read.links.relative, read.assets.fullmatch("b.png") is None) == (relative, relative == "rebase")


def test_a_site_in_a_folder_may_build_above_it(site: MakeSite) -> None:
    settings = REBASE.replace('"docs"', '"."').replace("out/in", "../out")
    root = site({"blog/translate.toml": settings, "blog/a/b.mdx": "![A](./c.png)\n", "blog/a/c.png": b"\0"})

    sites.go(root / "blog")

    assert (root / "out/nl/a/b.mdx").read_text() == "![A](../../../blog/a/c.png)\n"


def test_scripts_of_svelte_import_what_they_imported(site: MakeSite) -> None:
    page = "<script>\n\timport Box from '../lib/Box.svelte';\n\tconst a = './b.png';\n</script>\n\nWords. <Box />\n"
    settings = 'locales = ["nl"]\nsource = "src/posts"\noutput = "src/posts/{locale}/{path}"\ndialect = "mdsvex"\n'
    root = site(
        {
            "translate.toml": settings + '[links]\nrelative = "rebase"\n',
            "src/posts/a.md": page,
            "src/lib/Box.svelte": "",
            "src/posts/b.png": "",
        }
    )
    sites.go(root)

    assert (root / "src/posts/nl/a.md").read_text() == page.replace("../lib", "../../lib")
