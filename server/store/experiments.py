"""Experiments in the database: insert, find, lock, change, hide. Each function works in the transaction it is given."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from experiments.lifecycle import State
from server.store.cursor import after, cursor_of
from server.store.experiment_schema import experiments


@dataclass(frozen=True, slots=True, order=True)
class ExperimentRef:
    """The name of an experiment."""

    tenant: str
    id: str


@dataclass(frozen=True, slots=True)
class StoredExperiment:
    """An experiment as it is stored. Times are seconds since 1970 (UTC)."""

    tenant: str
    id: str
    state: State
    document: str
    """JSON of the domain's experiment."""
    store_recipients: bool
    created_at: float
    version: int = 1
    """Counts its own changes."""
    revision: int = 1
    """Counts those of its counters as well."""
    started_at: float | None = None
    ended_at: float | None = None
    reason: str | None = None
    """Why it was stopped, or decided so."""
    claim: str | None = None
    """JSON of the first winner that was found while it ran."""

    @property
    def ref(self) -> ExperimentRef:
        """Return its name."""
        return ExperimentRef(self.tenant, self.id)

    @property
    def over(self) -> bool:
        """Tell whether it has ended; hardly anything comes any more."""
        return self.state in ("stopped", "decided")


@dataclass(frozen=True, slots=True)
class Page:
    """Some experiments, newest first, and where the next ones begin."""

    experiments: tuple[StoredExperiment, ...]
    next: str | None


_COLUMNS = [experiments.c[field.name] for field in fields(StoredExperiment)]
_CHANGING = ("state", "document", "store_recipients", "started_at", "ended_at", "reason")
_ALIVE = experiments.c.deleted_at.is_(None)


async def insert(connection: AsyncConnection, new: StoredExperiment) -> None:
    """Insert an experiment."""
    await connection.execute(sa.insert(experiments).values(**asdict(new)))


async def find(connection: AsyncConnection, ref: ExperimentRef, *, locked: bool = False) -> StoredExperiment | None:
    """Return a tenant's experiment; another tenant's is as if it were not there.

    Whoever changes an experiment or anything that belongs to it takes it `locked`, before all else: so its changes come
    one after another, and no two wait for each other.
    """
    query = sa.select(*_COLUMNS).where(_is(ref), _ALIVE)
    row = (await connection.execute(query.with_for_update() if locked else query)).one_or_none()
    return StoredExperiment(*row) if row else None


async def named(connection: AsyncConnection, ids: Sequence[str]) -> dict[str, ExperimentRef]:
    """Return whose experiments these are, for what comes without a tenant."""
    query = sa.select(experiments.c.tenant, experiments.c.id).where(experiments.c.id.in_(ids), _ALIVE)
    return {id: ExperimentRef(tenant, id) for tenant, id in await connection.execute(query)}


async def page(connection: AsyncConnection, tenant: str, state: State | None, cursor: str | None, limit: int) -> Page:
    """Return the newest experiments after a cursor; raise InvalidRequest for a cursor that is none of ours."""
    query = (
        sa.select(*_COLUMNS)
        .where(experiments.c.tenant == tenant, _ALIVE, *after(cursor, experiments.c.created_at, experiments.c.id))
        .order_by(experiments.c.created_at.desc(), experiments.c.id.desc())
        .limit(limit + 1)
    )
    if state:
        query = query.where(experiments.c.state == state)
    found = [StoredExperiment(*row) for row in await connection.execute(query)]
    last = found[limit - 1] if len(found) > limit else None
    return Page(tuple(found[:limit]), cursor_of(last.created_at, last.id) if last else None)


async def change(connection: AsyncConnection, new: StoredExperiment) -> None:
    """Write an experiment that was changed itself; its counters are others' concern."""
    values = {name: getattr(new, name) for name in _CHANGING}
    await _update(connection, new.ref, version=experiments.c.version + 1, **values)


async def counted(connection: AsyncConnection, ref: ExperimentRef) -> None:
    """Note that its counters have changed."""
    await _update(connection, ref)


async def keep_claim(connection: AsyncConnection, ref: ExperimentRef, claim: str) -> None:
    """Keep a claim, unless there is one: the first one stands."""
    await _update(connection, ref, claim=sa.func.coalesce(experiments.c.claim, claim))


async def hide(connection: AsyncConnection, ref: ExperimentRef, now: float) -> None:
    """Have nobody find an experiment any more; its rows are removed later."""
    await _update(connection, ref, deleted_at=now)


async def revisions(connection: AsyncConnection, refs: Sequence[ExperimentRef]) -> dict[ExperimentRef, int]:
    """Return the revisions of those that are still there."""
    query = sa.select(experiments.c.tenant, experiments.c.id, experiments.c.revision).where(
        experiments.c.id.in_([ref.id for ref in refs]), _ALIVE
    )
    return {ExperimentRef(tenant, id): revision for tenant, id, revision in await connection.execute(query)}


async def _update(connection: AsyncConnection, ref: ExperimentRef, **values: Any) -> None:
    changed = sa.update(experiments).where(_is(ref)).values(revision=experiments.c.revision + 1, **values)
    await connection.execute(changed)


def _is(ref: ExperimentRef) -> sa.ColumnElement[bool]:
    return sa.and_(experiments.c.tenant == ref.tenant, experiments.c.id == ref.id)
