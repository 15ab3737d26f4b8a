"""L…: what a translation says, held against its source, the glossary and the other translations."""

from __future__ import annotations

from translate.checks.rulebook.rule import WARNING, Rule

RULES = (
    Rule(
        "L001",
        "same as the source",
        WARNING,
        "The translation is the source text, and reads like a sentence of its language. Names, titles, code and single "
        "words may be the same in both.",
        'msgid "Read more about us"\nmsgstr "Read more about us"',
        'Translate it; or, if it is meant to stay, add the comment "# translate: ignore=L001" to the entry.',
    ),
    Rule(
        "L002",
        "term of the glossary not used",
        WARNING,
        "The source has a term of the glossary, and the translation has another word for it. Endings, compounds, case "
        "and hyphens may differ.",
        'msgid "Our volunteers"\nmsgstr "Onze helpers"    with volunteer ⇥ vrijwilliger in the glossary',
        "Use the glossary's word, or correct the glossary.",
    ),
    Rule(
        "L003",
        "name changed",
        WARNING,
        "The glossary has a term without a translation, which stays as it is, and the translation does not have it.",
        'msgid "Join Second Look"\nmsgstr "Doe mee met Tweede Blik"    with Second Look in the glossary',
        "Write the term as the source does; a hyphen and another word may follow.",
    ),
    Rule(
        "L004",
        "number, date or time differs",
        WARNING,
        "The two texts do not say the same numbers, each in its own way of writing: 33,000 is 33.000 in Dutch, 4 pm is "
        "16.00 uur, 2/12 is 12 februari, and 3 may be drie.",
        'msgid "We meet at 4 pm on 12 March."\nmsgstr "We zien elkaar om 4 uur op 12 maart."',
        'Correct the number; or, if both are right, add the comment "# translate: ignore=L004" to the entry.',
    ),
    Rule(
        "L005",
        "unlikely length",
        WARNING,
        "The translation is much shorter or longer than texts of that length usually become: something may be missing, "
        "or somebody else's text got in.",
        'msgid "We ask for a pause until it is proven that such systems can be kept safe."\nmsgstr "Een pauze."',
        "Compare the two; a fuzzy match or an engine may have left out a sentence.",
    ),
    Rule(
        "L006",
        "readers addressed in two ways",
        WARNING,
        "The text says u where the other translations say je (Sie and du, vous and tu, usted and tú), or both. "
        '"formality" in the settings says which is wanted; without it, most translations decide. Quotations do not '
        "count.",
        'msgid "Tell your friends"\nmsgstr "Vertel het uw vrienden"    where the other texts say "je"',
        "Address the reader as the other texts do.",
    ),
)
