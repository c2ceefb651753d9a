"""The door around a LangChain chat model: whatever models and providers do wrong is answered here, and only here."""

import asyncio
from dataclasses import dataclass

from core.llm.attempts import Attempts
from core.llm.door import Answer, AnswerT, TextListener
from core.llm.line import Line
from core.llm.prompt import Prompt
from core.llm.transcript import Transcript
from core.problems import ModelProblem, ModelTimeout


@dataclass
class ChatDoor(Line):
    """Ask a chat model for validated answers; the model itself must not retry."""

    async def answer(
        self,
        prompt: Prompt,
        shape: type[AnswerT],
        *,
        readable: tuple[str, ...] = (),
        on_text: TextListener | None = None,
    ) -> Answer[AnswerT]:
        """Return the model's answer as `shape`, or raise a ModelProblem, before the limit of seconds.

        Cancelling it closes the connection to the provider.
        """
        attempts = Attempts(self, prompt, shape, Transcript(readable, on_text))
        try:
            async with asyncio.timeout(self.limits.seconds):
                return await attempts.run()
        except ModelProblem as problem:
            failure = problem
        except TimeoutError:
            self.circuit.failed()
            attempts.pay_for_what_came()
            failure = ModelTimeout()
        failure.calls = tuple(attempts.paid)
        raise failure

    async def aclose(self) -> None:
        """Close the model's connections, if it keeps any."""
        if close := getattr(self.model, "aclose", None):
            await close()
