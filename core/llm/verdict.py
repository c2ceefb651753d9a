"""Whether what a chat model returned is an answer, and if not, what might help."""

from dataclasses import dataclass
from typing import Any, Generic

from langchain_core.messages import AIMessage

from core.llm import refusal
from core.llm.door import AnswerT
from core.llm.faults import Fault, Remedy
from core.llm.modes import answered_text
from core.llm.reading import Unusable, read_object, read_value
from core.problems import ContentFiltered, ModelBadOutput, ModelEmptyOutput, ModelRefused, ModelTruncated

INCOMPLETE = "incomplete"
"""The finish reason of a stream that broke off; OpenAI's Responses API has the word."""


@dataclass(frozen=True)
class Reading(Generic[AnswerT]):
    """A valid answer: the value, and the JSON object that it was made from."""

    value: AnswerT
    data: dict[str, Any]


def read_message(message: AIMessage, shape: type[AnswerT]) -> Reading[AnswerT] | Fault:
    """Return the message's answer as `shape`, or why it is none."""
    text = answered_text(message, shape)
    if fault := _stopped(message) or _said_nothing(message, text):
        return fault
    if refusal.declines(text.strip()):
        return Fault(ModelRefused)
    try:
        data = read_object(text)
        if refusal.declined_inside(data):
            return Fault(ModelRefused)
        return Reading(read_value(data, shape), data)
    except Unusable as unusable:
        if "finish_reason" not in message.response_metadata:
            return Fault(ModelTruncated, Remedy.AGAIN, label="invalid JSON and no finish reason")
        shapeless = not any(f'"{name}"' in text for name in shape.model_fields)
        reasons = unusable.reasons
        return Fault(ModelBadOutput, Remedy.REPAIR, reasons=reasons, shapeless=shapeless, label=reasons[0])


def _stopped(message: AIMessage) -> Fault | None:
    """Return why the model was not able or willing to finish."""
    finish = message.response_metadata.get("finish_reason")
    if message.additional_kwargs.get("refusal"):
        return Fault(ModelRefused)
    if finish == "content_filter":
        return Fault(ContentFiltered)
    if finish in ("length", "max_tokens"):
        return Fault(ModelTruncated, Remedy.MORE_TOKENS)
    return Fault(ModelTruncated, Remedy.AGAIN) if finish == INCOMPLETE else None


def _said_nothing(message: AIMessage, text: str) -> Fault | None:
    """Return what it means that there is no text; a call of a function that nobody offered is no answer either."""
    if text.strip():
        return None
    called = message.tool_calls or message.invalid_tool_calls
    return Fault(ModelBadOutput if called else ModelEmptyOutput, Remedy.AGAIN)
