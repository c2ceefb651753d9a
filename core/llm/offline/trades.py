"""What a company sells, as one of some thirty trades, and what the buyers of that trade live with.

The tables stand in `trades/`: keywords of five languages, and per language the people who buy, their scenes (at the
desk and at the board's table), a problem for a subject line and a goal. Scenes name costs that no budget line carries;
they hold no numbers, so that nothing in them can be mistaken for a claim.
"""

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from core.icp import Seniority
from core.llm.offline.seller import Seller


@dataclass(frozen=True)
class Trade:
    """A trade as its buyers see it."""

    key: str
    kind: str
    """software, service, goods or works: what changes hands."""
    area: str
    """The trade as a noun phrase after `in`."""
    problem: str
    goal: str
    personas: tuple[tuple[str, Seniority], ...]
    desk: tuple[str, ...]
    board: tuple[str, ...]

    def scenes(self, seniority: Seniority) -> tuple[str, ...]:
        """Return its scenes, those of that reader's table first."""
        return self.board + self.desk if seniority in ("executive", "founder") else self.desk + self.board


def trade_of(seller: Seller, language: str) -> Trade | None:
    """Return the trade of a company in that language, or None where its words name none clearly.

    In a language that is not the site's the trade is told to the reader, with no sentence of the site beside it; so
    there the words that say what is sold must name it twice.
    """
    facts = tuple(_sold(f"{fact.heading} {fact.text}", seller.audience) for fact in seller.facts)
    key = _key(seller.name, _sold(seller.sells, seller.audience), seller.offers, facts)
    told = f"{seller.name} {_head(seller.sells)}".lower()
    if not key or (seller.language != language and len(set(_patterns()[key].findall(told))) < 2):
        return None
    return _trade(key, language)


_CLEAR = 3
"""Points from which a trade is recognised: one hit in what is sold, or three anywhere."""


@lru_cache(maxsize=256)
def _key(name: str, sells: str, offers: tuple[str, ...], facts: tuple[str, ...]) -> str:
    sold = _head(sells)
    weighted = ((sold, 3), (name, 2), (" ".join(offers), 1), (" ".join(map(_head, facts)), 0.5))
    points: dict[str, float] = {}
    for text, weight in weighted:
        lowered = f" {text.lower()} "
        for key, pattern in _patterns().items():
            points[key] = points.get(key, 0) + weight * min(len(pattern.findall(lowered)), 3)
    best = max(points, key=lambda key: (points[key], -_place(key, sold)), default="")
    if not best or points[best] < _CLEAR or not _names(best, f"{sold} {name} {' '.join(offers)}"):
        return ""
    return "" if _SOFTWARE.search(sold) and _table("keywords")[best]["kind"] != "software" else best


def _place(key: str, sold: str) -> int:
    """Return where what is sold first names a trade: `cleans solar panels` is cleaning."""
    match = _patterns()[key].search(f" {sold.lower()} ")
    return match.start() if match else len(sold) + 1


def _names(key: str, text: str) -> bool:
    """Tell whether what is sold names the trade: facts alone are as often about the buyers."""
    lowered = f" {text.lower()} "  # inside a word as well: `Versandkartons`
    return any(word in lowered for word in _table("keywords")[key]["keywords"])


def _sold(text: str, audience: tuple[str, ...]) -> str:
    """Return a text without the words for whom it is sold."""
    for whom in audience:
        text = text.replace(whom, " ")
    return text


_SOFTWARE = re.compile(
    r"\b(?:software|app|platform|portal|saas|\w+software|plattform|logiciel|plateforme|programa|plataforma|piattaforma"
    r"|gestionale|programma)\b",
    re.I,
)
_BUYERS = re.compile(r"\b(?:for|für|pour|para|from|bei|chez|aux|per)\b.*", re.I | re.S)


def _head(text: str) -> str:
    """Return a text up to the word that names whom it is for: buyers must not be taken for the trade."""
    return _BUYERS.sub("", text)


def matched_words(seller: Seller, key: str) -> tuple[str, ...]:
    """Return the words by which a company was recognised: a scene that shares none of them is about something else."""
    told = " ".join([seller.sells, seller.name, *seller.offers, *(_head(fact.text) for fact in seller.facts)])
    return tuple(_patterns()[key].findall(told.lower()))


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return one pattern per trade; a keyword counts where a word begins with it."""
    keywords = {key: entry["keywords"] for key, entry in _table("keywords").items()}
    return {key: re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + ")") for key, words in keywords.items()}


@lru_cache(maxsize=256)
def _trade(key: str, language: str) -> Trade:
    entry = _table(language)[key]
    return Trade(
        key=key,
        kind=_table("keywords")[key]["kind"],
        area=entry["area"],
        problem=entry["problem"],
        goal=entry["goal"],
        personas=tuple((persona["title"], persona["seniority"]) for persona in entry["personas"]),
        desk=tuple(entry["desk"]),
        board=tuple(entry["board"]),
    )


@lru_cache(maxsize=8)
def _table(name: str) -> dict[str, Any]:
    table: dict[str, Any] = json.loads(files("core.llm.offline").joinpath("trades", f"{name}.json").read_text("utf-8"))
    return table
