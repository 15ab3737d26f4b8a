"""Catalogs go to PO files and come back; what other programs write is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.catalog.strategies import catalogs
from translate.catalog.po import read, render
from translate.errors import CatalogError
from translate.model import Catalog, State, Unit

REFERENCE = "source_en/my page.md"


def rendered(catalog: Catalog) -> bytes:
    return render(catalog, reference=REFERENCE, project="Example")


def reread(catalog: Catalog) -> Catalog:
    return read(rendered(catalog), path="faq.po", locale=catalog.locale, page=catalog.page)


def units_of(text: str) -> tuple[Unit, ...]:
    return read(text.encode(), path="faq.po", locale="nl", page="faq.md").units


def complaint(data: bytes, path: str = "nl/faq.po") -> CatalogError:
    with pytest.raises(CatalogError) as caught:
        read(data, path=path, locale="nl", page="faq.md")
    assert caught.value.path == path
    assert caught.value.hint
    return caught.value


@given(catalogs())
def test_a_catalog_comes_back_from_its_file(catalog: Catalog) -> None:
    assert reread(catalog) == catalog


@given(catalogs())
def test_rendering_again_changes_nothing(catalog: Catalog) -> None:
    assert rendered(reread(catalog)) == rendered(catalog)


LINES = (
    *(b'msgid "a"', b'msgstr "b"', b'#~ msgid "c"', b'#~ msgstr "d"', b'"e"', b"# x", b"#", b'msgctxt "k"'),
    *(b"#|", b'#| msgid "p"', b"#~|", b'#~| msgid "q"', b"#~", b"#, fuzzy", b"#,fuzzy", b"#=x"),
    *(b'msgid ""', b'msgstr ""', b"", b"\xef\xbb\xbf"),
)


@given(st.binary(max_size=60) | st.lists(st.sampled_from(LINES)).map(b"\n".join))
def test_any_bytes_are_read_or_refused_with_a_reason(data: bytes) -> None:
    try:
        catalog = read(data, path="faq.po", locale="nl", page="faq.md")
    except CatalogError:
        assert complaint(data, path="faq.po").message
    else:
        assert reread(catalog) == catalog


def test_the_file_looks_like_this() -> None:
    catalog = Catalog(
        locale="nl",
        page="my page.md",
        comments=("Dutch translation", "", "Ann <ann@example.org>, 2024."),
        team="Dutch",
        units=(
            Unit(context="title", source="Risks of AI", target="Risico’s van AI", notes=("front matter: title",)),
            Unit(
                source='See our "[proposal]({1})"\\.',
                target="Zie ons [voorstel]({1}).",
                fuzzy=True,
                comments=("machine: deepl",),
                notes=("paragraph · in “Summary”", "{1} = /proposal"),
                flags=("python-brace-format",),
            ),
            Unit(source="A pause", target="Een stop", fuzzy=True, previous="A halt"),
            Unit(source="New"),
            Unit(source="Gone", target="Weg", obsolete=True),
            Unit(context="k", source="Gone too", target="Ook weg", fuzzy=True, previous="Gone 2", obsolete=True),
        ),
    )

    assert (
        rendered(catalog).decode()
        == r"""# Dutch translation
#
# Ann <ann@example.org>, 2024.
msgid ""
msgstr ""
"Project-Id-Version: Example\n"
"POT-Creation-Date: \n"
"PO-Revision-Date: \n"
"Last-Translator: \n"
"Language-Team: Dutch\n"
"Language: nl\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

#. front matter: title
#: source_en/my%20page.md
msgctxt "title"
msgid "Risks of AI"
msgstr "Risico’s van AI"

# machine: deepl
#. paragraph · in “Summary”
#. {1} = /proposal
#: source_en/my%20page.md
#, fuzzy, python-brace-format
msgid "See our \"[proposal]({1})\"\\."
msgstr "Zie ons [voorstel]({1})."

#: source_en/my%20page.md
#, fuzzy
#| msgid "A halt"
msgid "A pause"
msgstr "Een stop"

#: source_en/my%20page.md
msgid "New"
msgstr ""

#~ msgid "Gone"
#~ msgstr "Weg"

# made from: Gone 2
#, fuzzy
#~ msgctxt "k"
#~ msgid "Gone too"
#~ msgstr "Ook weg"
"""
    )


def test_a_line_break_that_an_engine_or_a_note_brings_never_breaks_the_file() -> None:
    unit = Unit(source="a", target="b\n\nc\r\n", notes=("x\ny", " "), comments=("p\nmsgid",))

    assert reread(Catalog(locale="nl", page="a.md", units=(unit,))).units == (
        Unit(source="a", target="b c", notes=("x y",), comments=("p msgid",)),
    )


HEADER = 'msgid ""\nmsgstr ""\n"Language-Team: Dutch\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def test_a_wrapped_file_of_an_editor_is_read() -> None:
    text = HEADER.replace(
        '"Content', '"X-Generator: Poedit 3.6\\n"\n"PO-Revision-Date: 2026-01-01 10:00+0100\\n"\n"Content'
    )
    text += """
