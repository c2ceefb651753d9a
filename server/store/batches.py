"""Batches in the database: their progress, what has ended. Each function works in the transaction it is given."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store.cursor import after, cursor_of
from server.store.rows import OVER, CampaignStatus, RunRef
from server.store.schema import batches, campaigns

_COUNTED: tuple[CampaignStatus, ...] = ("queued", "running", "finished", "failed", "cancelled")
_OWN = (batches.c.tenant, batches.c.id, batches.c.name, batches.c.created_at, batches.c.total)


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch and where its campaigns stand."""

    tenant: str
    id: str
    name: str | None
    created_at: float
    total: int
    """Campaigns it was made with; some may have been deleted since."""
    queued: int
    running: int
    finished: int
    failed: int
    cancelled: int

    @property
    def done(self) -> bool:
        """Tell whether nothing more will happen to it by itself."""
        return not (self.queued or self.running)


@dataclass(frozen=True, slots=True)
class Page:
    """Some batches, newest first, and where the next ones begin."""

    batches: tuple[Batch, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Ended:
    """A campaign of a batch that is over."""

    at: float
    index: int
    """Its place among the batch's requests, from 0."""
    id: str
    status: CampaignStatus
    pack: str | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class Deleted:
    """What is left to be forgotten of a campaign that was deleted."""

    ref: RunRef
    subject: str
    pack_key: str


async def insert(connection: AsyncConnection, tenant: str, id: str, name: str | None, total: int, now: float) -> None:
    """Insert a batch; its campaigns go in by themselves, in the same transaction."""
    row = {"tenant": tenant, "id": id, "name": name, "total": total, "created_at": now}
    await connection.execute(sa.insert(batches).values(row))


async def find(connection: AsyncConnection, tenant: str, id: str) -> Batch | None:
    """Return a tenant's batch; another tenant's is as if it were not there."""
    found = await _counted(connection, sa.select(*_OWN).where(batches.c.tenant == tenant, batches.c.id == id))
    return found[0] if found else None


async def page(connection: AsyncConnection, tenant: str, cursor: str | None, limit: int) -> Page:
    """Return the newest batches after a cursor; raise InvalidRequest for a cursor that is none of ours."""
    chosen = (
        sa.select(*_OWN)
        .where(batches.c.tenant == tenant, *after(cursor, batches.c.created_at, batches.c.id))
        .order_by(batches.c.created_at.desc(), batches.c.id.desc())
        .limit(limit + 1)
    )
    found = await _counted(connection, chosen)
    last = found[limit - 1] if len(found) > limit else None
    return Page(tuple(found[:limit]), cursor_of(last.created_at, last.id) if last else None)


async def under_way(connection: AsyncConnection, tenant: str, id: str) -> bool:
    """Tell whether a campaign of the batch is not over yet."""
    alive = campaigns.c.status.in_(("queued", "running"))
    return bool(await connection.scalar(sa.select(sa.exists().where(belongs(tenant, id), alive))))


async def ended(
    connection: AsyncConnection,
    tenant: str,
    id: str,
    last: tuple[float, int] | None,
    limit: int,
    *,
    skip: int = 0,
    until: float | None = None,
) -> list[Ended]:
    """Return campaigns that are over, in the order of their ends, after the last one known.

    `until` leaves out those that ended after a moment: one that ended before them may be committed after them.
    """
    order = campaigns.c.finished_at, campaigns.c.batch_index
    columns = (campaigns.c.id, campaigns.c.status, campaigns.c.pack, campaigns.c.problem)
    wanted = sa.select(*order, *columns).where(belongs(tenant, id), campaigns.c.status.in_(OVER))
    if last is not None:
        wanted = wanted.where(sa.tuple_(*order) > sa.tuple_(sa.literal(last[0], sa.Double), sa.literal(last[1])))
    if until is not None:
        wanted = wanted.where(campaigns.c.finished_at <= until)
    return [Ended(*row) for row in await connection.execute(wanted.order_by(*order).offset(skip).limit(limit))]


async def delete_part(connection: AsyncConnection, tenant: str, id: str, limit: int) -> list[Deleted]:
    """Delete some of a batch's campaigns with their runs, events and answers, and return them."""
    columns = (campaigns.c.id, campaigns.c.run, campaigns.c.subject, campaigns.c.pack_key)
    wanted = sa.select(*columns).where(belongs(tenant, id), campaigns.c.status.in_(OVER)).limit(limit)
    found = (await connection.execute(wanted)).all()
    chosen = sa.and_(campaigns.c.tenant == tenant, campaigns.c.id.in_([row.id for row in found]))
    await connection.execute(sa.delete(campaigns).where(chosen))
    return [Deleted(RunRef(tenant, row.id, row.run), row.subject, row.pack_key) for row in found]


async def delete(connection: AsyncConnection, tenant: str, id: str) -> None:
    """Delete a batch that has no campaigns left."""
    await connection.execute(sa.delete(batches).where(batches.c.tenant == tenant, batches.c.id == id))


async def _counted(connection: AsyncConnection, chosen: sa.Select[Any]) -> list[Batch]:
    """Return the chosen batches with their counts, newest first."""
    own = chosen.subquery()
    of_it = sa.and_(campaigns.c.tenant == own.c.tenant, campaigns.c.batch == own.c.id)
    counts = [sa.func.count().filter(campaigns.c.status == status) for status in _COUNTED]
    columns = [own.c[column.name] for column in _OWN]
    wanted = (
        sa.select(*columns, *counts)
        .select_from(own.outerjoin(campaigns, of_it))
        .group_by(*columns)
        .order_by(own.c.created_at.desc(), own.c.id.desc())
    )
    return [Batch(*row) for row in await connection.execute(wanted)]


def belongs(tenant: str, id: str) -> sa.ColumnElement[bool]:
    """Return the condition for a batch's campaigns."""
    return sa.and_(campaigns.c.tenant == tenant, campaigns.c.batch == id)
