"""A variant: one arm of an experiment, and what it changes."""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from core.value import Value

Factor = Literal["subject_line", "outreach", "follow_up", "campaign"]
"""What a test may vary; a whole campaign is a factor of its own."""
CampaignPart = Literal["all", "subject_line_1", "subject_line_2", "subject_line_3", "outreach", "follow_up"]

VariantName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$")]
"""Letters, digits, `_` and `-`: Amazon SES and Resend take no other characters in a tag."""
Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]


class Variant(Value):
    """One arm: texts of its own, or a campaign or a part of one."""

    name: VariantName
    subject_line: Annotated[str, StringConstraints(min_length=1, max_length=300)] | None = None
    outreach: Text | None = None
    follow_up: Text | None = None
    campaign: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    """Id of a campaign whose pack, or a part of it, is this arm."""
    part: CampaignPart = "all"
    """Which part of `campaign`."""

    @model_validator(mode="after")
    def _says_what_it_is(self) -> Self:
        """Refuse an arm of nothing, of both texts and a campaign, and a part of no campaign."""
        texts = [text for text in (self.subject_line, self.outreach, self.follow_up) if text is not None]
        if bool(texts) == bool(self.campaign):
            raise ValueError("give a variant either its texts or a campaign")
        if self.part != "all" and not self.campaign:
            raise ValueError("a part needs the campaign it is of")
        return self

    @property
    def contents(self) -> dict[Factor, str]:
        """Return what this arm sets, by factor."""
        if self.campaign:
            return {_factor(self.part): f"{self.campaign}#{self.part}"}
        given: dict[Factor, str | None] = {
            "subject_line": self.subject_line,
            "outreach": self.outreach,
            "follow_up": self.follow_up,
        }
        return {factor: text for factor, text in given.items() if text is not None}


def varied(variants: tuple[Variant, ...]) -> frozenset[Factor]:
    """Return the factors in which the variants differ; one that only some set differs as well."""
    factors = {factor for variant in variants for factor in variant.contents}
    return frozenset(f for f in factors if len({variant.contents.get(f) for variant in variants}) > 1)


def _factor(part: CampaignPart) -> Factor:
    if part == "all":
        return "campaign"
    return "subject_line" if part.startswith("subject_line") else "outreach" if part == "outreach" else "follow_up"
