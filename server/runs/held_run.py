"""A run in the hands of this process: the graph from where it stands to its pack, and the run's end."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from typing import Any, Literal, Protocol, Self, cast

from core.context import Context
from core.pack import Pack
from core.problems import ModelProblem, RunTimeout
from core.request import CampaignRequest
from graph.rewriting import AS_NODE
from graph.settling import settled
from graph.state import State
from server.problems import as_problem
from server.runs.ending import failed, finished
from server.runs.finished_pack import FinishedPack
from server.runs.narration import Narration
from server.runs.recorder import FIRST_PAUSE, LONGEST_PAUSE, Recorder
from server.runs.site_state import SiteState
from server.runs.watched import Watched
from server.store.checkpoints import Checkpoints, thread_of
from server.store.problems import RunTakenOver, StoreUnavailable
from server.store.rows import Campaign
from server.telemetry.logs import logger_of

log = logger_of(__name__)

MODES = ("updates", "custom", "tasks")


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

    async def aupdate_state(self, config: Any, values: Any, *, as_node: str) -> Any:
        """Put values into a thread as if a step had written them."""
        ...


class StepAnswers(Protocol):
    """The graph's cache of step answers for one run."""

    async def release(self) -> None:
        """Let other runs ask what this one was about to."""
        ...


Keep = Callable[[Campaign, FinishedPack], Awaitable[None]]
"""Puts a pack into the cache."""
Find = Callable[[Campaign], Awaitable[FinishedPack | None]]
"""Finds the pack of an equal request that is still right."""
CacheOf = Callable[[Campaign], StepAnswers | None]
"""Returns the step answers that a run may use."""


class Means(Protocol):
    """What a run is performed with."""

    @property
    def graph(self) -> Graph:
        """The graph of a campaign."""
        ...

    @property
    def seconds(self) -> float:
        """Deadline of a run, from when this process takes it."""
        ...

    @property
    def checkpoints(self) -> Checkpoints:
        """Where runs go on from."""
        ...

    @property
    def keep(self) -> Keep:
        """Puts a pack into the cache."""
        ...

    @property
    def find(self) -> Find:
        """Finds the pack of an equal request that is still right."""
        ...

    @property
    def cache_of(self) -> CacheOf:
        """Returns the step answers that a run may use."""
        ...

    async def begin_anew(self, campaign: Campaign) -> State | None:
        """Return the state from which a part is written anew; None for a run that begins at the beginning."""
        ...


