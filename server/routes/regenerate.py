"""One part of a finished campaign, written anew over HTTP."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from core.request import CampaignRequest
from server.bodies import read_body
from server.campaigns import Anew, Once, Wish
from server.idempotency import fingerprint, idempotency_key
from server.openapi_regenerate import REGENERATE
from server.regenerate import RegenerateRequest, pack_of
from server.routes.campaigns import PATH, answered, campaigns_of
from server.store.rows import RunKind
from server.tenancy import tenant_of

router = APIRouter(tags=["campaigns"])

ROUTE = PATH + "/{id}/regenerate"
ANY = PATH + "/*/regenerate"


@router.post(ROUTE, **REGENERATE)
async def regenerate_part(request: Request, id: str) -> Response:
    """Write one part of a finished campaign anew, as a campaign of its own."""

    async def wish_of(request: Request, kind: RunKind) -> Wish:
        return await _wish(request, id, kind)

    return await answered(request, wish_of)


async def _wish(request: Request, id: str, kind: RunKind) -> Wish:
    asked = await read_body(request, RegenerateRequest)
    tenant = tenant_of(request)
    origin = await campaigns_of(request).find(tenant, id)
    pack_of(origin)
    key = idempotency_key(request)
    return Wish(
        tenant,
        CampaignRequest.model_validate_json(origin.request),
        kind=kind,
        once=Once(f"POST {ROUTE}", key, fingerprint(asked, id)) if key else None,
        traceparent=request.app.state.telemetry.traces.traceparent(),
        regenerate=Anew(id, asked),
    )
