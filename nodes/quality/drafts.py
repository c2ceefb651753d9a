"""What the criteria look at: an email, or a subject line, with what it is held against."""

from dataclasses import dataclass
from functools import cached_property

from core.company import Fact
from core.grounding.evidence import fact_behind
from core.grounding.grounds import Grounds
from core.grounding.letter import Letter, read_letter
from core.pack import Claim, Email, SubjectLine
from core.sentences import SPACELESS_LANGUAGES, characters, words
from nodes.quality.thresholds import Thresholds


@dataclass(frozen=True)
class EmailDraft:
    """An email, its proof, and for a follow-up the email before it."""

    email: Email
    claims: tuple[Claim, ...]
    """The claims of this email only."""
    grounds: Grounds
    thresholds: Thresholds
    sender_name: str = ""
    first: "EmailDraft | None" = None
    """The first email, if this is the follow-up."""
    footer: str = ""
    """What is written below the signature of every email."""

    @cached_property
    def letter(self) -> Letter:
        """Return the email in its pieces."""
        return read_letter(self.email.body, self.sender_name)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Return the sentences between greeting and closing."""
        return self.letter.sentences

    @property
    def spaceless(self) -> bool:
        """Return whether the email's language is measured in characters."""
        return self.grounds.language in SPACELESS_LANGUAGES

    @cached_property
    def size(self) -> int:
        """Return the words (characters in Japanese and Chinese) between greeting and closing."""
        return characters(self.letter.prose) if self.spaceless else len(words(self.letter.prose))

    @property
    def unit(self) -> str:
        """Return what `size` counts."""
        return "characters" if self.spaceless else "words"

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Return the facts that this email's claims rest on."""
        quotes = {claim.quote for claim in self.claims}
        return tuple(fact for fact in self.grounds.facts if fact.quote in quotes)


@dataclass(frozen=True)
class LineDraft:
    """A subject line, and the email it stands over."""

    line: SubjectLine
    grounds: Grounds
    thresholds: Thresholds
    outreach: Email

    @property
    def text(self) -> str:
        """Return the line's text."""
        return self.line.text

    @cached_property
    def fact(self) -> Fact | None:
        """Return the fact that the line rests on, cited or found."""
        return fact_behind(self.line.text, self.line.fact, self.grounds.company, self.grounds.language)


@dataclass(frozen=True)
class LineSet:
    """The subject lines beside each other."""

    lines: tuple[SubjectLine, ...]
    grounds: Grounds
    thresholds: Thresholds
