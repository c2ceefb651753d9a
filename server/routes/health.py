"""Tell whether the process lives, and whether it can work."""

from typing import Literal

from fastapi import APIRouter, Request, Response

from core.value import Value
from server.telemetry.readiness import CheckState, ReadyState

router = APIRouter(tags=["service"])


class Health(Value):
    """The process answers."""

    status: Literal["ok"] = "ok"


class ReadinessDocument(Value):
    """Whether what a campaign needs is there; no model is called for it."""

    status: ReadyState
    model: str
    """Name of the model that writes; `offline` needs no key and no network."""
    checks: dict[str, CheckState]


@router.get("/healthz", summary="Tell that the process lives")
async def health() -> Health:
    """Answer."""
    return Health()


@router.get(
    "/readyz",
    summary="Tell whether campaigns can be written",
    responses={503: {"model": ReadinessDocument, "description": "Something a campaign needs is missing"}},
)
async def readiness(request: Request, response: Response) -> ReadinessDocument:
    """Write to the database and each cache, and look whether this process takes part in the work."""
    rooms = request.app.state.rooms
    report = await rooms.readiness.report()
    response.status_code = report.http_status
    return ReadinessDocument(status=report.status, model=rooms.model, checks=dict(report.checks))
