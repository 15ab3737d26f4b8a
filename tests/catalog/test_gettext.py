"""The programs of translators leave our files as they are: gettext, polib and the translate-toolkit, for real."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from pathlib import Path

import polib
import pytest

from translate.catalog.marks import filled
from translate.catalog.po import read, render
from translate.model import Catalog, Unit

TOOLKIT = Path(os.environ.get("TRANSLATE_TOOLKIT", Path(__file__).parents[2] / ".venv-toolkit")) / "bin" / "python"
"""The toolkit's package is called `translate` too, so it has an environment of its own."""
needs_toolkit = pytest.mark.skipif(not TOOLKIT.exists(), reason=f"no translate-toolkit at {TOOLKIT}: see the Makefile")

TEXTS = (
    "Plain words.",
    'Say "hello" to C:\\new\\table\\ and \\"it\\"',
    "tab\there, no-break\u00a0space, soft\u00adhyphen, zero\u200dwidth, \u2068isolates\u2069, mark\ufeff",
    "🦋 é e\u0301 日本語 “quotes” ‘single’ — dash …",
    "[link]({1}), ![image]({2}), [words]{3} and {4}",
    "100% of %s, $x, `code`, **bold**, <b>, &amp;",
    r"C:\342\200\231 is no character",
    "#, fuzzy",
    "# not a comment",
    "msgid \"x\" #~ msgstr 'y'",
    "One. Two. Three. " * 300,
    "https://example.org/a/very/long/address/without/any/space/" + "x" * 500,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file that has every state, every comment and every kind of string."""
    units = [unit for number, text in enumerate(TEXTS) for unit in states(f"{number} {text}")]
    catalog = Catalog(
        locale="nl",
        page="my page.md",
        units=tuple(sorted(units, key=lambda unit: unit.obsolete)),
        comments=("Dutch translation", "", "by “Ann” <ann@example.org>"),
        team='The "Dutch" \\ team',
    )
    path = tmp_path / "page.po"
    path.write_bytes(render(catalog, reference="source_en/my page.md", project="Example"))
    return path


def states(text: str) -> list[Unit]:
    flags = ("python-brace-format",) if "{1}" in text else ()
    notes = ("paragraph · in “Heading”", "{1} = https://example.org/" + "y" * 200)
    old = f"made of {text}"
    return [
        Unit(source=f"a {text}", notes=notes, flags=flags),
        Unit(source=f"b {text}", target=text, notes=notes, flags=flags, context="title"),
        Unit(source=f"c {text}", target=text, fuzzy=True, comments=("machine: deepl",), flags=flags),
        Unit(source=f"d {text}", target=text, fuzzy=True, previous=old, notes=notes, flags=flags),
        Unit(source=f"e {text}", target=text, fuzzy=True, previous=old, comments=("machine: x", f"previous: {text}")),
        Unit(source=f"f {text}", target=text, obsolete=True, comments=("machine: deepl", "# a remark")),
        Unit(source=f"g {text}", target=text, obsolete=True, fuzzy=True, previous=old, context='a "key"'),
    ]


@pytest.fixture(params=["nl", "pt-BR", "ar", "tlh"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a file without units, comments, a team or a project."""
    path = tmp_path / "empty.po"
    path.write_bytes(render(Catalog(locale=request.param, page="a.md"), reference="a.md", project=""))
    return path


def run(*command: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, capture_output=True, check=True)


def assert_untouched(path: Path) -> None:
    before = path.read_bytes()

    assert run("msgfmt", "-c", "-o", "/dev/null", path).stderr == b""
    assert run("msgcat", "--no-wrap", "--force-po", path).stdout == before

    polib.pofile(str(path), wrapwidth=0).save()

    assert path.read_bytes() == before


def test_gettext_and_polib_change_nothing(file: Path) -> None:
    assert_untouched(file)


def test_gettext_and_polib_change_nothing_in_an_empty_catalog(empty: Path) -> None:
    assert_untouched(empty)


def test_a_backslash_at_the_end_of_a_comment_hides_no_line(tmp_path: Path) -> None:
    path, line = tmp_path / "page.po", "previous: C:\\"
    units = (
        Unit(source="a", target="b", comments=(line,), notes=(line,)),
        Unit(source="c", target="d", comments=(line,), obsolete=True),
        Unit(source="e", target="f", previous="g\\", fuzzy=True, obsolete=True),
    )
    catalog = Catalog(locale="nl", page="a.md", units=units, comments=(line,))
    path.write_bytes(render(catalog, reference="a.md", project="x"))

    assert run("msgfmt", "-c", "-o", "/dev/null", path).stderr == b""
    assert run("msgcat", "--no-wrap", path).stdout == path.read_bytes()
    assert read(path.read_bytes(), path="page.po", locale="nl", page="a.md") == catalog


def test_what_msgcat_makes_of_two_branches_waits_for_a_choice(tmp_path: Path) -> None:
    paths = [tmp_path / "ours.po", tmp_path / "theirs.po"]
    for path in paths:
        units = (Unit(source="a", target=path.stem, comments=(f"by {path.stem}",)), Unit(source="b", target="same"))
        path.write_bytes(render(Catalog(locale="nl", page="a.md", units=units), reference="a.md", project=path.stem))

    assert catalog_in(run("msgcat", *paths).stdout).units == (
        Unit(source="a", target="ours", fuzzy=True, comments=("conflict: theirs", "by ours", "by theirs")),
        Unit(source="b", target="same"),
    )


def test_what_msgcat_makes_of_a_stale_text_and_a_machines_is_the_machines(tmp_path: Path) -> None:
    old = Unit(source="b", target="person", fuzzy=True, previous="a")
    paths = [tmp_path / "ours.po", tmp_path / "theirs.po"]
    for path, unit in zip(paths, (old, filled(old, "engine", "deepl")), strict=True):
        path.write_bytes(render(Catalog(locale="nl", page="a.md", units=(unit,)), reference="a.md", project=path.stem))
    [found] = catalog_in(run("msgcat", *paths).stdout).units

    assert (found.target, found.comments) == ("engine", ("machine: deepl", "previous: person"))


@needs_toolkit
@pytest.mark.parametrize("width", ["", "store.wrapper.width = -1"], ids=["as it is", "unwrapped, as Weblate writes"])
def test_the_translate_toolkit_changes_nothing(file: Path, width: str) -> None:
    before = file.read_bytes()
    script = (
        f"from translate.storage import pypo\nstore = pypo.pofile.parsefile({str(file)!r})\n{width}\nstore.save()\n"
    )

    run(TOOLKIT, "-I", "-c", script + "store.save()")

    assert file.read_bytes() == before


@pytest.mark.parametrize("option", ["--width=60", "--escape", "--indent"])
def test_a_file_in_another_form_is_the_same_catalog(file: Path, option: str) -> None:
    formed = run("msgcat", option, file).stdout

    assert formed != file.read_bytes()
    assert catalog_in(formed) == catalog_in(file.read_bytes())


def test_a_review_by_gettext_is_a_review(file: Path) -> None:
    before = catalog_in(file.read_bytes())
    after = catalog_in(run("msgattrib", "--no-wrap", "--clear-fuzzy", "--no-obsolete", file).stdout)

    assert after.units == tuple(reviewed(unit) for unit in before.active())


@needs_toolkit
def test_a_review_in_the_toolkit_is_a_review(file: Path) -> None:
    before = catalog_in(file.read_bytes())
    script = f"""
from translate.storage import pypo
store = pypo.pofile.parsefile({str(file)!r})
for unit in store.units:
    if unit.isfuzzy() and not unit.isobsolete():
        unit.markfuzzy(False)
store.save()
"""
    run(TOOLKIT, "-I", "-c", script)

    assert tuple(catalog_in(file.read_bytes()).active()) == tuple(reviewed(unit) for unit in before.active())


def catalog_in(data: bytes) -> Catalog:
    return read(data, path="page.po", locale="nl", page="my page.md")


def reviewed(unit: Unit) -> Unit:
    return replace(unit, fuzzy=False, previous=None)
