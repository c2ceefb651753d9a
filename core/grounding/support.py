"""Find the facts that support a sentence about the seller, and say what is missing where none do."""

import re
from collections.abc import Collection, Iterable
from functools import cache
from itertools import combinations
from typing import NamedTuple

from core.company import Fact
from core.grounding.commitments import commitments
from core.grounding.grounds import Grounds, words_of
from core.grounding.names import name_tokens, opens_with_names
from core.grounding.quantities import number_words, quantities
from core.grounding.statements import main_clause
from core.grounding.wording import content_stems, fold, stem
from core.sentences import words

CITED_OVERLAP = 0.4
"""Least share of a sentence's content stems that the fact its writer cites must hold.

Of the hand-made cases in tests/core/grounding/test_ground.py true paraphrases hold 0.8 and more and another matter 0.2;
the room between is for looser wording, since numbers, names and promises are held strictly beside it.
"""
FOUND_OVERLAP = 0.5
"""The same for a fact that was searched for: nobody vouches for it, so it must hold more."""
_CLAUSES = re.compile(r"[,;:–—]|\b(?:and|but|und|aber|sowie|et|mais|y|pero|while|that)\b", re.IGNORECASE)
_ONE_OF_THEM = re.compile(
    r"(?:^|[,:] |\b(?:at|for|bei|für|chez|pour|en|para)\s)(?:one|an?|another|ein(?:e[rm]?)?|une?|una)\s", re.IGNORECASE
)


class Support(NamedTuple):
    """Whether facts support a sentence."""

    holds: bool
    reason: str
    """What is missing, in words; empty if it holds."""


def find_support(sentence: str, grounds: Grounds, cited: tuple[Fact, ...] = ()) -> tuple[Fact, ...]:
    """Return the facts that support a sentence: all the cited together, one of them, else the nearest one or two."""
    groups = [(fact,) for fact in cited]
    if held := _first_holding(sentence, [cited[:3], *groups] if len(cited) > 1 else groups, grounds, CITED_OVERLAP):
        return held
    near = _nearest(sentence, grounds)
    pairs = combinations(near, 2) if grounds.speaks_as_written else ()
    return _first_holding(sentence, [*((fact,) for fact in near), *pairs], grounds, FOUND_OVERLAP)


def _first_holding(
    sentence: str, groups: Iterable[tuple[Fact, ...]], grounds: Grounds, least: float
) -> tuple[Fact, ...]:
    """Return the first group of facts that supports a sentence."""
    return next((some for some in groups if supports(sentence, some, grounds, least=least).holds), ())


def supports(sentence: str, facts: tuple[Fact, ...], grounds: Grounds, *, least: float = CITED_OVERLAP) -> Support:
    """Return whether facts hold a sentence: its numbers, names, promises; in the same language its words as well."""
    if missing := grounds.missing_numbers(sentence, grounds.quantities_of(facts), spelled=True):
        return Support(False, f"the number {missing[0]} is not in the site's words for it")
    if names := grounds.missing_names(sentence, frozenset().union(*(grounds.read(fact).words for fact in facts))):
        return Support(False, f"{names[0]} is not in the site's words for it")
    said = frozenset[str]().union(*(commitments(words_of(fact)) for fact in facts))
    if promised := commitments(sentence) - said:
        return Support(False, f"the site does not promise this: {min(promised)}")
    if owner := _lost_owner(sentence, facts, grounds):
        return Support(False, f"the figure is {owner}'s, and the sentence does not say so")
    if not grounds.speaks_as_written:
        return Support(True, "")
    return _words_hold(sentence, facts, grounds, least)


def _words_hold(sentence: str, facts: tuple[Fact, ...], grounds: Grounds, least: float) -> Support:
    """Return whether enough of a sentence's words are the facts' and each clause has some root on the site."""
    matter = set(content_stems(main_clause(sentence), grounds.language)) - grounds.free_stems
    matter -= number_stems(grounds.language)
    each = [grounds.read(fact).stems for fact in facts]
    shared = matter & frozenset().union(*each)
    adding = (_adds(sentence, fact, stems & matter, grounds) for fact, stems in zip(facts, each, strict=True))
    if len(facts) > 1 and not all(adding):
        return Support(False, "one of the facts has nothing to do with it")
    known = matter & (shared | grounds.what_is_sold)
    if (matter and not shared) or len(known) < max(min(2, len(matter)), least * len(matter)):
        return Support(False, "the site's words do not say it")
    if counted := _counts_another_thing(sentence, facts, grounds):
        return Support(False, f"the site counts something else: {counted}")
    rootless = next((clause for clause in _CLAUSES.split(main_clause(sentence)) if _is_rootless(clause, grounds)), "")
    return Support(False, f"the site says nothing of “{rootless.strip(' .')}”") if rootless else Support(True, "")


