"""The counters of experiments. Each function works in the transaction it is given."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from experiments.tally import COUNTED, Cohort, Counts, Delta
from server.store.experiment_schema import experiment_counters
from server.store.experiments import ExperimentRef

_OWN = ("tenant", "experiment", "variant", "phase", "day")
_COUNTED = [experiment_counters.c[name] for name in COUNTED]


async def add(connection: AsyncConnection, ref: ExperimentRef, deltas: Iterable[Delta]) -> bool:
    """Add to the counters and tell whether there was anything to add; the experiment is locked."""
    rows = [_row(ref, cohort, counts) for cohort, counts in _summed(deltas).items()]
    if not rows:
        return False
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(experiment_counters).values(rows)
    grown = {name: experiment_counters.c[name] + statement.excluded[name] for name in COUNTED}
    await connection.execute(statement.on_conflict_do_update(index_elements=_OWN, set_=grown))
    return True


async def read(connection: AsyncConnection, ref: ExperimentRef) -> dict[Cohort, Counts]:
    """Return every cohort's counts."""
    own = (experiment_counters.c.variant, experiment_counters.c.phase, experiment_counters.c.day)
    query = sa.select(*own, *_COUNTED).where(
        experiment_counters.c.tenant == ref.tenant, experiment_counters.c.experiment == ref.id
    )
    return {
        Cohort(variant, phase, date.fromisoformat(day) if day else None): _counts(numbers)
        for variant, phase, day, *numbers in await connection.execute(query)
    }


def _summed(deltas: Iterable[Delta]) -> dict[Cohort, Counts]:
    """Return the deltas by cohort, added up."""
    found: dict[Cohort, Counts] = {}
    for cohort, counts in deltas:
        found[cohort] = found[cohort] + counts if cohort in found else counts
    return found


def _row(ref: ExperimentRef, cohort: Cohort, counts: Counts) -> dict[str, Any]:
    day = cohort.day.isoformat() if cohort.day else ""
    own = (ref.tenant, ref.id, cohort.variant, cohort.phase, day)
    return {**dict(zip(_OWN, own, strict=True)), **counts.model_dump()}


def _counts(numbers: Iterable[int]) -> Counts:
    return Counts.model_validate(dict(zip(COUNTED, numbers, strict=True)))
