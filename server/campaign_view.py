"""How a campaign looks from outside."""

from datetime import UTC, datetime
from typing import Any

import orjson
from pydantic import Field

from core.pack import Pack
from core.request import CampaignRequest
from core.value import Value
from server.conditional import etag
from server.regenerate import RegenerateRequest
from server.store.rows import Campaign, CampaignStatus, Summary


class CampaignSummary(Value):
    """A campaign as a list shows it."""

    id: str
    status: CampaignStatus
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    website: str | None
    company: str | None
    """Its name, once known."""
    model: str
    """Name of the model that writes, or wrote."""
    score: int | None
    """The pack's, from 0 to 100."""
    batch: str | None
    """Id of the batch that it belongs to."""
    regenerated_from: str | None
    """Id of the campaign of which it has written one part anew."""


class CampaignDocument(CampaignSummary):
    """A campaign with what was asked and, at its end, what came of it."""

    request: CampaignRequest
    regenerate: RegenerateRequest | None = None
    """What was asked for beside it, where one part was written anew."""
    pack: Pack | None = None
    problem: dict[str, Any] | None = None
    """Why there is no pack (RFC 9457)."""


class CampaignList(Value):
    """Some campaigns, newest first."""

    campaigns: tuple[CampaignSummary, ...]
    next: str | None = Field(description="The `cursor` of the next page; null on the last one.")


def summary_of(campaign: Summary) -> dict[str, Any]:
    """Return a campaign for a list."""
    return {
        "id": campaign.id,
        "status": campaign.status,
        "created_at": _moment(campaign.created_at),
        "started_at": _moment(campaign.started_at),
        "finished_at": _moment(campaign.finished_at),
        "website": campaign.website,
        "company": campaign.company,
        "model": campaign.model,
        "score": campaign.score,
        "batch": campaign.batch,
        "regenerated_from": campaign.regenerated_from,
    }


def document_of(campaign: Campaign) -> bytes:
    """Return a campaign as JSON; what is stored as JSON goes out as it stands."""
    content = {**summary_of(campaign), "request": orjson.Fragment(campaign.request)}
    if campaign.regenerate:
        content["regenerate"] = orjson.Fragment(campaign.regenerate)
    if campaign.pack:
        content["pack"] = orjson.Fragment(campaign.pack)
    if campaign.problem:
        content["problem"] = orjson.Fragment(campaign.problem)
    return orjson.dumps(content)


def tag_of(campaign: Summary) -> str:
    """Return a campaign's ETag: another one after every change."""
    return etag(campaign.id, campaign.version)


def _moment(seconds: float | None) -> str | None:
    """Return a time as RFC 3339 writes it, in UTC and milliseconds."""
    if seconds is None:
        return None
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
