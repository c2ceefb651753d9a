# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""The people whom a site names as its readers: who is quoted, spoken to or told of, most often named first."""

import re
from dataclasses import dataclass

from core.llm.offline.profile_words import ProfileWords
from core.llm.offline.seller import Seller, SellerFact
from core.llm.offline.titles import rank, singular

_READERS = re.compile(
    r"\b(?:made for|built for|designed for|für|gemacht|pour|para|per|pensat[oaie]|conçu|interlocuteurs|talk to|customers are"
    r"|gesprächspartner|tell us|trust|erzählen|berichten|dicono|sentiamo dire|dicen|disent)\b",
    re.I,
)
_SPOKEN_TO = re.compile(
    r"\b(?:your|ihre?[mnrs]?|votre|vos|tu|tus|su|sus|il vostro|la vostra|vostri|al|alla|ai|dai|to the|the|der|die|das|dem|le|la"
    r"|les|l['’]|du|au|il)\s*$",
    re.I,
)
_THEIR_OWN = re.compile(
    r"\b(?:our|unsere?[mnrs]?|nos|notre|nuestr\w+|nostr[oaie]|founded|gegründet|fondé\w*|fundad\w+|fondat[oa]|ancien\w*|ehemalige\w*"
    r"|former|ex-\w+|led by|dirige|führt|account managers?|project manager of)\b",
    re.I,
)
_CRAFT = re.compile(r"(?<!Werk)(?<!Haus)(?<!Lager)(?<!Betriebs)(?<!Schicht)(?<!Küchen)meister(?:in)?\b")
"""A craft, which is not what somebody is in the firm."""
_SELDOM_DECIDES = 0.6
"""What a practitioner's mention counts beside a manager's: planners and technicians use things, and seldom buy them."""
_LEAST = 0.5
_QUOTED = re.compile(r"^[^:“„«\"]{3,90}:\s*[“„«\"]")
_WEIGHT = {"audience": 3.0, "problem": 2.0, "offer": 1.2, "mechanism": 1.0, "proof": 1.0, "guarantee": 1.0}


@dataclass(frozen=True)
class Role:
    """A title as on a business card, and the fact that names it."""

    title: str
    fact: str
    explicit: bool = False
    """Whether a passage about the readers names it."""


def roles(seller: Seller, words: ProfileWords) -> list[Role]:
    """Return the roles that a site's passages name for its readers, the most often and most surely named first."""
    points: dict[str, float] = {}
    proof: dict[str, tuple[str, str]] = {}
    explicit: set[str] = set()
    for fact in sorted(seller.facts, key=lambda one: (one.kind != "audience", -one.weight)):
        for title, weight in _named(fact, words):
            name = singular(title, seller.language)
            key = name.lower()
            decides = _SELDOM_DECIDES if rank(name) == "practitioner" else 1
            points[key] = points.get(key, 0) + weight * decides
            proof.setdefault(key, (name, fact.id))
            if fact.kind == "audience" or _READERS.search(fact.heading):
                explicit.add(key)
    ranked = sorted(points, key=lambda key: -points[key])
    return [Role(*proof[key], key in explicit) for key in ranked if points[key] >= _LEAST]


def quoted_roles(seller: Seller) -> list[Role]:
    """Return the jobs of the customers whose words the site quotes, each with a fact that names it, if one does."""
    jobs = (singular(job, seller.language) for job in seller.customer_roles if not _CRAFT.search(job))
    return [Role(job, _telling(seller, job)) for job in jobs]


def _telling(seller: Seller, job: str) -> str:
    return next((fact.id for fact in seller.facts if job.lower() in f"{fact.heading} {fact.text}".lower()), "")


def _named(fact: SellerFact, words: ProfileWords) -> list[tuple[str, float]]:
    """Return the titles of a fact with how surely each is a reader's."""
    found = [(tidy_title(title), 3.0) for title in words.titles.findall(fact.heading) if _READERS.search(fact.heading)]
    if fact.kind not in _WEIGHT or _THEIR_OWN.search(fact.text):
        return found
    quoted = _QUOTED.match(fact.text)
    for match in words.titles.finditer(fact.text):
        weight = _WEIGHT[fact.kind] * _certainty(fact, match, bool(quoted and match.end() <= quoted.end()))
        found.append((tidy_title(match[0]), weight))
    return [(title, weight) for title, weight in found if title and weight]


def _certainty(fact: SellerFact, match: re.Match[str], speaks: bool) -> float:
    """Return how surely a title is a reader's: who speaks, who is addressed, whom a sentence about readers names."""
    if speaks:
        return 3.0
    if fact.kind in ("audience", "problem") or _READERS.search(fact.text[: match.start()]):
        return 1.0
    return 1.0 if _SPOKEN_TO.search(fact.text[: match.start()]) else 0.0


def tidy_title(title: str) -> str:
    """Take off an article or conjunction that was caught with a title."""
    title = re.sub(r"^(?:the|a|an|your|die|der|les|la|le|los|las|el|il|gli|i) ", "", title.strip(), flags=re.I)
    return re.sub(r" (?:and|und|et|y|e|or|oder|ou|o|les|la|the|que|qui|che|de|di)$", "", title.strip())
