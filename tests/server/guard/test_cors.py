"""Only pages of named origins may call from a browser."""

from collections.abc import Callable

import httpx2
import pytest
from pydantic import ValidationError

from core.settings import Settings

pytestmark = pytest.mark.anyio

Talk = Callable[..., httpx2.AsyncClient]

CRM = "https://crm.example"


async def ask_first(client: httpx2.AsyncClient, origin: str) -> httpx2.Response:
    headers = {
        "Origin": origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization, content-type, idempotency-key",
    }
    return await client.options("/v1/things", headers=headers)


async def test_no_origin_is_allowed_by_default(talk: Talk) -> None:
    async with talk() as client:
        preflight = await ask_first(client, CRM)
        answer = await client.get("/v1/things", headers={"Origin": CRM})
    assert preflight.status_code == 405
    for one in (preflight, answer):
        assert not [name for name in one.headers if name.startswith("access-control")]


async def test_a_named_origin_is_allowed_and_no_other(talk: Talk) -> None:
    async with talk(cors_origins=(CRM,), auth="keys") as client:
        allowed, refused = [await ask_first(client, origin) for origin in (CRM, "https://evil.example")]
    assert (allowed.status_code, allowed.headers["access-control-allow-origin"]) == (200, CRM)
    assert "Idempotency-Key" in allowed.headers["access-control-allow-headers"]
    assert refused.status_code == 400
    assert "access-control-allow-origin" not in refused.headers


@pytest.mark.parametrize(("path", "status"), [("/v1/things", 200), ("/v1/nothing", 404), ("/v1/broken", 500)])
async def test_a_named_origin_can_read_every_answer_and_its_headers(talk: Talk, path: str, status: int) -> None:
    async with talk(cors_origins=(CRM,)) as client:
        answer = await client.get(path, headers={"Origin": CRM})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (status, CRM)
    assert {"RateLimit", "X-Request-ID", "ETag", "Retry-After", "Location"} <= set(
        answer.headers["access-control-expose-headers"].split(", ")
    )
    assert "access-control-allow-credentials" not in answer.headers


async def test_a_refusal_is_readable_too(talk: Talk) -> None:
    async with talk(cors_origins=(CRM,), auth="keys") as client:
        answer = await client.get("/v1/things", headers={"Origin": CRM})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (401, CRM)


def test_origins_are_read_from_one_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERTURE_CORS_ORIGINS", "https://crm.example, http://localhost:5173,")
    assert Settings().cors_origins == ("https://crm.example", "http://localhost:5173")


@pytest.mark.parametrize("origin", ["*", "https://*.example", "crm.example", "https://crm.example/", "null"])
def test_what_names_no_single_origin_is_refused(origin: str) -> None:
    with pytest.raises(ValidationError):
        Settings(cors_origins=(origin,))
