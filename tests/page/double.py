"""A small service that has the whole surface the page uses, and plays recorded runs as a test says."""

import asyncio
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

import uvicorn
from fastapi import FastAPI, Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from server.http_server import listen
from server.page.serve import router
from tests.page.experiment_double import ExperimentDouble
from tests.page.recorded import BAYFOLD, Log, cancelled, read_log, resumed

Platform = Literal["hubspot", "instantly", "smartlead"]
CREATED = "2026-11-24T09:30:00Z"
PROBLEM = "application/problem+json"
EXAMPLES = [
    {"website": "https://bayfold.example", "name": "Bayfold", "description": "Dock scheduling", "language": "en"},
    {"website": "https://tarrowby-springs.example", "name": "Tarrowby Springs", "description": "", "language": "en"},
    {"website": "https://lindthal-werksberatung.example", "name": "Lindthal", "description": "", "language": "de"},
]


@dataclass
class Play:
    """How runs go: what is told, how fast, where it waits, and where the line breaks."""

    log: Log = field(default_factory=lambda: read_log(BAYFOLD))
    pause: float = 0.0
    """Seconds between two events."""
    hold: int | None = None
    """Wait after so many events until `go_on` is set."""
    go_on: asyncio.Event = field(default_factory=asyncio.Event)
    breaks: list[int] = field(default_factory=list)
    """Close the connection after each of these events, once."""
    refusal: dict[str, Any] | None = None
    """Answer the next request for a campaign with this problem."""
    failed_node: str = ""
    """Where a second try begins."""


@dataclass
class Run:
    """One campaign, growing."""

    id: str
    request: dict[str, Any]
    log: Log
    seen: int = 0
    status: str = "running"
    score: int | None = None
    company: str | None = None

    def campaign(self, *, whole: bool = False) -> dict[str, Any]:
        """Return what the service says of it."""
        last = self.log[-1].data
        told = {
            "id": self.id,
            "status": self.status,
            "created_at": CREATED,
            "started_at": CREATED,
            "finished_at": None if self.status == "running" else "2026-11-24T09:30:07Z",
            "website": self.request.get("website"),
            "company": self.company,
            "model": "offline",
            "score": self.score,
            "batch": None,
        }
        if whole:
            told["request"] = self.request
            if self.status == "finished":
                told["pack"] = {**last["pack"], "id": self.id}
            elif self.status in ("failed", "cancelled"):
                told["problem"] = last["problem"]
        return told


