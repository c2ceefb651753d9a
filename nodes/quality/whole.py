"""Whether the sentences of an email are sentences: a finite verb in each, and nothing that points at what was cut."""

import re

from core.sentences import is_question, words
from nodes.quality.antecedents import speaks_of_nothing
from nodes.quality.criterion import Criterion, Look, failed, half, passed
from nodes.quality.drafts import EmailDraft
from nodes.quality.verbs import LANGUAGES, has_finite_verb

# What a writer says for politeness, and nobody misses a verb in.
_COURTESY = (
    *("thank", "happy to", "glad to", "sorry", "no need", "no pressure", "either way", "all the best"),
    *("danke", "vielen dank", "besten dank", "herzlichen dank", "merci", "gracias", "grazie"),
)
# A sentence of several clauses may carry its own antecedent.
_CLAUSES = re.compile(
    r"[,;:–—]|\b(?:if|when|wenn|falls|weil|dass|si|quand|cuando|se|quando)\b|\b(?:and|but|und|aber|et|mais|y|pero|e|"
    r"ma) "
    r"(?:nobody|no one|everybody|it|they|you|the|niemand|keiner|man|alle|es|personne|on|nadie|todos|nessuno|tutti)\b",
    re.IGNORECASE,
)
_SUBJECT = {
    "en": re.compile(
        r"(?:(?:this|that)(?:'s| is| isn't| was| means| costs| adds| happens| makes| takes| saves| leaves| works| can"
        r"| could| would| will| may| might| must| has| had)|(?:these|those) (?:are|were|have|can|will)"
        r"|(?:they|he|she) \w)",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"(?:das|dies) (?:ist|war|kostet|heißt|bedeutet|spart|macht|führt|geht|kann|muss|wird|hat|bringt)\b"
        r"|(?:dazu|davon|dadurch|dafür|deshalb|deswegen|daher) \w",
        re.IGNORECASE,
    ),
    "fr": re.compile(r"(?:cela|ça|ils|elles) \w|c'est pourquoi\b", re.IGNORECASE),
    "es": re.compile(r"(?:por )?(?:eso|esto|ello) \w", re.IGNORECASE),
    "it": re.compile(
        r"(?:questo|ciò) (?:è|costa|significa|vale|fa|può|deve|porta|evita)\b|per (?:questo|ciò) \w|(?:essi|esse|"
        r"loro) \w",
        re.IGNORECASE,
    ),
}
_LAST = {
    "en": re.compile(r"\b(?:that|this|these|those)\W*$", re.IGNORECASE),
    "de": re.compile(r"\b(?:dazu|davon|dafür|daran|darauf|darin|dagegen)\W*$", re.IGNORECASE),
    "fr": re.compile(r"\b(?:cela|ça|celui-ci|celle-ci)\W*$", re.IGNORECASE),
    "es": re.compile(r"\b(?:eso|esto|ello)\W*$", re.IGNORECASE),
    "it": re.compile(r"\b(?:questo|ciò|quello)\W*$", re.IGNORECASE),
}


def _whole(draft: EmailDraft) -> Look | None:
    """Look for a statement without a finite verb: a tile or a list item that was set as a sentence."""
    language = draft.grounds.language
    if language not in LANGUAGES:
        return None
    for sentence in draft.sentences:
        if _states(sentence) and not has_finite_verb(sentence, language):
            advice = f"“{sentence}” has no verb; say who does or gets what"
            return half(advice) if _is_parallel(sentence) else failed(advice)
    return passed("whole sentences")


def _states(sentence: str) -> bool:
    """Return whether a sentence is a statement of its own; after a colon a phrase may stand."""
    said = words(sentence)
    courteous = any(sentence.lower().startswith(form) for form in _COURTESY)
    return not (is_question(sentence) or ":" in sentence or courteous) and len(said) > 1


def _is_parallel(sentence: str) -> bool:
    """Return whether a sentence sets pieces side by side on purpose: `No drilling, no shutdown.`"""
    heads = {words(piece)[0].lower() for piece in re.split(r"[,;]| (?:and|und|et|y|e) ", sentence) if words(piece)}
    return len(heads) == 1 and bool(re.search(r"[,;]", sentence))


def _leans(draft: EmailDraft) -> Look | None:
    """Look at the first sentence for a word that means one before it: there is none."""
    language = draft.grounds.language
    if language not in LANGUAGES or not draft.sentences:
        return None
    first = draft.sentences[0]
    if is_question(first) or not (
        _points_back(first.replace("’", "'"), language) or speaks_of_nothing(first, language)
    ):
        return passed("stands on its own")
    return half(f"“{first}” points at something that the email does not say; name it")


def _points_back(sentence: str, language: str) -> bool:
    """Return whether a sentence opens on a pronoun as its subject, or is one clause that ends on one."""
    ends = not _CLAUSES.search(sentence) and _LAST[language].search(sentence)
    return bool(ends or _SUBJECT[language].match(sentence))


BOTH = (
    Criterion("whole_sentences", "major", "Writing craft: a tile of the site is no sentence of a letter", _whole),
    Criterion("leans_on_nothing", "major", "Writing craft: who did not read the site must understand it", _leans),
)
