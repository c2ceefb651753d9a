"""Show what is cached, and drop it by website, by campaign, or all together."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Query, Request

from core.given import Line, WebAddress
from core.problems import FieldProblem, InvalidRequest
from core.value import Value
from nodes.website.cached import site_name
from nodes.website.problems import UrlInvalid, UrlNotAllowed
from server.caches.caches import Caches, SubjectOf
from server.caches.figures import AllFigures, Dropped
from server.openapi_problems import problems
from server.problems import NotFound
from server.tenancy import tenant_of

router = APIRouter(tags=["cache"])


class Selection(Value):
    """What to drop: exactly one of the three."""

    website: WebAddress | None = None
    """Everything about this website: its pages, models' answers and packs; `www` makes no difference."""
    campaign: Line | None = None
    """Everything about the company that this campaign is about."""
    all: bool = False
    """Everything of yours."""

    def require_one(self) -> None:
        """Raise InvalidRequest unless exactly one was given."""
        names = tuple(type(self).model_fields)
        given = tuple(name for name in names if getattr(self, name))
        if len(given) == 1:
            return
        told = "Give exactly one of website, campaign and all=true."
        errors = tuple(FieldProblem(pointer=f"/query/{name}", detail=told) for name in given or names)
        raise InvalidRequest(told, errors=errors)


@router.get("/v1/cache", summary="Show what is cached")
async def show_cache(request: Request) -> AllFigures:
    """Count the entries of pages, models' answers and packs that are kept for you, and how often they were used."""
    return await asyncio.to_thread(_caches(request).figures, tenant_of(request))


@router.delete(
    "/v1/cache", summary="Drop what is cached", responses=problems(NotFound, InvalidRequest, UrlInvalid, UrlNotAllowed)
)
async def drop_cache(request: Request, selection: Annotated[Selection, Query()]) -> Dropped:
    """Drop by `website`, by `campaign`, or all of yours with `all=true`; say how many entries went.

    Campaigns themselves stay. A run that is under way keeps what it reads and writes afterwards.
    """
    selection.require_one()
    caches, tenant = _caches(request), tenant_of(request)
    if selection.all:
        return await asyncio.to_thread(caches.drop_all, tenant)
    return await asyncio.to_thread(caches.drop, tenant, await _subject(request, tenant, selection))


async def _subject(request: Request, tenant: str, selection: Selection) -> str:
    """Return what the website's or the campaign's entries are kept under; raise NotFound for no campaign of theirs."""
    if selection.website:
        return site_name(selection.website)
    subject_of: SubjectOf = request.app.state.rooms.subject_of
    subject = await subject_of(tenant, selection.campaign or "")
    if subject is None:
        raise NotFound("You have no campaign with this id.")
    return subject


def _caches(request: Request) -> Caches:
    caches: Caches = request.app.state.rooms.caches
    return caches
