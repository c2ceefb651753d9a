"""A run goes on from any step, in the process that holds it and in no other."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from langgraph.types import Overwrite

from core.context import Context
from core.pack import Pack
from core.request import CampaignRequest
from core.settings import OFFLINE, Settings
from graph.builder import CampaignGraph, build_graph
from graph.services import open_services
from nodes.website.sources import website_source
from server.caches.caches import Caches
from server.store import runs
from server.store.checkpoints import Checkpoints, open_checkpoints, serializer, thread_of
from server.store.database import Database
from server.store.problems import RunTakenOver
from server.store.rows import Hold, RunRef
from tests.server.store.rows import REF, add_campaign

pytestmark = pytest.mark.anyio

START = {"request": CampaignRequest(website="https://bayfold.example")}
CONTEXT = Context(campaign_id=REF.campaign, tenant=REF.tenant)
CONFIG = {"configurable": {"thread_id": thread_of(REF)}}


@pytest.fixture
async def checkpoints(database: Database) -> AsyncIterator[Checkpoints]:
    async with open_checkpoints(database) as checkpoints:
        yield checkpoints


@pytest.fixture
async def hold(database: Database) -> Hold:
    """A campaign whose run is claimed."""
    await add_campaign(database)
    async with database.writing() as connection:
        held = await runs.claim(connection, REF, 0, "exe_1", 2.0)
    assert held
    return held


@pytest.fixture
async def graph(tmp_path: Path) -> AsyncIterator[CampaignGraph]:
    """The real graph with the offline model, which writes the same again for the same request."""
    settings = Settings(data_dir=tmp_path / "caches", model=OFFLINE)
    caches = Caches.open(settings)
    services = open_services(settings, website_source(settings, caches.pages, None))
    yield build_graph(services)
    await services.aclose()
    caches.close()


def comparable(pack: Pack) -> dict[str, Any]:
    """Return the pack without what differs from run to run."""
    return pack.model_dump(exclude={"usage": {"milliseconds"}})


async def test_a_run_that_breaks_off_after_any_step_ends_with_the_same_pack(
    checkpoints: Checkpoints, hold: Hold, graph: CampaignGraph
) -> None:
    held = graph.copy({"checkpointer": checkpoints.held(hold)})
    whole = await graph.ainvoke(START, context=CONTEXT)
    steps = len(whole["pack"].usage.milliseconds)
    for broken_after in range(1, steps + 1):
        config = {"configurable": {"thread_id": f"broken after {broken_after}"}}
        stream = held.astream(START, config, context=CONTEXT, stream_mode="updates", durability="sync")
        for _ in range(broken_after):
            await anext(stream)
        await stream.aclose()
        finished = await held.ainvoke(None, config, context=CONTEXT, durability="sync")
        assert comparable(finished["pack"]) == comparable(whole["pack"])
    assert steps > 8


async def test_everything_that_a_run_knows_comes_back_as_it_was(graph: CampaignGraph) -> None:
    kept = serializer()
    async for part in graph.astream(START, context=CONTEXT, stream_mode="updates"):
        for update in part.values():
            for name, value in (update or {}).items():
                known = value.value if isinstance(value, Overwrite) else value
                back = kept.loads_typed(kept.dumps_typed(known))
                assert (tuple(back) if isinstance(known, tuple) else back) == known, name


async def test_whoever_has_lost_a_run_writes_no_checkpoint_of_it(
    checkpoints: Checkpoints, hold: Hold, database: Database, graph: CampaignGraph
) -> None:
    held = graph.copy({"checkpointer": checkpoints.held(hold)})
    stream = held.astream(START, CONFIG, context=CONTEXT, stream_mode="updates", durability="sync")
    await anext(stream)
    async with database.writing() as connection:
        waiting = await runs.unclaimed(connection, [], 9.0, 10)
        await runs.hand_out(connection, waiting, 3.0)
    before = await checkpoints.saver.aget_tuple(CONFIG)
    with pytest.raises(RunTakenOver):
        async for _ in stream:
            pass
    assert await checkpoints.saver.aget_tuple(CONFIG) == before


async def test_checkpoints_of_a_run_that_is_over_are_dropped(
    checkpoints: Checkpoints, hold: Hold, graph: CampaignGraph
) -> None:
    assert not await checkpoints.begun(REF)
    await graph.copy({"checkpointer": checkpoints.held(hold)}).ainvoke(START, CONFIG, context=CONTEXT)
    assert await checkpoints.begun(REF)
    await checkpoints.forget(REF)
    assert not await checkpoints.begun(REF)


def test_a_value_of_no_known_kind_is_not_made_from_a_checkpoint() -> None:
    kept = serializer()
    kind, data = kept.dumps_typed(RunRef("a", "b", 1))  # a value of ours, but none of those that a run's state holds
    assert not isinstance(kept.loads_typed((kind, data)), RunRef)


async def test_opening_twice_at_the_same_moment_makes_the_tables_once(database: Database) -> None:
    async with open_checkpoints(database) as one, open_checkpoints(database) as other:
        assert not await one.begun(REF)
        assert not await other.begun(REF)