@dataclass(frozen=True)
class HeldRun:
    """A run that this process holds."""

    means: Means
    campaign: Campaign
    recorder: Recorder
    watched: Watched
    narration: Narration

    async def to_its_end(self) -> str:
        """Run the graph, keep the pack, write the end: whatever happens, the run has one. Return its status."""
        try:
            delivered = await self._delivered()
            ending = finished(*delivered)
        except RunTakenOver:
            raise
        except Exception as error:
            problem = self.narration.problem or as_problem(error)
            self.narration.fail_open_nodes(problem)
            ending = failed(self.campaign.ref, problem)
        self.narration.end_lost_nodes()
        await self.recorder.end(ending)
        self.watched.ended(ending)
        if ending.status == "finished":
            await self._forget()
        return ending.status

    async def _delivered(self) -> tuple[Pack, FinishedPack]:
        if known := await self._known():
            return known
        async with self._deadline():
            pack = await self._follow_through()
        stored = FinishedPack(self.campaign.id, pack.model_dump_json(), self._site())
        await self.means.keep(self.campaign, stored)
        return pack, stored

    async def _known(self) -> tuple[Pack, FinishedPack] | None:
        """Return the pack of an equal request as this campaign's own.

        Only runs of batches have to look: a single request is answered from the cache before there is a run.
        """
        if self.campaign.kind != "bulk" or self.campaign.fresh:
            return None
        found = await self.means.find(self.campaign)
        if found is None:
            return None
        pack = Pack.model_validate_json(found.json).model_copy(update={"id": self.campaign.id})
        return pack, FinishedPack(pack.id, pack.model_dump_json(), found.site)

    @asynccontextmanager
    async def _deadline(self) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(self.means.seconds) as limit:
                yield
        except TimeoutError:
            if limit.expired():
                raise RunTimeout(f"The run was stopped after {self.means.seconds:g} seconds.") from None
            raise

    async def _follow_through(self) -> Pack:
        """Follow the graph to its pack; while the database does not answer, go on from the last step later."""
        pause = FIRST_PAUSE
        while True:
            try:
                return await self._follow()
            except StoreUnavailable:
                log.warning("run waits for the database")
                await asyncio.sleep(pause)
                pause = min(LONGEST_PAUSE, pause * 2)
            except ModelProblem as problem:
                if not await self._settle(problem):
                    raise

    async def _settle(self, problem: ModelProblem) -> bool:
        """End the writing with the best round, where the model failed in a further one; tell whether there is one."""
        graph = self._graph(None)
        best = settled((await graph.aget_state(self._config)).values, problem)
        if best is not None:
            self.narration.get_over(problem)
            await self.means.checkpoints.forget(self.campaign.ref)
            await graph.aupdate_state(self._config, best, as_node=AS_NODE)
        return best is not None

    async def _follow(self) -> Pack:
        """Narrate the graph's stream, from the beginning or from the last step that was stored, and return its pack.

        Where to go on is not asked of LangGraph: after a crash it may call a thread complete that is not.
        """
        ref = self.campaign.ref
        answers = self.means.cache_of(self.campaign)
        graph = self._graph(answers)
        start = None if await self.means.checkpoints.begun(ref) else await self._begin(graph)
        context = Context(campaign_id=self.campaign.id, fresh=self.campaign.fresh, tenant=ref.tenant)
        stream = graph.astream(start, self._config, context=context, stream_mode=MODES, version="v2", durability="sync")
        try:
            # Closed by hand, so that running steps stop wherever a cancellation strikes.
            async with aclosing(cast("AsyncGenerator[Any, None]", stream)):
                async for part in stream:
                    self._tell(part)
                    await self.recorder.settle()
        finally:
            if answers:
                await answers.release()
        return self.narration.pack or _pack_of(await graph.aget_state(self._config))

    def _graph(self, answers: StepAnswers | None) -> Graph:
        """Return the graph with this run's checkpoints and cached answers."""
        return self.means.graph.copy(
            {"checkpointer": self.means.checkpoints.held(self.recorder.hold), "cache": answers}
        )

    @property
    def _config(self) -> dict[str, Any]:
        return {"configurable": {"thread_id": thread_of(self.campaign.ref)}}

    def _tell(self, part: Mapping[str, Any]) -> None:
        known = self.narration.site
        self.narration.tell(part)
        if self.narration.site is not known and self.narration.site is not None:
            self.recorder.note_site(self.narration.site)

    async def _begin(self, graph: Graph) -> dict[str, CampaignRequest] | None:
        """Return what the graph begins with; None where it goes on from a state that another campaign has reached."""
        state = await self.means.begin_anew(self.campaign)
        if state is None:
            return {"request": CampaignRequest.model_validate_json(self.campaign.request)}
        await graph.aupdate_state(self._config, state, as_node=AS_NODE)
        return None

    def _site(self) -> SiteState | None:
        """Return the site's state as it was read, by this process or by an earlier one."""
        if self.narration.site:
            return self.narration.site
        digest, until = self.campaign.site_digest, self.campaign.site_fresh_until
        return SiteState(digest, until) if digest is not None and until is not None else None

    async def _forget(self) -> None:
        """Drop the checkpoints of a finished run; what is left is pruned with the campaign."""
        try:
            await self.means.checkpoints.forget(self.campaign.ref)
        except StoreUnavailable as problem:
            log.warning("checkpoints were left", reason=problem.detail)


def _pack_of(state: Any) -> Pack:
    """Return the pack of a thread that was complete already."""
    pack = state.values.get("pack")
    if not isinstance(pack, Pack):
        raise RuntimeError("the graph ended without a pack")
    return pack
