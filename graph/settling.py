"""Settle for the best round where a further one cannot be written."""

from core.problems import ModelProblem
from graph.state import State


def settled(values: State, problem: ModelProblem) -> State | None:
    """Return the state that ends the writing with the best round so far; None where no round was scored yet.

    It is put into an empty thread as the scoring step's: in the old one the step that failed would be run again. A pack
    is whole or it is none: what is delivered is the round that was scored, and nothing of the failing one.
    """
    best = values.get("best")
    if best is None or values.get("revision") is None:
        return None
    said = f"A further round of writing failed ({problem.code}); this is the best round before it."
    return {
        **values,
        "subject_lines": best.subject_lines,
        "outreach": best.outreach,
        "follow_up": best.follow_up,
        "tone": best.tone,
        "claims": best.claims,
        "remarks": best.remarks,
        "quality": best.quality,
        "revision": None,
        "calls": (*values.get("calls", ()), *problem.calls),
        "warnings": (*values.get("warnings", ()), said),
    }
