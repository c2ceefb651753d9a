"""The counters of experiments. Each function works in the transaction it is given."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from experiments.tally import COUNTED, Cohort, Counts, Delta
from server.store.experiment_schema import experiment_counters
from server.store.experiments import ExperimentRef

Sums = Mapping[Cohort, Sequence[int]]
"""What to add to each cohort's counters, in the order of COUNTED."""

_OWN = ("tenant", "experiment", "variant", "phase", "day")
_COUNTED = [experiment_counters.c[name] for name in COUNTED]


async def add(connection: AsyncConnection, ref: ExperimentRef, sums: Sums) -> None:
    """Add to the counters; the experiment is locked."""
    rows = [_row(ref, cohort, numbers) for cohort, numbers in sums.items() if any(numbers)]
    if not rows:
        return
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(experiment_counters).values(rows)
    grown = {name: experiment_counters.c[name] + statement.excluded[name] for name in COUNTED}
    await connection.execute(statement.on_conflict_do_update(index_elements=_OWN, set_=grown))


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


def summed(deltas: Iterable[Delta]) -> Sums:
    """Return what deltas come to; they are thousands, and adding lists of numbers is twenty times as fast as values."""
    found: dict[Cohort, list[int]] = {}
    for cohort, counts in deltas:
        so_far = found.setdefault(cohort, [0] * len(COUNTED))
        for place, name in enumerate(COUNTED):
            so_far[place] += getattr(counts, name)
    return found


def _row(ref: ExperimentRef, cohort: Cohort, numbers: Sequence[int]) -> dict[str, Any]:
    day = cohort.day.isoformat() if cohort.day else ""
    own = (ref.tenant, ref.id, cohort.variant, cohort.phase, day)
    return dict(zip((*_OWN, *COUNTED), (*own, *numbers), strict=True))


def _counts(numbers: Iterable[int]) -> Counts:
    return Counts.model_validate(dict(zip(COUNTED, numbers, strict=True)))
