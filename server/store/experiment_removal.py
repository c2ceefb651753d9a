"""Remove hidden experiments bit by bit. Each function works in the transaction it is given."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store.experiment_schema import assignments, experiment_counters, experiment_events, experiments
from server.store.experiments import ExperimentRef

_PARTS = ((experiment_events, experiment_events.c.id), (assignments, assignments.c.recipient_key))


async def hidden(connection: AsyncConnection) -> ExperimentRef | None:
    """Return an experiment that is to be removed, or None."""
    query = sa.select(experiments.c.tenant, experiments.c.id).where(experiments.c.deleted_at.is_not(None)).limit(1)
    row = (await connection.execute(query)).one_or_none()
    return ExperimentRef(*row) if row else None


async def remove_part(connection: AsyncConnection, ref: ExperimentRef, most: int) -> bool:
    """Remove so many rows of an experiment at most, itself last; False once it is gone."""
    for table, name in _PARTS:
        own = (table.c.tenant == ref.tenant, table.c.experiment == ref.id)
        some = (await connection.scalars(sa.select(name).where(*own).limit(most))).all()
        if some:
            await connection.execute(sa.delete(table).where(*own, name.in_(some)))
            return True
    await connection.execute(
        sa.delete(experiment_counters).where(
            experiment_counters.c.tenant == ref.tenant, experiment_counters.c.experiment == ref.id
        )
    )
    await connection.execute(
        sa.delete(experiments).where(experiments.c.tenant == ref.tenant, experiments.c.id == ref.id)
    )
    return False
