"""HEAD is answered wherever GET is: with its headers and without its content."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI
from starlette.responses import StreamingResponse

pytestmark = pytest.mark.anyio

Talk = Callable[..., httpx2.AsyncClient]


@pytest.mark.parametrize("path", ["/healthz", "/v1/things", "/v1/nothing", "/v1/broken", "/v1/stream", "/v1/size"])
async def test_the_headers_are_gets_and_there_is_no_content(talk: Talk, path: str) -> None:
    async with talk() as client:
        got, asked = [await client.request(method, path) for method in ("GET", "HEAD")]
    assert asked.content == b""
    assert asked.status_code == got.status_code
    for name in ("content-type", "content-length", "allow"):
        assert asked.headers.get(name) == got.headers.get(name)


async def test_a_stream_does_not_go_on_for_nobody(make_app: Callable[..., FastAPI]) -> None:
    app, ended = make_app(), asyncio.Event()

    @app.get("/endless", response_model=None)
    async def endless() -> StreamingResponse:
        async def forever() -> AsyncIterator[str]:
            try:
                while True:
                    yield "tick\n"
                    await asyncio.sleep(0)
            finally:
                ended.set()

        return StreamingResponse(forever(), media_type="text/event-stream")

    transport = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client, asyncio.timeout(5):
        answer = await client.head("/endless")
        await ended.wait()
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/event-stream; charset=utf-8")


@pytest.mark.parametrize(
    ("path", "allow"), [("/v1/size", "POST"), ("/healthz", "GET, HEAD"), ("/v1/things", "GET, HEAD, POST, DELETE")]
)
async def test_allow_names_it(talk: Talk, path: str, allow: str) -> None:
    async with talk() as client:
        answer: Any = await client.put(path)
    assert (answer.status_code, answer.headers["allow"]) == (405, allow)
