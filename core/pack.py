"""The campaign pack: what a run delivers, and its parts on the way."""

from typing import Literal

from pydantic import Field

from core.company import Company
from core.icp import Icp
from core.value import Value
from core.voice import TonePreset
from core.word_diff import WordRun

PartName = Literal["subject_lines", "outreach", "follow_up"]
PART_NAMES: tuple[PartName, ...] = ("subject_lines", "outreach", "follow_up")
EmailName = Literal["outreach", "follow_up"]
EMAIL_NAMES: tuple[EmailName, ...] = ("outreach", "follow_up")
Angle = Literal["problem", "outcome", "proof"]
"""The door through which a subject line enters the same email."""


class CitedSentence(Value):
    """A sentence that says something about the seller, and the fact it rests on, as its writer cites it."""

    sentence: str
    """The sentence exactly as it stands in the text."""
    fact: str
    """Id of the fact, such as `f3`."""


class SubjectLine(Value):
    """One of three subject lines."""

    text: str
    angle: Angle
    fact: str = ""
    """Id of the fact it rests on; empty if it claims nothing."""
    score: int | None = None


class Email(Value):
    """An email on its way through the graph: plain text with `{{placeholders}}` and the facts its sentences cite."""

    body: str
    cited: tuple[CitedSentence, ...] = ()
    send_after_days: int | None = None
    """Days after the first email; None for the first."""


class Claim(Value):
    """A sentence about the seller with the words of the page that support it, checked by code."""

    part: PartName
    sentence: str
    page: str
    quote: str


class Outreach(Value):
    """The first email."""

    body: str
    score: int


class FollowUp(Value):
    """The second email; it threads under the first subject line."""

    body: str
    subject: str
    """`Re: ` and the first subject line, as the thread shows it."""
    send_after_days: int
    score: int


class ToneChange(Value):
    """One thing that calibration changed."""

    part: PartName
    what: str
    why: str


class BothTexts(Value):
    """The bodies of both emails at one moment."""

    outreach: str
    follow_up: str


class BothDiffs(Value):
    """What changed in both emails, word by word."""

    outreach: tuple[WordRun, ...] = ()
    follow_up: tuple[WordRun, ...] = ()


class Tone(Value):
    """How the emails should sound, what was changed for it and why, and the texts before and after."""

    target: str
    preset: TonePreset | None = None
    changes: tuple[ToneChange, ...] = ()
    before: BothTexts
    """As they were written; what the site does not support is taken out here too."""
    after: BothTexts
    diff: BothDiffs = BothDiffs()


class Placeholder(Value):
    """A merge field used in the pack."""

    name: str
    description: str
    fallback: str
    """What to write where a recipient has no value; empty if the sentence must not be sent without one."""


Verdict = Literal["pass", "half", "fail"]
Severity = Literal["gate", "major", "minor"]


class Check(Value):
    """One criterion of the rubric, applied to one part."""

    name: str
    verdict: Verdict
    severity: Severity
    detail: str
    """What was found, and if it did not pass what to do, in words a seller can act on."""
    source: str
    """Where the criterion and its threshold come from."""


Aspect = Literal["relevance", "naturalness", "clarity", "angle"]
"""What the judge looks at: relevance to the persona, naturalness, clarity of the value, quality of the angle."""


class Opinion(Value):
    """What the judge thinks of one aspect of one part."""

    part: PartName
    aspect: Aspect
    reason: str
    quote: str
    """Words of the part, found there by code."""
    score: int = Field(ge=1, le=5)


class Judgement(Value):
    """What a model thinks of the pack's writing; it can lower a score and never raise one."""

    model: str
    opinions: tuple[Opinion, ...]
    dropped: tuple[str, ...] = ()
    """Opinions that do not count, each with why: a quote that is not in the text, a score that is none."""


class PartQuality(Value):
    """How well one part does, from 0 to 100, with every check."""

    score: int = Field(ge=0, le=100)
    passed: bool
    checks: tuple[Check, ...]

    @property
    def findings(self) -> tuple[Check, ...]:
        """Return the checks that did not pass, worst first."""
        order = {"gate": 0, "major": 1, "minor": 2}
        return tuple(sorted((c for c in self.checks if c.verdict != "pass"), key=lambda c: order[c.severity]))


class Quality(Value):
    """How well the pack keeps to the rubric; adherence to a craft, never a predicted reply rate."""

    score: int = Field(ge=0, le=100)
    """The weakest part's score: a chain is not stronger than that."""
    mean: int = Field(ge=0, le=100)
    passed: bool
    subject_lines: PartQuality
    outreach: PartQuality
    follow_up: PartQuality
    subject_scores: tuple[int, ...] = ()
    """The score of each subject line, in order."""
    rounds: tuple[int, ...] = ()
    """The pack's score after each round of writing; the best round is the one delivered."""
    judgement: Judgement | None = None
    """The judge's opinions, where a real model is configured to judge."""

    def part(self, name: PartName) -> PartQuality:
        """Return the quality of one part."""
        quality: PartQuality = getattr(self, name)
        return quality


class AbVariant(Value):
    """One arm of the planned test."""

    name: str
    subject_line: str
    rationale: str


class AbTest(Value):
    """An A/B test worth running with this pack, and what a list of a given size can tell."""

    hypothesis: str
    factor: Literal["subject_line"] = "subject_line"
    variants: tuple[AbVariant, ...] = Field(min_length=2, max_length=3)
    metric: Literal["replied"] = "replied"
    metric_description: str
    baseline_rate: float
    minimum_uplift: float
    """Relative: 0.5 is half as many replies again."""
    significance: float
    power: float
    sample_size_per_variant: int
    total_sample_size: int
    can_tell: str
    """What the planned size can show, in plain words."""
    cannot_tell: str
    """What a smaller list cannot show."""
    detectable: tuple["Detectable", ...]
    sources: tuple[str, ...]


class Detectable(Value):
    """The smallest uplift that a list of this size can show."""

    recipients: int
    """In all, split evenly over the variants."""
    minimum_uplift: float | None
    """Relative; None where not even ten times the baseline would show."""


class ModelCall(Value):
    """One call to a language model, as it is paid."""

    step: str
    model: str
    """The model that the provider says has answered."""
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = None
    """US dollars; None while no price is configured."""
    milliseconds: float = 0
    estimated: bool = False
    """The provider gave no token counts; these are an estimate."""


class StepTime(Value):
    """How long one execution of a step took."""

    step: str
    milliseconds: float


class Usage(Value):
    """What the run took."""

    calls: int
    input_tokens: int
    output_tokens: int
    tokens: int
    cost: float | None
    milliseconds: dict[str, float]
    """Wall time per node, revisions added up."""


class Pack(Value):
    """A campaign that can be sent and tested."""

    id: str
    status: Literal["finished"] = "finished"
    model: str
    ai_generated: Literal[True] = True
    language: str
    company: Company
    icp: Icp
    subject_lines: tuple[SubjectLine, ...] = Field(min_length=3, max_length=3)
    outreach: Outreach
    follow_up: FollowUp
    tone: Tone
    placeholders: tuple[Placeholder, ...]
    claims: tuple[Claim, ...]
    quality: Quality
    ab_test: AbTest
    usage: Usage
    warnings: tuple[str, ...] = ()


AbTest.model_rebuild()
