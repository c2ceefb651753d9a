"""Experiments are kept, found by their tenant only, changed as far as their state allows, and removed whole."""

import asyncio
from collections.abc import Callable

import pytest

from core.problems import Problem
from experiments.experiment import Experiment
from experiments.problems import InvalidExperiment, WrongTransition
from server.campaigns import Once
from server.conditional import PreconditionFailed
from server.experiments.catalogue import experiment_of
from server.experiments.requests import ExperimentChanges, ExperimentRequest
from server.experiments.room import Experiments
from server.idempotency import IdempotencyKeyReused
from server.problems import NotFound
from server.store.experiments import ExperimentRef
from tests.server.experiments.conftest import TENANT, Clock, Tell

pytestmark = pytest.mark.anyio

MOVES: dict[str, Callable[[Experiment], Experiment]] = {
    "start": Experiment.start,
    "pause": Experiment.pause,
    "stop": Experiment.stop,
    "decide": lambda experiment: experiment.decide("A"),
}


async def test_a_draft_is_found_by_its_tenant_only(room: Experiments, draft: ExperimentRef) -> None:
    assert (await room.catalogue.find(draft)).state == "draft"
    with pytest.raises(NotFound):
        await room.catalogue.find(ExperimentRef("another", draft.id))


@pytest.mark.parametrize(
    ("moves", "state", "times"),
    [
        (["start"], "running", (0, None)),
        (["start", "pause"], "paused", (0, None)),
        (["start", "pause", "start"], "running", (0, None)),
        (["start", "stop"], "stopped", (0, 1)),
        (["start", "stop", "decide"], "decided", (0, 1)),
        (["start", "pause", "decide"], "decided", (0, 2)),
    ],
)
async def test_an_experiment_moves_from_state_to_state(
    room: Experiments, draft: ExperimentRef, clock: Clock, moves: list[str], state: str, times: tuple[int, int | None]
) -> None:
    began = clock()
    for move in moves:
        row = await room.catalogue.move(draft, MOVES[move], None, f"reason {move}")
        clock.wait(hours=1)
    assert (row.state, row.version, row.reason) == (state, len(moves) + 1, f"reason {moves[-1]}")
    assert experiment_of(row).decided_for == ("A" if state == "decided" else None)
    assert (row.started_at, row.ended_at) == (began, None if times[1] is None else began + 3600 * times[1])


@pytest.mark.parametrize("move", ["pause", "stop", "decide"])
async def test_a_wrong_step_changes_nothing(room: Experiments, draft: ExperimentRef, move: str) -> None:
    before = await room.catalogue.find(draft)
    with pytest.raises(WrongTransition):
        await room.catalogue.move(draft, MOVES[move], None)
    assert await room.catalogue.find(draft) == before


async def test_of_two_changes_to_the_same_version_one_is_made(room: Experiments, draft: ExperimentRef) -> None:
    wishes = [ExperimentChanges(name=name) for name in ("one", "two")]
    done = await asyncio.gather(*(room.catalogue.change(draft, wish, 1) for wish in wishes), return_exceptions=True)
    assert sorted(type(one).__name__ for one in done) == ["PreconditionFailed", "StoredExperiment"]
    with pytest.raises(PreconditionFailed):
        await room.catalogue.delete(draft, 1)


async def test_a_draft_can_be_planned_anew(room: Experiments, draft: ExperimentRef, wanted: ExperimentRequest) -> None:
    assert wanted.variants
    third = wanted.variants[0].model_copy(update={"name": "C", "subject_line": "One invoice of yours"})
    changes = ExperimentChanges(variants=(*wanted.variants, third), baseline_rate=0.02, store_recipients=True)
    row = await room.catalogue.change(draft, changes, 1)
    experiment = experiment_of(row)
    assert (experiment.names, experiment.weights) == (("A", "B", "C"), (1 / 3, 1 / 3, 1 / 3))
    assert (experiment.baseline_rate, row.store_recipients) == (0.02, True)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        (ExperimentChanges(window_days=14), WrongTransition),
        (ExperimentChanges(store_recipients=True), WrongTransition),
        (ExperimentChanges(weights=(0.5, 0.4)), InvalidExperiment),
        (ExperimentChanges(weights=(0.5, 0.25, 0.25)), InvalidExperiment),
    ],
)
async def test_a_running_experiment_keeps_its_plan(
    room: Experiments, running: ExperimentRef, changes: ExperimentChanges, problem: type[Problem]
) -> None:
    with pytest.raises(problem):
        await room.catalogue.change(running, changes, 2)


