"""Kill processes of the service at random moments while clients ask for campaigns."""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2

from core.settings import Settings
from server.store import runs
from server.store.database import Database, open_database
from tests.chaos.customers import Customers
from tests.chaos.findings import Findings, Kill, look
from tests.chaos.ledger import Ledger, open_ledger
from tests.chaos.victim import Breeder, Victim

LIFE_SECONDS = (0.1, 5.0)  # of a process from when it answers; a death is noticed after two
STILLBORN = 0.1  # share of the processes that are killed while they start
SETTLE_SECONDS = 20.0  # in which none of what is left in the end comes to its end; twice what a recovery may take


def settings_for(folder: Path, database: str | None) -> Settings:
    """Return the settings of a process under test: quick to notice the dead, without limits but on runs at once.

    A kill can repeat a step of each run at the moment that its answer has come and is not yet kept.
    """
    return Settings(
        data_dir=folder / "data",
        database=database,
        heartbeat_seconds=0.5,
        grace_seconds=0.5,
        async_runs=8,
        rate_per_minute=0,
        campaigns_per_minute=0,
        log_level="error",
    )


@dataclass(frozen=True)
class Trial:
    """How the processes are killed."""

    settings: Settings
    kills: int
    processes: int = 1
    customers: int = 4
    life_seconds: tuple[float, float] = LIFE_SECONDS

    async def run(self) -> Findings:
        """Kill, wait until everything is over, and look."""
        killed: list[Kill] = []
        async with open_ledger() as ledger, self._alive(Breeder(self.settings, ledger.url)) as alive:
            customers = Customers(lambda: [victim.url for victim in alive])
            async with _asking(customers, self.customers):
                for _ in range(self.kills):
                    if random.random() > STILLBORN:
                        await asyncio.gather(*(victim.ready() for victim in alive))
                    await asyncio.sleep(random.uniform(*self.life_seconds))
                    killed.append(await self._kill_one(alive, ledger))
            async with open_database(self.settings.database_address) as database:
                await _settled(database)
                return await look(database, customers, ledger, killed)

    async def _kill_one(self, alive: list[Victim], ledger: Ledger) -> Kill:
        victim = alive.pop(random.randrange(len(alive)))
        kill = Kill(time.time(), victim.pid, ledger.held_by(victim.pid))
        await asyncio.to_thread(victim.kill)
        alive.append(await Breeder(self.settings, ledger.url).start())
        return kill

    @asynccontextmanager
    async def _alive(self, breeder: Breeder) -> AsyncIterator[list[Victim]]:
        alive: list[Victim] = []
        try:
            for _ in range(self.processes):
                alive.append(await breeder.start())
            yield alive
        finally:
            await asyncio.gather(*(asyncio.to_thread(victim.stop) for victim in alive))


@asynccontextmanager
async def _asking(customers: Customers, number: int) -> AsyncIterator[None]:
    async with httpx2.AsyncClient(timeout=10) as client:
        asking = [asyncio.create_task(customers.ask_for_ever(client)) for _ in range(number)]
        try:
            yield
        finally:
            for task in asking:
                task.cancel()
            ended = await asyncio.gather(*asking, return_exceptions=True)
            for one in ended:
                if isinstance(one, Exception):  # a customer that fell over asked for nothing more
                    raise one


async def _settled(database: Database) -> None:
    """Wait until no run is active any more, or until for long enough none has ended."""
    left, until = await _active(database), time.monotonic() + SETTLE_SECONDS
    while left and time.monotonic() < until:
        await asyncio.sleep(0.2)
        if (now := await _active(database)) < left:
            left, until = now, time.monotonic() + SETTLE_SECONDS


async def _active(database: Database) -> int:
    async with database.reading() as connection:
        return sum(await runs.figures(connection))
