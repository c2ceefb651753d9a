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


@asynccontextmanager
async def service(settings: Settings) -> AsyncIterator[httpx2.AsyncClient]:
    """Start the service as the settings say and yield a client of it; each start is a process's start anew."""
    server = uvicorn.Server(uvicorn.Config(create_app(settings), lifespan="on", log_config=None))
    listener = socket.create_server(("127.0.0.1", 0), backlog=512)  # connections wait here until the server serves
    running = asyncio.create_task(server.serve([listener]))
    try:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        async with httpx2.AsyncClient(base_url=url, timeout=20) as client:
            yield client
    finally:
        server.should_exit = True
        await running


@pytest.fixture(scope="session", autouse=True)
def _warm(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Write one campaign: the first of a process loads word lists and statistics, which no test is about."""
    settings = Settings(model=OFFLINE, data_dir=tmp_path_factory.mktemp("warm") / "data")

    async def write() -> None:
        async with service(settings) as client:
            answer = await client.post("/v1/campaigns/email", json={"website": "bayfold.example"}, timeout=120)
            assert answer.status_code == 201, answer.text

    asyncio.run(write())


@pytest.fixture
def serving(tmp_path: Path) -> Serving:
    """Start the service with this address of the model and these settings; the data folder is the test's own."""

    def start(model_url: str, **settings: Any) -> AbstractAsyncContextManager[httpx2.AsyncClient]:
        known = Settings(openai_base_url=model_url, openai_api_key=KEY, data_dir=tmp_path / "data", **settings)
        return service(known)

    return start
