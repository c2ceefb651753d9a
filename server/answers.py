"""What a request for a campaign is answered with: a pack from the cache, or a share in a run."""

from dataclasses import dataclass
from typing import Literal

import orjson

from core.problems import Problem
from server.caches.packs import CachedPack
from server.events import Event, RunFinished, RunStarted, event_json
from server.problems import RecordedProblem
from server.runs.event_log import EventLog, LoggedEvent
from server.runs.feeds import Reading
from server.runs.problems import RunHandedOver
from server.store import campaigns
from server.store.database import Database
from server.store.rows import Campaign, Summary

Reason = Literal["miss", "stale", "request"]
"""Why no cached pack is answered (RFC 9211): there is none, its site has changed, the client wants a new one."""


@dataclass(frozen=True)
class Hit:
    """A cached pack whose site still says what it said."""

    pack: CachedPack
    age: int
    """Seconds since it was written."""
    model: str
    replayed: bool = False

    @property
    def id(self) -> str:
        """Id of the campaign."""
        return self.pack.id

    @property
    def log(self) -> EventLog:
        """The answer as the log of a run that is over at once."""
        events: tuple[Event, ...] = (
            RunStarted(self.id, self.model, cached=True),
            RunFinished(self.id, orjson.Fragment(self.pack.json)),
        )
        return EventLog([LoggedEvent(at, event.name, event_json(event)) for at, event in enumerate(events, 1)])

    async def json(self) -> str:
        """Return the pack."""
        return self.pack.json

    def close(self) -> None:
        """Nothing is held."""


@dataclass(frozen=True)
class Underway:
    """A share in a run; whoever holds it closes it. The run goes on without it."""

    campaign: Summary
    """As it was when the share was taken."""
    reading: Reading
    database: Database
    reason: Reason = "miss"
    joined: bool = False
    """An equal request had started it."""
    replayed: bool = False
    """A request with the same idempotency key had started it."""

    @property
    def id(self) -> str:
        """Id of the campaign."""
        return self.campaign.id

    @property
    def log(self) -> EventLog:
        """What the run has told, and will tell."""
        return self.reading.log

    async def json(self) -> str:
        """Wait for the pack; raise what `delivered` raises."""
        return (await self.delivered()).pack or ""

    async def delivered(self) -> Campaign:
        """Wait for the end and return the campaign with its pack.

        Raises the run's problem, or RunHandedOver where this process stops before the end.
        """
        while not self.log.closed:
            await self.log.grown(self.log.last)
        if not self.log.over:
            raise RunHandedOver(f"Follow it at /v1/campaigns/email/{self.id}/events.", retry_after=1)
        async with self.database.reading() as connection:
            campaign = await campaigns.find(connection, self.campaign.tenant, self.id)
        return delivered(campaign)

    def close(self) -> None:
        """Give the share up."""
        self.reading.close()


def delivered(campaign: Campaign | None) -> Campaign:
    """Return a campaign that has its pack; raise its problem."""
    if campaign and campaign.pack:
        return campaign
    if campaign and campaign.problem:
        raise RecordedProblem(orjson.loads(campaign.problem))
    raise Problem  # deleted in the moment between its end and now
