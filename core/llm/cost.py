"""What a call to a model cost."""

from collections.abc import Sequence
from dataclasses import dataclass

from langchain_core.messages import AIMessage, BaseMessage

from core.pack import ModelCall

CHARACTERS_PER_TOKEN = 4
"""OpenAI's rule of thumb for English; used only where a provider gives no counts."""


@dataclass(frozen=True)
class Prices:
    """US dollars per million tokens; None while unknown."""

    input: float | None = None
    output: float | None = None

    def cost(self, input_tokens: int, output_tokens: int) -> float | None:
        """Return US dollars, or None if either price is unknown."""
        if self.input is None or self.output is None:
            return None
        return (input_tokens * self.input + output_tokens * self.output) / 1_000_000


def prompt_tokens(asked: Sequence[BaseMessage]) -> int:
    """Return about how many tokens the messages are."""
    return _estimate("".join(str(message.text) for message in asked))


def paid_call(
    step: str, name: str, prices: Prices, asked: Sequence[BaseMessage], answer: AIMessage, milliseconds: float
) -> ModelCall:
    """Return the entry for one call; tokens are estimated from characters where the provider gives no counts."""
    usage = answer.usage_metadata
    if usage:
        tokens = usage["input_tokens"], usage["output_tokens"]
    else:
        tokens = prompt_tokens(asked), _estimate(_written(answer))
    return ModelCall(
        step=step,
        model=answer.response_metadata.get("model_name") or name,
        input_tokens=tokens[0],
        output_tokens=tokens[1],
        cost=prices.cost(*tokens),
        milliseconds=round(milliseconds, 1),
        estimated=not usage,
    )


def _estimate(text: str) -> int:
    return -(-len(text) // CHARACTERS_PER_TOKEN)


def _written(answer: AIMessage) -> str:
    """Return everything the model wrote."""
    return str(answer.text) + "".join(str(call["args"]) for call in answer.tool_calls)
