"""The rubric's numbers, each with where it comes from.

All of them are correlations that vendors published about their own customers, and they contradict each other: they are
settings of a craft, never predictions.
"""

from core.value import Value


class Thresholds(Value):
    """What passes, what passes half, and what fails."""

    subject_words: tuple[int, int] = (2, 5)
    """Boomerang: 3 to 4 words get most replies; Belkins: 2 to 4. One more, since a placeholder counts as a word."""
    subject_characters: int = 40
    """What a phone shows of a subject; Backlinko's 36 to 50 characters lies at its edge."""
    subject_words_half: int = 9
    """Mailchimp: at most 9 words."""
    subject_characters_half: int = 60
    """Mailchimp: at most 60 characters."""
    outreach_words: tuple[int, int] = (35, 90)
    """Between Lavender (25 to 50), Smartlead (50 to 80) and Boomerang (50 to 125), greeting and signature left out."""
    outreach_words_half: tuple[int, int] = (25, 125)
    """Lavender's lower and Boomerang's upper end."""
    outreach_characters: tuple[int, int] = (70, 220)
    """For languages without spaces; our own choice: about two characters carry an English word."""
    outreach_characters_half: tuple[int, int] = (50, 320)
    follow_up_words: tuple[int, int] = (15, 60)
    """A follow-up is shorter than the email before (marketingskills) and still says something (Gong)."""
    follow_up_characters: tuple[int, int] = (30, 150)
    """For languages without spaces; our own choice, as above."""
    sentence_words: int = 25
    """Lavender: no sentence over 25 words."""
    reused_pairs: float = 0.2
    """Share of word pairs that a follow-up may take from the first email: above it the angle is no longer new."""
    reused_pairs_half: float = 0.35
    days: tuple[int, int] = (2, 14)
    """Smartlead: 2 to 4 days before the second email, up to 14 before the last."""
    language_characters: int = 200
    """py3langid is right on texts of 200 characters and more, and often wrong on a subject line."""
    same_line: float = 0.7
    """Share of common word stems above which two subject lines are one thought; our own choice."""
