"""Ask whether a cached pack's website still says what it said, once for all who ask at the same moment."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from math import isinf

from core.problems import Problem
from core.request import CampaignRequest
from server.caches.packs import CachedPack, PackCache, Packs
from server.runs.finished_pack import FinishedPack
from server.runs.site_state import ReadSite, SiteState
from server.store.rows import Campaign


@dataclass(frozen=True)
class SiteChecks:
    """Reads sites again."""

    read_site: ReadSite
    clock: Callable[[], float]
    _checks: dict[tuple[str, str], "asyncio.Task[SiteState]"] = field(default_factory=dict)

    async def confirm(self, packs: PackCache, key: str, tenant: str, request: CampaignRequest) -> CachedPack | None:
        """Read the site again and return the cached pack if the site still says the same.

        Where it cannot be read there is no pack either: the run will say what is wrong with it.
        """
        try:
            site = await self._read_once(key, tenant, request)
        except Problem:
            return None
        cached = packs.find(key)
        if cached is None or cached.site.digest != site.digest:
            return None
        return await packs.confirm(key, cached, self.honest(request, site))

    def honest(self, request: CampaignRequest, site: SiteState) -> SiteState:
        """Return a state that is asked for again at once, where a website was to be read but no page was.

        Pasted text alone never goes stale; a site that could not be read beside it may answer the next time.
        """
        if request.website and isinf(site.fresh_until):
            return SiteState(site.digest, self.clock())
        return site

    async def _read_once(self, key: str, tenant: str, request: CampaignRequest) -> SiteState:
        """Read the site; it goes on when one of those who wait for it leaves."""
        place = (tenant, key)
        task = self._checks.get(place)
        if task is None:
            task = self._checks[place] = asyncio.ensure_future(self.read_site(tenant, request))
            task.add_done_callback(lambda done: self._checked(place, done))
        return await asyncio.shield(task)

    def _checked(self, place: tuple[str, str], task: "asyncio.Task[SiteState]") -> None:
        self._checks.pop(place, None)
        if not task.cancelled():
            task.exception()  # seen, even if everyone who waited for it has left


@dataclass(frozen=True)
class FindPack:
    """Finds the pack that an equal request was given, as long as its site says what it said."""

    packs: Packs
    checks: SiteChecks

    async def __call__(self, campaign: Campaign) -> FinishedPack | None:
        """Return a pack that a campaign may have as well, under the id of the campaign that it was written for."""
        packs, key = self.packs.of(campaign.tenant, campaign.subject), campaign.pack_key
        cached = packs.find(key)
        if cached and self.packs.clock() >= cached.site.fresh_until:
            request = CampaignRequest.model_validate_json(campaign.request)
            cached = await self.checks.confirm(packs, key, campaign.tenant, request)
        return FinishedPack(cached.id, cached.json, cached.site) if cached else None


@dataclass(frozen=True)
class KeepPack:
    """Puts a finished pack into the cache, where what its site said is known."""

    packs: Packs
    checks: SiteChecks

    async def __call__(self, campaign: Campaign, pack: FinishedPack) -> None:
        """Keep the pack of a campaign."""
        if pack.site is not None:
            request = CampaignRequest.model_validate_json(campaign.request)
            packs = self.packs.of(campaign.tenant, campaign.subject)
            await packs.keep(campaign.pack_key, pack, self.checks.honest(request, pack.site))
