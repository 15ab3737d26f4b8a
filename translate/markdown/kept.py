"""The words of a page that stay as they are, since no leaf holds them, and the setting that would change it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from translate.markdown.attributes import Text, named_of
from translate.markdown.dialects import Dialect
from translate.markdown.notation import WORDS
from translate.markdown.page import Untranslatable
from translate.markdown.props import literals
from translate.markdown.prose import SPOKEN, is_machine, names_words
from translate.markdown.rules import Rules
from translate.markdown.shortcodes import parameters_of
from translate.markdown.strings import strings_of
from translate.markdown.tags import Attribute, Tag
from translate.model import Span

# Not every site has words in code: these patterns are compiled where they are met.
_STRINGS = rb"(?s)\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`"
_SAID = _STRINGS + rb"|>[^<>{}]*<(?=/)"
"""What code shows: strings, and words between tags."""
_SIGN = re.compile(rb"[\"'`<]")
"""What stands in all of it."""
_LABEL = rb"(?<=\[)[^\[\]]+(?=\])|(?<=\]:)[^\r\n]+|(?<==\")[^\"]*(?=\")"
"""What directives and abbreviations show."""
_COMMENTS = (b"{/*", b"{{</*", b"{{%/*")
_IN_BRACES = re.compile(r"\{[^{}]*\}")
_ALSO_READ = {"input": "value", "meta": "content", "optgroup": "label", "option": "label", "track": "label"}
_READ_WHEN = {"input": "submit|button|reset", "meta": "description|title"}
"""By element: the types or names for which it is so."""
_SHORTEST_CODE = 6


class Kept:
    """The words of one page that stay, while it is read."""

    def __init__(self, source: bytes, rules: Rules, dialect: Dialect, line: Callable[[int], int]) -> None:
        self.source = source
        self.rules = rules
        self.line = line
        """The line of a byte, from 1."""
        self.strings = strings_of(dialect)
        self.parameters = parameters_of(dialect)
        self.templates = bool(dialect.templates)
        self.found: list[tuple[Untranslatable, list[str]]] = []
        """What is told, and all that it says."""
        self.once: dict[tuple[str, ...], list[str]] = {}
        """What is told once says, by component and what the settings do not name of it."""

    @property
    def told(self) -> tuple[Untranslatable, ...]:
        """Return the words, in the order of reading; those of one attribute of a component are told as one."""
        return tuple(each._replace(text=_joined(texts)) for each, texts in self.found)

    def add(self, line: int, text: str, reason: str) -> None:
        """Take down words that stand there once."""
        self.found.append((Untranslatable(line, text, reason), [text]))

    def refused(self, text: Text, line: int) -> None:
        """Take down an attribute that is a text, and that no leaf can hold."""
        raw = self.source[text.span.start : text.span.end].decode()
        if WORDS.search(_IN_BRACES.sub("", raw)):
            held = "escapes or markup" if text.quote and "\n" not in raw else "code of the site" if "{" in raw else ""
            reason = f"holds {held}" if held else "has several lines"
            self.add(line, " ".join(raw.split()), f"{reason} ({text.name})")

    def code(self, start: int, end: int) -> None:
        """Take down the words in code of the site that stands between texts or in them.

        What has parameters is none: it is read as a tag is.
        """
        if self.parameters is not None and self.parameters(self.source, start) is not None:
            return
        said = [words.strip() for words in self._shown(self.source[start:end])]
        if said:
            self.add(self.line(start), _joined(said), "inside code of the site")

    def _shown(self, raw: bytes) -> Iterator[str]:
        """Yield the words that code shows."""
        if raw.startswith((b":", b"*[")):
            said = re.findall(_LABEL, raw)
        elif raw.startswith(b"{{#title"):
            yield raw.strip()[len(b"{{#title") : -len(b"}}")].decode()  # that of the page in the browser, in mdBook
            return
        elif _SIGN.search(raw) and raw.startswith((b"{", b"export", b"```", b"~~~")) and not raw.startswith(_COMMENTS):
            tag = raw.partition(b"%}")[0].partition(b"}}")[0] if self.templates else raw
            said = [match[1:-1] for match in re.findall(_SAID, tag)]
        else:
            return
        yield from (words for each in said if _has_words(words := each.decode()))

    def tag(self, tag: Tag, said: Collection[Span]) -> None:
        """Take down the words among the attributes of a tag that no text (`said`) covers."""
        if not tag.attributes:
            return
        component, also_read = tag.component, _ALSO_READ.get(tag.name)
        for attribute in tag.attributes:
            if attribute.quote == "{":
                self._in_code(tag, attribute, {span.start for span in said})
            elif attribute.name == also_read:
                self._of_element(tag, attribute)
            elif component or attribute.name in SPOKEN:
                self._unnamed(tag, attribute)

    def _in_code(self, tag: Tag, attribute: Attribute, said: Collection[int]) -> None:
        raw = self.source[attribute.value.start : attribute.value.end]
        if len(raw) < _SHORTEST_CODE or not _SIGN.search(raw) or is_machine(attribute.name):
            return
        start = attribute.value.start + 1
        strings = (match for match in re.finditer(_STRINGS, raw) if start + match.start() not in said)
        if prose := [words for match in strings if _has_words(words := match[0][1:-1].decode())]:
            reason = f"inside the code of {attribute.name or 'an expression'}"
            paths = [] if not attribute.name else list(self._paths(attribute, said))
            self._tell(tag, attribute, prose, reason, paths)

    def _paths(self, attribute: Attribute, said: Collection[int]) -> Iterator[str]:
        """Return the paths that lead to words in the code of an attribute, where naming them makes them texts."""
        found: dict[str, bool] = {}
        for literal in literals(self.source, attribute.value, attribute.name):
            raw = self.source[literal.span.start : literal.span.end]
            html = b"</" in raw and b"\\" not in raw
            key = literal.path.replace("[]", "").rpartition(".")[2]
            text = html or self.strings.is_text(raw, literal.quote)
            if text and literal.span.start not in said and names_words(key, raw.decode()):
                found[literal.path] = found.get(literal.path, False) or html
        return (path + "|html" * html for path, html in found.items())

    def _of_element(self, tag: Tag, attribute: Attribute) -> None:
        """Take down an attribute that people read on some elements only, unless it is plainly for programs."""
        values = {each.name: self._value(each) for each in tag.attributes}
        about = values.get("type") or values.get("name") or values.get("property", "")
        when = _READ_WHEN.get(tag.name)
        if (when is None or re.search(when, about)) and WORDS.search(_IN_BRACES.sub("", values[attribute.name])):
            paths = [attribute.name] if when is None else []
            self._tell(tag, attribute, [values[attribute.name]], _unnamed(tag, attribute), paths)

    def _unnamed(self, tag: Tag, attribute: Attribute) -> None:
        """Take down an attribute that reads as words for people do."""
        said = self._value(attribute)
        if not names_words(attribute.name, said):
            return
        if tag.shortcode and not attribute.quote:
            self.add(self.line(attribute.value.start), said, f"has no quotes ({attribute.name} of {tag.called})")
        else:
            self._tell(tag, attribute, [" ".join(said.split())], _unnamed(tag, attribute), [attribute.name])

    def _tell(self, tag: Tag, attribute: Attribute, texts: Sequence[str], reason: str, paths: Sequence[str]) -> None:
        """Take down the words of an attribute; where naming it is enough, once for all tags of the page."""
        if self._is_settled(tag, attribute):
            return
        named = named_of(tag, self.rules)
        plain = {path.partition("|")[0] for path in named}
        new = [path for path in paths if path.partition("|")[0] not in plain]
        said = self.once.get((tag.name, *new)) if new else None
        if said is None:
            self.once[tag.name, *new] = said = []
            setting = (tag.name, (*named, *new)) if new else ()
            self.found.append((Untranslatable(self.line(attribute.value.start), "", reason, *setting), said))
        said += texts

    def _is_settled(self, tag: Tag, attribute: Attribute) -> bool:
        """Tell whether an attribute is named, so that it has been told why it is no text, or wants to stay."""
        if attribute.quote != "{" and attribute.name in self.rules.attributes + named_of(tag, self.rules):
            return True
        return any(each.name == "translate" and self._value(each) == "no" for each in tag.attributes)

    def _value(self, attribute: Attribute) -> str:
        return self.source[attribute.value.start : attribute.value.end].decode()


def _has_words(text: str) -> bool:
    """Tell whether a string in code may be words: what stands where it is shown needs no second look."""
    return len(text.split()) > 1 and WORDS.search(text) is not None


def _joined(texts: Sequence[str]) -> str:
    return " … ".join(dict.fromkeys(texts))


def _unnamed(tag: Tag, attribute: Attribute) -> str:
    return f"no setting names this attribute ({attribute.name} of {tag.called})"
