"""Tell whether a statement has a finite verb.

No parser is at hand, so closed classes, word endings and neighbours decide. In doubt there is one: a fragment that goes
unseen costs less than a good sentence that is marked.
"""

import re
from collections.abc import Callable

from nodes.quality.verb_lists import (
    AUXILIARIES,
    DETERMINERS,
    ENGLISH_BASES,
    ENGLISH_PASTS,
    ENGLISH_THIRD,
    FRENCH_BEFORE_NOUNS,
    FRENCH_NO_VERBS,
    FRENCH_NOUNS_TOO,
    FRENCH_VERBS,
    GERMAN_NO_VERBS,
    GERMAN_STRONG,
    ITALIAN_NO_VERBS,
    ITALIAN_VERBS,
    PRONOUNS,
    SPANISH_NO_VERBS,
    SPANISH_VERBS,
)

LANGUAGES = frozenset(AUXILIARIES)
"""The languages that verbs are known of."""
_TOKEN = re.compile(r"\{\{\w+\}\}|[^\W_]+(?:['-][^\W_]+)*|[,;:%]")
_ELIDED = re.compile(r"\b([cdjlmnst]|qu)'", re.IGNORECASE)
_ITALIAN_ELIDED = re.compile(r"\b(\w+)'(?=\w)")
# What a relative clause says is no verb of the sentence. Where it ends is known only between commas, and a German one
# looks like any other clause: those are left in.
_RELATIVE = {
    "en": re.compile(r", (?:which|who|whose)\b[^,]*(?:,|$)"),
    "fr": re.compile(r", (?:qui|que|dont|où)\b[^,]*(?:,|$)"),
    "es": re.compile(r", (?:que|quien|quienes|cuyo|cuya)\b[^,]*(?:,|$)"),
    "it": re.compile(r", (?:che|cui|il cui|la cui)\b[^,]*(?:,|$)"),
}
_GERMAN_YOU = ("Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer")
_SOMETIMES = ("often", "usually", "rarely", "seldom", "sometimes", "always", "never", "hardly", "still", "soon")
_FIRST = (
    *("for", "in", "at", "by", "with", "from", "on", "after", "before", "within"),
    *("maybe", "perhaps", "today", "now", "then", "here", "still", "instead", "usually", "often"),
)
"""What may open a sentence before its subject: `For each school we …`, `Maybe you …`."""
_TILE = re.compile(r"\W*(?:[$€£]\s?)?\d")


def has_finite_verb(sentence: str, language: str) -> bool:
    """Return whether a sentence in one of `LANGUAGES` has a finite verb outside its relative clauses."""
    plain = sentence.strip().replace("’", "'")
    if language in _RELATIVE:
        plain = _RELATIVE[language].sub(" , ", plain)
    if language == "fr":
        plain = _ELIDED.sub(r"\1' ", plain)
    if language == "it":
        plain = _ITALIAN_ELIDED.sub(r"\1 ", plain)
    tokens = _TOKEN.findall(plain)
    if language == "fr" and any(token.lower() in ("ne", "n") for token in tokens):
        return True
    if any(token.lower() in AUXILIARIES[language] for token in tokens) or _has_subject(tokens, language):
        return True
    is_verb = _IS_VERB[language]
    return any(is_verb(tokens, at) for at in range(len(tokens)))


def _has_subject(tokens: list[str], language: str) -> bool:
    """Return whether a pronoun opens a clause, with more words to follow."""
    pronouns = PRONOUNS[language]
    opens = (at for at, token in enumerate(tokens[:-2]) if token.lower() in pronouns and _opens(tokens, at))
    return any(tokens[at + 1].isalpha() for at in opens)


def _opens(tokens: list[str], at: int) -> bool:
    before = tokens[at - 1].lower() if at else ","
    return before in (
        *",;:",
        "and",
        "but",
        "und",
        "et",
        "mais",
        "y",
        "pero",
        "e",
        "ma",
        "if",
        "when",
        "wenn",
        "falls",
        "si",
        "se",
    )


def _near(tokens: list[str], at: int) -> tuple[str, str, str]:
    """Return a token between its neighbours, in lower case; nothing beyond the sentence's ends."""
    padded = ["", *(token.lower() for token in tokens), ""]
    return padded[at], padded[at + 1], padded[at + 2]


