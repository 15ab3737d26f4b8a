"""HTML and SVG that cannot be broken by what they show: whatever is not markup yet is escaped when it is put in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

_VOID = frozenset({"meta", "wbr"})
_EMPTY = frozenset({"rect", "line", "circle", "path", "polyline"})
"""Elements of SVG that hold nothing: `<rect/>`."""
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that HTML must not hold (HTML Standard, 13.2.3.5), and halves of characters."""


class Markup(str):
    """HTML that is safe as it stands; only this file makes it out of texts."""

    __slots__ = ()


Attribute = str | int | float | bool | None
"""True stands for an attribute without a value; False and None for none."""


def element(name: str, *children: str | None, **attributes: Attribute) -> Markup:
    """Return an element; children that are not `Markup` are texts, and None is nothing.

    `class_` is `class`, and `data_label` is `data-label`.
    """
    opening = name + "".join(_attribute(key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    if name in _VOID:
        return Markup(f"<{opening}>")
    if name in _EMPTY:
        return Markup(f"<{opening}/>")
    return Markup(f"<{opening}>{joined(children)}</{name}>")


def joined(children: Iterable[str | None], between: str = "") -> Markup:
    """Return markup and texts one after the other."""
    return Markup(text(between).join(text(child) for child in children if child is not None))


def text(child: str) -> Markup:
    """Return a text as HTML shows it; markup stays as it is."""
    return child if isinstance(child, Markup) else Markup(escape(_printable(child), quote=False))


def trusted(html: str) -> Markup:
    """Take a file of our own, such as the style sheet, for markup."""
    return Markup(html)


def _attribute(name: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(_printable(str(value)))}"'


def _printable(value: str) -> str:
    return _UNPRINTABLE.sub("\ufffd", value)
