"""What the service is measured against: a stock ChatOpenAI, asked the plain way."""

from dataclasses import dataclass

from langchain_openai import ChatOpenAI

from core.llm.door import Answer, AnswerT, TextListener
from core.llm.prompt import Prompt
from core.pack import ModelCall


@dataclass(frozen=True)
class StockModel:
    """A stock ChatOpenAI as a LanguageModel: no streaming, no retries, no repair, nothing but the call."""

    chat: ChatOpenAI
    name: str = "stock"

    @classmethod
    def at(cls, base_url: str) -> "StockModel":
        """Ask the server at an address."""
        return cls(ChatOpenAI(base_url=base_url, api_key="none", model="bench", max_retries=0))

    async def answer(
        self,
        prompt: Prompt,
        shape: type[AnswerT],
        *,
        readable: tuple[str, ...] = (),
        on_text: TextListener | None = None,
    ) -> Answer[AnswerT]:
        """Return the validated answer of one plain call."""
        wanted = {"name": shape.__name__, "schema": shape.model_json_schema(), "strict": True}
        message = await self.chat.ainvoke(
            [("system", prompt.system), ("user", prompt.task)],
            response_format={"type": "json_schema", "json_schema": wanted},
        )
        call = ModelCall(step=prompt.step, model=self.name)
        return Answer(shape.model_validate_json(message.text), (call,))
