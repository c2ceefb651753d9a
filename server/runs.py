"""Run campaigns: each in a task of its own, shared by all who ask for the same, stopped when nobody waits any more."""

import asyncio
import logging
import secrets
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any, Literal, Protocol, cast

import orjson

from core.context import Context
from core.pack import Pack
from core.problems import Problem, QueueFull, RunTimeout
from core.request import CampaignRequest
from server.event_log import EventLog
from server.events import RunFailed, RunFinished, RunStarted
from server.narration import Narration
from server.problems import RunCancelled, as_problem
from server.site_state import SiteState

logger = logging.getLogger(__name__)

RETRY_AFTER_SECONDS = 5  # a campaign takes 2 to 20 s with common models, so a place is likely free by then

MODES = ("updates", "custom", "tasks")

Status = Literal["running", "finished", "failed", "cancelled"]


class Graph(Protocol):
    """The part of a compiled graph that a run needs."""

    def astream(
        self, input: Any, *, context: Context, stream_mode: Sequence[Any], version: Literal["v2"]
    ) -> AsyncIterator[Any]:
        """Run the graph and yield what happens."""
        ...


@dataclass(frozen=True)
class FinishedPack:
    """A pack as it is stored and answered."""

    id: str
    json: str
    site: SiteState | None = None
    """The state of the site that it was written from; a pack without it is not kept."""


Keep = Callable[[FinishedPack], Awaitable[None]]


class Run:
    """One campaign in the making: its log, its task, and how many wait for it."""

    def __init__(self, model: str) -> None:
        self.id = f"cmp_{secrets.token_urlsafe(16)}"
        self.model = model
        self.log = EventLog()
        self.status: Status = "running"
        self.problem: Problem | None = None
        self.pack: FinishedPack | None = None
        self.task: asyncio.Task[None] | None = None
        self.waiting = 0

    async def result(self) -> FinishedPack:
        """Wait for the pack; raise the run's problem."""
        assert self.task is not None
        await asyncio.wait({self.task})
        if self.pack is None:
            raise self.problem or RunCancelled()
        return self.pack

    def fail(self, problem: Problem, status: Status = "failed") -> None:
        """End the log with a problem, unless the run has ended already."""
        if not self.log.closed:
            self.problem, self.status = problem, status
            self.log.append(RunFailed(self.id, {**problem.body(), "instance": f"urn:campaign:{self.id}"}))

    def finish(self, pack: FinishedPack) -> None:
        """End the log with the pack."""
        self.pack, self.status = pack, "finished"
        self.log.append(RunFinished(self.id, orjson.Fragment(pack.json)))


class Watch:
    """One client's interest in a run; when the last is closed, the run stops at once."""

    def __init__(self, run: Run, on_last: Callable[[Run], None]) -> None:
        self.run = run
        self._on_last = on_last
        self._open = True
        run.waiting += 1

    def close(self) -> None:
        """Lose interest; closing twice does nothing more."""
        if self._open:
            self._open = False
            self.run.waiting -= 1
            if self.run.waiting == 0:
                self._on_last(self.run)


@dataclass(frozen=True)
class Runs:
    """All runs of this process that are not over yet."""

    graph: Graph
    model: str
    seconds: float
    """Deadline of a run."""
    most: int
    """Runs at the same moment."""
    _by_key: dict[str, Run] = field(default_factory=dict)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def join(self, key: str) -> Watch | None:
        """Return a share in the run of that key, if one is under way."""
        run = self._by_key.get(key)
        return Watch(run, self._abandon) if run else None

    def start(self, key: str, request: CampaignRequest, *, fresh: bool, keep: Keep) -> Watch:
        """Start a run that later requests of the same key can join; raise QueueFull.

        `keep` is awaited with the pack before its last event is told: who has seen it finds the pack in the cache.
        """
        if len(self._tasks) >= self.most:
            raise QueueFull(retry_after=RETRY_AFTER_SECONDS)
        run = self._by_key[key] = Run(self.model)
        run.task = asyncio.create_task(self._perform(run, request, fresh, keep), name=run.id)
        self._tasks.add(run.task)
        run.task.add_done_callback(lambda task: self._forget(key, run, task))
        return Watch(run, self._abandon)

    async def stop(self) -> None:
        """Cancel every run and wait until they are over."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _abandon(self, run: Run) -> None:
        """Stop a run that nobody waits for."""
        if run.log.closed or run.task is None:
            return
        for key in [key for key, known in self._by_key.items() if known is run]:
            del self._by_key[key]  # at once: a newcomer must not join what is being stopped
        run.task.cancel()

    def _forget(self, key: str, run: Run, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        if self._by_key.get(key) is run:
            del self._by_key[key]
        run.fail(RunCancelled(), "cancelled")  # only where the task was cancelled before its first step

    async def _perform(self, run: Run, request: CampaignRequest, fresh: bool, keep: Keep) -> None:
        """Run the graph, keep its pack, tell its log: whatever happens, the log is ended."""
        began = perf_counter()
        run.log.append(RunStarted(run.id, self.model))
        narration = Narration(run.log)
        try:
            pack = await self._follow(narration, {"request": request}, Context(campaign_id=run.id, fresh=fresh))
            finished = FinishedPack(run.id, pack.model_dump_json(), narration.site)
            await keep(finished)
            run.finish(finished)
        except asyncio.CancelledError:
            run.fail(RunCancelled(), "cancelled")
            raise
        except Exception as error:
            problem = narration.problem or as_problem(error)
            narration.fail_open_nodes(problem)
            run.fail(problem)
        finally:
            logger.info("run id=%s status=%s ms=%.0f", run.id, run.status, (perf_counter() - began) * 1000)

    async def _follow(self, narration: Narration, start: Mapping[str, Any], context: Context) -> Pack:
        """Narrate the graph's stream and return its pack; raise RunTimeout at the deadline."""
        try:
            async with asyncio.timeout(self.seconds) as limit:
                stream = self.graph.astream(start, context=context, stream_mode=MODES, version="v2")
                # Closed by hand, so that running steps stop wherever a cancellation strikes.
                async with aclosing(cast("AsyncGenerator[Any, None]", stream)):
                    async for part in stream:
                        narration.tell(part)
                        await asyncio.sleep(0)  # readers get this event before the next step takes the loop
        except TimeoutError:
            if limit.expired():
                raise RunTimeout(f"The run was stopped after {self.seconds:g} seconds.") from None
            raise
        if narration.pack is None:
            raise RuntimeError("the graph ended without a pack")
        return narration.pack
