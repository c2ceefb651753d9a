"""Delete what is over for long: campaigns with their events and checkpoints, idempotency keys, the engine's traces."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

from server.jobs.seam import Jobs
from server.store import retention
from server.store.checkpoints import Checkpoints
from server.store.database import Database
from server.store.problems import StoreUnavailable
from server.telemetry.logs import logger_of

log = logger_of(__name__)

DAY = 86_400.0
EVERY_SECONDS = 3600.0
AT_ONCE = 100  # campaigns in one transaction, some 50 ms with their events: others can write in between
KEY_SECONDS = 2 * DAY  # clients repeat a request for hours, and Stripe's keys live for a day
ENGINE_SECONDS = DAY  # the engine's own rows serve nobody once a run is over; a day of them helps an operator


@dataclass(frozen=True)
class Retention:
    """Prunes one database; any number of processes may do it at once."""

    database: Database
    checkpoints: Checkpoints
    jobs: Jobs
    keep_days: float
    clock: Callable[[], float] = time.time

    async def prune_for_ever(self) -> None:
        """Prune now and every hour, until cancelled."""
        while True:
            try:
                await self.prune()
            except StoreUnavailable as problem:
                log.warning("nothing was pruned", reason=problem.detail)
            await asyncio.sleep(EVERY_SECONDS)

    async def prune(self) -> int:
        """Delete what is too old and return how many campaigns that were."""
        now, deleted = self.clock(), 0
        while part := await self._prune_campaigns(now - self.keep_days * DAY):
            deleted += part
        async with self.database.writing() as connection:
            await retention.delete_empty_batches(connection, now - self.keep_days * DAY)
            await retention.forget_keys(connection, now - KEY_SECONDS)
        await self.jobs.forget(now - ENGINE_SECONDS)
        if deleted:
            log.info("pruned", campaigns=deleted)
        return deleted

    async def _prune_campaigns(self, before: float) -> int:
        async with self.database.writing() as connection:
            old = await retention.old_campaigns(connection, before, AT_ONCE)
            await retention.delete_campaigns(connection, old)
        for ref in old:
            await self.checkpoints.forget(ref)
        return len(old)
