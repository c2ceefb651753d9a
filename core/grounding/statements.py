"""Tell what a sentence does: state something about the seller, suppose, ask, or offer."""

import re

from core.grounding.commitments import commitments
from core.grounding.grounds import Grounds
from core.grounding.quantities import has_factor, quantities
from core.grounding.wording import content_stems, fold
from core.sentences import is_question, words

_WE = {
    "en": "we we're we've we'd we'll our ours us",
    "de": "wir uns unser unsere unseren unserem unserer unseres",
    "fr": "nous notre nos",
    "es": "nosotros nosotras nuestro nuestra nuestros nuestras nos",
    "it": "noi nostro nostra nostri nostre",
}
WE = {language: frozenset(listed.split()) for language, listed in _WE.items()}
"""How sellers say `we`, per language."""
_SPANISH_WE = re.compile(r"\b(?!vamos|podamos|hablamos|hablemos)\w{2,}(?:amos|emos|imos)\b", re.IGNORECASE)
_ITALIAN_WE = re.compile(
    r"\b(?!richiamo|chiamo|parliamo|sentiamo|vediamo)\w{2,}iamo(?:ci|vi|li|le|lo|la)?\b", re.IGNORECASE
)
_SPOKEN_WE = {"es": _SPANISH_WE, "it": _ITALIAN_WE}
"""Verbs that say `we` by their ending, in languages that drop the pronoun."""
_SUPPOSES = re.compile(
    r"\s*[„“\"«]?(?:if|when|whenever|once|until|suppose|say|wenn|falls|sobald|solange"
    r"|si|quand|lorsque|dès que|tant que|cuando|mientras)\b",
    re.IGNORECASE,
)
_ITALIAN_SUPPOSES = re.compile(r"\s*[„“\"«]?(?:se|quando|qualora|appena|finché|mentre)\b", re.IGNORECASE)
_LEAD = re.compile(r"^[^,:–—]{3,}[,:–—]\s*(?=\S)")
_REFERS_BACK = re.compile(
    r"(?:it|its|they|their|this|that|these|those|both|es|sie|dies|das|diese|damit|dabei"
    r"|elle|il|elles|ils|cela|ça|ce|esto|eso|su|sus|questo|questi|queste|ciò|così)\b",
    re.IGNORECASE,
)
_OFFERS = re.compile(
    r"^(?:(?:happy|glad) to|let me|if useful"
    r"|(?:i|we)(?:'d| would| can| could|'ll| will) (?:be (?:happy|glad) to |gladly |also )?"
    r"(?:send|share|show|walk|explain|put|introduce|forward|point)"
    r"|(?:gern|gerne|ich|wir) (?:\w+ ){0,3}(?:schick|send|zeig|erklär|teil)\w*"
    r"|(?:ich|wir) (?:kann|können|könnten?) .*(?:schicken|senden|zeigen|erklären)"
    r"|(?:je|nous) (?:peux|pouvons|vous|serais|serions) (?:vous )?(?:\w+ )?(?:envo|montr|partag|transm|adress|ravi)\w*"
    r"|(?:puedo|podemos|le|te|les) (?:\w+ )?(?:env[ií]|mostr|compart|mand|enseñ)\w*"
    r"|(?:posso|possiamo|le|vi) (?:\w+ )?(?:invi|mand|mostr|spieg|gir|raccont)\w*)",
    re.IGNORECASE,
)
_OFFER_WORDS = 16
"""An offer is short; what is longer says something besides."""


def supposes(sentence: str, language: str) -> bool:
    """Return whether a sentence opens on a condition or an occasion: `If …`, `When …`."""
    own = language == "it" and _ITALIAN_SUPPOSES.match(sentence)  # Spanish opens statements on `se`
    return bool(own or _SUPPOSES.match(sentence))


# At most seven words without a digit, a colon, then the figure; what the lead promises or names is held as well.
_LEAD_TO_A_FIGURE = re.compile(r"[^\W\d]+(?:[ ’'][^\W\d]+){0,6}\s?:\s(?=(?:[^\W\d]+\s){0,2}\d)")


def main_clause(sentence: str, language: str) -> str:
    """Return a sentence without the condition it opens on, or the words that lead to a figure: `In numbers: 42 …`."""
    if lead := _LEAD_TO_A_FIGURE.match(sentence):
        return sentence[lead.end() :]
    return _LEAD.sub("", sentence, count=1) if supposes(sentence, language) else sentence


def refers_back(sentence: str) -> bool:
    """Return whether a sentence opens on a word that stands for what was named before: `It …`, `They …`."""
    return bool(_REFERS_BACK.match(sentence))


def is_offer(sentence: str) -> bool:
    """Return whether a sentence offers to send, show or explain something."""
    return len(words(sentence)) <= _OFFER_WORDS and bool(_OFFERS.match(sentence.replace("’", "'")))


def about_seller(sentence: str, grounds: Grounds, *, continues: bool = False) -> bool:
    """Return whether a sentence says something of the seller: by name, by `we`, by a figure, a promise, or by going on.

    `continues` says that the sentence before it in the paragraph was about the seller.
    """
    said = main_clause(sentence, grounds.language)
    if _names_seller(said, grounds) or commitments(said) or _figures(said, grounds):
        return True
    states = not is_question(sentence) and not supposes(sentence, grounds.language) and not is_offer(sentence)
    return states and continues and len(content_stems(said, grounds.language)) >= 2


def _names_seller(said: str, grounds: Grounds) -> bool:
    """Return whether `we`, the company or one of its offers is named."""
    spoken = {fold(word) for word in words(said)}
    we = WE.get(grounds.language, frozenset[str]())
    by_ending = _SPOKEN_WE.get(grounds.language)
    if spoken & {fold(word) for word in we} or (by_ending and by_ending.search(said)):
        return True
    return any(f" {name} " in f" {_bare(said)} " for name in _own_names(grounds))


def _own_names(grounds: Grounds) -> set[str]:
    """Return the names of company and offers as they are written, and the company's first word if it is long enough."""
    name = _bare(grounds.company.name)
    first = name.split(" ")[0]
    return {own for own in (name, first if len(first) > 3 else "", *map(_bare, grounds.company.offers)) if own}


def _bare(text: str) -> str:
    """Return the words of a text without possessive endings; capitals stay: `Close` is a name and `close` is not."""
    return " ".join(word.replace("’", "'").removesuffix("'s") for word in words(text))


def _figures(said: str, grounds: Grounds) -> bool:
    """Return whether a statement gives a figure: digits, or a number word with its unit."""
    if is_question(said):
        return False
    if has_factor(said, grounds.language) and set(content_stems(said, grounds.language)) & grounds.what_is_sold:
        return True
    hour = "hour" if grounds.language in ("fr", "es") else ""  # `à deux heures` tells the time
    return any(not one.spelled or one.unit not in ("", hour) for one in quantities(said, grounds.language))
