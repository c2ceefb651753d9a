"""Campaigns for the web and for the command line: ask for one, look it up, stop it, try it again, delete it."""

import hashlib
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from core.problems import QueueFull
from core.request import CampaignRequest
from server.answers import Hit, Reason, Underway
from server.caches.packs import CachedPack, PackCache, Packs
from server.caches.subject import subject_of
from server.jobs.seam import Jobs
from server.jobs.watch import Watch
from server.problems import NotFound
from server.regenerate import RegenerateRequest
from server.runs.ending import failed
from server.runs.feeds import Feeds
from server.runs.perform import Runs
from server.runs.problems import CampaignActive, CampaignNotFailed, RunCancelled
from server.site_checks import SiteChecks
from server.store import campaigns, idempotency, runs
from server.store.campaigns import Filter, Page
from server.store.checkpoints import Checkpoints
from server.store.database import Connection, Database
from server.store.rows import Campaign, NewCampaign, RunKind, RunRef, Summary, Waiting

RETRY_AFTER_SECONDS = 5  # a campaign takes 2 to 20 s with common models, so a place is likely free by then


@dataclass(frozen=True)
class Once:
    """What makes a request the same as an earlier one: asked again, it is answered with what that has made."""

    route: str
    key: str
    fingerprint: str


@dataclass(frozen=True)
class Anew:
    """A part of a finished campaign, to be written anew."""

    campaign: str
    asked: RegenerateRequest


@dataclass(frozen=True)
class Wish:
    """A campaign that somebody asks for, and how."""

    tenant: str
    request: CampaignRequest
    fresh: bool = False
    """Read every page again and write anew."""
    kind: RunKind = "interactive"
    once: Once | None = None
    traceparent: str | None = None
    """The span that asks, as W3C writes it."""
    regenerate: Anew | None = None
    """One part of a finished campaign, to be written anew; `request` is that campaign's, and nothing is cached."""


