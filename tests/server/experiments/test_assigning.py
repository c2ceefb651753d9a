"""Whoever was assigned keeps the variant; nobody's address is kept unless that is asked for."""

import asyncio
from dataclasses import replace

import pytest

from core.settings import Settings
from experiments.assignment import assigned_variant
from experiments.experiment import Experiment
from experiments.problems import InvalidExperiment, WrongTransition
from experiments.tally import Cohort
from server.experiments.requests import ExperimentChanges, ExperimentRequest
from server.experiments.room import Experiments, open_experiments
from server.problems import NotFound
from server.store import experiment_assignments, experiment_counters
from server.store.experiments import ExperimentRef
from tests.server.experiments.conftest import TENANT

pytestmark = pytest.mark.anyio


async def test_the_variant_is_the_one_that_growthbook_gives(room: Experiments, running: ExperimentRef) -> None:
    people = [f"r{n}@northwind.example" for n in range(50)]
    given = await room.assigning.assign(running, people)
    assert [one.recipient for one in given] == people
    assert [one.variant for one in given] == ["AB"[assigned_variant(running.id, (0.5, 0.5), one)] for one in people]


async def test_a_call_of_thousands_is_one_like_any_other(room: Experiments, running: ExperimentRef) -> None:
    people = [f"r{n}" for n in range(2500)]
    given = await room.assigning.assign(running, people)
    assert await room.assigning.assign(running, people[::-1]) == given[::-1]
    async with room.catalogue.database.reading() as connection:
        counters = await experiment_counters.read(connection, running)
    assert {cohort: counts.assigned for cohort, counts in counters.items()} == {
        Cohort(name, 0, None): sum(one.variant == name for one in given) for name in "AB"
    }


async def test_one_person_in_two_spellings_is_assigned_once(room: Experiments, running: ExperimentRef) -> None:
    given = await room.assigning.assign(running, ["Ada@Northwind.example", " ada@northwind.example", "x", "x"])
    assert [one.recipient for one in given] == ["Ada@Northwind.example", " ada@northwind.example", "x", "x"]
    assert len({(one.recipient_key, one.variant) for one in given}) == 2


async def test_other_weights_move_nobody(room: Experiments, running: ExperimentRef) -> None:
    people = [f"r{n}" for n in range(200)]
    before = await room.assigning.assign(running, people)
    await room.catalogue.change(running, ExperimentChanges(weights=(0.01, 0.99)), 2)
    assert await room.assigning.assign(running, people) == before
    later = await room.assigning.assign(running, [f"s{n}" for n in range(200)])
    assert sum(one.variant == "B" for one in later) > 180


async def test_two_calls_at_once_agree(room: Experiments, running: ExperimentRef) -> None:
    people = [f"r{n}" for n in range(300)]
    one, two = await asyncio.gather(
        room.assigning.assign(running, people), room.assigning.assign(running, people[::-1])
    )
    assert one == two[::-1]
    async with room.catalogue.database.reading() as connection:
        counters = await experiment_counters.read(connection, running)
    assert sum(counts.assigned for counts in counters.values()) == 300


async def test_only_a_running_experiment_takes_somebody_new(room: Experiments, running: ExperimentRef) -> None:
    known = await room.assigning.assign(running, ["r1"])
    await room.catalogue.move(running, Experiment.pause, None)
    assert await room.assigning.assign(running, ["r1"]) == known
    with pytest.raises(WrongTransition):
        await room.assigning.assign(running, ["r1", "r2"])


async def test_who_is_nobody_is_refused(room: Experiments, running: ExperimentRef) -> None:
    with pytest.raises(InvalidExperiment):
        await room.assigning.assign(running, ["  "])
    with pytest.raises(NotFound):
        await room.assigning.assign(replace(running, tenant="another"), ["r1"])


async def test_addresses_are_kept_only_where_that_is_asked_for(
    room: Experiments, running: ExperimentRef, wanted: ExperimentRequest
) -> None:
    keeping = await room.catalogue.make(TENANT, wanted.model_copy(update={"store_recipients": True}))
    await room.catalogue.move(keeping.experiment.ref, Experiment.start, None)
    for ref, kept in ((running, None), (keeping.experiment.ref, "ada@northwind.example")):
        await room.assigning.assign(ref, ["ada@northwind.example"])
        async with room.catalogue.database.reading() as connection:
            (row,) = await experiment_assignments.page(connection, ref, "", 10)
        assert (row.recipient, "ada" in row.fate) == (kept, False)


async def test_the_names_of_recipients_survive_a_restart(room: Experiments, running: ExperimentRef) -> None:
    (before,) = await room.assigning.assign(running, ["r1"])
    again = open_experiments(Settings(), room.catalogue.database)
    assert await again.assigning.assign(running, ["r1"]) == [before]
    other = open_experiments(Settings(recipient_secret="sixteen letters or more"), room.catalogue.database)  # type: ignore[arg-type]
    assert (await other.assigning.assign(running, ["r1"]))[0].recipient_key != before.recipient_key
