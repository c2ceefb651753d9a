"""The service: `create_app(settings)`, and `create_worker(settings)` for a process beside it."""

from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from types import ModuleType

from fastapi import FastAPI

from core.settings import Settings
from server import batch_view
from server.assembly import Rooms, open_writing, put_together
from server.experiments.warm import warming
from server.guard.chain import guard
from server.guard.exposure import warn_without_keys
from server.guard.rates import WRITING_CAMPAIGNS
from server.jobs.seam import Jobs, Perform
from server.openapi import complete_openapi
from server.page import serve
from server.problems import answer_problems
from server.routes import (
    batches,
    cache,
    campaigns,
    examples,
    experiment_data,
    experiments,
    health,
    home,
    problems,
    regenerate,
    render,
    unsubscribe,
    webhooks,
)
from server.store.database import Database
from server.telemetry import route as metrics
from server.telemetry.http import Watched
from server.version import VERSION

Assembly = Callable[[Settings], AbstractAsyncContextManager[Rooms]]


@asynccontextmanager
async def assemble_service(settings: Settings) -> AsyncGenerator[Rooms]:
    """Open everything for a process that lives long: its runs are durable jobs.

    The engine is imported here: it takes a second, which one command in a terminal need not wait.
    """
    from server.jobs.dbos import Caps, open_dbos

    caps = Caps(settings.async_runs, settings.bulk_runs, settings.bulk_runs_per_tenant)

    @asynccontextmanager
    async def open_jobs(database: Database, executor: str, perform: Perform) -> AsyncIterator[Jobs]:
        async with open_dbos(database, executor, perform, caps, works=settings.work) as jobs:
            yield jobs

    async with put_together(settings, open_jobs, open_writing) as rooms:
        yield rooms


def create_app(settings: Settings | None = None, *, assembly: Assembly = assemble_service) -> FastAPI:
    """Return the service; with no settings they are read from the environment, here and nowhere else."""
    routes = batches, campaigns, render, regenerate, cache, examples, problems, health, metrics, home, serve
    tests = experiments, experiment_data, webhooks, unsubscribe
    return _app(settings or Settings(), assembly, *tests, *routes)


def create_worker(settings: Settings) -> FastAPI:
    """Return a process that performs runs out of the lines and serves nothing but its health."""
    return _app(settings.model_copy(update={"work": True}), assemble_service, problems, health, metrics)


def _app(settings: Settings, assembly: Assembly, *rooms_of_routes: ModuleType) -> FastAPI:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with assembly(settings) as rooms:
            await warn_without_keys(settings, rooms.campaigns.database)
            app.state.rooms, app.state.telemetry = rooms, rooms.telemetry
            async with warming() if experiments in rooms_of_routes else nullcontext():
                yield

    app = FastAPI(
        title="Overture",
        summary="A company's website in, an email campaign out that can be sent and tested.",
        version=VERSION,
        license_info={"name": "MIT", "identifier": "MIT"},
        lifespan=lifespan,
        redirect_slashes=False,
    )
    for routes in rooms_of_routes:
        app.include_router(routes.router)
    guard(
        app,
        settings,
        lambda state: state.rooms.ring,
        writing=(*WRITING_CAMPAIGNS, batch_view.PATH, regenerate.ANY),
        large=(batch_view.PATH, *experiment_data.LARGE, *webhooks.LARGE),
    )
    app.add_middleware(Watched)
    answer_problems(app)
    complete_openapi(app)
    return app
