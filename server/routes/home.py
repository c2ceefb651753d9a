"""Say what this service is and where to look next."""

from fastapi import APIRouter, Request

from server.version import VERSION

router = APIRouter()


@router.get("/", include_in_schema=False)
async def home(request: Request) -> dict[str, object]:
    """Answer name, version, the model that writes, and links."""
    return {
        "name": "overture",
        "version": VERSION,
        "model": request.app.state.rooms.model,
        "links": {
            "generate": "/v1/campaigns/email",
            "examples": "/v1/examples",
            "documentation": "/docs",
            "openapi": "/openapi.json",
            "health": "/readyz",
        },
    }
