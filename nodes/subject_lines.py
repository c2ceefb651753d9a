"""Draft three subject lines, each on its own angle."""

from dataclasses import dataclass
from typing import ClassVar

from langgraph.runtime import Runtime
from pydantic import Field, field_validator
from typing_extensions import TypedDict

from core.company import Company
from core.context import Context
from core.icp import Icp
from core.pack import Angle, ModelCall, SubjectLine
from core.request import CampaignRequest
from core.rounds import Revision
from core.value import Value
from nodes.ask import Ask


class SubjectLinesInput(Value):
    request: CampaignRequest
    company: Company
    icp: Icp
    revision: Revision | None = None


class SubjectLinesUpdate(TypedDict):
    subject_lines: tuple[SubjectLine, ...]
    calls: tuple[ModelCall, ...]


class SubjectLineDraft(Value):
    """One subject line."""

    angle: Angle
    text: str = Field(min_length=1, max_length=150)
    """Two to five words, at most 40 characters."""
    fact: str
    """Id of the fact it rests on; empty if it says nothing of the seller."""

    @field_validator("text")
    @classmethod
    def _one_line(cls, text: str) -> str:
        return " ".join(text.split())


class SubjectLineDrafts(Value):
    """Three subject lines for the first email, one on each angle."""

    subject_lines: tuple[SubjectLineDraft, ...] = Field(min_length=3, max_length=3)

    @field_validator("subject_lines")
    @classmethod
    def _three_angles(cls, drafts: tuple[SubjectLineDraft, ...]) -> tuple[SubjectLineDraft, ...]:
        if {draft.angle for draft in drafts} != {"problem", "outcome", "proof"}:
            raise ValueError("write exactly one line on each angle: problem, outcome, proof")
        return drafts


@dataclass(frozen=True)
class WriteSubjectLines:
    """Draft three subject lines, each on its own angle."""

    reads: ClassVar[type[Value]] = SubjectLinesInput
    writes: ClassVar[type] = SubjectLinesUpdate
    asks: ClassVar[type[Value]] = SubjectLineDrafts
    ask: Ask

    async def __call__(self, state: SubjectLinesInput, runtime: Runtime[Context]) -> SubjectLinesUpdate:
        answer = await self.ask(
            "subject_lines",
            SubjectLineDrafts,
            request=state.request,
            company=state.company,
            data={"icp": state.icp.model_dump(mode="json", exclude={"evidence"})},
            runtime=runtime,
            revision=state.revision,
            readable=("subject_lines.*.text",),
        )
        lines = tuple(SubjectLine(**draft.model_dump()) for draft in answer.value.subject_lines)
        return {"subject_lines": lines, "calls": answer.calls}
