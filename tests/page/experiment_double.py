"""The experiments of the double: one experiment, whose figures the domain itself works out of counters."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import orjson
from fastapi import FastAPI, Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from experiments.experiment import Experiment
from experiments.recommendation import recommend
from experiments.results import results
from experiments.tally import Cohort, Counts
from experiments.variant import Variant

LINES = {"A": "detention charges down 41 percent", "B": "how Lakeshore Provision did it"}
FIRST_DAY = date(2026, 11, 2)
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)

Sent = tuple[tuple[int, int], tuple[int, int]]
"""Of A and of B on one day: emails sent, and replies to them."""

NOTHING: tuple[Sent, ...] = ()
EARLY: tuple[Sent, ...] = (((40, 3), (42, 3)), ((44, 4), (44, 2)))
WINNER: tuple[Sent, ...] = tuple(
    ((163, a), (163, b)) for a, b in ((17, 9), (16, 12), (15, 11), (11, 8), (12, 10), (15, 9), (16, 10), (13, 9))
)
OFF: tuple[Sent, ...] = tuple(((200, 14), (120, 8)) for _ in range(5))
"""Nearly twice as many sent in A, though the weights are even."""


class ExperimentDouble:
    """One experiment, its figures, and a stream of them."""

    def __init__(self) -> None:
        arms = tuple(Variant(name=name, subject_line=line) for name, line in LINES.items())
        self.experiment = Experiment(
            id="exp_1",
            name="Bayfold: subject lines",
            variants=arms,
            phases=((0.5, 0.5),),
            minimum_uplift=0.7,
            state="running",
        )
        self.days = EARLY
        self.asked: list[tuple[str, Any]] = []
        self.changed = asyncio.Condition()

    async def tell(self, days: tuple[Sent, ...]) -> None:
        """Change what was sent, and tell whoever listens."""
        self.days = days
        async with self.changed:
            self.changed.notify_all()

    def told(self) -> dict[str, Any]:
        """Return results and recommendation as the service writes them."""
        counters = {
            Cohort(name, 0, FIRST_DAY + timedelta(days=day)): Counts(
                assigned=sent, sent=sent, delivered=sent, replied=replied
            )
            for day, arms in enumerate(self.days)
            for name, (sent, replied) in zip("AB", arms, strict=True)
        }
        found = results(self.experiment, counters, NOW)
        series = [self._point(day) for day in range(len(self.days))]
        return {
            "results": {**found.model_dump(mode="json"), "series": series},
            "recommendation": recommend(found).model_dump(mode="json"),
        }

    def _point(self, day: int) -> dict[str, Any]:
        arms = [[of_day[arm] for of_day in self.days[: day + 1]] for arm in (0, 1)]
        rates = [sum(replied for _, replied in arm) / sum(sent for sent, _ in arm) for arm in arms]
        return {"at": (FIRST_DAY + timedelta(days=day)).isoformat(), "rates": rates}

    def document(self) -> dict[str, Any]:
        """Return the experiment."""
        return {**self.experiment.model_dump(mode="json"), "created_at": "2026-11-01T08:00:00Z"}

    async def stream(self) -> AsyncIterator[bytes]:
        """Yield the figures now and whenever they change."""
        while True:
            yield b"event: results\ndata: %b\n\n" % orjson.dumps(self.told())
            async with self.changed:
                await self.changed.wait()

    def serve(self, app: FastAPI) -> None:
        """Add the routes."""

        @app.get("/v1/experiments")
        async def experiments() -> dict[str, Any]:
            return {"experiments": [self.document()], "next": None}

        @app.post("/v1/experiments")
        async def create(request: Request) -> Response:
            self.asked.append(("create", await request.json()))
            self.experiment = self.experiment.model_copy(update={"state": "draft"})
            return JSONResponse(self.document(), 201)

        @app.get("/v1/experiments/{id}")
        async def experiment(id: str) -> dict[str, Any]:
            return self.document()

        @app.get("/v1/experiments/{id}/results")
        async def figures(id: str) -> Any:
            return self.told()["results"]

        @app.get("/v1/experiments/{id}/recommendation")
        async def recommendation(id: str) -> Any:
            return self.told()["recommendation"]

        @app.get("/v1/experiments/{id}/stream")
        async def stream(id: str) -> Response:
            return StreamingResponse(self.stream(), media_type="text/event-stream")

        @app.post("/v1/experiments/{id}/{action}")
        async def act(id: str, action: str, request: Request) -> dict[str, Any]:
            body = await request.body()
            wanted = orjson.loads(body) if body else None
            self.asked.append((action, wanted))
            one = self.experiment
            self.experiment = one.decide(wanted["variant"]) if action == "declare" else getattr(one, action)()
            return self.document()
