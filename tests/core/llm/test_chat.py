"""The door from outside: what the caller gets and hears, and what the server was asked."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from langchain_core.callbacks import AsyncCallbackHandler
from langchain_core.language_models import GenericFakeChatModel
from langchain_core.messages import AIMessage
from langchain_core.runnables import RunnableLambda

from core.llm.attempts import MOST_REQUESTS
from core.llm.chat import ChatDoor
from core.llm.prompt import Prompt, fenced_data
from core.problems import (
    ModelBadOutput,
    ModelOverloaded,
    ModelRefused,
    ModelTimeout,
    ModelUnavailable,
    PromptTooLong,
)
from evals.model_server.reply import Reply
from evals.model_server.server import ModelServer

pytestmark = pytest.mark.anyio

Serve = Callable[..., Awaitable[ModelServer]]
DoorTo = Callable[..., ChatDoor]


class Heard(list[tuple[str, str | None]]):
    """What a listener was told."""

    def __call__(self, path: str, text: str | None) -> None:
        self.append((path, text))

    def text(self, path: str) -> str:
        """Return what came to a field since it was last taken back."""
        told = [text for at, text in self if at == path]
        since = len(told) - told[::-1].index(None) if None in told else 0
        return "".join(text or "" for text in told[since:])


async def test_an_answer_comes_with_what_it_cost(prompt: Prompt, draft: Any, serve: Serve, door_to: DoorTo) -> None:
    server = await serve()
    answer = await door_to(server.url, input_price=0.4, output_price=1.6).answer(prompt, draft)
    (call,) = answer.calls
    assert answer.value.cited[0].fact == "f1"
    assert (call.step, call.model, call.estimated) == ("outreach", "m1", False)
    assert call.cost == pytest.approx((call.input_tokens * 0.4 + call.output_tokens * 1.6) / 1e6)
    assert call.milliseconds > 0


async def test_without_prices_the_cost_is_unknown(prompt: Prompt, draft: Any, serve: Serve, door_to: DoorTo) -> None:
    server = await serve()
    answer = await door_to(server.url, input_price=0.4).answer(prompt, draft)
    assert answer.calls[0].cost is None


@pytest.mark.parametrize("knows", ["json_schema", "tools", "text"])
async def test_text_is_told_while_it_is_written(
    knows: str, prompt: Prompt, draft: Any, serve: Serve, door_to: DoorTo
) -> None:
    server = await serve(knows=knows, chunks=12, spread=0.12)
    heard = Heard()
    answer = await door_to(server.url).answer(prompt, draft, readable=("body", "cited.*.sentence"), on_text=heard)
    assert len([path for path, _ in heard if path == "body"]) > 3
    assert heard.text("body") == answer.value.body
    assert heard.text("cited.0.sentence") == "We ship samples in ten days."
    assert {path for path, _ in heard} == {"body", "cited.0.sentence"}


async def test_a_server_that_does_not_stream_is_told_in_one_piece(
    prompt: Prompt, draft: Any, serve: Serve, door_to: DoorTo
) -> None:
    server = await serve(Reply(as_document=True))
    heard = Heard()
    answer = await door_to(server.url).answer(prompt, draft, readable=("body",), on_text=heard)
    assert heard == [("body", answer.value.body)]


async def test_what_was_told_of_a_lost_attempt_is_taken_back(
    prompt: Prompt, draft: Any, good: str, serve: Serve, door_to: DoorTo
) -> None:
    lost = good.replace("samples", "parcels")
    server = await serve(Reply(content=lost, cut_after=12, pause=0.01))
    heard = Heard()
    answer = await door_to(server.url).answer(prompt, draft, readable=("body", "cited.*.sentence"), on_text=heard)
    assert "parcels" in "".join(text or "" for _, text in heard)
    assert [path for path, text in heard if text is None] == ["body"]
    assert heard.text("body") == answer.value.body


async def test_a_stream_that_broke_off_is_paid_as_well(
    prompt: Prompt, draft: Any, serve: Serve, door_to: DoorTo
) -> None:
    server = await serve(Reply(cut_after=12, cut="hang"))
    answer = await door_to(server.url, seconds=0.6).answer(prompt, draft)
    assert [call.estimated for call in answer.calls] == [True, False]
    assert answer.calls[0].output_tokens > 0


async def test_an_invalid_answer_is_mended_by_its_writer(
    prompt: Prompt, draft: Any, serve: Serve, door_to: DoorTo
) -> None:
    server = await serve(Reply(content='{"body": "Hi"}'))
    answer = await door_to(server.url).answer(prompt, draft)
    system, task, said, wrong = server.requests[1]["messages"]
    assert (system["content"], task["content"]) == (prompt.system, prompt.task)
    assert said == {"role": "assistant", "content": '{"body": "Hi"}'}
    assert "cited: Field required" in wrong["content"]
    assert '"title":"Draft"' in wrong["content"]
    assert len(answer.calls) == 2


async def test_a_problem_carries_the_calls_that_were_paid(
    prompt: Prompt, draft: Any, serve: Serve, door_to: DoorTo
) -> None:
    server = await serve(Reply(content="{}"), again=True)
    with pytest.raises(ModelBadOutput) as caught:
        await door_to(server.url).answer(prompt, draft)
    assert [call.step for call in caught.value.calls] == ["outreach", "outreach"]


async def test_a_refusal_within_the_schema_is_a_refusal(
    prompt: Prompt, draft: Any, serve: Serve, door_to: DoorTo
) -> None:
    said = json.dumps({"body": "I'm sorry, but I can't help with that request.", "cited": []})
    server = await serve(Reply(content=said), again=True)
    with pytest.raises(ModelRefused):
        await door_to(server.url).answer(prompt, draft)
    assert server.count == 1


async def test_it_waits_as_long_as_it_is_told(
    prompt: Prompt, draft: Any, serve: Serve, door_to: DoorTo, time_machine: Any
) -> None:
    server = await serve(Reply(status=429, body="", headers={"Retry-After": "2"}))
    await door_to(server.url).answer(prompt, draft)
    assert time_machine.slept == [2.0]


async def test_without_a_word_it_backs_off_with_full_jitter(
    prompt: Prompt, draft: Any, serve: Serve, door_to: DoorTo, time_machine: Any
) -> None:
    server = await serve(Reply(status=500, body=""), Reply(status=502, body=""))
    door = door_to(server.url)
    chances = iter((1.0, 0.5))
    door.chance = lambda: next(chances)
    await door.answer(prompt, draft)
    assert time_machine.slept == [0.5, 0.5]


async def test_a_pause_that_would_pass_the_deadline_is_not_begun(
    prompt: Prompt, draft: Any, serve: Serve, door_to: DoorTo, time_machine: Any
) -> None:
    server = await serve(Reply(status=429, body="", headers={"Retry-After": "4"}), again=True)
    with pytest.raises(ModelOverloaded) as caught:
        await door_to(server.url, seconds=5).answer(prompt, draft)
    assert (time_machine.slept, caught.value.retry_after) == ([4.0], 4)


async def test_a_cut_answer_is_asked_for_at_double_length(
    prompt: Prompt, draft: Any, serve: Serve, door_to: DoorTo
) -> None:
    server = await serve(Reply(content="{", finish="length"))
    await door_to(server.url, max_answer_tokens=500).answer(prompt, draft)
    assert [request["max_completion_tokens"] for request in server.requests] == [500, 1000]


async def test_a_prompt_too_long_goes_again_with_the_heavier_facts(
    prompt: Prompt, draft: Any, serve: Serve, door_to: DoorTo
) -> None:
    server = await serve(Reply(status=400, error={"code": "context_length_exceeded", "message": ""}))
    await door_to(server.url).answer(prompt, draft)
    company = fenced_data(server.requests[1]["messages"][0]["content"])["company"]
    assert [fact["id"] for fact in company["facts"]] == ["f4", "f5", "f6", "f7"]


async def test_a_prompt_too_long_without_facts_is_a_problem(draft: Any, serve: Serve, door_to: DoorTo) -> None:
    server = await serve(Reply(status=413, body=""), again=True)
    with pytest.raises(PromptTooLong):
        await door_to(server.url).answer(Prompt(step="outreach", version="1", system="", task=""), draft)
    assert server.count == 1


@pytest.mark.parametrize(("knows", "asked"), [("tools", 2), ("text", 3)])
async def test_a_mode_that_the_server_refuses_is_asked_for_once(
    knows: str, asked: int, prompt: Prompt, draft: Any, serve: Serve, door_to: DoorTo
) -> None:
    server = await serve(knows=knows)
    door = door_to(server.url)
    await door.answer(prompt, draft)
    assert server.count == asked
    await door.answer(prompt, draft)
    assert server.count == asked + 1
    assert "response_format" not in server.requests[-1]


async def test_a_server_that_overlooks_the_schema_twice_is_asked_otherwise(
    prompt: Prompt, draft: Any, serve: Serve, door_to: DoorTo
) -> None:
    prose = Reply(content="Of course! Here is your email: Hello.")
    server = await serve(prose, Reply(), prose, Reply())
    door = door_to(server.url)
    await door.answer(prompt, draft)
    await door.answer(prompt, draft)
    asked = [next(iter({"response_format", "tools"} & request.keys())) for request in server.requests]
    assert asked == ["response_format", "response_format", "response_format", "tools"]


async def test_a_parameter_that_the_server_refuses_is_left_out_from_then_on(
    prompt: Prompt, draft: Any, serve: Serve, door_to: DoorTo
) -> None:
    refused = Reply(status=400, error={"message": "Unsupported value", "param": "temperature"})
    older = Reply(status=400, error={"message": "Unrecognized argument: max_completion_tokens"})
    server = await serve(refused, older)
    door = door_to(server.url)
    await door.answer(prompt, draft)
    await door.answer(prompt, draft)
    assert server.count == 4
    assert "temperature" not in server.requests[-1]
    assert server.requests[-1]["max_tokens"] == 2000


async def test_cancelling_closes_the_connection(prompt: Prompt, draft: Any, serve: Serve, door_to: DoorTo) -> None:
    server = await serve(Reply(cut_after=3, cut="hang"))
    heard = asyncio.Event()
    door = door_to(server.url)
    task = asyncio.create_task(door.answer(prompt, draft, readable=("body",), on_text=lambda *_: heard.set()))
    await asyncio.wait_for(heard.wait(), 2)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.wait_for(server.drop.wait(), 2)


async def test_the_deadline_ends_a_call_that_keeps_being_served(
    prompt: Prompt, draft: Any, serve: Serve, door_to: DoorTo
) -> None:
    server = await serve(Reply(pause=0.05))
    with pytest.raises(ModelTimeout) as caught:
        await door_to(server.url, seconds=0.3).answer(prompt, draft)
    assert [call.estimated for call in caught.value.calls] == [True]


async def test_a_call_makes_six_requests_at_most(prompt: Prompt, draft: Any, serve: Serve, door_to: DoorTo) -> None:
    everything = [
        Reply(status=500, body=""),
        Reply(status=429, body=""),
        Reply(status=413, body=""),
        Reply(content="{", finish="length"),
        Reply(content="{}"),
        Reply(body="oops"),
    ]
    server = await serve(*everything)
    with pytest.raises(ModelBadOutput):
        await door_to(server.url).answer(prompt, draft)
    assert server.count == MOST_REQUESTS


async def test_a_provider_that_is_down_is_not_asked_again_at_once(
    prompt: Prompt, draft: Any, serve: Serve, door_to: DoorTo, time_machine: Any
) -> None:
    server = await serve(*[Reply(status=503, body="")] * 5)
    door = door_to(server.url)
    for _ in range(2):
        with pytest.raises(ModelUnavailable):
            await door.answer(prompt, draft)
    assert server.count == 5
    with pytest.raises(ModelUnavailable) as caught:
        await door.answer(prompt, draft)
    assert caught.value.retry_after == 10
    time_machine.slept.append(10.0)
    await door.answer(prompt, draft)
    assert server.count == 6


async def test_langchains_callbacks_see_the_call(prompt: Prompt, draft: Any, serve: Serve, door_to: DoorTo) -> None:
    class Seen(AsyncCallbackHandler):
        runs: list[str]
        tokens = ""

        def __init__(self) -> None:
            self.runs = []

        async def on_chat_model_start(self, *_: Any, name: str = "", **__: Any) -> None:
            self.runs.append(name)

        async def on_llm_new_token(self, token: Any, **_: Any) -> None:
            self.tokens += token

    server, seen = await serve(), Seen()
    door = door_to(server.url)

    async def node(_: Any) -> Any:
        return await door.answer(prompt, draft)

    answer = await RunnableLambda(node).ainvoke({}, {"callbacks": [seen]})
    assert seen.runs == ["outreach"]
    assert json.loads(seen.tokens)["body"] == answer.value.body


async def test_any_chat_model_of_langchain_will_do(prompt: Prompt, draft: Any, good: str) -> None:
    model = GenericFakeChatModel(messages=iter([AIMessage(good), AIMessage(good)]))
    door, heard = ChatDoor(model, "fake"), Heard()
    plain = await door.answer(prompt, draft)
    streamed = await door.answer(prompt, draft, readable=("body",), on_text=heard)
    assert plain.value == streamed.value
    assert heard.text("body") == plain.value.body
    assert len(heard) > 3
    assert (plain.calls[0].model, plain.calls[0].estimated) == ("fake", True)
    await door.aclose()
