"""Remove deleted experiments and forget old tokens, in the background."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from server.store import experiment_removal, experiment_tokens
from server.store.database import Database
from server.store.problems import StoreUnavailable
from server.telemetry.logs import logger_of

log = logger_of(__name__)

EVERY_SECONDS = 3600.0
AT_ONCE = 2000  # rows in one transaction, some 50 ms: others can write in between
TOKEN_SECONDS = 2 * 86_400.0  # Mailgun's webhooks are refused for their age after 12 hours


@dataclass(frozen=True)
class Removal:
    """Removes what nobody can find any more; any number of processes may do it at once."""

    database: Database
    wanted: asyncio.Event
    clock: Callable[[], float]

    async def remove_for_ever(self) -> None:
        """Remove now, whenever there is something, and every hour, until cancelled."""
        while True:
            self.wanted.clear()
            try:
                await self.remove()
            except StoreUnavailable as problem:
                log.warning("no experiment was removed", reason=problem.detail)
            try:
                async with asyncio.timeout(EVERY_SECONDS):
                    await self.wanted.wait()
            except TimeoutError:
                pass

    async def remove(self) -> None:
        """Remove every deleted experiment, and tokens that are too old to matter."""
        while await self._remove_part():
            pass
        async with self.database.writing() as connection:
            await experiment_tokens.forget(connection, self.clock() - TOKEN_SECONDS)

    async def _remove_part(self) -> bool:
        async with self.database.writing() as connection:
            ref = await experiment_removal.hidden(connection)
            if ref:
                await experiment_removal.remove_part(connection, ref, AT_ONCE)
        return ref is not None
