"""Who asks too often is told when to come back, and everybody how much is left."""

import asyncio
import re
import time
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI

from server.guard.rates import Quota

pytestmark = pytest.mark.anyio

Talk = Callable[..., httpx2.AsyncClient]


@pytest.fixture(autouse=True)
async def _early_in_the_minute() -> None:
    """Windows begin with the clock's minutes; a test that ran into the next one would see two."""
    await early_in(60)


async def early_in(seconds: int) -> None:
    if (rest := seconds - time.time() % seconds) < 0.5:
        await asyncio.sleep(rest)


def left_of(answer: httpx2.Response) -> tuple[str, int, int]:
    found = re.fullmatch(r'"(\w+)";r=(\d+);t=(\d+)', answer.headers["ratelimit"])
    assert found
    return found[1], int(found[2]), int(found[3])


async def test_every_answer_says_how_much_is_left(talk: Talk) -> None:
    async with talk(rate_per_minute=5) as client:
        answers = [await client.get(path) for path in ("/v1/things", "/v1/stream", "/v1/nothing", "/v1/broken")]
    assert [left_of(answer)[:2] for answer in answers] == [("default", left) for left in (4, 3, 2, 1)]
    assert {answer.headers["ratelimit-policy"] for answer in answers} == {'"default";q=5;w=60'}


async def test_one_too_many_is_429_until_its_time_has_come(talk: Talk) -> None:
    async with talk(rate_per_minute=2) as client:
        statuses = [(await client.get("/v1/things")).status_code for _ in range(3)]
        answer = await client.get("/v1/things")
        assert (await client.get("/healthz")).status_code == 200
    _, left, wait = left_of(answer)

    assert statuses == [200, 200, 429]
    assert (answer.json()["code"], left) == ("rate_limited", 0)
    assert answer.headers["retry-after"] == str(wait) == str(answer.json()["retry_after"])
    assert answer.json()["instance"] == f"urn:request:{answer.headers['x-request-id']}"
    assert 1 <= wait <= 61


async def test_campaigns_are_counted_on_their_own(talk: Talk) -> None:
    async with talk(rate_per_minute=5, campaigns_per_minute=1) as client:
        made = [await client.post("/v1/campaigns/email") for _ in range(2)]
        read = await client.get("/v1/campaigns/email")
    assert [answer.status_code for answer in made] == [200, 429]
    assert left_of(made[0])[:2] == ("campaigns", 0)
    assert left_of(read)[:2] == ("default", 4)


async def test_tenants_do_not_use_up_each_others_share(talk: Talk, make_key: Callable[..., Any]) -> None:
    async with talk(auth="keys", rate_per_minute=1) as client:
        keys = [await make_key(tenant) for tenant in ("acme", "acme", "umbrella")]
        answers = [await client.get("/v1/things", headers={"Authorization": f"Bearer {key}"}) for key in keys]
    assert [answer.status_code for answer in answers] == [200, 429, 200]


async def test_without_keys_each_address_has_its_own_share(make_app: Callable[..., FastAPI]) -> None:
    app = make_app(auth="none", rate_per_minute=1)
    statuses = []
    for address in ("192.0.2.1", "192.0.2.1", "192.0.2.2"):
        transport = httpx2.ASGITransport(app=app, client=(address, 5000))
        async with httpx2.AsyncClient(transport=transport, base_url="http://overture.example") as client:
            statuses.append((await client.get("/v1/things")).status_code)
    assert statuses == [200, 429, 200]


async def test_zero_is_no_limit(talk: Talk) -> None:
    async with talk(rate_per_minute=0, campaigns_per_minute=0) as client:
        for answer in (await client.get("/v1/things"), await client.post("/v1/campaigns/email")):
            assert answer.status_code == 200
            assert "ratelimit" not in answer.headers


async def test_after_the_time_that_was_said_there_is_one_again() -> None:
    await early_in(1)
    quota = Quota("short", 3, 1)
    taken = [await quota.take("a") for _ in range(4)]
    _, wait = await quota.left("a")
    assert taken == [True, True, True, False]
    assert wait == 1
    await asyncio.sleep(wait)
    assert await quota.take("a")
