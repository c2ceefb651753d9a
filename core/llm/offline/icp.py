"""Infer the ideal customer profile: whom the company sells to, from what it says about whom it serves."""

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from core.icp import PROFILE_FIELDS
from core.llm.offline.forms import clauses
from core.llm.offline.language import Language
from core.llm.offline.places import country, is_place
from core.llm.offline.profile_words import WORDS, ProfileWords
from core.llm.offline.seller import Seller, SellerFact, Task
from core.llm.offline.titles import rank, singular
from core.llm.offline.tongue import reads_as
from core.llm.offline.trades import Trade, trade_of
from core.sentences import words

_MOST = {"industries": 4, "geographies": 5, "personas": 2, "company_sizes": 2, "disqualifiers": 3}
_GENERIC = frozenset(("manufacturing", "wholesale", "warehousing"))
"""Industries that are only named where nothing narrower is found."""


_BY_OWNERS = re.compile(
    r"\b(?:founder|owner|family)-(?:led|run|owned|managed)\b|\b(?:familien|inhaber)geführt\w*|\bfamilial\w*\b|\bfamiliares\b",
    re.I,
)
_THEIRS = re.compile(r"\b(?:clients|customers|for|Kunden|für|clients|pour|clientes|para)\b", re.I)


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


@lru_cache(maxsize=1)
def _industries() -> dict[str, tuple[re.Pattern[str], dict[str, str]]]:
    rows = json.loads(files("core.llm.offline").joinpath("trades", "industries.json").read_text("utf-8"))
    return {
        key: (re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, row["keywords"])) + ")", re.I), row)
        for key, row in rows.items()
    }


