"""A run's one log of events, which any number of readers follow at their own pace."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from server.events import LAST, Event, event_json


@dataclass(frozen=True)
class LoggedEvent:
    """An event with its place in the log."""

    id: int
    """Counts up from 1."""
    event: Event

    @cached_property
    def json(self) -> bytes:
        """The event's data; encoded once, however many read it."""
        return event_json(self.event)


class EventLog:
    """Append-only. Readers read by index, so a slow one holds up neither the run nor the others."""

    def __init__(self) -> None:
        self._events: list[LoggedEvent] = []
        self._grown = asyncio.Event()

    @property
    def closed(self) -> bool:
        """Tell whether the last event of the run is here."""
        return bool(self._events) and isinstance(self._events[-1].event, LAST)

    def append(self, event: Event) -> None:
        """Add an event and wake every reader; nothing comes after the last event of a run."""
        if self.closed:
            raise RuntimeError("the run has already ended")
        self._events.append(LoggedEvent(len(self._events) + 1, event))
        self._grown.set()
        self._grown = asyncio.Event()

    def since(self, seen: int = 0) -> Sequence[LoggedEvent]:
        """Return every event after the one with id `seen`."""
        return self._events[max(seen, 0) :]

    async def grown(self, seen: int) -> None:
        """Wait until there is an event after `seen`."""
        while len(self._events) <= seen:
            await self._grown.wait()

    async def follow(self, seen: int = 0) -> AsyncIterator[LoggedEvent]:
        """Yield every event after `seen`, as they come, up to the run's last."""
        while True:
            for logged in self.since(seen):
                yield logged
                seen = logged.id
            if self.closed and seen >= len(self._events):
                return
            await self.grown(seen)
