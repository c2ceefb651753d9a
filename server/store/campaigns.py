"""Campaigns in the database: insert, find, list, delete. Each function works in the transaction it is given."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store.cursor import after, cursor_of
from server.store.rows import OVER, Campaign, CampaignStatus, NewCampaign, Summary
from server.store.schema import campaigns, runs

_SUMMARY = [campaigns.c[field.name] for field in fields(Summary)]
_WHOLE = [campaigns.c[field.name] for field in fields(Campaign)]
_ROWS = 500  # of one INSERT: 500 rows of 20 values stay below SQLite's 32,766 and PostgreSQL's 65,535 parameters


@dataclass(frozen=True)
class Filter:
    """Which campaigns a list shows."""

    status: CampaignStatus | None = None
    search: str | None = None
    """Part of the website or of the company's name."""
    batch: str | None = None
    created_after: float | None = None
    created_before: float | None = None


@dataclass(frozen=True)
class Page:
    """Some campaigns, newest first, and where the next ones begin."""

    campaigns: tuple[Summary, ...]
    next: str | None


async def insert(
    connection: AsyncConnection, new: Sequence[NewCampaign], now: float, executor: str | None = None
) -> None:
    """Insert campaigns with their first runs; `executor` is the process that will start them at once."""
    for start in range(0, len(new), _ROWS):
        part = new[start : start + _ROWS]
        await connection.execute(sa.insert(campaigns), [_row(one, now) for one in part])
        await connection.execute(sa.insert(runs), [_first_run(one, now, executor) for one in part])


async def join_or_insert(connection: AsyncConnection, new: NewCampaign, now: float, executor: str | None) -> str:
    """Return the id of the campaign under way that this request equals, or insert it and return its own."""
    while True:
        if new.flight and (found := await _in_flight(connection, new.tenant, new.flight)):
            return found
        if await _inserted(connection, new, now):
            await connection.execute(sa.insert(runs).values(_first_run(new, now, executor)))
            return new.id


async def _inserted(connection: AsyncConnection, new: NewCampaign, now: float) -> bool:
    """Insert a campaign unless an equal one is under way: on PostgreSQL it may have come since somebody looked.

    No savepoint: on a full disk SQLite undoes the whole transaction, and says then that there is no such savepoint.
    """
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(campaigns).values(_row(new, now)).on_conflict_do_nothing(index_elements=["tenant", "flight"])
    return await connection.scalar(statement.returning(campaigns.c.id)) is not None


def _row(new: NewCampaign, now: float) -> dict[str, object]:
    return {**asdict(new), "status": "queued", "created_at": now}


def _first_run(new: NewCampaign, now: float, executor: str | None) -> dict[str, object]:
    place = {"tenant": new.tenant, "campaign": new.id, "number": 1}
    return {**place, "active": True, "created_at": now, "executor": executor}


async def _in_flight(connection: AsyncConnection, tenant: str, flight: str) -> str | None:
    wanted = sa.select(campaigns.c.id).where(campaigns.c.tenant == tenant, campaigns.c.flight == flight)
    found: str | None = await connection.scalar(wanted)
    return found


async def find(connection: AsyncConnection, tenant: str, id: str) -> Campaign | None:
    """Return a tenant's campaign; another tenant's is as if it were not there."""
    row = (await connection.execute(sa.select(*_WHOLE).where(_is(tenant, id)))).one_or_none()
    return Campaign(*row) if row else None


async def summary(connection: AsyncConnection, tenant: str, id: str) -> Summary | None:
    """Return a tenant's campaign without its long texts."""
    row = (await connection.execute(sa.select(*_SUMMARY).where(_is(tenant, id)))).one_or_none()
    return Summary(*row) if row else None


async def page(connection: AsyncConnection, tenant: str, wanted: Filter, cursor: str | None, limit: int) -> Page:
    """Return the newest campaigns after a cursor; raise InvalidRequest for a cursor that is none of ours."""
    query = (
        sa.select(*_SUMMARY)
        .where(
            campaigns.c.tenant == tenant, *_conditions(wanted), *after(cursor, campaigns.c.created_at, campaigns.c.id)
        )
        .order_by(campaigns.c.created_at.desc(), campaigns.c.id.desc())
        .limit(limit + 1)
    )
    found = [Summary(*row) for row in await connection.execute(query)]
    more = len(found) > limit
    last = found[limit - 1] if more else None
    return Page(tuple(found[:limit]), cursor_of(last.created_at, last.id) if last else None)


async def delete(connection: AsyncConnection, tenant: str, id: str) -> bool:
    """Delete a campaign that is over, with its runs, events and answers; False where it is not or not there."""
    done = await connection.execute(sa.delete(campaigns).where(_is(tenant, id), campaigns.c.status.in_(OVER)))
    return done.rowcount > 0


def _is(tenant: str, id: str) -> sa.ColumnElement[bool]:
    return sa.and_(campaigns.c.tenant == tenant, campaigns.c.id == id)


def _conditions(wanted: Filter) -> list[sa.ColumnElement[bool]]:
    conditions: list[sa.ColumnElement[bool]] = []
    if wanted.status:
        conditions.append(campaigns.c.status == wanted.status)
    if wanted.batch:
        conditions.append(campaigns.c.batch == wanted.batch)
    if wanted.search:
        text = wanted.search.lower()
        conditions.append(
            sa.or_(
                sa.func.lower(campaigns.c.website).contains(text, autoescape=True),
                sa.func.lower(campaigns.c.company).contains(text, autoescape=True),
            )
        )
    if wanted.created_after is not None:
        conditions.append(campaigns.c.created_at > wanted.created_after)
    if wanted.created_before is not None:
        conditions.append(campaigns.c.created_at < wanted.created_before)
    return conditions
