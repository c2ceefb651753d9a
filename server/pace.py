"""The provider's rate limit, kept by all processes on one database together."""

import asyncio
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from core.problems import ModelOverloaded
from core.settings import OFFLINE, Settings

WINDOW_SECONDS = 60.0  # providers count per minute
MARGIN_SECONDS = 0.5  # a request may reach the provider so much later than its place was taken
MOST_UNITS = (
    20_000  # a limit of tokens takes one row per unit: half a megabyte, and 0.01 % of the limit lost to rounding
)


class Places(Protocol):
    """So many places in any window of time."""

    def take(self, weight: int) -> float | None:
        """Take places, or return the seconds after which they may be free; blocks."""
        ...

    def close(self) -> None:
        """Close."""
        ...


@dataclass(frozen=True)
class Measure:
    """What a provider counts."""

    name: str
    limit: int
    """Units in one window."""
    tokens: int = 0
    """Tokens of one unit; 0 where requests are counted."""

    @classmethod
    def of_tokens(cls, limit: int) -> "Measure":
        """Return the measure of a limit of tokens, in units that keep the count short."""
        unit = math.ceil(limit / MOST_UNITS)
        return cls("model_tokens", limit // unit, unit)

    def weight(self, tokens: int) -> int:
        """Return the units of a request; one that exceeds the limit by itself takes a window for itself."""
        return min(self.limit, max(1, math.ceil(tokens / self.tokens))) if self.tokens else 1


OpenPlaces = Callable[[Measure], Places]


class SharedPace:
    """Lets a request go when every measure has room for it; those of one process wait in the order they came."""

    def __init__(self, measures: tuple[Measure, ...], open_places: OpenPlaces) -> None:
        """Take what is counted, and how places are opened when the first request comes."""
        self._order = list(measures)
        self._open_places = open_places
        self._places: dict[Measure, Places] = {}
        self._turn = asyncio.Lock()

    async def admit(self, tokens: int, seconds: float) -> None:
        """Wait for a place; raise ModelOverloaded where that takes longer than so many seconds, or StoreUnavailable."""
        until = asyncio.get_running_loop().time() + seconds
        try:
            async with asyncio.timeout_at(until), self._turn:
                await self._wait(tokens, until)
        except TimeoutError:
            raise ModelOverloaded(retry_after=math.ceil(seconds)) from None

    async def aclose(self) -> None:
        """Close what is open."""
        for places in self._places.values():
            await asyncio.to_thread(places.close)

    async def _wait(self, tokens: int, until: float) -> None:
        while wait := await asyncio.to_thread(self._take, tokens):
            if asyncio.get_running_loop().time() + wait > until:
                raise ModelOverloaded(retry_after=math.ceil(wait))
            await asyncio.sleep(wait)

    def _take(self, tokens: int) -> float:
        """Take a place by every measure and return 0, or the seconds until the one that has no room may have some.

        Places that were taken before another measure refused stay taken, and are taken anew later: a place counts
        from when its request goes. The measure that refused is asked first from then on, so it loses none.
        """
        for measure in self._order:
            if wait := self._opened(measure).take(measure.weight(tokens)):
                self._order = [measure, *(other for other in self._order if other is not measure)]
                return wait
        return 0.0

    def _opened(self, measure: Measure) -> Places:
        if measure not in self._places:
            self._places[measure] = self._open_places(measure)
        return self._places[measure]


def shared_pace(settings: Settings, window: float = WINDOW_SECONDS) -> SharedPace | None:
    """Return the pace that the settings name, None where they set no limit; close it with `aclose`."""
    requests, tokens = settings.model_requests_per_minute, settings.model_tokens_per_minute
    measures = []
    if requests:
        measures.append(Measure("model_requests", requests))
    if tokens:
        measures.append(Measure.of_tokens(tokens))
    if not measures or settings.model_name == OFFLINE:
        return None
    from server.store.places import open_places  # half a second that a service without limits need not wait

    def opened(measure: Measure) -> Places:
        return open_places(
            settings.database_address, settings.data_dir, measure.name, measure.limit, window + MARGIN_SECONDS
        )

    return SharedPace(tuple(measures), opened)
