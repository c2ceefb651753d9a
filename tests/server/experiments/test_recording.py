"""Every event counts once, in whatever order and however often it comes."""

import asyncio
import random
from datetime import timedelta
from typing import Any

import pytest

from experiments.fate import Fate
from experiments.problems import WrongTransition
from experiments.tally import Cohort, Counts, cohort, counts_of
from server.experiments.intake import EventOutcome
from server.experiments.room import Experiments
from server.store import experiment_assignments, experiment_counters
from server.store.experiments import ExperimentRef
from tests.server.experiments.conftest import START, Clock, Tell, event

pytestmark = pytest.mark.anyio

HOUR = timedelta(hours=1)


async def counters_of(room: Experiments, ref: ExperimentRef) -> dict[Cohort, Counts]:
    async with room.catalogue.database.reading() as connection:
        found = await experiment_counters.read(connection, ref)
    return {one: counts for one, counts in found.items() if counts != Counts()}


async def total_of(room: Experiments, ref: ExperimentRef) -> dict[str, int]:
    counters = await counters_of(room, ref)
    totals = {name: sum(getattr(one, name) for one in counters.values()) for name in Counts.model_fields}
    return {name: number for name, number in totals.items() if number}


def outcomes(told: list[EventOutcome]) -> list[str]:
    return [one.outcome for one in told]


def day_of_twenty(people: list[str]) -> list[dict[str, Any]]:
    """A day with something of everything."""
    told = [event("sent", one, START) for one in people]
    told += [event("delivered", one, START + HOUR) for one in people[:18]]
    told += [event("opened", one, START + 2 * HOUR) for one in people[:9]]
    told += [event("opened", one, START + 2 * HOUR, user_agent="Mozilla/5.0") for one in people[9:12]]
    told += [event("clicked", one, START + 3 * HOUR, link="https://a.example") for one in people[:4]]
    told += [event("replied", one, START + 4 * HOUR, sentiment="positive") for one in people[:2]]
    told += [event("replied", people[5], START + timedelta(days=9))]
    told += [event("replied", people[6], START + 5 * HOUR, headers={"Auto-Submitted": "auto-replied"})]
    told += [
        event("bounced", people[18], START + HOUR, bounce="hard"),
        event("bounced", people[19], START + HOUR, bounce="soft"),
    ]
    return [*told, event("complained", people[7], START + 5 * HOUR), event("unsubscribed", people[8], START + 5 * HOUR)]


async def test_the_counters_are_the_sum_of_the_fates_in_any_order(
    room: Experiments, running: ExperimentRef, clock: Clock
) -> None:
    clock.wait(days=20)
    people = [f"r{n}" for n in range(20)]
    await room.assigning.assign(running, people)
    told = day_of_twenty(people)
    again = [*told, *told[::3]]
    random.Random(7).shuffle(again)
    for start in range(0, len(again), 7):
        await room.intake.take(running, again[start : start + 7])

    async with room.catalogue.database.reading() as connection:
        fates = [
            Fate.model_validate_json(one.fate) for one in await experiment_assignments.page(connection, running, "", 99)
        ]
    expected: dict[Cohort, Counts] = {}
    for fate in fates:
        expected[cohort(fate)] = expected.get(cohort(fate), Counts()) + counts_of(fate, 7)
    assert await counters_of(room, running) == expected
    assert await total_of(room, running) == {
        "assigned": 20, "sent": 20, "delivered": 18, "opened": 9, "opened_by_machine": 3, "clicked": 4, "replied": 2,
        "replied_positively": 2, "replied_late": 1, "auto_replied": 1, "bounced_hard": 1, "bounced_soft": 1,
        "complained": 1, "unsubscribed": 1,
    }  # fmt: skip


async def test_what_became_of_each_event_is_told(room: Experiments, running: ExperimentRef, clock: Clock) -> None:
    await room.assigning.assign(running, ["ada"])
    good = event("sent", "ada", START)
    told = await room.intake.take(
        running,
        [
            good,
            good,
            event("opened", "ada", START, user_agent="Mozilla/5.0"),
            event("sent", "nobody", START),
            {**good, "id": "2", "type": "sneezed"},
            {**good, "id": "3", "at": "2026-11-02T09:00:00"},
            {**good, "id": "4", "at": "2027-11-02T09:00:00Z"},
            {**good, "id": "5", "at": "0001-01-01T00:00:00+14:00"},
            {**good, "id": "6", "colour": "red"},
            {"type": "sent"},
            "sent",
        ],
    )
    assert outcomes(told) == ["accepted", "duplicate", "accepted", "unknown_recipient", *["refused"] * 7]
    assert [one.by for one in told[:3]] == ["human", "human", "machine"]
    assert "Apple" in told[2].reason
    assert [one.reason.partition(":")[0] for one in told[4:]] == [
        "/type", "/at", "/at", "/at", "/colour", "/id", "The event",
    ]  # fmt: skip
    assert [one.id for one in told[4:]] == ["2", "3", "4", "5", "6", None, None]


async def test_who_is_assigned_later_is_known_then(room: Experiments, running: ExperimentRef, tell: Tell) -> None:
    assert outcomes(await tell(running, "sent", ["ada"])) == ["unknown_recipient"]
    await room.assigning.assign(running, ["ada"])
    assert outcomes(await tell(running, "sent", ["ada"])) == ["accepted"]
    assert outcomes(await tell(running, "sent", ["ada"])) == ["duplicate"]


async def test_the_same_events_at_once_count_once(room: Experiments, running: ExperimentRef, tell: Tell) -> None:
    people = [f"r{n}" for n in range(1200)]
    await room.assigning.assign(running, people)
    both = await asyncio.gather(tell(running, "sent", people), tell(running, "sent", people[::-1]))
    assert sorted(outcomes(both[0]) + outcomes(both[1])) == ["accepted"] * 1200 + ["duplicate"] * 1200
    assert (await total_of(room, running))["sent"] == 1200


async def test_a_draft_has_no_events(room: Experiments, draft: ExperimentRef, tell: Tell) -> None:
    with pytest.raises(WrongTransition):
        await tell(draft, "sent", ["ada"])


async def test_nothing_new_is_no_change(room: Experiments, running: ExperimentRef, tell: Tell) -> None:
    await room.assigning.assign(running, ["ada"])
    await tell(running, "sent", ["ada"])
    before = (await room.catalogue.find(running)).revision
    await tell(running, "sent", ["ada"])
    assert (await room.catalogue.find(running)).revision == before
