"""The doorman measures what comes in by where it goes, and turns away addresses that nothing can have."""

from collections.abc import AsyncIterator, Callable

import httpx2
import pytest

pytestmark = pytest.mark.anyio

Talk = Callable[..., httpx2.AsyncClient]


@pytest.mark.parametrize(
    ("path", "length", "status"),
    [
        ("/v1/size", 2048, 200),
        ("/v1/size", 2049, 413),
        ("/v1/things/1/bulk", 8192, 200),
        ("/v1/things/1/bulk", 8193, 413),
    ],
)
@pytest.mark.parametrize("chunked", [False, True])
async def test_each_route_has_its_limit(talk: Talk, path: str, length: int, status: int, chunked: bool) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        yield b"a" * 1000
        yield b"a" * (length - 1000)

    async with talk(max_body_bytes=2048, max_batch_bytes=8192) as client:
        answer = await client.post(path, content=chunks() if chunked else b"a" * length)
    assert answer.status_code == status
    assert answer.json() == length if status == 200 else answer.json()["code"] == "body_too_large"


@pytest.mark.parametrize(
    ("path", "status", "code"), [("/v1/th%00ings", 404, "not_found"), ("/v1/things?q=a%00", 422, "invalid_request")]
)
async def test_no_address_holds_a_nul(talk: Talk, path: str, status: int, code: str) -> None:
    async with talk() as client:
        answer = await client.get(path)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
