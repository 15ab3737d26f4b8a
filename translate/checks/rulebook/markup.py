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
    Rule(
        "M006",
        "link to a page that is not there",
        WARNING,
        "Readers who follow the link find nothing. It is told once, on the line of the source page; for a locale only "
        "where the page is not built there. The settings say which addresses the pages have (links.routes).",
        "[how to help](/hlep), or [how to help](hlep.md)",
        "Correct the link; or name what another program makes under links.ignore in the settings.",
    ),
    Rule(
        "M007",
        "fragment that no heading has",
        WARNING,
        "The page is there, but nothing on it has the id that the link names, so readers land at its top. Where the "
        "translated headings get other ids than the source's, this is told of the locale.",
        "[our plan](/about#plan), when the heading is “Our plans”",
        'Correct the fragment, or give the heading its id. heading_ids = "source" keeps ids where the dialect can; '
        'elsewhere <a id="plan"></a> before the heading does.',
    ),
    Rule(
        "M008",
        "notice left out",
        WARNING,
        "What the settings put on pages (notice.text, notice.front_matter) would change how this page reads: it would "
        "run into the first block, or the front matter could not hold it. The page is built without it.",
        "notice.text is a list, and so is the beginning of the page: the two would become one list",
        "Write the notice as a quote (>), a paragraph or an HTML block that ends; or take the keys into the page.",
    ),
    Rule(
        "M009",
        "file that is not found from a built page",
        WARNING,
        "A path on the page (of a picture, of something that code imports, or in the front matter) leads to a file. "
        "The built page lies elsewhere, and from there the same path leads nowhere: readers miss a picture, or the "
        "site cannot be built.",
        "docs/guide.md shows ./plan.png, and there is no build/nl/plan.png beside build/nl/guide.md",
        'Name such files in "assets", and they are copied; or say relative = "rebase" under [links], and the paths '
        "lead to the files where they are.",
    ),
)
