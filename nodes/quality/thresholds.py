"""The rubric's numbers, each with where it comes from and what speaks against it.

All of them are correlations that vendors published about their own customers, and they contradict each other: they are
settings of a craft, never predictions of a reply rate.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from core.pack import Severity
from core.value import Value

Policy = Severity | Literal["off"]
"""How much a matter of policy weighs: a gate, a major or a minor fault, or nothing."""


def _ordered(span: tuple[int, int]) -> tuple[int, int]:
    """Return a range as it is; raise ValueError if it is empty or starts below zero."""
    least, most = span
    if not 0 <= least <= most:
        raise ValueError(f"a range goes from the least to the most, both at least 0: [{least}, {most}]")
    return span


Span = Annotated[tuple[int, int], AfterValidator(_ordered)]
"""The least and the most that pass."""
Share = Annotated[float, Field(ge=0, le=1)]

_WIDER = ("outreach_words", "outreach_characters", "questions")
_AT_MOST = ("subject_characters", "reading_grade", "reused_pairs")
_AT_LEAST = ("you_per_we", "specificity", "new_fact_overlap")


class Thresholds(Value):
    """What passes, what passes half, and what fails."""

    subject_words: Span = (2, 5)
    """Boomerang: 3 to 4 words get most replies; Belkins: 2 to 4 words, 46 % opens against 34 % at 10. One more, since a
    placeholder counts as a word. Against it: Mailchimp found that “subject length means absolutely nothing”."""
    subject_characters: int = Field(default=40, ge=1)
    """What a phone shows of a subject. Backlinko's best 36 to 50 characters (+24.6 % response) lie at its edge and go
    against the 2 to 4 words of Belkins, which are about 12 to 25."""
    subject_words_half: int = Field(default=9, ge=1)
    """Mailchimp: at most 9 words."""
    subject_characters_half: int = Field(default=60, ge=1)
    """Mailchimp: at most 60 characters (an older page of theirs: 50, as Kajabi's checker)."""
    outreach_words: Span = (35, 90)
    """Between Lavender (25 to 50 words, 67 % more replies than at 125), Smartlead (50 to 80) and Boomerang (50 to 125),
    greeting and signature left out. Against it: Hunter saw 20 to 39 words do best (4.5 %), but under 100 words only 3.9
    % against 3.7 %, and says that Boomerang's emails were not all cold; Reyes-Simpe & Kubantseva: up to 150."""
    outreach_words_half: Span = (25, 125)
    """Lavender's lower and Boomerang's upper end."""
    outreach_characters: Span = (70, 220)
    """For languages without spaces; our own choice: about two characters carry an English word."""
    outreach_characters_half: Span = (50, 320)
    """For languages without spaces; our own choice, as above."""
    follow_up_words: Span = (15, 60)
    """A follow-up is shorter than the email before (marketingskills) and still says something. Gong goes further:
    follow-ups of four sentences and more got 15 times the meetings of shorter ones."""
    follow_up_characters: Span = (30, 150)
    """For languages without spaces; our own choice, as above."""
    sentence_words: int = Field(default=25, ge=1)
    """Lavender: no sentence over 25 words."""
    sentence_words_major: int = Field(default=40, ge=1)
    """Above it a long sentence is a major fault; our own choice: two sentences of the longest that passes, joined, in
    languages that have no reading grade to see it."""
    reading_grade: float = 8.0
    """Grade of Flesch and Kincaid; English only. Boomerang: third grade got 53 % answers, high school 45, college 39;
    Lavender: fifth grade +67 % replies. 8 leaves room for the nouns of a trade; five good packs read at
    2.7 to 5.7, emails composed of the sites' own clauses at 5.8 to 9.1."""
    reading_grade_half: float = 10.0
    """Lavender: 70 % of all emails read at grade 10 or above."""
    questions: Span = (1, 1)
    """Lavender: limit yourself to one. Against it: Boomerang saw 1 to 3 questions get 50 % more replies than none."""
    questions_half: Span = (1, 2)
    """Between Lavender's one and Boomerang's three."""
    you_per_we: float = Field(default=1.0, ge=0)
    """Words for the reader per word for the sender; English only. marketingskills: “you” outweighs “we”."""
    you_per_we_half: float = Field(default=0.5, ge=0)
    """Our own choice: one proof told as “we” may stand beside a question to the reader."""
    specificity: float = Field(default=0.95, ge=0)
    """Rarity of the words and figures that the site has too, per word of matter. Our own measure, on 14 hand-written
    packs in five languages: 1.30 to 2.05 on the own site, on another of the 14 at most 0.46, generic emails 0.35. Set
    on seven of them (1.30 and more, others up to 0.19); the other seven agree (1.63 and more, others up to 0.36)."""
    specificity_half: float = Field(default=0.7, ge=0)
    """The middle between other companies' emails and the thinnest honest one, 0.91. All 182 swaps of the 14 packs fall
    below it, and 545 of 546 against 39 saved sites of up to 40 facts; the one above is a rival in the same trade."""
    subject_tie: float = Field(default=1.0, ge=0)
    """What a subject shares with email and site, in the measure above but in all. Our own: 1.96 at least for 42 lines
    of good packs, 1.83 at most for generic lines: nothing in 18 of 29 comparisons, under 1 in 24."""
    new_fact_overlap: float = Field(default=0.6, ge=0)
    """What a follow-up's best sentence shares with the facts that the first email left out, in the measure above."""
    new_fact_overlap_half: float = Field(default=0.3, ge=0)
    """Our own choice: half of it."""
    reused_pairs: Share = 0.2
    """Share of word pairs that a follow-up may take from the first email: above it the angle is no longer new
    (marketingskills: every email its own angle). Against it: Gong wants the context told again."""
    reused_pairs_half: Share = 0.35
    """Our own choice: about one repeated sentence of three."""
    days: Span = (2, 14)
    """Smartlead: 2 to 4 days before the second email, up to 14 before the last. Belkins: 3 days lift replies by up to
    31 %."""
    language_characters: int = Field(default=200, ge=20)
    """py3langid is right on texts of 200 characters and more, and often wrong on a subject line. Below it small words
    decide, sentence by sentence: no false alarm on 1,239 sentences of 39 sites and 14 packs, 78 % of foreign ones of
    six words and more seen."""
    same_line: Share = 0.7
    """Share of common word stems above which two subject lines are one thought; our own choice."""
    spam_points: float = Field(default=0.5, ge=0)
    """SpamAssassin's points that an email may have once those of the missing transport are left out: measured 0.0 to
    0.1 on good emails, 0.5 on a subject in capitals, 4.0 on a bare image. Its own 5.0 never fires on bad copy."""
    opt_out: Policy = "minor"
    """Whether the first email must offer a way out; as a gate, every email. CAN-SPAM asks for one and counts B2B in.
    Against it: Instantly and most sequences add it by the platform, below the text."""
    proof: Policy = "major"
    """Whether an email needs a proof. Most say one; Instantly holds figures of the product back in the first email."""
    subject_tied: Policy = "minor"
    """Whether a subject must share matter with email and site. As a major fault it rejects 18 of 29 generic lines and
    none of 42 good ones. Against it: “Saturday stops” is a good line over an email that says “weekend”."""
    subject_questions: Policy = "minor"
    """Whether a subject may ask. Lavender: questions cost 56 % of opens; WarmySender: 1.7 points. Against it: Belkins
    saw questions open best, at 46 %."""
    subject_first_name: Policy = "minor"
    """Whether a subject may hold the recipient's name. Lavender: 12 % fewer replies. Against it: WarmySender saw 3.2
    points more opens, Belkins 7 % replies against 3 % for subjects made personal."""

    @model_validator(mode="after")
    def _half_is_wider(self) -> "Thresholds":
        """Refuse settings by which more would pass whole than half."""
        for name in _WIDER:
            (least, most), (half_least, half_most) = getattr(self, name), getattr(self, f"{name}_half")
            if not (half_least <= least and most <= half_most):
                raise ValueError(f"{name}_half {[half_least, half_most]} must contain {name} {[least, most]}")
        for name in (*_AT_MOST, *_AT_LEAST):
            full, half = getattr(self, name), getattr(self, f"{name}_half")
            if (half < full) if name in _AT_MOST else (half > full):
                side = "at least" if name in _AT_MOST else "at most"
                raise ValueError(f"{name}_half {half} must be {side} {name} {full}")
        if self.subject_words[1] > self.subject_words_half:
            raise ValueError(f"subject_words_half {self.subject_words_half} must be at least {self.subject_words[1]}")
        if self.sentence_words > self.sentence_words_major:
            major = self.sentence_words_major
            raise ValueError(f"sentence_words_major {major} must be at least sentence_words {self.sentence_words}")
        return self
