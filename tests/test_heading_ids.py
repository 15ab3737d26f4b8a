"""`init` writes heading ids only where something in the site shows that its generator reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import write_site
from translate.config import load
from translate.init.detection import detect
from translate.init.first_files import first_files
from translate.outputs import write

SVELTE = {"svelte.config.js": "export default {}\n", "src/posts/a.md": "## One\n"}
ASTRO = {"astro.config.mjs": "export default {}\n", "src/content/docs/a.md": "## One\n"}
SAURUS = {"docusaurus.config.js": "export default {future: {v4: true}}\n", "docs/a.md": "## One\n"}
PLUGIN = {"package.json": '{"devDependencies": {"remark-heading-id": "1.0.1"}}\n'}
CUSTOM = {"astro.config.mjs": 'import ids from "remark-custom-heading-id"\n'}

CASES = {
    "mdsvex without the plugin": (SVELTE, ("off", "attribute")),
    "mdsvex with it": (SVELTE | PLUGIN, ("source", "attribute")),
    "mdsvex whose pages have ids": (SVELTE | {"src/posts/b.md": "## Two {#two}\n"}, ("source", "attribute")),
    "a block is no id": (SVELTE | {"src/posts/b.md": "{#if a}\n\n## Two\n\n{/if}\n"}, ("off", "attribute")),
    "Astro with Markdown only": (ASTRO, ("source", "attribute")),
    "Astro with MDX": (ASTRO | {"src/content/docs/b.mdx": "## Two\n"}, ("off", "attribute")),
    "Astro with MDX and a plugin": (ASTRO | CUSTOM | {"src/content/docs/b.mdx": "## Two\n"}, ("source", "attribute")),
    "Docusaurus that reads MDX as version 4": (SAURUS, ("source", "comment")),
    "Docusaurus": (SAURUS | {"docusaurus.config.js": "export default {}\n"}, ("source", "attribute")),
    "pages with ids in comments": (SVELTE | {"src/posts/b.md": "## Two {/* #two */}\n"}, ("source", "comment")),
    "MDX of nobody knows what": ({"docs/a.mdx": "## One\n"}, ("off", "attribute")),
    "MkDocs": ({"mkdocs.yml": "site_name: x\nextra:\n  a: b\n", "docs/a.md": "## One\n"}, ("off", "attribute")),
    "MkDocs with attr_list": (
        {"mkdocs.yml": "markdown_extensions:\n  - attr_list\n", "docs/a.md": "## One\n"},
        ("source", "attribute"),
    ),
    "MkDocs with all that is in extra": (
        {"mkdocs.yml": "markdown_extensions:\n  - extra\n", "docs/a.md": "## One\n"},
        ("source", "attribute"),
    ),
    "Hugo": ({"config/_default/hugo.toml": "", "content/a.md": "## One\n"}, ("source", "attribute")),
}


@pytest.mark.parametrize("case", CASES)
def test_ids_are_switched_on_where_they_are_read(case: str, tmp_path: Path) -> None:
    files, expected = CASES[case]
    write_site(tmp_path, files)
    (tmp_path / "translate.toml").unlink(missing_ok=True)

    for output in first_files(detect(tmp_path, ["nl"])):
        write(tmp_path, output)

    rules = load(tmp_path).rules_for("a.md")
    assert (rules.heading_ids, rules.heading_id_syntax) == expected
