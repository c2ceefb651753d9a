"""Runs in the database: who has one, what it tells, how it ends. Each function works in the transaction it is given.

Whoever claims a run gets a new epoch; everything it writes later names that epoch, so a process that was taken for
dead and comes back finds its writes refused (None or False) and stops.
"""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store.rows import Ending, Hold, NewEvent, RunRef, StoredEvent, Summary
from server.store.schema import answers, campaigns, events, runs


async def claim(connection: AsyncConnection, ref: RunRef, executor: str, now: float) -> Hold | None:
    """Take a run that is not over, whoever had it; None where there is nothing left to do."""
    taken = (
        sa.update(runs)
        .where(_is(ref), runs.c.active)
        .values(epoch=runs.c.epoch + 1, executor=executor, dispatched_at=sa.func.coalesce(runs.c.dispatched_at, now))
        .returning(runs.c.epoch)
    )
    epoch: int | None = await connection.scalar(taken)
    if epoch is None:
        return None
    begun = {"status": "running", "started_at": sa.func.coalesce(campaigns.c.started_at, now)}
    await connection.execute(sa.update(campaigns).where(_owner(ref)).values(version=campaigns.c.version + 1, **begun))
    return Hold(ref, epoch)


async def append(connection: AsyncConnection, hold: Hold, new: Sequence[NewEvent], now: float) -> int | None:
    """Add events to a run's log and return the id of the last; None where the hold has ended."""
    counted = (
        sa.update(runs)
        .where(_is(hold.ref), runs.c.epoch == hold.epoch, runs.c.active)
        .values(last_event=runs.c.last_event + len(new))
        .returning(runs.c.last_event)
    )
    last: int | None = await connection.scalar(counted)
    if last is not None and new:
        await _insert_events(connection, hold.ref, new, last - len(new), now)
    return last


async def end(connection: AsyncConnection, hold: Hold, ending: Ending, now: float) -> int | None:
    """Write a run's last event and its outcome together; None where the hold has ended."""
    last = await append(connection, hold, [ending.event], now)
    if last is not None:
        await _close(connection, hold.ref, ending, now)
    return last


async def cut(connection: AsyncConnection, ref: RunRef, ending: Ending, now: float) -> int | None:
    """End a run from outside, whoever has it: its holder's writes are refused from here on. None if it is over."""
    fenced = (
        sa.update(runs)
        .where(_is(ref), runs.c.active)
        .values(epoch=runs.c.epoch + 1, last_event=runs.c.last_event + 1)
        .returning(runs.c.last_event)
    )
    last: int | None = await connection.scalar(fenced)
    if last is not None:
        await _insert_events(connection, ref, [ending.event], last - 1, now)
        await _close(connection, ref, ending, now)
    return last


async def again(connection: AsyncConnection, campaign: Summary, now: float, executor: str) -> RunRef:
    """Add a run to a campaign that has failed or was cancelled, and return its name."""
    ref = RunRef(campaign.tenant, campaign.id, campaign.run + 1)
    await connection.execute(
        sa.insert(runs).values(
            tenant=ref.tenant, campaign=ref.campaign, number=ref.number, active=True, created_at=now, executor=executor
        )
    )
    await connection.execute(
        sa.update(campaigns)
        .where(_owner(ref))
        .values(status="queued", run=ref.number, version=campaigns.c.version + 1, problem=None, finished_at=None)
    )
    return ref


async def copy_told(connection: AsyncConnection, earlier: RunRef, ref: RunRef, now: float) -> None:
    """Begin a run's log with what the steps that ended well have told in an earlier run."""
    told = await events_after(connection, earlier, 0)
    done = {event.task for event in told if event.name == "node.finished"}
    kept = [
        NewEvent(event.name, event.data, event.task)
        for event in told
        if event.task in done and event.name.startswith("node.")
    ]
    first = [NewEvent(event.name, event.data) for event in told if event.name == "run.started"][:1]
    everything = [*first, *kept]
    await _insert_events(connection, ref, everything, 0, now)
    await connection.execute(sa.update(runs).where(_is(ref)).values(last_event=len(everything)))


async def holds(connection: AsyncConnection, hold: Hold) -> bool:
    """Tell whether the hold stands."""
    wanted = sa.select(runs.c.number).where(_is(hold.ref), runs.c.epoch == hold.epoch, runs.c.active)
    return await connection.scalar(wanted) is not None


