"""Results are the domain's, computed once after each change; an early claim stands."""

import asyncio
from datetime import UTC, timedelta

import orjson
import pytest

from experiments.experiment import Experiment
from experiments.recommendation import recommend
from experiments.results import results
from server.experiments.catalogue import experiment_of
from server.experiments.figures import Claim
from server.experiments.room import Experiments
from server.experiments.schemas import figures_schemas
from server.problems import NotFound
from server.store import experiment_counters
from server.store.experiments import ExperimentRef
from tests.server.experiments.conftest import START, Clock, Tell

pytestmark = pytest.mark.anyio


async def assigned(room: Experiments, ref: ExperimentRef, people: int) -> dict[str, list[str]]:
    """Return so many recipients by their variant."""
    given = await room.assigning.assign(ref, [f"r{n}" for n in range(people)])
    return {name: [one.recipient for one in given if one.variant == name] for name in "AB"}


async def test_results_and_recommendation_are_those_of_the_domain(
    room: Experiments, running: ExperimentRef, tell: Tell, clock: Clock
) -> None:
    arms = await assigned(room, running, 300)
    await tell(running, "sent", [*arms["A"], *arms["B"]])
    clock.wait(days=2)
    await tell(running, "replied", [*arms["A"][:9], *arms["B"][:4]])
    figures = await room.analysis.of(running)

    async with room.catalogue.database.reading() as connection:
        counters = await experiment_counters.read(connection, running)
    found = results(experiment_of(await room.catalogue.find(running)), counters, clock.now)
    told = orjson.loads(figures.results)
    (point,) = told.pop("series")
    assert told == found.model_dump(mode="json")
    assert orjson.loads(figures.recommendation) == recommend(found).model_dump(mode="json")
    assert (point["at"], point["replied"]) == ("2026-11-02", [9, 4])


async def test_many_readers_cost_one_computation(room: Experiments, running: ExperimentRef, tell: Tell) -> None:
    await assigned(room, running, 20)
    first, *others = await asyncio.gather(*(room.analysis.of(running) for _ in range(20)))
    assert all(one is first for one in others)
    assert await room.analysis.of(running) is first
    await tell(running, "sent", ["r1"])
    assert (await room.analysis.of(running)).revision > first.revision


async def test_figures_grow_old_with_the_windows(
    room: Experiments, running: ExperimentRef, tell: Tell, clock: Clock
) -> None:
    await assigned(room, running, 20)
    await tell(running, "sent", [f"r{n}" for n in range(20)])
    open_windows = orjson.loads((await room.analysis.of(running)).results)
    clock.wait(days=8)
    over = orjson.loads((await room.analysis.of(running)).results)
    assert sum(arm["settled_sent"] for arm in open_windows["variants"]) == 0
    assert sum(arm["settled_sent"] for arm in over["variants"]) == 20


async def test_an_early_claim_stands_when_the_lead_melts(
    room: Experiments, running: ExperimentRef, tell: Tell, clock: Clock
) -> None:
    arms = await assigned(room, running, 800)
    await tell(running, "sent", [*arms["A"], *arms["B"]])
    clock.wait(days=1)
    await tell(running, "replied", arms["B"][:60])
    claimed = orjson.loads((await room.analysis.of(running)).recommendation)
    assert (claimed["verdict"], claimed["variant"]) == ("winner_early", "B")

    clock.wait(hours=1)
    await tell(running, "replied", arms["A"][:60])
    standing = orjson.loads((await room.analysis.of(running)).recommendation)
    assert (standing["verdict"], standing["variant"]) == ("winner_early", "B")
    assert standing["reason"] == f"Found on 03 November 2026, and it stands: {claimed['reason']}"
    row = await room.catalogue.find(running)
    assert Claim.model_validate_json(row.claim or "") == Claim(
        variant="B", at=START.astimezone(UTC) + timedelta(days=1), reason=claimed["reason"]
    )


async def test_harm_is_told_whatever_was_claimed(
    room: Experiments, running: ExperimentRef, tell: Tell, clock: Clock
) -> None:
    arms = await assigned(room, running, 800)
    await tell(running, "sent", [*arms["A"], *arms["B"]])
    await tell(running, "replied", arms["B"][:60])
    await room.analysis.of(running)
    clock.wait(hours=1)
    await tell(running, "complained", arms["B"][:12])
    assert orjson.loads((await room.analysis.of(running)).recommendation)["verdict"] == "stopped_guardrail"


async def test_a_decision_is_seen_in_the_results(room: Experiments, running: ExperimentRef) -> None:
    await room.analysis.of(running)
    await room.catalogue.move(running, Experiment.stop, None)
    figures = await room.analysis.of(running)
    assert (orjson.loads(figures.results)["state"], figures.over) == ("stopped", True)


async def test_an_experiment_that_is_not_there_has_no_figures(room: Experiments) -> None:
    with pytest.raises(NotFound):
        await room.analysis.of(ExperimentRef("t", "exp_none"))


def test_the_schemas_that_are_documented_are_those_of_the_code() -> None:
    from importlib.resources import files

    from server.experiments.schemas import FIGURES

    kept = orjson.loads(files("server.experiments").joinpath(FIGURES).read_bytes())
    assert kept == figures_schemas()
