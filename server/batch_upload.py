"""Read the requests of a batch: JSON, or CSV as a spreadsheet saves it.

Everything is looked at before anything is stored. Thousands of requests are read in a thread and one by one, so that
other requests are served in between.
"""

import asyncio
import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from fastapi import Request
from pydantic import Field, ValidationError

from core.given import Line
from core.problems import FieldProblem, InvalidRequest
from core.request import CampaignRequest
from core.value import Value
from nodes.website.url import check_url
from server.batch_table import read_table, requests_of
from server.bodies import is_json, parsed
from server.fault_list import FaultList
from server.json_bounds import faults
from server.problems import UnsupportedMediaType, invalid

MOST_REQUESTS = 10_000

Locate = Callable[[int, FieldProblem], str]
"""Returns the pointer into what was sent, for the request of an index and a fault in it."""


class BatchRequest(Value):
    """Campaigns to be written in the background."""

    requests: tuple[CampaignRequest, ...] = Field(min_length=1, max_length=MOST_REQUESTS)
    """Each as in a single call; results name it by its place, counted from 0."""
    name: Line | None = None
    """For whoever looks at the list of batches."""


class _Envelope(Value):
    """A batch whose requests are not looked at yet."""

    requests: tuple[Any, ...] = Field(min_length=1, max_length=MOST_REQUESTS)
    name: Line | None = None


@dataclass(frozen=True)
class Upload:
    """The requests of a batch, each one valid."""

    requests: tuple[CampaignRequest, ...]
    name: Line | None = None

    def fingerprint(self) -> str:
        """Return the SHA-256 of all that is asked for, whatever form it came in."""
        digest = hashlib.sha256((self.name or "").encode())
        for request in self.requests:
            digest.update(b"\n" + request.model_dump_json(exclude_defaults=True).encode())
        return digest.hexdigest()


async def read_upload(request: Request, name: str | None) -> Upload:
    """Return the requests of a batch; `name` is a CSV's, JSON brings its own.

    Raises UnsupportedMediaType, and InvalidRequest with a pointer per fault: `/requests/0/website` into JSON,
    `/rows/1/company.name` into CSV.
    """
    kind, _, parameters = request.headers.get("content-type", "").lower().partition(";")
    if kind.strip() == "text/csv":
        if "charset" in parameters and "utf-8" not in parameters:
            raise UnsupportedMediaType("Save the CSV as UTF-8.")
        body = await request.body()
        return await asyncio.to_thread(lambda: Upload(_from_csv(body), name))
    if not is_json(kind):
        raise UnsupportedMediaType("Send JSON with Content-Type: application/json, or CSV with text/csv.")
    return await asyncio.to_thread(_from_json, await request.body())


def _from_json(body: bytes) -> Upload:
    content = parsed(body)
    found = FaultList()
    found.add(faults(content))
    found.answer()
    try:
        envelope = _Envelope.model_validate(content)
    except ValidationError as error:
        raise invalid(error.errors(include_url=False, include_input=False, include_context=False)) from None
    requests = _validated(envelope.requests, lambda index, fault: f"/requests/{index}{fault.pointer}")
    return Upload(requests, envelope.name)


def _from_csv(body: bytes) -> tuple[CampaignRequest, ...]:
    table = read_table(body, MOST_REQUESTS)
    return _validated(requests_of(table), table.locate)


def _validated(parts: Iterable[Any], locate: Locate) -> tuple[CampaignRequest, ...]:
    """Return the requests; raise InvalidRequest where one is not valid."""
    found, requests = FaultList(), []
    for index, part in enumerate(parts):
        read = _read(part)
        if isinstance(read, CampaignRequest):
            requests.append(read)
        else:
            found.add(FieldProblem(pointer=locate(index, fault), detail=fault.detail) for fault in read)
    found.answer()
    return tuple(requests)


def _read(part: Any) -> CampaignRequest | tuple[FieldProblem, ...]:
    """Return one request, or what is wrong with it, its website's address included."""
    try:
        read = CampaignRequest.model_validate(part)
        if read.website:
            check_url(read.website)
    except ValidationError as error:
        return invalid(error.errors(include_url=False, include_input=False, include_context=False)).errors
    except InvalidRequest as problem:
        return (FieldProblem(pointer="/website", detail=problem.detail),)
    return read
