"""Remember what was paid for: a run that goes on after a crash asks no model twice for the same answer."""

import hashlib
from dataclasses import dataclass
from typing import Protocol, TypeVar

import orjson
from pydantic import TypeAdapter, ValidationError

from core.llm.door import Answer
from core.llm.prompt import Prompt
from core.pack import ModelCall
from core.value import Value

ShapeT = TypeVar("ShapeT", bound=Value)

_CALLS = TypeAdapter(tuple[ModelCall, ...])


class AnswerMemory(Protocol):
    """Texts by campaign and key, kept at least until the campaign is finished."""

    async def recall(self, tenant: str, campaign: str, key: str) -> str | None:
        """Return the text."""
        ...

    async def keep(self, tenant: str, campaign: str, key: str, text: str) -> None:
        """Keep the text; when this returns it survives a crash."""
        ...


@dataclass(frozen=True)
class Remembered:
    """The memory of one campaign."""

    memory: AnswerMemory
    tenant: str
    campaign: str

    async def recall(self, model: str, prompt: Prompt, shape: type[ShapeT]) -> Answer[ShapeT] | None:
        """Return the answer that this model has given to this prompt, with the calls that were paid for it then."""
        text = await self.memory.recall(self.tenant, self.campaign, _key(model, prompt, shape))
        if text is None:
            return None
        try:
            content = orjson.loads(text)
            return Answer(shape.model_validate(content["value"]), _CALLS.validate_python(content["calls"]))
        except (ValidationError, ValueError, KeyError):  # another version of this service kept it
            return None

    async def keep(self, model: str, prompt: Prompt, answer: Answer[ShapeT]) -> None:
        """Keep an answer."""
        content = {"value": answer.value.model_dump(mode="json"), "calls": _CALLS.dump_python(answer.calls)}
        key = _key(model, prompt, type(answer.value))
        await self.memory.keep(self.tenant, self.campaign, key, orjson.dumps(content).decode())


def _key(model: str, prompt: Prompt, shape: type[Value]) -> str:
    """Return the SHA-256 of who was asked, what, and for which shape."""
    asked = [model, shape.__name__, prompt.step, prompt.version, prompt.temperature, prompt.system, prompt.task]
    return hashlib.sha256(orjson.dumps(asked)).hexdigest()
