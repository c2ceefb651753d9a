"""Bring a database to the current schema."""

import sqlalchemy as sa

from server.store.database import Database

REVISION = "0003"
"""The newest migration. Known here, so that a database that has it is opened without loading Alembic (0.3 s)."""
LOCK = 7_126_553_811  # any number of our own: PostgreSQL's advisory lock for migrating this service


async def migrate(database: Database) -> None:
    """Apply what is missing; processes that start together wait for each other.

    Raises StoreUnavailable for a database that a newer version of this service has changed.
    """
    async with database.writing() as connection:
        await connection.run_sync(_migrate)


def _migrate(connection: sa.Connection) -> None:
    if connection.dialect.name == "postgresql":  # on SQLite the transaction itself keeps others out
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    current = _revision(connection)
    if current != REVISION:
        from server.store.upgrade import upgrade

        upgrade(connection, current)


def _revision(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
    return found
