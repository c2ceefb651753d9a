"""The installation's own secret for the names of recipients, made once. It works in the transaction it is given."""

import secrets as random

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store.experiment_schema import secrets

NAME = "recipients"
BYTES = 32  # as many as SHA-256's own output (RFC 2104 advises no fewer)


async def recipient_secret(connection: AsyncConnection) -> bytes:
    """Return the secret; the first process that asks makes it."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    made = insert(secrets).values(name=NAME, value=random.token_hex(BYTES)).on_conflict_do_nothing()
    await connection.execute(made)
    value: str = (await connection.execute(sa.select(secrets.c.value).where(secrets.c.name == NAME))).scalar_one()
    return bytes.fromhex(value)
