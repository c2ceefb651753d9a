"""Write the follow-up: a new angle, a new fact, a smaller ask."""

from dataclasses import dataclass
from typing import ClassVar

from langgraph.runtime import Runtime
from pydantic import Field
from typing_extensions import TypedDict

from core.company import Company
from core.context import Context
from core.icp import Icp
from core.pack import CitedSentence, Email, ModelCall
from core.request import CampaignRequest
from core.rounds import Revision
from core.value import Value
from nodes.ask import Ask


class FollowUpInput(Value):
    request: CampaignRequest
    company: Company
    icp: Icp
    outreach: Email
    revision: Revision | None = None


class FollowUpUpdate(TypedDict):
    follow_up: Email
    calls: tuple[ModelCall, ...]


class FollowUpDraft(Value):
    """The second email of the thread."""

    body: str = Field(min_length=1, max_length=4000)
    """The whole email as plain text: greeting, paragraphs, `{{sender_name}}`; blank lines between them."""
    cited: tuple[CitedSentence, ...]
    """Every sentence of the body that says something about the seller."""
    send_after_days: int = Field(ge=1, le=30)
    """Days after the first email."""


@dataclass(frozen=True)
class WriteFollowUp:
    """Write the follow-up."""

    reads: ClassVar[type[Value]] = FollowUpInput
    writes: ClassVar[type] = FollowUpUpdate
    asks: ClassVar[type[Value]] = FollowUpDraft
    ask: Ask

    async def __call__(self, state: FollowUpInput, runtime: Runtime[Context]) -> FollowUpUpdate:
        answer = await self.ask(
            "follow_up",
            FollowUpDraft,
            request=state.request,
            company=state.company,
            data={
                "icp": state.icp.model_dump(mode="json", exclude={"evidence"}),
                "outreach": state.outreach.model_dump(mode="json", exclude={"send_after_days"}),
            },
            runtime=runtime,
            revision=state.revision,
            readable=("body",),
        )
        return {"follow_up": Email(**answer.value.model_dump()), "calls": answer.calls}
