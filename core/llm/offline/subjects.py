# ruff: noqa: E501 - one group of words per line reads better than a broken one
"""Make three subject lines from pieces of clauses: the problem, the outcome, the proof."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from core.llm.offline import verbs
from core.llm.offline.doubts import doubtful
from core.llm.offline.forms import Clause, clauses
from core.llm.offline.language import Language
from core.llm.offline.promised_times import timed_pieces
from core.llm.offline.reader import filled, matter_of, topic_of
from core.llm.offline.seller import Task
from core.llm.offline.sentences import content
from core.llm.offline.tongue import reads_as
from core.llm.offline.trades import Trade, trade_of
from core.sentences import words

MOST_WORDS, MOST_CHARACTERS = 5, 40
"""What the rubric takes as a full score (Boomerang, AESLC; a phone shows about 40 characters)."""
_TRIED = 6
"""Lines tried per angle: the best few."""
_TOOL = re.compile(
    r"(?:[Tt]he |[Aa]n? )?(?P<what>[a-z]+s(?: and [a-z]+s)?) (?:portal|platform|app|system|tool|software)\b"
)
_STATING = ("mechanism", "guarantee", "proof", "problem")
_IMPERATIVE = re.compile(
    r"(?:give|install|choose|watch|cancel|turn|see|get|ask|start|built|made|used|letters|only|uniquement|seulement|nur|solo"
    r"|abra|elija|pida|choisissez|demandez)\b|[A-Z]{2,}, ",
    re.I,
)
"""Beginnings of orders and of halves, which say nothing as a subject."""
_OFFERING = ("offer", "mechanism", "guarantee", "price")
_PAGE = re.compile(
    r"^(?:fabrication|manufacturing|production|fertigung|fabricación|customers?|kunden|clients|clientes|reviews?|applications?|options?|services?|products?|produkte|leistungen|pricing|contact|kontakt|about|features?|integrations?|support|faq|jobs?|audit"
    r"|design|hire|home|blog|news|events?|étude|services|contacto|servicios|empresa)$",
    re.I,
)
"""Names of pages, which say nothing as a subject."""
_REFUSED = re.compile(
    r"\b(?:we do not|we don't|not rated|never|nicht|kein\w*|ne \w+ pas|no trabajamos|no hacemos)\b", re.I
)
_LIMIT = re.compile(
    r"(?:\b(?:than|least|up to|within|over|in|of|von|mit|bis|zu|ab|über|mehr als|maximal|de|hasta|más de|desde|jusqu['’]à|plus de|moins de|à)|\d)"
    r" (?:\d+ (?:to|bis|à|a) )?$",
    re.I,
)
"""Words before a number that make it a limit, a share or a range: `8 in 10`, `within 500 miles`."""
_CUSTOMERS = content(
    "customers clients companies utilities practices hospitals stores brands schools plants sites fleets kitchens mills "
    "Kunden Praxen Betriebe Unternehmen Werke Filialen Standorte Märkte Kommunen Kliniken Verwaltungen clientes empresas "
    "cooperativas hoteles centros almazaras plantas talleres entreprises clients usines magasins boulangeries hôpitaux "
    "communes ateliers fabricants stagiaires restaurants"
)
"""Nouns that count whom a company works for."""
_NORM = re.compile(r"\b(?:ISO(?:/IEC)?|DIN EN ISO|EN|AS|SOC) ?\d[\w:./-]*")


@dataclass(frozen=True)
class Line:
    """A subject line and the fact it rests on; the smaller the rank, the better."""

    text: str
    fact: str = ""
    rank: float = 0.0


def compose_subject_lines(task: Task, language: Language) -> dict[str, Any]:
    """Return one subject line per angle, three thoughts that share no words."""
    maker = _Maker(task, language)
    options = {angle: maker.lines(make) for angle, make in maker.angles.items()}
    best = min(product(*options.values()), key=_cost)
    return {
        "subject_lines": [
            {"angle": angle, "text": line.text, "fact": line.fact} for angle, line in zip(options, best, strict=True)
        ]
    }


def _cost(lines: tuple[Line, ...]) -> tuple[float, str]:
    """Return what three lines cost together: their ranks, and much for two that are one thought."""
    alike = sum(_likeness(one.text, other.text) for one, other in combinations(lines, 2))
    same_fact = sum(bool(one.fact) and one.fact == other.fact for one, other in combinations(lines, 2))
    shapes = len(lines) - len(
        {re.sub(r".*(?=\{\{company\}\})", "", line.text) for line in lines if "{{company}}" in line.text}
    )
    plain = sum("{{company}}" not in line.text for line in lines)
    twice = len(lines) - len({line.text.lower() for line in lines})
    return round(
        sum(line.rank for line in lines) + alike + 40 * twice + 0.4 * same_fact + 1.5 * (shapes - plain), 4
    ), str(lines)


def _likeness(one: str, other: str) -> float:
    """Return what it costs that two lines share words: much where they are one thought, some where half is shared."""
    first, second = content(one), content(other)
    shared = len(first & second)
    if one.lower() == other.lower() or (shared and shared > 0.6 * len(first | second)):
        return 14.0
    return 8.0 if shared and shared >= 0.5 * min(len(first), len(second)) else 0.0


def _fits(text: str) -> bool:
    return 2 <= len(words(text)) <= MOST_WORDS and len(text) <= MOST_CHARACTERS


class _Maker:
    """Makes lines from one company's clauses."""

    def __init__(self, task: Task, language: Language) -> None:
        self.task, self.language = task, language
        self.read: tuple[Clause, ...] = clauses(task.company, language)
        self.topic = topic_of(task, language)
        self.matter = matter_of(task, language)
        self.trade: Trade | None = trade_of(task.company, language.code)
        self.known = content(" ".join([task.company.sells, *task.company.offers]))
        self.named = {self.small(offer) for offer in task.company.offers}
        self.angles: dict[str, Callable[[], Iterator[Line]]] = {
            "problem": self.problems, "outcome": self.outcomes, "proof": self.proofs,
        }  # fmt: skip

    def lines(self, make: Callable[[], Iterator[Line]]) -> list[Line]:
        """Return the best lines of an angle; in a revision those that were not there before."""
        made = [line for line in [*make(), *self.plain()] if _fits(line.text)]
        before = set(self.task.revision.previous.splitlines()) if self.task.revision else set()
        fresh = [line for line in made if line.text not in before] or made
        ranked = sorted({line.text: line for line in sorted(fresh, key=lambda line: -line.rank)}.values(), key=_order)
        skip = self.task.revision.attempt - 1 if self.task.revision and len(ranked) > 3 else 0
        return ranked[min(skip, max(0, len(ranked) - 3)) :][:_TRIED] or [Line(self.task.company.name or "?")]

    def plain(self) -> Iterator[Line]:
        """Yield what can always be said: single things that are sold, and last of all the two names."""
        for index, (offer, fact) in enumerate(self.offered()):
            if text := filled("<offer> <at_company>", self.language, self.task.brief, {"offer": offer}):
                yield Line(text, fact, rank=5.0 + 0.1 * index)
            if " " in offer and offer not in self.named:
                yield Line(offer, fact, rank=5.2 + 0.1 * index)
        for index, frame in enumerate(self.language.phrases.subjects.plain):
            if text := filled(
                frame, self.language, self.task.brief, {"topic": self.topic, "name": self.task.company.name}
            ):
                yield Line(text, rank=9.0 if "<topic>" in frame else 12.0 + 6 * index)

    def offered(self) -> Iterator[tuple[str, str]]:
        """Yield the names of single offers: short noun phrases that facts say something about."""
        headed = {fact.heading: fact for fact in self.task.company.facts if fact.kind in _OFFERING}
        told = content(" ".join(fact.text for fact in self.task.company.facts))
        headings = [
            heading
            for heading in headed
            if content(heading) & told
            and heading not in self.task.company.offers
            and not _titled(heading, self.language)
        ]
        for offer in (*self.task.company.offers, *headings):
            fact = headed.get(offer) or next((f for f in self.task.company.facts if f.heading == offer), None)
            plain = re.fullmatch(r"[^\W\d_][\w'’-]*(?: [\w'’-]+){0,2}", offer) and not _PAGE.search(offer)
            plain = plain and not self.language.grammar.you.search(offer) and not self.language.grammar.we.search(offer)
            spoken = reads_as(offer, self.language.code, self.task.company.language)
            fits = plain and spoken and not self.language.grammar.is_sentence(offer, False)
            own = content(offer) - content(self.task.company.name)
            if fact and fits and own and not _REFUSED.search(fact.text):
                yield self.small(offer), fact.id

    def pieces(self) -> Iterator[Line]:
        """Yield short statements of the site as they stand: `alarms fitted to every scaffold`, `flat fee`."""
        grammar, seller = self.language.grammar, self.task.company
        for index, fact in enumerate(seller.facts):
            told = fact.text.replace("\u00a0", " ").strip()
            if not _fits(told.rstrip(".").split(", ")[0]) or len(words(told)) > (6 if told.endswith(".") else 12):
                continue
            text = told.rstrip(".").split(", ")[0]
            whole = grammar.is_sentence(text, True) or grammar.seller_first.match(text) or grammar.you.search(text)
            if fact.kind not in _STATING or whole or not _fits(text) or doubtful(text, self.language):
                continue
            named = _titled(text, self.language) or content(text) & content(seller.name)
            if reads_as(text, self.language.code, seller.language) and not named and not _REFUSED.search(text):
                figure = 0.0 if re.search(r"\d", text) else 1.0
                if not verbs.base_of(text.split()[0]) and not _IMPERATIVE.match(text):
                    yield Line(self.small(text), fact.id, rank=2.4 + figure + 0.03 * index)

    def problems(self) -> Iterator[Line]:
        """Yield the reader's matter: what results have lowered, what is sold, what the trade suffers from."""
        reduced = next(((clause.reduced, clause.fact) for clause in self.read if clause.reduced), ("", ""))
        slots = {"reduced": reduced[0], "topic": self.matter or self.handled()}
        for index, frame in enumerate(self.language.phrases.subjects.problem):
            if text := filled(frame, self.language, self.task.brief, slots):
                yield Line(text, reduced[1] if "<reduced>" in frame else "", rank=1.0 + index)
        if self.matter:
            yield Line(self.matter, rank=2.6)
        if self.trade and not self.strange(self.trade.problem):
            yield Line(self.small(self.trade.problem), rank=2.2)

    def handled(self) -> str:
        """Return what an English tool is for, where its name says so: `returns and exchanges portal`."""
        match = _TOOL.match(self.task.company.sells) if self.language.code == "en" else None
        return match["what"] if match and len(words(match["what"])) < MOST_WORDS else ""

    def outcomes(self) -> Iterator[Line]:
        """Yield what comes out: a time kept, something lowered, how to start."""
        for index, clause in enumerate(self.read):
            if clause.role in ("scene", "audience"):
                continue
            for text in timed_pieces(clause.text, self.language):
                if content(text) & content(self.task.company.name):
                    continue
                yield Line(self.small(text), clause.fact, rank=1.0 + 0.05 * index)
            for text in self.reductions(clause):
                yield Line(text, clause.fact, rank=1.2 + 0.05 * index)
            for text in self.starts(clause):
                yield Line(text, clause.fact, rank=1.9 + 0.05 * index)
            if clause.fragment and clause.role in ("guarantee", "offer", "price") and not clause.customer:
                yield Line(self.small(_bare(clause.text)), clause.fact, rank=2.5 + 0.05 * index)
        yield from self.pieces()
        if self.trade and not self.strange(self.trade.goal):
            yield Line(self.trade.goal, rank=4.0)

    def starts(self, clause: Clause) -> Iterator[str]:
        """Yield the words of an offer, a promise or a price that can stand alone: `free trial`, `fixed fee`."""
        for pattern in self.language.phrases.subjects.terms:
            if match := pattern.search(clause.text):
                yield self.small(match["piece"])

    def proofs(self) -> Iterator[Line]:
        """Yield what proves it: a customer, a count, a norm."""
        for index, clause in enumerate(self.read):
            for place, frame in enumerate(self.language.phrases.subjects.customer if clause.customer else ()):
                text = frame.replace("<customer>", clause.customer)
                yield Line(text, clause.fact, rank=1.0 + 0.3 * place + 0.05 * index)
            if clause.role in ("scene", "price") or clause.customer:
                continue
            if piece := self.counted(clause.text):
                bare = 0.8 if len(words(piece)) == 2 or clause.role == "does" else 0.0
                yield Line(piece, clause.fact, rank=1.4 + bare + 0.05 * index)
            if match := _NORM.search(clause.text):
                yield Line(match[0].rstrip(".:") + self.certified(clause.text), clause.fact, rank=2.8)
            if clause.fragment and clause.role == "proof":
                yield Line(self.small(_bare(clause.text)), clause.fact, rank=1.6 + 0.05 * index)
            for text in self.starts(clause):
                yield Line(text, clause.fact, rank=3.0 + 0.05 * index)
        yield from self.pieces()

    def counted(self, text: str) -> str:
        """Return a number with whom it counts: customers of a kind that the company serves, never a limit or a share."""
        match = self.language.phrases.subjects.counted.search(text)
        if not match or _LIMIT.search(text[: match.start("piece")]):
            return ""
        served = content(" ".join(self.task.company.audience)) | _CUSTOMERS
        sold = content(self.task.company.sells)
        return match["piece"] if content(match["piece"]) & (served | (sold & served)) else ""

    def reductions(self, clause: Clause) -> Iterator[str]:
        """Yield what a result has lowered, with how much: `water loss down 18 percent`."""
        for pattern in self.language.grammar.reduced if clause.reduced else ():
            found = pattern.search(clause.text)
            if not found or found["what"].lower() != clause.reduced.lower():
                continue
            ranged = bool(re.match(r"(?:from|von|de) ", found["much"]))
            frames = [f for f in self.language.phrases.subjects.outcome if ranged == (f == "<reduced> <much>")]
            slots = {"reduced": clause.reduced, "much": found["much"]}
            piece = found.groupdict().get("piece")
            texts = [piece] if piece else [filled(f, self.language, self.task.brief, slots) for f in frames]
            yield from (_elided(text).rstrip(".") for text in texts if text)

    def strange(self, text: str) -> bool:
        """Tell whether a line of the table shares no word with what the company sells."""
        return not content(text) & self.known

    def certified(self, text: str) -> str:
        """Return the word after a norm that says it was certified."""
        match = re.search(r"\b(?:certified|zertifiziert)\b", text)
        return f" {match[0]}" if match else ""

    def small(self, text: str) -> str:
        """Write the first letter small, unless nouns keep theirs or the word holds another capital."""
        if self.language.phrases.subjects.keeps_case or any(char.isupper() for char in text.split(" ", 1)[0][1:]):
            return text
        return text[:1].lower() + text[1:]


def _titled(heading: str, language: Language) -> bool:
    """Tell whether a heading is written like a name: a customer's, a person's."""
    return language.code != "de" and any(word[:1].isupper() for word in heading.split()[1:])


def _order(line: Line) -> tuple[float, str]:
    return line.rank, line.text


def _bare(text: str) -> str:
    """Return a fragment without its label."""
    return text.partition(": ")[2].rstrip(".")


def _elided(text: str) -> str:
    """Write `d'` for `de` before a vowel."""
    return re.sub(r"\bde (?=[aeiouyéèêàâh])", "d'", text) if " en moins" in text else text
