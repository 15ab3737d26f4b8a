"""What the address of a page in another language has in common with that of its source, as patterns."""

from __future__ import annotations

LOCALE = r"((?:https?://[^/]+)?)/[a-z]{2,3}(?:-[A-Za-z]{2,4})?(?:/|$)"
"""The beginning of an address that may name a language, `/nl/faq` for `/faq`; the group is what stands before it."""
SITE = r"https?://(?:[^/:?#]*\.)?([^/:?#.]+\.[^/:?#.]+)"
"""The beginning of an address; the group is its site, `wikipedia.org` of `https://en.wikipedia.org/wiki/Law`."""
