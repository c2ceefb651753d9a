"""Work on the service's database for one command."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import TypeVar

from core.problems import Problem
from core.settings import Settings
from server.caches.text_store import make_private
from server.cli_output import print_problem
from server.cli_settings import read_settings
from server.store.database import Database, open_database
from server.store.migrate import migrate

T = TypeVar("T")


def on_database(task: Callable[[Settings, Database], Awaitable[T]]) -> T:
    """Return what a task on the service's database comes to; print a problem and leave where it fails."""
    try:
        return asyncio.run(_opened(task))
    except Problem as problem:
        print_problem(problem)
        sys.exit(1)


async def _opened(task: Callable[[Settings, Database], Awaitable[T]]) -> T:
    settings = read_settings()
    if not settings.data_dir.exists():
        make_private(settings.data_dir)
    async with open_database(settings.database_address) as database:
        await migrate(database)
        return await task(settings, database)
