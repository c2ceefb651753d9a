"""A thousand runs in line, two processes that perform them, and one of the two killed in the middle."""

import asyncio
import time
from dataclasses import dataclass

from core.settings import Settings
from server.store import campaigns, runs
from server.store.database import Database, open_database
from server.tenancy import LOCAL
from tests.chaos.customers import Customers
from tests.chaos.findings import Findings, Kill, look
from tests.chaos.ledger import open_ledger
from tests.chaos.victim import Breeder
from tests.server.store.rows import new_campaign

LIMIT_SECONDS = 600.0


@dataclass(frozen=True)
class BulkFindings:
    """What came of the batch."""

    findings: Findings
    per_second: float
    """Runs finished per second, from the first hand-over to the last end, the death included."""


async def bulk(settings: Settings, runs_in_all: int) -> BulkFindings:
    """Put runs in line, kill one of two processes when half of them are over, and wait for the rest."""
    async with open_ledger((0.0, 0.0)) as ledger, open_database(settings.database_address) as database:
        breeder = Breeder(settings, ledger.url)
        first, second = await breeder.start(), await breeder.start()
        try:
            await asyncio.gather(first.ready(), second.ready())
            customers = await _put_in_line(database, runs_in_all)
            began = time.monotonic()
            await _until_left(database, runs_in_all // 2)
            kill = Kill(time.time(), first.pid, ledger.held_by(first.pid))
            await asyncio.to_thread(first.kill)
            await _until_left(database, 0)
            took = time.monotonic() - began
            return BulkFindings(await look(database, customers, ledger, [kill]), runs_in_all / took)
        finally:
            await asyncio.gather(asyncio.to_thread(first.stop), asyncio.to_thread(second.stop))


async def _put_in_line(database: Database, number: int) -> Customers:
    new = [
        new_campaign(f"cmp_{n}", LOCAL, kind="bulk", website=f"https://site{n}.example", pack_key=f"{n:064}")
        for n in range(number)
    ]
    async with database.writing() as connection:
        await campaigns.insert(connection, new, time.time())
    return Customers(list, promised={one.id: one.id for one in new})


async def _until_left(database: Database, left: int) -> None:
    async with asyncio.timeout(LIMIT_SECONDS):
        while await _active(database) > left:  # noqa: ASYNC110 (other processes end them)
            await asyncio.sleep(0.2)


async def _active(database: Database) -> int:
    async with database.reading() as connection:
        return sum(await runs.figures(connection))
