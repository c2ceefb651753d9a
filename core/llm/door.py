"""The one door to language models: a prompt and the type of the answer in, a validated answer out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from core.llm.prompt import Prompt
from core.pack import ModelCall
from core.value import Value

AnswerT = TypeVar("AnswerT", bound=Value)

TextListener = Callable[[str, str | None], None]
"""Called with a field's path (`body`, `subject_lines.0.text`) and the text that came to it, or None.

None takes back what this field has been given: the answer is being written anew (after a lost connection, a cut
answer or a repair). What came to a field since its last None is, once `answer` returns, exactly the field's text as
the model wrote it, before the answer's type strips white space around it.
"""


@dataclass(frozen=True)
class Answer(Generic[AnswerT]):
    """A validated answer and the calls that were paid for it (repairs and retries included)."""

    value: AnswerT
    calls: tuple[ModelCall, ...]


class LanguageModel(Protocol):
    """What a step asks for an answer."""

    @property
    def name(self) -> str:
        """Name of the model, as a pack shows it and cache keys carry it."""
        ...

    async def answer(
        self,
        prompt: Prompt,
        shape: type[AnswerT],
        *,
        readable: tuple[str, ...] = (),
        on_text: TextListener | None = None,
    ) -> Answer[AnswerT]:
        """Return the model's answer as `shape`; raise a ModelProblem for everything that can go wrong.

        `readable` names the fields whose text goes to `on_text` while it is written, `*` standing for any index.
        A problem's `calls` are the calls that were paid although no answer came of them.
        """
        ...
