"""Source text to target text; an engine sees only text whose markup is protected."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points

from translate.engines.base import Engine, Settings
from translate.errors import UsageError
from translate.suggestions import alternatives

GROUP = "translate.engines"
"""The entry-point group in which other packages offer engines: name → `module:factory`."""

ENGINES = {
    "apertium": "translate.engines.apertium:apertium",
    "deepl": "translate.engines.deepl:deepl_engine",
    "libretranslate": "translate.engines.libretranslate:libretranslate",
    "openai": "translate.engines.openai:openai",
    "pseudo": "translate.engines.pseudo:pseudo",
}
"""The engines that come with us; each is imported when it is asked for, and no sooner."""


def load(name: str, settings: Settings) -> Engine:
    """Make the engine of that name; what it needs is imported now and not before.

    An installed package cannot take the name of one of ours. Raises UsageError for a name that nobody offers, and
    UnavailableError when the engine lacks a key or a program.
    """
    offered = ENGINES if name in ENGINES else {point.name: point.value for point in entry_points(group=GROUP)}
    if name not in offered:
        hint = alternatives(name, sorted({*offered, *ENGINES}))
        raise UsageError(f'there is no engine "{name}"', hint=hint)
    factory: Callable[[Settings], Engine] = EntryPoint(name, offered[name], GROUP).load()
    return factory(settings)
