"""POST a request, get a campaign: at once, when it is done, or while it is written."""

import re

from fastapi import APIRouter, Request
from starlette.responses import Response

from core.request import CampaignRequest
from server.accept import preferred
from server.bodies import read_body
from server.campaigns import Campaigns, Hit, Underway
from server.event_stream import ClientGone, EventStream, unless_gone
from server.openapi import GENERATE

router = APIRouter(tags=["campaigns"])

CLIENT_GONE = 499  # nginx's number for it; nobody receives it, the log shows it
_ANEW = re.compile(r"\b(no-cache|max-age=0)\b", re.IGNORECASE)


def campaigns_of(request: Request) -> Campaigns:
    """Return the app's campaigns."""
    campaigns: Campaigns = request.app.state.rooms.campaigns
    return campaigns


@router.post("/v1/campaigns/email", **GENERATE)
@router.post("/campaigns/email", include_in_schema=False)
async def generate_campaign(request: Request) -> Response:
    """Write an email campaign for a company's website, or for text about it."""
    campaigns = campaigns_of(request)
    media_type = preferred(request.headers.get("accept", ""))
    wanted = await read_body(request, CampaignRequest)
    fresh = _ANEW.search(request.headers.get("cache-control", "")) is not None
    try:
        answer = campaigns.at_once(wanted, fresh=fresh)
        if answer is None:
            answer = await unless_gone(request.receive, campaigns.ask(wanted, fresh=fresh))
        request.state.run_id = answer.id
        if media_type == "text/event-stream":
            return EventStream(answer.log, headers=cache_headers(answer), on_close=answer.close)
        if isinstance(answer, Hit):
            return Response(answer.pack.json, 200, cache_headers(answer), "application/json")
        return await _wait(request, answer)
    except ClientGone:
        return Response(status_code=CLIENT_GONE)


async def _wait(request: Request, underway: Underway) -> Response:
    """Answer when the pack is done and kept; a client that goes meanwhile gives up its share in the run."""
    try:
        pack = await unless_gone(request.receive, underway.json())
    finally:
        underway.close()
    return Response(pack, 201, cache_headers(underway), "application/json")


def cache_headers(answer: Hit | Underway) -> dict[str, str]:
    """Return what the cache did, as RFC 9211 writes it, and for how long it has had the pack."""
    if isinstance(answer, Hit):
        return {"Cache-Status": "overture; hit", "Age": str(answer.age), "Vary": "Accept"}
    marks = ["overture", f"fwd={answer.reason}"]
    if answer.stored:
        marks.append("stored")
    if answer.joined:
        marks.append("collapsed")
    return {"Cache-Status": "; ".join(marks), "Vary": "Accept"}
