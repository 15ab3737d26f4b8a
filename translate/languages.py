"""What a locale looks like, BCP 47 (`nl`, `pt-BR`) or gettext (`pt_BR`, `sr@latin`), and how HTML writes it."""

from __future__ import annotations

import re

_LOCALE = re.compile(
    r"""(?P<language>[a-z]{2,3})
    (?:[-_][A-Za-z]{4})?                                # script
    (?:[-_](?:[A-Za-z]{2}|[0-9]{3}))?                   # region
    (?:[-_](?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*   # variants
    (?:@[a-z]+)?                                        # gettext's modifier""",
    re.VERBOSE,
)

# ISO 639-1. The three-letter codes of ISO 639-3 are some 7,900; those we take by their form.
_TWO_LETTERS = frozenset(
    re.findall(
        r"\w\w",
        """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka
    kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng
    nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st
    su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """,
    )
)


_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab", "devanagari": "Deva"}


def is_locale(text: str) -> bool:
    """Tell whether a text names a locale: a language that there is, and what may follow it."""
    found = _LOCALE.fullmatch(text)
    return found is not None and (len(found["language"]) == 3 or found["language"] in _TWO_LETTERS)


def tag(locale: str) -> str:
    """Return a locale as HTML writes it (BCP 47): gettext's underscores are hyphens, its scripts have four letters."""
    name, _, modifier = locale.partition("@")
    language, *rest = name.replace("_", "-").split("-")
    script = [_SCRIPTS[modifier]] if modifier in _SCRIPTS else []
    return "-".join([language, *script, *rest])
