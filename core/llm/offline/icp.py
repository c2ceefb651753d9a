"""Infer the ideal customer profile: whom the company sells to, from what it says about whom it serves."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from core.firmographics.countries import countries_of, places_in
from core.firmographics.sectors import sectors_of
from core.icp import PROFILE_FIELDS
from core.llm.offline.forms import clauses
from core.llm.offline.language import Language
from core.llm.offline.named_industries import GENERIC, industries, named_in
from core.llm.offline.places import country
from core.llm.offline.profile_words import COUNTS, HEADCOUNT, PEOPLE, WORDS, ProfileWords
from core.llm.offline.roles import Role, quoted_roles, roles
from core.llm.offline.seller import Seller, SellerFact, Task
from core.llm.offline.served import Passage, holding, noun_phrase, passages
from core.llm.offline.titles import USUAL_READERS, rank
from core.llm.offline.tongue import reads_as
from core.llm.offline.trades import Trade, trade_of
from core.llm.offline.turned_away import turned_away

_MOST = {"industries": 4, "geographies": 5, "personas": 2, "company_sizes": 2, "disqualifiers": 3}
_PART_OF_BEST, _IN_PASSING = 0.3, 0.5
"""An industry with fewer points than this part of the best one's was named in passing."""

_BY_OWNERS = re.compile(
    r"\b(?:founder|owner|family)-(?:led|run|owned|managed)\b|\b(?:familien|inhaber)geführt\w*|\bfamilial\w*\b|\bfamiliares\b|\bfamiliari\b",
    re.I,
)
_OWN_PLACE = re.compile(
    r"\b(?:office|based|founded|headquarter|our (?:yard|plant|site|lab)|people in|büro|standort|sitz|gegründet|bureau"
    r"|siège|fondé|oficina|sede|fundad|bases en|uffici|fondat|guardamos|lagern|we (?:store|keep|hold)"
    r"|data cent\w+|technicians)\w*",
    re.I,
)
_NAMED_CUSTOMER = re.compile(r"[A-ZÀ-Þ][\w'’&. -]+, [A-ZÀ-Þ]")
"""A customer with its town, such as `Oldmere Dairy, Melton Mowbray`."""
_ONLINE = re.compile(r"\bonline|shopify|e-?commerce|webshop|boutiques? en ligne|commercio elettronico", re.I)
_THEIRS = re.compile(r"\b(?:clients|customers|for|Kunden|für|clients|pour|clientes|para|clienti|per)\b", re.I)


@dataclass(frozen=True)
class Found:
    """The values of a field and what they rest on."""

    values: tuple[Any, ...] = ()
    basis: str = "unknown"
    fact: str = ""


def compose_icp(task: Task, language: Language) -> dict[str, Any]:
    """Return the profile with evidence per field; given fields come back unchanged."""
    read = _Reading(task, language)
    found = {
        "industries": read.industries(),
        "company_sizes": read.sizes(),
        "geographies": read.geographies(),
        "personas": read.personas(),
        "disqualifiers": read.disqualifiers(),
    }
    given = {name: task.given[name] for name in PROFILE_FIELDS if task.given.get(name) is not None}
    evidence = [
        {"field": name, "basis": one.basis if one.fact else "unknown", "fact": one.fact} for name, one in found.items()
    ]
    return {**{name: list(one.values[: _MOST[name]]) for name, one in found.items()}, **given, "evidence": evidence}


