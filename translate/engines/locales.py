"""The parts of a locale that engines choose their languages by."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Locale:
    """A locale in its parts; `zh_Hant_TW` is `zh`, `Hant`, `TW`."""

    language: str
    script: str = ""
    region: str = ""
    variant: str = ""

    @property
    def traditional(self) -> bool:
        """Tell whether Chinese is written in traditional characters there: by its script, else by its region."""
        return self.script == "Hant" or (not self.script and self.region in _TRADITIONAL)


def parts(locale: str) -> Locale:
    """Take a BCP 47 (`pt-BR`) or gettext (`pt_BR`, `sr@latin`) locale apart; unknown parts are variants."""
    name, _, modifier = locale.partition("@")
    language, *rest = re.split(r"[-_]", name)
    found = {"variant": modifier.lower()}
    for part in rest:
        kind = "script" if re.fullmatch(r"[A-Za-z]{4}", part) else "region" if _REGION.fullmatch(part) else "variant"
        found[kind] = {"script": part.title(), "region": part.upper(), "variant": part.lower()}[kind]
    return Locale(language.lower(), **found)


_TRADITIONAL = frozenset({"TW", "HK", "MO"})
_REGION = re.compile(r"[A-Za-z]{2}|[0-9]{3}")
