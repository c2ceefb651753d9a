"""A small service behind the guard, with a real database."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI, Request
from starlette.responses import StreamingResponse

from core.settings import Settings
from server.guard.chain import guard
from server.guard.key_ring import KeyRing
from server.guard.key_text import KeyText, new_key
from server.problems import answer_problems
from server.store.database import Database, open_database
from server.store.keys import Key, add
from server.store.migrate import migrate
from server.tenancy import tenant_of

LARGE = ("/v1/things/*/bulk",)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(f"sqlite:///{tmp_path / 'overture.db'}") as database:
        await migrate(database)
        yield database


@pytest.fixture
async def ring(database: Database) -> AsyncIterator[KeyRing]:
    ring = KeyRing(database)
    yield ring
    await ring.close()


@pytest.fixture
def make_key(database: Database) -> Callable[..., Any]:
    """Store a new key and return its text."""

    async def make(tenant: str = "acme", scopes: str = "read write", **state: float) -> KeyText:
        text = new_key()
        async with database.writing() as connection:
            await add(connection, Key(text.id, tenant, "a test", text.digest, scopes, created_at=0.0, **state))
        return text

    return make


@pytest.fixture
def make_app(ring: KeyRing) -> Callable[..., FastAPI]:
    """Return a service whose routes say whom they serve."""

    def make(**settings: Any) -> FastAPI:
        app = FastAPI(redirect_slashes=False, openapi_url=None)
        app.add_api_route("/v1/things", whose, methods=["GET", "POST", "DELETE"])
        app.add_api_route("/v1/campaigns/email", whose, methods=["GET", "POST"])
        app.add_api_route("/v1/cache", whose, methods=["GET", "DELETE"])
        app.add_api_route("/v1/things/{id}/bulk", size, methods=["POST"])
        app.add_api_route("/v1/size", size, methods=["POST"])
        app.add_api_route("/v1/stream", stream, methods=["GET"], response_model=None)
        app.add_api_route("/v1/broken", broken, methods=["GET"])
        app.add_api_route("/v1/webhooks/{provider}", greet, methods=["POST"])
        for open_path in ("/healthz", "/", "/page/page.js", "/campaigns/cmp_1", "/problems/forbidden"):
            app.add_api_route(open_path, greet, methods=["GET"])
        app.add_api_route("/metrics", greet, methods=["GET"])
        app.state.ring = ring
        guard(app, Settings(**settings), lambda state: state.ring, large=LARGE)
        answer_problems(app)
        return app

    return make


Talk = Callable[..., httpx2.AsyncClient]


@pytest.fixture
def talk(make_app: Callable[..., FastAPI]) -> Talk:
    """Return a client of a service with these settings, as if it had arrived at `base`."""

    def open_client(base: str = "http://127.0.0.1:8000", **settings: Any) -> httpx2.AsyncClient:
        transport = httpx2.ASGITransport(app=make_app(**settings), raise_app_exceptions=False)
        return httpx2.AsyncClient(transport=transport, base_url=base)

    return open_client


async def whose(request: Request) -> dict[str, str]:
    return {"tenant": tenant_of(request)}


async def greet() -> str:
    return "hello"


async def size(request: Request) -> int:
    return len(await request.body())


async def broken() -> None:
    raise KeyError("sk-secret")


async def stream(request: Request) -> StreamingResponse:
    async def numbers() -> AsyncIterator[str]:
        yield f"data: {tenant_of(request)}\n\n"

    return StreamingResponse(numbers(), media_type="text/event-stream")
