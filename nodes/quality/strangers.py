"""Words with a capital that no dictionary and no page of the seller's knows: somebody else's name.

Within most sentences the capital itself gives a name away; at the start, and in German, only rarity tells.
"""

from core.grounding.grounds import Grounds
from core.grounding.wording import fold, stem
from core.placeholders import PLACEHOLDER
from core.sentences import sentences, words
from nodes.quality.criterion import Criterion, Look, failed, passed
from nodes.quality.drafts import EmailDraft, LineDraft
from nodes.quality.overlap import LANGUAGES, frequency

_SHORTEST = 4
_KNOWN_PART = 2.0
"""Zipf frequency from which the end of a German word makes it a compound of known words."""


def _strangers(text: str, grounds: Grounds) -> Look | None:
    """Look for a word with a capital that its language, the site and the request do not know."""
    if grounds.language not in LANGUAGES:
        return None
    for sentence in sentences(PLACEHOLDER.sub(" ", text)):
        said = words(sentence)
        for word in said if grounds.language == "de" else said[:1]:  # German writes every noun with a capital
            name = word.replace("’", "'").removesuffix("'s").split("'")[-1]
            if name[:1].isupper() and name.isalpha() and len(name) >= _SHORTEST and _is_strange(name, grounds):
                return failed(f"“{name}” is nobody's name on the site; write the seller's own or take it out")
    return passed("no strange names")


def _is_strange(word: str, grounds: Grounds) -> bool:
    """Return whether a word is in no list of its language, and neither it nor its stem on the site."""
    language = grounds.language
    if fold(word) in grounds.all_words or stem(word, language) in grounds.own_stems or frequency(word, language):
        return False
    ends = (word[at:] for at in range(2, len(word) - _SHORTEST)) if language == "de" else ()
    return not any(max(frequency(end, language), frequency(end[:-1], language)) >= _KNOWN_PART for end in ends)


def _of_email(draft: EmailDraft) -> Look | None:
    return _strangers(draft.letter.prose, draft.grounds)


def _of_line(draft: LineDraft) -> Look | None:
    return _strangers(draft.text, draft.grounds)


_SOURCE = "Every name has a page; wordfreq knows the words of a language"
BOTH = (Criterion("no_strangers", "major", _SOURCE, _of_email),)
SUBJECT = (Criterion("no_strangers", "major", _SOURCE, _of_line),)
