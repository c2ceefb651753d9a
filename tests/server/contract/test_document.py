"""The OpenAPI document says all that can be answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from schemathesis.specs.openapi.definitions import OPENAPI_31_VALIDATOR

from core.settings import Settings
from server.app import create_app
from server.guard.rules import need_of
from server.problems import problem_classes

PROBLEM = "application/problem+json"
EMPTY = {"204", "304"}
"""What has no body."""


@dataclass(frozen=True)
class Operation:
    """One operation of the document."""

    method: str
    path: str
    said: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.method.upper()} {self.path}"

    @property
    def responses(self) -> dict[str, Any]:
        """Return the documented answers by their status."""
        found: dict[str, Any] = self.said["responses"]
        return found

    @property
    def bodies(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield every body that is sent or answered, and what it is."""
        carriers = {"request": self.said.get("requestBody", {}), **self.responses}
        for name, carrier in carriers.items():
            for media_type, body in carrier.get("content", {}).items():
                yield f"{name} {media_type}", body


def shown(body: dict[str, Any]) -> list[Any]:
    """Return the examples of a body."""
    values = [one["value"] for one in body.get("examples", {}).values()]
    return [*values, *([body["example"]] if "example" in body else [])]


def document_of(**settings: Any) -> dict[str, Any]:
    """Return the document of a service with these settings, which need not be started for it."""
    return create_app(Settings(data_dir=Path("nowhere"), **settings)).openapi()


DOCUMENT = document_of(auth="keys")
OPERATIONS = [Operation(m, path, said) for path, methods in DOCUMENT["paths"].items() for m, said in methods.items()]
every_operation = pytest.mark.parametrize("operation", OPERATIONS, ids=str)


def test_it_is_openapi_3_1() -> None:
    assert DOCUMENT["openapi"].startswith("3.1")
    OPENAPI_31_VALIDATOR.validate(DOCUMENT)


def test_every_reference_leads_somewhere() -> None:
    assert [ref for ref in references(DOCUMENT) if not resolves(ref)] == []


def references(part: Any) -> Iterator[str]:
    """Yield every reference in a document."""
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from references(inner)


def resolves(ref: str) -> bool:
    place: Any = DOCUMENT
    for step in ref.removeprefix("#/").split("/"):
        place = place.get(step, {})
    return ref.startswith("#/") and bool(place)


def test_operations_have_short_names_of_their_own() -> None:
    names = [operation.said["operationId"] for operation in OPERATIONS]
    assert len(set(names)) == len(names)
    assert [name for name in names if "v1" in name or not name.isidentifier()] == []


def test_links_lead_to_operations_and_name_their_parameters() -> None:
    targets = {operation.said["operationId"]: operation for operation in OPERATIONS}
    links = [
        link for one in OPERATIONS for answer in one.responses.values() for link in answer.get("links", {}).values()
    ]
    assert links
    for link in links:
        taken = {parameter["name"] for parameter in targets[link["operationId"]].said["parameters"]}
        assert set(link["parameters"]) <= taken


@every_operation
def test_an_operation_is_named_and_explained(operation: Operation) -> None:
    assert {"summary", "description", "operationId", "tags"} <= operation.said.keys()


@every_operation
def test_every_answer_is_described_and_has_a_body_where_there_is_one(operation: Operation) -> None:
    for status, response in operation.responses.items():
        assert response["description"]
        assert status not in EMPTY or "content" not in response


@every_operation
def test_every_body_has_a_schema_and_examples_that_fit_it(operation: Operation) -> None:
    for name, body in operation.bodies:
        assert body["schema"], name
        assert shown(body), name
        schema = Draft202012Validator({**body["schema"], "components": DOCUMENT["components"]})
        for example in shown(body):
            errors = [error.message for error in schema.iter_errors(example)]
            assert not errors, (name, errors)


@every_operation
def test_problems_are_documented_by_their_codes(operation: Operation) -> None:
    statuses = {kind.code: str(kind.status) for kind in problem_classes()}
    for status, response in operation.responses.items():
        if PROBLEM in response.get("content", {}):
            for code, example in response["content"][PROBLEM]["examples"].items():
                assert (statuses[code], example["value"]["code"]) == (status, code)


def expected(operation: Operation) -> set[str]:
    """Return the statuses that follow from what an operation takes and needs."""
    statuses = {"422", "500"}
    if need_of(operation.method.upper(), operation.path) != "nothing":
        statuses |= {"401", "403", "429", "503"}
    if "{" in operation.path:
        statuses |= {"404"}
    if "requestBody" in operation.said:
        statuses |= {"413", "415"}
    return statuses


@every_operation
def test_what_any_request_can_meet_is_documented(operation: Operation) -> None:
    assert expected(operation) <= operation.responses.keys()


@every_operation
def test_every_answer_carries_the_requests_name(operation: Operation) -> None:
    for response in operation.responses.values():
        assert response["headers"]["X-Request-ID"] == {"$ref": "#/components/headers/X-Request-ID"}


@every_operation
def test_a_key_is_asked_for_exactly_where_one_is_needed(operation: Operation) -> None:
    needed = need_of(operation.method.upper(), operation.path) != "nothing"
    assert operation.said.get("security") == ([{"key": []}] if needed else None)


def test_the_key_is_a_bearer_token() -> None:
    scheme = DOCUMENT["components"]["securitySchemes"]["key"]
    assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")


@pytest.mark.parametrize("auth", ["auto", "none"])
def test_without_keys_none_is_asked_for(auth: str) -> None:
    document = document_of(auth=auth)
    assert "securitySchemes" not in document["components"]
    assert not [said for methods in document["paths"].values() for said in methods.values() if "security" in said]


def test_head_is_answered_wherever_get_is_and_not_listed_beside_it() -> None:
    assert not [operation for operation in OPERATIONS if operation.method in ("head", "options")]
