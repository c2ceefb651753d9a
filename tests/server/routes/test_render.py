"""A pack's placeholders filled for contacts."""

import httpx2
import pytest

pytestmark = pytest.mark.anyio

PATH = "/v1/campaigns/email"
REQUEST = {"website": "https://quillmark.example"}


async def finished(client: httpx2.AsyncClient) -> str:
    answer = await client.post(PATH, json=REQUEST)
    return str(answer.json()["id"])


async def test_each_contact_gets_its_own_emails(client: httpx2.AsyncClient) -> None:
    id = await finished(client)
    contacts = [{"first_name": "Ada"}, {"first_name": "Grace"}]

    answer = await client.post(f"{PATH}/{id}/render", json={"contacts": contacts})

    assert answer.status_code == 200
    assert [one["outreach"] for one in answer.json()["rendered"]] == ["Hi Ada,\n\nHello.", "Hi Grace,\n\nHello."]


async def test_what_is_not_known_stands_and_is_named(client: httpx2.AsyncClient) -> None:
    id = await finished(client)

    (rendered,) = (await client.post(f"{PATH}/{id}/render", json={"contacts": [{}]})).json()["rendered"]

    assert rendered["outreach"].startswith("Hi {{first_name}},")
    assert rendered["missing"] == ["first_name"]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"contacts": []}, "/contacts"),
        ({"contacts": [{}] * 101}, "/contacts"),
        ({"contacts": [{"First Name": "Ada"}]}, "/contacts/0/First Name/[key]"),
        ({"contacts": [{"first_name": "x" * 201}]}, "/contacts/0/first_name"),
        ({"contacts": [{}], "html": True}, "/html"),
    ],
)
async def test_what_cannot_be_filled_is_refused_at_its_field(
    client: httpx2.AsyncClient, body: dict[str, object], pointer: str
) -> None:
    id = await finished(client)

    answer = await client.post(f"{PATH}/{id}/render", json=body)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == pointer


async def test_a_campaign_that_is_not_there_is_not_found(client: httpx2.AsyncClient) -> None:
    answer = await client.post(f"{PATH}/cmp_none/render", json={"contacts": [{}]})
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
