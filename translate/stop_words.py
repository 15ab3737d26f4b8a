"""The most frequent words of languages, as any frequency list has them: by these a text tells its language."""

from __future__ import annotations

from collections.abc import Mapping

_WORDS = {
    "en": "the of and to in for on is that it with as are this be by we you not have from they which will what "
    "who if can our your there has their but was",
    "nl": "de het een van en in is dat niet te op zijn met voor die aan er maar ook wordt naar bij door als wij om dit",
    "de": "der die das und ist nicht mit für auf ein eine den von zu im dem des sich auch es wir sie werden wird oder",
    "fr": "le la les des du de et est que une un dans pour pas qui sur nous vous ce sont avec aux ou être",
    "es": "el la los las de que y en un una es por con para no se del al lo como más pero son este nuestra",
    "it": "il lo la gli di che e un una è per non con del della sono si da nel come più anche questo alla dei",
    "pt": "o a os as de que e um uma é do da em para não com por se no na mais como dos são ao",
    "sv": "och att det som en är för av på med inte den till ett har om vi de kan från var när också",
    "da": "og at det som en er for af på med ikke den til et har om vi de kan fra var når også",
    "nb": "og at det som en er for av på med ikke den til et har om vi de kan fra var når også",
    "fi": "ja on ei että se ovat mutta joka myös ovat kun tai hän niin kuin vain ole tämä sen olla",
    "pl": "i w na z do nie się że jest to jak o za od po są oraz dla przez ale który tym aby",
    "cs": "a je na se v že to do s jsou o k pro ale jako za od by který nebo aby není jsme",
    "hu": "a az és hogy nem is egy van meg ez ha vagy de mint csak már aki kell lehet",
    "ro": "și de la în a cu pe nu este o un care din pentru sunt că mai se ce sau",
    "tr": "ve bir bu için da de ile ne olarak daha çok olan gibi var değil ama kadar olduğu",
    "id": "yang dan di untuk dengan ini itu dari tidak dalam pada akan adalah kami atau ke juga oleh",
    "ru": "и в не на что с как это по но из для к мы от за его так или же бы",
    "uk": "і в не на що з як це до та але за для від або ми його так є у",
}
STOP_WORDS: Mapping[str, tuple[str, ...]] = {language: tuple(words.split()) for language, words in _WORDS.items()}
"""By language. Names have the first few too, which are articles and prepositions (Centre for the Governance of AI)."""
