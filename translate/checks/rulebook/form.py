"""F…: how a catalog is written."""

from __future__ import annotations

from translate.checks.rulebook.rule import ERROR, WARNING, Rule

RULES = (
    Rule(
        "F001",
        "catalog not in its usual form",
        ERROR,
        "The catalog says the right thing but is not written as we write it, so the next run would change many lines "
        "of it.",
        'msgid ""\n"A sentence that an editor "\n"has wrapped."',
        'Run "translate update" and commit the catalog; set your editor not to wrap lines.',
    ),
    Rule(
        "F002",
        "instruction not understood in a catalog",
        WARNING,
        "A comment of a catalog speaks to translate, but not in words that it knows.",
        '# translate: ignore=L044\nmsgid "At 4 pm"\nmsgstr "Om vier uur"',
        'Write "# translate: ignore=" and the codes of rules, or how these begin: ignore=L004, ignore=L,W003.',
    ),
    Rule(
        "F003",
        "two translations to choose from",
        WARNING,
        "Two people translated the text differently on two branches, and git has merged them. The catalog keeps one as "
        "the target, marked fuzzy, and the other one in a comment.",
        '# conflict: Tot later!\n#, fuzzy\nmsgid "See you later!"\nmsgstr "Tot straks!"',
        "Make the target what it should be, delete the comment and take the fuzzy mark away.",
    ),
)
