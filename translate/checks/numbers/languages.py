"""The words of numbers, dates and times in the languages that most sites have; a test compares them with CLDR."""

from __future__ import annotations

from collections.abc import Mapping

LETTERS = {"k": 3, "m": 6, "mn": 6, "bn": 9, "b": 9, "t": 12, "mio": 6, "mrd": 9, "tn": 12}
"""Abbreviations of thousands, millions and more that every language knows."""

TABLE: Mapping[str, Mapping[str, str]] = {
    "en": {
        "decimal": ".",
        "group": ",",
        "months": "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep "
        "october|oct november|nov december|dec",
        "capitals": "yes",
        "articles": "a an",
        "weekdays": "monday|mondays tuesday|tuesdays wednesday|wednesdays thursday|thursdays friday|fridays "
        "saturday|saturdays sunday|sundays",
        "scales": "2=hundred 3=thousand 6=million|millions|mln 9=billion|billions 12=trillion|trillions",
        "numerals": "0=zero|nonzero 1=one|once|single|first 2=two|twice|both|second 3=three|third "
        "4=four|fourth|quarter 5=five|fifth 6=six|sixth 7=seven|seventh 8=eight|eighth 9=nine|ninth 10=ten|tenth "
        "11=eleven|eleventh 12=twelve|twelfth|dozen 13=thirteen|thirteenth 14=fourteen|fourteenth "
        "15=fifteen|fifteenth 16=sixteen|sixteenth 17=seventeen|seventeenth 18=eighteen|eighteenth "
        "19=nineteen|nineteenth 20=twenty|twentieth|twenties 30=thirty|thirties 40=forty|forties "
        "50=fifty|fifties|half 60=sixty|sixties 70=seventy|seventies 80=eighty|eighties 90=ninety|nineties "
        "100=hundreds 1000=thousands",
        "hours": "clock oclock",
        "half_hour": "half past +30",
        "morning": "am morning mornings",
        "afternoon": "pm afternoon afternoons evening evenings night tonight",
        "twelve": "720=noon|midday 0=midnight",
    },
    "nl": {
        "months": "januari|jan februari|feb|febr maart|mrt april|apr mei juni|jun juli|jul augustus|aug "
        "september|sept|sep oktober|okt november|nov december|dec",
        "articles": "een",
        "weekdays": "maandag|maandagen dinsdag|dinsdagen woensdag|woensdagen donderdag|donderdagen vrijdag|vrijdagen "
        "zaterdag|zaterdagen zondag|zondagen",
        "scales": "2=honderd 3=duizend 6=miljoen|miljoenen|mln 9=miljard|miljarden|mld 12=biljoen|biljoenen|bln",
        "numerals": "0=nul 1=één|eén|eens|enkele|enkel|eerste 2=twee|beide|beiden|tweemaal|tweede "
        "3=drie|driemaal|derde 4=vier|vierde|kwart 5=vijf|vijfde 6=zes|zesde 7=zeven|zevende 8=acht|achtste "
        "9=negen|negende 10=tien|tiende 11=elf|elfde 12=twaalf|twaalfde|dozijn 13=dertien 14=veertien 15=vijftien "
        "16=zestien 17=zeventien 18=achttien 19=negentien 20=twintig 30=dertig 40=veertig 50=vijftig|half|helft "
        "60=zestig 70=zeventig 80=tachtig 90=negentig 100=honderden 1000=duizenden",
        "hours": "uur u h",
        "half_hour": "half -30",
        "morning": "am ochtends morgens ochtend",
        "afternoon": "pm middags namiddags avonds middag avond",
        "twelve": "0=middernacht",
        "joint": "en",
        "ordinals": "de ste",
    },
    "de": {
        "months": "januar|jan|jänner februar|feb|febr märz|mär april|apr mai juni|jun juli|jul august|aug "
        "september|sept|sep oktober|okt november|nov dezember|dez",
        "capitals": "yes",
        "articles": "ein eine einen einem einer eines",
        "weekdays": "montag|montags dienstag|dienstags mittwoch|mittwochs donnerstag|donnerstags freitag|freitags "
        "samstag|samstags|sonnabend sonntag|sonntags",
        "scales": "2=hundert 3=tausend 6=million|millionen 9=milliarde|milliarden|mia 12=billion|billionen|bio",
        "numerals": "0=null 1=eins|einmal|einzige|erste|ersten|erster 2=zwei|beide|beiden|zweimal|zweite|zweiten|zwo "
        "3=drei|dreimal|dritte|dritten 4=vier|vierte|vierten|viertel 5=fünf|fünfte|fünften 6=sechs|sechste|sechsten "
        "7=sieben|siebte|siebten 8=acht|achte|achten 9=neun|neunte|neunten 10=zehn|zehnte|zehnten "
        "11=elf|elfte|elften 12=zwölf|zwölfte|zwölften|dutzend 13=dreizehn 14=vierzehn 15=fünfzehn 16=sechzehn "
        "17=siebzehn 18=achtzehn 19=neunzehn 20=zwanzig|zwanziger 30=dreißig|dreissig|dreißiger "
        "40=vierzig|vierziger 50=fünfzig|fünfziger|halb|hälfte 60=sechzig|sechziger 70=siebzig|siebziger "
        "80=achtzig|achtziger 90=neunzig|neunziger 100=hunderte|hunderten|hunderter "
        "1000=tausende|tausenden|tausender",
        "hours": "uhr h",
        "half_hour": "halb -30",
        "morning": "früh morgens vormittags",
        "afternoon": "pm nachmittags mittags abends nachmittag abend nachm",
        "twelve": "720=mittag 0=mitternacht",
        "joint": "und",
        "ordinals": "te|ten|ter|tes ste|sten|ster|stes",
    },
    "fr": {
        "group": "\u202f",
        "months": "janvier|janv|jan février|févr|fév|fevrier mars avril|avr mai juin juillet|juil août|aout "
        "septembre|sept octobre|oct novembre|nov décembre|déc|decembre",
        "articles": "un une",
        "weekdays": "lundi|lundis mardi|mardis mercredi|mercredis jeudi|jeudis vendredi|vendredis samedi|samedis "
        "dimanche|dimanches",
        "scales": "2=cent|cents 3=mille 6=million|millions 9=milliard|milliards|md|mds 12=billion|billions|bn",
        "numerals": "0=zéro 1=premier|première|seul|seule 2=deux|deuxième|second|seconde 3=trois|troisième "
        "4=quatre|quatrième|quart 5=cinq|cinquième 6=six|sixième 7=sept|septième 8=huit|huitième 9=neuf|neuvième "
        "10=dix|dixième|dizaine 11=onze|onzième 12=douze|douzième|douzaine 13=treize 14=quatorze 15=quinze 16=seize "
        "20=vingt|vingtaine 30=trente 40=quarante 50=cinquante|moitié|demi 60=soixante 100=centaine|centaines "
        "1000=millier|milliers",
        "hours": "h heures heure",
        "morning": "am matin",
        "afternoon": "pm midi soir",
        "twelve": "720=midi 0=minuit",
    },
    "es": {
        "months": "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago "
        "septiembre|setiembre|sept|sep octubre|oct noviembre|nov diciembre|dic",
        "articles": "un una",
        "weekdays": "lunes martes miércoles|miercoles jueves viernes sábado|sábados|sabado domingo|domingos",
        "scales": "2=cien|ciento 3=mil 6=millón|millones 12=billón|billones",
        "numerals": "0=cero 1=uno|primer|primero|primera|solo|sola 2=dos|ambos|ambas|segundo|segunda "
        "3=tres|tercer|tercero|tercera 4=cuatro|cuarto|cuarta 5=cinco|quinto|quinta 6=seis|sexto|sexta "
        "7=siete|séptimo 8=ocho|octavo 9=nueve|noveno 10=diez|décimo|década 11=once 12=doce|docena 13=trece "
        "14=catorce 15=quince 16=dieciséis 17=diecisiete 18=dieciocho 19=diecinueve 20=veinte 30=treinta "
        "40=cuarenta 50=cincuenta|mitad|medio|media 60=sesenta 70=setenta 80=ochenta 90=noventa "
        "100=cientos|centenares 1000=miles|millares",
        "hours": "h horas hrs",
        "morning": "am mañana",
        "afternoon": "pm tarde noche",
        "twelve": "720=mediodía 0=medianoche",
    },
}  # fmt: skip