class Double:
    """The service; `play` says how the next runs go, `asked` keeps what was sent to it."""

    def __init__(self) -> None:
        self.play = Play()
        self.runs: dict[str, Run] = {}
        self.asked: list[tuple[str, Any]] = []
        self.key: str | None = None
        self.forgets = False
        """The events of finished runs are gone."""
        self.experiment = ExperimentDouble()
        self.grown = asyncio.Condition()
        self._ids = itertools.count(1)
        self._playing: dict[str, asyncio.Task[None]] = {}
        self.app = self._app()

    def add(self, company: str, website: str, status: str, score: int | None) -> Run:
        """Put a campaign of the past into the list."""
        log = read_log(BAYFOLD)
        run = Run(f"cmp_{next(self._ids)}", {"website": website}, log, len(log), status, score, company)
        self.runs[run.id] = run
        return run

    async def stop(self) -> None:
        """End what still plays."""
        for task in self._playing.values():
            task.cancel()
        await asyncio.gather(*self._playing.values(), return_exceptions=True)

    def start(self, request: dict[str, Any], log: Log) -> Run:
        """Begin a run."""
        run = Run(f"cmp_{next(self._ids)}", request, log)
        self.runs[run.id] = run
        self._playing[run.id] = asyncio.create_task(self._grow(run))
        return run

    async def _grow(self, run: Run) -> None:
        play = self.play
        while run.seen < len(run.log):
            if play.hold is not None and run.seen == play.hold:
                await play.go_on.wait()
            await asyncio.sleep(play.pause)
            await self._tell(run)

    async def _tell(self, run: Run) -> None:
        event = run.log[run.seen]
        run.seen += 1
        if event.name == "node.finished" and "company" in event.data["output"]:
            run.company = event.data["output"]["company"]["name"]
        if event.name == "run.finished":
            run.status, run.score = "finished", event.data["pack"]["quality"]["score"]
        if event.name == "run.failed":
            run.status = "cancelled" if event.data["problem"]["code"] == "run_cancelled" else "failed"
        async with self.grown:
            self.grown.notify_all()

    async def stream(self, run: Run, after: int = 0) -> AsyncIterator[bytes]:
        """Yield the run's events after one, until its end or until the line breaks."""
        yield b": ping\n\n"
        while after < len(run.log):
            if run.seen <= after:
                async with self.grown:
                    await self.grown.wait()
                continue
            yield run.log[after].frame(after + 1, run.id)
            after += 1
            if after in self.play.breaks:
                self.play.breaks.remove(after)
                return

    def sse(self, run: Run, after: int = 0) -> Response:
        """Answer with a stream."""
        return StreamingResponse(self.stream(run, after), media_type="text/event-stream")

    def _app(self) -> FastAPI:
        app = FastAPI()

        @app.middleware("http")
        async def ask_for_key(request: Request, call_next: Any) -> Response:
            asks = self.key and request.url.path.startswith("/v1/campaigns")
            if asks and request.headers.get("authorization") != f"Bearer {self.key}":
                return problem({"status": 401, "code": "unauthorized", "title": "A key is needed"})
            response: Response = await call_next(request)
            return response

        @app.get("/v1/examples")
        async def examples() -> dict[str, Any]:
            return {"examples": EXAMPLES}

        @app.get("/v1/campaigns/email")
        async def campaigns(limit: int = 20, cursor: int = 0, status: str = "", search: str = "") -> dict[str, Any]:
            found = [run.campaign() for run in reversed(self.runs.values()) if fits(run, status, search)]
            more = cursor + limit < len(found)
            return {"campaigns": found[cursor : cursor + limit], "next": str(cursor + limit) if more else None}

        @app.post("/v1/campaigns/email")
        async def generate(request: Request) -> Response:
            body = await request.json()
            self.asked.append(("generate", body))
            if self.play.refusal:
                refusal, self.play.refusal = self.play.refusal, None
                return problem(refusal)
            return self.sse(self.start(body, self.play.log))

        @app.get("/v1/campaigns/email/{id}")
        async def campaign(id: str) -> Response:
            if id not in self.runs:
                return problem({"status": 404, "code": "not_found", "title": "There is no such campaign"})
            return JSONResponse(self.runs[id].campaign(whole=True), headers={"ETag": '"1"'})

        @app.delete("/v1/campaigns/email/{id}")
        async def delete(id: str, request: Request) -> Response:
            self.asked.append(("delete", request.headers.get("if-match")))
            del self.runs[id]
            return Response(status_code=204)

        @app.get("/v1/campaigns/email/{id}/events")
        async def events(id: str, request: Request) -> Response:
            run, after = self.runs[id], int(request.headers.get("last-event-id", 0))
            self.asked.append(("events", after))
            return Response(status_code=204) if self.forgets or after >= len(run.log) else self.sse(run, after)

        @app.post("/v1/campaigns/email/{id}/cancel")
        async def cancel(id: str) -> dict[str, Any]:
            run = self.runs[id]
            self._playing[id].cancel()
            run.log = cancelled(run.log, run.seen)
            await self._tell(run)
            return run.campaign()

        @app.post("/v1/campaigns/email/{id}/retry")
        async def retry(id: str) -> Response:
            run = self.runs[id]
            run.log, run.seen, run.status = resumed(read_log(BAYFOLD), self.play.failed_node), 0, "running"
            self._playing[id] = asyncio.create_task(self._grow(run))
            return JSONResponse(run.campaign(), 202)

        @app.post("/v1/campaigns/email/{id}/regenerate")
        async def regenerate(id: str, request: Request) -> Response:
            self.asked.append(("regenerate", await request.json()))
            return self.sse(self.start(self.runs[id].request, self.play.log))

        @app.get("/v1/campaigns/email/{id}/export")
        async def export(id: str, platform: Platform) -> Response:
            name = f'attachment; filename="{platform}.csv"'
            return Response("subject\r\n", media_type="text/csv", headers={"Content-Disposition": name})

        self.experiment.serve(app)
        app.include_router(router)
        return app


@asynccontextmanager
async def serving(double: Double) -> AsyncIterator[tuple[Double, str]]:
    """Serve a double on a port of this machine; yield it with its address."""
    config = uvicorn.Config(double.app, log_config=None, lifespan="off", ws="none", timeout_graceful_shutdown=0)
    server = uvicorn.Server(config)
    listener = listen("127.0.0.1", 0)
    task = asyncio.create_task(server.serve([listener]))
    yield double, f"http://127.0.0.1:{listener.getsockname()[1]}"
    await double.stop()
    server.should_exit = True
    await task


def fits(run: Run, status: str, search: str) -> bool:
    """Return whether a campaign belongs into the list asked for."""
    text = f"{run.company} {run.request.get('website')}".lower()
    return (not status or run.status == status) and search.lower() in text


def problem(document: dict[str, Any]) -> Response:
    """Answer with a problem document."""
    return JSONResponse(document, document["status"], media_type=PROBLEM)
