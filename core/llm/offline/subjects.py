"""Make three subject lines from pieces of clauses: the problem, the outcome, the proof."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from core.llm.offline.forms import Clause, clauses, names_of
from core.llm.offline.language import Language
from core.llm.offline.promised_times import timed_pieces
from core.llm.offline.reader import filled, matter_of, topic_of
from core.llm.offline.seller import Task
from core.llm.offline.sentences import content
from core.llm.offline.trades import Trade, trade_of
from core.sentences import words

MOST_WORDS, MOST_CHARACTERS = 5, 40
"""What the rubric takes as a full score (Boomerang, AESLC; a phone shows about 40 characters)."""
_TRIED = 6
"""Lines tried per angle: the best few."""
_LONG_NAME = 20
"""Characters of a name that leave room for `and {{company}}`."""
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
    twice = len(lines) - len({line.text.lower() for line in lines})
    return round(sum(line.rank for line in lines) + alike + 40 * twice + 0.4 * same_fact, 4), str(lines)


def _likeness(one: str, other: str) -> float:
    """Return what it costs that two lines share words: much where they are one thought, some where half is shared."""
    first, second = content(one), content(other)
    shared = len(first & second)
    if one.lower() == other.lower() or (shared and shared > 0.6 * len(first | second)):
        return 14.0
    return 4.0 if shared and shared >= 0.5 * min(len(first), len(second)) else 0.0


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
        self.known = content(" ".join([task.company.sells, *(fact.text for fact in task.company.facts)]))
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
        """Yield what can always be said: the seller and its topic."""
        name = self.task.company.name
        short = name if len(words(name)) <= 2 and len(name) <= _LONG_NAME else (names_of(name) or (name,))[-1]
        for index, frame in enumerate(self.language.phrases.subjects.plain):
            if text := filled(frame, self.language, self.task.brief, {"topic": self.topic, "name": short}):
                yield Line(text, rank=6.0 + index)

    def problems(self) -> Iterator[Line]:
        """Yield the reader's matter: what results have lowered, what is sold, what the trade suffers from."""
        reduced = next(((clause.reduced, clause.fact) for clause in self.read if clause.reduced), ("", ""))
        slots = {"reduced": reduced[0], "topic": self.matter}
        for index, frame in enumerate(self.language.phrases.subjects.problem):
            if text := filled(frame, self.language, self.task.brief, slots):
                yield Line(text, reduced[1] if "<reduced>" in frame else "", rank=1.0 + index)
        if self.matter:
            yield Line(self.matter, rank=2.6)
        if self.trade:
            yield Line(self.small(self.trade.problem), rank=2.2 + self.strange(self.trade.problem))

    def outcomes(self) -> Iterator[Line]:
        """Yield what comes out: a time kept, something lowered."""
        for index, clause in enumerate(self.read):
            if clause.role in ("scene", "audience"):
                continue
            for text in timed_pieces(clause.text, self.language):
                yield Line(self.small(text), clause.fact, rank=1.0 + 0.05 * index)
            for text in self.reductions(clause):
                yield Line(text, clause.fact, rank=1.2 + 0.05 * index)
            if clause.fragment and clause.role in ("guarantee", "offer", "price"):
                yield Line(self.small(_bare(clause.text)), clause.fact, rank=2.5 + 0.05 * index)
            if clause.role == "does" and (served := self.language.phrases.subjects.served.search(clause.text)):
                yield Line(served["piece"], clause.fact, rank=4.5 + 0.05 * index)
        if self.trade:
            yield Line(self.trade.goal, rank=4.0 + self.strange(self.trade.goal))

    def proofs(self) -> Iterator[Line]:
        """Yield what proves it: a customer, a count, a norm."""
        for index, clause in enumerate(self.read):
            for place, frame in enumerate(self.language.phrases.subjects.customer if clause.customer else ()):
                text = frame.replace("<customer>", clause.customer)
                yield Line(text, clause.fact, rank=1.0 + 0.3 * place + 0.05 * index)
            if clause.role in ("scene", "price"):
                continue
            if match := self.language.phrases.subjects.counted.search(clause.text):
                yield Line(match["piece"], clause.fact, rank=(1.4 if clause.role == "proof" else 2.2) + 0.05 * index)
            if match := _NORM.search(clause.text):
                yield Line(match[0].rstrip(".") + self.certified(clause.text), clause.fact, rank=2.8)
            if clause.fragment and clause.role == "proof":
                yield Line(self.small(_bare(clause.text)), clause.fact, rank=1.6 + 0.05 * index)

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
            if ranged:
                yield found["much"].rstrip(".")

    def strange(self, text: str) -> float:
        """Return a surcharge for a line of the table that shares no word with the company's facts."""
        return 0.0 if content(text) & self.known else 5.0

    def certified(self, text: str) -> str:
        """Return the word after a norm that says it was certified."""
        match = re.search(r"\b(?:certified|zertifiziert)\b", text)
        return f" {match[0]}" if match else ""

    def small(self, text: str) -> str:
        """Write the first letter small, unless nouns keep theirs or the word holds another capital."""
        if self.language.phrases.subjects.keeps_case or any(char.isupper() for char in text.split(" ", 1)[0][1:]):
            return text
        return text[:1].lower() + text[1:]


def _order(line: Line) -> tuple[float, str]:
    return line.rank, line.text


def _bare(text: str) -> str:
    """Return a fragment without its label."""
    return text.partition(": ")[2].rstrip(".")


def _elided(text: str) -> str:
    """Write `d'` for `de` before a vowel."""
    return re.sub(r"\bde (?=[aeiouyéèêàâh])", "d'", text) if " en moins" in text else text
