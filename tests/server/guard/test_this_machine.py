"""Without keys only this machine is served, and only under its own names."""

from collections.abc import Callable

import httpx2
import pytest

pytestmark = pytest.mark.anyio

Talk = Callable[..., httpx2.AsyncClient]


@pytest.mark.parametrize(
    "base",
    ["http://127.0.0.1:8000", "http://localhost:8000", "http://LOCALHOST", "http://[::1]:8000", "http://127.9.9.9"],
)
async def test_this_machine_is_let_in_as_one_tenant(talk: Talk, base: str) -> None:
    async with talk(base) as client:
        assert (await client.get("/v1/things")).json() == {"tenant": "local"}
        assert (await client.post("/v1/things")).json() == {"tenant": "local"}
        assert (await client.delete("/v1/cache")).json() == {"tenant": "local"}


@pytest.mark.parametrize("base", ["http://192.0.2.7:8000", "http://overture.example", "http://0.0.0.0:8000"])
async def test_a_request_that_arrives_elsewhere_is_told_to_get_a_key(talk: Talk, base: str) -> None:
    async with talk(base) as client:
        answer = await client.get("/v1/things", headers={"Host": "localhost"})
    assert (answer.status_code, answer.json()["code"]) == (403, "keys_required")
    assert answer.headers["content-type"] == "application/problem+json"
    assert "overture keys create" in answer.json()["detail"]


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "localhost:8000@evil.example",
        "evil@localhost",
        "127.0.0.1:8000, evil.example",
        "[::1].evil.example",
        "[::1",
        "0.0.0.0",  # noqa: S104
        "2130706433",
        "",
    ],
)
async def test_a_name_that_only_resolves_here_is_refused(talk: Talk, host: str) -> None:
    async with talk() as client:
        answer = await client.get("/v1/things", headers={"Host": host})
    assert (answer.status_code, answer.json()["code"]) == (403, "keys_required")


@pytest.mark.parametrize(
    ("method", "origin", "status"),
    [
        ("POST", "http://127.0.0.1:8000", 200),
        ("POST", "http://localhost:5173", 200),
        ("POST", "https://crm.example", 200),
        ("POST", "https://evil.example", 403),
        ("POST", "https://crm.example.evil.example", 403),
        ("POST", "null", 403),
        ("DELETE", "https://evil.example", 403),
        ("GET", "https://evil.example", 200),  # the browser does not show it to the page
    ],
)
async def test_pages_of_other_origins_change_nothing(talk: Talk, method: str, origin: str, status: int) -> None:
    async with talk(cors_origins=("https://crm.example",)) as client:
        answer = await client.request(method, "/v1/things", headers={"Origin": origin})
    assert answer.status_code == status
    assert answer.json().get("code") == ("forbidden" if status == 403 else None)


async def test_what_needs_nothing_is_served_under_any_name(talk: Talk) -> None:
    async with talk("http://tunnel.example") as client:
        for path in ("/healthz", "/", "/page/page.js", "/campaigns/cmp_1", "/problems/forbidden"):
            assert (await client.get(path)).status_code == 200, path
        assert (await client.post("/v1/webhooks/sendgrid")).status_code == 200


async def test_everybody_is_let_in_where_that_was_said(talk: Talk) -> None:
    async with talk("http://overture.example", auth="none") as client:
        assert (await client.post("/v1/things")).json() == {"tenant": "local"}
        assert (await client.get("/metrics")).status_code == 200


async def test_a_stream_is_guarded_like_the_rest(talk: Talk) -> None:
    async with talk() as client:
        assert (await client.get("/v1/stream")).text == "data: local\n\n"
        refused: httpx2.Response = await client.get("/v1/stream", headers={"Host": "evil.example"})
    assert refused.headers["content-type"] == "application/problem+json"
