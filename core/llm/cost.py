"""What a call to a model cost."""

from collections.abc import Sequence
from dataclasses import dataclass

from langchain_core.messages import AIMessage, BaseMessage

from core.pack import ModelCall

CHARACTERS_PER_TOKEN = 4
"""OpenAI's rule of thumb for English; used only where a provider gives no counts."""
MOST_TOKENS = 100_000_000
"""Of one call; the longest windows have a hundredth. A larger count is none, and fits neither a sum nor a database."""
_LONGEST_NAME = 100


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
    counted = _counted(answer)
    tokens = counted or (prompt_tokens(asked), _estimate(_written(answer)))
    return ModelCall(
        step=step,
        model=_answered_as(answer) or name,
        input_tokens=tokens[0],
        output_tokens=tokens[1],
        cost=prices.cost(*tokens),
        milliseconds=round(milliseconds, 1),
        estimated=counted is None,
    )


def _counted(answer: AIMessage) -> tuple[int, int] | None:
    """Return the provider's counts of tokens, in and out, if there are any that can be true."""
    if not (usage := answer.usage_metadata):
        return None
    tokens = usage["input_tokens"], usage["output_tokens"]
    return tokens if all(0 <= count <= MOST_TOKENS for count in tokens) else None


def _answered_as(answer: AIMessage) -> str:
    """Return the name of the model that the provider says has answered; nothing if it is no name."""
    name = answer.response_metadata.get("model_name")
    return name if isinstance(name, str) and name.isprintable() and len(name) <= _LONGEST_NAME else ""


def _estimate(text: str) -> int:
    return -(-len(text) // CHARACTERS_PER_TOKEN)


def _written(answer: AIMessage) -> str:
    """Return everything the model wrote."""
    return str(answer.text) + "".join(str(call["args"]) for call in answer.tool_calls)
