"""Find the key that a request presents."""

import asyncio
import hmac
import logging
import math
import time
from collections.abc import Callable

from server.guard.key_text import KeyText, read_key
from server.store.database import Database
from server.store.keys import Key, find, mark_used
from server.store.problems import StoreUnavailable

logger = logging.getLogger(__name__)

KNOWN_SECONDS = 1.0  # a revoked key stops so soon; and a busy one costs one look-up a second
KNOWN_KEYS = 10_000  # about 5 MB; ids that a stranger makes up cannot take more
USED_SECONDS = 60.0  # a key's last use is written no oftener
NOBODY = "0" * 64  # compared with where there is no key, so that an unknown id takes as long as a wrong secret


class KeyRing:
    """The keys of the database, each known for a second. Close it before the database."""

    def __init__(self, database: Database, *, clock: Callable[[], float] = time.time) -> None:
        self.database, self.clock = database, clock
        self._known: dict[str, tuple[float, Key | None]] = {}
        self._marked: dict[str, float] = {}
        self._marking: set[asyncio.Task[None]] = set()

    async def holder(self, text: str) -> Key | None:
        """Return the key that this text is; None for one that is unknown, wrong, expired or revoked.

        Raises StoreUnavailable.
        """
        said = read_key(text)
        if said is None:
            return None
        key = await self._stored(said)
        fits = hmac.compare_digest(said.digest, key.digest if key else NOBODY)
        if key is None or not fits or not key.is_live(self.clock()):
            return None
        self._note_use(key)
        return key

    async def close(self) -> None:
        """Wait until the last uses are written."""
        await asyncio.gather(*self._marking)

    async def _stored(self, said: KeyText) -> Key | None:
        now = self.clock()
        since, key = self._known.get(said.id, (-math.inf, None))
        if 0 <= now - since < KNOWN_SECONDS:
            return key
        async with self.database.reading() as connection:
            key = await find(connection, said.id)
        if len(self._known) >= KNOWN_KEYS:
            self._known.clear()
        self._known[said.id] = (now, key)
        return key

    def _note_use(self, key: Key) -> None:
        """Have the use written beside the request, which does not wait for it."""
        now = self.clock()
        if now - max(self._marked.get(key.id, -math.inf), key.last_used_at or -math.inf) < USED_SECONDS:
            return
        self._marked[key.id] = now
        task = asyncio.create_task(self._write_use(key.id, now))
        self._marking.add(task)
        task.add_done_callback(self._marking.discard)

    async def _write_use(self, id: str, now: float) -> None:
        try:
            async with self.database.writing() as connection:
                await mark_used(connection, id, now)
        except StoreUnavailable:
            logger.warning("the last use of key %s could not be written", id)
