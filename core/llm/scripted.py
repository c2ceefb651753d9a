"""A language model that says what it was told to say: the double for tests, beside the real one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from core.llm.door import Answer, AnswerT, TextListener
from core.llm.prompt import Prompt
from core.pack import ModelCall
from core.problems import Problem


@dataclass
class ScriptedModel:
    """Answer each step from its list, the last entry again and again; a Problem in the list is raised."""

    answers: Mapping[str, Sequence[Mapping[str, Any] | Problem]]
    name: str = "scripted"
    prompts: list[Prompt] = field(default_factory=list)
    """Every prompt that was asked, in order."""

    def asked(self, step: str) -> list[Prompt]:
        """Return the prompts of one step."""
        return [prompt for prompt in self.prompts if prompt.step == step]

    async def answer(
        self,
        prompt: Prompt,
        shape: type[AnswerT],
        *,
        readable: tuple[str, ...] = (),
        on_text: TextListener | None = None,
    ) -> Answer[AnswerT]:
        """Return the next answer of the prompt's step; a readable `body` is told in one piece."""
        self.prompts.append(prompt)
        script = self.answers[prompt.step]
        said = script[min(len(self.asked(prompt.step)), len(script)) - 1]
        if isinstance(said, Problem):
            raise said
        if on_text and "body" in readable:
            on_text("body", said["body"])
        call = ModelCall(step=prompt.step, model=self.name, input_tokens=100, output_tokens=20, cost=0.001)
        return Answer(shape.model_validate(said), (call,))
