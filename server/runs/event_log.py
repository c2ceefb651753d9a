"""A run's one log of events as this process has it, which any number of readers follow at their own pace."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from server.events import LAST


@dataclass(frozen=True, slots=True)
class LoggedEvent:
    """An event with its place in the log, as it was stored."""

    id: int
    """Counts up from 1."""
    name: str
    json: bytes
    """Its data, one line."""


class EventLog:
    """Append-only. Readers read by index, so a slow one holds up neither the run nor the others."""

    def __init__(self, events: Sequence[LoggedEvent] = ()) -> None:
        self._events: list[LoggedEvent] = list(events)
        self._grown = asyncio.Event()
        self._stopped = False

    @property
    def last(self) -> int:
        """Return the id of the last event here."""
        return len(self._events)

    @property
    def over(self) -> bool:
        """Tell whether the last event of the run is here."""
        return bool(self._events) and self._events[-1].name in LAST

    @property
    def closed(self) -> bool:
        """Tell whether nothing more will come here: the run is over, or this process looks no further."""
        return self.over or self._stopped

    def add(self, events: Sequence[LoggedEvent]) -> None:
        """Add events that follow what is here, and wake every reader; what is here already is left out."""
        for event in events:
            if event.id == self.last + 1:
                self._events.append(event)
        self._wake()

    def stop(self) -> None:
        """Let every reader go."""
        self._stopped = True
        self._wake()

    def since(self, seen: int = 0) -> Sequence[LoggedEvent]:
        """Return every event after the one with id `seen`."""
        return self._events[max(seen, 0) :]

    async def grown(self, seen: int) -> None:
        """Wait until there is an event after `seen`, or nothing more to wait for."""
        while self.last <= seen and not self.closed:
            await self._grown.wait()

    async def follow(self, seen: int = 0) -> AsyncIterator[LoggedEvent]:
        """Yield every event after `seen`, as they come, up to the run's last."""
        while True:
            for logged in self.since(seen):
                yield logged
                seen = logged.id
            if self.closed and seen >= self.last:
                return
            await self.grown(seen)

    def _wake(self) -> None:
        self._grown.set()
        self._grown = asyncio.Event()
