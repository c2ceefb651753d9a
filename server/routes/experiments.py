"""Experiments over HTTP: make one, move it on, change it, delete it."""

from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from core.value import Value
from experiments.experiment import Experiment
from experiments.lifecycle import State
from server.bodies import read_body
from server.campaigns import Once
from server.conditional import not_modified, require_match, tagged
from server.experiments.catalogue import Change
from server.experiments.requests import Declaration, ExperimentChanges, ExperimentRequest, Stop
from server.experiments.room import Experiments
from server.experiments.view import PATH, document_of, tag_of
from server.idempotency import REPLAYED, fingerprint, idempotency_key
from server.openapi_experiments import CHANGE, DECLARE, DELETE, LIST, MAKE, PAUSE, READ, START, STOP
from server.store.experiments import ExperimentRef, StoredExperiment
from server.tenancy import tenant_of

router = APIRouter(tags=["experiments"])


class Wanted(Value):
    """Which experiments to list."""

    limit: int = Field(default=20, ge=1, le=100)
    cursor: str | None = Field(default=None, max_length=400)
    """`next` of the page before."""
    state: State | None = None


def experiments_of(request: Request) -> Experiments:
    """Return the app's experiments."""
    experiments: Experiments = request.app.state.rooms.experiments
    return experiments


def ref_of(request: Request, id: str) -> ExperimentRef:
    """Return the name of an experiment of whoever asks."""
    return ExperimentRef(tenant_of(request), id)


@router.post(PATH, **MAKE)
async def make_experiment(request: Request) -> Response:
    """Make a draft of an experiment, out of a campaign's planned test or of given variants."""
    key = idempotency_key(request)
    wanted = await read_body(request, ExperimentRequest)
    once = Once(f"POST {PATH}", key, fingerprint(wanted)) if key else None
    made = await experiments_of(request).catalogue.make(tenant_of(request), wanted, once)
    place = {"Location": f"{PATH}/{made.experiment.id}", **(REPLAYED if made.replayed else {})}
    return _document(made.experiment, 201, place)


@router.get(PATH, **LIST)
async def list_experiments(request: Request, wanted: Annotated[Wanted, Query()]) -> Response:
    """List experiments, newest first."""
    catalogue = experiments_of(request).catalogue
    page = await catalogue.list(tenant_of(request), wanted.state, wanted.cursor, wanted.limit)
    content = {"experiments": [document_of(one) for one in page.experiments], "next": page.next}
    return json_answer(orjson.dumps(content))


@router.get(PATH + "/{id}", **READ)
async def read_experiment(request: Request, id: str) -> Response:
    """Return an experiment."""
    row = await experiments_of(request).catalogue.find(ref_of(request, id))
    return not_modified(request, tag_of(row)) or _document(row)


@router.patch(PATH + "/{id}", **CHANGE)
async def change_experiment(request: Request, id: str) -> Response:
    """Change a draft, or the name or the weights of an experiment that was started."""
    catalogue = experiments_of(request).catalogue
    row = await catalogue.find(ref_of(request, id))
    require_match(request, tag_of(row))
    return _document(await catalogue.change(row.ref, await read_body(request, ExperimentChanges), row.version))


@router.delete(PATH + "/{id}", **DELETE)
async def delete_experiment(request: Request, id: str) -> Response:
    """Delete an experiment that does not run, with its assignments and its events."""
    catalogue = experiments_of(request).catalogue
    row = await catalogue.find(ref_of(request, id))
    require_match(request, tag_of(row))
    await catalogue.delete(row.ref, row.version)
    return Response(status_code=204)


@router.post(PATH + "/{id}/start", **START)
async def start_experiment(request: Request, id: str) -> Response:
    """Start an experiment, or go on with one that is paused."""
    return await _move(request, id, Experiment.start)


@router.post(PATH + "/{id}/pause", **PAUSE)
async def pause_experiment(request: Request, id: str) -> Response:
    """Assign nobody new until it is started again."""
    return await _move(request, id, Experiment.pause)


@router.post(PATH + "/{id}/stop", **STOP)
async def stop_experiment(request: Request, id: str) -> Response:
    """End an experiment; replies to what was sent still count."""
    given = await read_body(request, Stop) if await request.body() else Stop()
    return await _move(request, id, Experiment.stop, given.reason)


@router.post(PATH + "/{id}/declare", **DECLARE)
async def declare_winner(request: Request, id: str) -> Response:
    """Decide an experiment by hand, for a variant or for none."""
    given = await read_body(request, Declaration)
    return await _move(request, id, lambda experiment: experiment.decide(given.variant), given.reason)


async def _move(request: Request, id: str, step: Change, reason: str | None = None) -> Response:
    """Move an experiment on; with `If-Match` only in the state that the client knows."""
    catalogue, version = experiments_of(request).catalogue, None
    if "if-match" in request.headers:
        row = await catalogue.find(ref_of(request, id))
        require_match(request, tag_of(row))
        version = row.version
    return _document(await catalogue.move(ref_of(request, id), step, version, reason))


def _document(row: StoredExperiment, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    content: dict[str, Any] = document_of(row)
    return Response(orjson.dumps(content), status, {**tagged(tag_of(row)), **(headers or {})}, "application/json")


def json_answer(content: bytes) -> Response:
    """Return JSON that nobody but its reader keeps."""
    return Response(content, headers={"Cache-Control": "private, no-cache"}, media_type="application/json")