class _Reading:
    """The company's facts, read for whom it serves."""

    def __init__(self, task: Task, language: Language) -> None:
        self.task, self.language = task, language
        self.seller: Seller = task.company
        self.words: ProfileWords = WORDS[language.code]
        self.site_words: ProfileWords = WORDS.get(self.seller.language, WORDS["en"])
        self.trade: Trade | None = trade_of(self.seller, language.code)
        self.same_language = self.seller.language == language.code

    def served(self) -> list[tuple[str, str]]:
        """Return the passages that name whom the company serves, each with its fact."""
        told = sorted(self.seller.facts, key=lambda fact: (fact.kind != "audience", -fact.weight))
        found = [(self._whom(fact), fact.id) for fact in told if fact.kind in ("audience", "offer", "about")]
        found += [(entry, self._holding(entry)) for entry in self.seller.audience]
        found += [(self._after(self.seller.sells), self._holding(self.seller.sells))]
        return [(text, fact) for text, fact in found if text]

    def _whom(self, fact: SellerFact) -> str:
        return fact.text if fact.kind == "audience" else self._after(fact.text)

    def _after(self, text: str) -> str:
        """Return what stands after the first word that introduces whom it is for."""
        match = self.site_words.audience.search(text)
        return text[match.end() :] if match else ""

    def _holding(self, text: str) -> str:
        """Return the fact that holds a text."""
        wanted = text.lower().strip(" .")
        return next(
            (fact.id for fact in self.seller.facts if wanted and wanted in f"{fact.heading} {fact.text}".lower()), ""
        )

    def industries(self) -> Found:
        """Return the industries it sells to."""
        points: dict[str, float] = {}
        proof: dict[str, str] = {}
        for position, (text, fact) in enumerate(self.served()):
            for key, (pattern, _) in _industries().items():
                hits = len(pattern.findall(text))
                points[key] = points.get(key, 0) + hits * (1 if key in _GENERIC else 2) / (1 + 0.1 * position)
                if hits and fact:
                    proof.setdefault(key, fact)
        ranked = sorted((key for key in points if points[key]), key=lambda key: (-points[key], key))
        narrow = [key for key in ranked if key not in _GENERIC] or ranked
        names = tuple(_industries()[key][1][self.language.code] for key in narrow)
        fact = next((proof[key] for key in narrow if key in proof), "")
        return Found(names, "stated", fact) if names else Found()

    def sizes(self) -> Found:
        """Return company sizes in the site's words."""
        for fact in sorted(self.seller.facts, key=lambda fact: fact.kind not in ("audience", "about", "offer")):
            if fact.kind not in ("audience", "about", "offer", "mechanism", "proof"):
                continue
            match = self.site_words.sizes.search(fact.text)
            if match and self._is_theirs(fact, match):
                text = _nominative(match["size"].strip()) if self.seller.language == "de" else match["size"].strip()
                return Found((text if self.same_language else _only_numbers(text),), "stated", fact.id)
            said = self.site_words.size_words.search(fact.text) if fact.kind != "proof" else None
            if said and self.same_language:
                return Found((said[0],), "stated", fact.id)
        said_so = next((m for entry in self.seller.audience if (m := self.site_words.sizes.search(entry))), None)
        return Found((said_so["size"].strip(),)) if said_so and self.same_language else Found()

    def _is_theirs(self, fact: SellerFact, match: re.Match[str]) -> bool:
        """Tell whether a size is the customers': it follows a word such as `with`, and no `we have` comes before."""
        before = fact.text[: match.start("size")]
        return fact.kind == "audience" or bool(re.search(r"\b(?:with|of|mit|de|con|for)\s*$", before, re.I))

    def geographies(self) -> Found:
        """Return where the served are: places that sentences about them name, else the company's own area."""
        for text, fact in self.served():
            fact_kind = getattr(self.seller.fact(fact), "kind", "audience")
            match = self.site_words.places.search(text) if fact_kind != "about" else None
            known = self.seller.locations
            named = _places(match["where"]) if match else ()
            places = tuple(place for place in named if is_place(place, self.seller.language, known))
            if places:
                return Found(tuple(country(place, self.language.code) or place for place in places), "stated", fact)
        area = [name for place in self.seller.locations if (name := country(place, self.language.code))]
        if area:
            return Found(tuple(dict.fromkeys(area)), "implied", self._naming(self.seller.locations))
        homes = [place for place in self.seller.locations if len(words(place)) <= 4][:2]
        return Found(tuple(homes), "implied", self._naming(tuple(homes)))

    def _naming(self, places: tuple[str, ...]) -> str:
        """Return a fact that names one of the places."""
        heads = [place.split(",")[0] for place in places if len(place) > 3]
        return next((fact.id for fact in self.seller.facts for head in heads if head in fact.text), "")

    def personas(self) -> Found:
        """Return whom to write to: titles on the site, else those of the trade, else a general one."""
        stated, fact = self._stated_titles()
        usual = [*(self.trade.personas if self.trade else ()), *self.words.fallback]
        if not stated and (led := self._led_by_owners()):
            stated, fact = [self.words.owner], led
        titles = [*((title, rank(title)) for title in stated), *usual][: _MOST["personas"]]
        people = tuple(self._persona(title, seniority) for title, seniority in titles)
        return Found(people, "stated" if stated else "unknown", fact)

    def _led_by_owners(self) -> str:
        """Return the fact that says that the customers are led by their owners."""
        told = (
            fact for fact in self.seller.facts if self.same_language and fact.kind in ("audience", "about", "offer")
        )
        return next((fact.id for fact in told if _BY_OWNERS.search(fact.text) and _THEIRS.search(fact.text)), "")

    def _stated_titles(self) -> tuple[list[str], str]:
        if not self.same_language:
            return [], ""
        for fact in sorted(self.seller.facts, key=lambda one: (one.kind != "audience", -one.weight)):
            if fact.kind not in ("audience", "offer", "mechanism", "problem") or not self._speaks_of_readers(fact):
                continue
            titles = [
                singular(_tidy_title(match), self.language.code) for match in self.words.titles.findall(fact.text)
            ]
            if titles:
                return list(dict.fromkeys(titles)), fact.id
        return [], ""

    def _speaks_of_readers(self, fact: SellerFact) -> bool:
        """Tell whether a fact is about whom the company works for, not about its own people."""
        if fact.kind == "mechanism" and not re.match(
            r"(?:made|built|designed|für|gemacht|pour|para|conçu)\b", fact.text, re.I
        ):
            return False
        readers = re.search(
            r"\b(?:made for|built for|for|für|pour|para|interlocuteurs|talk to|customers are)\b", fact.text, re.I
        )
        return fact.kind in ("audience", "problem") or bool(
            readers and not re.search(r"\b(?:our|unsere?|nos|nuestr\w+)\b", fact.text, re.I)
        )

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
        """Return who should not be written to: below a stated minimum, outside a stated size, else the obvious."""
        found, fact_id = [], ""
        for fact in self.seller.facts:
            match = (
                self.site_words.minimum.search(fact.text)
                if fact.kind in ("offer", "price", "audience", "about")
                else None
            )
            if match and self.same_language and reads_as(fact.text, self.language.code, self.seller.language):
                found.append(self.words.below.replace("<what>", re.split(r",| and | und ", match["what"])[0].strip()))
                fact_id = fact.id
                break
        sizes = self.sizes()
        if sizes.values and sizes.fact:
            found.append(self.words.outside.replace("<size>", sizes.values[0]))
            fact_id = fact_id or sizes.fact
        topic = self.language.grammar.topic(self.seller.sells, self.seller.name) if self.same_language else ""
        if topic or "<topic>" not in self.words.rivals:
            found.append(self.words.rivals.replace("<topic>", topic))
        return Found(tuple(found or [self.words.no_need]), "implied" if fact_id else "unknown", fact_id)


def _places(where: str) -> tuple[str, ...]:
    """Return the places of an enumeration such as `the United States and Canada`."""
    parts = re.split(r",? (?:and|und|et|y)(?: der| en| au| dans les?)? |, (?:en |au |dans les? )?", where)
    named = [re.sub(r"^the ", "", part.strip(" .;")) for part in parts]
    return tuple(name for name in named if len(name) > 2 and not re.fullmatch(r"\d+|Stock|Price|Year", name))


def _tidy_title(title: str) -> str:
    """Take off a conjunction that was caught with a title."""
    title = re.sub(r"^(?:the|die|der|les|la|le|los|las|el) ", "", title.strip(), flags=re.I)
    return re.sub(r" (?:and|und|et|y|or|oder|ou|o|les|la|the)$", "", title.strip())


def _only_numbers(text: str) -> str:
    """Return `20-200` of a size in another language."""
    return "-".join(re.findall(r"\d[\d.,]*", text)[:2])


def _nominative(text: str) -> str:
    """Return a German size as it stands alone: `20 bis 500 Beschäftigte`."""
    return re.sub(r"(Beschäftigte|Mitarbeitende|Mitarbeiter|Fahrzeuge|Arbeitsplätze|Standorte)n$", r"\1", text)
