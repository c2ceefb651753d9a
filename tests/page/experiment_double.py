"""The experiments of the double: one experiment whose figures grow as a test says."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

from fastapi import FastAPI, Request
from starlette.responses import JSONResponse, Response, StreamingResponse

PLANNED = 1240
DRIFT = ((1.14, 0.94), (1.13, 1.1), (1.12, 1.05), (0.97, 0.95), (0.92, 1.0), (0.97, 1.02), (1.06, 1.05), (1.0, 1.0))
"""How far the rates of each day stand from those at the end."""
LINES = {"A": "detention charges down 41 percent", "B": "how Lakeshore Provision did it"}


def results(sent: tuple[int, int], replied: tuple[int, int], days: int) -> dict[str, Any]:
    """Return the figures after so many days."""
    rates = [count / all_sent if all_sent else 0.0 for count, all_sent in zip(replied, sent, strict=True)]
    variants = [
        {
            "name": name,
            "assigned": all_sent,
            "sent": all_sent,
            "delivered": round(all_sent * 0.97),
            "opened": round(all_sent * 0.4),
            "clicked": round(all_sent * 0.03),
            "replied": count,
            "bounced": round(all_sent * 0.03),
            "complained": 0,
            "unsubscribed": round(all_sent * 0.01),
            "rate": rate,
            "interval": [max(0.0, rate * 0.72), rate * 1.31 + 0.004],
            "chance_to_be_best": chance,
            "expected_loss": 0.001,
            "uplift": None if name == "A" or not rates[0] else rates[1] / rates[0] - 1,
            "uplift_interval": None if name == "A" else [-0.48, -0.08],
        }
        for name, all_sent, count, rate, chance in zip("AB", sent, replied, rates, (0.986, 0.014), strict=True)
    ]
    return {
        "variants": variants,
        "sample_ratio": {"p_value": 0.61, "ok": True},
        "guardrails": [{"name": "complaints", "ok": True, "detail": "Complaints below 0.1% in every variant"}],
        "planned_per_variant": PLANNED,
        "series": [
            {"at": f"2026-11-{16 + day:02}T12:00:00Z", "rates": [rates[0] * a, rates[1] * b]}
            for day, (a, b) in enumerate(DRIFT[-days:] if days else ())
        ],
    }


EARLY = (
    results((84, 86), (7, 5), 2),
    {
        "verdict": "collecting",
        "variant": None,
        "reason": "Fewer than 100 emails per variant: any difference so far is noise.",
        "needed": 1156,
        "method": "anytime-valid test, 1% of the error; planned test at the end, 4%",
    },
)
WINNER = (
    results((1240, 1260), (108, 76), 8),
    {
        "verdict": "winner_planned",
        "variant": "A",
        "reason": "At the planned size A has 8.7% replies, B 6.0%; chance does that once in a hundred.",
        "needed": 0,
        "method": "two-sided z-test at the planned size, Holm-adjusted",
    },
)
NOTHING = (
    results((0, 0), (0, 0), 0),
    {"verdict": "collecting", "variant": None, "reason": "", "needed": PLANNED, "method": ""},
)


class ExperimentDouble:
    """One experiment, its figures, and a stream of them."""

    def __init__(self) -> None:
        self.state = "running"
        self.figures, self.recommendation = EARLY
        self.asked: list[tuple[str, Any]] = []
        self.changed = asyncio.Condition()

    async def tell(self, told: tuple[dict[str, Any], dict[str, Any]]) -> None:
        """Change the figures, and tell whoever listens."""
        self.figures, self.recommendation = told
        async with self.changed:
            self.changed.notify_all()

    def document(self) -> dict[str, Any]:
        """Return the experiment."""
        variants = [{"name": name, "subject_line": line} for name, line in LINES.items()]
        return {
            "id": "exp_1",
            "name": "Bayfold: subject lines",
            "state": self.state,
            "variants": variants,
            "metric": "replied",
            "created_at": "2026-11-16T08:00:00Z",
        }

    async def stream(self) -> AsyncIterator[bytes]:
        """Yield the figures now and whenever they change."""
        while True:
            told = json.dumps({"results": self.figures, "recommendation": self.recommendation})
            yield f"event: results\ndata: {told}\n\n".encode()
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
            self.state = "draft"
            return JSONResponse(self.document(), 201)

        @app.get("/v1/experiments/{id}")
        async def experiment(id: str) -> dict[str, Any]:
            return self.document()

        @app.get("/v1/experiments/{id}/results")
        async def figures(id: str) -> dict[str, Any]:
            return self.figures

        @app.get("/v1/experiments/{id}/recommendation")
        async def recommendation(id: str) -> dict[str, Any]:
            return self.recommendation

        @app.get("/v1/experiments/{id}/stream")
        async def stream(id: str) -> Response:
            return StreamingResponse(self.stream(), media_type="text/event-stream")

        @app.post("/v1/experiments/{id}/{action}")
        async def act(id: str, action: str, request: Request) -> dict[str, Any]:
            body = await request.body()
            self.asked.append((action, json.loads(body) if body else None))
            self.state = {"start": "running", "pause": "paused", "stop": "stopped", "declare": "decided"}[action]
            return self.document()
