"""Results and recommendation: computed once after each change, however many read them."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import orjson
from pydantic import TypeAdapter

from core.value import Value
from server.experiments.catalogue import experiment_of, found, moment
from server.store import experiment_counters
from server.store import experiments as stored
from server.store.database import Database
from server.store.experiments import ExperimentRef, StoredExperiment

if TYPE_CHECKING:
    from experiments.recommendation import Recommendation
    from experiments.strata import Counters

KEPT = 256  # experiments; a few kilobytes each
FRESH_SECONDS = 60  # windows end at midnight, so figures of a minute ago differ in their time alone

_Key = tuple[int, int]


class Claim(Value):
    """The first winner that was found while the experiment ran. It stands, whatever the figures do afterwards."""

    variant: str
    at: datetime
    reason: str


@dataclass(frozen=True)
class Figures:
    """What an experiment says at one revision."""

    revision: int
    over: bool
    """Stopped or decided: hardly anything comes any more."""
    results: bytes
    """JSON."""
    recommendation: bytes

    @property
    def both(self) -> bytes:
        """Return one JSON of both."""
        parts = {"results": orjson.Fragment(self.results), "recommendation": orjson.Fragment(self.recommendation)}
        return orjson.dumps(parts)


class Analysis:
    """Computes figures in a thread, and keeps them until something changes."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database, self._clock = database, clock
        self._kept: OrderedDict[ExperimentRef, tuple[_Key, asyncio.Task[Figures]]] = OrderedDict()

    async def of(self, ref: ExperimentRef) -> Figures:
        """Return an experiment's figures; raise NotFound."""
        async with self._database.reading() as connection:
            row = found(await stored.find(connection, ref))
        key = (row.revision, int(self._clock() // FRESH_SECONDS))
        kept = self._kept.get(ref)
        if kept is None or kept[0] != key or _has_failed(kept[1]):
            kept = (key, asyncio.create_task(self._compute(ref)))
            self._kept[ref] = kept
        self._kept.move_to_end(ref)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return await asyncio.shield(kept[1])

    async def _compute(self, ref: ExperimentRef) -> Figures:
        async with self._database.reading() as connection:
            row = found(await stored.find(connection, ref))
            counters = await experiment_counters.read(connection, ref)
        figures, claim = await asyncio.to_thread(_figures, row, counters, moment(self._clock()))
        if claim:
            async with self._database.writing() as connection:
                await stored.keep_claim(connection, ref, claim.model_dump_json())
        return figures


def _has_failed(task: "asyncio.Task[Figures]") -> bool:
    return task.done() and (task.cancelled() or task.exception() is not None)


def _figures(row: StoredExperiment, counters: "Counters", now: datetime) -> tuple[Figures, Claim | None]:
    """Return the figures, and a claim to be kept if it is the first."""
    from experiments.recommendation import recommend  # statistics: three seconds to load, so not at the start
    from experiments.results import results
    from experiments.series import Point, series

    experiment = experiment_of(row)
    told = results(experiment, counters, now.astimezone(UTC))
    said = recommend(told)
    kept = Claim.model_validate_json(row.claim) if row.claim else None
    new = None
    if kept is None and said.verdict == "winner_early" and said.variant:
        new = Claim(variant=said.variant, at=now, reason=said.reason)
    points = TypeAdapter(tuple[Point, ...]).dump_python(series(experiment, counters), mode="json")
    content = {**told.model_dump(mode="json"), "series": points}
    figures = Figures(
        revision=row.revision,
        over=row.over,
        results=orjson.dumps(content),
        recommendation=standing(said, kept).model_dump_json().encode(),
    )
    return figures, new


def standing(said: "Recommendation", claim: Claim | None) -> "Recommendation":
    """Return the recommendation, or the early claim where it was made before and nothing speaks against it.

    The e-value may fall again after it has crossed its bound; the claim was right to make then. Harm, a broken sample
    ratio and the planned test's winner are told all the same.
    """
    overtaken = ("collecting", "leaning", "no_practical_difference", "inconclusive_at_size")
    if claim is None or said.verdict not in overtaken:
        return said
    reason = f"Found on {claim.at:%d %B %Y}, and it stands: {claim.reason}"
    return said.model_copy(
        update={"verdict": "winner_early", "variant": claim.variant, "reason": reason, "needed": None}
    )
