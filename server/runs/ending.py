"""How a run ends: with a pack, or with a problem."""

import orjson

from core.pack import Pack
from core.problems import Problem
from server.events import RunFailed, RunFinished, event_json
from server.runs.finished_pack import FinishedPack
from server.runs.problems import RunCancelled
from server.store.rows import Ending, NewEvent, RunRef


def finished(pack: Pack, stored: FinishedPack) -> Ending:
    """Return the end of a run that has delivered."""
    event = RunFinished(stored.id, orjson.Fragment(stored.json))
    return Ending(
        status="finished",
        event=NewEvent(event.name, event_json(event).decode()),
        pack=stored.json,
        company=pack.company.name,
        score=pack.quality.score,
    )


def failed(ref: RunRef, problem: Problem) -> Ending:
    """Return the end of a run that has failed, or was cancelled."""
    document = {**problem.body(), "instance": f"urn:campaign:{ref.campaign}"}
    event = RunFailed(ref.campaign, document)
    return Ending(
        status="cancelled" if isinstance(problem, RunCancelled) else "failed",
        event=NewEvent(event.name, event_json(event).decode()),
        problem=orjson.dumps(document).decode(),
    )
