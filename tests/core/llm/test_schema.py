"""The strict dialect of JSON schema."""

import json
from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field

from core.llm.schema import strict_schema
from core.value import Value


class Fact(Value):
    """A fact."""

    id: str = ""
    weight: float = Field(default=0.5, ge=0, le=1)
    """How much it counts."""


class Sheet(Value):
    """What is known."""

    kind: Literal["page", "text"]
    """Where it is from."""
    only: Literal["one"]
    facts: tuple[Fact, ...] = Field(min_length=1, max_length=3)
    """The facts."""
    main: Fact
    """The main one."""
    other: Fact | None = None
    notes: dict[str, int] = Field(default_factory=dict, exclude=True)


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of a JSON value."""
    if isinstance(schema, dict):
        yield schema
        for member in schema.values():
            yield from nodes(member)
    elif isinstance(schema, list):
        for item in schema:
            yield from nodes(item)


def test_every_object_is_closed_and_asks_for_all_its_fields() -> None:
    objects = [node for node in nodes(strict_schema(Sheet)) if node.get("type") == "object"]
    assert len(objects) == 5
    for found in objects:
        assert found["additionalProperties"] is False
        assert found["required"] == list(found["properties"])


def test_no_keyword_is_left_that_strict_servers_refuse() -> None:
    known = {"title", "type", "enum", "description", "anyOf", "items", "properties", "required", "additionalProperties"}
    fields = {"kind", "only", "facts", "main", "other", "notes", "id", "weight"}
    assert {key for node in nodes(strict_schema(Sheet)) for key in node} <= known | fields
    assert "$" not in json.dumps(strict_schema(Sheet))


def test_limits_are_said_in_words() -> None:
    properties = strict_schema(Sheet)["properties"]
    assert properties["facts"]["description"] == "The facts. (at least 1 items, at most 3 items)"
    assert properties["facts"]["items"]["properties"]["weight"]["description"] == (
        "How much it counts. (at least 0, at most 1)"
    )


def test_a_reference_is_replaced_by_what_it_stands_for() -> None:
    properties = strict_schema(Sheet)["properties"]
    assert properties["main"]["description"] == "The main one."
    assert properties["main"]["properties"].keys() == {"id", "weight"}
    assert [option.get("type") for option in properties["other"]["anyOf"]] == ["object", "null"]
    assert properties["only"]["enum"] == ["one"]


def test_it_is_named_after_the_type() -> None:
    assert strict_schema(Sheet)["title"] == "Sheet"
