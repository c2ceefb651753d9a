"""The service over HTTP: a pack against the model's own latency, cached packs against an empty route, first events."""

import itertools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import perf_counter

import aiohttp

from evals.speed.load import per_second, seconds_each

PATH = "/v1/campaigns/email"


@dataclass(frozen=True)
class FirstEvents:
    """Seconds from sending a request to the first event of each kind."""

    run_started: float
    node_delta: float


async def pack_seconds(address: str, website: str, times: int) -> float:
    """Return the median wall time of a pack that is written anew."""
    async with aiohttp.ClientSession(address) as session:
        return await seconds_each(_post(session, website, fresh=True), times=times)


async def cached_per_second(address: str, website: str, *, at_once: int, times: int) -> float:
    """Return cached packs per second."""
    async with aiohttp.ClientSession(address) as session:
        work = _post(session, website, fresh=False)
        await work()
        return await per_second(work, at_once=at_once, times=times)


async def empty_per_second(address: str, *, at_once: int, times: int) -> float:
    """Return answers per second of a route that does nothing."""

    async def work() -> None:
        async with session.post("/", json={"website": "x"}) as response:
            await response.read()

    async with aiohttp.ClientSession(address) as session:
        await work()
        return await per_second(work, at_once=at_once, times=times)


async def streams_per_second(address: str, website: str, *, at_once: int, times: int) -> float:
    """Return packs per second, each written anew and streamed to its own client."""
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(address, connector=connector) as session:
        # Equal requests at the same moment would share one run; a bar that every pack clears keeps them apart, and
        # leaves the prompts the same, so that the model server answers from memory.
        bars = itertools.cycle(range(60))

        async def work() -> None:
            await first_events(session, website, min_quality=next(bars))

        return await per_second(work, at_once=at_once, times=times)


async def first_events(session: aiohttp.ClientSession, website: str, min_quality: int) -> FirstEvents:
    """Stream one pack to its end and return when its first events came."""
    seen: dict[str, float] = {}
    started = perf_counter()
    headers = {"Accept": "text/event-stream", "Cache-Control": "no-cache"}
    async with session.post(PATH, json={"website": website, "min_quality": min_quality}, headers=headers) as response:
        response.raise_for_status()
        async for line in response.content:
            if line.startswith(b"event: "):
                seen.setdefault(line[7:].decode().strip(), perf_counter() - started)
    return FirstEvents(seen["run.started"], seen["node.delta"])


async def first_event_seconds(address: str, website: str) -> FirstEvents:
    """Return when the first events of one stream came, on a warm service."""
    async with aiohttp.ClientSession(address) as session:
        await first_events(session, website, min_quality=0)
        return await first_events(session, website, min_quality=1)


def _post(session: aiohttp.ClientSession, website: str, *, fresh: bool) -> Callable[[], Awaitable[object]]:
    headers = {"Cache-Control": "no-cache"} if fresh else {}

    async def work() -> None:
        async with session.post(PATH, json={"website": website}, headers=headers) as response:
            response.raise_for_status()
            await response.read()

    return work
