"""The lines of a PO file, as polib can read them whatever program wrote them."""

from __future__ import annotations

import re

from translate.errors import CatalogError

_USUAL = frozenset(("#. ", "#: ", "#, ", "#| ", "#~ "))
_COMMENT = re.compile(r"#(~\||[.:,|=~]?)(.*)", re.DOTALL)
_RENAMED = {"=": ",", "~|": "|"}
"""Workflow flags (`#=`, gettext from 2027 on) and the previous text of obsolete entries, neither known to polib 1.2."""
_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})( |$)")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)


_ODD = re.compile(
    r"""^(?!\#(?:[.:,][ ]|\|[ ](?:[^\\\n]|\\[^0-7\n])*$|[ ]|$)
        |(?:\#~[ ])?(?:msgid|msgstr|msgctxt)[ ]"(?:[^"\\]|\\[^0-7])*"$|"(?:[^"\\]|\\[^0-7])*"$|$)""",
    re.MULTILINE | re.VERBOSE,
)
"""A line that we would not write ourselves."""
_ESCAPE = re.compile(r"((?:\\[0-7]{1,3})+)|\\.")
_PAIRED = re.compile(r"^(?:#~ )?(msgid|msgstr) ", re.MULTILINE)


def lines(data: bytes, path: str) -> tuple[list[str], list[int]]:
    """Return the lines of a PO file without the habits that polib does not read, and the numbers of its `msgid` lines.

    A line keeps its number; numbers count from 1. Raises CatalogError for bytes that are not UTF-8, conflict
    markers, entries and strings that are not whole, and plural entries (a page has none).
    """
    text = _decoded(data, path)
    found = text.split("\n")
    if _ODD.search(text) is None and _PAIRED.findall(text) == ["msgid", "msgstr"] * (
        text.count("\nmsgid ") + text.count("\n#~ msgid ") + text.startswith("msgid ")
    ):
        return found, [number for number, line in enumerate(found, 1) if line.startswith(("msgid ", "#~ msgid "))]
    return _mended(found, path)


def _mended(text: list[str], path: str) -> tuple[list[str], list[int]]:
    found: list[str] = []
    msgids: list[int] = []
    waiting = 0
    for number, raw in enumerate(text, 1):
        line = raw.strip()
        if line.startswith("#"):
            line = _usual(line)
        keyword = _keyword(line, path, number)
        found.append(_unnumbered(line))
        if waiting and keyword in ("msgctxt", "msgid"):
            raise _not_whole(path, waiting)
        if keyword == "msgid":
            msgids.append(number)
            waiting = number
        elif keyword == "msgstr":
            waiting = 0
    if waiting:
        raise _not_whole(path, waiting)
    return found, msgids


def _decoded(data: bytes, path: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CatalogError(
            f"not UTF-8: byte 0x{error.object[error.start]:02X}",
            path=path,
            line=error.object.count(b"\n", 0, error.start) + 1,
            hint=f"save it as UTF-8 in your editor, or: msgconv --to-code=UTF-8 -o {path} {path}",
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _usual(line: str) -> str:
    if line[:3] in _USUAL or line[1:2] in ("", " ", "#"):
        return line
    mark, rest = _COMMENT.fullmatch(line).groups()  # type: ignore[union-attr] # it begins with "#"
    return f"#{_RENAMED.get(mark, mark)} {rest.lstrip()}" if rest.strip() else ""


def _keyword(line: str, path: str, number: int) -> str:
    """Return `msgid`, `msgstr` or `msgctxt` for a line that begins one of them, "" for any other."""
    content = line[2:].lstrip() if line.startswith("#~") else line
    if content[:1] in ("", "#"):
        return ""
    if content[0] in "<=>|":
        _refuse_conflict(content, path, number)
    keyword, quote, rest = content.partition('"')
    keyword = keyword.rstrip()
    if keyword == "msgid_plural" or keyword.startswith("msgstr["):
        hint = "remove the entry; pages have no plural entries"
        raise CatalogError("plural entry", path=path, line=number, hint=hint)
    if not quote:
        hint = f"look at this line and the one above it; `msgfmt -c {path}` may say more"
        raise CatalogError("not PO syntax", path=path, line=number, hint=hint)
    _require_whole(quote + rest, path, number)
    return keyword


def _unnumbered(line: str) -> str:
    """Return a line of a string with characters in the place of their bytes in octal (`msgcat --escape`)."""
    if "\\" not in line or not line.startswith(('"', "msg", "#~", "#|")):
        return line
    return _ESCAPE.sub(lambda escape: _characters(escape[1]) if escape[1] else escape[0], line)


def _characters(octal: str) -> str:
    try:
        text = bytes(int(digits, 8) for digits in octal.split("\\")[1:]).decode()
    except ValueError:
        return octal  # no byte, or no UTF-8
    return octal if any(map(str.isascii, text)) else text


def _refuse_conflict(content: str, path: str, number: int) -> None:
    if _CONFLICT.match(content):
        hint = "choose between the two sides, remove the marker lines, and run again"
        raise CatalogError(f"git conflict marker {content[:7]}", path=path, line=number, hint=hint)


def _require_whole(string: str, path: str, number: int) -> None:
    """Refuse a string that polib would cut or glue without a word."""
    plain = len(string) > 1 and string.endswith('"') and '\\"' not in string
    if not plain and not _STRING.fullmatch(string):
        hint = 'write a string between two double quotes, and \\" for a quote inside it'
        raise CatalogError("string not closed, or a quote inside it not escaped", path=path, line=number, hint=hint)


def _not_whole(path: str, number: int) -> CatalogError:
    hint = 'add the line msgstr "" under it'
    return CatalogError("msgid without msgstr", path=path, line=number, hint=hint)
