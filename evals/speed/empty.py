"""An app that does nothing, for comparison: `uvicorn evals.speed.empty:create_app --factory`."""

from fastapi import FastAPI


def create_app() -> FastAPI:
    """Return an app with one route that answers an empty JSON object."""
    app = FastAPI()

    @app.post("/")
    async def nothing(body: dict[str, str]) -> dict[str, str]:
        return {}

    return app
