"""Every way in which a model or its server is known to go wrong, over real HTTP.

`faults.json` holds one row per fault: what the server does, and in what the call ends. A row that needs more than one
call of the door names the tests that have it (`elsewhere`) and says why (`because`).
"""

import ast
import asyncio
import itertools
import json
import ssl
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import openai
import pytest
from langchain_openai import ChatOpenAI

from core.llm.chat import ChatDoor
from core.llm.line import Limits
from core.llm.prompt import Prompt
from core.problems import ModelProblem
from evals.model_server.compose import CannedComposer
from evals.model_server.reply import Reply
from evals.model_server.server import ModelServer
from tests.core.llm.certificates import self_signed
from tests.core.llm.fault_rows import HERE, ROWS, Row, replies

pytestmark = pytest.mark.anyio

ROOT = Path(__file__).parents[3]
FIRST_STREAM = "llm-61"
"""From here on the faults are those of a stream, so LangChain's own model is asked to stream."""

Serve = Callable[..., Awaitable[ModelServer]]


async def served(row: Row, serve: Serve, certificate: Path, clock: pytest.MonkeyPatch) -> ModelServer:
    """Start a server that does what the row says, and let the wall clock jump if the row says so."""
    if row.get("clock_jumps"):
        hours = itertools.cycle((0, 7200, -7200))
        clock.setattr(time, "time", lambda: 1.8e9 + next(hours))
    tls: ssl.SSLContext | None = self_signed(certificate) if row.get("self_signed") else None
    return await serve(*replies(row), again=row.get("again", False), tls=tls)