async def test_name_and_weights_change_while_it_runs(room: Experiments, running: ExperimentRef) -> None:
    row = await room.catalogue.change(running, ExperimentChanges(name="other", weights=(0.9, 0.1)), 2)
    assert (experiment_of(row).name, experiment_of(row).phases) == ("other", ((0.5, 0.5), (0.9, 0.1)))


async def test_a_draft_that_is_no_test_is_refused(room: Experiments, draft: ExperimentRef) -> None:
    with pytest.raises(InvalidExperiment, match="exceed 1"):
        await room.catalogue.change(draft, ExperimentChanges(baseline_rate=0.6), 1)


async def test_experiments_are_listed_newest_first_in_pages(
    room: Experiments, wanted: ExperimentRequest, clock: Clock
) -> None:
    ids = []
    for _ in range(5):
        ids.append((await room.catalogue.make(TENANT, wanted)).experiment.id)
        clock.wait(seconds=1)
    await room.catalogue.make("another", wanted)
    await room.catalogue.move(ExperimentRef(TENANT, ids[0]), Experiment.start, None)

    first = await room.catalogue.list(TENANT, None, None, 3)
    second = await room.catalogue.list(TENANT, None, first.next, 3)
    assert [one.id for one in (*first.experiments, *second.experiments)] == ids[::-1]
    assert second.next is None
    assert [one.id for one in (await room.catalogue.list(TENANT, "running", None, 3)).experiments] == ids[:1]


async def test_the_same_key_makes_one_experiment(room: Experiments, wanted: ExperimentRequest) -> None:
    once = Once("POST /v1/experiments", "k", "f")
    made = await asyncio.gather(*(room.catalogue.make(TENANT, wanted, once) for _ in range(3)))
    assert len({one.experiment.id for one in made}) == 1
    assert sorted(one.replayed for one in made) == [False, True, True]
    with pytest.raises(IdempotencyKeyReused):
        await room.catalogue.make(TENANT, wanted, Once(once.route, once.key, "other"))


async def test_a_campaign_that_is_not_there_makes_no_experiment(room: Experiments) -> None:
    with pytest.raises(InvalidExperiment) as refused:
        await room.catalogue.make(TENANT, ExperimentRequest(name="x", campaign="cmp_none"))
    assert [error.pointer for error in refused.value.errors] == ["/campaign"]


async def test_a_running_experiment_is_not_deleted(room: Experiments, running: ExperimentRef) -> None:
    with pytest.raises(WrongTransition):
        await room.catalogue.delete(running, 2)


async def test_a_deleted_experiment_leaves_no_row(
    room: Experiments, running: ExperimentRef, wanted: ExperimentRequest, tell: Tell
) -> None:
    from server.store import experiment_assignments, experiment_counters, experiment_events

    people = [f"r{n}" for n in range(20)]
    await room.assigning.assign(running, people)
    told = await tell(running, "sent", people)
    row = await room.catalogue.move(running, Experiment.stop, None)
    other = (await room.catalogue.make(TENANT, wanted)).experiment.ref
    await room.catalogue.delete(running, row.version)
    with pytest.raises(NotFound):
        await room.catalogue.find(running)
    assert room.removal.wanted.is_set()
    await room.removal.remove()

    async with room.catalogue.database.reading() as connection:
        assert await experiment_assignments.page(connection, running, "", 1) == []
        assert await experiment_counters.read(connection, running) == {}
        assert await experiment_events.known(connection, running, [one.id or "" for one in told]) == set()
    assert (await room.catalogue.find(other)).state == "draft"
