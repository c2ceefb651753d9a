"""Refuse what cannot stand alone in an email: noise of pages, quotations, boasts, sentences that lean on others."""

import re

from core.llm.offline.language import Language
from core.sentences import words

LONGEST = 25
"""Words of a sentence: Lavender's limit for cold emails, and the rubric's."""

_NOISE = re.compile(
    r"https?:|www\.|@|©|®|™|[|•→»«<>{}\[\]=_#*/\\]|\.\.\.|…|cookie|newsletter|javascript|lorem ipsum|[“”„\"]"
    r"|\b(?:click|klicken|cliquez|subscribe|password|copyright|all rights|Alle Rechte|Datenschutz|privacy|AGB"
    r"|log ?in)\b",
    re.I,
)
_MARKS = re.compile(r"[?!()]|[:,]$")
_SHOUTED = re.compile(r"\b[A-ZÄÖÜ]{4,}\b.*\b[A-ZÄÖÜ]{4,}\b")
_SUBJECTLESS = re.compile(r"\d[\d.,]* ?(?:%|percent|Prozent) (?:were|are|was|is|have|had|has|waren|sind|ist|wurden)\b")
"""`97.8 % were on time`: of what, the sentence before has said."""
_POINTS_BACK = {
    "en": re.compile(
        r"^(?:[\w,'’]+ ){0,3}(?:they|it|he|she)\b|\b(?:of|to|for|with|by|than) (?:them|these|those|it)\b"
        r"|\bthis way\b|\bby then\b|, and (?:it|they|he|she)\b|\b(?:but|so) (?:it|they|he|she)\b"
    ),
    "de": re.compile(r"^(?:[\w,]+ ){0,4}(?:sie|er)\b|\b(?:davon|dafür|darauf|diesen?|diesem|dieser)\b"),
    "fr": re.compile(
        r"^(?:[\wéèêàç,]+ ){0,3}(?:ils|elles|elle|il(?! (?:y a|faut|est|suffit)))\b|\bd['’]entre (?:eux|elles)\b"
        r"|\bcelui-ci\b",
        re.I,
    ),
    "es": re.compile(
        r"^(?:[\wáéíóúñ,]+ ){0,3}(?:ellos|ellas|él|ella)\b|\bde (?:ellos|ellas|estos|estas)\b|\bningun[oa]\b"
    ),
}
"""Pronouns that stand for something named before the sentence."""


def doubtful(text: str, language: Language, *, owned: bool = False) -> bool:
    """Tell whether a text is to be left alone; `owned`: a customer's name stands before a colon of our own."""
    return _is_noise(text, owned) or _leans(text, language) or _speaks_wrongly(text, language)


def _is_noise(text: str, owned: bool) -> bool:
    colon = ": " in text and not (owned and text.count(": ") == 1)
    wrong_length = not 2 <= len(words(text)) <= LONGEST
    return bool(wrong_length or colon or _MARKS.search(text) or _NOISE.search(text) or _SHOUTED.search(text))


def _leans(text: str, language: Language) -> bool:
    back = _POINTS_BACK[language.code].search(text)
    return bool(language.grammar.leaning.match(text) or _SUBJECTLESS.match(text) or back)


def _speaks_wrongly(text: str, language: Language) -> bool:
    """Tell whether somebody is quoted, the site boasts, or it addresses its reader too familiarly."""
    grammar = language.grammar
    familiar = grammar.familiar and grammar.familiar.search(text)
    return bool(grammar.i.search(text) or grammar.hype.search(text) or familiar)
