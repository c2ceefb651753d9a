"""The whole service on a real port, and a model server that it talks to."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest
import uvicorn

from core.settings import OFFLINE, Settings
from server.app import create_app

KEY = "sk-secret-0123456789"

Serving = Callable[..., AbstractAsyncContextManager[httpx2.AsyncClient]]


@pytest.fixture(scope="session", autouse=True)
def _warm(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Write one campaign: the first of a process loads word lists and statistics, which no test is about."""
    app = create_app(Settings(model=OFFLINE, data_dir=tmp_path_factory.mktemp("warm") / "data"))

    async def write() -> None:
        transport = httpx2.ASGITransport(app=app)
        opened = httpx2.AsyncClient(transport=transport, base_url="http://a")
        async with app.router.lifespan_context(app), opened as client:
            assert (await client.post("/v1/campaigns/email", json={"website": "bayfold.example"})).status_code == 201

    asyncio.run(write())


@pytest.fixture
def serving(tmp_path: Path) -> Serving:
    """Start the service as the settings say and return a client of it; each start is a process's start anew."""

    @asynccontextmanager
    async def start(model_url: str, **settings: Any) -> AsyncIterator[httpx2.AsyncClient]:
        known = Settings(openai_base_url=model_url, openai_api_key=KEY, data_dir=tmp_path / "data", **settings)
        server = uvicorn.Server(uvicorn.Config(create_app(known), lifespan="on", log_config=None))
        listener = socket.create_server(("127.0.0.1", 0), backlog=512)  # connections wait here until the server serves
        running = asyncio.create_task(server.serve([listener]))
        try:
            url = f"http://127.0.0.1:{listener.getsockname()[1]}"
            async with httpx2.AsyncClient(base_url=url, timeout=20) as client:
                yield client
        finally:
            server.should_exit = True
            await running

    return start
