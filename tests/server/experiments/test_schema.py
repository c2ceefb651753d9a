"""What migrations make is what the tables say."""

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from server.store import experiment_schema
from server.store.database import Database
from server.store.migrate import REVISION
from server.store.schema import metadata

pytestmark = pytest.mark.anyio


async def test_migrations_make_the_tables_that_the_code_knows(database: Database) -> None:
    assert experiment_schema.experiments.metadata is metadata

    def differences(connection: sa.Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    async with database.writing() as connection:
        found = await connection.run_sync(differences)
    ours = set(metadata.tables)
    assert [one for one in found if getattr(one[1], "name", None) in ours] == []  # type: ignore[index]


async def test_the_newest_migration_is_the_one_that_is_looked_for(database: Database) -> None:
    async with database.reading() as connection:
        assert await connection.scalar(sa.text("SELECT version_num FROM alembic_version")) == REVISION
