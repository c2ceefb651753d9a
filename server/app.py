"""Put the service together: `create_app` for the web, `assemble` for whoever runs campaigns without it."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from fastapi import FastAPI

from core.request import CampaignRequest
from core.settings import Settings
from graph.builder import build_graph
from graph.services import open_services
from graph.warm import warm_up
from nodes.website.pages import SiteSource
from nodes.website.reader import read_company
from nodes.website.sources import website_source
from server.caches.packs import PackCache, pack_key
from server.caches.text_store import TextStore, make_private
from server.campaigns import Campaigns
from server.doorman import Doorman
from server.examples import Example, load_examples
from server.openapi import complete_openapi
from server.problems import answer_problems
from server.routes import campaigns, examples, health, home, problems
from server.runs import Runs
from server.site_state import SiteState
from server.version import VERSION


@dataclass(frozen=True)
class Rooms:
    """What the routes work with."""

    campaigns: Campaigns
    examples: tuple[Example, ...]
    stores: tuple[TextStore, ...]
    model: str


Assembly = Callable[[Settings], AbstractAsyncContextManager[Rooms]]


class FolderAssembly(Protocol):
    """Opens everything, with one saved site's folder in front."""

    def __call__(self, settings: Settings, *, folder: Path | None = None) -> AbstractAsyncContextManager[Rooms]:
        """Open."""
        ...


@asynccontextmanager
async def assemble(settings: Settings, *, folder: Path | None = None) -> AsyncGenerator[Rooms]:
    """Open model, caches, websites and graph as the settings say, and close them at the end.

    `folder` is one saved site's folder, read as if it were the site.
    """
    if not settings.data_dir.exists():
        make_private(settings.data_dir)
    pages, packs = (TextStore(settings.data_dir / name, max_bytes=settings.cache_bytes) for name in ("pages", "packs"))
    sites = website_source(settings, pages, folder)
    services = open_services(settings, sites)
    runs = Runs(build_graph(services), services.llm.name, settings.run_seconds, settings.max_runs)
    warming = asyncio.create_task(asyncio.to_thread(warm_up))
    try:
        yield Rooms(
            campaigns=Campaigns(
                runs=runs,
                packs=PackCache(packs, settings.pack_max_age),
                read_site=partial(read_site, sites),
                key=lambda request: pack_key(request, services.version, VERSION),
            ),
            examples=load_examples(),
            stores=(pages, packs),
            model=services.llm.name,
        )
    finally:
        await runs.stop()
        await warming
        await services.aclose()
        pages.close()
        packs.close()


async def read_site(sites: SiteSource, request: CampaignRequest) -> SiteState:
    """Read a request's site as far as its cached pages are no longer fresh."""
    reading = await read_company(sites, request.website, request.company, fresh=False)
    return SiteState(reading.digest, reading.fresh_until)


def create_app(settings: Settings | None = None, *, assembly: Assembly = assemble) -> FastAPI:
    """Return the service; with no settings they are read from the environment, here and nowhere else."""
    known = settings or Settings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with assembly(known) as rooms:
            app.state.rooms = rooms
            yield

    app = FastAPI(
        title="Overture",
        summary="A company's website in, an email campaign out that can be sent and tested.",
        version=VERSION,
        license_info={"name": "MIT", "identifier": "MIT"},
        lifespan=lifespan,
        redirect_slashes=False,
    )
    for routes in (campaigns, examples, problems, health, home):
        app.include_router(routes.router)
    app.add_middleware(Doorman, max_body_bytes=known.max_body_bytes)
    answer_problems(app)
    complete_openapi(app)
    return app
