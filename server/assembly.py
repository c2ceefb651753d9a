"""Put together what performs campaigns: for the web, for a worker, or for one command in a terminal."""

import asyncio
import secrets
import time
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import (
    AbstractAsyncContextManager,
    AbstractContextManager,
    AsyncExitStack,
    asynccontextmanager,
    suppress,
)
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from core.request import CampaignRequest
from core.settings import Settings
from graph.builder import build_graph
from graph.services import Services, open_services
from graph.warm import warm_up
from nodes.website.pages import SiteSource
from nodes.website.reader import read_company
from nodes.website.sources import website_source
from server.background import in_background
from server.caches.caches import Caches
from server.caches.packs import Packs, pack_key
from server.caches.steps import StepCaches
from server.caches.text_store import make_private
from server.campaigns import Campaigns
from server.examples import Example, load_examples
from server.experiments.room import Experiments, open_experiments
from server.guard.key_ring import KeyRing
from server.jobs.inline import InlineJobs
from server.jobs.seam import Jobs, Perform
from server.jobs.watch import Watch
from server.pace import shared_pace
from server.retention import Retention
from server.room_figures import readiness_checks, show_figures
from server.runs.feeds import Feeds
from server.runs.held_run import Graph
from server.runs.perform import Runs
from server.runs.recorder import Scribe
from server.runs.site_state import ReadSite, SiteState
from server.site_checks import FindPack, KeepPack, SiteChecks
from server.store import campaigns as stored
from server.store.answers import StoredAnswers
from server.store.checkpoints import open_checkpoints
from server.store.database import Database, open_database
from server.store.migrate import migrate
from server.store.problems import StoreUnavailable
from server.store.rows import Campaign
from server.telemetry.observed_run import ObservedRun
from server.telemetry.readiness import Readiness
from server.telemetry.telemetry import Telemetry, open_telemetry
from server.version import VERSION

STOP_SECONDS = 2.0  # for cancelled runs to close their connections
DRAIN_SECONDS = 2.0  # for what was told last; a database that does not answer then has it lost, and the run repeats it

OpenJobs = Callable[[Database, str, Perform], AbstractAsyncContextManager[Jobs]]
"""Opens the engine of the runs of this process, which has this name."""


@dataclass(frozen=True)
class Rooms:
    """What the routes work with."""

    campaigns: Campaigns
    caches: Caches
    examples: tuple[Example, ...]
    ring: KeyRing
    watch: Watch
    model: str
    telemetry: Telemetry
    readiness: Readiness
    experiments: Experiments

    async def subject_of(self, tenant: str, campaign: str) -> str | None:
        """Return what a tenant's campaign is about, None where there is no such campaign."""
        async with self.campaigns.database.reading() as connection:
            found = await stored.summary(connection, tenant, campaign)
        return found.subject if found else None

    async def hand_over(self) -> None:
        """Let other processes go on with the runs of this one, and let its readers go."""
        self.readiness.shutting_down = True
        await self.campaigns.runs.scribe.drain(DRAIN_SECONDS)
        with suppress(StoreUnavailable):  # then its heartbeat ends, and the others notice
            await self.watch.leave()
        await self.campaigns.runs.stop_all(STOP_SECONDS)
        self.campaigns.feeds.stop()
        self.experiments.live.stop()


class FolderAssembly(Protocol):
    """Opens everything, with one saved site's folder in front."""

    def __call__(self, settings: Settings, *, folder: Path | None = None) -> AbstractAsyncContextManager[Rooms]:
        """Open."""
        ...


@dataclass(frozen=True)
class Writing:
    """What writes campaigns: a graph, its name in packs and caches, and the sites it reads."""

    graph: Graph
    model: str
    version: str
    """All that decides how a request is answered, beside the site and Overture itself."""
    read_site: ReadSite
    aclose: Callable[[], Awaitable[None]]


@asynccontextmanager
async def assemble(settings: Settings, *, folder: Path | None = None) -> AsyncGenerator[Rooms]:
    """Open everything for one command: its runs are tasks of this process and end with it.

    `folder` is one saved site's folder, read as if it were the site.
    """
    async with put_together(settings, inline_jobs, partial(open_writing, folder=folder)) as rooms:
        yield rooms


@asynccontextmanager
async def inline_jobs(database: Database, executor: str, perform: Perform) -> AsyncIterator[Jobs]:
    """Perform runs as tasks of this process."""
    jobs = InlineJobs(perform)
    try:
        yield jobs
    finally:
        await jobs.stop()


