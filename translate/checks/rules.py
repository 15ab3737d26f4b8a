"""Every rule that a finding can come from: what it means, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from translate.errors import UsageError
from translate.model import Finding, Severity
from translate.suggestions import nearest


@dataclass(frozen=True, slots=True)
class Rule:
    """What `translate rule CODE` tells about a code."""

    code: str
    title: str
    """What is the matter, in a few words."""
    severity: Severity
    meaning: str
    example: str
    fix: str


_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

_TABLE = (
    Rule(
        "S001",
        "stale translation",
        _WARNING,
        "The source text was edited after it was translated. The catalog keeps the translation, marked fuzzy, and the "
        "text that it was made from. Until somebody looks at it, the page shows what publish.stale chooses.",
        '#, fuzzy\n#| msgid "We meet at four."\nmsgid "We meet at five."\nmsgstr "We zien elkaar om vier uur."',
        "Correct the target and take the fuzzy mark away (in Poedit: “Needs work”).",
    ),
    Rule(
        "S002",
        "untranslated text",
        _WARNING,
        "The catalog has texts without a translation; the page shows the source text there.",
        'msgid "We meet at five."\nmsgstr ""',
        "Translate them in the catalog.",
    ),
    Rule(
        "S003",
        "catalog out of date",
        _ERROR,
        "The page was changed after its catalog: some of its texts are new, edited or gone.",
        "source_en/faq.md has a paragraph that locales/nl/faq.po does not know",
        'Run "translate update" and commit the catalog.',
    ),
    Rule(
        "S004",
        "built page out of date",
        _ERROR,
        "The built page is not what the page and its catalog give now, or it is not there.",
        "build/nl/faq.md shows a translation that was corrected in locales/nl/faq.po",
        'Run "translate build"; edits of a built page belong into its catalog.',
    ),
    Rule(
        "S005",
        "catalog without a page",
        _WARNING,
        "The catalog's page is gone or has another name. Its translations still serve as translation memory.",
        "locales/nl/faq.po is there, source_en/faq.md is not",
        'After "translate update" took over what the other pages need, delete the catalog.',
    ),
    Rule(
        "S006",
        "built page without a source",
        _WARNING,
        "No page of the site is built to this file any more, but visitors still find it.",
        "build/nl/faq.md is there, source_en/faq.md is not",
        "Delete the file.",
    ),
    Rule(
        "S007",
        "page not published yet",
        _INFO,
        "Fewer of the page's words are reviewed than publish.minimum_reviewed asks for, so the page is not built.",
        "12 % of the words are reviewed, 60 % are needed",
        "Review more of its catalog; or delete the older built page, where there is one.",
    ),
    Rule(
        "S008",
        "text that no catalog holds",
        _INFO,
        "People see these words, but they stand where a translation could break the page, so they stay as they are.",
        "<Tabs tabs={[{title: 'First steps'}]} />",
        'Move the text to where it can be translated, or name the attribute under "components" in the settings.',
    ),
    Rule(
        "P001",
        "placeholder missing",
        _ERROR,
        "A link, tag or value of the source is not in the translation. The page shows the source text instead.",
        'msgid "Read [our plan]({1})."\nmsgstr "Lees ons plan."',
        "Put the placeholder back, with its words: [ons plan]({1}). The lines that begin with #. say what it is.",
    ),
    Rule(
        "P002",
        "unknown placeholder",
        _ERROR,
        "The translation has a placeholder that the source has not. The page shows the source text instead.",
        'msgid "Read [our plan]({1})."\nmsgstr "Lees [ons plan]({2})."',
        "Use the numbers of the source text.",
    ),
    Rule(
        "P003",
        "placeholder doubled",
        _ERROR,
        "A placeholder stands twice in the translation. The page shows the source text instead.",
        'msgid "Press {1}."\nmsgstr "Druk op {1} {1}."',
        "Leave one of them out.",
    ),
    Rule(
        "P004",
        "placeholder without its brackets",
        _ERROR,
        "The words of a link, image or tag have lost their square brackets. The page shows the source text instead.",
        'msgid "Read [our plan]({1})."\nmsgstr "Lees ons plan ({1})."',
        "Write the words in square brackets, directly before the placeholder, as in the source text.",
    ),
    Rule(
        "P005",
        "stray brace",
        _ERROR,
        "Braces hold numbers only; every other brace of the source is behind a placeholder too.",
        'msgid "Press {1}."\nmsgstr "Druk op {toets}."',
        "Use the placeholder of the source text.",
    ),
    Rule(
        "M001",
        "code differs",
        _ERROR,
        "Code between backticks must be the source's. The page shows the source text instead.",
        'msgid "Run `make`."\nmsgstr "Draai `maak`."',
        "Copy the code from the source text.",
    ),
    Rule(
        "M002",
        "address typed into the text",
        _ERROR,
        "A web or mail address in the translation becomes a link of its own. The page shows the source text instead.",
        'msgid "Read [our plan]({1})."\nmsgstr "Lees https://example.org/plan."',
        "Use the placeholder of the source text for the address, or leave the address out.",
    ),
    Rule(
        "M003",
        "front matter cannot hold the text",
        _ERROR,
        "The value is written in a form of YAML or TOML that this translation does not fit into.",
        'msgid "Who we are"\nmsgstr "…"',
        "Write the translation on one line, without control characters; or quote the value in the source page.",
    ),
    Rule(
        "M004",
        "shape of the page would change",
        _ERROR,
        "With this translation the page would have another structure: another list, heading, link or tag. The page "
        "shows the source text instead.",
        'msgid "See you on Sunday"\nmsgstr "<b>Tot zondag"',
        "Write it without the characters that Markdown or HTML read as markup.",
    ),
    Rule(
        "M005",
        "instruction not understood",
        _WARNING,
        "A comment of the page speaks to translate, but not in words that it knows.",
        "<!-- translate: skp -->",
        'Write off, on, skip, context "…" or note "…".',
    ),
    Rule(
        "F001",
        "catalog not in its usual form",
        _ERROR,
        "The catalog says the right thing but is not written as we write it, so the next run would change many lines "
        "of it.",
        'msgid ""\n"A sentence that an editor "\n"has wrapped."',
        'Run "translate update" and commit the catalog; set your editor not to wrap lines.',
    ),
)

RULES: Mapping[str, Rule] = {rule.code: rule for rule in _TABLE}


def explained(code: str) -> Rule:
    """Return the rule of a code, however it is written. Raises UsageError when there is none."""
    if code.upper() not in RULES:
        hint = nearest(code.upper(), RULES) or '"translate rule" lists them all'
        raise UsageError(f'there is no rule "{code}"', hint=hint)
    return RULES[code.upper()]


def finding(code: str, path: str, line: int, message: str, **details: Any) -> Finding:
    """Make a finding of a rule, as severe as the rule says where `severity` does not say otherwise."""
    rule = RULES[code]
    return Finding(code=code, path=path, line=line, message=message, **{"severity": rule.severity, **details})
