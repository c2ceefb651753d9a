"""Whether the opening of an email speaks of something that it has not named: `we send it`, `a few on purpose`."""

import re

from nodes.quality.verb_lists import DETERMINERS, ENGLISH_BASES, ENGLISH_PASTS, ENGLISH_THIRD

# Who speaks, or that somebody asks: nothing that a pronoun could mean.
_HEAD = re.compile(
    r"(?:at|here at|bei|chez|en|presso|da) (?:[^,:]{2,60}[,:] |(?-i:(?:[A-ZÀ-Ý][\w&.-]* )+))"
    r"|(?:if (?:you ask|the (?:question|worry|point) is)|(?:wenn|falls) (?:sie fragen|die frage ist)"
    r"|si (?:vous vous demandez|la question est|se pregunta|la pregunta es)|se (?:si chiede|la domanda è))\b[^:]*: ",
    re.IGNORECASE,
)
_OBJECT = {
    "en": re.compile(r"\b(?P<verb>\w+) (?:it|them)\b(?! (?:is|was|are|were|will|can|takes?|costs?)\b)", re.IGNORECASE),
    "de": re.compile(r"\bwir (?:haben )?(?:es|ihn)\b(?! gibt)", re.IGNORECASE),
    "fr": re.compile(r"\b(?:nous|on|je) (?:l'|les |la |le )(?:avons|ai|a)\b", re.IGNORECASE),
    "es": re.compile(r"\b(?:los?|las?) (?:hemos|he|han|ha)\b", re.IGNORECASE),
    "it": re.compile(r"\b(?:l'|l[oaie] )(?:abbiamo|ho|hanno)\b", re.IGNORECASE),
}
_HOW_MANY = re.compile(
    r"\b(?:a few|several|all (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+))"
    r"(?= (?:on|in|at|to|and|or|for|with|by|after|before|were|are|had|have)\b|[,.;]|$)",
    re.IGNORECASE,
)
_TAKES_OBJECT = (ENGLISH_BASES | ENGLISH_THIRD | ENGLISH_PASTS) - frozenset(
    ("make", "makes", "made", "find", "finds", "found", "take", "takes", "took", "call", "calls")
)
_PLURAL = re.compile(r"[a-z]{3,}(?<!s)(?<!u)s")
_FREE = re.compile(r"\bfree of charge\b|\bat no cost\b", re.IGNORECASE)


def speaks_of_nothing(sentence: str, language: str) -> bool:
    """Return whether an opening statement has an object pronoun or a bare number of things, and no noun before it."""
    plain = _FREE.sub(" ", _HEAD.sub("", sentence.replace("’", "'"), count=1))
    found = [match for pattern in _patterns(language) for match in pattern.finditer(plain) if _counts(match)]
    return any(not _names_something(plain[: match.start()], language) for match in found)


def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    return (_OBJECT[language], _HOW_MANY) if language == "en" else (_OBJECT[language],)


def _counts(match: re.Match[str]) -> bool:
    """Return whether an English pronoun is the object of a known verb; other patterns say so themselves."""
    verb = match.groupdict().get("verb")
    return verb is None or verb.lower() in _TAKES_OBJECT


def _names_something(text: str, language: str) -> bool:
    """Return whether a text holds a noun, as far as its article, plural, capital letter or figure shows it."""
    said = re.findall(r"\{\{\w+\}\}|\w+", text)
    articles = DETERMINERS.get(language, frozenset())
    if any(word.lower() in articles for word in said[:-1]) or any(word[0] in "{0123456789" for word in said):
        return True
    if any(word[0].isupper() for word in said[1:]):
        return True
    return language == "en" and any(_PLURAL.fullmatch(word) for word in said)
