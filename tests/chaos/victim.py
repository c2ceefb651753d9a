"""A process of the service that can be killed and started in a moment."""

import asyncio
import multiprocessing
import os
import signal
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess

import httpx2

from core.settings import Settings
from server.app import create_app
from server.assembly import Rooms, Writing, put_together
from server.caches.caches import Caches
from server.http_server import HttpServer, listen
from server.jobs.dbos import Caps, open_dbos
from server.jobs.seam import Jobs, Perform
from server.store.database import Database
from tests.chaos.paid_graph import writing_for

START_SECONDS = 30


@dataclass
class Victim:
    """A running process."""

    process: ForkServerProcess
    url: str

    @property
    def pid(self) -> int:
        """Return its number."""
        return self.process.pid or 0

    async def ready(self) -> None:
        """Wait until it answers."""
        async with (
            asyncio.timeout(START_SECONDS),
            httpx2.AsyncClient(base_url=self.url, timeout=START_SECONDS) as client,
        ):
            (await client.get("/healthz")).raise_for_status()

    def send(self, what: signal.Signals) -> None:
        """Send it a signal, if it lives."""
        if self.process.is_alive():
            os.kill(self.pid, what)

    def kill(self) -> None:
        """End it as a crash does."""
        self.send(signal.SIGKILL)
        self.process.join()

    def stop(self) -> None:
        """End it kindly; by force where it does not."""
        self.send(signal.SIGTERM)
        self.process.join(START_SECONDS)
        if self.process.is_alive():
            self.kill()


@dataclass(frozen=True)
class Breeder:
    """Starts processes out of one that has imported everything: 0.2 s instead of 4."""

    settings: Settings
    ledger_url: str

    async def start(self) -> Victim:
        """Start a process and wait until it listens."""
        return await asyncio.to_thread(self._start)

    def _start(self) -> Victim:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["tests.chaos.warmed"])
        ours, theirs = context.Pipe(duplex=False)
        arguments = (self.settings.model_dump_json(), self.ledger_url, theirs)
        process = context.Process(target=serve, args=arguments, daemon=True)  # ends with us at the latest
        process.start()
        theirs.close()
        if not ours.poll(START_SECONDS):
            raise TimeoutError("the process under test did not start")
        url: str = ours.recv()
        ours.close()
        return Victim(process, url)


def serve(settings: str, ledger_url: str, told: Connection) -> None:
    """Be such a process."""
    asyncio.run(_serve(Settings.model_validate_json(settings), ledger_url, told))


async def _serve(settings: Settings, ledger_url: str, told: Connection) -> None:
    @asynccontextmanager
    async def open_jobs(database: Database, executor: str, perform: Perform) -> AsyncIterator[Jobs]:
        caps = Caps(settings.async_runs, settings.bulk_runs, settings.bulk_runs_per_tenant)
        async with open_dbos(database, executor, perform, caps, works=settings.work) as jobs:
            yield jobs

    def open_writing(settings: Settings, caches: Caches, database: Database) -> Writing:
        return writing_for(ledger_url, database)

    @asynccontextmanager
    async def assemble(settings: Settings) -> AsyncGenerator[Rooms]:
        async with put_together(settings, open_jobs, open_writing) as rooms:
            yield rooms

    listener = listen("127.0.0.1", 0)
    told.send(f"http://127.0.0.1:{listener.getsockname()[1]}")
    told.close()
    app = create_app(settings, assembly=assemble)
    await HttpServer(app, grace_seconds=settings.grace_seconds).serve([listener])
