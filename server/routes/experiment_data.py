"""What experiments live on and what they say, over HTTP: assignments, events, results, recommendation, stream."""

import asyncio
from typing import Annotated, Literal

from fastapi import APIRouter, Header, Query, Request
from pydantic import Field
from starlette.responses import Response, StreamingResponse

from core.value import Value
from server.bodies import read_body
from server.experiments.requests import EventsRequest, RecipientsRequest
from server.experiments.stream import FiguresStream
from server.experiments.view import PATH, assigned_json, outcomes_json
from server.openapi_experiments import ASSIGN, ASSIGNMENTS, RECOMMENDATION, RECORD, RESULTS, STREAM
from server.routes.experiments import experiments_of, json_answer, ref_of
from server.store.experiments import ExperimentRef

router = APIRouter(tags=["experiments"])

LARGE = (PATH + "/*/assignments", PATH + "/*/events")
"""Paths that take thousands of items at once."""


class WantedAssignments(Value):
    """Which assignments to send, and how."""

    format: Literal["json", "csv"] = "json"
    """`csv` is one table of all of them, to be merged by a sending platform."""
    limit: int = Field(default=100, ge=1, le=1000)
    cursor: str = Field(default="", max_length=100)
    """`next` of the page before."""


@router.post(PATH + "/{id}/assignments", **ASSIGN)
async def assign_recipients(request: Request, id: str) -> Response:
    """Return the variants of up to 10,000 recipients; each keeps the one it was given first."""
    wanted = await read_body(request, RecipientsRequest)
    assigned = await experiments_of(request).assigning.assign(ref_of(request, id), wanted.recipients)
    return json_answer(await asyncio.to_thread(assigned_json, assigned))


@router.get(PATH + "/{id}/assignments", **ASSIGNMENTS)
async def list_assignments(request: Request, id: str, wanted: Annotated[WantedAssignments, Query()]) -> Response:
    """List who got which variant, or send it as a table with the variants' texts."""
    experiments, ref = experiments_of(request), ref_of(request, id)
    row = await experiments.catalogue.find(ref)
    if wanted.format == "json":
        page = await experiments.listing.page(ref, wanted.cursor, wanted.limit)
        return json_answer(page.model_dump_json().encode())
    headers = {"Cache-Control": "private, no-cache", "Content-Disposition": f'attachment; filename="{row.id}.csv"'}
    return StreamingResponse(experiments.listing.table(row), headers=headers, media_type="text/csv; charset=utf-8")


@router.post(PATH + "/{id}/events", **RECORD)
async def record_events(request: Request, id: str) -> Response:
    """Record up to 10,000 events, each once however often it comes."""
    given = await read_body(request, EventsRequest)
    outcomes = await experiments_of(request).intake.take(ref_of(request, id), given.events)
    return json_answer(await asyncio.to_thread(outcomes_json, outcomes))


@router.get(PATH + "/{id}/results", **RESULTS)
async def read_results(request: Request, id: str) -> Response:
    """Return what the counters say at this moment."""
    figures = await experiments_of(request).analysis.of(ref_of(request, id))
    return json_answer(figures.results)


@router.get(PATH + "/{id}/recommendation", **RECOMMENDATION)
async def read_recommendation(request: Request, id: str) -> Response:
    """Return what to do now, and why."""
    figures = await experiments_of(request).analysis.of(ref_of(request, id))
    return json_answer(figures.recommendation)


@router.get(PATH + "/{id}/stream", **STREAM)
async def stream_figures(
    request: Request,
    id: str,
    last_event_id: Annotated[str | None, Header(description="Id of the last event seen, as browsers send it.")] = None,
) -> Response:
    """Stream results and recommendation after each change, until the experiment ends."""
    experiments = experiments_of(request)
    ref: ExperimentRef = ref_of(request, id)
    row = await experiments.catalogue.find(ref)
    seen = _seen(last_event_id, row.revision)
    if row.over and seen == row.revision:
        return Response(status_code=204)  # a browser's EventSource stops asking
    return FiguresStream(experiments.analysis, experiments.live, ref, seen=seen)


def _seen(last_event_id: str | None, newest: int) -> int:
    """Return the revision seen last; what cannot be one counts as nothing: an error would end a browser's attempts."""
    given = last_event_id or ""
    number = int(given) if given.isascii() and given.isdigit() and len(given) < 19 else 0
    return number if number <= newest else 0
