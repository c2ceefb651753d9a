"""Find the facts that support a sentence about the seller, and say what is missing where none do."""

import re
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations
from typing import NamedTuple

from core.company import Fact
from core.grounding.commitments import commitments
from core.grounding.grounds import Grounds, words_of
from core.grounding.names import name_tokens, opens_with_names
from core.grounding.opposites import opposite
from core.grounding.quantities import number_words, quantities
from core.grounding.statements import main_clause
from core.grounding.wording import content_stems, fold, stem
from core.sentences import is_question, words

CITED_OVERLAP = 0.4
"""Least share of a sentence's content stems that the fact its writer cites must hold.

Of the hand-made cases in tests/core/grounding/test_ground.py true paraphrases hold 0.8 and more and another matter 0.2;
the room between is for looser wording, since numbers, names and promises are held strictly beside it.
"""
FOUND_OVERLAP = 0.5
"""The same for a fact that was searched for: nobody vouches for it, so it must hold more."""
_QUOTED = 6
"""Least words of a sentence that may count as quoted: fewer are shared by chance."""
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
    if turned := opposite(sentence, facts, grounds.language):
        return Support(False, turned)
    return _words_hold(sentence, facts, grounds, least)


def _words_hold(sentence: str, facts: tuple[Fact, ...], grounds: Grounds, least: float) -> Support:
    """Return whether enough of a sentence's words are the facts' and each clause has some root on the site."""
    matter = _matter(sentence, grounds)
    each = [grounds.read(fact).stems for fact in facts]
    shared = matter & frozenset().union(*each)
    if len(facts) > 1 and not all(_adds(sentence, fact, matter, grounds) for fact in facts):
        return Support(False, "one of the facts has nothing to do with it")
    known = matter & (shared | grounds.what_is_sold)
    thin = len(known) < max(min(2, len(matter)), least * len(matter))
    if (matter and not shared) or (thin and not _quotes(sentence, facts)):
        return Support(False, "the site's words do not say it")
    if counted := _counts_another_thing(sentence, facts, grounds):
        return Support(False, f"the site counts something else: {counted}")
    rootless = next(
        (clause for clause in _CLAUSES.split(main_clause(sentence, grounds.language)) if _is_rootless(clause, grounds)),
        "",
    )
    return Support(False, f"the site says nothing of “{rootless.strip(' .')}”") if rootless else Support(True, "")


def _matter(sentence: str, grounds: Grounds) -> set[str]:
    """Return the stems that facts must hold: without names and numbers, and in a statement without what is free."""
    language = grounds.language
    said = set(content_stems(main_clause(sentence, language), language)) - number_stems(language)
    # A question claims only that there is what it asks about: a trial, a sample. So its offer's name counts as well.
    return said - (_own_name(grounds) if is_question(sentence) else grounds.free_stems)


def _own_name(grounds: Grounds) -> set[str]:
    """Return the stems of the company's name that are no words for what it sells."""
    return set(content_stems(grounds.company.name, grounds.language)) - grounds.what_is_sold


def _quotes(sentence: str, facts: tuple[Fact, ...]) -> bool:
    """Return whether a sentence of at least six words is a fact's own but for one word, in the same order."""
    said = [fold(word) for word in words(sentence)]
    return len(said) >= _QUOTED and any(_in_order(said, fact.text) >= len(said) - 1 for fact in facts)


def _in_order(said: list[str], text: str) -> int:
    """Return how many of some words stand in a text in their order."""
    told = [fold(word) for word in words(text)]
    return sum(block.size for block in SequenceMatcher(None, told, said, autojunk=False).get_matching_blocks())


@cache
def number_stems(language: str) -> frozenset[str]:
    """Return the stems of number words and units: they are compared as numbers, not as words."""
    return frozenset(stem(word, language) for word in number_words(language))


def _adds(sentence: str, fact: Fact, matter: Collection[str], grounds: Grounds) -> bool:
    """Return whether a fact gives a sentence two words, or a number and what it counts: a word, or two free ones."""
    numbers = quantities(sentence, grounds.language)
    gives = any(one.matches(other) for one in numbers for other in grounds.quantities_of((fact,)))
    told = grounds.read(fact).stems
    free = told & set(content_stems(sentence, grounds.language)) - _own_name(grounds)
    return len(told & set(matter)) + gives >= 2 or (gives and len(free) >= 2)


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
    matter = set(content_stems(main_clause(sentence, grounds.language), grounds.language))
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
