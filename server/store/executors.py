"""The processes that take part: each beats while its event loop lives."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store.schema import executors


async def beat(connection: AsyncConnection, id: str, now: float) -> bool:
    """Say that a process lives; False where it was not known (any more)."""
    done = await connection.execute(sa.update(executors).where(executors.c.id == id).values(beat_at=now))
    return done.rowcount > 0


async def enter(connection: AsyncConnection, id: str, now: float) -> None:
    """Say that a process begins."""
    await connection.execute(sa.insert(executors).values(id=id, started_at=now, beat_at=now))


async def leave(connection: AsyncConnection, id: str) -> None:
    """Say that a process ends: its runs are anybody's from here on."""
    await connection.execute(sa.delete(executors).where(executors.c.id == id))


async def bury(connection: AsyncConnection, silent_since: float) -> list[str]:
    """Forget the processes that have not beaten since then, and return their ids."""
    silent = sa.delete(executors).where(executors.c.beat_at < silent_since).returning(executors.c.id)
    return list((await connection.scalars(silent)).all())


async def alive(connection: AsyncConnection) -> list[str]:
    """Return the ids of the processes that take part."""
    return list((await connection.scalars(sa.select(executors.c.id))).all())


async def time_of(connection: AsyncConnection) -> float:
    """Return the database's time in seconds since 1970: processes on several machines have one clock in common."""
    now = "unixepoch('subsec')" if connection.dialect.name == "sqlite" else "extract(epoch from clock_timestamp())"
    return float((await connection.execute(sa.text(f"SELECT {now}"))).scalar_one())
