"""Which strings of a page are words for people, and which are words for programs.

What nobody has named cannot be known, so this errs on the side of silence: what it takes for words surely is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

_FRAMEWORK = ("data-", "v-", "x-", "hx-", "ng-", "@", "#", "*")
"""How attributes begin that scripts and frameworks read; so does one with a colon in it (`bind:value`)."""
SPOKEN = frozenset("aria-description aria-label aria-placeholder aria-roledescription aria-valuetext".split())
"""Those of accessibility that are read out (WAI-ARIA 1.3 §6)."""
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_OF_PROGRAMS = frozenset(
    "action address anchor animation area areas as class classes classname cmd code color colors colour command css d "
    "date datetime expression file filename files fn font fonts for format grammar group href icon icons id ids image "
    "img import is key keys kind lang language layout link locale math media mode model module package path pattern "
    "pkg points query ref regex rel role script selector selectors shell size sizes slot slug sort src srcset style "
    "styles svg sx syntax target template theme time timezone transform tw type uri url urls user username variant "
    "variants version video viewbox".split()
)
"""How the names of attributes end whose values are for programs: `id`, `eventId`, `icon-class`."""
_NAMING = frozenset(
    "badge caption cta description heading headline label lead legend message quote subheading subtitle summary "
    "tagline text title tooltip".split()
)
"""How the names of attributes end whose values are words, be it a single one."""
_WHO = frozenset("artist author authors by creator credit name owner speaker".split())
"""How the names of attributes end that hold names more often than words."""

# Few pages have words in attributes that nobody named: these patterns are compiled where they are met.
_MARKUP = r"</?[A-Za-z][^<>]*>|\{[^{}]*\}"
_CODE = r"[{}<>]|=>|[=!&|]=|&&|\|\||\w\(|;\s*\Z|\A\s*(?:\.{0,2}/|[\w+.-]+://|#\S)"
_EDGE = "\"'`“”„‘’‚«»‹›()[]¿¡.,:;!?…–—-*_~"
"""What may stand around a word."""
_JOINTS = str.maketrans("", "", "'’-")
"""What may stand inside a word."""
_SMALL = frozenset(
    "A I a about all an and any are as at be by can do for from get here how if in into is it just me more my no not "
    "now of off on or our out so than that the their then this to up us was we what when where which who why will "
    "with you your aan als auf aus bei bij das de del der des die dit ein eine el en es et het ich im la las le les "
    "los met mit na nicht niet nog om op que sur te un una und une van vom von voor wat wie zu zum zur".split()
)
"""Words that no list of classes or keys holds."""


def names_words(attribute: str, value: str) -> bool:
    """Tell whether the value of an attribute that nobody named is surely words for people."""
    if is_machine(attribute):
        return False
    last = _ending(attribute, 1)
    if last in _WHO:
        return is_prose(value) and any(word[:1].islower() for word in value.split())
    return is_prose(value) or (last in _NAMING and _is_shown(value.strip(), label=last == "label"))


@lru_cache(maxsize=1024)
def is_machine(attribute: str) -> bool:
    """Tell whether the values of an attribute are for programs, by its name alone."""
    if attribute.startswith("aria-"):
        return attribute not in SPOKEN
    handler = attribute.startswith("on") and not attribute[2:3].islower()
    ending = _ending(attribute, 1) in _OF_PROGRAMS or _ending(attribute, 2) in _OF_PROGRAMS
    return handler or ending or ":" in attribute or attribute.startswith(_FRAMEWORK)


@lru_cache(maxsize=1024)
def _ending(attribute: str, parts: int) -> str:
    """Return the last parts of a name that is written as `fileName`, `file-name` or `file_name`, in small letters."""
    return "".join(_PART.findall(attribute)[-parts:]).lower()


def _is_shown(value: str, *, label: bool) -> bool:
    """Tell whether a value is one word; the small words of labels are those of programs more often (`npm`)."""
    return _is_word(value) and not (label and value.islower())


def is_prose(value: str) -> bool:
    """Tell whether a string surely is words for people: several of them, or one that is called out."""
    if not _may_be_prose(value):
        return False
    said = re.sub(_MARKUP, " ", unescape(value))
    if re.search(_CODE, said):
        return False
    tokens = [token for each in said.split() if (token := each.strip(_EDGE))]
    words = [token for token in tokens if _is_word(token)]
    if len(tokens) < 2:
        return bool(words) or _is_caseless(said)
    if len(words) == 1:
        return _is_written(words[0]) and sum(map(str.isdigit, tokens)) == len(tokens) - 1
    return 2 * len(words) >= len(tokens) and (any(map(_is_written, words)) or _is_phrase(words, tokens))


def _may_be_prose(value: str) -> bool:
    """Tell whether a value has two words, or one that is called out or of a script that parts none with blanks."""
    said = value.strip()
    return " " in said or "\n" in said or said.rstrip("\"'”’»)").endswith(("!", "?", "…")) or _is_caseless(said)


def _is_caseless(text: str) -> bool:
    """Tell whether letters of scripts without capitals stand in a text, which no program is told anything in."""
    return not text.isascii() and sum(each.isalpha() and each.lower() == each.upper() for each in text) > 1


def _is_word(token: str) -> bool:
    return token.translate(_JOINTS).isalpha()


def _is_written(word: str) -> bool:
    """Tell whether a word looks as in a sentence: with a capital and small letters, or letters beyond ASCII."""
    return (word[0].isupper() and word[1:].islower()) or not word.isascii()


def _is_phrase(words: list[str], tokens: list[str]) -> bool:
    """Tell whether words without a capital make a phrase rather than a list of classes or keys."""
    return not _SMALL.isdisjoint(words) or (len(words) > 3 and all(map(str.isalpha, tokens)))
