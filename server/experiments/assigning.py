"""Assign recipients: the first answer is stored and given ever after."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from experiments.experiment import Experiment
from experiments.lifecycle import check_assigns
from experiments.tally import Delta, assigned
from server.experiments.catalogue import experiment_of, found
from server.experiments.live import Live
from server.experiments.recipients import Recipients
from server.store import experiment_assignments, experiment_counters
from server.store import experiments as stored
from server.store.database import Database
from server.store.experiment_assignments import Assignment
from server.store.experiments import ExperimentRef, StoredExperiment

AT_ONCE = 1000  # recipients in one transaction: others can write in between


@dataclass(frozen=True)
class Assigned:
    """A recipient and the variant that is theirs."""

    recipient: str
    recipient_key: str
    variant: str


@dataclass(frozen=True)
class Assigning:
    """Gives recipients their variants."""

    database: Database
    recipients: Recipients
    live: Live
    clock: Callable[[], float]

    async def assign(self, ref: ExperimentRef, recipients: Sequence[str]) -> list[Assigned]:
        """Return the recipients' variants, in their order; new ones are stored.

        Raises NotFound, InvalidExperiment for an empty recipient, and WrongTransition for a new one while the
        experiment does not run. A call that was cut off can be repeated: whoever was assigned stays so.
        """
        keys = await self.recipients.keys(ref.id, list(recipients))
        given = dict(zip(keys, recipients, strict=True))
        names: dict[str, str] = {}
        for part in _parts(sorted(given)):
            names |= await self._assign(ref, {key: given[key] for key in part})
        return [Assigned(one, key, names[key]) for one, key in zip(recipients, keys, strict=True)]

    async def _assign(self, ref: ExperimentRef, given: dict[str, str]) -> dict[str, str]:
        """Return the variants of recipients by their keys; whoever is known costs no write.

        New ones are worked out before the transaction, and again within it only if the experiment has changed by then.
        """
        async with self.database.reading() as connection:
            row = found(await stored.find(connection, ref))
            names = await experiment_assignments.variants(connection, ref, list(given))
        if len(names) == len(given):
            return names
        new = await self._new(row, given, names)
        async with self.database.writing() as connection:
            locked = found(await stored.find(connection, ref, locked=True))
            if locked.revision != row.revision:
                names = await experiment_assignments.variants(connection, ref, list(given))
                new = await self._new(locked, given, names)
            await experiment_assignments.insert(connection, ref, new.assignments)
            await experiment_counters.add(connection, ref, new.sums)
            await stored.counted(connection, ref)
        self.live.changed(ref)
        return names | {one.recipient_key: one.variant for one in new.assignments}

    async def _new(self, row: StoredExperiment, given: dict[str, str], names: dict[str, str]) -> "New":
        """Return assignments for whoever has none."""
        experiment = experiment_of(row)
        left = {key: recipient for key, recipient in given.items() if key not in names}
        if left:
            check_assigns(experiment.state)
        return await asyncio.to_thread(_assigned, experiment, left, self.clock(), keep=row.store_recipients)


@dataclass(frozen=True)
class New:
    """New assignments, and what to add to the counters."""

    assignments: list[Assignment]
    sums: experiment_counters.Sums


def _assigned(experiment: Experiment, recipients: dict[str, str], now: float, *, keep: bool) -> New:
    """Return new assignments; the hash takes 25 µs each, so this is for a thread."""
    from experiments.assignment import assign  # GrowthBook's SDK takes a second to load

    made: list[Assignment] = []
    deltas: list[Delta] = []
    for key, recipient in recipients.items():
        begun = assigned(assign(experiment, recipient), experiment.phase)
        fate, kept = begun.fate, recipient if keep else None
        made.append(Assignment(key, fate.variant, fate.phase, now, fate.model_dump_json(exclude_defaults=True), kept))
        deltas += begun.deltas
    return New(made, experiment_counters.summed(deltas))


def _parts(keys: list[str]) -> list[list[str]]:
    return [keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE)]
