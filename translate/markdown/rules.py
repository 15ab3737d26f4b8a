"""How the pages of a site are to be read: what is text and what is machinery."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

EMBEDS = (
    "blockquote.twitter-tweet",
    "blockquote.instagram-media",
    "blockquote.tiktok-embed",
    "blockquote.bluesky-embed",
    "blockquote.mastodon-embed",
    "blockquote.reddit-embed-bq",
    "blockquote.text-post-media",
)
"""Elements (`name.class`) that quote somebody by a copied snippet; left whole unless a site asks for their text."""

ATTRIBUTES = ("alt", "title", "aria-label", "placeholder")
"""HTML attributes that people read or hear."""

SHORTCODES = {"admonish": ("0", "1"), "details": ("summary",), "figure": ("attr", "caption")}
"""Parameters that people read and that are not called as `ATTRIBUTES` are: Hugo's own, titles of mdbook-admonish."""


class Rules(NamedTuple):
    """What a site decides about its pages; the rest is the dialect's."""

    dialect: str = "commonmark"
    front_matter: tuple[str, ...] = ("title", "description")
    """Paths of the values that are text: `title`, `hero.title`, `faq[].question`."""
    embeds: Literal["protect", "text"] = "protect"
    embed_elements: tuple[str, ...] = EMBEDS
    heading_ids: Literal["source", "off"] = "source"
    heading_id_syntax: Literal["attribute", "comment"] = "attribute"
    """`{#id}`, or `{/* #id */}` for MDX sites whose plugin reads that."""
    attributes: tuple[str, ...] = ATTRIBUTES
    components: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Attributes of components, and parameters of shortcodes, that are text: `{"Button": ("label",)}`."""
