"""All processes together stay below the provider's rate limit."""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from core.problems import ModelOverloaded
from core.settings import Settings
from server.pace import MARGIN_SECONDS, Measure, SharedPace, shared_pace
from server.store.problems import StoreUnavailable

pytestmark = pytest.mark.anyio

ROOT = Path(__file__).parents[2]
WINDOW = 0.5  # seconds, instead of a minute


@pytest.fixture
def model(tmp_path: Path, database_address: str) -> dict[str, Any]:
    """Return the settings of a service whose model is a provider's."""
    return {"data_dir": str(tmp_path), "database": database_address, "model": "m1"}


def run_two(settings: dict[str, Any], requests: int, tokens: int) -> list[dict[str, Any]]:
    """Let two processes send as many requests each, at the same time, and return what they say."""
    given = [json.dumps(settings), str(WINDOW), str(requests), str(tokens)]
    command = [sys.executable, "-m", "tests.server.paced_process", *given]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "cwd": ROOT}
    environment = {**os.environ, "OPENAI_API_KEY": "sk-test"}
    both = [subprocess.Popen(command, env=environment, **pipes) for _ in range(2)]
    for process in both:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    time.sleep(WINDOW + MARGIN_SECONDS)  # the places of their first requests are free again
    for process in both:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    said = [process.communicate(timeout=60)[0] for process in both]
    return [json.loads(text) for text in said]


def fullest_window(went: list[float]) -> int:
    """Return the most requests in any window of time."""
    went = sorted(went)
    return max(sum(start <= one < start + WINDOW for one in went) for start in went)


@pytest.mark.parametrize(
    ("database_address", "limit", "tokens", "most"),
    [
        ("sqlite", {"model_requests_per_minute": 12, "model_tokens_per_minute": 50_000}, 6_000, 8),
        ("postgresql", {"model_requests_per_minute": 8}, 1, 8),
    ],
    indirect=["database_address"],
)
def test_two_processes_together_never_exceed_a_limit(
    model: dict[str, Any], limit: dict[str, int], tokens: int, most: int
) -> None:
    said = run_two({**model, **limit}, 10, tokens)
    went = [one for process in said for one in process["went"]]

    assert len(went) == 20
    assert fullest_window(went) <= most
    assert fullest_window(went) >= most - 1, "what the limit leaves is used"
    assert all(process["went"] for process in said)
    assert max(process["stall"] for process in said) < 0.25, "the event loop waits for no database"


@pytest.fixture
async def pace(model: dict[str, Any]) -> AsyncIterator[SharedPace]:
    pace = shared_pace(Settings(**model, model_requests_per_minute=3), WINDOW)
    assert pace
    yield pace
    await pace.aclose()


async def test_who_would_wait_too_long_is_told_at_once_for_how_long(pace: SharedPace) -> None:
    for _ in range(3):
        await pace.admit(1, 5)
    began = time.monotonic()
    with pytest.raises(ModelOverloaded) as met:
        await pace.admit(1, 0.3)
    assert time.monotonic() - began < WINDOW  # it did not wait for a place
    assert met.value.retry_after in (1, 2)  # what is left of the window and its margin, rounded up
    await pace.admit(1, 5)
    assert time.monotonic() - began >= WINDOW


async def test_who_is_behind_others_leaves_when_its_time_is_over(pace: SharedPace) -> None:
    for _ in range(3):
        await pace.admit(1, 5)
    ahead = asyncio.create_task(pace.admit(1, 5))
    await asyncio.sleep(0)
    with pytest.raises(ModelOverloaded):
        await pace.admit(1, 0.05)
    await ahead


async def test_a_request_that_exceeds_a_window_by_itself_gets_one_for_itself(model: dict[str, Any]) -> None:
    pace = shared_pace(Settings(**model, model_tokens_per_minute=1000), WINDOW)
    assert pace
    began = time.monotonic()
    await pace.admit(5_000, 5)
    await pace.admit(1, 5)
    assert time.monotonic() - began >= WINDOW
    await pace.aclose()


@pytest.mark.parametrize("database_address", ["postgresql://nobody@127.0.0.1:9/none"])
async def test_a_database_that_does_not_answer_is_the_services_problem(
    model: dict[str, Any], pace: SharedPace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.store.places.CONNECT_SECONDS", 0.1)
    with pytest.raises(StoreUnavailable):
        await pace.admit(1, 5)


@pytest.mark.parametrize(
    "settings",
    [{"model": "m1"}, {"model": "offline", "model_requests_per_minute": 1, "model_tokens_per_minute": 1}],
)
def test_without_a_limit_or_a_provider_there_is_no_pace(settings: dict[str, Any]) -> None:
    assert shared_pace(Settings(**settings)) is None


@pytest.mark.parametrize(
    ("per_minute", "tokens", "units", "limit"),
    [(1_000, 700, 700, 1_000), (30_000_000, 4_000, 3, 20_000), (200_000, 4_001, 401, 20_000), (100, 0, 1, 100)],
)
def test_tokens_are_counted_in_units_that_keep_the_count_short(
    per_minute: int, tokens: int, units: int, limit: int
) -> None:
    measure = Measure.of_tokens(per_minute)
    assert (measure.weight(tokens), measure.limit) == (units, limit)
    assert measure.limit * measure.tokens <= per_minute