def open_writing(settings: Settings, caches: Caches, database: Database, *, folder: Path | None = None) -> Writing:
    """Return the graph of the settings, with its model and websites."""
    sites = website_source(settings, caches.pages, folder)
    pace = shared_pace(settings)
    services: Services = open_services(settings, sites, StoredAnswers(database), pace)

    async def close() -> None:
        await services.aclose()
        if pace:
            await pace.aclose()

    return Writing(build_graph(services), services.llm.name, services.version, partial(read_site, sites), close)


async def read_site(sites: SiteSource, tenant: str, request: CampaignRequest) -> SiteState:
    """Read a request's site as far as its cached pages are no longer fresh."""
    reading = await read_company(sites, request.website, request.company, fresh=False, tenant=tenant)
    return SiteState(reading.digest, reading.fresh_until)


def _observe(telemetry: Telemetry, campaign: Campaign, *, recovered: bool) -> AbstractContextManager[ObservedRun]:
    """Observe a run while this process has it."""
    return telemetry.run(
        campaign.id, kind=campaign.kind, tenant=campaign.tenant, cause=campaign.traceparent, recovered=recovered
    )


OpenWriting = Callable[[Settings, Caches, Database], Writing]


@asynccontextmanager
async def put_together(
    settings: Settings, open_jobs: OpenJobs, open_writing: OpenWriting, *, clock: Callable[[], float] = time.time
) -> AsyncGenerator[Rooms]:
    """Open database, caches, graph and engine as the settings say; at the end hand over what is left, and close.

    `clock` tells how old what is cached is.
    """
    if not settings.data_dir.exists():
        make_private(settings.data_dir)
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(open_database(settings.database_address))
        await migrate(database)
        caches = Caches.open(settings)
        stack.callback(caches.close)
        writing = open_writing(settings, caches, database)
        stack.push_async_callback(writing.aclose)
        warming = asyncio.create_task(asyncio.to_thread(warm_up))
        stack.push_async_callback(asyncio.wait, {warming})
        packs = Packs(caches.packs, settings.pack_max_age, clock)
        checks = SiteChecks(writing.read_site, packs.clock)
        steps = StepCaches.of_settings(caches.steps, settings)
        telemetry = await stack.enter_async_context(open_telemetry(settings))
        scribe, feeds = Scribe(database, telemetry.metrics.event_written), Feeds(database)
        runs = Runs(
            graph=writing.graph,
            seconds=settings.run_seconds,
            executor=f"exe_{secrets.token_urlsafe(12)}",
            database=database,
            checkpoints=await stack.enter_async_context(open_checkpoints(database)),
            scribe=scribe,
            feeds=feeds,
            keep=KeepPack(packs, checks),
            observe=partial(_observe, telemetry),
            find=FindPack(packs, checks),
            cache_of=lambda campaign: steps.of(
                campaign.tenant, campaign.subject, run=campaign.id, fresh=campaign.fresh
            ),
        )
        await stack.enter_async_context(in_background(scribe.write_for_ever, feeds.poll_for_ever))
        jobs = await stack.enter_async_context(open_jobs(database, runs.executor, runs.perform))
        watch = Watch(
            database,
            jobs,
            runs.executor,
            held=lambda: runs.held,
            stop=runs.stop,
            lost_one=telemetry.metrics.heartbeat_lost,
            beat_seconds=settings.heartbeat_seconds,
        )
        await watch.enter()
        campaigns = Campaigns(
            runs=runs,
            jobs=jobs,
            watch=watch,
            packs=packs,
            checks=checks,
            key=lambda request: pack_key(request, writing.version, VERSION),
            model=writing.model,
            most=settings.max_runs,
        )
        readiness = Readiness(readiness_checks(database, caches, watch))
        stack.push_async_callback(readiness.aclose)
        show_figures(telemetry.metrics, database, caches)
        ring = KeyRing(database)
        stack.push_async_callback(ring.close)
        experiments = open_experiments(settings, database)
        examples = load_examples()
        rooms = Rooms(campaigns, caches, examples, ring, watch, writing.model, telemetry, readiness, experiments)
        stack.push_async_callback(rooms.hand_over)
        prune = Retention(database, runs.checkpoints, jobs, settings.keep_days).prune_for_ever
        of_experiments = (experiments.live.poll_for_ever, experiments.removal.remove_for_ever)
        lasting = (watch.watch_for_ever, watch.hand_over_for_ever, prune, *of_experiments)
        await stack.enter_async_context(in_background(*lasting))
        yield rooms
