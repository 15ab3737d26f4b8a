"""W…: blanks, full stops and words that stand twice."""

from __future__ import annotations

from translate.checks.rulebook.rule import WARNING, Rule

RULES = (
    Rule(
        "W001",
        "blank at an end",
        WARNING,
        "The translation begins or ends with a blank and the source does not, or the other way round.",
        'msgid "Read more"\nmsgstr "Lees verder "',
        'Take it away; "translate check --fix" does.',
    ),
    Rule(
        "W002",
        "other punctuation at the end",
        WARNING,
        "A question, an announcement with a colon or a sentence ends in another way than in the source. Blanks before "
        "the mark, quotation marks and the marks of other scripts are right.",
        'msgid "Do you want to help?"\nmsgstr "Wil je helpen."',
        "End it as the source does.",
    ),
    Rule(
        "W003",
        "two blanks",
        WARNING,
        "Two blanks stand side by side, and in the source no two do.",
        'msgid "See you there."\nmsgstr "Tot  ziens daar."',
        'Take one away; "translate check --fix" does.',
    ),
    Rule(
        "W004",
        "word twice in a row",
        WARNING,
        "A word stands twice, which is hardly ever meant. Words that may (dat dat, die die) are known.",
        'msgid "at the door"\nmsgstr "bij de de deur"',
        "Take one of the two away.",
    ),
)
