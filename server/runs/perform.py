"""Perform runs: claim them, bring them to their end, stop them."""

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any, TypeVar

from graph.state import State
from server.events import NodeFinished, NodeStarted, RunStarted
from server.regenerate import begin_anew
from server.runs.ending import failed
from server.runs.feeds import Feeds
from server.runs.held_run import CacheOf, Find, Graph, HeldRun, Keep
from server.runs.narration import Earlier, Narration
from server.runs.problems import RunLost
from server.runs.recorder import FIRST_PAUSE, LONGEST_PAUSE, Recorder, Scribe
from server.runs.watched import Observe, Watched
from server.store import campaigns, runs
from server.store.checkpoints import Checkpoints
from server.store.database import Connection, Database
from server.store.problems import RunTakenOver, StoreUnavailable
from server.store.rows import Campaign, Hold, RunRef
from server.telemetry.logs import logger_of

log = logger_of(__name__)

MOST_BEGUN = 8  # a step that took so many processes down with it is not begun in one more; chance alone hardly does
MOST_EPOCHS = 50  # nor is a run that takes them down in between: nobody restarts a service so often within minutes

T = TypeVar("T")


@dataclass(frozen=True)
class Runs:
    """Performs runs in this process."""

    graph: Graph
    seconds: float
    """Deadline of a run, from when this process takes it."""
    executor: str
    """Name of this process."""
    database: Database
    checkpoints: Checkpoints
    scribe: Scribe
    feeds: Feeds
    keep: Keep
    observe: Observe
    find: Find
    cache_of: CacheOf = lambda campaign: None
    clock: Callable[[], float] = time.time
    _held: dict[RunRef, "asyncio.Task[Any] | None"] = field(default_factory=dict)

    def reserve(self, ref: RunRef, most: int) -> bool:
        """Keep a place for a run that is about to be performed here, unless so many are; tell whether it has one."""
        if len(self._held) >= most:
            return False
        self._held[ref] = None
        return True

    def release(self, ref: RunRef) -> None:
        """Give up the place of a run that will not be performed here after all."""
        if self._held.get(ref) is None:
            self._held.pop(ref, None)

    @property
    def active(self) -> int:
        """Return how many runs this process performs, or is about to."""
        return len(self._held)

    async def perform(self, ref: RunRef, epoch: int) -> None:
        """Bring a run to its end; return at once if another has it, or as soon as it is no longer this process's."""
        began = perf_counter()
        async with AsyncExitStack() as stack:
            self._held.setdefault(ref, None)
            stack.callback(self._held.pop, ref, None)
            claimed = await _patiently(lambda: self._claim(ref, epoch))
            if claimed is None:
                return
            self._held[ref] = asyncio.current_task()  # not before: whoever looks would take it for one that was lost
            hold, campaign = claimed
            events, told = await stack.enter_async_context(self.feeds.fill(ref))
            recorder = self.scribe.recorder(hold, events)
            watched = Watched(recorder, stack.enter_context(self.observe(campaign, recovered=bool(told))))
            run = HeldRun(self, campaign, recorder, watched, Narration(watched, Earlier.of(told)))
            if not told:
                watched.append(RunStarted(campaign.id, campaign.model))
            status = await _while_held(recorder, run.to_its_end())
            log.info("run", epoch=epoch, status=status, ms=round((perf_counter() - began) * 1000))

    @property
    def held(self) -> tuple[RunRef, ...]:
        """Return those that it performs."""
        return tuple(ref for ref, task in self._held.items() if task)

    async def begin_anew(self, campaign: Campaign) -> State | None:
        """Return the state from which a part is written anew; None for a run that begins at the beginning."""
        return await begin_anew(self.database, campaign)

    async def stop_all(self, seconds: float) -> None:
        """Stop performing, and wait for so long at most until every run has let go of what it works with."""
        tasks = [task for task in self._held.values() if task]
        for ref in self.held:
            self.stop(ref)
        if tasks:
            await asyncio.wait(tasks, timeout=seconds)

    def stop(self, ref: RunRef) -> None:
        """Stop performing a run that was cancelled, or is to go on elsewhere."""
        if task := self._held.get(ref):
            task.cancel()
        else:
            self._held.pop(ref, None)

    async def _claim(self, ref: RunRef, epoch: int) -> tuple[Hold, Campaign] | None:
        async with self.database.writing() as connection:
            hold = await runs.claim(connection, ref, epoch, self.executor, self.clock())
            campaign = await campaigns.find(connection, ref.tenant, ref.campaign) if hold else None
            if hold is None or campaign is None:
                return None
            if not await _takes_processes_down(connection, hold):
                return hold, campaign
            await runs.cut(connection, ref, failed(ref, RunLost()), self.clock())
        log.error("run was given up", run_id=ref.campaign, processes=epoch)
        return None


async def _takes_processes_down(connection: Connection, hold: Hold) -> bool:
    """Tell whether processes keep dying in one step of a run; those that die in different steps die of other things."""
    if hold.epoch < MOST_BEGUN:
        return False
    told = await runs.events_after(connection, hold.ref, 0)
    ended = {event.task for event in told if event.name == NodeFinished.name}
    begun = Counter(event.task for event in told if event.name == NodeStarted.name and event.task not in ended)
    return hold.epoch > MOST_EPOCHS or max(begun.values(), default=0) >= MOST_BEGUN


async def _while_held(recorder: Recorder, work: Coroutine[Any, Any, str]) -> str:
    """Return what the work returns; stop it as soon as the hold ends."""
    working = asyncio.ensure_future(work)
    losing = asyncio.ensure_future(recorder.lost.wait())
    try:
        await asyncio.wait({working, losing}, return_when=asyncio.FIRST_COMPLETED)
        if working.done() and not isinstance(working.exception(), RunTakenOver):
            return working.result()
        return "taken over"
    finally:
        working.cancel()
        losing.cancel()
        await asyncio.gather(working, losing, return_exceptions=True)


async def _patiently(work: Callable[[], Awaitable[T]]) -> T:
    """Do the work as soon as the database answers."""
    pause = FIRST_PAUSE
    while True:
        try:
            return await work()
        except StoreUnavailable:
            await asyncio.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * 2)
