"""What can be wrong with an answer that the wire form alone can tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from translate.engines.edges import CLOSING, CLOSING_QUOTES, added_stop, has_words, slipped_left, slipped_right
from translate.engines.locales import parts
from translate.engines.shape import Place, Shape, shape
from translate.engines.wire import OBJECT, WireError, parse

MOVED = "moved"
SPACES = ("no space before", "no space after", "space added")
UNSPACED = frozenset(
    {
        *("ja", "zh", "yue", "th", "lo", "km", "my", "bo", "dz"),  # written without spaces
        *("ko", "fi", "et", "hu", "tr", "az", "kk", "ky", "uz", "tk", "tt", "eu", "ka", "mn"),  # endings follow at once
        *("ta", "te", "kn", "ml", "si", "am", "ti"),
        *("ar", "he", "fa", "ur", "ps", "ckb", "yi"),  # articles and prepositions stand at the word
    }
)
"""Languages in which a letter beside a tag says nothing about a lost space."""
ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[0-9a-fA-F]+);")
_MARKUP = re.compile(r"</?[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Defect:
    """One thing wrong with an answer, told so that an engine can mend it."""

    kind: str
    detail: str
    id: int | None = None

    @property
    def doubtful(self) -> bool:
        """Tell whether it may be right after all: another word order moves a tag too."""
        return self.kind == MOVED


def compare(source: str, answer: str, target: str = "") -> tuple[Defect, ...]:
    """Name all that is wrong with an answer, nothing when it can be used.

    `target` is the locale of the answer, whose writing decides what a space beside a tag means.
    """
    before = shape(parse(source))
    try:
        after = shape(parse(answer))
    except WireError as error:
        return (Defect("ill-formed", f"not well-formed: {error}"),)
    broken = (*_ids(before, after), *_contents(before, after))
    if broken:
        return broken
    spaced = parts(target).language not in UNSPACED
    return tuple(defect for rule in _RULES for defect in rule(before, after) if spaced or rule not in _SPACED_RULES)


def _ids(before: Shape, after: Shape) -> Iterator[Defect]:
    wanted, got = (Counter((place.id, place.pair) for place in shape.places) for shape in (before, after))
    for number, pair in sorted(wanted.keys() | got.keys()):
        tag, want, have = _named(number, pair), wanted[number, pair], got[number, pair]
        if have < want:
            yield Defect("lost", f"{tag} is missing", number)
        elif not want:
            yield Defect("added", f"{tag} is not in the source", number)
        elif have > want:
            yield Defect("duplicated", f"{tag} stands {have} times instead of {want}", number)


def _named(number: int, pair: bool) -> str:
    return f'<g id="{number}">' if pair else f'<x id="{number}"/>'


def _contents(before: Shape, after: Shape) -> Iterator[Defect]:
    places = before.by_id()
    for place in after.places:
        wanted = places.get(place.id)
        if wanted is None or wanted.pair != place.pair:
            continue
        tag = _named(place.id, place.pair)
        if wanted.parent != place.parent:
            yield Defect("nesting", f"{tag} does not stand in the same tag as in the source", place.id)
        if place.pair and has_words(wanted.content) and not has_words(place.content):
            yield Defect("emptied", f"{tag} has no words in it", place.id)
        if not place.pair and wanted.content != place.content:
            yield Defect("content", f"{tag} does not hold what it holds in the source", place.id)


def _glued(before: Shape, after: Shape) -> Iterator[Defect]:
    """Find words that touch across the edge of a tag where they did not in the source."""
    places = before.by_id()
    for place in after.places:
        source, tag = places[place.id], _named(place.id, place.pair)
        if _touch_left(after, place) and not _touch_left(before, source):
            kind = "pulled" if _fragment(place) else "no space before"
            yield Defect(kind, f"there is no space before {tag}", place.id)
        if _touch_right(after, place) and not _touch_right(before, source):
            yield Defect("no space after", f"there is no space after {tag}", place.id)


def _touch_left(shape: Shape, place: Place) -> bool:
    return _ends_word(shape.before(place)) and _begins_word(place.content[:1])


def _touch_right(shape: Shape, place: Place) -> bool:
    return _ends_word(place.content[-1:]) and _begins_word(shape.after(place))


def _ends_word(character: str) -> bool:
    """Tell whether a space stands between the character and the next word; none does after `(`, `-` or `’`."""
    return character.isalnum() or (character != "" and character in f".,;:!?…)]}}>%{OBJECT}")


def _begins_word(character: str) -> bool:
    return character.isalnum() or (character != "" and character in f"([{{<@#&$€{OBJECT}")


def _fragment(place: Place) -> bool:
    """Tell whether the words begin with a lone letter: it may be the end of the word before, pulled in."""
    return place.pair and re.match(r"\w\s", place.content) is not None


def _unglued(before: Shape, after: Shape) -> Iterator[Defect]:
    """Find `48 m<g>3</g>` that became `48<g>m3</g>`: what touched a tag was pulled into it."""
    places = before.by_id()
    for place in after.places:
        source = places[place.id]
        if not place.pair or not _joined(before, source):
            continue
        digits = not any(map(str.isalpha, source.content))
        if not _joined(after, place) or (digits and source.content != place.content):
            yield Defect("pulled", f"{_named(place.id, True)} does not begin where it did", place.id)


def _joined(shape: Shape, place: Place) -> bool:
    """Tell whether a word runs across the beginning of a tag."""
    return shape.before(place).isalnum() and place.content[:1].isalnum()


def _inside(before: Shape, after: Shape) -> Iterator[Defect]:
    """Find blanks and punctuation that slipped into a pair."""
    places = before.by_id()
    for place in after.places:
        if not place.pair:
            continue
        source, tag = places[place.id], _named(place.id, True)
        if slipped_left(before, source, place) or slipped_right(before, source, place):
            yield Defect("slipped in", f"{tag} holds a blank or punctuation that belongs outside", place.id)


def _spread(before: Shape, after: Shape) -> Iterator[Defect]:
    """Find a blank before a lone tag that followed a word or its punctuation at once (a footnote mark)."""
    places = before.by_id()
    for place in after.places:
        left = before.before(places[place.id])
        follows = left.isalnum() or (left != "" and left in CLOSING + CLOSING_QUOTES + ")")
        if not place.pair and follows and after.before(place).isspace():
            yield Defect("space added", f"there is a space before {_named(place.id, False)}", place.id)


def _moved(before: Shape, after: Shape) -> Iterator[Defect]:
    """Find lone tags at the beginning that were not: engines that lose track of a tag put it there."""
    places = before.by_id()
    led = [place for place in _leading(after) if place.id not in {first.id for first in _leading(before)}]
    for place in led:
        source = places[place.id]
        if source.content == OBJECT and not has_words(before.text[source.end :]):
            yield Defect("displaced", f"{_named(place.id, False)} belongs at the end", place.id)
        elif len(led) > 1:
            yield Defect("displaced", f"{_named(place.id, False)} does not belong at the beginning", place.id)
        elif source.content == OBJECT or _begins_anew(after, place):
            yield Defect(MOVED, f"{_named(place.id, False)} may not belong at the beginning", place.id)


def _leading(shape: Shape) -> list[Place]:
    """Return the lone tags before the first word that stands outside them."""
    found, end = [], 0
    for place in shape.places:
        if any(map(str.isalnum, shape.text[end : place.start])):
            break
        if not place.pair:
            found.append(place)
            end = place.end
    return found


def _begins_anew(shape: Shape, place: Place) -> bool:
    letters = (character for character in shape.text[place.end :] if character.isalpha())
    return next(letters, "").isupper()


def _text(before: Shape, after: Shape) -> Iterator[Defect]:
    source, answer = before.text, after.text
    if len(ENTITY.findall(answer)) > len(ENTITY.findall(source)):
        yield Defect("entity", "an entity is escaped twice")
    if len(_MARKUP.findall(answer)) > len(_MARKUP.findall(source)):
        yield Defect("markup", "there is markup that the source does not have")
    if re.search(r"[\r\n]", answer) and not re.search(r"[\r\n]", source):
        yield Defect("line break", "the text must stay on one line")
    if answer.strip() != answer and source.strip() == source:
        yield Defect("outer blank", "the text begins or ends with a blank")
    if added_stop(source, answer):
        yield Defect("full stop", "the source does not end with a full stop")
    if has_words(source) and not has_words(answer):
        yield Defect("empty", "there is no text")


def _length(before: Shape, after: Shape) -> Iterator[Defect]:
    """Find chatter around a translation, or most of it gone; Chinese needs a third of the English characters."""
    source, answer = len(before.text), len(after.text)
    if answer > 3 * source + 60:
        yield Defect("too long", "the translation is much longer than the source")
    if answer < (source - 40) / 8:
        yield Defect("too short", "most of the text is missing")


_Rule = Callable[[Shape, Shape], Iterator[Defect]]
_RULES: tuple[_Rule, ...] = (_glued, _unglued, _inside, _spread, _moved, _text, _length)
_SPACED_RULES: tuple[_Rule, ...] = (_glued, _unglued, _spread)
