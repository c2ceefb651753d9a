"""Campaigns over HTTP: ask for one, watch it, list, read, stop, try again, delete."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Annotated

import orjson
from fastapi import APIRouter, Header, Query, Request
from pydantic import AwareDatetime, Field
from starlette.responses import Response

from core.request import CampaignRequest
from core.value import Value
from server.accept import preferred
from server.answers import Hit, Underway
from server.bodies import read_body
from server.campaign_view import document_of, summary_of, tag_of
from server.campaigns import Campaigns, Once, Wish
from server.conditional import not_modified, require_match, tagged
from server.event_stream import ClientGone, EventStream, unless_gone
from server.idempotency import REPLAYED, IdempotencyInFlight, fingerprint, idempotency_key
from server.openapi import CANCEL, DELETE, EVENTS, GENERATE, LIST, READ, RETRY
from server.prefer import Preferences, preferences
from server.store.campaigns import Filter
from server.store.rows import Campaign, CampaignStatus, RunKind
from server.tenancy import tenant_of

router = APIRouter(tags=["campaigns"])

PATH = "/v1/campaigns/email"
CLIENT_GONE = 499  # nginx's number for it; nobody receives it, the log shows it
POLL_SECONDS = 2  # for whoever polls: a campaign takes 2 to 20 s with common models
WishOf = Callable[[Request, RunKind], Awaitable[Wish]]
"""Reads from a request what is asked for."""
_ANEW = re.compile(r"\b(no-cache|max-age=0)\b", re.IGNORECASE)


class Wanted(Value):
    """Which campaigns to list."""

    limit: int = Field(default=20, ge=1, le=100)
    cursor: str | None = Field(default=None, max_length=400)
    """`next` of the page before."""
    status: CampaignStatus | None = None
    search: str | None = Field(default=None, min_length=1, max_length=200)
    """Part of the website or of the company's name."""
    batch: str | None = Field(default=None, max_length=80)
    created_after: AwareDatetime | None = None
    created_before: AwareDatetime | None = None

    def filter(self) -> Filter:
        """Return it as the store takes it."""
        return Filter(self.status, self.search, self.batch, _seconds(self.created_after), _seconds(self.created_before))


def campaigns_of(request: Request) -> Campaigns:
    """Return the app's campaigns."""
    campaigns: Campaigns = request.app.state.rooms.campaigns
    return campaigns


@router.post(PATH, **GENERATE)
@router.post("/campaigns/email", include_in_schema=False)
async def generate_campaign(request: Request) -> Response:
    """Write an email campaign for a company's website, or for text about it."""
    return await answered(request, _wish)


async def answered(request: Request, wish_of: WishOf) -> Response:
    """Answer with a campaign's pack, its stream, or word that it will come, as the client wants it."""
    campaigns = campaigns_of(request)
    media_type = preferred(request.headers.get("accept", ""))
    prefer = preferences(request)
    wish = await wish_of(request, kind_of(media_type, prefer))
    try:
        answer: Hit | Underway | None = campaigns.at_once(wish)
        if answer is None:
            answer = await unless_gone(request.receive, campaigns.ask(wish))
        request.state.run_id = answer.id
        if isinstance(answer, Underway) and answer.replayed:
            request.app.state.telemetry.metrics.idempotent_replay()
            if wish.kind != "async":
                _refuse_in_flight(answer)
        if media_type == "text/event-stream":
            return EventStream(answer.log, headers=_headers(answer), on_close=answer.close)
        if isinstance(answer, Hit):
            return Response(answer.pack.json, 200, _headers(answer), "application/json")
        return await _wait(request, answer, prefer)
    except ClientGone:
        return Response(status_code=CLIENT_GONE)


@router.get(PATH, **LIST)
async def list_campaigns(request: Request, wanted: Annotated[Wanted, Query()]) -> Response:
    """List campaigns, newest first."""
    page = await campaigns_of(request).list(tenant_of(request), wanted.filter(), wanted.cursor, wanted.limit)
    content = {"campaigns": [summary_of(one) for one in page.campaigns], "next": page.next}
    return Response(
        orjson.dumps(content), headers={"Cache-Control": "private, no-cache"}, media_type="application/json"
    )


@router.get(PATH + "/{id}", **READ)
async def read_campaign(request: Request, id: str) -> Response:
    """Return a campaign, with its pack or its problem once it is over."""
    campaign = await campaigns_of(request).find(tenant_of(request), id)
    return not_modified(request, tag_of(campaign)) or _document(campaign)


@router.delete(PATH + "/{id}", **DELETE)
async def delete_campaign(request: Request, id: str) -> Response:
    """Delete a campaign that is over, with its pack and its events."""
    campaigns = campaigns_of(request)
    campaign = await campaigns.find(tenant_of(request), id)
    require_match(request, tag_of(campaign))
    await campaigns.delete(campaign)
    return Response(status_code=204)


