"""Settle for the best round where a further one cannot be written."""

from collections.abc import Mapping
from typing import Any

from core.problems import ModelProblem
from core.rounds import Revision, Round
from graph.state import State


def settled(values: Mapping[str, Any], problem: ModelProblem) -> State | None:
    """Return the state that ends the writing with the best round so far; None where no round was scored yet.

    It is put into the thread as the scoring step's. A pack is whole or it is none: what is delivered is the round that
    was scored, never a mixture of it with what the failing one had written.
    """
    best, revision = values.get("best"), values.get("revision")
    if not isinstance(best, Round) or not isinstance(revision, Revision):
        return None
    return {
        "subject_lines": best.subject_lines,
        "outreach": best.outreach,
        "follow_up": best.follow_up,
        "tone": best.tone,
        "claims": best.claims,
        "remarks": best.remarks,
        "quality": best.quality,
        "revision": None,
        "calls": problem.calls,
        "warnings": (f"A further round of writing failed ({problem.code}); this is the best round before it.",),
    }
