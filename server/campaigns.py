"""Answer a request for a campaign: from the cache, by joining a run under way, or by a run of its own."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from math import isinf
from typing import Literal

import orjson

from core.problems import Problem
from core.request import CampaignRequest
from server.caches.packs import CachedPack, PackCache
from server.event_log import EventLog
from server.events import RunFinished, RunStarted
from server.runs import FinishedPack, Runs, Watch
from server.site_state import ReadSite, SiteState

Reason = Literal["miss", "stale", "request"]
"""Why no cached pack is answered (RFC 9211): there is none, its site has changed, the client wants a new one."""


@dataclass(frozen=True)
class Hit:
    """A cached pack whose site still says what it said."""

    pack: CachedPack
    age: int
    """Seconds since it was written."""
    model: str

    @property
    def id(self) -> str:
        """Id of the campaign."""
        return self.pack.id

    @property
    def log(self) -> EventLog:
        """The answer as the log of a run that is over at once."""
        log = EventLog()
        log.append(RunStarted(self.pack.id, self.model, cached=True))
        log.append(RunFinished(self.pack.id, orjson.Fragment(self.pack.json)))
        return log

    async def json(self) -> str:
        """Return the pack."""
        return self.pack.json

    def close(self) -> None:
        """Nothing is held."""


@dataclass(frozen=True)
class Underway:
    """A share in a run; whoever holds it closes it."""

    watch: Watch
    reason: Reason
    joined: bool
    """An equal request had started it."""

    @property
    def id(self) -> str:
        """Id of the campaign."""
        return self.watch.run.id

    @property
    def log(self) -> EventLog:
        """What the run has told, and will tell."""
        return self.watch.run.log

    @property
    def stored(self) -> bool:
        """Tell whether the finished pack is in the cache."""
        pack = self.watch.run.pack
        return pack is not None and pack.site is not None

    async def json(self) -> str:
        """Wait for the pack; raise the run's problem."""
        return (await self.watch.run.result()).json

    def close(self) -> None:
        """Give the share up; when the last one does, the run stops at once."""
        self.watch.close()


@dataclass(frozen=True)
class Campaigns:
    """The one way to a pack, for the web and for the command line."""

    runs: Runs
    packs: PackCache
    read_site: ReadSite
    key: Callable[[CampaignRequest], str]
    _checks: dict[str, "asyncio.Task[SiteState]"] = field(default_factory=dict)

    async def ask(self, request: CampaignRequest, *, fresh: bool = False) -> Hit | Underway:
        """Return a cached pack or a share in a run; `fresh` reads every page again and writes anew.

        Raises QueueFull, and UrlInvalid or UrlNotAllowed for the website.
        """
        answer = self.at_once(request, fresh=fresh)
        if answer is not None:
            return answer
        key = self.key(request)
        confirmed = await self._confirm(key, request)
        return self._hit(confirmed) if confirmed else self._run(key, request, "stale")

    def at_once(self, request: CampaignRequest, *, fresh: bool = False) -> Hit | Underway | None:
        """Return the answer, or None where the site must be read first; raises what `ask` raises."""
        key = self.key(request)
        if fresh:
            return self._run(key, request, "request")
        cached = self.packs.find(key)
        if cached is None:
            return self._run(key, request, "miss")
        return self._hit(cached) if self.packs.clock() < cached.site.fresh_until else None

    def _hit(self, cached: CachedPack) -> Hit:
        return Hit(cached, cached.age(self.packs.clock()), self.runs.model)

    def _run(self, key: str, request: CampaignRequest, reason: Reason) -> Underway:
        """Join the run of this key or start it; a run that was asked for anew is another than one that was not."""
        fresh = reason == "request"
        run_key = f"{key} anew" if fresh else key
        joined = self.runs.join(run_key)
        if joined:
            return Underway(joined, reason, joined=True)

        async def keep(pack: FinishedPack) -> None:
            if pack.site is not None:
                await self.packs.keep(key, pack, self._honest(request, pack.site))

        return Underway(self.runs.start(run_key, request, fresh=fresh, keep=keep), reason, joined=False)

    async def _confirm(self, key: str, request: CampaignRequest) -> CachedPack | None:
        """Read the site again and return the cached pack if the site still says the same.

        Where it cannot be read there is no pack either: the run will say what is wrong with it.
        """
        try:
            site = await self._read_once(key, request)
        except Problem:
            return None
        cached = self.packs.find(key)
        if cached is None or cached.site.digest != site.digest:
            return None
        return await self.packs.confirm(key, cached, self._honest(request, site))

    def _honest(self, request: CampaignRequest, site: SiteState) -> SiteState:
        """Return a state that is asked for again at once, where a website was to be read but no page was.

        Pasted text alone never goes stale; a site that could not be read beside it may answer the next time.
        """
        if request.website and isinf(site.fresh_until):
            return SiteState(site.digest, self.packs.clock())
        return site

    async def _read_once(self, key: str, request: CampaignRequest) -> SiteState:
        """Read the site once for all who ask at this moment; it goes on when one of them leaves."""
        task = self._checks.get(key)
        if task is None:
            task = self._checks[key] = asyncio.ensure_future(self.read_site(request))
            task.add_done_callback(lambda done: self._checked(key, done))
        return await asyncio.shield(task)

    def _checked(self, key: str, task: "asyncio.Task[SiteState]") -> None:
        self._checks.pop(key, None)
        if not task.cancelled():
            task.exception()  # seen, even if everyone who waited for it has left
