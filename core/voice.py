"""How the emails should sound: a preset or a description, a sample of the sender's own writing, and the reader."""

from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, StringConstraints

from core.given import Line, Text
from core.icp import Seniority
from core.value import Value

TonePreset = Literal["direct", "warm", "formal", "technical", "executive"]

PRESETS: dict[TonePreset, str] = {
    "direct": "comes to the point in the first sentence, short sentences, no softening",
    "warm": "as one would speak across a desk, contractions, easy to decline",
    "formal": "keeps its distance, full words, complete questions",
    "technical": "the mechanism first, terms of the trade, nothing rounded",
    "executive": "outcome and risk, few words, a question that one word can answer",
}
"""What each preset asks of a text."""

SENIORITY_TARGETS: dict[Seniority, str] = {
    "executive": "brief: outcome and risk first, few words",
    "manager": "plain and concrete: result first, then how",
    "practitioner": "concrete: the mechanism, in working words",
    "founder": "plain talk, no ceremony",
}
"""What suits a reader where the request names no tone; from the craft's rule of tone by seniority."""

LENGTHS: dict[Seniority, tuple[int, int]] = {
    "executive": (30, 50),
    "founder": (35, 60),
    "manager": (42, 70),
    "practitioner": (50, 80),
}
"""Words of a first email between greeting and signature: an executive gets outcome and risk in about 40, a practitioner
the mechanism in about 70. All inside Smartlead's and Lavender's 25 to 80."""

Sample = Annotated[Text, StringConstraints(max_length=5_000)]


class Voice(Value):
    """How the emails should sound."""

    preset: TonePreset | None = None
    description: Line | None = None
    """In free words, such as `plain and dry, like an engineer`; goes beside a preset."""
    sample: Sample | None = None
    """Something the sender wrote, up to 5,000 characters: how it sounds is taken over, what it says is not."""

    @property
    def asked(self) -> str | None:
        """Return preset and description as one text, or None where neither is given."""
        told = [text for text in (self.preset, self.description) if text]
        return ": ".join(told) or None


def _read(tone: object) -> object:
    """Read what a request says: one text, a preset's name or a description, or all of it."""
    if isinstance(tone, str):
        name = tone.strip().casefold()
        return {"preset": name} if name in get_args(TonePreset) else {"description": tone}
    if tone is None or isinstance(tone, (dict, Voice)):
        return tone
    raise ValueError("give a text, or an object with preset, description and sample")


Tone = Annotated[Voice, BeforeValidator(_read, json_schema_input_type=str | Voice)]
"""How the emails should sound: a preset's name, a description, or an object with both and a sample."""


def target(voice: Voice, seniority: Seniority) -> str:
    """Return in words how the emails should sound: what was asked for, and what suits the reader."""
    article = "an" if seniority == "executive" else "a"
    reader = f"for {article} {seniority}: {SENIORITY_TARGETS[seniority]}"
    asked = (
        f"{voice.preset} ({PRESETS[voice.preset]})" if voice.preset else "",
        voice.description or "",
        "like the sender's sample" if voice.sample else "",
    )
    return ", ".join([*(text for text in asked if text), reader])
