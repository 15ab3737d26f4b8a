"""Pages rendered by Hugo: all of them in one site, since a start takes longer than a page."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.markdown.shape import body
from translate.markdown.rules import ATTRIBUTES, SHORTCODES

_SETTINGS = """\
baseURL = "https://site.example/"
disableKinds = ["section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
refLinksErrorLevel = "WARNING"
enableInlineShortcodes = false
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser.attribute]
block = true
[markup.highlight]
codeFences = false
"""
_LAYOUT = "{{ range .Site.RegularPages }}<hugo-page>{{ .File.BaseFileName }}</hugo-page>{{ .Content }}{{ end }}"
_READ = " ".join((*ATTRIBUTES, *(name for names in SHORTCODES.values() for name in names)))
"""Parameters that become attributes which people read."""
_SHORTCODE_LAYOUT = """\
<x-code data-name="NAME"
{{- range $name, $value := .Params -}}
  {{- $name := cond (in (split "READ" " ") (string $name)) "title" (printf "data-%v" $name) -}}
  {{- printf " %s=\\"%s\\"" $name (htmlEscape $value) | safeHTMLAttr -}}
{{- end -}}>INNER</x-code>""".replace("READ", _READ)
_PAGE = re.compile(r"<hugo-page>(\d+)</hugo-page>(.*?)(?=<hugo-page>|\Z)", re.DOTALL)
_BROKEN = re.compile(r"content/(\d+)\.md")
_SHORTCODE = re.compile(rb"\{\{[<%]\s*(/?)\s*([\w-]+)")
_BUILT_IN = frozenset("figure gist highlight instagram param ref relref tweet twitter vimeo youtube comment".split())


def hugo(sources: Sequence[bytes]) -> list[str | None]:
    """Return the HTML of each page, None for one that Hugo refuses (for which it tells nothing of the others)."""
    with TemporaryDirectory() as folder:
        site = Path(folder)
        _write_site(site, sources)
        refused: set[int] = set()
        while (done := _run(site)).returncode:
            broken = {int(number) for number in _BROKEN.findall(done.stdout + done.stderr)}
            assert broken, done.stdout + done.stderr
            for number in broken:
                (site / "content" / f"{number}.md").unlink()
            refused |= broken
        home = site / "public" / "index.html"
        shown = dict(_PAGE.findall(home.read_text(encoding="utf-8"))) if home.exists() else {}
        return [None if number in refused else shown.get(str(number)) for number in range(len(sources))]


def _run(site: Path) -> subprocess.CompletedProcess[str]:
    command = ["hugo", "--source", str(site), "--buildDrafts", "--buildFuture", "--buildExpired"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _write_site(site: Path, sources: Sequence[bytes]) -> None:
    layouts = site / "layouts" / "shortcodes"
    for folder in (layouts, site / "content"):
        folder.mkdir(parents=True)
    (site / "config.toml").write_text(_SETTINGS)
    (site / "layouts" / "index.html").write_text(_LAYOUT)
    for number, source in enumerate(sources):
        front_matter = b"" if body(source) else b"---\n---\n"  # without any, `<` would make it a page of HTML
        (site / "content" / f"{number}.md").write_bytes(front_matter + source)
    for name, closed in _shortcodes(sources).items():
        inner = "{{ .Inner }}" if closed else ""
        (layouts / f"{name}.html").write_text(_SHORTCODE_LAYOUT.replace("NAME", name).replace("INNER", inner))


def _shortcodes(sources: Iterable[bytes]) -> dict[str, bool]:
    """Return the names of the site's own shortcodes, and whether they have content."""
    found: dict[str, bool] = {}
    for source in sources:
        for slash, name in _SHORTCODE.findall(source):
            if (known := name.decode()) not in _BUILT_IN:
                found[known] = found.get(known, False) or bool(slash)
    return found
