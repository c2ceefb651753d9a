"""Delete what is over for long. Each function works in the transaction it is given, a bounded part at a time."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store.rows import OVER, RunRef
from server.store.schema import batches, campaigns, idempotency


async def old_campaigns(connection: AsyncConnection, before: float, limit: int) -> list[RunRef]:
    """Return campaigns that were over before a moment, oldest first."""
    old = sa.and_(campaigns.c.status.in_(OVER), campaigns.c.finished_at < before)
    wanted = sa.select(campaigns.c.tenant, campaigns.c.id, campaigns.c.run).where(old)
    found = await connection.execute(wanted.order_by(campaigns.c.finished_at).limit(limit))
    return [RunRef(row.tenant, row.id, row.run) for row in found]


async def delete_campaigns(connection: AsyncConnection, refs: list[RunRef]) -> None:
    """Delete campaigns with their runs, events and answers."""
    chosen = sa.tuple_(campaigns.c.tenant, campaigns.c.id).in_([(ref.tenant, ref.campaign) for ref in refs])
    await connection.execute(sa.delete(campaigns).where(chosen))


async def delete_empty_batches(connection: AsyncConnection, before: float) -> None:
    """Delete the batches of before a moment that have no campaign left."""
    has_one = sa.exists().where(campaigns.c.tenant == batches.c.tenant, campaigns.c.batch == batches.c.id)
    await connection.execute(sa.delete(batches).where(batches.c.created_at < before, ~has_one))


async def forget_keys(connection: AsyncConnection, before: float) -> None:
    """Forget the idempotency keys of before a moment."""
    await connection.execute(sa.delete(idempotency).where(idempotency.c.created_at < before))