@router.post(PATH + "/{id}/cancel", **CANCEL)
async def cancel_campaign(request: Request, id: str) -> Response:
    """Stop a campaign, wherever it runs; one that is over stays as it is."""
    return _document(await campaigns_of(request).cancel(tenant_of(request), id))


@router.post(PATH + "/{id}/retry", **RETRY)
async def retry_campaign(request: Request, id: str) -> Response:
    """Go on with a campaign that has failed or was cancelled, from its last finished step."""
    campaign = await campaigns_of(request).retry(tenant_of(request), id)
    return _accepted(campaign)


@router.get(PATH + "/{id}/events", **EVENTS)
async def follow_campaign(
    request: Request,
    id: str,
    after: Annotated[int, Query(ge=0, le=2**31 - 1, description="Id of the last event seen.")] = 0,
    last_event_id: Annotated[str | None, Header(description="The same, as browsers send it; wins.")] = None,
) -> Response:
    """Stream the events of a campaign's run from any point on, and follow it to its end."""
    campaigns = campaigns_of(request)
    underway = await campaigns.follow(await campaigns.find(tenant_of(request), id))
    seen = _seen(last_event_id, after)
    if underway.log.over and seen >= underway.log.last:
        underway.close()
        return Response(status_code=204)  # a browser's EventSource stops asking
    request.state.run_id = id
    return EventStream(underway.log, seen=seen, on_close=underway.close)


def kind_of(media_type: str, prefer: Preferences) -> RunKind:
    """Return whether somebody waits for the run."""
    return "async" if prefer.respond_async and media_type != "text/event-stream" else "interactive"


async def _wish(request: Request, kind: RunKind) -> Wish:
    wanted = await read_body(request, CampaignRequest)
    fresh = _ANEW.search(request.headers.get("cache-control", "")) is not None
    key = idempotency_key(request)
    once = Once(f"POST {PATH}", key, fingerprint(wanted)) if key else None
    cause = request.app.state.telemetry.traces.traceparent()
    return Wish(tenant_of(request), wanted, fresh, kind, once, cause)


def _refuse_in_flight(answer: Underway) -> None:
    """Raise IdempotencyInFlight while the first request with the key is still at work."""
    if not answer.campaign.over:
        answer.close()
        raise IdempotencyInFlight(f"Follow it at {PATH}/{answer.id}/events.", retry_after=POLL_SECONDS)


async def _wait(request: Request, underway: Underway, prefer: Preferences) -> Response:
    """Answer when the pack is done, or before that where the client would rather not wait; the run goes on."""
    patience = prefer.wait if prefer.wait is not None else 0 if prefer.respond_async else None
    try:
        async with asyncio.timeout(patience):
            campaign = await unless_gone(request.receive, underway.delivered())
    except TimeoutError:
        return await _answer_early(request, underway, prefer)
    finally:
        underway.close()
    headers = {**_headers(underway), **prefer.applied(asynchronously=False), "Location": f"{PATH}/{underway.id}"}
    if campaign.site_digest is not None:  # a pack whose site is known is kept
        headers["Cache-Status"] += "; stored"
    return Response(campaign.pack, 201, headers, "application/json")


async def _answer_early(request: Request, underway: Underway, prefer: Preferences) -> Response:
    campaign = await campaigns_of(request).find(underway.campaign.tenant, underway.id)
    return _accepted(campaign, {**_headers(underway), **prefer.applied(asynchronously=True)})


def _accepted(campaign: Campaign, headers: dict[str, str] | None = None) -> Response:
    place = {"Location": f"{PATH}/{campaign.id}", "Retry-After": str(POLL_SECONDS)}
    return Response(document_of(campaign), 202, {**(headers or {}), **place}, "application/json")


def _document(campaign: Campaign) -> Response:
    return Response(document_of(campaign), headers=tagged(tag_of(campaign)), media_type="application/json")


def _headers(answer: Hit | Underway) -> dict[str, str]:
    return {**cache_headers(answer), **(REPLAYED if answer.replayed else {})}


def cache_headers(answer: Hit | Underway) -> dict[str, str]:
    """Return what the cache did, as RFC 9211 writes it, and for how long it has had the pack."""
    if isinstance(answer, Hit):
        return {"Cache-Status": "overture; hit", "Age": str(answer.age), "Vary": "Accept"}
    marks = ["overture", f"fwd={answer.reason}"]
    if answer.joined:
        marks.append("collapsed")
    return {"Cache-Status": "; ".join(marks), "Vary": "Accept"}


def _seen(last_event_id: str | None, after: int) -> int:
    """Return the id of the last event seen; what is no id of ours counts as nothing: an error would end a browser's
    attempts for good."""
    if last_event_id is None:
        return after
    return int(last_event_id) if last_event_id.isascii() and last_event_id.isdigit() and len(last_event_id) < 10 else 0


def _seconds(moment: datetime | None) -> float | None:
    return moment.timestamp() if moment else None
