"""How a batch and its results look from outside."""

from datetime import UTC, datetime
from typing import Any, Literal

import orjson
from pydantic import Field

from core.pack import Pack
from core.value import Value
from server.conditional import etag
from server.store.batches import Batch, Ended

PATH = "/v1/campaigns/email/batches"


class BatchLinks(Value):
    """Where a batch and what belongs to it are found."""

    self: str
    results: str
    campaigns: str
    cancel: str


class BatchDocument(Value):
    """A batch and where its campaigns stand."""

    id: str
    name: str | None
    created_at: datetime
    total: int
    """Campaigns it was made with."""
    queued: int
    running: int
    finished: int
    failed: int
    cancelled: int
    done: bool
    """Whether every campaign is over."""
    links: BatchLinks


class BatchList(Value):
    """Some batches, newest first."""

    batches: tuple[BatchDocument, ...]
    next: str | None = Field(description="The `cursor` of the next page; null on the last one.")


class BatchResult(Value):
    """One line of a batch's results."""

    index: int
    """Place of its request in the batch, from 0."""
    id: str
    """Id of the campaign."""
    status: Literal["finished", "failed", "cancelled"]
    pack: Pack | None = None
    problem: dict[str, Any] | None = None
    """Why there is no pack (RFC 9457)."""


def document_of(batch: Batch) -> dict[str, Any]:
    """Return a batch as JSON's values."""
    place = f"{PATH}/{batch.id}"
    return {
        "id": batch.id,
        "name": batch.name,
        "created_at": _moment(batch.created_at),
        "total": batch.total,
        "queued": batch.queued,
        "running": batch.running,
        "finished": batch.finished,
        "failed": batch.failed,
        "cancelled": batch.cancelled,
        "done": batch.done,
        "links": {
            "self": place,
            "results": f"{place}/results",
            "campaigns": f"/v1/campaigns/email?batch={batch.id}",
            "cancel": f"{place}/cancel",
        },
    }


def tag_of(batch: Batch) -> str:
    """Return a batch's ETag: another one whenever its document is."""
    counts = (batch.queued, batch.running, batch.finished, batch.failed, batch.cancelled)
    return etag(batch.id, " ".join(map(str, counts)))


def line_of(ended: Ended) -> bytes:
    """Return a result as one line; what is stored as JSON goes out as it stands."""
    content: dict[str, Any] = {"index": ended.index, "id": ended.id, "status": ended.status}
    if ended.pack:
        content["pack"] = orjson.Fragment(ended.pack)
    if ended.problem:
        content["problem"] = orjson.Fragment(ended.problem)
    return orjson.dumps(content, option=orjson.OPT_APPEND_NEWLINE)


def _moment(seconds: float) -> str:
    """Return a time as RFC 3339 writes it, in UTC and milliseconds."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
