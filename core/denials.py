"""Words that turn a statement into its opposite, and what they deny."""

import re

from core.sentences import is_question, sentences

_HARD = {
    "en": r"(?<!a short )no|not|never|none|nothing|nobody|neither|nor|without|cannot|\w+n't",
    "de": r"nicht|nichts|nie|niemals|niemand|ohne|weder|kein\w*",
    "fr": r"pas|jamais|rien|personne|sans|aucune?|ni",
    "es": r"(?<!un )no|nunca|nada|nadie|sin|ni|ning[uú]n\w*",
    "it": r"(?<!un )non?|mai|niente|nulla|senza|né|nessun\w*",
}
_SOFT = {
    "en": r"instead|rather|avoid\w*|free of|zero|less|fewer|stop\w*|end\w*|saves?|spares?|only|except|unless|before",
    "de": r"statt|anstatt|vermeid\w*|erspar\w*|entfäll\w*|null|weniger|frei von|\w+los\w*|\w+frei\w*|nur|bevor",
    "fr": r"plutôt|au lieu|évit\w*|zéro|moins|épargn\w*|seulement|avant",
    "es": r"en vez|en lugar|evit\w*|cero|menos|ahorr\w*|solo|sólo|antes",
    "it": r"invece|anziché|evit\w*|zero|meno|risparmi\w*|solo|prima",
}
"""Words that may say the same as a denial, so that nothing is concluded where they stand."""


def denials(text: str, language: str) -> int:
    """Return how often the statements of a text deny something; a question may ask either way."""
    told = " ".join(sentence for sentence in sentences(text) if not is_question(sentence))
    return len(_found(_HARD, told, language))


def denying_words(text: str, language: str) -> tuple[str, ...]:
    """Return the words of a text that deny, or may come to the same, in lower case."""
    return tuple(match.group().lower() for table in (_HARD, _SOFT) for match in _found(table, text, language))


def denied(text: str, language: str) -> tuple[str, ...]:
    """Return the stretches of a text that stand behind a denial, each up to the next punctuation mark."""
    return tuple(re.split(r"[,.;:!?–—]", text[match.end() :])[0] for match in _found(_HARD, text, language))


def _found(table: dict[str, str], text: str, language: str) -> list[re.Match[str]]:
    if language not in table:
        return []
    return list(re.finditer(rf"(?<!\w)(?:{table[language]})(?!\w)", text.replace("’", "'"), re.IGNORECASE))
