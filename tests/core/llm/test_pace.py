"""A request goes to the provider when the pace lets it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from core.llm.chat import ChatDoor
from core.llm.choose import judge_model
from core.llm.prompt import Prompt
from core.problems import ModelOverloaded
from core.settings import Settings
from evals.model_server.reply import Reply
from evals.model_server.server import ModelServer

pytestmark = pytest.mark.anyio

Serve = Callable[..., Awaitable[ModelServer]]
OpenDoor = Callable[..., ChatDoor]


@dataclass
class Turnstile:
    """Lets so many requests go and no more."""

    left: int
    asked: list[tuple[int, float]] = field(default_factory=list)

    async def admit(self, tokens: int, seconds: float) -> None:
        self.asked.append((tokens, seconds))
        if self.left == 0:
            raise ModelOverloaded(retry_after=20)
        self.left -= 1


async def test_a_request_says_how_large_it_is_and_how_long_it_can_wait(
    serve: Serve, door_to: OpenDoor, prompt: Prompt, draft: Any
) -> None:
    door = door_to((await serve()).url, seconds=8, max_answer_tokens=500)
    door.pace = turnstile = Turnstile(1)
    await door.answer(prompt, draft)

    (tokens, seconds), *_ = turnstile.asked
    assert tokens == 500 + -(-len(prompt.system + prompt.task) // 4)
    assert 3.5 < seconds <= 4, "half of the call's time is left for the answer"


async def test_every_request_of_a_call_is_admitted(serve: Serve, door_to: OpenDoor, prompt: Prompt, draft: Any) -> None:
    server = await serve(Reply(status=500), Reply(status=500))
    door = door_to(server.url)
    door.pace = turnstile = Turnstile(3)
    await door.answer(prompt, draft)
    assert len(turnstile.asked) == len(server.requests) == 3


async def test_a_request_that_has_to_wait_too_long_is_not_sent(
    serve: Serve, door_to: OpenDoor, prompt: Prompt, draft: Any
) -> None:
    server = await serve(Reply(status=500))
    door = door_to(server.url)
    door.pace = Turnstile(1)
    with pytest.raises(ModelOverloaded) as met:
        await door.answer(prompt, draft)
    assert (met.value.retry_after, len(server.requests)) == (20, 1)


async def test_a_limit_of_our_own_is_no_failure_of_the_provider(
    serve: Serve, door_to: OpenDoor, prompt: Prompt, draft: Any
) -> None:
    door = door_to((await serve()).url)
    for _ in range(10):
        door.pace = Turnstile(0)
        with pytest.raises(ModelOverloaded):
            await door.answer(prompt, draft)
    door.pace = Turnstile(1)
    assert (await door.answer(prompt, draft)).value


@pytest.mark.parametrize("judge", [None, "another"])
async def test_the_judge_keeps_the_same_pace(door_to: OpenDoor, judge: str | None) -> None:
    door = door_to("http://127.0.0.1:9/v1")
    door.pace = Turnstile(1)
    settings = Settings(openai_base_url="http://127.0.0.1:9/v1", model="m1", judge_model=judge)
    judging = judge_model(settings, door)
    assert judging is not None
    assert judging.pace is door.pace
    await judging.aclose()