@dataclass(frozen=True)
class Campaigns:
    """The one way to a pack."""

    runs: Runs
    jobs: Jobs
    watch: Watch
    packs: Packs
    checks: SiteChecks
    key: Callable[[CampaignRequest], str]
    """Returns the name of all that decides how a request is answered."""
    model: str
    most: int
    """Interactive runs of this process at the same moment."""
    clock: Callable[[], float] = time.time

    @property
    def database(self) -> Database:
        """Return where campaigns are kept."""
        return self.runs.database

    @property
    def feeds(self) -> Feeds:
        """Return the logs of runs."""
        return self.runs.feeds

    @property
    def checkpoints(self) -> Checkpoints:
        """Return where runs go on from."""
        return self.runs.checkpoints

    async def ask(self, wish: Wish) -> Hit | Underway:
        """Return a cached pack or a share in a run.

        Raises QueueFull, StoreUnavailable, IdempotencyKeyReused, and UrlInvalid or UrlNotAllowed for the website.
        """
        hit, reason = await self._cached(wish)
        return await self._answer(wish, hit, reason)

    def at_once(self, wish: Wish) -> Hit | None:
        """Return a cached pack that is known to be fresh, without waiting for anything."""
        cached = None if wish.fresh or wish.once or wish.regenerate else self._packs(wish).find(self.key(wish.request))
        return self._hit(cached) if cached and self.packs.clock() < cached.site.fresh_until else None

    async def find(self, tenant: str, id: str) -> Campaign:
        """Return a tenant's campaign; raise NotFound."""
        async with self.database.reading() as connection:
            found = await campaigns.find(connection, tenant, id)
        if found is None:
            raise NotFound("You have no campaign with this id.")
        return found

    async def list(self, tenant: str, wanted: Filter, cursor: str | None, limit: int) -> Page:
        """Return some of a tenant's campaigns, newest first; raise InvalidRequest for a cursor that is none."""
        async with self.database.reading() as connection:
            return await campaigns.page(connection, tenant, wanted, cursor, limit)

    async def follow(self, campaign: Summary) -> Underway:
        """Return a share in a campaign's current run."""
        return Underway(campaign, await self.feeds.open(campaign.ref), self.database)

    async def cancel(self, tenant: str, id: str) -> Campaign:
        """Stop a campaign, wherever it runs, and return it; one that is over stays as it is. Raises NotFound."""
        campaign = await self.find(tenant, id)
        async with self.database.writing() as connection:
            cut = await runs.cut(connection, campaign.ref, failed(campaign.ref, RunCancelled()), self.clock())
        if cut:
            self.runs.stop(cut.ref)
            await self.jobs.cancel([cut])
        return await self.find(tenant, id)

    async def retry(self, tenant: str, id: str) -> Campaign:
        """Go on with a campaign that has failed or was cancelled, from its last finished step, and return it.

        Raises NotFound, CampaignNotFailed, QueueFull.
        """
        campaign = await self.find(tenant, id)
        expected = replace(campaign.ref, number=campaign.run + 1)
        with self._place(expected):
            self._reserve(expected)
            async with self.database.writing() as connection:
                ref = await runs.again(connection, campaign, self.clock(), self.runs.executor)
                if ref is None:
                    raise CampaignNotFailed
                await runs.copy_told(connection, campaign.ref, ref, self.clock())
            await self.jobs.start(Waiting(ref, 0, "interactive"))
        return await self.find(tenant, id)

    async def delete(self, campaign: Campaign) -> None:
        """Delete a campaign with all that is kept of it; raise CampaignActive while it is under way."""
        async with self.database.writing() as connection:
            if not await campaigns.delete(connection, campaign.tenant, campaign.id):
                raise CampaignActive
        await self.checkpoints.forget(campaign.ref)
        await self.packs.of(campaign.tenant, campaign.subject).forget(campaign.pack_key)

    async def _cached(self, wish: Wish) -> tuple[Hit | None, Reason]:
        """Return the cached pack, or why there is none."""
        if wish.fresh or wish.regenerate:
            return None, "request"
        key, packs = self.key(wish.request), self._packs(wish)
        cached = packs.find(key)
        if cached is None:
            return None, "miss"
        if self.packs.clock() >= cached.site.fresh_until:
            cached = await self.checks.confirm(packs, key, wish.tenant, wish.request)
        return (self._hit(cached), "miss") if cached else (None, "stale")

    async def _answer(self, wish: Wish, hit: Hit | None, reason: Reason) -> Hit | Underway:
        """Keep what the request makes and have it performed, unless it has made or joins something already."""
        if hit and not wish.once:
            return hit
        new = self._new(wish)
        made_id = hit.id if hit else new.id
        with self._place(RunRef(wish.tenant, new.id, 1)):
            async with self.database.writing() as connection:
                earlier = await self._remember(connection, wish, made_id)
                if hit and not earlier:
                    return hit
                id = earlier or await self._join_or_make(connection, wish, new)
                campaign = await campaigns.find(connection, wish.tenant, id)
            if campaign is None:
                raise NotFound("What this idempotency key has made was deleted.")
            if id == new.id:
                await self._get_performed(campaign)
        reading = await self.feeds.open(campaign.ref)
        joined = not earlier and id != new.id
        return Underway(campaign, reading, self.database, reason, joined, replayed=earlier is not None)

    async def _remember(self, connection: Connection, wish: Wish, made_id: str) -> str | None:
        """Keep what a request with an idempotency key makes, or return what an earlier one has made."""
        if wish.once is None:
            return None
        once = wish.once
        return await idempotency.remember(
            connection, wish.tenant, once.route, once.key, once.fingerprint, made_id, self.clock()
        )

    async def _join_or_make(self, connection: Connection, wish: Wish, new: NewCampaign) -> str:
        """Return the campaign under way that equals this one, or insert it if there is room."""
        executor = self.runs.executor if wish.kind == "interactive" else None
        id = await campaigns.join_or_insert(connection, new, self.clock(), executor)
        if id == new.id and wish.kind == "interactive":
            self._reserve(RunRef(wish.tenant, id, 1))
        if id != new.id and wish.once:
            await idempotency.redirect(connection, wish.tenant, wish.once.route, wish.once.key, id)
        return id

    async def _get_performed(self, campaign: Summary) -> None:
        if campaign.kind == "interactive":
            await self.jobs.start(Waiting(campaign.ref, 0, campaign.kind))
        else:
            self.watch.hand_over()

    def _reserve(self, ref: RunRef) -> None:
        """Keep a place for a run; raise QueueFull where this process performs as many as it may."""
        if not self.runs.reserve(ref, self.most):
            raise QueueFull(retry_after=RETRY_AFTER_SECONDS)

    @contextmanager
    def _place(self, ref: RunRef) -> Iterator[None]:
        """Give up a run's place where it does not come to be performed."""
        try:
            yield
        except BaseException:
            self.runs.release(ref)
            raise

    def _new(self, wish: Wish) -> NewCampaign:
        key, id = self.key(wish.request), new_id("cmp")
        company, anew = wish.request.company, wish.regenerate
        return NewCampaign(
            tenant=wish.tenant,
            id=id,
            kind=wish.kind,
            request=wish.request.model_dump_json(exclude_defaults=True),
            website=wish.request.website,
            company=company.name if company else None,
            subject=subject_of(wish.request),
            model=self.model,
            # What is written anew answers no other request: a key of its own, no flight, no answers that are cached.
            fresh=wish.fresh or anew is not None,
            pack_key=hashlib.sha256(id.encode()).hexdigest() if anew else key,
            traceparent=wish.traceparent,
            flight=None if anew else f"{key} {wish.kind[0]}{'!' if wish.fresh else ''}",
            regenerated_from=anew.campaign if anew else None,
            regenerate=anew.asked.model_dump_json(exclude_defaults=True) if anew else None,
        )

    def _packs(self, wish: Wish) -> PackCache:
        return self.packs.of(wish.tenant, subject_of(wish.request))

    def _hit(self, cached: CachedPack) -> Hit:
        return Hit(cached, cached.age(self.packs.clock()), self.model)


def new_id(kind: str) -> str:
    """Return a name that nobody can guess."""
    return f"{kind}_{secrets.token_urlsafe(16)}"
