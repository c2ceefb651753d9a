"""What one tenant has made does not exist for another, whatever is asked of it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests

from core.settings import Settings
from server.app import create_app
from tests.server.contract.service import Service

SECONDS = 15
MISSING = "missing_7fK2"
PATHS = create_app(Settings(data_dir=Path("nowhere"), auth="keys")).openapi()["paths"]


@dataclass(frozen=True)
class Target:
    """An operation on a thing that somebody has made."""

    method: str
    path: str

    def __str__(self) -> str:
        return f"{self.method.upper()} {self.path}"

    @property
    def collection(self) -> str:
        """Return where such things are made."""
        return self.path.partition("/{")[0]

    def ask(self, service: Service, id: str, key: str) -> requests.Response:
        """Ask for the thing with this id, as the document's example does."""
        url = service.address + self.path.replace("{id}", id)
        return requests.request(
            self.method, url, json=body_of(PATHS[self.path][self.method]), headers=headers(key), timeout=SECONDS
        )


TARGETS = [
    Target(method, path)
    for path, methods in PATHS.items()
    for method, operation in methods.items()
    if "{id}" in path and "security" in operation
]


def headers(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}", "If-Match": "*"}


def body_of(operation: dict[str, Any]) -> Any:
    """Return an example of an operation's JSON body that stands on its own; None where it takes none."""
    content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    examples = [content.get("example"), *(one["value"] for one in content.get("examples", {}).values())]
    return next((example for example in examples if example and "campaign" not in example), None)


@pytest.fixture(scope="module")
def made(service: Service) -> dict[str, str]:
    """Return an id of each kind of thing, made by the first tenant."""
    return {collection: make(service, collection) for collection in {target.collection for target in TARGETS}}


def make(service: Service, collection: str) -> str:
    answer = requests.post(
        service.address + collection,
        json=body_of(PATHS[collection]["post"]),
        headers=headers(service.key),
        timeout=SECONDS,
    )
    assert answer.status_code in (201, 202), answer.text
    id: str = answer.json()["id"]
    return id


def told(answer: requests.Response) -> tuple[int, dict[str, Any]]:
    """Return status and problem, but for the name of the request."""
    problem = answer.json()
    problem.pop("instance")
    return answer.status_code, problem


@pytest.mark.parametrize("target", TARGETS, ids=str)
def test_anothers_thing_is_answered_like_one_that_does_not_exist(
    service: Service, made: dict[str, str], target: Target
) -> None:
    foreign = target.ask(service, made[target.collection], service.other_key)
    missing = target.ask(service, MISSING, service.other_key)
    assert foreign.status_code == 404
    assert told(foreign) == told(missing)


@pytest.mark.parametrize("collection", sorted({target.collection for target in TARGETS}))
def test_it_exists_for_its_own(service: Service, made: dict[str, str], collection: str) -> None:
    assert Target("get", collection + "/{id}").ask(service, made[collection], service.key).status_code == 200


@pytest.mark.parametrize("collection", sorted({target.collection for target in TARGETS}))
def test_no_list_shows_anothers(service: Service, made: dict[str, str], collection: str) -> None:
    lists = {
        key: requests.get(service.address + collection, headers=headers(key), timeout=SECONDS).text
        for key in (service.key, service.other_key)
    }
    assert made[collection] in lists[service.key]
    assert made[collection] not in lists[service.other_key]
