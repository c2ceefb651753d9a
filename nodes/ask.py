"""How a step asks the model: render its prompt, stream the readable text, return the validated answer."""

from dataclasses import dataclass
from typing import Any, TypeVar

from langgraph.runtime import Runtime

from core.brief import Brief, fact_sheet
from core.company import Company
from core.context import Context
from core.llm.door import Answer, LanguageModel
from core.request import CampaignRequest
from core.rounds import Revision
from core.value import Value
from prompts.library import Prompts

ShapeT = TypeVar("ShapeT", bound=Value)


@dataclass(frozen=True)
class Ask:
    """The model and the prompts, as every step that writes uses them."""

    llm: LanguageModel
    prompts: Prompts

    async def __call__(
        self,
        step: str,
        shape: type[ShapeT],
        *,
        request: CampaignRequest,
        company: Company,
        data: dict[str, Any],
        runtime: Runtime[Context],
        revision: Revision | None = None,
        readable: tuple[str, ...] = (),
    ) -> Answer[ShapeT]:
        """Return the model's answer; text of `readable` fields goes to the run's stream while it is written.

        What `revision` says of this step's part, if it says anything, is added to the task.
        """
        mend = revision.part(step) if revision else None
        prompt = self.prompts.render(
            step,
            company=fact_sheet(company),
            brief=Brief.of(request, company).model_dump(mode="json"),
            data=data,
            revision={"attempt": revision.attempt, **mend.model_dump(mode="json")} if revision and mend else None,
        )

        def tell(field: str, text: str | None) -> None:
            runtime.stream_writer({"event": "delta", "node": step, "field": field, "text": text})

        return await self.llm.answer(prompt, shape, readable=readable, on_text=tell if readable else None)
