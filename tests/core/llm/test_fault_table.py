"""Every way in which a model or its server is known to go wrong, over real HTTP."""

import json
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import openai
import pytest
from langchain_openai import ChatOpenAI

from core.llm.chat import ChatDoor
from core.llm.line import Limits
from core.llm.prompt import Prompt
from core.problems import ModelProblem
from evals.model_server.reply import Reply
from evals.model_server.server import ModelServer

pytestmark = pytest.mark.anyio

ROWS: list[dict[str, Any]] = json.loads(Path(__file__).with_name("faults.json").read_text())
HERE = [row for row in ROWS if "elsewhere" not in row]

Serve = Callable[..., Awaitable[ModelServer]]


def replies(row: dict[str, Any]) -> list[Reply]:
    return [Reply(**{name: _read(name, value) for name, value in reply.items()}) for reply in row.get("replies", ())]


def _read(name: str, value: Any) -> Any:
    if name == "content" and isinstance(value, list):  # a text and how often it is repeated
        return value[0] * value[1]
    return tuple(value) if name == "events" else value


@pytest.mark.parametrize("row", HERE, ids=lambda row: row["id"])
async def test_a_fault_ends_in_an_answer_or_in_its_problem(
    row: dict[str, Any],
    prompt: Prompt,
    draft: Any,
    serve: Serve,
    door_to: Callable[..., ChatDoor],
    caplog: pytest.LogCaptureFixture,
) -> None:
    server = await serve(*replies(row), again=row.get("again", False))
    door = door_to("http://127.0.0.1:9/v1" if row.get("unreachable") else server.url, row.get("seconds", 5))
    began = time.monotonic()
    outcome = await outcome_of(door, prompt, draft)
    assert (outcome["outcome"], server.count) == (row["outcome"], row["requests"])
    assert outcome.items() >= {name: row[name] for name in ("retry_after", "estimated", "model") if name in row}.items()
    assert time.monotonic() - began < row.get("seconds", 5) + 1
    assert "sk-secret" not in caplog.text


@pytest.mark.filterwarnings("ignore:Invalid schema for OpenAI")
@pytest.mark.parametrize("row", [row for row in HERE if "replies" in row], ids=lambda row: row["id"])
async def test_the_door_does_the_same_for_langchains_own_model(
    row: dict[str, Any], prompt: Prompt, draft: Any, serve: Serve, time_machine: Any
) -> None:
    expected = row | row.get("stock", {})
    server = await serve(*replies(row), again=row.get("again", False))
    seconds = row.get("seconds", 5)
    async with openai.DefaultAioHttpClient() as client:
        model = ChatOpenAI(
            model="m1",
            api_key="sk-secret-0123",
            base_url=server.url,
            max_retries=0,
            timeout=seconds / 2,
            http_async_client=client,
        )
        limits = Limits(seconds)
        door = ChatDoor(model, "m1", limits, clock=time_machine, sleep=time_machine.sleep, chance=lambda: 0.0)
        outcome = await outcome_of(door, prompt, draft, streamed=row["id"] >= "llm-61")
    assert (outcome["outcome"], server.count) == (expected["outcome"], expected["requests"])


async def outcome_of(door: ChatDoor, prompt: Prompt, shape: Any, *, streamed: bool = False) -> dict[str, Any]:
    """Return what the caller gets, and check what holds for every answer and every problem."""
    listening = {"readable": ("body",), "on_text": lambda *_: None} if streamed else {}
    try:
        answer = await door.answer(prompt, shape, **listening)
    except ModelProblem as problem:
        check_problem(problem)
        return {"outcome": problem.code, "retry_after": problem.retry_after}
    check_text(answer.value.model_dump_json())
    return {"outcome": "answer", "estimated": answer.calls[-1].estimated, "model": answer.calls[-1].model}


def check_problem(problem: ModelProblem) -> None:
    assert "sk-secret" not in json.dumps(problem.body())
    assert problem.__cause__ is None
    assert problem.__context__ is None


def check_text(answer: str) -> None:
    body = json.loads(answer.encode())["body"]
    assert body.startswith("Hi {{first_name}},\n\nWe ship samples in ")
    assert "\x07" not in body


def test_no_fault_is_forgotten() -> None:
    assert [row["id"] for row in ROWS] == [f"llm-{number:02}" for number in range(1, 75)]
    assert all(row["elsewhere"] for row in ROWS if row not in HERE)