def _is_english_verb(tokens: list[str], at: int) -> bool:
    """Return whether an English word is a verb by its form and by what stands beside it."""
    before, word, after = _near(tokens, at)
    if at == 0:
        return word in ENGLISH_BASES or word == "please"
    if word in ("we", "you", "they") and tokens[0].lower() in _FIRST and after.isalpha():
        return True
    of_what_follows = after in DETERMINERS["en"]
    if word in ENGLISH_THIRD and before not in DETERMINERS["en"] and not before.isdigit():
        return True
    if word in ENGLISH_PASTS or (before in _SOMETIMES and (word.endswith("s") or word in ENGLISH_BASES)):
        return True
    if word in ENGLISH_BASES and (_is_plural(before) or before in (*PRONOUNS["en"], "and", ",")):
        return True
    named = any(token[0].isupper() for token in (tokens[at - 1], *tokens[at + 1 : at + 2]))
    if word in ENGLISH_BASES and before != "to" and (of_what_follows or named):
        return before not in DETERMINERS["en"]
    if word.endswith("ed"):
        return of_what_follows or (bool(after) and not _TILE.match(tokens[0]))
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and of_what_follows


def _is_plural(word: str) -> bool:
    return word in ("people", "men", "women", "not") or (word.endswith("s") and not word.endswith("ss"))


def _is_german_verb(tokens: list[str], at: int) -> bool:
    """Return whether a small German word ends like a verb and stands before no noun that it could describe."""
    word, before = tokens[at].lower(), tokens[at - 1] if at else ""
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    if tokens[at] != word and at:
        return False
    if word in GERMAN_STRONG:
        return True
    if word in GERMAN_NO_VERBS or len(word) < 3 or (word.startswith("ge") and word.endswith("t")):
        return False
    if word.endswith("t"):
        return not word.endswith(("iert", "cht")) or bool(following)
    describes = following[:1].isupper() and following not in _GERMAN_YOU and not (at > 1 and before[:1].isupper())
    return word.endswith(("en", "ern", "eln", "te")) and not (describes or following[:1].isdigit())


def _is_french_verb(tokens: list[str], at: int) -> bool:
    """Return whether a French word is a known verb, ends like a plural or a `nous` form, or has an object beside it."""
    before, word, after = _near(tokens, at)
    if word in FRENCH_VERBS:
        is_noun = word in FRENCH_NOUNS_TOO and before in FRENCH_BEFORE_NOUNS
        return (
            not is_noun and before not in DETERMINERS["fr"] and before not in ("de", "d", "par", "en", "sans", "pour")
        )
    if word.endswith("ent") and not word.endswith("ment") and word not in FRENCH_NO_VERBS:
        return bool(before) and before not in DETERMINERS["fr"]
    if word.endswith(("issent", "aient", "erons", "eront", "era", "ait")):
        return True
    ends = word.endswith("e") and not word.endswith("ée")
    return bool(before) and ends and after in DETERMINERS["fr"] and before not in DETERMINERS["fr"]


def _is_spanish_verb(tokens: list[str], at: int) -> bool:
    """Return whether a Spanish word is a known verb, ends like one, or has an object beside it."""
    before, word, after = _near(tokens, at)
    if word in SPANISH_VERBS:
        return before not in DETERMINERS["es"] and not (word == "para" and at)
    if re.search(r"(?:[aei]mos|aron|ieron|\w[aeid]rán?|\waban?)$", word) or re.search(r"\w{2}[óé]$", word):
        return True
    if word in SPANISH_NO_VERBS:
        return False
    if re.search(r"\w{2}[ae]n$", word):
        return before not in DETERMINERS["es"]
    ends = bool(before) and word.endswith(("a", "e")) and before not in (*DETERMINERS["es"], "de")
    return ends and after in DETERMINERS["es"] and not (after == "al" or word in ("que", "entre", "desde", "sobre"))


def _is_italian_verb(tokens: list[str], at: int) -> bool:
    """Return whether an Italian word is a known verb, ends like one, or has an object beside it."""
    before, word, after = _near(tokens, at)
    if at == 0 and word in ("lavoro", "scrivo", "seguo"):
        return True
    if word in ITALIAN_VERBS:
        return before not in (*DETERMINERS["it"], "di", "in", "da")
    if word in ITALIAN_NO_VERBS or len(word) < 4:
        return False
    if re.search(r"(?:iamo|[aei]rono|[aei]vano|\w{3}ava|rà|ranno|rebbe|rebbero)$", word) or re.search(r"\w{2}ò$", word):
        return True
    if re.search(r"\w{2}[ao]no$", word):
        return before not in DETERMINERS["it"]
    ends = bool(before) and word.endswith(("a", "e")) and before not in (*DETERMINERS["it"], "di", "in", "per", "con")
    return (
        ends
        and after in (*DETERMINERS["it"], "anche", "sempre", "subito", "non", "quando")
        and word not in ("come", "anche", "oltre", "dove", "fuori", "senza", "contro")
    )


_IS_VERB: dict[str, Callable[[list[str], int], bool]] = {
    "en": _is_english_verb,
    "de": _is_german_verb,
    "fr": _is_french_verb,
    "es": _is_spanish_verb,
    "it": _is_italian_verb,
}
