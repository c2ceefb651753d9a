"""What came of it all: read from the database when everything is over."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from server.events import LAST
from server.store import campaigns, runs
from server.store.campaigns import Filter
from server.store.database import Database
from server.store.rows import Campaign, StoredEvent
from server.tenancy import LOCAL
from tests.chaos.customers import Customers
from tests.chaos.ledger import Ledger


@dataclass(frozen=True)
class Findings:
    """The figures of a trial."""

    kills: int
    asked: int
    """Campaigns in the database."""
    acknowledged: int
    lost: int
    """Promised to a client, and not there."""
    stuck: int
    """Not over when everything was left alone for long enough."""
    failed: int
    duplicated: int
    """Two campaigns for one key, two ends of one run, or a step told twice as finished."""
    broken_logs: int
    """Runs whose events do not count up from 1 to one last event."""
    refused: dict[str, int]
    """Answers that promised nothing, by status and code."""
    repeated: int
    """Answers that were paid for again."""
    resumed: tuple[float, ...]
    """Seconds to the next step of each run that a dead process had, from the last kill before it: whoever is killed
    as well while it notices a death begins anew."""

    @property
    def broken(self) -> int:
        """Return how many promises were broken."""
        return self.lost + self.stuck + self.failed + self.duplicated + self.broken_logs

    def table(self) -> str:
        """Return the figures, a line each."""
        times = sorted(self.resumed) or [0.0]
        rows = {
            "kills": self.kills,
            "campaigns": self.asked,
            "acknowledged runs": self.acknowledged,
            "refused": ", ".join(f"{count} x {what}" for what, count in self.refused.items()) or 0,
            "lost": self.lost,
            "stuck": self.stuck,
            "failed": self.failed,
            "duplicated": self.duplicated,
            "broken logs": self.broken_logs,
            "repeated paid steps": self.repeated,
            "runs that went on elsewhere": len(self.resumed),
            "went on after, p50 / max": f"{times[len(times) // 2]:.2f} / {times[-1]:.2f} s",
        }
        return "\n".join(f"{name:<28} {value}" for name, value in rows.items())


@dataclass(frozen=True)
class Kill:
    """One process killed."""

    at: float
    process: int
    had: set[str]
    """Campaigns that it had begun a step of last."""


async def look(database: Database, customers: Customers, ledger: Ledger, kills: Sequence[Kill]) -> Findings:
    """Return what is there, against what was promised."""
    found = await _everything(database)
    by_id = {campaign.id: campaign for campaign in found}
    logs = {campaign.id: await _log(database, campaign) for campaign in found}
    promised = set(customers.promised.values())
    keys = Counter(campaign.website for campaign in found)
    return Findings(
        kills=len(kills),
        asked=len(found),
        acknowledged=len(promised),
        refused=dict(customers.refused),
        lost=len(promised - set(by_id)),
        stuck=sum(not campaign.over for campaign in found),
        failed=sum(campaign.status == "failed" for campaign in found),
        duplicated=len(customers.contradicted)
        + sum(count - 1 for count in keys.values())
        + sum(_told_twice(log) for log in logs.values()),
        broken_logs=sum(not _whole(log) for log in logs.values()),
        repeated=ledger.repeated,
        resumed=tuple(_resumed(ledger, kills, set(by_id))),
    )


def _resumed(ledger: Ledger, kills: Sequence[Kill], known: set[str]) -> Iterator[float]:
    for kill in kills:
        for campaign in kill.had & known:
            at = ledger.resumed_at(campaign, kill.process, kill.at)
            if at is not None:
                yield at - max(other.at for other in kills if other.at <= at)


async def _everything(database: Database) -> list[Campaign]:
    found: list[Campaign] = []
    cursor: str | None = None
    async with database.reading() as connection:
        while True:
            page = await campaigns.page(connection, LOCAL, Filter(), cursor, 100)
            whole = [await campaigns.find(connection, LOCAL, one.id) for one in page.campaigns]
            found += [one for one in whole if one]
            cursor = page.next
            if cursor is None:
                return found


async def _log(database: Database, campaign: Campaign) -> list[StoredEvent]:
    async with database.reading() as connection:
        return await runs.events_after(connection, campaign.ref, 0)


def _told_twice(log: Sequence[StoredEvent]) -> int:
    """Count the steps that were told as finished without having begun again."""
    running: set[str | None] = set()
    twice = 0
    for event in log:
        if event.name == "node.started":
            running.add(event.task)
        elif event.name == "node.finished":
            twice += event.task not in running
            running.discard(event.task)
    return twice


def _whole(log: Sequence[StoredEvent]) -> bool:
    ids = [event.id for event in log]
    ends = [event.id for event in log if event.name in LAST]
    return ids == list(range(1, len(ids) + 1)) and ends == ids[-1:] and ids != [] and log[0].name == "run.started"
