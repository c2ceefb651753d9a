"""Let a model judge the pack as its reader would; code checks what it quotes."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, get_args

from langgraph.runtime import Runtime
from pydantic import BeforeValidator
from typing_extensions import TypedDict

from core.company import Company
from core.context import Context
from core.grounding.commentary import one_line, unfit
from core.grounding.grounds import Grounds
from core.icp import Icp
from core.pack import PART_NAMES, Aspect, Email, Judgement, ModelCall, Opinion, PartName, SubjectLine
from core.problems import ModelProblem
from core.request import CampaignRequest
from core.value import Value
from nodes.ask import Ask

_UNREADABLE = 0
"""Stands for a score that is none; such an opinion does not count."""
_SHORTEST_QUOTE = 2
"""Words below which a quote proves nothing: one word stands in any text."""


class JudgeInput(Value):
    request: CampaignRequest
    company: Company
    icp: Icp
    subject_lines: tuple[SubjectLine, ...]
    outreach: Email
    follow_up: Email


class JudgeUpdate(TypedDict):
    judgement: Judgement | None
    calls: tuple[ModelCall, ...]
    warnings: tuple[str, ...]


def _points(said: Any) -> Any:
    """Read `4`, `4.0`, `"4/5"` and `"4 out of 5"`; anything else is no score."""
    found = re.fullmatch(r"\s*(\d)(?:\.0)?\s*(?:(?:/|out of|of|von|sur|de|su)\s*5)?\s*", str(said))
    return int(found[1]) if found and not isinstance(said, bool) else _UNREADABLE


class OpinionDraft(Value):
    """What you think of one aspect."""

    reason: str
    """One sentence: what a careful reader would object to or like, before you give a score."""
    quote: str
    """The words of the text that show it, copied exactly."""
    score: Annotated[int, BeforeValidator(_points)]
    """1 to 5."""


class PartOpinions(Value):
    """The four aspects of one part."""

    relevance: OpinionDraft
    """Does it concern this persona's own week and duties?"""
    naturalness: OpinionDraft
    """Would a native speaker of the trade write it so?"""
    clarity: OpinionDraft
    """Does the reader know after one reading what is offered and what it would change?"""
    angle: OpinionDraft
    """Is the thought worth opening an email for, and could only this seller send it?"""


class JudgementDraft(Value):
    """Your opinion of the whole pack."""

    subject_lines: PartOpinions
    outreach: PartOpinions
    follow_up: PartOpinions


@dataclass(frozen=True)
class Judge:
    """Let a model judge the pack as its reader would."""

    reads: ClassVar[type[Value]] = JudgeInput
    writes: ClassVar[type] = JudgeUpdate
    asks: ClassVar[type[Value]] = JudgementDraft
    ask: Ask

    async def __call__(self, state: JudgeInput, runtime: Runtime[Context]) -> JudgeUpdate:
        """Return the opinions that hold; a judge that fails is a warning, never the end of a run."""
        texts = _texts(state)
        try:
            answer = await self.ask(
                "judge",
                JudgementDraft,
                request=state.request,
                company=state.company,
                data={"icp": state.icp.model_dump(mode="json", exclude={"evidence"}), "texts": texts},
                runtime=runtime,
            )
        except ModelProblem as problem:
            warning = f"No judge has read this pack: {problem.title.lower()}. Its score is the rubric's alone."
            return {"judgement": None, "calls": problem.calls, "warnings": (warning,)}
        grounds = Grounds.of(state.company, state.request, state.icp, self.ask.prompts.secret)
        judgement = judged(answer.value, texts, self.ask.llm.name, grounds)
        return {"judgement": judgement, "calls": answer.calls, "warnings": ()}


def _texts(state: JudgeInput) -> dict[PartName, str]:
    """Return the pack's texts as the judge reads them."""
    lines = "\n".join(line.text for line in state.subject_lines)
    return {"subject_lines": lines, "outreach": state.outreach.body, "follow_up": state.follow_up.body}


def judged(draft: JudgementDraft, texts: dict[PartName, str], model: str, grounds: Grounds) -> Judgement:
    """Return the opinions with a score of 1 to 5 and a quote that stands in their part, and why others were dropped."""
    opinions: list[Opinion] = []
    dropped: list[str] = []
    for part in PART_NAMES:
        for aspect in get_args(Aspect):
            one: OpinionDraft = getattr(getattr(draft, part), aspect)
            if problem := _problem(one, texts[part], grounds):
                dropped.append(f"{part}, {aspect}: {problem}")
            else:
                said = {"reason": one_line(one.reason), "quote": one_line(one.quote), "score": one.score}
                opinions.append(Opinion.model_validate({"part": part, "aspect": aspect, **said}))
    return Judgement(model=model, opinions=tuple(opinions), dropped=tuple(dropped))


def _problem(opinion: OpinionDraft, text: str, grounds: Grounds) -> str:
    """Return why an opinion does not count, or nothing."""
    if not 1 <= opinion.score <= 5:
        return "its score is none from 1 to 5"
    quote = _folded(opinion.quote)
    if not quote or (len(quote.split()) < _SHORTEST_QUOTE and quote not in map(_folded, text.splitlines())):
        return "it quotes nothing"
    if quote not in _folded(text):
        return "its quote is not in the text"
    return "its reason is none that can be shown" if unfit(opinion.reason, grounds, figures=False) else ""


def _folded(text: str) -> str:
    """Return a text as quotes are compared: case, white space and forms of quotation marks do not matter."""
    plain = unicodedata.normalize("NFKC", text).translate(str.maketrans("’‘“”„«»", '\'\'"""""'))
    return " ".join(plain.casefold().strip(" \"'").split())
