"""Explain a problem's code: the `type` of every problem document points here."""

import inspect

from fastapi import APIRouter

from core.problems import Problem
from core.value import Value
from server.openapi_problems import problems
from server.problems import NotFound, problem_classes

router = APIRouter(tags=["service"])


class Explanation(Value):
    """What a code stands for."""

    type: str
    code: str
    status: int
    title: str
    description: str


def explanations() -> dict[str, Explanation]:
    """Return every code with its explanation; where classes share one, the most general explains it."""
    found: dict[str, Explanation] = {}
    for kind in problem_classes():
        found.setdefault(kind.code, explain(kind))
    return dict(sorted(found.items()))


def explain(kind: type[Problem]) -> Explanation:
    """Return what a class says about itself."""
    return Explanation(
        type=f"/problems/{kind.code}",
        code=kind.code,
        status=kind.status,
        title=kind.title,
        description=inspect.cleandoc(kind.__dict__.get("__doc__") or f"{kind.title}."),
    )


@router.get("/problems", summary="List every problem")
async def list_problems() -> dict[str, tuple[Explanation, ...]]:
    """Return every code that a problem document may carry."""
    return {"problems": tuple(explanations().values())}


@router.get("/problems/{code}", summary="Explain a problem's code", responses=problems(NotFound))
async def explain_problem(code: str) -> Explanation:
    """Return what the code stands for."""
    found = explanations().get(code)
    if found is None:
        raise NotFound("No problem has this code.")
    return found
