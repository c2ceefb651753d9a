"""Recognise questions and their answers: most answers say nothing without what was asked."""

import re
from collections.abc import Sequence

from nodes.website.cue import Cue
from nodes.website.cues.table import Cues
from nodes.website.passages import Passage
from nodes.website.signs import MONEY

_ANSWER = Cue(r"(?:yes|no|nope|ja|nein|oui|non|sí)\s?[:,.]\s+")
_QUESTION = re.compile(r"(?P<question>[^.!?]{8,120}?\?)\s+(?=\S)")
# Long enough to mean something.
_TELLING_WORD = re.compile(r"[^\W\d_]{6,}")
_NO = Cue(r"(?:no|nope|nein|non)\s?[:,.]\s")
_DO_YOU = Cue(r"\b(?:do|can|are|have|will) you\b|\b\w+[- ]vous\b|\b\w+en sie\b|^¿?\w+(?:en|an|éis|áis)\b")
# A price of so many words says what it is the price of.
_MIN_PRICE_WORDS = 7
# `We do, free of charge, within five days.`
_SHORT_ANSWER = Cue(r"(?:(?:we|us|wir|nous|nosotros|noi)\s?[,.]|we do\b)")
# A promise of so many words says what it is about, if its subject is a noun.
_MIN_PROMISE_WORDS = 8
_SUBJECT = Cue(
    r"(?:the|every|each|der|die|das|jede[rs]?|le|la|les|l’|chaque|el|los|las|cada|il|lo|gli|ogni)\s?(?=\w{4})"
)


def asked_in(text: str) -> str:
    """Return the question that a paragraph begins with, if it goes on after it."""
    asked = _QUESTION.match(text)
    return asked[0] if asked else ""


def answers_alone(sentence: str, question: str, names: Sequence[str], cues: Cues) -> bool:
    """Tell whether an answer says what it speaks of: it names the company, or takes up a word of the question."""
    if _SHORT_ANSWER.match(sentence):
        return False
    lowered = sentence.lower()
    if cues.we.search(sentence) or any(name in lowered for name in names):
        return True
    if _SUBJECT.match(sentence) and len(sentence.split()) >= _MIN_PROMISE_WORDS and cues.guarantee.search(sentence):
        return True
    if MONEY.search(sentence) and len(sentence.split()) >= _MIN_PRICE_WORDS:
        return True
    return any(word in lowered for word in _TELLING_WORD.findall(question.lower()))


def is_refusal(passage: Passage) -> bool:
    """Tell whether a passage says no to whether the company does something: `Do you rent? No, …`."""
    asked = _QUESTION.match(passage.text)
    question = asked[0] if asked else passage.heading
    answer = passage.text[asked.end() :] if asked else passage.text
    return question.strip().endswith("?") and bool(_DO_YOU.search(question) and _NO.match(answer))


def without_question(text: str) -> str:
    """Return a paragraph without the question it begins with, and without the yes or no that answers it."""
    asked = _QUESTION.match(text)
    text = text[asked.end() :] if asked else text
    answer = _ANSWER.match(text)
    return text[answer.end() :] if answer else text
