"""Pages with localized links and a notice judged by their renderers: all else of them is as it was."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.test_renderers import RENDERERS, SITES, TEXT_ATTRIBUTES, pages
from translate.markdown.links import Link
from translate.markdown.localization import localized
from translate.markdown.notice import with_block, with_values
from translate.markdown.page import Page
from translate.markdown.reassembly import reassemble

pytestmark = pytest.mark.skipif(
    shutil.which("node") is None or not (RENDERERS / "node_modules").is_dir(),
    reason="skipped: Node or its packages are not here (make renderers installs them)",
)

NOTICES = {
    "pauseai": ("> Nobody has **read** this. [English](/source)", ["blockquote", "blockquote > p"]),
    "astro": ('<div className="note">\n\nNobody has read this. [English](/source)\n\n</div>', ["div", "div > p"]),
}
FACETS = ("links", "components", "blocks", "code")
"""What is told for each block."""


def lead(link: Link) -> str:
    return f"/nl{link.target}" if link.kind == "link" and link.target.startswith("/") else link.target


def finished(page: Page, notice: str) -> bytes:
    rebuilt = reassemble(page, {each.key: f"{each.text} too" for each in page.segments})
    content = with_block(localized(rebuilt, lead), page.path, page.rules, notice)
    return with_values(content, page.path, {"translation": "machine", "translation_source": "/source"})


def facts(dialect: str, files: list[Path]) -> list[dict[str, Any]]:
    command = ["node", "facts.mjs", "--dialect", dialect, "--text-attributes", TEXT_ATTRIBUTES, *map(str, files)]
    done = subprocess.run(command, check=False, cwd=RENDERERS, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return [page["facts"] for page in json.loads(done.stdout)]


def items(groups: list[dict[str, Any]]) -> list[list[str]]:
    return [group["items"] for group in groups]


@pytest.mark.parametrize("site", SITES)
def test_only_links_lead_elsewhere_and_only_the_notice_is_new(tmp_path: Path, site: str) -> None:
    folder, dialect, rules = SITES[site]
    notice, blocks = NOTICES[site]
    files: list[tuple[Path, Path]] = []
    for page in list(pages(folder, rules))[::8]:
        plain, told = tmp_path / f"plain-{page.path}", tmp_path / f"told-{page.path}"
        plain.write_bytes(reassemble(page, {each.key: f"{each.text} too" for each in page.segments}).content)
        told.write_bytes(finished(page, notice))
        files.append((plain, told))

    before, after = (facts(dialect, [pair[side] for pair in files]) for side in (0, 1))

    for ours, theirs, (plain, _) in zip(before, after, files, strict=True):
        at = next(at for at in range(9) if items(theirs["blocks"])[at : at + 2] == [[block] for block in blocks])
        for facet in FACETS:
            found = items(theirs[facet])
            assert [sorted(each) for each in found[:at] + found[at + 2 :]] == [
                sorted(map(_led, each) if facet == "links" else each) for each in items(ours[facet])
            ], plain
        assert items(theirs["headings"]) == items(ours["headings"]), plain
        assert items(theirs["scripts"]) == items(ours["scripts"]), plain
        told_by_front_matter = [['translation (string) "machine"'], ['translation_source (string) "/source"']]
        assert items(theirs["frontMatter"]) == sorted(items(ours["frontMatter"]) + told_by_front_matter), plain


def _led(link: str) -> str:
    return link.replace('a href="/', 'a href="/nl/')
