"""Cancel a batch's runs from outside: those that wait in one transaction, a bounded part per statement."""

from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store.batches import belongs
from server.store.rows import OVER, Ending, RunRef, Waiting
from server.store.runs import HANDED_OUT
from server.store.schema import batches, campaigns, events, runs

_PART = 500  # campaigns of one statement: below the parameters that either database takes
_ITS = sa.join(runs, campaigns, sa.and_(runs.c.tenant == campaigns.c.tenant, runs.c.campaign == campaigns.c.id))


async def cut_waiting(
    connection: AsyncConnection, tenant: str, id: str, ending_of: Callable[[RunRef], Ending], now: float
) -> list[Waiting]:
    """End every run of a batch that nobody has claimed, as `cut` of one run does; return them as they were.

    Rows are taken in the order in which runs are handed out. Those that are claimed are left to `cut`, one by one:
    their processes write about several at a time, in an order of their own, and the two would wait for each other.
    """
    chosen = sa.and_(batches.c.tenant == tenant, batches.c.id == id)
    await connection.execute(
        sa.update(batches).where(chosen).values(cancelled_at=sa.func.coalesce(batches.c.cancelled_at, now))
    )
    found: list[Waiting] = []
    while part := await _waiting(connection, tenant, id):
        await _cut_part(
            connection, tenant, [(row.campaign, row.number, row.last_event) for row in part], ending_of, now
        )
        found += [Waiting(RunRef(tenant, row.campaign, row.number), row.epoch, row.kind) for row in part]
    return found


async def claimed(connection: AsyncConnection, tenant: str, id: str) -> list[RunRef]:
    """Return the runs of a batch that somebody performs."""
    wanted = sa.select(runs.c.campaign, runs.c.number).select_from(_ITS)
    found = await connection.execute(wanted.where(belongs(tenant, id), runs.c.active, runs.c.claimed_at.is_not(None)))
    return [RunRef(tenant, row.campaign, row.number) for row in found]


async def _waiting(connection: AsyncConnection, tenant: str, id: str) -> Sequence[Any]:
    wanted = (
        sa.select(runs.c.campaign, runs.c.number, runs.c.epoch, runs.c.last_event, campaigns.c.kind)
        .select_from(_ITS)
        .where(belongs(tenant, id), campaigns.c.status.not_in(OVER), runs.c.active, runs.c.claimed_at.is_(None))
        .order_by(*HANDED_OUT)
        .limit(_PART)
        .with_for_update(of=runs)
    )
    return (await connection.execute(wanted)).all()


async def _cut_part(
    connection: AsyncConnection,
    tenant: str,
    part: Sequence[tuple[str, int, int]],
    ending_of: Callable[[RunRef], Ending],
    now: float,
) -> None:
    """End these runs, each a campaign, a number and its last event."""
    endings = [(RunRef(tenant, campaign, number), seen + 1) for campaign, number, seen in part]
    told = [(ref, last, ending_of(ref)) for ref, last in endings]
    fenced = {"epoch": runs.c.epoch + 1, "last_event": runs.c.last_event + 1, "active": False, "executor": None}
    mine = sa.tuple_(runs.c.campaign, runs.c.number).in_([(ref.campaign, ref.number) for ref, _, _ in told])
    await connection.execute(sa.update(runs).where(runs.c.tenant == tenant, mine, runs.c.active).values(fenced))
    await connection.execute(sa.insert(events), [_event(ref, last, ending, now) for ref, last, ending in told])
    closed = (
        sa.update(campaigns)
        .where(campaigns.c.tenant == tenant, campaigns.c.id == sa.bindparam("its_id"))
        .values(status=sa.bindparam("its_status"), problem=sa.bindparam("its_problem"))
        .values(finished_at=now, flight=None, version=campaigns.c.version + 1)
    )
    rows = [{"its_id": ref.campaign, "its_status": end.status, "its_problem": end.problem} for ref, _, end in told]
    await connection.execute(closed, rows)


def _event(ref: RunRef, id: int, ending: Ending, now: float) -> dict[str, object]:
    place = {"tenant": ref.tenant, "campaign": ref.campaign, "run": ref.number, "id": id, "at": now}
    return {**place, "name": ending.event.name, "task": ending.event.task, "data": ending.event.data}