class _Reading:
    """The company's facts, read for whom it serves."""

    def __init__(self, task: Task, language: Language) -> None:
        self.task, self.language = task, language
        self.seller: Seller = task.company
        self.words: ProfileWords = WORDS[language.code]
        self.site_words: ProfileWords = WORDS.get(self.seller.language, WORDS["en"])
        self.trade: Trade | None = trade_of(self.seller, language.code)
        self.same_language = self.seller.language == language.code

    @cached_property
    def served(self) -> list[Passage]:
        """Return the passages that name whom the company serves, each with its fact."""
        return passages(self.seller, self.site_words)

    def industries(self) -> Found:
        """Return the industries it sells to."""
        points: dict[str, float] = {}
        proof: dict[str, str] = {}
        for position, passage in enumerate(self.served):
            for key in named_in(passage.text):
                worth = (1 if key in GENERIC else 2) * (_IN_PASSING if self._passes(passage) else 1)
                points[key] = points.get(key, 0) + worth / (1 + 0.1 * position)
                if passage.fact:
                    proof.setdefault(key, passage.fact)
        least = _PART_OF_BEST * max(points.values(), default=0)
        ranked = sorted((key for key in points if points[key] > least), key=lambda key: (-points[key], key))
        narrow = self._narrowed(ranked)
        names = tuple(industries()[key][1][self.language.code] for key in narrow)
        fact = next((proof[key] for key in narrow if key in proof), "")
        return Found(names, "stated", fact) if names else self._in_their_words()

    def _passes(self, passage: Passage) -> bool:
        """Tell whether a passage stands in a fact that is not about the buyers or what they buy."""
        fact = self.seller.fact(passage.fact)
        return fact is not None and fact.kind in ("about", "mechanism", "proof")

    def _narrowed(self, ranked: list[str]) -> list[str]:
        """Return industries without the general ones that a narrower one of the same sector says better."""
        named = {key: set(sectors_of((industries()[key][1]["en"],))) for key in ranked}
        said = {sector for key in ranked if key not in GENERIC for sector in named[key]}
        return [key for key in ranked if key not in GENERIC or not named[key] <= said]

    def _in_their_words(self) -> Found:
        """Return the first passages that name a sector, as the site words them: an industry that no table has."""
        if not self.same_language:
            return Found()
        phrases = ((noun_phrase(one.text), one.fact) for one in self.served)
        told = [(short, fact) for short, fact in phrases if sectors_of((short,)) and not self._is_name(short)]
        names = tuple(dict.fromkeys(short for short, _ in told))[:2]
        return Found(names, "stated", next((fact for _, fact in told if fact), "")) if names else Found()

    def _is_name(self, phrase: str) -> bool:
        """Tell whether a phrase is a customer's name; German nouns have capitals as well."""
        return self.seller.language != "de" and sum(word[:1].isupper() for word in phrase.split()) > 1

    def sizes(self) -> Found:
        """Return company sizes in the site's words: people first, else what else the site counts."""
        for passage in self.served:
            if (people := HEADCOUNT.search(passage.text)) and passage.fact:
                return Found((self._as_shown(people["size"].strip()),), "stated", passage.fact)
        for fact in sorted(self.seller.facts, key=lambda fact: fact.kind not in ("audience", "about", "offer")):
            if fact.kind not in ("audience", "about", "offer", "mechanism", "proof"):
                continue
            match = self.site_words.sizes.search(fact.text)
            if match and self._is_theirs(fact, match) and (shown := self._as_shown(match["size"].strip())):
                return Found((shown,), "stated", fact.id)
            said = self.site_words.size_words.search(fact.text) if fact.kind != "proof" else None
            if said and self.same_language:
                return Found((said[0],), "stated", fact.id)
        said_so = next((m for entry in self.seller.audience if (m := self.site_words.sizes.search(entry))), None)
        return Found((said_so["size"].strip(),)) if said_so and self.same_language else Found()

    def _as_shown(self, size: str) -> str:
        """Return a size as it stands alone; in another language than the site's, only if it counts people."""
        if self.same_language:
            return _nominative(size) if self.seller.language == "de" else size
        counted = COUNTS.findall(size) if HEADCOUNT.search(size) else []
        return f"{'-'.join(counted[:2])} {PEOPLE[self.language.code]}" if counted else ""

    def _is_theirs(self, fact: SellerFact, match: re.Match[str]) -> bool:
        """Tell whether a size is the customers': it follows a word such as `with`, and no `we have` comes before."""
        before = fact.text[: match.start("size")]
        return fact.kind == "audience" or bool(re.search(r"\b(?:with|of|mit|de|con|for|di|per)\s*$", before, re.I))

    def geographies(self) -> Found:
        """Return where the served are: places of the passages about them, of what is sold, else of the company."""
        for passage in self._where_they_are():
            if named := self._named_places(passage.text):
                return Found(named, "stated", passage.fact)
        areas = [place for place in self.seller.locations if len(place) > len("XX")]
        if served := [name for place in areas if (name := country(place, self.language.code))]:
            return Found(tuple(dict.fromkeys(served)), "implied", self._naming(self.seller.locations))
        for fact in self.seller.facts:
            named = () if fact.kind == "proof" or _OWN_PLACE.search(fact.text) else self._named_places(fact.text)
            if len(named) >= 2:
                return Found(named, "implied", fact.id)
        home = countries_of(self.seller.locations, self.seller.language) or self._of_address()
        names = tuple(name for code in home if (name := country(code, self.language.code)))
        return Found(names, "implied", self._naming(self.seller.locations))

    def _of_address(self) -> tuple[str, ...]:
        """Return the country that the ending of the site's address belongs to; `.co` is used anywhere."""
        host = re.sub(r"^\w+://", "", self.seller.website).partition("/")[0].partition(":")[0]
        ending = host.rpartition(".")[2].upper()
        return (ending,) if len(ending) == 2 and ending != "CO" else ()

    def _where_they_are(self) -> list[Passage]:
        """Return the passages whose places are the buyers': not their list by name and town, nor the own offices."""
        sold = self.seller.fact(holding(self.seller, self.seller.sells))
        offer = [Passage(sold.text, sold.id)] if sold else []
        told = [one for one in (*self.served, *offer) if not _NAMED_CUSTOMER.match(one.text)]
        facts = ((one, self.seller.fact(one.fact)) for one in told)
        return [one for one, fact in facts if not (fact and _OWN_PLACE.search(fact.text))]

    def _named_places(self, text: str) -> tuple[str, ...]:
        """Return the places of a text, countries in the language of the emails."""
        found = (place.name for place in places_in(text) if place.name not in self.seller.name)
        return tuple(dict.fromkeys(country(name, self.language.code) or name for name in found))

    def _naming(self, places: tuple[str, ...]) -> str:
        """Return a fact that names one of the places."""
        heads = [place.split(",")[0] for place in places if len(place) > 3]
        return next((fact.id for fact in self.seller.facts for head in heads if head in fact.text), "")

    def personas(self) -> Found:
        """Return whom to write to: readers named on the site, customers quoted, who buys the trade, a general one."""
        named = roles(self.seller, self.words) if self.same_language else []
        quoted = quoted_roles(self.seller) if self.same_language else []
        if quoted and not any(one.explicit for one in named):
            return self._people([(one.title, rank(one.title)) for one in quoted], "implied", _first_fact(quoted))
        if named:
            return self._people([(one.title, rank(one.title)) for one in named], "stated", named[0].fact)
        if led := self._led_by_owners():
            return self._people([(self.words.owner, rank(self.words.owner))], "stated", led)
        return self._usual()

    def _usual(self) -> Found:
        """Return who buys the trade, else who runs a buyer's operation, then general ones."""
        general = [*self.words.fallback]
        if self.trade:
            sold = holding(self.seller, self.seller.sells)
            return self._people([*self.trade.personas, *general], "implied", sold)
        if theirs := self._usual_for_buyers():
            return self._people([*theirs, *general], "implied", self.industries().fact)
        return self._people(general, "unknown", "")

    def _people(self, titles: Sequence[tuple[str, str]], basis: str, fact: str) -> Found:
        """Return the first of these people, written out."""
        people = (self._persona(title, seniority) for title, seniority in titles[: _MOST["personas"]])
        return Found(tuple(people), basis, fact)

    def _usual_for_buyers(self) -> tuple[tuple[str, str], ...]:
        """Return who runs the operation in the first sector that it sells to."""
        industries = self.industries().values
        sectors = sectors_of(industries)
        online = _ONLINE.search(" ".join((*industries, *self.seller.audience, self.seller.sells)))
        known = USUAL_READERS.get("online" if online else sectors[0].code, {}) if sectors else {}
        return (known[self.language.code],) if known else ()

    def _led_by_owners(self) -> str:
        """Return the fact that says that the customers are led by their owners."""
        told = (
            fact for fact in self.seller.facts if self.same_language and fact.kind in ("audience", "about", "offer")
        )
        return next((fact.id for fact in told if _BY_OWNERS.search(fact.text) and _THEIRS.search(fact.text)), "")

    def _persona(self, title: str, seniority: str) -> dict[str, Any]:
        kind = self.trade.kind if self.trade else "service"
        return {
            "title": title,
            "seniority": seniority,
            "pains": self._pains(),
            "goals": self._goals(),
            "triggers": list(self.words.triggers[kind]),
            "objections": list(self.words.objections[kind]),
        }

    def _pains(self) -> list[str]:
        own = [c.text for c in clauses(self.seller, self.language) if c.role == "scene" and not c.supposed][:3]
        usual = [*self.trade.desk, *self.trade.board] if self.trade else []
        return (own or usual)[:3]

    def _goals(self) -> list[str]:
        reduced = next((c.reduced for c in clauses(self.seller, self.language) if c.reduced), "")
        told = [self.words.lower.replace("<reduced>", reduced)] if reduced else []
        return [*told, *([self.trade.goal] if self.trade else [])]

    def disqualifiers(self) -> Found:
        """Return who should not be written to: whom the site turns away, who is too small, else who does it too."""
        refused = [one for one in turned_away(self.seller)[:2] if self.same_language]
        found, fact_id = [one.text for one in refused], refused[0].fact if refused else ""
        for fact in self.seller.facts:
            match = (
                self.site_words.minimum.search(fact.text)
                if fact.kind in ("offer", "price", "audience", "about")
                else None
            )
            if match and self.same_language and reads_as(fact.text, self.language.code, self.seller.language):
                found.append(
                    self.words.below.replace("<what>", re.split(r",(?!\d)| and | und ", match["what"])[0].strip(" ."))
                )
                fact_id = fact_id or fact.id
                break
        sizes = self.sizes()
        if sizes.values and sizes.fact:
            found.append(self.words.outside.replace("<size>", sizes.values[0]))
            fact_id = fact_id or sizes.fact
        topic = self.language.grammar.topic(self.seller.sells, self.seller.name) if self.same_language else ""
        if topic or "<topic>" not in self.words.rivals:
            found.append(self.words.rivals.replace("<topic>", topic))
            fact_id = fact_id or (holding(self.seller, self.seller.sells) if topic else "")
        return Found(tuple(found or [self.words.same_offer]), "implied" if fact_id else "unknown", fact_id)


def _first_fact(named: Sequence[Role]) -> str:
    return next((one.fact for one in named if one.fact), "")


def _nominative(text: str) -> str:
    """Return a German size as it stands alone: `20 bis 500 Beschäftigte`."""
    return re.sub(r"(Beschäftigte|Mitarbeitende|Mitarbeiter|Fahrzeuge|Arbeitsplätze|Standorte)n$", r"\1", text)
