"""How a step asks the model: render its prompt, stream the readable text, return the validated answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from langgraph.runtime import Runtime

from core.brief import Brief, allowed_placeholders, fact_sheet
from core.company import Company
from core.context import Context
from core.grounding.provisional import Provisional
from core.llm.door import Answer, LanguageModel
from core.llm.memory import AnswerMemory, Remembered
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
    memory: AnswerMemory | None = None
    """Where paid answers are kept; without one, a step that runs again asks again."""

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
        prompt = self.prompts.render(
            step,
            company=fact_sheet(company),
            brief=Brief.of(request, company).model_dump(mode="json"),
            data=data,
            revision=_told(revision, step) if revision else None,
        )

        remembered = self._remembered(runtime.context)
        if remembered and (answer := await remembered.recall(self.llm.name, prompt, shape)):
            return answer
        shown = _Shown(step, frozenset(allowed_placeholders(request)), runtime.stream_writer)
        answer = await self.llm.answer(prompt, shape, readable=readable, on_text=shown if readable else None)
        if remembered:
            await remembered.keep(self.llm.name, prompt, answer)
        shown.finish()
        return answer

    def _remembered(self, context: Context | None) -> Remembered | None:
        """Return the campaign's memory; a run outside of any campaign has none."""
        if self.memory is None or context is None or not context.campaign_id:
            return None
        return Remembered(self.memory, context.tenant, context.campaign_id)


def _told(revision: Revision, step: str) -> dict[str, Any] | None:
    """Return what a revision says of a step's part; nothing where the part stands."""
    mend = revision.part(step)
    return {"attempt": revision.attempt, **mend.model_dump(mode="json"), **_asked(revision, step)} if mend else None


def _asked(revision: Revision, step: str) -> dict[str, Any]:
    """Return the wish, be it empty, of a user who wants this part written anew, and the follow-up that stands."""
    asked = revision.rewriting
    if asked is None or asked.part != step:
        return {}
    stands = {"body": asked.follow_up.text, "facts": asked.follow_up.facts}
    return {"wish": asked.wish, **({"follow_up": stands} if step == "outreach" else {})}


class _Shown:
    """Writes text to the run's stream while the model writes it, as far as it may be shown unchecked."""

    def __init__(self, step: str, placeholders: frozenset[str], write: Callable[[dict[str, Any]], None]) -> None:
        self._step, self._placeholders, self._write = step, placeholders, write
        self._fields: dict[str, Provisional] = {}

    def __call__(self, field: str, text: str | None) -> None:
        """Take a piece of a field's text; None takes the field back."""
        if text is None:
            self._fields.pop(field, None)
            self._tell(field, None)
        elif ready := self._fields.setdefault(field, Provisional(self._placeholders)).add(text):
            self._tell(field, ready)

    def finish(self) -> None:
        """Show what was held back."""
        for field, held in self._fields.items():
            if rest := held.rest():
                self._tell(field, rest)

    def _tell(self, field: str, text: str | None) -> None:
        self._write({"event": "delta", "node": self._step, "field": field, "text": text})
