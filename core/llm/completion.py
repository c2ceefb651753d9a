"""A chat completion as it is put together from the events of a stream, or from one JSON document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from langchain_core.messages import AIMessage
from langchain_core.messages.ai import InputTokenDetails, OutputTokenDetails, UsageMetadata
from langchain_core.outputs import ChatGeneration, ChatResult

from core.llm.verdict import INCOMPLETE


@dataclass
class _Call:
    """A function that the model calls, its arguments still text."""

    id: str = ""
    name: str = ""
    arguments: str = ""

    def as_sent(self) -> dict[str, Any]:
        """Return the call as OpenAI writes it."""
        return {"id": self.id, "type": "function", "function": {"name": self.name, "arguments": self.arguments}}


@dataclass
class Completion:
    """The first choice of a completion."""

    model: str = ""
    id: str = ""
    finish: str | None = None
    usage: Mapping[str, Any] | None = None
    begun: bool = False
    """Whether there was a choice at all."""
    content: list[str] = field(default_factory=list)
    refusal: list[str] = field(default_factory=list)
    calls: dict[int, _Call] = field(default_factory=dict)

    characters: int = 0
    """Of content and arguments so far."""

    def take(self, event: Mapping[str, Any]) -> tuple[str, str]:
        """Add an event (a chunk or a whole completion); return the content and the arguments that came with it.

        Raise ValueError for an event that is none of either.
        """
        try:
            return self._taken(event)
        except (AttributeError, TypeError, KeyError):
            raise ValueError("no event of a completion") from None

    def _taken(self, event: Mapping[str, Any]) -> tuple[str, str]:
        self.model = _name(event.get("model")) or self.model
        self.id = _name(event.get("id")) or self.id
        if isinstance(usage := event.get("usage"), Mapping):
            self.usage = usage
        for choice in event.get("choices") or ():  # none in an event with usage or a provider's own
            if choice.get("index", 0) == 0:
                content, arguments = self._take_choice(choice)
                self.characters += len(content) + len(arguments)
                return content, arguments
        return "", ""

    def _take_choice(self, choice: Mapping[str, Any]) -> tuple[str, str]:
        self.begun = True
        self.finish = _name(choice.get("finish_reason")) or self.finish
        said = choice.get("delta") or choice.get("message") or {}
        if content := _text(said.get("content")):
            self.content.append(content)
        if declined := _string(said.get("refusal")):
            self.refusal.append(declined)
        return content, "".join(map(self._take_call, said.get("tool_calls") or ()))

    def _take_call(self, part: Mapping[str, Any]) -> str:
        call = self.calls.setdefault(part.get("index", len(self.calls)), _Call())
        function = part.get("function") or {}
        call.id = _name(part.get("id")) or call.id
        call.name = _string(function.get("name")) or call.name
        arguments = _string(function.get("arguments"))
        call.arguments += arguments
        return arguments

    def result(self) -> ChatResult:
        """Return the completion as LangChain has it, with the metadata of its own OpenAI model."""
        said: dict[str, Any] = {"refusal": "".join(self.refusal)} if self.refusal else {}
        if self.calls:
            said["tool_calls"] = [call.as_sent() for call in self.calls.values()]  # the message parses them itself
        message = AIMessage("".join(self.content), additional_kwargs=said, usage_metadata=_usage(self.usage))
        about = {"model_name": self.model, "model_provider": "openai", "id": self.id, "token_usage": self.usage}
        generation = ChatGeneration(message=message, generation_info={"finish_reason": self.finish or INCOMPLETE})
        return ChatResult(generations=[generation], llm_output=about)


def _text(content: Any) -> str:
    """Return the text of a content, which may be a list of parts."""
    if isinstance(content, list):
        return "".join(_string(part.get("text")) for part in content if isinstance(part, Mapping))
    return _string(content)


def _string(value: Any) -> str:
    """Return a text that may be left out; raise TypeError for anything else."""
    if value is not None and not isinstance(value, str):
        raise TypeError
    return value or ""


def _name(value: Any) -> str:
    """Return a name; nothing if it is none, since an answer is as good without it."""
    return value if isinstance(value, str) else ""


def _usage(usage: Any) -> UsageMetadata | None:
    """Return the token counts, or None if they are not there or no counts."""
    if not isinstance(usage, Mapping):
        return None
    asked, written = usage.get("prompt_tokens"), usage.get("completion_tokens")
    if not isinstance(asked, int) or not isinstance(written, int) or min(asked, written) < 0:
        return None
    return UsageMetadata(
        input_tokens=asked,
        output_tokens=written,
        total_tokens=asked + written,
        input_token_details=InputTokenDetails(cache_read=_detail(usage, "prompt_tokens_details", "cached_tokens")),
        output_token_details=OutputTokenDetails(
            reasoning=_detail(usage, "completion_tokens_details", "reasoning_tokens")
        ),
    )


def _detail(usage: Mapping[str, Any], details: str, name: str) -> int:
    """Return a count among the details, 0 where there is none."""
    found = usage.get(details)
    count = found.get(name) if isinstance(found, Mapping) else 0
    return count if isinstance(count, int) else 0