@cache
def number_stems(language: str) -> frozenset[str]:
    """Return the stems of number words and units: they are compared as numbers, not as words."""
    return frozenset(stem(word, language) for word in number_words(language))


def _adds(sentence: str, fact: Fact, shared: Collection[str], grounds: Grounds) -> bool:
    """Return whether a fact gives a sentence two words, or one and a number."""
    numbers = quantities(sentence, grounds.language)
    gives = any(one.matches(other) for one in numbers for other in grounds.quantities_of((fact,)))
    return len(shared) + gives >= 2


def _is_rootless(clause: str, grounds: Grounds) -> bool:
    """Return whether a clause has at least two words of matter and none of them is known of the seller."""
    matter = set(content_stems(clause, grounds.language))
    return len(matter) >= 2 and not matter & grounds.own_stems


def _counts_another_thing(sentence: str, facts: tuple[Fact, ...], grounds: Grounds) -> str:
    """Return a figure with the two words after it if the facts know neither: `61 hospitals` for 61 warehouses."""
    known = grounds.free_stems.union(grounds.what_is_sold, *(grounds.read(fact).stems for fact in facts))
    for figure in quantities(sentence, grounds.language):
        if figure.spelled or figure.unit:
            continue
        counted = words(sentence.partition(figure.text)[2])[:2]
        matter = set(content_stems(" ".join(counted), grounds.language)) - number_stems(grounds.language)
        if matter and not matter & known:
            return " ".join((figure.text, *counted))
    return ""


def _lost_owner(sentence: str, facts: tuple[Fact, ...], grounds: Grounds) -> str:
    """Return the customer whose figure a sentence gives as everybody's."""
    said = {fold(word) for word in words(sentence.replace("'s", "").replace("’s", ""))}
    numbers = quantities(sentence, grounds.language)
    for fact in facts:
        owner = opens_with_names(fact.text) or opens_with_names(fact.quote)
        theirs = {fold(word) for word in words(owner)} - grounds.free_words
        gives = any(one.matches(other) for one in numbers for other in grounds.quantities_of((fact,)))
        if fact.kind == "proof" and theirs and gives and not theirs & said and not _ONE_OF_THEM.search(sentence):
            return owner
    return ""


def _nearest(sentence: str, grounds: Grounds) -> list[Fact]:
    """Return the four facts that share most with a sentence, best first; a shared number counts as two words."""
    matter = set(content_stems(main_clause(sentence), grounds.language))
    numbers = quantities(sentence, grounds.language)
    names = {fold(name) for name in name_tokens(sentence, grounds.language)} - grounds.free_words

    def nearness(fact: Fact) -> float:
        has = grounds.read(fact)
        common = len(matter & has.stems) if grounds.speaks_as_written else 0
        same = sum(any(one.matches(other) for other in has.quantities) for one in numbers)
        return common + 2 * same + 2 * len(names & has.words)

    ranked = sorted(((nearness(fact), fact.weight, fact) for fact in grounds.facts), key=lambda row: row[:2])
    return [fact for near, _, fact in ranked[:-5:-1] if near > 0]


def source_of_figures(sentence: str, grounds: Grounds) -> tuple[Fact, ...]:
    """Return the fact that a question's figures come from, if it has some."""
    if all(one.spelled for one in quantities(sentence, grounds.language)):
        return ()
    for fact in _nearest(sentence, grounds):
        if not grounds.missing_numbers(sentence, grounds.quantities_of((fact,)), spelled=False):
            return (fact,)
    return ()


def why_not(sentence: str, cited: tuple[Fact, ...], grounds: Grounds) -> str:
    """Return why nothing supports a sentence, measured on what was cited or else on the nearest fact."""
    nearest = cited or tuple(_nearest(sentence, grounds)[:1])
    if not nearest:
        return "the site does not say it"
    return supports(sentence, nearest, grounds).reason or "the site's words do not say it"
