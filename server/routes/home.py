"""Answer at `/`: the page for a browser, name and links for a program."""

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from server.page.serve import document
from server.version import VERSION

router = APIRouter()


@router.get("/", include_in_schema=False)
async def home(request: Request) -> Response:
    """Answer the page, or name, version, the model that writes, and links."""
    if "text/html" in request.headers.get("accept", ""):
        return document(request)
    about = {
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
    return JSONResponse(about, headers={"Vary": "Accept"})
