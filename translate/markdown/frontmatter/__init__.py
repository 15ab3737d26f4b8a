"""The front matter of a page: its texts as spans of the page's own bytes, and what to write in their place.

`find` the block, take its `scalars`, `spell` the targets into their spans, `verify` the result. Nothing is ever
rendered from a tree, so whatever is not a listed text stays as its author wrote it. PyYAML and python-frontmatter
are imported by `yaml_scalars` alone, tomllib by `toml_scalars` alone.
"""

from translate.markdown.frontmatter.block import Block, find
from translate.markdown.frontmatter.paths import general
from translate.markdown.frontmatter.proof import Mismatch, verify
from translate.markdown.frontmatter.scalar import Scalar, Untranslatable, one_line
from translate.markdown.frontmatter.spelling import spell
from translate.markdown.frontmatter.texts import scalars
from translate.markdown.frontmatter.unlisted import unlisted

__all__ = [
    "Block",
    "Mismatch",
    "Scalar",
    "Untranslatable",
    "find",
    "general",
    "one_line",
    "scalars",
    "spell",
    "unlisted",
    "verify",
]
