"""Bring a database to the current schema."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from server.store.database import Database
from server.store.problems import StoreUnavailable

LOCK = 7_126_553_811  # any number of our own: PostgreSQL's advisory lock for migrating this service


async def migrate(database: Database) -> None:
    """Apply what is missing; processes that start together wait for each other.

    Raises StoreUnavailable for a database that a newer version of this service has changed.
    """
    async with database.writing() as connection:
        await connection.run_sync(_upgrade)


@cache
def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "server.store:migrations")
    return config


@cache
def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _upgrade(connection: sa.Connection) -> None:
    with _alone(connection):
        current = MigrationContext.configure(connection).get_current_revision()
        head = _scripts().get_current_head()
        if current == head:
            return
        if current is not None and current not in {script.revision for script in _scripts().walk_revisions()}:
            raise StoreUnavailable("The database was changed by a newer version of this service.")
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


@contextmanager
def _alone(connection: sa.Connection) -> Iterator[None]:
    """Let no other process migrate meanwhile; on SQLite the transaction itself sees to that."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    yield
