"""A JSON body is bounded in every direction before it is looked at."""

import json
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI, Request

from core.value import Value
from server.bodies import read_body
from server.doorman import Doorman
from server.problems import answer_problems

pytestmark = pytest.mark.anyio

JSON = {"Content-Type": "application/json"}
MOST = 1_000_000


class Thing(Value):
    """Anything, and a name."""

    name: str = ""
    anything: Any = None
    numbers: tuple[int, ...] = ()


@pytest.fixture
def client() -> Iterator[httpx2.AsyncClient]:
    app = FastAPI()

    @app.post("/things")
    async def make(request: Request) -> Thing:
        return await read_body(request, Thing)

    app.add_middleware(Doorman, max_body_bytes=MOST)
    answer_problems(app)
    return httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url="http://test")


def nested(levels: int) -> str:
    return '{"anything": ' + "[" * (levels - 1) + "]" * (levels - 1) + "}"


@pytest.mark.parametrize(
    "body",
    [
        "{}",
        nested(20),
        f'{{"anything": [{2**53}, {-(2**53)}, 1e15, 0.1]}}',
        '{"name": "ä\\ud83d\\ude00\\n"}',
        '{"anything": {"ä b": 1, "": 2}}',
    ],
)
async def test_within_the_bounds_anything_is_read(client: httpx2.AsyncClient, body: str) -> None:
    answer = await client.post("/things", content=body, headers=JSON)
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize(
    ("body", "pointers"),
    [
        (nested(21), ["/anything" + "/0" * 19]),
        (nested(2000), [""]),
        (f'{{"anything": {2**53 + 1}}}', ["/anything"]),
        (f'{{"anything": [{-(2**53) - 1}, {2**63}, {2**64}, 1e300]}}', [f"/anything/{i}" for i in range(4)]),
        ('{"name": "a\\u0000"}', ["/name"]),
        ('{"anything": {"a": {"b\\u0000": 1}}}', ["/anything/a"]),
        ('{"name": "\\ud83d"}', [""]),
        ('{"\\udc00": 1}', [""]),
        ('{"name": 1, "numbers": ["x"]}', ["/name", "/numbers/0"]),
        ('{"nam": ""}', ["/nam"]),
    ],
)
async def test_beyond_them_it_is_422_with_pointers(client: httpx2.AsyncClient, body: str, pointers: list[str]) -> None:
    answer = await client.post("/things", content=body, headers=JSON)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")
    assert [error["pointer"] for error in answer.json()["errors"]] == pointers


@pytest.mark.parametrize("number", [2**60, "x"])
async def test_a_body_wrong_in_many_places_names_the_first(client: httpx2.AsyncClient, number: object) -> None:
    content = json.dumps({"numbers": [number] * 40_000})
    answer = await client.post("/things", content=content, headers=JSON)
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == [f"/numbers/{i}" for i in range(20)]


async def test_a_large_body_is_read_like_a_small_one(client: httpx2.AsyncClient) -> None:
    answer = await client.post("/things", json={"numbers": list(range(100_000))})
    assert answer.json()["numbers"][-1] == 99_999
