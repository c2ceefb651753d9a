"""Cut a sentence that is too long at a place where what stands before it is whole."""

import re

from core.llm.offline.doubts import LONGEST
from core.llm.offline.language import Language
from core.sentences import words

_JOINTS = re.compile(
    r"\s*;\s|, (?:and|which|so that|so|because|while|und|was|wobei|sodass|seit|weil|damit|et|ce qui|car|tandis que"
    r"|y|lo que|ya que|porque|mientras|e|il che|perché|puis) | y (?=(?:le|les|se|lo) )| et (?=(?:vous|leur) )"
    r"|, (?=(?:en|au|aux|in|dans|im|nel|across|throughout) [A-ZÉÄÖÜ])"
)
_CLOSED = re.compile(r" (?:and|or|und|oder|sowie|et|ou|y|o|e) ")
"""What stands before the last part of a list: behind that part a list is closed."""
_SUBORDINATE = re.compile(
    r"(?:If|When|While|Because|Before|After|Wenn|Falls|Weil|Bevor|Nachdem|Si|Quand|Lorsque|Avant|Après|Cuando|Antes"
    r"|Después|Se|Quando|Wer|Sobald)\b"
)
"""Beginnings whose main clause comes after the first comma."""
PLACES = re.compile(
    r" (?:in|across|throughout|between|en|dans|au|aux|entre|zwischen|im|a|nel|in ganz|in der) "
    r"(?:(?:the|la|le|les|los|las|und|and|et|y|e|en|in|dans|der|ganz|de|au|aux|[A-ZÄÖÜÉ][\w.’'-]*,?) ?)+$"
)
_SHORTEST = 6
"""Words that a whole sentence keeps at least."""


def clipped(sentence: str, language: Language, longest: int = LONGEST, *, own: bool = False) -> str:
    """Return the sentence, or its longest whole beginning of at most so many words; figures are never cut off.

    `own`: the seller is the subject of the sentence, so that its verb stands near its beginning.
    """
    if len(words(sentence)) <= longest:
        return sentence
    places = PLACES.search(sentence.rstrip("."))
    shorter = [sentence[: places.start()]] if places else []
    shorter += [sentence[: match.start()] for match in reversed(list(_JOINTS.finditer(sentence)))]
    if longest == LONGEST and not _SUBORDINATE.match(sentence):
        ends = [match.start() for match in re.finditer(", ", sentence)]
        shorter += [sentence[:end] for end in reversed(ends) if _CLOSED.search(sentence[:end].rpartition(", ")[2])]
        shorter += [sentence.partition(", ")[0]]
    return next(
        (f"{joined}." for head in shorter if (joined := _joined(head, sentence, language, longest, own))), sentence
    )


_AND = {"en": " and ", "de": " und ", "fr": " et ", "es": " y ", "it": " e "}


def _joined(head: str, sentence: str, language: Language, longest: int, own: bool) -> str:
    """Return a beginning that stands; the last two parts of a list that was cut are joined anew."""
    if not _stands(head, sentence, language, longest, own):
        return ""
    before, comma, last = head.rpartition(", ")
    if not comma or not re.match(r", (?:and|und|et|y|e|puis) ", sentence[len(head) :]):
        return head
    if not language.grammar.is_sentence(last, True):
        return ""
    whole = language.grammar.is_sentence(before, True)
    return f"{before}{_AND.get(language.code, ', ')}{last}" if whole else head


def _stands(head: str, sentence: str, language: Language, longest: int, own: bool) -> bool:
    """Tell whether a beginning is a sentence of its own and keeps the first figure of the whole."""
    length = len(words(head))
    told = bool(re.search(r"\d", head)) or not re.search(r"\d", sentence)
    balanced = head.count("(") == head.count(")") and not re.search(r"\b(?:between|zwischen|entre)\b[^,]*$", head)
    whole = own or language.grammar.is_sentence(head, True)
    return _SHORTEST <= length <= longest and told and balanced and whole
