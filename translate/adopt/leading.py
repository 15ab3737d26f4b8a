"""Where links lead on the pages built for a locale: a published link that leads there too is no defect."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from translate.site import Site


@dataclass(frozen=True, slots=True)
class Leading:
    """What a site's settings make of links."""

    localize: bool = False
    """Whether a link to a page leads to that page in the locale."""
    external: Mapping[str, str] = field(default_factory=dict)
    """Addresses of other sites, and what they are in the locale's language."""

    @classmethod
    def of(cls, site: Site, locale: str) -> Leading:
        """Return what the settings make of links in a locale."""
        return cls(site.links.localize, site.links.external.get(locale, {}))

    def expects(self, source: str, published: str, *, localized: bool) -> bool:
        """Tell whether a published link is what the build makes of the source's; `localized` if to the same page."""
        return self.external.get(source) == published or (self.localize and localized)
