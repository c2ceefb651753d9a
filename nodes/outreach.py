"""Write the first email."""

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
from core.voice import LENGTHS
from nodes.ask import Ask


class OutreachInput(Value):
    request: CampaignRequest
    company: Company
    icp: Icp
    revision: Revision | None = None


class OutreachUpdate(TypedDict):
    outreach: Email
    calls: tuple[ModelCall, ...]


class OutreachDraft(Value):
    """The first email."""

    body: str = Field(min_length=1, max_length=4000)
    """The whole email as plain text: greeting, paragraphs, `{{sender_name}}`; blank lines between them."""
    cited: tuple[CitedSentence, ...]
    """Every sentence of the body that says something about the seller."""


@dataclass(frozen=True)
class WriteOutreach:
    """Write the first email."""

    reads: ClassVar[type[Value]] = OutreachInput
    writes: ClassVar[type] = OutreachUpdate
    asks: ClassVar[type[Value]] = OutreachDraft
    ask: Ask

    async def __call__(self, state: OutreachInput, runtime: Runtime[Context]) -> OutreachUpdate:
        answer = await self.ask(
            "outreach",
            OutreachDraft,
            request=state.request,
            company=state.company,
            data={
                "icp": state.icp.model_dump(mode="json", exclude={"evidence"}),
                "length": {"words": LENGTHS[state.icp.persona.seniority]},
            },
            runtime=runtime,
            revision=state.revision,
            readable=("body",),
        )
        return {"outreach": Email(**answer.value.model_dump()), "calls": answer.calls}
