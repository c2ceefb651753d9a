"""Every request of a batch is looked at before anything is stored, and what is wrong with it has a place."""

from collections.abc import Callable
from typing import Any

import httpx2
import orjson
import pytest

pytestmark = pytest.mark.anyio

PATH = "/v1/campaigns/email/batches"
CSV = {"Content-Type": "text/csv"}


@pytest.fixture
def database_address(tmp_path: Any) -> str:
    return f"sqlite:///{tmp_path / 'overture.db'}"


@pytest.fixture
def requests_of(client: httpx2.AsyncClient) -> Callable[[str], Any]:
    """Return the requests of the campaigns of a batch, in its order."""

    async def read(id: str) -> list[dict[str, Any]]:
        results = (await client.get(f"{PATH}/{id}/results")).text.splitlines()
        ended = sorted((orjson.loads(line) for line in results), key=lambda one: one["index"])
        return [(await client.get(f"/v1/campaigns/email/{one['id']}")).json()["request"] for one in ended]

    return read


def pointers(answer: httpx2.Response) -> list[str]:
    """Return the places of the faults that an answer lists."""
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request"), answer.text
    return [error["pointer"] for error in answer.json()["errors"]]


@pytest.mark.parametrize(
    ("requests", "expected"),
    [
        ([{"website": "https://a.example"}, {}], ["/requests/1"]),
        ([{"website": "https://a.example", "min_quality": 101}], ["/requests/0/min_quality"]),
        ([{"website": "https://a.example", "colour": "red"}], ["/requests/0/colour"]),
        (
            [{"website": "http://localhost/"}, {"website": "ftp://a.example"}],
            [f"/requests/{n}/website" for n in (0, 1)],
        ),
        (
            [{"website": "https://a.example", "icp": {"personas": [{"title": "Buyer"}, {}]}}],
            ["/requests/0/icp/personas/1/title"],
        ),
        ([7], ["/requests/0"]),
        ([], ["/requests"]),
        ("none", ["/requests"]),
        ([{"website": "https://a.example", "goal": "a\0b"}], ["/requests/0/goal"]),
    ],
)
async def test_a_fault_in_json_has_a_pointer(client: httpx2.AsyncClient, requests: Any, expected: list[str]) -> None:
    assert pointers(await client.post(PATH, json={"requests": requests})) == expected
    assert (await client.get(PATH)).json()["batches"] == [], "nothing was stored"


async def test_of_many_faults_a_hundred_are_listed_and_all_are_counted(client: httpx2.AsyncClient) -> None:
    answer = await client.post(PATH, json={"requests": [{}] * 150 + [{"website": "https://a.example"}]})
    assert len(pointers(answer)) == 100
    assert answer.json()["detail"] == "Nothing was stored: 150 faults; the first 100 are listed."


async def test_more_requests_than_a_batch_takes_are_refused(client: httpx2.AsyncClient) -> None:
    answer = await client.post(PATH, json={"requests": [{"website": "https://a.example"}] * 10_001})
    assert pointers(answer) == ["/requests"]


async def test_a_table_is_read_into_requests(client: httpx2.AsyncClient, requests_of: Callable[[str], Any]) -> None:
    table = (
        "website;company.name;company.description;company.facts;icp.industries;icp.personas;sender.name;sender.title;"
        "sender.company;sender.postal_address;sender.opt_out;goal;tone;language;min_quality;max_revisions\r\n"
        "https://a.example;A;Sells; One fact. |Another. ;Mills| |Shops;Head of Mill|Buyer;Dana;Sales;A Ltd;1 Way;No?;"
        '"a call; soon";direct;de;60;1\r\n'
        "https://b.example;;;;;;;;;;;=1+1;;;;\r\n"
        ";;;;;;;;;;;;;;;\r\n\r\n"
    )
    answer = await client.post(PATH, content=b"\xef\xbb\xbf" + table.encode(), headers=CSV, params={"name": "Mills"})
    assert (answer.status_code, answer.json()["total"], answer.json()["name"]) == (202, 2, "Mills")
    first, second = await requests_of(answer.json()["id"])
    assert first == {
        "website": "https://a.example",
        "company": {"name": "A", "description": "Sells", "facts": ["One fact.", "Another."]},
        "icp": {"industries": ["Mills", "Shops"], "personas": [{"title": "Head of Mill"}, {"title": "Buyer"}]},
        "sender": {
            "name": "Dana",
            "title": "Sales",
            "company": "A Ltd",
            "postal_address": "1 Way",
            "opt_out": "No?",
        },
        "goal": "a call; soon",
        "tone": {"preset": "direct"},
        "language": "de",
        "min_quality": 60,
        "max_revisions": 1,
    }
    assert second == {"website": "https://b.example", "goal": "=1+1"}, "a formula is text"


@pytest.mark.parametrize("separator", [",", ";"])
async def test_commas_and_semicolons_separate(client: httpx2.AsyncClient, separator: str) -> None:
    table = f"website{separator}goal\nhttps://a.example{separator}x\n"
    assert (await client.post(PATH, content=table, headers=CSV)).status_code == 202


@pytest.mark.parametrize(
    ("table", "expected", "words"),
    [
        ("website,colour\nhttps://a.example,red\n", ["/header"], "'colour'"),
        ("website,website\na.example,b.example\n", ["/header"], "twice"),
        ("", ["/header"], "first line"),
        ("website\n", ["/rows"], "these are 0"),
        ("website\n" + "a.example\n" * 10_001, ["/rows"], "these are 10001"),
        ("website,goal\na.example,x\nb.example\n", ["/rows/2"], "1 cells"),
        ("website\na.example\nhttp://10.0.0.1\n", ["/rows/2/website"], "IP address"),
        ("website,min_quality\na.example,many\n", ["/rows/1/min_quality"], "integer"),
        ("goal\nx\n", ["/rows/1"], "Give website"),
        (f"website,company.name\na.example,{'x' * 301}\n", ["/rows/1/company.name"], "300"),
        (f"website,icp.personas\na.example,Boss|{'x' * 301}\n", ["/rows/1/icp.personas"], "300"),
        (f"website,tone\na.example,{'x' * 301}\n", ["/rows/1/tone"], "300"),
        ('website\n"a.example\n', [""], "Not valid CSV"),
        (b"website\n\xff\n", [""], "UTF-8"),
        ("website\na\0b\n", [""], "NUL"),
    ],
)
async def test_a_fault_in_a_table_has_a_row_and_a_column(
    client: httpx2.AsyncClient, table: str | bytes, expected: list[str], words: str
) -> None:
    answer = await client.post(PATH, content=table, headers=CSV)
    assert pointers(answer) == expected
    assert words in answer.json()["errors"][0]["detail"]
    assert (await client.get(PATH)).json()["batches"] == []


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "text/csv; charset=latin-1", ""])
async def test_other_media_types_are_refused(client: httpx2.AsyncClient, kind: str) -> None:
    answer = await client.post(PATH, content=b"website\na.example\n", headers={"Content-Type": kind})
    assert answer.status_code == 415


async def test_a_batch_may_be_larger_than_other_bodies(client: httpx2.AsyncClient) -> None:
    long = {"company": {"description": "We mend springs. " * 1000}}
    assert (await client.post(PATH, json={"requests": [long] * 10})).status_code == 202
    assert (await client.post("/v1/campaigns/email", json={**long, "goal": "x" * 70_000})).status_code == 413
