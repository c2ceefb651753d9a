"""Runs in the database: who has one, what it tells, how it ends. Each function works in the transaction it is given.

A run is handed out in epochs, each of which one process can claim once. Everything that it writes names the epoch, so
a process that was taken for dead and comes back finds its writes refused (None or False) and stops.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store.rows import Ending, Hold, NewEvent, RunRef, StoredEvent, Summary, Waiting
from server.store.schema import answers, campaigns, events, runs

_REF = (runs.c.tenant, runs.c.campaign, runs.c.number)
HANDED_OUT = (runs.c.created_at, campaigns.c.batch_index)
"""The order of handing out: first come, first served, and a batch in the order of its requests."""


async def claim(connection: AsyncConnection, ref: RunRef, epoch: int, executor: str, now: float) -> Hold | None:
    """Take a run that was handed out in this epoch, which one process can do once; None for everybody else."""
    taken = (
        sa.update(runs)
        .where(_is(ref), runs.c.active, runs.c.epoch == epoch, runs.c.claimed_at.is_(None))
        .values(executor=executor, claimed_at=now)
        .returning(runs.c.epoch)
    )
    if await connection.scalar(taken) is None:
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


async def cut(connection: AsyncConnection, ref: RunRef, ending: Ending, now: float) -> Waiting | None:
    """End a run from outside, whoever has it: its holder's writes are refused from here on.

    Return it as it was handed out last; None if it is over.
    """
    run = (await connection.execute(_waiting().where(_is(ref), runs.c.active).with_for_update(of=runs))).one_or_none()
    if run is None:
        return None
    fenced = sa.update(runs).where(_is(ref)).values(epoch=runs.c.epoch + 1, last_event=runs.c.last_event + 1)
    last: int = (await connection.execute(fenced.returning(runs.c.last_event))).scalar_one()
    await _insert_events(connection, ref, [ending.event], last - 1, now)
    await _close(connection, ref, ending, now)
    return _as_waiting(run)


async def again(connection: AsyncConnection, campaign: Summary, now: float, executor: str) -> RunRef | None:
    """Add a run to a campaign that has failed or was cancelled, and return its name; None where it has not."""
    ref = RunRef(campaign.tenant, campaign.id, campaign.run + 1)
    reopened = (
        sa.update(campaigns)
        .where(_owner(campaign.ref), campaigns.c.status.in_(("failed", "cancelled")))
        .values(status="queued", run=ref.number, version=campaigns.c.version + 1, problem=None, finished_at=None)
    )
    if not (await connection.execute(reopened)).rowcount:  # somebody else has tried it again meanwhile
        return None
    row = {"tenant": ref.tenant, "campaign": ref.campaign, "number": ref.number, "created_at": now}
    await connection.execute(sa.insert(runs).values(**row, active=True, executor=executor))
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
    wanted = sa.select(*_REF, runs.c.last_event).where(_any_of(refs))
    found = await connection.execute(wanted)
    return {RunRef(row.tenant, row.campaign, row.number): row.last_event for row in found}


async def held_by(connection: AsyncConnection, executor: str) -> set[RunRef]:
    """Return the active runs that a process has."""
    wanted = sa.select(*_REF).where(runs.c.active, runs.c.executor == executor)
    return {RunRef(row.tenant, row.campaign, row.number) for row in await connection.execute(wanted)}


async def not_ended(connection: AsyncConnection, refs: Iterable[RunRef]) -> set[RunRef]:
    """Return those of these runs that have no end of their own: under way, cancelled, or gone."""
    wanted = set(refs)
    if not wanted:
        return wanted
    both = sa.join(campaigns, runs, sa.and_(runs.c.tenant == campaigns.c.tenant, runs.c.campaign == campaigns.c.id))
    ended = sa.and_(~runs.c.active, campaigns.c.run == runs.c.number, campaigns.c.status.in_(("finished", "failed")))
    query = sa.select(*_REF).select_from(both).where(_any_of(wanted), ended)
    return wanted - {RunRef(row.tenant, row.campaign, row.number) for row in await connection.execute(query)}


async def figures(connection: AsyncConnection) -> tuple[int, int]:
    """Return how many runs wait and how many are performed, in all processes together."""
    counted = sa.select(sa.func.count(), sa.func.count(runs.c.claimed_at)).where(runs.c.active)
    active, claimed = (await connection.execute(counted)).one()
    return active - claimed, claimed


async def unclaimed(connection: AsyncConnection, alive: Sequence[str], before: float, limit: int) -> list[Waiting]:
    """Return active runs that no living process has: not put in line since `before`, or their process is gone."""
    lost = sa.or_(
        sa.and_(runs.c.executor.is_(None), runs.c.dispatched_at.is_(None), runs.c.created_at < before),
        sa.and_(runs.c.executor.is_not(None), runs.c.executor.not_in(alive)),
    )
    wanted = _waiting().where(runs.c.active, lost).order_by(*HANDED_OUT).limit(limit)
    return [_as_waiting(row) for row in await connection.execute(wanted)]


async def in_line(connection: AsyncConnection, after: float, before: float, limit: int) -> list[Waiting]:
    """Return active runs that were put in line between two moments and that nobody has claimed since."""
    waiting = sa.and_(runs.c.executor.is_(None), runs.c.dispatched_at >= after, runs.c.dispatched_at < before)
    wanted = _waiting().where(runs.c.active, waiting).order_by(runs.c.dispatched_at).limit(limit)
    return [_as_waiting(row) for row in await connection.execute(wanted)]


async def hand_out(connection: AsyncConnection, found: Sequence[Waiting], now: float) -> list[Waiting]:
    """Begin a new epoch of these runs, in which anybody may claim them; those that changed meanwhile are left out."""
    handed = []
    for run in found:
        changed = (
            sa.update(runs)
            .where(_is(run.ref), runs.c.active, runs.c.epoch == run.epoch)
            .values(epoch=run.epoch + 1, executor=None, claimed_at=None, dispatched_at=now)
        )
        if (await connection.execute(changed)).rowcount:
            handed.append(replace(run, epoch=run.epoch + 1))
    return handed


async def give_back(connection: AsyncConnection, executor: str, refs: Iterable[RunRef] | None = None) -> None:
    """Let anybody take the runs that a process has, or some of them."""
    chosen = sa.and_(runs.c.active, runs.c.executor == executor)
    if refs is not None:
        chosen = sa.and_(chosen, _any_of(refs))
    await connection.execute(sa.update(runs).where(chosen).values(executor=None, dispatched_at=None))


def _waiting() -> sa.Select[Any]:
    kind = sa.join(runs, campaigns, sa.and_(runs.c.tenant == campaigns.c.tenant, runs.c.campaign == campaigns.c.id))
    return sa.select(*_REF, runs.c.epoch, campaigns.c.kind).select_from(kind)


def _as_waiting(row: sa.Row[Any]) -> Waiting:
    return Waiting(RunRef(row.tenant, row.campaign, row.number), row.epoch, row.kind)


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


def _any_of(refs: Iterable[RunRef]) -> sa.ColumnElement[bool]:
    return sa.tuple_(*_REF).in_([(ref.tenant, ref.campaign, ref.number) for ref in refs])
