"""Refuse to serve strangers by accident."""

import logging
import time

from core.settings import Settings
from server.guard.loopback import is_loopback
from server.store.database import Database
from server.store.keys import any_live

logger = logging.getLogger(__name__)


class Exposed(Exception):
    """Listening there would let anybody in; the text says what to do instead."""


def check_exposure(settings: Settings, host: str) -> None:
    """Raise Exposed for an address that others can reach, while nobody has said who may come in."""
    if settings.auth == "auto" and not is_loopback(host):
        raise Exposed(
            f"Others can reach {host or 'every address'}, and nothing says who may come in. Make a key with "
            "`overture keys create` and set OVERTURE_AUTH=keys; or set OVERTURE_AUTH=none to let everybody in."
        )


async def warn_without_keys(settings: Settings, database: Database) -> None:
    """Say in the log if keys are asked for and nobody has one; raise StoreUnavailable."""
    if settings.auth != "keys":
        return
    async with database.reading() as connection:
        if not await any_live(connection, time.time()):
            logger.warning("nobody has a key, so nobody is let in: make one with `overture keys create`")
