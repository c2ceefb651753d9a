"""How problems are documented: one response for each status, one example for each code."""

from typing import Any

from core.problems import FieldProblem, Problem
from core.value import Value
from server.problems import MEDIA_TYPE

INSTANCE = "urn:request:5f0c4a7e9b3d4c1f8a6e2d7b9c0f1e3a"


class ProblemDocument(Value):
    """An RFC 9457 problem."""

    type: str
    """Where the code is explained."""
    title: str
    status: int
    detail: str
    """What is wrong this time, and what to do about it."""
    code: str
    """Stable: what a program looks at."""
    instance: str
    """The request that met it."""
    errors: tuple[FieldProblem, ...] = ()
    """The fields concerned, if any."""
    retry_after: int | None = None
    """Seconds after which a retry makes sense."""


def problems(*kinds: type[Problem]) -> dict[int | str, dict[str, Any]]:
    """Return the responses that document these problems, by status."""
    found: dict[int | str, dict[str, Any]] = {}
    for kind in kinds:
        response = found.setdefault(kind.status, {"description": "", "content": {MEDIA_TYPE: _content()}})
        response["description"] = " ".join(filter(None, (response["description"], f"`{kind.code}`: {kind.title}.")))
        response["content"][MEDIA_TYPE]["examples"][kind.code] = {"value": {**kind().body(), "instance": INSTANCE}}
    return found


def _content() -> dict[str, Any]:
    return {"schema": {"$ref": "#/components/schemas/ProblemDocument"}, "examples": {}}