@pytest.mark.parametrize("row", HERE, ids=lambda row: row["id"])
async def test_a_fault_ends_in_an_answer_or_in_its_problem(
    row: Row,
    prompt: Prompt,
    draft: Any,
    serve: Serve,
    door_to: Callable[..., ChatDoor],
    caplog: pytest.LogCaptureFixture,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server = await served(row, serve, tmp_path, monkeypatch)
    door = door_to("http://127.0.0.1:9/v1" if row.get("unreachable") else server.url, row.get("seconds", 5))
    began = time.monotonic()
    outcome = await outcome_of(door, prompt, draft, leaves_after=_leaves(row, server))
    expected = {name: row[name] for name in ("outcome", "retry_after", "estimated", "model", "paid") if name in row}
    assert outcome.items() >= expected.items()
    assert server.count == row["requests"]
    assert time.monotonic() - began < row.get("seconds", 5) + 2
    assert "sk-secret" not in caplog.text
    await dropped(row, server)


@pytest.fixture(scope="module")
def _warm_stock_model() -> None:
    """Let LangChain's own model stream once: the first time of a process it loads half of the SDK, for seconds."""
    schema = {"name": "Any", "schema": {"type": "object"}}

    async def stream() -> None:
        async with ModelServer(CannedComposer({})) as server, stock_model(server.url, 30) as model:
            await model.ainvoke("Hi", stream=True, response_format={"type": "json_schema", "json_schema": schema})

    asyncio.run(stream())


@pytest.mark.usefixtures("_warm_stock_model")
@pytest.mark.filterwarnings("ignore:Invalid schema for OpenAI")
@pytest.mark.parametrize("row", [row for row in HERE if not row.get("unreachable")], ids=lambda row: row["id"])
async def test_the_door_does_the_same_for_langchains_own_model(
    row: Row,
    prompt: Prompt,
    draft: Any,
    serve: Serve,
    time_machine: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    expected = row | row.get("stock", {})
    server = await served(row, serve, tmp_path, monkeypatch)
    seconds = row.get("seconds", 5)
    async with stock_model(server.url, seconds / 2) as model:
        door = ChatDoor(model, "m1", Limits(seconds), clock=time_machine, sleep=time_machine.sleep, chance=lambda: 0.0)
        streamed = row["id"] >= FIRST_STREAM
        outcome = await outcome_of(door, prompt, draft, streamed=streamed, leaves_after=_leaves(row, server))
    assert (outcome["outcome"], server.count) == (expected["outcome"], expected["requests"])
    assert outcome.get("paid") == expected.get("paid", outcome.get("paid"))
    await dropped(row, server)


@asynccontextmanager
async def stock_model(url: str, silence: float) -> AsyncIterator[ChatOpenAI]:
    """Open LangChain's own model, with one layer of retries (ours) and a transport that reads slowly enough."""
    async with openai.DefaultAioHttpClient() as client:
        yield ChatOpenAI(
            model="m1",
            api_key="sk-secret-0123",
            base_url=url,
            max_retries=0,
            timeout=silence,
            http_async_client=client,
        )


def _leaves(row: Row, server: ModelServer) -> asyncio.Event | None:
    """Return what the caller waits for before it goes away, if it does."""
    return server.asked if row.get("leaves") else None


async def dropped(row: Row, server: ModelServer) -> None:
    """Check that the server was hung up on, if the row says so."""
    if row.get("dropped"):
        await asyncio.wait_for(server.drop.wait(), 2)
        assert server.dropped == row["dropped"]


async def outcome_of(
    door: ChatDoor, prompt: Prompt, shape: Any, *, streamed: bool = False, leaves_after: asyncio.Event | None = None
) -> dict[str, Any]:
    """Return what the caller gets, and check what holds for every answer and every problem."""
    listening: dict[str, Any] = {"readable": ("body",), "on_text": lambda *_: None} if streamed else {}
    asking = asyncio.ensure_future(door.answer(prompt, shape, **listening))
    if leaves_after:
        await asyncio.wait_for(leaves_after.wait(), 2)
        asking.cancel()
    try:
        answer = await asking
    except ModelProblem as problem:
        check_problem(problem)
        return {"outcome": problem.code, "retry_after": problem.retry_after}
    except asyncio.CancelledError:
        return {"outcome": "cancelled"}
    check_text(answer.value.model_dump_json())
    last = answer.calls[-1]
    return {"outcome": "answer", "estimated": last.estimated, "model": last.model, "paid": len(answer.calls)}


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


@pytest.mark.parametrize("row", [row for row in ROWS if row not in HERE], ids=lambda row: row["id"])
def test_a_fault_that_is_tested_elsewhere_is_tested_there(row: Row) -> None:
    assert row["because"]
    for place in row["elsewhere"]:
        file, _, name = place.partition("::")
        tree = ast.parse((ROOT / file).read_text())
        assert name in [node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


@pytest.mark.parametrize(
    "odd",
    [
        {"model": {"name": "m1"}},
        {"model": 5, "id": 7},
        {"model": "m1\n" * 50},
        {"usage": 5},
        {"usage": {"prompt_tokens": 2**64 - 1, "completion_tokens": 2**64 - 1}},
        {"usage": {"prompt_tokens": 1, "completion_tokens": 1, "prompt_tokens_details": 3}},
    ],
    ids=lambda odd: "-".join(odd),
)
async def test_a_good_answer_in_an_odd_envelope_is_an_answer(
    odd: dict[str, Any], good: str, prompt: Prompt, draft: Any, serve: Serve, door_to: Callable[..., ChatDoor]
) -> None:
    choice = {"index": 0, "message": {"role": "assistant", "content": good}, "finish_reason": "stop"}
    server = await serve(Reply(body=json.dumps({"id": "x", "choices": [choice], **odd})))
    answer = await door_to(server.url, input_price=1, output_price=1).answer(prompt, draft)
    (call,) = answer.calls
    assert (server.count, call.model) == (1, "m1")
    assert 0 < call.input_tokens < 1000


@pytest.mark.parametrize(
    "choices",
    ["abc", [5], [{"delta": {"content": 5}}], [{"delta": {"tool_calls": [5]}}], [{"delta": {"refusal": {"a": 1}}}]],
    ids=lambda choices: json.dumps(choices)[:30],
)
async def test_choices_that_are_none_are_a_bad_answer(
    choices: Any, prompt: Prompt, draft: Any, serve: Serve, door_to: Callable[..., ChatDoor]
) -> None:
    server = await serve(Reply(events=(f"data: {json.dumps({'choices': choices})}",)), again=True)
    outcome = await outcome_of(door_to(server.url), prompt, draft)
    assert (outcome["outcome"], server.count) == ("llm_bad_output", 2)
