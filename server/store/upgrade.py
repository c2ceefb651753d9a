"""Apply migrations with Alembic."""

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from server.store.problems import StoreUnavailable


def upgrade(connection: sa.Connection, current: str | None) -> None:
    """Apply what is missing; raise StoreUnavailable where the database is ahead of this version."""
    config = Config()
    config.set_main_option("script_location", "server.store:migrations")
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if current is not None and current not in known:
        raise StoreUnavailable("The database was changed by a newer version of this service.")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
