"""Perform a run: claim it, run the graph from where it stands, keep its pack, write its end."""

import asyncio
import logging
import time
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, aclosing, asynccontextmanager
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any, Literal, Protocol, Self, TypeVar, cast

import orjson

from core.context import Context
from core.pack import Pack
from core.problems import Problem, RunTimeout
from core.request import CampaignRequest
from server.events import RunFailed, RunFinished, RunStarted, event_json
from server.problems import as_problem
from server.runs.feeds import Feeds
from server.runs.finished_pack import FinishedPack
from server.runs.narration import Earlier, Narration
from server.runs.problems import RunCancelled, RunLost
from server.runs.recorder import FIRST_PAUSE, LONGEST_PAUSE, Recorder, Scribe
from server.runs.site_state import SiteState
from server.store import campaigns, runs
from server.store.checkpoints import Checkpoints, thread_of
from server.store.database import Database
from server.store.problems import RunTakenOver, StoreUnavailable
from server.store.rows import Campaign, Ending, Hold, NewEvent, RunRef

logger = logging.getLogger(__name__)

MODES = ("updates", "custom", "tasks")
MOST_EPOCHS = 5  # a run that took so many processes down with it is not given to one more

T = TypeVar("T")


class Graph(Protocol):
    """The part of a compiled graph that a run needs."""

    def copy(self, update: dict[str, Any] | None = None) -> Self:
        """Return the graph with other services, such as its checkpointer."""
        ...

    def astream(
        self,
        input: Any,
        config: Any,
        *,
        context: Context,
        stream_mode: Sequence[Any],
        version: Literal["v2"],
        durability: Literal["sync"],
    ) -> AsyncIterator[Any]:
        """Run the graph and yield what happens."""
        ...

    async def aget_state(self, config: Any) -> Any:
        """Return the state that the thread has reached."""
        ...


class StepAnswers(Protocol):
    """The graph's cache of step answers for one run."""

    async def release(self) -> None:
        """Let other runs ask what this one was about to."""
        ...


Keep = Callable[[Campaign, FinishedPack], Awaitable[None]]
"""Puts a pack into the cache."""
CacheOf = Callable[[Campaign], StepAnswers | None]
"""Returns the step answers that a run may use."""


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
    cache_of: CacheOf = lambda campaign: None
    clock: Callable[[], float] = time.time
    _held: dict[RunRef, "asyncio.Task[Any] | None"] = field(default_factory=dict)

    @property
    def active(self) -> int:
        """Return how many runs this process performs at this moment."""
        return len(self._held)

    async def perform(self, ref: RunRef, epoch: int) -> None:
        """Bring a run to its end; return at once if another has it, or as soon as it is no longer this process's."""
        began = perf_counter()
        async with AsyncExitStack() as stack:
            claimed = await _patiently(lambda: self._claim(ref, epoch))
            if claimed is None:
                return
            hold, campaign = claimed
            self._held[ref] = asyncio.current_task()
            stack.callback(self._held.pop, ref, None)
            log, told = await stack.enter_async_context(self.feeds.fill(ref))
            recorder = self.scribe.recorder(hold, log)
            run = _Run(self, campaign, recorder, Narration(recorder, Earlier.of(told)))
            if not told:
                recorder.append(RunStarted(campaign.id, campaign.model))
            status = await _while_held(recorder, run.to_its_end())
            milliseconds = (perf_counter() - began) * 1000
            logger.info("run id=%s epoch=%d status=%s ms=%.0f", campaign.id, hold.epoch, status, milliseconds)

    @property
    def held(self) -> tuple[RunRef, ...]:
        """Return which."""
        return tuple(self._held)

    def stop_all(self) -> None:
        """Stop performing."""
        for ref in self.held:
            self.stop(ref)

    def stop(self, ref: RunRef) -> None:
        """Stop performing a run that was cancelled, or is to go on elsewhere."""
        if task := self._held.get(ref):
            task.cancel()

    async def _claim(self, ref: RunRef, epoch: int) -> tuple[Hold, Campaign] | None:
        async with self.database.writing() as connection:
            hold = await runs.claim(connection, ref, epoch, self.executor, self.clock())
            campaign = await campaigns.find(connection, ref.tenant, ref.campaign) if hold else None
            if hold is None or campaign is None:
                return None
            if epoch <= MOST_EPOCHS:
                return hold, campaign
            await runs.cut(connection, ref, failed(ref, RunLost()), self.clock())
        logger.error("run id=%s was given up after %d processes", ref.campaign, MOST_EPOCHS)
        return None


