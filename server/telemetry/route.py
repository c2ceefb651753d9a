"""GET /metrics: what Prometheus scrapes."""

from fastapi import APIRouter, Request
from prometheus_client.exposition import choose_encoder
from starlette.responses import Response

from server.telemetry.metrics import Metrics

router = APIRouter(tags=["service"])


@router.get("/metrics", summary="Give the figures for Prometheus", response_class=Response)
async def give_metrics(request: Request) -> Response:
    """Answer in Prometheus's text format, or in OpenMetrics where `Accept` asks for it."""
    metrics: Metrics = request.app.state.telemetry.metrics
    await metrics.refresh()
    encode, content_type = choose_encoder(request.headers.get("accept", ""))
    return Response(encode(metrics.registry), headers={"Content-Type": content_type})
