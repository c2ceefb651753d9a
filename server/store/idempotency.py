"""Idempotency keys in the database. Each function works in the transaction it is given."""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from server.idempotency import IdempotencyKeyReused
from server.store.schema import idempotency


async def remember(
    connection: AsyncConnection, tenant: str, route: str, key: str, fingerprint: str, resource: str, now: float
) -> str | None:
    """Keep what a request makes; return what an earlier one with this key has made, None where this is the first.

    `route` is method and path template. Insert `resource` in the same transaction: the two are there together or not
    at all, and of two requests at the same moment the second waits for the first. Raises IdempotencyKeyReused.
    """
    row = {"tenant": tenant, "route": route, "key": key, "fingerprint": fingerprint, "resource": resource}
    while True:
        if await _insert(connection, {**row, "created_at": now}):
            return None
        stands = sa.select(idempotency.c.fingerprint, idempotency.c.resource).filter_by(
            tenant=tenant, route=route, key=key
        )
        found = (await connection.execute(stands)).one_or_none()
        if found is None:  # forgotten for its age between the two statements
            continue
        if found.fingerprint != fingerprint:
            raise IdempotencyKeyReused
        return str(found.resource)


async def redirect(connection: AsyncConnection, tenant: str, route: str, key: str, resource: str) -> None:
    """Keep that a key's request has joined something that was there, instead of making its own."""
    changed = sa.update(idempotency).filter_by(tenant=tenant, route=route, key=key).values(resource=resource)
    await connection.execute(changed)


async def _insert(connection: AsyncConnection, row: dict[str, object]) -> bool:
    """Insert a row; False where the key is taken."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(idempotency).values(**row).on_conflict_do_nothing().returning(idempotency.c.key)
    return await connection.scalar(statement) is not None  # of an INSERT psycopg's rowcount is not told
