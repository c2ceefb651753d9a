"""Batches of campaigns over HTTP: send one, watch its progress, take its results as they come, cancel, delete."""

from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from core.given import Line
from core.value import Value
from server.accept import chosen
from server.batch_results import ResultLines, Results
from server.batch_upload import read_upload
from server.batch_view import PATH, document_of, tag_of
from server.batches import Batches, Order
from server.campaigns import Once
from server.conditional import not_modified, require_match, tagged
from server.idempotency import REPLAYED, idempotency_key
from server.openapi_batches import CANCEL, DELETE, LIST, MAKE, READ, RESULTS
from server.store.batches import Batch
from server.tenancy import tenant_of

router = APIRouter(tags=["batches"])

JSON_LINES, NDJSON = "application/jsonl", "application/x-ndjson"
POLL_SECONDS = 5  # for whoever polls the progress: a batch takes minutes


class Wanted(Value):
    """Which batches to list."""

    limit: int = Field(default=20, ge=1, le=100)
    cursor: str | None = Field(default=None, max_length=400)
    """`next` of the page before."""


class WantedResults(Value):
    """Which results to send."""

    after: int = Field(default=0, ge=0, le=2**31 - 1)
    """Lines that were read already, empty ones not counted."""
    follow: bool = True
    """Wait for what is not over yet; `false` ends with what is there."""


def batches_of(request: Request) -> Batches:
    """Return the app's batches."""
    return Batches(request.app.state.rooms.campaigns)


@router.post(PATH, **MAKE)
async def make_batch(
    request: Request, name: Annotated[Line | None, Query(description="Name of a batch sent as CSV.")] = None
) -> Response:
    """Write up to 10,000 campaigns in the background."""
    key = idempotency_key(request)
    upload = await read_upload(request, name)
    once = Once(f"POST {PATH}", key, upload.fingerprint()) if key else None
    made = await batches_of(request).make(Order(tenant_of(request), upload, once))
    place = {"Location": f"{PATH}/{made.batch.id}", "Retry-After": str(POLL_SECONDS)}
    return _document(made.batch, 202, {**place, **(REPLAYED if made.replayed else {})})


@router.get(PATH, **LIST)
async def list_batches(request: Request, wanted: Annotated[Wanted, Query()]) -> Response:
    """List batches, newest first."""
    page = await batches_of(request).list(tenant_of(request), wanted.cursor, wanted.limit)
    content = {"batches": [document_of(one) for one in page.batches], "next": page.next}
    return _json(content, headers={"Cache-Control": "private, no-cache"})


@router.get(PATH + "/{id}", **READ)
async def read_batch(request: Request, id: str) -> Response:
    """Return a batch's progress."""
    batch = await batches_of(request).find(tenant_of(request), id)
    return not_modified(request, tag_of(batch)) or _document(batch)


@router.get(PATH + "/{id}/results", **RESULTS)
async def stream_results(request: Request, id: str, wanted: Annotated[WantedResults, Query()]) -> Response:
    """Send the results as JSON lines, each as soon as its campaign is over."""
    media_type = chosen(request.headers.get("accept", ""), (JSON_LINES, NDJSON), f"Accept {JSON_LINES}.")
    batches, state = batches_of(request), request.app.state
    batch = await batches.find(tenant_of(request), id)
    results = Results(batches.campaigns.database, batch.tenant, batch.id, wanted.after)
    return ResultLines(results, media_type, follow=wanted.follow, stopping=lambda: getattr(state, "stopping", False))


@router.post(PATH + "/{id}/cancel", **CANCEL)
async def cancel_batch(request: Request, id: str) -> Response:
    """Stop every campaign of a batch that is not over, wherever it runs."""
    return _document(await batches_of(request).cancel(tenant_of(request), id))


@router.delete(PATH + "/{id}", **DELETE)
async def delete_batch(request: Request, id: str) -> Response:
    """Delete a batch that is done, with its campaigns."""
    batches = batches_of(request)
    batch = await batches.find(tenant_of(request), id)
    require_match(request, tag_of(batch))
    await batches.delete(batch)
    return Response(status_code=204)


def _document(batch: Batch, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    return _json(document_of(batch), status, {**tagged(tag_of(batch)), **(headers or {})})


def _json(content: dict[str, Any], status: int = 200, headers: dict[str, str] | None = None) -> Response:
    return Response(orjson.dumps(content), status, headers, "application/json")