async def note_site(connection: AsyncConnection, hold: Hold, digest: str, fresh_until: float) -> None:
    """Keep what a run's site said, for the pack's cache."""
    noted = {"site_digest": digest, "site_fresh_until": min(fresh_until, 1e12)}  # infinity is no JSON
    await connection.execute(sa.update(campaigns).where(_owner(hold.ref)).values(noted))


async def events_after(connection: AsyncConnection, ref: RunRef, seen: int) -> list[StoredEvent]:
    """Return the events of a run after one that was seen, in order."""
    wanted = (
        sa.select(events.c.id, events.c.name, events.c.data, events.c.task)
        .where(events.c.tenant == ref.tenant, events.c.campaign == ref.campaign)
        .where(events.c.run == ref.number, events.c.id > seen)
        .order_by(events.c.id)
    )
    return [StoredEvent(*row) for row in await connection.execute(wanted)]


async def last_events(connection: AsyncConnection, refs: Iterable[RunRef]) -> dict[RunRef, int]:
    """Return the id of the last event of each of these runs."""
    key = sa.tuple_(runs.c.tenant, runs.c.campaign, runs.c.number)
    wanted = sa.select(runs.c.tenant, runs.c.campaign, runs.c.number, runs.c.last_event).where(
        key.in_([(ref.tenant, ref.campaign, ref.number) for ref in refs])
    )
    return {RunRef(*row[:3]): row[3] for row in await connection.execute(wanted)}


async def unclaimed(connection: AsyncConnection, alive: Sequence[str], before: float, limit: int) -> list[RunRef]:
    """Return active runs that no living process has: never handed over for a while, or their process is gone."""
    lost = sa.or_(
        sa.and_(runs.c.executor.is_(None), runs.c.dispatched_at.is_(None), runs.c.created_at < before),
        sa.and_(runs.c.executor.is_not(None), runs.c.executor.not_in(alive)),
    )
    wanted = sa.select(runs.c.tenant, runs.c.campaign, runs.c.number).where(runs.c.active, lost).limit(limit)
    return [RunRef(*row) for row in await connection.execute(wanted)]


async def dispatched(connection: AsyncConnection, refs: Sequence[RunRef], now: float) -> None:
    """Keep that these runs were handed to the engine; none of them has a holder now."""
    key = sa.tuple_(runs.c.tenant, runs.c.campaign, runs.c.number)
    chosen = key.in_([(ref.tenant, ref.campaign, ref.number) for ref in refs])
    await connection.execute(sa.update(runs).where(chosen, runs.c.active).values(dispatched_at=now, executor=None))


async def _close(connection: AsyncConnection, ref: RunRef, ending: Ending, now: float) -> None:
    outcome = {"status": ending.status, "pack": ending.pack, "problem": ending.problem, "score": ending.score}
    named = {"company": ending.company} if ending.company else {}
    await connection.execute(sa.update(runs).where(_is(ref)).values(active=False, executor=None))
    await connection.execute(
        sa.update(campaigns)
        .where(_owner(ref))
        .values(finished_at=now, flight=None, version=campaigns.c.version + 1, **outcome, **named)
    )
    if ending.status == "finished":  # a failed run may be tried again, and its paid answers serve it then
        paid = sa.and_(answers.c.tenant == ref.tenant, answers.c.campaign == ref.campaign)
        await connection.execute(sa.delete(answers).where(paid))


async def _insert_events(
    connection: AsyncConnection, ref: RunRef, new: Sequence[NewEvent], seen: int, now: float
) -> None:
    if not new:
        return
    place = {"tenant": ref.tenant, "campaign": ref.campaign, "run": ref.number, "at": now}
    rows = [
        {**place, "id": seen + at, "name": event.name, "task": event.task, "data": event.data}
        for at, event in enumerate(new, 1)
    ]
    await connection.execute(sa.insert(events), rows)


def _is(ref: RunRef) -> sa.ColumnElement[bool]:
    return sa.and_(runs.c.tenant == ref.tenant, runs.c.campaign == ref.campaign, runs.c.number == ref.number)


def _owner(ref: RunRef) -> sa.ColumnElement[bool]:
    return sa.and_(campaigns.c.tenant == ref.tenant, campaigns.c.id == ref.campaign, campaigns.c.run == ref.number)
