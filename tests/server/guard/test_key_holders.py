"""With keys, each is let in by a key of its own, as its tenant, for what its scopes allow."""

import time
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from server.guard.key_text import KeyText, new_key
from server.guard.rules import need_of

pytestmark = pytest.mark.anyio

Talk = Callable[..., httpx2.AsyncClient]

MakeKey = Callable[..., Any]


def bearer(key: object) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def other_secret(key: KeyText) -> KeyText:
    return KeyText(key.id, new_key().secret)


async def test_each_key_opens_its_own_tenant(talk: Talk, make_key: MakeKey) -> None:
    async with talk("http://overture.example", auth="keys") as client:
        for tenant in ("acme", "umbrella"):
            key = await make_key(tenant)
            assert (await client.get("/v1/things", headers=bearer(key))).json() == {"tenant": tenant}
            assert (await client.get("/v1/stream", headers=bearer(key))).text == f"data: {tenant}\n\n"


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER", "Bearer  "])
async def test_the_scheme_is_read_as_http_says(talk: Talk, make_key: MakeKey, scheme: str) -> None:
    async with talk(auth="keys") as client:
        answer = await client.get("/v1/things", headers={"Authorization": f"{scheme} {await make_key()}"})
    assert answer.status_code == 200


async def test_whatever_is_wrong_with_a_key_the_answer_is_the_same(talk: Talk, make_key: MakeKey) -> None:
    good, now = await make_key(), time.time()
    wrong: list[dict[str, str]] = [
        {},
        {"Authorization": ""},
        {"Authorization": "Basic b3Y6eA=="},
        {"Authorization": str(good)},
        {"X-Api-Key": str(good)},
        bearer(""),
        bearer(f"{good}x"),
        bearer(str(good).upper()),
        bearer(new_key()),
        bearer(other_secret(good)),
        bearer(await make_key(expires_at=now - 1)),
        bearer(await make_key(revoked_at=now - 1)),
    ]
    async with talk(auth="keys") as client:
        answers = [await client.get("/v1/things", headers={"X-Request-ID": "r1", **headers}) for headers in wrong]

    assert {answer.status_code for answer in answers} == {401}
    assert {answer.headers["www-authenticate"] for answer in answers} == {'Bearer realm="overture"'}
    assert len({answer.text for answer in answers}) == 1
    assert answers[0].json()["code"] == "unauthorized"
    assert answers[0].headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("scopes", "method", "path", "status"),
    [
        ("read", "GET", "/v1/things", 200),
        ("read", "HEAD", "/v1/things", 200),
        ("read", "POST", "/v1/things", 403),
        ("read", "DELETE", "/v1/things", 403),
        ("read", "GET", "/v1/cache", 200),
        ("read", "GET", "/metrics", 403),
        ("write", "POST", "/v1/things", 200),
        ("write", "GET", "/v1/things", 403),
        ("read write", "DELETE", "/v1/cache", 403),
        ("read write", "GET", "/metrics", 403),
        ("operate", "DELETE", "/v1/cache", 200),
        ("operate", "GET", "/metrics", 200),
        ("operate", "GET", "/v1/things", 403),
        ("read", "GET", "/v1/nothing", 404),
    ],
)
async def test_a_key_does_what_its_scopes_allow(
    talk: Talk, make_key: MakeKey, scopes: str, method: str, path: str, status: int
) -> None:
    async with talk(auth="keys") as client:
        answer: httpx2.Response = await client.request(method, path, headers=bearer(await make_key(scopes=scopes)))
    assert answer.status_code == status
    if status == 403:
        assert answer.json()["code"] == "forbidden"


@pytest.mark.parametrize("path", ["/v1/nothing", "/healthz/", "/v1/webhooks/x", "/campaigns/a/b", "/openapi.json/x"])
async def test_an_unknown_address_needs_a_key_too(talk: Talk, path: str) -> None:
    async with talk(auth="keys") as client:
        assert (await client.get(path)).status_code == 401


@pytest.mark.parametrize("path", ["//healthz", "/v1/../healthz", "/healthz/../v1/things", "/page/", "", "/page"])
def test_no_spelling_of_an_address_gets_around_the_key(path: str) -> None:
    assert need_of("GET", path) == "read"
    assert need_of("TRACE", path) == "write"


async def test_what_needs_nothing_is_served_without_a_key(talk: Talk) -> None:
    async with talk("http://overture.example", auth="keys") as client:
        for path in ("/healthz", "/", "/page/page.js", "/campaigns/cmp_1", "/problems/forbidden"):
            assert (await client.get(path)).status_code == 200, path
        assert (await client.post("/v1/webhooks/sendgrid")).status_code == 200
        assert (await client.post("/campaigns/email")).status_code == 401


async def test_the_service_behind_a_proxys_prefix_is_guarded_alike(
    make_app: Callable[..., Any], make_key: MakeKey
) -> None:
    transport = httpx2.ASGITransport(app=make_app(auth="keys"), root_path="/overture")
    async with httpx2.AsyncClient(transport=transport, base_url="http://overture.example") as client:
        assert (await client.get("/overture/healthz")).status_code == 200
        assert (await client.delete("/overture/v1/cache", headers=bearer(await make_key()))).status_code == 403