# a person's
#  two lines
#. note
#: \u2068source en/faq.md\u2069:12 b.md:3
#, python-brace-format, fuzzy
#| msgid ""
#| "old "
#| "words"
msgctxt "title"
msgid ""
"new "
"words"
msgstr ""
"nieuwe\\n"
"woorden"
"""
    catalog = read(("\ufeff" + text.replace("\n", "\r\n")).encode(), path="faq.po", locale="nl", page="faq.md")

    assert catalog.team == "Dutch"
    assert catalog.units == (
        Unit(
            context="title",
            source="new words",
            target="nieuwe woorden",
            fuzzy=True,
            previous="old words",
            comments=("a person's", "two lines"),
            notes=("note",),
            flags=("python-brace-format",),
        ),
    )


@pytest.mark.parametrize(
    "flags", ["#= fuzzy", "#=fuzzy", "#,fuzzy", "#, fuzzy", "#,  fuzzy,", "#, x\n#, fuzzy", "#, x\n#= fuzzy"]
)
def test_flags_are_read_however_they_are_written(flags: str) -> None:
    (unit,) = units_of(f'{HEADER}\n{flags}\nmsgid "a"\nmsgstr "b"\n')

    assert unit.state is State.MACHINE


def test_obsolete_units_keep_flags_previous_texts_and_comments() -> None:
    text = (
        HEADER
        + """
#comment
#, fuzzy, c-format
#~| msgid ""
#~| "ol"
#~| "d"
#~ msgctxt "k"
#~ msgid "a"
#~msgstr "b"
#~
"""
    )

    assert units_of(text) == (
        Unit(context="k", source="a", target="b", obsolete=True, fuzzy=True, previous="old", comments=("comment",)),
    )


def test_active_units_come_first_and_know_the_line_of_their_msgid() -> None:
    text = (
        HEADER
        + """
#~ msgid "gone"
#~ msgstr "weg"

# note
#. x
msgctxt "k"
msgid ""
"a"
msgstr "b"

msgid "c"
msgstr ""
"""
    )

    assert [(unit.source, unit.line) for unit in units_of(text)] == [("a", 12), ("c", 16), ("gone", 6)]


def test_lines_are_right_without_a_header_too() -> None:
    assert [unit.line for unit in units_of('# x\nmsgid "a"\nmsgstr "b"\n\n\nmsgid "c"\nmsgstr ""\n')] == [2, 6]


def test_what_means_nothing_is_not_read() -> None:
    text = HEADER + '\n#, fuzzy\n#| msgid "x"\nmsgid "a"\nmsgstr ""\n\n#| msgid "x"\nmsgid "b"\nmsgstr "reviewed"\n'

    assert units_of(text) == (Unit(source="a"), Unit(source="b", target="reviewed"))


def test_the_template_team_of_gettext_is_nobody() -> None:
    text = HEADER.replace("Dutch", "LANGUAGE <LL@li.org>")

    assert read(text.encode(), path="faq.po", locale="nl", page="faq.md").team == ""


def test_an_empty_file_is_an_empty_catalog() -> None:
    assert read(b"", path="faq.po", locale="nl", page="faq.md") == Catalog(locale="nl", page="faq.md")


def test_a_file_that_is_named_like_another_file_is_not_opened() -> None:
    assert complaint(b"pyproject.toml").line == 1


ENTRY = '\nmsgid "a"\nmsgstr "b"\n'


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (HEADER + ENTRY + '<<<<<<< HEAD\nmsgid "c"\n', 8, "git conflict marker <<<<<<<"),
        (HEADER + '\nmsgid "a"\nmsgstr "b"\n=======\nmsgstr "c"\n', 8, "git conflict marker ======="),
        (HEADER + ENTRY + '>>>>>>> a "branch"\n', 8, "git conflict marker >>>>>>>"),
        (HEADER + ENTRY + "||||||| merged\n", 8, "git conflict marker |||||||"),
        (HEADER + ENTRY + ENTRY, 9, "duplicate entry, first on line 6"),
        (HEADER + '\nmsgid "a"\n\nmsgid "c"\nmsgstr ""\n', 6, "msgid without msgstr"),
        (HEADER + '\nmsgid "a"\n', 6, "msgid without msgstr"),
        (HEADER + '\nmsgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\n', 7, "plural entry"),
        (HEADER + '\nmsgid "a"\nmsgstr "b\n', 7, "string not closed, or a quote inside it not escaped"),
        (HEADER + '\nmsgid "a"\nmsgstr "b\\"\n', 7, "string not closed, or a quote inside it not escaped"),
        (HEADER + '\nmsgid "a"\nmsgstr "b "c" d"\n', 7, "not PO syntax"),
        (HEADER + '\nmsgid "a"\nmsgstr "b\\\\"c"\n', 7, "string not closed, or a quote inside it not escaped"),
        (HEADER + ENTRY + "hello\n", 8, "not PO syntax"),
        (HEADER + ENTRY + 'msgfoo "x"\n', 8, "not PO syntax"),
        (HEADER.replace("UTF-8", "ISO-8859-1") + ENTRY, 4, "charset ISO-8859-1, not UTF-8"),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_with_the_line(text: str, line: int, message: str) -> None:
    found = complaint(text.encode())

    assert (found.line, found.message) == (line, message)


def test_bytes_that_are_not_utf8_are_refused_with_the_line() -> None:
    found = complaint(b"\xef\xbb\xbf" + (HEADER + '\nmsgid "a"\nmsgstr "caf\u00e9"\n').encode("latin-1"))

    assert (found.line, found.message) == (7, "not UTF-8: byte 0xE9")
    assert "msgconv" in found.hint


def test_the_same_text_in_two_contexts_is_no_duplicate() -> None:
    assert len(units_of(HEADER + ENTRY + '\nmsgctxt "k"' + ENTRY)) == 2


def test_a_charset_in_a_text_is_a_text() -> None:
    text = HEADER + '\nmsgid ""\n"Content-Type: text/html; charset=latin1"\nmsgstr ""\n'

    assert units_of(text) == (Unit(source="Content-Type: text/html; charset=latin1"),)
