"""Notice a sentence that says the opposite of its fact: a denial more, or a denial less."""

from core.company import Fact
from core.denials import denials, denied, denying_words
from core.grounding.grounds import words_of
from core.grounding.statements import main_clause
from core.grounding.wording import content_stems, stem
from core.sentences import is_question

_REACH = 2
"""Words of matter behind a denial that it is taken to deny: `no new gateways`, `without drilling holes`."""


def opposite(sentence: str, facts: tuple[Fact, ...], language: str) -> str:
    """Return what a sentence turns round, in words, or nothing; only statements in the facts' own language are read.

    It reads words, no meaning: a denial in the sentence needs one in the facts, or a word that may come to the same;
    and where a fact denies something, a sentence that names it must deny as well.
    """
    if is_question(sentence):
        return ""
    said = main_clause(sentence, language)
    told = " ".join(words_of(fact) for fact in facts)
    if denials(said, language) and not denying_words(told, language):
        return "it denies what the site does not deny"
    named = set(content_stems(said, language))
    denying = {stem(word, language) for word in denying_words(said, language)}
    for fact in facts:
        for stretch in denied(fact.text, language):
            stems = content_stems(stretch, language)[:_REACH]
            if stems and named.issuperset(stems) and denying <= set(stems):
                return f"the site says the opposite: {stretch.strip()}"
    return ""
