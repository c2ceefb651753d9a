"""What happened to emails, each event once. Each function works in the transaction it is given."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store.experiment_schema import experiment_events
from server.store.experiments import ExperimentRef


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event as it is kept: without address, link or header."""

    id: str
    recipient_key: str
    type: str
    at: float
    received_at: float
    by: str
    because: str
    sentiment: str | None
    bounce: str | None


_NAMES = tuple(field.name for field in fields(StoredEvent))


async def known(connection: AsyncConnection, ref: ExperimentRef, ids: Sequence[str]) -> set[str]:
    """Return those of these ids that are there."""
    own = (experiment_events.c.tenant == ref.tenant, experiment_events.c.experiment == ref.id)
    found = await connection.scalars(sa.select(experiment_events.c.id).where(*own, experiment_events.c.id.in_(ids)))
    return set(found)


async def insert(connection: AsyncConnection, ref: ExperimentRef, events: Iterable[StoredEvent]) -> None:
    """Insert events that are not there; the experiment is locked, so nobody else inserts them meanwhile."""
    own = {"tenant": ref.tenant, "experiment": ref.id}
    rows = [{**own, **{name: getattr(one, name) for name in _NAMES}} for one in events]
    if rows:
        await connection.execute(sa.insert(experiment_events), rows)
