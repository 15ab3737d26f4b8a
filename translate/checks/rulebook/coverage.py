"""S…: what is stale, missing, or belongs to nothing."""

from __future__ import annotations

from translate.checks.rulebook.rule import ERROR, INFO, WARNING, Rule

RULES = (
    Rule(
        "S001",
        "stale translation",
        WARNING,
        "The source text was edited after it was translated. The catalog keeps the translation, marked fuzzy, and the "
        "text that it was made from. Until somebody looks at it, the page shows what publish.stale chooses.",
        '#, fuzzy\n#| msgid "We meet at four."\nmsgid "We meet at five."\nmsgstr "We zien elkaar om vier uur."',
        "Correct the target and take the fuzzy mark away (in Poedit: “Needs work”).",
    ),
    Rule(
        "S002",
        "untranslated text",
        WARNING,
        "The catalog has texts without a translation; the page shows the source text there.",
        'msgid "We meet at five."\nmsgstr ""',
        "Translate them in the catalog.",
    ),
    Rule(
        "S003",
        "catalog out of date",
        ERROR,
        "The page was changed after its catalog: some of its texts are new, edited or gone. Or another catalog has "
        "learned a translation that this one lacks.",
        "source_en/faq.md has a paragraph that locales/nl/faq.po does not know",
        'Run "translate update" and commit the catalog.',
    ),
    Rule(
        "S004",
        "built page out of date",
        ERROR,
        "The built page is not what the page and its catalog give now, or it is not there.",
        "build/nl/faq.md shows a translation that was corrected in locales/nl/faq.po",
        'Run "translate build"; edits of a built page belong into its catalog.',
    ),
    Rule(
        "S005",
        "catalog without a page",
        WARNING,
        "The catalog's page is gone or has another name. Its translations still serve as translation memory.",
        "locales/nl/faq.po is there, source_en/faq.md is not",
        'After "translate update" took over what the other pages need, delete the catalog.',
    ),
    Rule(
        "S006",
        "built page without a source",
        WARNING,
        "No page of the site is built to this file any more, but visitors still find it.",
        "build/nl/faq.md is there, source_en/faq.md is not",
        'Delete the file. Where somebody wrote it in that language, name it under "exclude" in the settings instead.',
    ),
    Rule(
        "S007",
        "page not published yet",
        INFO,
        "Fewer of the page's words are reviewed than publish.minimum_reviewed asks for, so the page is not built.",
        "12 % of the words are reviewed, 60 % are needed",
        "Review more of its catalog; or delete the older built page, where there is one.",
    ),
    Rule(
        "S008",
        "text that no catalog holds",
        INFO,
        "People see these words, but they stand where a translation could break the page, or in an attribute that the "
        "settings do not name, so they stay as they are.",
        """<Box text="Read this" />, <Tabs tabs={[{title: 'First steps'}]} />""",
        'Name the attribute under "components" in the settings, as the hint says; where there is none, move the text '
        "to where it can be translated.",
    ),
    Rule(
        "S009",
        "locale below its coverage",
        ERROR,
        "Fewer of the locale's words are translated, and current, than check.coverage in the settings asks for.",
        "91.3 % of the words are current in nl, check.coverage is 95 %",
        "Translate what is missing and look at what is stale; or set check.coverage lower.",
    ),
    Rule(
        "S010",
        "translation that nobody has reviewed",
        INFO,
        "The translation is marked fuzzy, usually because an engine wrote it. The page shows what publish.machine "
        "chooses.",
        '# machine: deepl\n#, fuzzy\nmsgid "We meet at five."\nmsgstr "We zien elkaar om vijf uur."',
        "Read it, and take the fuzzy mark away when it is right. A site that wants no unread text says "
        'severity = { S010 = "error" } under [check] in its settings.',
    ),
    Rule(
        "S011",
        "copied file that differs from its source",
        INFO,
        'A file that "assets" names is not the same where the built pages are. Either somebody made one for the '
        "language, such as a screenshot, or the source has changed since it was copied. It is never replaced.",
        "docs/plan.png is a new picture, build/nl/plan.png is the old one",
        "Look at both. Delete the copy, and the next build makes it anew; or leave the one that was made for the "
        "language, and silence the rule for it: per-file-ignores under [check].",
    ),
)
