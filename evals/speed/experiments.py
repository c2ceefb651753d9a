"""Experiments over HTTP: assignments and events per second, and results while the events grow a hundredfold."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter
from typing import Any

import aiohttp

PATH = "/v1/experiments"
BULK = 10_000
"""Items of one call, the most that the service takes."""
DAYS = 28
"""Days of sending: results read a few rows for each."""
KINDS = ("sent", "delivered", "opened", "opened", "opened", "clicked", "opened", "clicked", "opened", "replied")
"""What happens to each recipient, one after another."""
FIRST = datetime(2026, 1, 5, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Latency:
    """Seconds until the results are there, right after a change, when nothing is kept."""

    events: int
    """Recorded by then."""
    seconds: float


@dataclass(frozen=True)
class Speed:
    """What was measured in one run."""

    assignments_per_second: float
    events_per_second: float
    results: tuple[Latency, Latency]
    """After the first call's events, and after all."""


async def measure(address: str, events: int) -> Speed:
    """Record so many events, at least two calls' worth, and return what they took."""
    people = [f"r{n}@northwind.example" for n in range(max(events // len(KINDS), BULK))]
    async with aiohttp.ClientSession(address) as session:
        path = await _started(session)
        assigning = sum([await _timed(session, f"{path}/assignments", {"recipients": part}) for part in _bulks(people)])
        calls = _bulks(list(itertools.islice(_events(people), events)))
        recording = await _timed(session, f"{path}/events", {"events": calls[0]})
        early = Latency(BULK, await _results(session, path, people))
        recording += sum([await _timed(session, f"{path}/events", {"events": part}) for part in calls[1:]])
        late = Latency(events, await _results(session, path, people))
    return Speed(len(people) / assigning, events / recording, (early, late))


async def _started(session: aiohttp.ClientSession) -> str:
    arms = [{"name": name, "subject_line": name} for name in "AB"]
    async with session.post(PATH, json={"name": "speed", "variants": arms}) as answer:
        path = f"{PATH}/{(await answer.json())['id']}"
    await _timed(session, f"{path}/start", {})
    return path


async def _timed(session: aiohttp.ClientSession, path: str, body: dict[str, Any]) -> float:
    """Return the seconds of one call."""
    began = perf_counter()
    async with session.post(path, json=body) as answer:
        answer.raise_for_status()
        await answer.read()
    return perf_counter() - began


async def _results(session: aiohttp.ClientSession, path: str, people: list[str], times: int = 9) -> float:
    """Return the median seconds of results that have just changed."""
    seconds = []
    for number in range(times):
        event = {
            "id": f"{path} {perf_counter()}",
            "recipient": people[-1 - number],
            "type": "replied",
            "at": _at(number, 9),
        }
        await _timed(session, f"{path}/events", {"events": [event]})
        began = perf_counter()
        async with session.get(f"{path}/results") as answer:
            answer.raise_for_status()
            await answer.read()
        seconds.append(perf_counter() - began)
    return median(seconds)


def _events(people: list[str]) -> Iterator[dict[str, Any]]:
    """Yield every recipient's first event, then every recipient's second one, and so on."""
    for step, kind in enumerate(KINDS):
        for number, recipient in enumerate(people):
            yield {"id": f"{step}-{number}", "recipient": recipient, "type": kind, "at": _at(number, step)}


def _at(number: int, step: int) -> str:
    return (FIRST + timedelta(days=number % DAYS, minutes=10 * step)).isoformat()


def _bulks(items: list[Any]) -> list[list[Any]]:
    return [items[start : start + BULK] for start in range(0, len(items), BULK)]
