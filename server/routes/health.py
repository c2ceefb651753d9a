"""Tell whether the process lives, and whether it can work."""

import asyncio
from typing import Literal

from fastapi import APIRouter, Request, Response

from core.value import Value

router = APIRouter(tags=["service"])

State = Literal["ok", "failed"]


class Health(Value):
    """The process answers."""

    status: Literal["ok"] = "ok"


class Readiness(Value):
    """Whether what a campaign needs is there; no model is called for it."""

    status: State
    model: str
    """Name of the model that writes; `offline` needs no key and no network."""
    checks: dict[str, State]


@router.get("/healthz", summary="Tell that the process lives")
async def health() -> Health:
    """Answer."""
    return Health()


@router.get(
    "/readyz",
    summary="Tell whether campaigns can be written",
    responses={503: {"model": Readiness, "description": "Something a campaign needs is missing"}},
)
async def readiness(request: Request, response: Response) -> Readiness:
    """Write and read back a word in each cache."""
    rooms = request.app.state.rooms
    works = await asyncio.gather(*(asyncio.to_thread(store.works) for store in rooms.stores))
    checks: dict[str, State] = {
        f"cache_{store.folder.name}": "ok" if fine else "failed"
        for store, fine in zip(rooms.stores, works, strict=True)
    }
    response.status_code = 200 if all(works) else 503
    return Readiness(status="ok" if all(works) else "failed", model=rooms.model, checks=checks)
