"""The example companies that come with the service: they can be read without any network."""

from fastapi import APIRouter, Request

from server.examples import Example

router = APIRouter(tags=["service"])


@router.get("/v1/examples", summary="List the bundled example companies")
async def list_examples(request: Request) -> dict[str, tuple[Example, ...]]:
    """Return companies whose website can be given as `website`, with no network and no key."""
    return {"examples": request.app.state.rooms.examples}
