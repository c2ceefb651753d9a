"""Everything that goes wrong has one shape."""

import json
from typing import Any

import httpx2
import pytest
from fastapi import APIRouter, FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from core.problems import Problem, QueueFull
from core.request import CampaignRequest
from nodes.website.problems import SiteTimeout
from server.campaigns import Wish
from server.problems import pointer, problem_classes
from server.tenancy import LOCAL

pytestmark = pytest.mark.anyio

PATH = "/v1/campaigns/email"
MEMBERS = {"type", "title", "status", "detail", "code", "instance"}
JSON = {"Content-Type": "application/json"}


def check_shape(answer: httpx2.Response, status: int, code: str) -> dict[str, Any]:
    """Hold an answer against RFC 9457 and this service's own rules."""
    body: dict[str, Any] = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(body) >= MEMBERS
    assert (answer.status_code, body["status"], body["code"]) == (status, status, code)
    assert body["type"] == f"/problems/{code}"
    assert body["instance"] == f"urn:request:{answer.headers['x-request-id']}"
    return body


@pytest.mark.parametrize(
    ("body", "pointers"),
    [
        (b"{}", [""]),
        (b"[]", [""]),
        (b"null", [""]),
        (b'{"website": 7}', ["/website"]),
        (b'{"website": "a.example", "wensite": "typo"}', ["/wensite"]),
        (b'{"company": {"facts": ["ok", ""]}}', ["/company/facts/1"]),
        (b'{"website": "a.example", "max_revisions": 99, "min_quality": -1}', ["/min_quality", "/max_revisions"]),
        (b'{"website": "a.example", "a/b~c": 1}', ["/a~1b~0c"]),
        (b'{"website": "a\\u0000.example"}', ["/website"]),
        (b"{", [""]),
        (b"", [""]),
        (b"\xff\xfe", [""]),
        (b'{"website": NaN}', [""]),
        (b'{"website": "\\ud800"}', [""]),
        (b"[" * 60_000, [""]),
        (b'{"icp": ' * 21 + b"1" + b"}" * 21, ["/icp" * 20]),
    ],
)
async def test_an_invalid_body_is_422_with_pointers(
    client: httpx2.AsyncClient, script: Any, body: bytes, pointers: list[str]
) -> None:
    problem = check_shape(await client.post(PATH, content=body, headers=JSON), 422, "invalid_request")

    assert [error["pointer"] for error in problem["errors"]] == pointers
    assert all(error["detail"].endswith(".") for error in problem["errors"])
    assert script.runs == 0


async def test_what_was_sent_is_not_repeated(client: httpx2.AsyncClient) -> None:
    answer = await client.post(PATH, json={"website": "a.example", "tone": ["sk-secret"], "goal": "sk-secret" * 99})
    assert "secret" not in answer.text


async def test_a_bad_website_is_422_before_any_stream(client: httpx2.AsyncClient, script: Any) -> None:
    body = {"website": "http://127.0.0.1/"}
    answer = await client.post(PATH, json=body, headers={"Accept": "text/event-stream"})
    check_shape(answer, 422, "url_not_allowed")


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "", "application/jsonx"])
async def test_a_body_that_is_not_called_json_is_415(client: httpx2.AsyncClient, content_type: str) -> None:
    answer = await client.post(PATH, content=b"{}", headers={"Content-Type": content_type})
    check_shape(answer, 415, "unsupported_media_type")


@pytest.mark.parametrize("content_type", ["application/json; charset=utf-8", "APPLICATION/JSON", "application/ld+json"])
async def test_json_by_any_of_its_names_is_read(client: httpx2.AsyncClient, content_type: str) -> None:
    body = json.dumps({"website": "https://quillmark.example"})
    assert (await client.post(PATH, content=body, headers={"Content-Type": content_type})).status_code == 201


async def test_neither_json_nor_stream_accepted_is_406(client: httpx2.AsyncClient) -> None:
    answer = await client.post(PATH, json={"website": "a.example"}, headers={"Accept": "text/html"})
    check_shape(answer, 406, "not_acceptable")


async def test_a_body_over_the_limit_is_413(client: httpx2.AsyncClient, settings: Any) -> None:
    body = b'{"website": "' + b"a" * settings.max_body_bytes + b'"}'
    check_shape(await client.post(PATH, content=body, headers=JSON), 413, "body_too_large")


