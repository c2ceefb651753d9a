"""A server that misbehaves as told, a door to it, and something to ask for."""

import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest
from pydantic import Field

from core.llm.chat import ChatDoor
from core.llm.choose import language_model
from core.llm.prompt import Prompt, fence
from core.pack import CitedSentence
from core.settings import Settings
from core.value import Value
from evals.model_server.compose import CannedComposer
from evals.model_server.reply import Reply
from evals.model_server.server import ModelServer

BODY = "Hi {{first_name}},\n\nWe ship samples in ten days.\n\n{{sender_name}}"


class Draft(Value):
    """The first email."""

    body: str = Field(min_length=1, max_length=4000)
    """The whole email."""
    cited: tuple[CitedSentence, ...]
    """What it rests on."""


@dataclass
class Time:
    """A clock that sleeping moves forward at once."""

    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return time.monotonic() + sum(self.slept)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


@pytest.fixture
def draft() -> type[Draft]:
    return Draft


@pytest.fixture
def good() -> str:
    """The text of a good answer."""
    return json.dumps({"body": BODY, "cited": [{"sentence": "We ship samples in ten days.", "fact": "f1"}]})


@pytest.fixture
def prompt() -> Prompt:
    facts = [{"id": f"f{number}", "text": "We ship samples in ten days.", "weight": number / 10} for number in range(8)]
    return Prompt(
        step="outreach", version="1", system="Write plainly.\n" + fence("company", {"facts": facts}), task="Write it."
    )


@pytest.fixture
def time_machine() -> Time:
    return Time()


@pytest.fixture
async def serve(good: str) -> AsyncIterator[Callable[..., Awaitable[ModelServer]]]:
    """Start a server that does what the replies say, one per request, and then answers well."""
    async with AsyncExitStack() as stack:

        async def start(*replies: Reply, **settings: Any) -> ModelServer:
            composer = CannedComposer({"Draft": good})
            return await stack.enter_async_context(ModelServer(composer, script=replies, **settings))

        yield start


@pytest.fixture
async def door_to(time_machine: Time) -> AsyncIterator[Callable[..., ChatDoor]]:
    """Open the door as the service does, only that waiting takes no time."""
    async with AsyncExitStack() as stack:

        def open_door(url: str, seconds: float = 5, **settings: Any) -> ChatDoor:
            door = language_model(
                Settings(
                    openai_api_key="sk-secret-0123", openai_base_url=url, model="m1", call_seconds=seconds, **settings
                )
            )
            door.clock = door.circuit.clock = time_machine
            door.sleep = time_machine.sleep
            door.chance = lambda: 0.0
            stack.push_async_callback(door.aclose)
            return door

        yield open_door
