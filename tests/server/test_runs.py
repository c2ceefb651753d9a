"""Runs: what they tell, how they end, who shares them."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from core.pack import ModelCall
from core.problems import ModelTimeout, QueueFull, RunTimeout
from core.request import CampaignRequest
from server.problems import RunCancelled
from server.runs import FinishedPack, Runs, Watch

pytestmark = pytest.mark.anyio

REQUEST = CampaignRequest(website="https://quillmark.example")
MakeRuns = Callable[..., Runs]


async def forget(pack: FinishedPack) -> None:
    """Keep nothing."""


def start(runs: Runs, key: str = "k") -> Watch:
    return runs.start(key, REQUEST, fresh=False, keep=forget)


async def told(watch: Watch) -> list[tuple[str, str, int]]:
    """Return every event as name, node and round."""
    return [
        (logged.event.name, getattr(logged.event, "node", ""), getattr(logged.event, "round", 0))
        async for logged in watch.run.log.follow()
    ]


async def test_a_revision_runs_steps_again_as_further_rounds(make_runs: MakeRuns, script: Any) -> None:
    script.rounds = 3
    events = await told(start(make_runs()))

    def rounds(name: str) -> list[int]:
        return [round_ for told_name, node, round_ in events if (told_name, node) == (name, "outreach")]

    assert rounds("node.started") == rounds("node.finished") == [1, 2, 3]
    assert rounds("node.delta") == [1, 1, 2, 2, 3, 3]


async def test_a_failing_step_fails_the_run_and_stops_its_neighbours(make_runs: MakeRuns, script: Any) -> None:
    script.error, script.seconds = ModelTimeout(), 10
    watch = start(make_runs())
    events = await told(watch)
    failed = {
        logged.event.node: logged.event.problem["code"]
        for logged in watch.run.log.since()
        if logged.event.name == "node.failed"
    }

    assert failed == {"subject_lines": "llm_timeout", "outreach": "run_cancelled"}
    assert events[-1][0] == "run.failed"
    assert script.stopped == ["outreach"]
    with pytest.raises(ModelTimeout):
        await watch.run.result()


async def test_the_deadline_stops_the_run(make_runs: MakeRuns, script: Any) -> None:
    script.seconds = 10
    watch = start(make_runs(seconds=0.05))

    with pytest.raises(RunTimeout):
        await watch.run.result()
    assert script.stopped == ["outreach"]
    assert [event[:2] for event in await told(watch)][-2:] == [("node.failed", "outreach"), ("run.failed", "")]


async def test_a_timeout_within_a_step_is_not_the_deadline(make_runs: MakeRuns, script: Any) -> None:
    script.error = TimeoutError()
    watch = start(make_runs())
    await told(watch)
    assert watch.run.problem is not None
    assert watch.run.problem.code == "internal_error"


async def test_the_last_one_to_leave_stops_the_running_step(make_runs: MakeRuns, script: Any) -> None:
    script.seconds = 10
    runs = make_runs()
    first = start(runs)
    second = runs.join("k")
    assert second is not None
    await script.outreach_runs.wait()

    first.close()
    first.close()
    await asyncio.sleep(0.01)
    assert script.stopped == []
    second.close()
    assert runs.join("k") is None
    with pytest.raises(RunCancelled):
        await first.run.result()
    assert script.stopped == ["outreach"]
    assert first.run.status == "cancelled"


async def test_a_run_left_before_its_first_step_is_over_too(make_runs: MakeRuns, script: Any) -> None:
    runs = make_runs()
    watch = start(runs)
    watch.close()

    assert [event[0] for event in await told(watch)] == ["run.failed"]
    assert script.runs == 0


async def test_a_pack_is_kept_before_its_last_event_is_told(make_runs: MakeRuns) -> None:
    kept: list[FinishedPack] = []

    async def keep(pack: FinishedPack) -> None:
        await asyncio.sleep(0.01)
        assert not watch.run.log.closed
        kept.append(pack)

    watch = make_runs().start("k", REQUEST, fresh=False, keep=keep)
    assert [await watch.run.result()] == kept


async def test_one_more_run_than_allowed_is_refused(make_runs: MakeRuns, script: Any) -> None:
    script.seconds = 10
    runs = make_runs(most=2)
    start(runs, "a"), start(runs, "b")

    with pytest.raises(QueueFull) as full:
        start(runs, "c")
    assert full.value.retry_after
    await runs.stop()
    start(runs, "c").close()


async def test_stopping_ends_every_log(make_runs: MakeRuns, script: Any) -> None:
    script.seconds = 10
    runs = make_runs()
    watch = start(runs)
    await script.outreach_runs.wait()
    await runs.stop()

    assert (await told(watch))[-1][0] == "run.failed"
    assert runs.join("k") is None


async def test_a_step_from_the_graphs_cache_is_told_like_any_other(make_runs: MakeRuns, script: Any) -> None:
    script.cached_steps = True
    runs = make_runs()
    await told(start(runs))
    watch = start(runs)
    await told(watch)

    finished = [logged.event for logged in watch.run.log.since() if logged.event.name == "node.finished"]
    assert (finished[0].node, finished[0].cached) == ("read_website", True)
    assert script.runs == 1


async def test_text_that_is_written_anew_is_taken_back_first(make_runs: MakeRuns, script: Any) -> None:
    script.texts = ("Dear", None, "Hi ")
    watch = start(make_runs())
    await told(watch)
    assert [e.event.text for e in watch.run.log.since() if e.event.name == "node.delta"] == ["Dear", None, "Hi "]


async def test_a_failed_step_tells_what_was_paid_for_nothing(make_runs: MakeRuns, script: Any) -> None:
    problem = ModelTimeout()
    problem.calls = (ModelCall(step="subject_lines", model="double", input_tokens=7, output_tokens=1),)
    script.error = problem
    watch = start(make_runs())
    await told(watch)
    failed = next(e.event for e in watch.run.log.since() if e.event.name == "node.failed")
    assert (failed.node, failed.model_calls, failed.tokens) == ("subject_lines", 1, 8)
