"""Batches of campaigns: make one, look it up, cancel it, delete it. Their runs are performed like any others."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from server.batch_upload import Upload
from server.caches.subject import subject_of
from server.campaigns import Campaigns, Once, new_id
from server.problems import NotFound
from server.runs.ending import failed
from server.runs.problems import CampaignActive, RunCancelled
from server.store import batches, campaigns, idempotency, runs
from server.store.batch_cut import claimed, cut_waiting
from server.store.batches import Batch, Deleted, Page
from server.store.database import Connection
from server.store.rows import Ending, NewCampaign, RunRef, Waiting

DELETED_AT_ONCE = 100  # campaigns in one transaction, some 50 ms with their events: others can write in between
DROPPED_AT_ONCE = 500  # runs named in one statement of the engine's


@dataclass(frozen=True)
class Order:
    """A batch that somebody asks for."""

    tenant: str
    upload: Upload
    once: Once | None = None


@dataclass(frozen=True)
class Made:
    """A batch that was made, now or by an earlier request with the same idempotency key."""

    batch: Batch
    replayed: bool


@dataclass(frozen=True)
class Batches:
    """Many campaigns at once."""

    campaigns: Campaigns

    async def make(self, order: Order) -> Made:
        """Keep a batch with all its campaigns and have them written in the background.

        Raises StoreUnavailable, IdempotencyKeyReused, and NotFound where the key's batch was deleted.
        """
        id = new_id("bat")
        rows = await asyncio.to_thread(self._rows, order, id)
        async with self.campaigns.database.writing() as connection:
            earlier = await self._remember(connection, order, id)
            if earlier is None:
                now = self.campaigns.clock()
                await batches.insert(connection, order.tenant, id, order.upload.name, len(rows), now)
                await campaigns.insert(connection, rows, now)
            batch = await batches.find(connection, order.tenant, earlier or id)
        if batch is None:
            raise NotFound("What this idempotency key has made was deleted.")
        if earlier is None:
            self.campaigns.watch.hand_over()
        return Made(batch, replayed=earlier is not None)

    async def find(self, tenant: str, id: str) -> Batch:
        """Return a tenant's batch; raise NotFound."""
        async with self.campaigns.database.reading() as connection:
            found = await batches.find(connection, tenant, id)
        if found is None:
            raise NotFound("You have no batch with this id.")
        return found

    async def list(self, tenant: str, cursor: str | None, limit: int) -> Page:
        """Return some of a tenant's batches, newest first; raise InvalidRequest for a cursor that is none."""
        async with self.campaigns.database.reading() as connection:
            return await batches.page(connection, tenant, cursor, limit)

    async def cancel(self, tenant: str, id: str) -> Batch:
        """Stop every campaign of a batch that is not over, wherever it runs, and return the batch. Raises NotFound."""
        await self.find(tenant, id)
        async with self.campaigns.database.writing() as connection:
            cut = await cut_waiting(connection, tenant, id, _cancelled, self.campaigns.clock())
        async with self.campaigns.database.reading() as connection:
            performed = await claimed(connection, tenant, id)
        for ref in performed:
            async with self.campaigns.database.writing() as connection:
                one = await runs.cut(connection, ref, _cancelled(ref), self.campaigns.clock())
            cut += [one] if one else []
        await self._drop(cut)
        return await self.find(tenant, id)

    async def delete(self, batch: Batch) -> None:
        """Delete a batch with its campaigns and all that is kept of them.

        Raises CampaignActive while one of them is under way.
        """
        more = True
        while more:
            deleted = await self._delete_part(batch)
            for one in deleted:
                await self.campaigns.checkpoints.forget(one.ref)
            for subject, key in {(one.subject, one.pack_key) for one in deleted}:
                await self.campaigns.packs.of(batch.tenant, subject).forget(key)
            more = bool(deleted)

    async def _delete_part(self, batch: Batch) -> Sequence[Deleted]:
        """Delete some of a batch's campaigns, or the batch where none is left."""
        async with self.campaigns.database.writing() as connection:
            if await batches.under_way(connection, batch.tenant, batch.id):
                raise CampaignActive("Campaigns of the batch are still under way; cancel it first.")
            deleted = await batches.delete_part(connection, batch.tenant, batch.id, DELETED_AT_ONCE)
            if not deleted:
                await batches.delete(connection, batch.tenant, batch.id)
        return deleted

    async def _drop(self, cut: Sequence[Waiting]) -> None:
        """Stop performing runs that were cut, here and elsewhere."""
        for run in cut:
            self.campaigns.runs.stop(run.ref)
        for start in range(0, len(cut), DROPPED_AT_ONCE):
            await self.campaigns.jobs.cancel(cut[start : start + DROPPED_AT_ONCE])

    async def _remember(self, connection: Connection, order: Order, id: str) -> str | None:
        if order.once is None:
            return None
        once = order.once
        return await idempotency.remember(
            connection, order.tenant, once.route, once.key, once.fingerprint, id, self.campaigns.clock()
        )

    def _rows(self, order: Order, batch: str) -> Sequence[NewCampaign]:
        """Return the campaigns of a batch; half a second for 10,000, so it is done in a thread."""
        return [
            NewCampaign(
                tenant=order.tenant,
                id=new_id("cmp"),
                kind="bulk",
                request=request.model_dump_json(exclude_defaults=True),
                website=request.website,
                company=request.company.name if request.company else None,
                subject=subject_of(request),
                model=self.campaigns.model,
                fresh=False,
                pack_key=self.campaigns.key(request),
                batch=batch,
                batch_index=index,
            )
            for index, request in enumerate(order.upload.requests)
        ]


def _cancelled(ref: RunRef) -> Ending:
    return failed(ref, RunCancelled())
