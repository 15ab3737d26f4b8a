"""M…: what would become of the markup of a page."""

from __future__ import annotations

from translate.checks.rulebook.rule import ERROR, WARNING, Rule

RULES = (
    Rule(
        "M001",
        "code differs",
        ERROR,
        "Code between backticks must be the source's. The page shows the source text instead.",
        'msgid "Run `make`."\nmsgstr "Draai `maak`."',
        "Copy the code from the source text.",
    ),
    Rule(
        "M002",
        "address typed into the text",
        ERROR,
        "A web or mail address in the translation becomes a link of its own. The page shows the source text instead.",
        'msgid "Read [our plan]({1})."\nmsgstr "Lees https://example.org/plan."',
        "Use the placeholder of the source text for the address, or leave the address out.",
    ),
    Rule(
        "M003",
        "front matter cannot hold the text",
        ERROR,
        "The value is written in a form of YAML or TOML that this translation does not fit into.",
        'msgid "Who we are"\nmsgstr "…"',
        "Write the translation on one line, without control characters; or quote the value in the source page.",
    ),
    Rule(
        "M004",
        "shape of the page would change",
        ERROR,
        "With this translation the page would have another structure: another list, heading, link or tag. The page "
        "shows the source text instead.",
        'msgid "See you on Sunday"\nmsgstr "<b>Tot zondag"',
        "Write it without the characters that Markdown or HTML read as markup.",
    ),
    Rule(
        "M005",
        "instruction not understood",
        WARNING,
        "A comment of the page speaks to translate, but not in words that it knows.",
        "<!-- translate: skp -->",
        'Write off, on, skip, context "…" or note "…".',
    ),
)
