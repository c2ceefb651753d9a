"""Whether a subject line says more than a name: the seller's, an offer's, an audience's."""

import re

from core.grounding.quantities import quantities
from core.grounding.support import number_stems
from core.grounding.wording import STOP_WORDS, content_words, fold, stem
from core.sentences import words
from nodes.quality.criterion import Criterion, Look, failed, half, passed
from nodes.quality.drafts import LineDraft

_TAG = re.compile(r"\{\{.*?\}\}")
# What only announces that a text is about something.
_FRAME = re.compile(
    r"\b(?:in (?:short|brief|a nutshell)|at a glance)$|^(?:a|one) (?:\w+ )?(?:note|word|line) (?:about|on|from)\b"
    r"|^(?:a few (?:words|lines) (?:about|on)|introducing|about) "
    r"|\b(?:kurz (?:gesagt|gefasst|vorgestellt)|in kürze|auf einen blick)$"
    r"|^(?:eine (?:kurze )?notiz|ein paar (?:worte|zeilen)) (?:zu|über)\b"
    r"|\ben (?:bref|deux mots|quelques mots|résumé)$|^(?:un mot|une note|quelques (?:mots|lignes)) (?:sur|à propos)\b"
    r"|\ben (?:breve|resumen|pocas palabras|dos palabras)$|^(?:unas (?:líneas|palabras)|una nota) (?:sobre|acerca)\b"
    r"|\bin (?:sintesi|poche parole|due parole)$|\bin breve$|^(?:due|poche|alcune) righe (?:su|di)\b",
    re.IGNORECASE,
)


def _more_than_a_name(draft: LineDraft) -> Look:
    """Look for a line that only names the seller, an offer or an audience, or says that it is about one."""
    text = _TAG.sub(" ", draft.text).strip(" :,-–—")
    if _FRAME.search(text):
        return failed(f"“{draft.text}” only announces; say what it is about for the reader")
    bare = fold(text)
    company = draft.grounds.company
    if bare in {fold(name) for name in (company.name, *company.offers, *company.audience)}:
        return failed(f"“{draft.text}” is only a name; say what it is about for the reader")
    return _beside_the_seller(draft) or _beside_an_offer(draft) or passed("more than a name")


def _beside_the_seller(draft: LineDraft) -> Look | None:
    """Look at what stands beside the seller's name, or a part of it."""
    name, said = _matter(draft.grounds.company.name, draft) - _trade(draft), _matter(draft.text, draft)
    if not name or not said & name:
        return None
    left = said - name - number_stems(draft.grounds.language)
    if _figure_of_the_trade(draft, name):
        return None
    if not left or (_first_of(draft) and left <= draft.grounds.what_is_sold):
        return failed(f"“{draft.text}” is only the seller's name; say what it is about for the reader")
    return None


def _trade(draft: LineDraft) -> set[str]:
    """Return the stems of what is sold, as it is said beside the seller's name: a name may hold its trade."""
    company = draft.grounds.company
    name = company.name.split()
    beside = company.sells
    for count in range(len(name), 0, -1):
        beside = beside.replace(" ".join(name[:count]), " ")
    return {stem(word, draft.grounds.language) for word in content_words(beside, company.language)}


def _figure_of_the_trade(draft: LineDraft, name: set[str]) -> bool:
    """Return whether a line measures something, and writes its words of the name small: `20 hours of laundry`."""
    language = draft.grounds.language
    shared = (word for word in words(draft.text) if stem(word, language) in name)
    return any(one.unit for one in quantities(draft.text, language)) and all(word.islower() for word in shared)


def _first_of(draft: LineDraft) -> bool:
    """Return whether the seller's name stands in a line by its first word, not only by a word of its trade."""
    first = next(iter(words(draft.grounds.company.name)), "")
    return fold(first) in {fold(word) for word in words(draft.text)}


def _beside_an_offer(draft: LineDraft) -> Look | None:
    """Look for a line that is an offer's name and the recipient's company."""
    if "{{company}}" not in draft.text:
        return None
    said = _matter(draft.text, draft)
    if said and any(said == _matter(offer, draft) for offer in draft.grounds.company.offers):
        return half(f"“{draft.text}” names an offer beside the reader's company; say what changes there")
    return None


def _matter(text: str, draft: LineDraft) -> set[str]:
    """Return the stems of a text's words of matter, in the language of the emails; stop words only if nothing else."""
    language = draft.grounds.language
    found = {stem(word, language) for word in content_words(_TAG.sub(" ", text), language)}
    return found or {fold(word) for word in words(_TAG.sub(" ", text))} - STOP_WORDS.get(language, frozenset())


SUBJECT = (
    Criterion("more_than_a_name", "major", "A subject names the reader's matter, not the seller", _more_than_a_name),
)
