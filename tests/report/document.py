"""An HTML file as the parser of the standard library reads it: well nested, or the test fails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "wbr"}


@dataclass
class Element:
    name: str
    attributes: dict[str, str | None]
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return all text inside, with plain blanks for those that no line breaks."""
        return self.exact.replace("\u00a0", " ")

    @property
    def exact(self) -> str:
        return "".join(child if isinstance(child, str) else child.exact for child in self.children)

    def get(self, attribute: str) -> str:
        return (self.attributes.get(attribute) or "").replace("\u00a0", " ")

    def every(self, name: str = "", **wanted: str) -> Iterator[Element]:
        """Yield the elements inside, in order, of a name and with these attributes; `class_` is one of its classes."""
        for child in self.children:
            if isinstance(child, str):
                continue
            if name in {"", child.name} and all(child.has(key, value) for key, value in wanted.items()):
                yield child
            yield from child.every(name, **wanted)

    def has(self, key: str, value: str) -> bool:
        return value in self.get("class").split() if key == "class_" else self.get(key.replace("_", "-")) == value

    def only(self, name: str = "", **wanted: str) -> Element:
        found = list(self.every(name, **wanted))
        assert len(found) == 1, (name, wanted, len(found))
        return found[0]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute twice in <{tag}>"
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag, f"</{tag}> ends another element"

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def parse(html: str) -> Element:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1, f"<{reader.open[-1].name}> is not closed"
    return reader.open[0]
