"""P…: what became of the placeholders in a translation."""

from __future__ import annotations

from translate.checks.rulebook.rule import ERROR, INFO, Rule

RULES = (
    Rule(
        "P001",
        "placeholder missing",
        ERROR,
        "A link, tag or value of the source is not in the translation. The page shows the source text instead.",
        'msgid "Read [our plan]({1})."\nmsgstr "Lees ons plan."',
        "Put the placeholder back, with its words: [ons plan]({1}). The lines that begin with #. say what it is.",
    ),
    Rule(
        "P002",
        "unknown placeholder",
        ERROR,
        "The translation has a placeholder that the source has not. The page shows the source text instead.",
        'msgid "Read [our plan]({1})."\nmsgstr "Lees [ons plan]({2})."',
        "Use the numbers of the source text.",
    ),
    Rule(
        "P003",
        "placeholder doubled",
        ERROR,
        "A placeholder stands twice in the translation. The page shows the source text instead.",
        'msgid "Press {1}."\nmsgstr "Druk op {1} {1}."',
        "Leave one of them out.",
    ),
    Rule(
        "P004",
        "placeholder without its brackets",
        ERROR,
        "The words of a link, image or tag have lost their square brackets. The page shows the source text instead.",
        'msgid "Read [our plan]({1})."\nmsgstr "Lees ons plan ({1})."',
        "Write the words in square brackets, directly before the placeholder, as in the source text.",
    ),
    Rule(
        "P005",
        "stray brace",
        ERROR,
        "Braces hold numbers only; every other brace of the source is behind a placeholder too.",
        'msgid "Press {1}."\nmsgstr "Druk op {toets}."',
        "Use the placeholder of the source text.",
    ),
    Rule(
        "P006",
        "links in another order",
        INFO,
        "Links that lead to different places stand in another order than in the source. That is right where their "
        "words moved with them, and a mistake where only the numbers did.",
        'msgid "[Join]({1}) or [donate]({2})."\nmsgstr "[Doe mee]({2}) of [doneer]({1})."',
        "See that each link still has its own words; nothing needs to be done otherwise.",
    ),
)
