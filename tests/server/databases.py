"""The two databases that the same tests run on."""

import asyncio
import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from psycopg import sql

from server.store.checkpoints import open_checkpoints
from server.store.database import open_database
from server.store.migrate import migrate

SETTING = "OVERTURE_TEST_POSTGRES"
HOW = f"No PostgreSQL: `apt-get install postgresql`, or name a server whose databases may be made in {SETTING}."
START_SECONDS = 30


@dataclass
class Postgres:
    """A server on which each test gets a database of its own."""

    address: str
    """Of a database that is always there."""
    made: list[str] = field(default_factory=list, kw_only=True)

    def emptied(self) -> str:
        """Return the address of the one database of this process, every table there and no row in any.

        A new one for each test would cost a tenth of a second, most of it waiting for the disk.
        """
        name = f"overture_{os.getpid()}"
        if name in self.made:
            _empty(self._at(name))
        else:
            asyncio.run(_prepare(self.new(name)))
        return self._at(name)

    def new(self, name: str) -> str:
        """Return the address of a new database without any table."""
        with psycopg.connect(self.address, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"'.encode())
        self.made.append(name)
        return self._at(name)

    def drop_all(self) -> None:
        """Drop every database that was made here."""
        with psycopg.connect(self.address, autocommit=True) as connection:
            for name in self.made:
                connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'.encode())

    def _at(self, name: str) -> str:
        return sa.make_url(self.address).set(database=name).render_as_string(hide_password=False)


def _empty(address: str) -> None:
    with psycopg.connect(address) as connection:
        found = connection.execute(
            "SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('public', 'dbos')"
            " AND tablename NOT LIKE '%version%' AND tablename NOT LIKE '%migrations%'"
        ).fetchall()
        connection.execute("SET session_replication_role = replica")  # in any order, whatever points to what
        for table in found:
            connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(*table)))


async def _prepare(address: str) -> None:
    async with open_database(address) as database:
        await migrate(database)
        async with open_checkpoints(database):
            pass


@dataclass
class Cluster(Postgres):
    """A server of our own, which can be stopped and started."""

    programs: Path
    folder: Path
    process: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        """Start the server and wait until it answers."""
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.folder),
            "max_connections": "200",
            "shared_buffers": "32MB",
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [self.programs / "postgres", "-D", self.folder / "data", *options],
                stdout=subprocess.DEVNULL,
                stderr=log,
                cwd=self.folder,
                **_account(),
            )
        self._wait()

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop the server at once, its clients cut off; what was committed stays."""
        if self.process:
            self.process.send_signal(how)
            self.process.wait(START_SECONDS)
            self.process = None

    def restart(self) -> None:
        """Stop and start it."""
        self.stop()
        self.start()

    def _wait(self) -> None:
        until = time.monotonic() + START_SECONDS
        while True:
            try:
                psycopg.connect(self.address).close()
                return
            except psycopg.OperationalError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.02)


@contextlib.contextmanager
def own_cluster() -> Iterator[Cluster]:
    """Make a cluster in a folder of its own, and remove it at the end."""
    found = programs()
    if found is None:
        raise FileNotFoundError(HOW)
    folder = Path(tempfile.mkdtemp(prefix="overture-postgres-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        subprocess.run(
            [found / "initdb", "-D", folder / "data", "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8"],
            check=True,
            capture_output=True,
            cwd=folder,
            **_account(),
        )
        cluster = Cluster(f"postgresql://postgres@/postgres?host={folder}", found, folder)
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.stop(signal.SIGQUIT)  # nobody needs its data any more
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def programs() -> Path | None:
    """Return the folder of the newest PostgreSQL's programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found and (os.geteuid() != 0 or _has_account()) else None


def _has_account() -> bool:
    return any(entry.pw_name == "postgres" for entry in pwd.getpwall())


def _account() -> dict[str, object]:
    """Return how to start a program of PostgreSQL, which refuses to run as root."""
    return {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}


@contextlib.contextmanager
def some_postgres() -> Iterator[Postgres]:
    """Give the server that a setting names, or one of our own; without either the test is skipped, in CI it fails."""
    if address := os.environ.get(SETTING):
        server = Postgres(address)
        try:
            yield server
        finally:
            server.drop_all()
        return
    if programs() is None:
        pytest.fail(HOW) if os.environ.get("CI") == "true" else pytest.skip(HOW)
    with own_cluster() as cluster:
        yield cluster
