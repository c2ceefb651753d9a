# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""English noun phrases: what is sold, and what the work is about."""

import re

from core.llm.offline import verbs
from core.llm.offline.sentences import STOPWORDS, head_of
from core.sentences import word_set

_OPAQUE = word_set(
    """
    platform company software consultancy agency service services partner team tool tools system systems
    provider solution solutions product products people things everything work way business supplier firm
    specialist group app one home experts
    """
)


_SUPPLIES = word_set(
    """
    make build produce manufacture supply sell offer provide coil machine cast forge print rent lease design bake roast brew
    grow stock weld mould bend fabricate package distribute is
    """
)


def topic_of_sells(sells: str, name: str) -> str:
    """Cut `sells` down to its noun phrase: what stands before `for`, `that`, `with` and the like."""
    found = sells.split(". ")[0].split()
    rest = _without_subject(found, name)
    taken = [word.lower().strip(",") for word in found[: len(found) - len(rest)]]
    supplies = any((verbs.base_of(word) or word) in _SUPPLIES for word in taken)
    return matter_of_sells(sells, name) if not taken or supplies else ""


def matter_of_sells(sells: str, name: str) -> str:
    found = _without_subject(sells.split(". ")[0].split(), name)
    return _noun_phrase(head_of(found, _TOPIC_ENDS.match))


_TOPIC_ENDS = re.compile(
    r"(?:for|that|which|with|in|from|to|at|of|by|on|so|who|built|made|used|since|when|where|across|every|before|after|twice)$|[–—(|:-]+$",
    re.I,
)


def _without_subject(found: list[str], name: str) -> list[str]:
    """Take off `We coil, grind and test`, `Bayfold is`, `Tuulenkoski repairs`; nothing is left where no verb follows."""
    own = name.split()
    for length in (len(own), 1):
        if own and [word.lower() for word in found[:length]] == [word.lower() for word in own[:length]]:
            rest = found[length:]
            return _without_verbs(rest) if rest and (rest[0] == "is" or verbs.base_of(rest[0].strip(","))) else []
    return _without_verbs(found[1:]) if found and found[0].lower() == "we" else found


def _without_verbs(found: list[str]) -> list[str]:
    while found and (_is_verb(found[0].strip(",")) or found[0].lower() in ("and", "or", "also", "after")):
        found = found[1:]
    return found


def _is_verb(word: str) -> bool:
    return word == "is" or verbs.is_base(word) or bool(verbs.base_of(word))


def needs_no_article(noun: str) -> bool:
    """Tell whether a noun can stand alone: a plural, a gerund, or a word for something that is not counted."""
    plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
    return plural or noun.endswith(("ing", "ment", "ance", "ence", "tion", "ity", "ware", "age")) or noun in _MASS


_MASS = word_set(
    """
    payroll repair review control equipment rental advice support security machining storage freight transport logistics
    packaging insurance training data energy power water coffee food furniture machinery workwear recovery delivery supply
    recycling waste steel timber paper glass fuel gas electricity cleaning catering design research hosting backup
    """
)


def _noun_phrase(head: list[str]) -> str:
    if len(head) > 5 and "and" in head[2:]:
        head = head[: 2 + head[2:].index("and")]
    if not head or head[0].lower() in ("a", "an", "one"):
        return ""  # a single thing needs its article in every sentence
    head = head[1:] if head[0].lower() == "the" else head
    if (
        not 1 <= len(head) <= 5
        or not needs_no_article(head[-1].lower())
        or head[-1].lower() in STOPWORDS
        or (len(head) == 1 and head[0].lower() in _OPAQUE)
    ):
        return ""
    if any(verbs.base_of(w) and i == 0 for i, w in enumerate(head)) or any(
        w.lower() in verbs.ALWAYS_FINITE for w in head
    ):
        return ""
    if len(head) == 1 and len(head[0]) < 5:
        return ""
    if verbs.is_base(head[0]) and len(head) > 1 and not head[1].endswith("ing") and head[1].lower() not in _OPAQUE:
        return ""
    if any(
        w.lower() in ("your", "our", "you", "we", "its", "their", "his", "my", "every", "all", "any", "no")
        for w in head
    ):
        return ""
    first = (
        head[0]
        if head[0].isupper() or any(c.isupper() for c in head[0][1:]) or ("-" in head[0] and head[0][-1:].isupper())
        else head[0].lower()
    )
    rest = head[1:]
    if sum(word[:1].isupper() for word in rest) > len(rest) / 2:
        rest = [word if word.isupper() else word.lower() for word in rest]
    return " ".join([first, *rest])