async def test_a_chunked_body_over_the_limit_is_413(served: httpx2.AsyncClient, settings: Any) -> None:
    async def chunks() -> Any:
        for _ in range(settings.max_body_bytes // 8192 + 1):
            yield b" " * 8192

    check_shape(await served.post(PATH, content=chunks(), headers=JSON), 413, "body_too_large")


async def test_an_unknown_address_is_404(client: httpx2.AsyncClient) -> None:
    check_shape(await client.get("/v1/nothing"), 404, "not_found")


async def test_another_method_is_405_and_names_the_right_ones(app: FastAPI, client: httpx2.AsyncClient) -> None:
    answer = await client.put(PATH)
    check_shape(answer, 405, "method_not_allowed")
    assert answer.headers["allow"] == "GET, HEAD, POST"


async def test_allow_names_the_methods_of_all_routes_of_a_path(app: FastAPI, client: httpx2.AsyncClient) -> None:
    router = APIRouter()
    for method in ("GET", "DELETE"):
        router.add_api_route("/things/{id}", lambda id: None, methods=[method])
    app.include_router(router)
    app.add_api_route("/things/{id}", lambda id: None, methods=["PUT"])

    answer = await client.post("/things/1")
    check_shape(answer, 405, "method_not_allowed")
    assert answer.headers["allow"] == "GET, HEAD, PUT, DELETE"


async def test_too_many_runs_are_503_with_a_time_to_come_back(
    app: FastAPI, client: httpx2.AsyncClient, script: Any, settings: Any
) -> None:
    script.seconds = 10
    held = [await begun(app, f"https://site-{i}.example") for i in range(settings.max_runs)]
    answer = await client.post(PATH, json={"website": "https://one-more.example"})
    problem = check_shape(answer, 503, "queue_full")
    assert answer.headers["retry-after"] == str(problem["retry_after"])
    for share in held:
        share.close()


async def begun(app: FastAPI, website: str) -> Any:
    """Return a share in a run that has begun."""
    request = CampaignRequest.model_validate({"website": website})
    share = await app.state.rooms.campaigns.ask(Wish(LOCAL, request))
    async for _ in share.log.follow():
        break
    return share


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (QueueFull(retry_after=3), 503, "queue_full"),
        (SiteTimeout(), 422, "site_timeout"),
        (HTTPException(418), 400, "bad_request"),
        (HTTPException(502), 500, "internal_error"),
        (RequestValidationError([{"loc": ("query", "n"), "msg": "wrong", "type": "x"}]), 422, "invalid_request"),
        (KeyError("sk-secret"), 500, "internal_error"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
async def test_any_error_of_a_route_is_a_problem(
    app: FastAPI, client: httpx2.AsyncClient, error: Exception, status: int, code: str
) -> None:
    @app.get("/broken")
    async def broken() -> None:
        raise error

    answer = await client.get("/broken")
    check_shape(answer, status, code)
    assert "secret" not in answer.text


async def test_every_code_is_explained_where_its_type_points(client: httpx2.AsyncClient) -> None:
    for kind in problem_classes():
        answer = await client.get(f"/problems/{kind.code}")
        assert answer.status_code == 200, kind
        assert answer.json()["code"] == kind.code
        assert answer.json()["status"] == kind.status
        assert len(answer.json()["description"]) > 10


async def test_one_code_has_one_status() -> None:
    statuses: dict[str, set[int]] = {}
    for kind in problem_classes():
        statuses.setdefault(kind.code, set()).add(kind.status)
    assert {code: found for code, found in statuses.items() if len(found) > 1} == {}


async def test_problems_are_listed_and_an_unknown_code_is_404(client: httpx2.AsyncClient) -> None:
    codes = [problem["code"] for problem in (await client.get("/problems")).json()["problems"]]
    assert {"invalid_request", "llm_refused", "site_timeout", "queue_full", "body_too_large"} <= set(codes)
    check_shape(await client.get("/problems/nothing"), 404, "not_found")


def test_pointers_are_escaped() -> None:
    assert pointer(("a", 0, "b/c", "~")) == "/a/0/b~1c/~0"


def test_the_trees_root_answers_for_the_unexpected() -> None:
    assert (Problem.code, Problem.status) == ("internal_error", 500)
