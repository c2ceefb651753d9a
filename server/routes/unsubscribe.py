"""One-click unsubscription of whoever an experiment wrote to (RFC 8058)."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from core.problems import InvalidRequest
from experiments.unsubscribe import asks_to_unsubscribe
from server.openapi_experiments import UNSUBSCRIBE
from server.routes.experiments import experiments_of

router = APIRouter(tags=["experiments"])

PATH = "/v1/webhooks/unsubscribe/{experiment}/{recipient_key}"


@router.post(PATH, **UNSUBSCRIBE)
async def unsubscribe(request: Request, experiment: str, recipient_key: str) -> Response:
    """Take a recipient off, as mail programs ask for it; to visit the address does nothing, for scanners do so."""
    if not asks_to_unsubscribe(request.method, await request.body()):
        raise InvalidRequest("Send List-Unsubscribe=One-Click as a form.")
    await experiments_of(request).webhooks.unsubscribe(experiment, recipient_key)
    return Response(status_code=200)