@dataclass(frozen=True)
class _Run:
    """One run that this process holds."""

    runs: Runs
    campaign: Campaign
    recorder: Recorder
    narration: Narration

    async def to_its_end(self) -> str:
        """Run the graph, keep the pack, write the end: whatever happens, the run has one. Return its status."""
        try:
            finished = await self._finished()
            ending = self._ending(*finished)
        except RunTakenOver:
            raise
        except Exception as error:
            problem = self.narration.problem or as_problem(error)
            self.narration.fail_open_nodes(problem)
            ending = failed(self.campaign.ref, problem)
        self.narration.end_lost_nodes()
        await self.recorder.end(ending)
        if ending.status == "finished":
            await self._forget()
        return ending.status

    async def _finished(self) -> tuple[Pack, FinishedPack]:
        async with self._deadline():
            pack = await self._follow_through()
        finished = FinishedPack(self.campaign.id, pack.model_dump_json(), self._site())
        await self.runs.keep(self.campaign, finished)
        return pack, finished

    @asynccontextmanager
    async def _deadline(self) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(self.runs.seconds) as limit:
                yield
        except TimeoutError:
            if limit.expired():
                raise RunTimeout(f"The run was stopped after {self.runs.seconds:g} seconds.") from None
            raise

    async def _follow_through(self) -> Pack:
        """Follow the graph to its pack; while the database does not answer, go on from the last step later."""
        pause = FIRST_PAUSE
        while True:
            try:
                return await self._follow()
            except StoreUnavailable:
                logger.warning("run id=%s waits for the database", self.campaign.id)
                await asyncio.sleep(pause)
                pause = min(LONGEST_PAUSE, pause * 2)

    async def _follow(self) -> Pack:
        """Narrate the graph's stream, from the beginning or from the last step that was stored, and return its pack.

        Where to go on is not asked of LangGraph: after a crash it may call a thread complete that is not.
        """
        ref = self.campaign.ref
        answers = self.runs.cache_of(self.campaign)
        services = {"checkpointer": self.runs.checkpoints.held(self.recorder.hold), "cache": answers}
        graph = self.runs.graph.copy(services)
        config = {"configurable": {"thread_id": thread_of(ref)}}
        start = None if await self.runs.checkpoints.begun(ref) else self._input()
        context = Context(campaign_id=self.campaign.id, fresh=self.campaign.fresh, tenant=ref.tenant)
        stream = graph.astream(start, config, context=context, stream_mode=MODES, version="v2", durability="sync")
        try:
            # Closed by hand, so that running steps stop wherever a cancellation strikes.
            async with aclosing(cast("AsyncGenerator[Any, None]", stream)):
                async for part in stream:
                    self._tell(part)
                    await self.recorder.settle()
        finally:
            if answers:
                await answers.release()
        return self.narration.pack or _pack_of(await graph.aget_state(config))

    def _tell(self, part: Mapping[str, Any]) -> None:
        known = self.narration.site
        self.narration.tell(part)
        if self.narration.site is not known and self.narration.site is not None:
            self.recorder.note_site(self.narration.site)

    def _input(self) -> dict[str, CampaignRequest]:
        return {"request": CampaignRequest.model_validate_json(self.campaign.request)}

    def _site(self) -> SiteState | None:
        """Return the site's state as it was read, by this process or by an earlier one."""
        if self.narration.site:
            return self.narration.site
        digest, until = self.campaign.site_digest, self.campaign.site_fresh_until
        return SiteState(digest, until) if digest is not None and until is not None else None

    def _ending(self, pack: Pack, finished: FinishedPack) -> Ending:
        event = RunFinished(self.campaign.id, orjson.Fragment(finished.json))
        return Ending(
            status="finished",
            event=NewEvent(event.name, event_json(event).decode()),
            pack=finished.json,
            company=pack.company.name,
            score=pack.quality.score,
        )

    async def _forget(self) -> None:
        """Drop the checkpoints of a finished run; what is left is pruned with the campaign."""
        try:
            await self.runs.checkpoints.forget(self.campaign.ref)
        except StoreUnavailable as problem:
            logger.warning("checkpoints of %s were left: %s", self.campaign.id, problem.detail)


def failed(ref: RunRef, problem: Problem) -> Ending:
    """Return the end of a run that has failed, or was cancelled."""
    document = {**problem.body(), "instance": f"urn:campaign:{ref.campaign}"}
    event = RunFailed(ref.campaign, document)
    return Ending(
        status="cancelled" if isinstance(problem, RunCancelled) else "failed",
        event=NewEvent(event.name, event_json(event).decode()),
        problem=orjson.dumps(document).decode(),
    )


def _pack_of(state: Any) -> Pack:
    """Return the pack of a thread that was complete already."""
    pack = state.values.get("pack")
    if not isinstance(pack, Pack):
        raise RuntimeError("the graph ended without a pack")
    return pack


async def _while_held(recorder: Recorder, work: Any) -> str:
    """Return what the work returns; stop it as soon as the hold ends."""
    working = asyncio.ensure_future(work)
    losing = asyncio.ensure_future(recorder.lost.wait())
    try:
        await asyncio.wait({working, losing}, return_when=asyncio.FIRST_COMPLETED)
        if working.done() and not isinstance(working.exception(), RunTakenOver):
            return str(working.result())
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
