"""Experiments themselves: make one, look it up, change it, move it on, delete it."""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from experiments.experiment import Experiment, experiment_from
from experiments.lifecycle import State
from experiments.problems import WrongTransition
from server.conditional import PreconditionFailed
from server.experiments.changes import changed
from server.experiments.live import Live
from server.experiments.packs import packs_for
from server.experiments.requests import ExperimentChanges, ExperimentRequest
from server.problems import NotFound
from server.store import experiments as stored
from server.store import idempotency
from server.store.database import Connection, Database
from server.store.experiments import ExperimentRef, Page, StoredExperiment

if TYPE_CHECKING:
    from server.campaigns import Once

Change = Callable[[Experiment], Experiment]


@dataclass(frozen=True)
class Made:
    """An experiment that was made, now or by an earlier request with the same idempotency key."""

    experiment: StoredExperiment
    replayed: bool


@dataclass(frozen=True)
class Catalogue:
    """A tenant's experiments."""

    database: Database
    live: Live
    removal: asyncio.Event
    """Set when there is something to be removed."""
    clock: Callable[[], float]

    async def make(self, tenant: str, wanted: ExperimentRequest, once: "Once | None" = None) -> Made:
        """Keep a draft of the experiment that is wanted.

        Raises InvalidExperiment, IdempotencyKeyReused, and NotFound where the key's experiment was deleted.
        """
        async with self.database.reading() as connection:
            packs = await packs_for(connection, tenant, wanted)
        planned = packs[wanted.campaign].ab_test if wanted.campaign else None
        new = self._row(tenant, experiment_from(wanted, _new_id(), planned), store=wanted.store_recipients)
        async with self.database.writing() as connection:
            earlier = await self._remember(connection, new, once)
            if earlier is None:
                await stored.insert(connection, new)
            found = await stored.find(connection, ExperimentRef(tenant, earlier or new.id))
        if found is None:
            raise NotFound("What this idempotency key has made was deleted.")
        return Made(found, replayed=earlier is not None)

    async def find(self, ref: ExperimentRef) -> StoredExperiment:
        """Return a tenant's experiment; raise NotFound."""
        async with self.database.reading() as connection:
            return found(await stored.find(connection, ref))

    async def list(self, tenant: str, state: State | None, cursor: str | None, limit: int) -> Page:
        """Return some of a tenant's experiments, newest first; raise InvalidRequest for a cursor that is none."""
        async with self.database.reading() as connection:
            return await stored.page(connection, tenant, state, cursor, limit)

    async def change(self, ref: ExperimentRef, wanted: ExperimentChanges, version: int) -> StoredExperiment:
        """Change an experiment of this version as far as its state allows, and return it."""

        def with_flag(row: StoredExperiment, experiment: Experiment) -> StoredExperiment:
            keeps = row.store_recipients if wanted.store_recipients is None else wanted.store_recipients
            return replace(_written(row, experiment), store_recipients=keeps)

        return await self._change(ref, lambda experiment: changed(experiment, wanted), version, with_flag)

    async def move(
        self, ref: ExperimentRef, step: Change, version: int | None, reason: str | None = None
    ) -> StoredExperiment:
        """Start, pause, stop or decide an experiment and return it; raise WrongTransition, PreconditionFailed."""

        def with_times(row: StoredExperiment, experiment: Experiment) -> StoredExperiment:
            new, now = _written(row, experiment), self.clock()
            ended_at = new.ended_at or now if new.state in ("stopped", "decided") else None
            return replace(new, started_at=new.started_at or now, ended_at=ended_at, reason=reason or new.reason)

        return await self._change(ref, step, version, with_times)

    async def delete(self, ref: ExperimentRef, version: int) -> None:
        """Delete an experiment with all that is kept of it; raise WrongTransition while it runs.

        Nobody finds it from now on; its rows are removed in the background.
        """
        async with self.database.writing() as connection:
            row = _current(found(await stored.find(connection, ref, locked=True)), version)
            if row.state == "running":
                raise WrongTransition("An experiment that is running cannot be deleted; stop it first.")
            await stored.hide(connection, ref, self.clock())
        self.live.changed(ref)
        self.removal.set()

    async def _change(
        self,
        ref: ExperimentRef,
        step: Change,
        version: int | None,
        write: Callable[[StoredExperiment, Experiment], StoredExperiment],
    ) -> StoredExperiment:
        async with self.database.writing() as connection:
            row = _current(found(await stored.find(connection, ref, locked=True)), version)
            new = write(row, step(experiment_of(row)))
            await stored.change(connection, new)
            row = found(await stored.find(connection, ref))
        self.live.changed(ref)
        return row

    async def _remember(self, connection: Connection, new: StoredExperiment, once: "Once | None") -> str | None:
        if once is None:
            return None
        return await idempotency.remember(
            connection, new.tenant, once.route, once.key, once.fingerprint, new.id, self.clock()
        )

    def _row(self, tenant: str, experiment: Experiment, *, store: bool) -> StoredExperiment:
        return StoredExperiment(
            tenant, experiment.id, experiment.state, experiment.model_dump_json(), store, self.clock()
        )


def experiment_of(row: StoredExperiment) -> Experiment:
    """Return the domain's experiment out of a row."""
    return Experiment.model_validate_json(row.document)


def found(row: StoredExperiment | None) -> StoredExperiment:
    """Return the experiment; raise NotFound where there is none."""
    if row is None:
        raise NotFound("You have no experiment with this id.")
    return row


def moment(seconds: float) -> datetime:
    """Return a stored time as the domain takes it."""
    return datetime.fromtimestamp(seconds, UTC)


def _new_id() -> str:
    """Return a name that nobody can guess."""
    return f"exp_{secrets.token_urlsafe(16)}"


def _written(row: StoredExperiment, experiment: Experiment) -> StoredExperiment:
    return replace(row, state=experiment.state, document=experiment.model_dump_json())


def _current(row: StoredExperiment, version: int | None) -> StoredExperiment:
    """Raise PreconditionFailed where the experiment is another than the client knows."""
    if version is not None and version != row.version:
        raise PreconditionFailed
    return row
