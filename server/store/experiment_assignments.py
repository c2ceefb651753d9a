"""Who gets which variant, and what became of them. Each function works in the transaction it is given."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store.experiment_schema import assignments
from server.store.experiments import ExperimentRef


@dataclass(frozen=True, slots=True)
class Assignment:
    """One recipient of an experiment."""

    recipient_key: str
    variant: str
    phase: int
    assigned_at: float
    fate: str
    """JSON."""
    recipient: str | None = None
    """As it was given, where that is kept."""


_NAMES = tuple(field.name for field in fields(Assignment))
_COLUMNS = [assignments.c[name] for name in _NAMES]


async def variants(connection: AsyncConnection, ref: ExperimentRef, keys: Sequence[str]) -> dict[str, str]:
    """Return the variants of those of these recipients who have one."""
    query = sa.select(assignments.c.recipient_key, assignments.c.variant).where(_of(ref, keys))
    return {row.recipient_key: row.variant for row in await connection.execute(query)}


async def fates(connection: AsyncConnection, ref: ExperimentRef, keys: Sequence[str]) -> dict[str, str]:
    """Return the fates of those of these recipients who are assigned."""
    query = sa.select(assignments.c.recipient_key, assignments.c.fate).where(_of(ref, keys))
    return {row.recipient_key: row.fate for row in await connection.execute(query)}


async def insert(connection: AsyncConnection, ref: ExperimentRef, new: Iterable[Assignment]) -> None:
    """Insert assignments of recipients who have none; the experiment is locked."""
    own = {"tenant": ref.tenant, "experiment": ref.id}
    rows = [{**own, **{name: getattr(one, name) for name in _NAMES}} for one in new]
    if rows:
        await connection.execute(sa.insert(assignments), rows)


async def change_fates(connection: AsyncConnection, ref: ExperimentRef, changed: Mapping[str, str]) -> None:
    """Write other fates."""
    if changed:
        statement = (
            sa.update(assignments)
            .where(
                assignments.c.tenant == ref.tenant,
                assignments.c.experiment == ref.id,
                assignments.c.recipient_key == sa.bindparam("a_key"),
            )
            .values(fate=sa.bindparam("a_fate"))
        )
        await connection.execute(statement, [{"a_key": key, "a_fate": fate} for key, fate in changed.items()])


async def page(connection: AsyncConnection, ref: ExperimentRef, after: str, limit: int) -> list[Assignment]:
    """Return the assignments after a recipient's key, in the order of keys."""
    query = (
        sa.select(*_COLUMNS)
        .where(
            assignments.c.tenant == ref.tenant,
            assignments.c.experiment == ref.id,
            assignments.c.recipient_key > after,
        )
        .order_by(assignments.c.recipient_key)
        .limit(limit)
    )
    return [Assignment(*row) for row in await connection.execute(query)]


def _of(ref: ExperimentRef, keys: Sequence[str]) -> sa.ColumnElement[bool]:
    return sa.and_(
        assignments.c.tenant == ref.tenant,
        assignments.c.experiment == ref.id,
        assignments.c.recipient_key.in_(keys),
    )
