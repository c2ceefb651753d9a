"""Figures are streamed after each change, whoever made it, at most once in a while, to the experiment's end."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import orjson
import pytest
from starlette.types import Message

from core.settings import Settings
from experiments.experiment import Experiment
from server.experiments.room import Experiments, open_experiments
from server.experiments.stream import FiguresStream
from server.store.experiments import ExperimentRef
from tests.server.experiments.conftest import Clock, Tell

pytestmark = pytest.mark.anyio

SOON = 20.0


class Reader:
    """Somebody who reads a stream."""

    def __init__(self) -> None:
        self.messages: asyncio.Queue[Message] = asyncio.Queue()
        self.gone = asyncio.Event()

    async def receive(self) -> Message:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def next(self) -> bytes:
        """Return what comes next; nothing at the end."""
        async with asyncio.timeout(SOON):
            while True:
                message = await self.messages.get()
                if message["type"] == "http.response.body":
                    return bytes(message["body"])

    async def figures(self) -> tuple[int, Any]:
        """Return the next figures with their id."""
        while not (said := await self.next()).startswith(b"id"):
            pass
        id, name, data = said.decode().strip().split("\n")
        assert name == "event: results"
        return int(id.removeprefix("id: ")), orjson.loads(data.removeprefix("data: "))


@asynccontextmanager
async def reading(
    room: Experiments, ref: ExperimentRef, *, seen: int = 0, between_seconds: float = 0.0, ping_seconds: float = 60
) -> AsyncIterator[Reader]:
    reader = Reader()
    stream = FiguresStream(
        room.analysis, room.live, ref, seen=seen, between_seconds=between_seconds, ping_seconds=ping_seconds
    )
    tasks = [
        asyncio.create_task(stream({"type": "http"}, reader.receive, reader.messages.put)),
        asyncio.create_task(room.live.poll_for_ever()),
    ]
    try:
        yield reader
    finally:
        reader.gone.set()
        await asyncio.wait_for(tasks[0], SOON)
        tasks[1].cancel()


async def test_the_figures_come_at_once_and_after_each_change(
    room: Experiments, running: ExperimentRef, tell: Tell, clock: Clock
) -> None:
    await room.assigning.assign(running, ["a", "b"])
    async with reading(room, running) as reader:
        first, told = await reader.figures()
        assert set(told) == {"results", "recommendation"}
        await tell(running, "sent", ["a"])
        second, told = await reader.figures()
        assert second > first
        assert sum(arm["counts"]["sent"] for arm in told["results"]["variants"]) == 1


async def test_what_another_process_records_is_seen(room: Experiments, running: ExperimentRef, clock: Clock) -> None:
    elsewhere = open_experiments(Settings(), room.catalogue.database, clock=clock)
    async with reading(room, running) as reader:
        await reader.figures()
        await elsewhere.assigning.assign(running, ["a"])
        _, told = await reader.figures()
        assert sum(arm["counts"]["assigned"] for arm in told["results"]["variants"]) == 1


async def test_many_changes_in_a_moment_are_told_as_one(room: Experiments, running: ExperimentRef, tell: Tell) -> None:
    people = [f"r{n}" for n in range(10)]
    await room.assigning.assign(running, people)
    async with reading(room, running, between_seconds=0.3) as reader:
        began, frames, sent = time.monotonic(), 0, 0
        for one in people:
            await tell(running, "sent", [one])
        while sent < len(people):
            _, told = await reader.figures()
            frames, sent = frames + 1, sum(arm["counts"]["sent"] for arm in told["results"]["variants"])
        assert frames <= 2 + (time.monotonic() - began) / 0.3


async def test_who_comes_back_is_told_only_what_is_newer(room: Experiments, running: ExperimentRef) -> None:
    revision = (await room.catalogue.find(running)).revision
    async with reading(room, running, seen=revision, ping_seconds=0.05) as reader:
        assert await reader.next() == b": ping\n\n"
        await room.assigning.assign(running, ["a"])
        id, _ = await reader.figures()
        assert id > revision


@pytest.mark.parametrize("ended", ["stopped", "decided"])
async def test_the_stream_ends_with_the_experiment(room: Experiments, running: ExperimentRef, ended: str) -> None:
    async with reading(room, running) as reader:
        await reader.figures()
        step = Experiment.stop if ended == "stopped" else (lambda experiment: experiment.decide("A"))
        await room.catalogue.move(running, step, None)
        _, told = await reader.figures()
        assert told["results"]["state"] == ended
        assert await reader.next() == b""


async def test_the_stream_ends_where_the_experiment_is_deleted(room: Experiments, draft: ExperimentRef) -> None:
    async with reading(room, draft) as reader:
        await reader.figures()
        await room.catalogue.delete(draft, 1)
        assert await reader.next() == b""


async def test_readers_are_let_go_when_the_service_stops(room: Experiments, running: ExperimentRef) -> None:
    async with reading(room, running) as reader:
        await reader.figures()
        room.live.stop()
        assert await reader.next() == b""
