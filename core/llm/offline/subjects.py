"""Make three subject lines from pieces of clauses: three thoughts that share no words."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations, product
from typing import Any

from core.llm.offline.language import Language
from core.llm.offline.seller import Task
from core.llm.offline.sentences import content
from core.llm.offline.subject_doors import ONLY_NAMES, PEOPLE, Doors, Line
from core.llm.offline.subject_forms import fits
from core.llm.offline.two_sides import torn
from core.llm.offline.wishes import nearest

_TRIED = 9
"""Lines tried per angle: the best few."""
_TOLD = 0.5
"""Rank that a line gains whose fact the first email tells."""
_SAME_LINE = 120.0
"""What it costs that a line stands there twice."""
_NAMED_AGAIN = 40.0
"""What it costs that a second line names the seller."""
_TIME_ALONE = re.compile(
    r"\S+ (?:min|minutes?|hours?|days?|weeks?|months?|years?|Minuten|Stunden|Tagen?|Wochen|Monate|Jahre"
    r"|heures?|jours?|semaines?|mois|ans|minutos|horas?|días?|semanas?|meses|años|minuti|ore|giorni|settimane|mesi|anni)"
)
"""`17 days`: of what, it does not say."""
_LENT = 9.0
"""Rank that a line loses behind a door that is not its own."""


def compose_subject_lines(task: Task, language: Language) -> dict[str, Any]:
    """Return one subject line per angle, three thoughts that share no words."""
    maker = _Choice(task, language)
    options = maker.options()
    triples = list(product(*options.values()))
    best = min(nearest(triples, task.revision, lambda lines: "\n".join(line.text for line in lines)), key=_cost)
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
    named = sum(line.rank >= ONLY_NAMES for line in lines)
    return round(
        sum(line.rank for line in lines)
        + _NAMED_AGAIN * max(0, named - 1)
        + alike
        + _SAME_LINE * twice
        + 0.4 * same_fact
        + 1.5 * (shapes - plain),
        4,
    ), str(lines)


def _likeness(one: str, other: str) -> float:
    """Return what it costs that two lines share words: much where they are one thought, some where half is shared."""
    first, second = content(one), content(other)
    shared = len(first & second)
    if one.lower() == other.lower() or (shared and shared > 0.6 * len(first | second)):
        return 14.0
    return 8.0 if shared and shared >= 0.5 * min(len(first), len(second)) else 0.0


class _Choice:
    """Chooses among the lines of one company's doors."""

    def __init__(self, task: Task, language: Language) -> None:
        self.task, self.doors = task, Doors(task, language)

    def options(self) -> dict[str, list[Line]]:
        """Return the best lines of each door; where one has few, the others lend it theirs."""
        own = {angle: self.lines(make) for angle, make in self.doors.angles.items()}
        lent = [replace(line, rank=line.rank + _LENT) for lines in own.values() for line in lines[:3] if line.fact]
        found = {
            angle: sorted(
                [*lines, *(one for one in lent if one.text not in {line.text for line in lines})], key=_order
            )[:_TRIED]
            for angle, lines in own.items()
        }
        stood = [self.kept(at) for at in range(len(found))]
        pairs = zip(found.items(), stood, strict=True)
        return {angle: [one for one in lines if one.text == line] or lines for (angle, lines), line in pairs}

    def kept(self, angle: int) -> str:
        """Return the line that stood at a door before, if no finding names it."""
        before = self.task.revision.previous.splitlines() if self.task.revision else []
        return before[angle] if len(before) > angle and before[angle] not in self.refused() else ""

    def lines(self, make: Callable[[], Iterator[Line]]) -> list[Line]:
        """Return the best lines of an angle; in a revision those that were not there before."""
        cited = {one.fact for one in self.task.outreach.cited}
        told = (replace(line, rank=line.rank - _TOLD) if line.fact in cited else line for line in make())
        made = [line for line in [*told, *self.doors.plain()] if self.fits(line)]
        refused = self.refused()
        fresh = [line for line in made if line.text not in refused]
        fresh = fresh if any(line.rank < ONLY_NAMES for line in fresh) else made
        ranked = sorted({line.text: line for line in sorted(fresh, key=lambda line: -line.rank)}.values(), key=_order)
        return ranked[:_TRIED] or [Line(self.task.company.name or "?")]

    def fits(self, line: Line) -> bool:
        """Tell whether a line is short, says something, and is not about the seller's own people."""
        spoken = re.search(r"[a-zäöüßéèêàçñáíóú]{4}", line.text.replace("{{company}}", ""))
        fact = self.task.company.fact(line.fact)
        if _TIME_ALONE.fullmatch(line.text) or (fact and torn(line.text, fact.text)):
            return False
        return bool(fits(line.text) and spoken and not PEOPLE.search(line.text) and self.spoken(line))

    def refused(self) -> set[str]:
        """Return the lines of the text before that a finding names; all of them where none is named."""
        if not self.task.revision:
            return set()
        before = set(self.task.revision.previous.splitlines())
        told = "\n".join(self.task.revision.findings)
        if self.task.revision.wish is not None:
            return before
        return {line for line in before if f"“{line}”" in told} or before

    def spoken(self, line: Line) -> bool:
        """Tell whether a line may stand: the seller's name only where nothing else is left."""
        own = content(self.task.company.name) - content(self.task.company.sells)
        return line.rank >= ONLY_NAMES or not content(line.text.replace("{{company}}", "")) & own


def _order(line: Line) -> tuple[float, str]:
    return line.rank, line.text
