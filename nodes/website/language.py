"""Tell which language a page speaks, and whether a sentence speaks another."""

import re
from functools import lru_cache
from typing import Any

# A classifier's answer on fewer words is noise (measured: Afrikaans, Welsh, Yoruba on empty pages).
MIN_WORDS = 20
_SAMPLE_CHARACTERS = 4_000
# Common enough that most sentences of six words hold one, and in one of these languages only.
_TELLING = {
    "en": [
        "the", "and", "of", "with", "for", "that", "are", "you", "your", "our", "we", "they", "from", "when",
        "what", "how", "this", "which", "their", "has", "have", "been", "on", "by", "at", "or", "it", "is",
        "not", "every", "each", "who"
    ],
    "de": [
        "und", "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einer", "mit", "von",
        "für", "auf", "ist", "sind", "wird", "werden", "nicht", "auch", "sich", "wir", "sie", "ihre", "ihr",
        "uns", "bei", "zum", "zur", "oder", "wenn", "dass", "aus", "nach", "über"
    ],
    "fr": [
        "le", "la", "les", "de", "en", "au", "du", "des", "une", "est", "sont", "et", "pour", "dans", "avec",
        "sur", "nous", "vous", "votre", "vos", "nos", "notre", "qui", "que", "par", "ne", "pas", "aux", "ou",
        "plus", "ce", "cette", "ces", "chez", "sans", "sous"
    ],
    "es": [
        "el", "la", "los", "las", "de", "en", "del", "una", "es", "son", "y", "para", "con", "por", "que",
        "en", "su", "sus", "nos", "tu", "tus", "se", "lo", "al", "más", "cada", "cuando", "sin", "como",
        "desde", "hasta", "nuestro", "nuestra"
    ],
    "it": [
        "il", "lo", "la", "le", "gli", "della", "delle", "degli", "del", "di", "che", "è", "sono", "con",
        "non", "nel", "nella", "nei", "nelle", "dei", "ai", "al", "alle", "dal", "dalla", "alla", "una",
        "ogni", "anche", "più", "nostro", "nostra", "nostri", "nostre", "suo", "sua", "suoi", "sue",
        "senza", "quando", "entro", "chi", "ci"
    ],
    "nl": [
        "het", "een", "van", "voor", "met", "zijn", "wij", "onze", "uw", "niet", "ook", "bij", "naar",
        "wordt", "worden", "deze"
    ],
    "pt": [
        "os", "da", "das", "dos", "uma", "é", "são", "para", "com", "por", "que", "em", "seu", "sua", "não",
        "mais", "nosso", "nossa", "você"
    ],
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


def language_of(declared: str, text: str) -> str:
    """Return the language of a page as ISO 639-1 code.

    What the page declares counts unless the text clearly speaks another: many a template says `en` on every page.
    """
    said = declared.strip().lower().replace("_", "-").partition("-")[0]
    said = said if len(said) == 2 and said.isalpha() else ""
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE_CHARACTERS])]
    if len(words) < MIN_WORDS:
        return said or _guess(words)
    counted = _counts(words)
    best = max(counted, key=lambda language: counted[language])
    total = sum(counted.values())
    if said in counted and counted[said] >= 0.3 * max(total, 1):
        return said
    if total >= 0.15 * len(words) and counted[best] >= 0.45 * total:
        return best
    if total >= 0.15 * len(words):
        first = _counts(words[:40])  # two languages take turns: the first one leads
        return max(first, key=lambda language: first[language])
    return _classified(text) or said or "en"


def _guess(words: list[str]) -> str:
    """Return the language that a few words hint at, English when they hint at none or at two alike."""
    counted = _counts(words)
    best = max(counted.values())
    hinted = [language for language, count in counted.items() if count == best]
    return hinted[0] if best and len(hinted) == 1 else "en"


def speaks(language: str, sentence: str) -> bool:
    """Tell whether a sentence may be in this language: false only if it clearly speaks another."""
    words = [word.lower() for word in _WORD.findall(sentence)]
    if language not in _TELLING or len(words) < 4:
        return True
    counted = _counts(words)
    best = max(counted, key=lambda other: counted[other])
    return best == language or counted[best] < 2 or counted[best] <= counted[language]


def _counts(words: list[str]) -> dict[str, int]:
    return {language: sum(word in telling for word in words) for language, telling in _telling().items()}


@lru_cache
def _telling() -> dict[str, frozenset[str]]:
    return {language: frozenset(words) for language, words in _TELLING.items()}


@lru_cache
def _classifier() -> Any:
    """Return the classifier, loaded on first use: it takes more than half a second."""
    from py3langid import classify

    return classify


def _classified(text: str) -> str:
    return str(_classifier()(text[:_SAMPLE_CHARACTERS])[0])
