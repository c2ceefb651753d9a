"""What of the rooms is seen from outside: whether they work, and how much waits in them."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

from server.caches.caches import Caches
from server.caches.text_store import TextStore
from server.jobs.watch import MISSED_BEATS, Watch
from server.store import runs
from server.store.database import Database
from server.telemetry.metrics import CacheFigures, Metrics, RunFigures
from server.telemetry.readiness import Check


def readiness_checks(database: Database, caches: Caches, watch: Watch) -> dict[str, Check]:
    """Return what must work for this process to take requests."""

    async def runs_go_on() -> bool:
        return watch.silent_for < MISSED_BEATS * watch.beat_seconds

    stores = {f"cache_{store.folder.name}": _works(store) for store in caches.stores}
    return {"database": database.works, "runs": runs_go_on, **stores}


def show_figures(metrics: Metrics, database: Database, caches: Caches) -> None:
    """Have the metrics look at the runs and caches whenever they are asked for."""

    async def run_figures() -> RunFigures:
        async with database.reading() as connection:
            queued, active = await runs.figures(connection)
        return RunFigures(queued=queued, active=active)

    metrics.watch_runs(run_figures)
    for store in caches.stores:
        metrics.watch_cache(store.folder.name, partial(_cache_figures, store))


def _works(store: TextStore) -> Callable[[], Awaitable[bool]]:
    return lambda: asyncio.to_thread(store.works)


def _cache_figures(store: TextStore) -> CacheFigures:
    return CacheFigures(store.tallies.hits.total(), store.tallies.misses.total())
