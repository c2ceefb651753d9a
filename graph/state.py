"""The channels of a run."""

from collections.abc import Sequence
from typing import Annotated, TypeVar

from typing_extensions import TypedDict

from core.company import Company
from core.icp import Icp
from core.pack import AbTest, Claim, Email, Judgement, ModelCall, Pack, Quality, StepTime, SubjectLine, Tone
from core.request import CampaignRequest
from core.rounds import Remark, Revision, Round

T = TypeVar("T")


def appended(earlier: Sequence[T], later: Sequence[T]) -> tuple[T, ...]:
    """Return both as one tuple; a tuple that comes out of a checkpoint is a list."""
    return (*earlier, *later)


class Input(TypedDict):
    """What a run starts from."""

    request: CampaignRequest


class Output(TypedDict):
    """What a run delivers."""

    pack: Pack


class State(TypedDict, total=False):
    """Every channel, each written by the step beside it."""

    request: CampaignRequest
    company: Company  # read_website
    icp: Icp  # infer_icp or adopt_icp
    subject_lines: tuple[SubjectLine, ...]  # subject_lines; scores by score_quality
    outreach: Email  # outreach, calibrate_tone, ground_claims
    follow_up: Email  # follow_up, calibrate_tone, ground_claims
    tone: Tone  # calibrate_tone
    claims: tuple[Claim, ...]  # ground_claims
    remarks: tuple[Remark, ...]  # calibrate_tone, ground_claims; those of the best round by score_quality
    judgement: Judgement | None  # judge, where there is one
    quality: Quality  # score_quality
    best: Round  # score_quality: the best round so far
    revision: Revision | None  # score_quality: what to write anew, None when nothing
    ab_test: AbTest  # plan_ab_test
    pack: Pack  # assemble_pack
    calls: Annotated[tuple[ModelCall, ...], appended]
    times: Annotated[tuple[StepTime, ...], appended]
    warnings: Annotated[tuple[str, ...], appended]
