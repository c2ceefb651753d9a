"""Links of the OpenAPI document: what is made by one operation is what others are about."""

from typing import Any

Operations = dict[str, dict[str, Any]]
"""An operation of each method, in lower case."""


def link_operations(paths: dict[str, Operations]) -> None:
    """Link every operation that answers a thing with an id to the operations on that thing."""
    for path, operations in paths.items():
        making = operations.get("post") if "{" not in path else None
        for status, response in (making or {"responses": {}})["responses"].items():
            if status in ("200", "201", "202") and "application/json" in response.get("content", {}):
                response["links"] = _links(paths, f"{path}/{{id}}", "ETag" in response.get("headers", {}))


def _links(paths: dict[str, Operations], place: str, tagged: bool) -> dict[str, Any]:
    """Return a link to each operation at or below a thing's place."""
    return {
        operation["operationId"]: _link(operation, tagged)
        for path, operations in paths.items()
        if path == place or (path.startswith(place + "/") and path.count("{") == 1)
        for operation in operations.values()
    }


def _link(operation: dict[str, Any], tagged: bool) -> dict[str, Any]:
    parameters = {"id": "$response.body#/id"}
    if "428" in operation["responses"]:
        parameters["If-Match"] = "$response.header.ETag" if tagged else "*"
    return {"operationId": operation["operationId"], "parameters": parameters}
