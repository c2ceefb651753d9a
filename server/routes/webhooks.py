"""Webhooks of sending platforms: what was delivered, opened, clicked, bounced or complained about."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from experiments.providers.webhook import Webhook
from server.openapi_experiments import WEBHOOK
from server.problems import BodyTooLarge
from server.routes.experiments import experiments_of

router = APIRouter(tags=["experiments"])

PATH = "/v1/webhooks/{provider}"
LARGE = ("/v1/webhooks/*",)
MOST_BYTES = 4 * 1024 * 1024  # SendGrid's batches have 768 kB at most, Mandrill's 1,000 events some 2 MB


@router.post(PATH, **WEBHOOK)
async def take_webhook(request: Request, provider: str) -> Response:
    """Take what a platform reports, if its signature is right."""
    webhooks = experiments_of(request).webhooks
    webhooks.provider(provider)  # before anything is read: for others there is no such address
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise BodyTooLarge
    await webhooks.take(provider, Webhook(bytes(body), dict(request.headers), str(request.url)))
    return Response(status_code=200)
