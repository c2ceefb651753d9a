"""Whether the email is written in the language that was chosen."""

from py3langid.langid import rank

from core.grounding.wording import STOP_WORDS
from core.placeholders import PLACEHOLDER
from core.sentences import words
from nodes.quality.criterion import Criterion, Look, failed, half, passed
from nodes.quality.drafts import EmailDraft

_LEAD = 3
"""By how many of its small words a language must lead in a sentence, and be double: related languages share some."""


def _language(draft: EmailDraft) -> Look | None:
    """Look for a sentence in another language by its small words; guess the language of the prose if it is long."""
    wanted = draft.grounds.language
    if strange := next((one for one in draft.sentences if _spoken(one, wanted) != wanted), None):
        return failed(f"“{strange}” reads like {_spoken(strange, wanted)}, {wanted} was chosen; write it in {wanted}")
    prose = PLACEHOLDER.sub(" ", draft.letter.prose)
    if len(prose) < draft.thresholds.language_characters:
        return passed("no sentence in another language") if wanted in STOP_WORDS and draft.sentences else None
    nearest = [str(code) for code, _ in rank(prose)[:2]]
    if nearest[0] == wanted:
        return passed(f"written in {wanted}")
    advice = f"reads like {nearest[0]}, {wanted} was chosen; write it in {wanted}"
    return half(advice) if wanted in nearest else failed(advice)


def _spoken(sentence: str, wanted: str) -> str:
    """Return the language whose small words clearly lead in a sentence, by default the wanted one."""
    if wanted not in STOP_WORDS:
        return wanted
    said = [word.lower() for word in words(PLACEHOLDER.sub(" ", sentence).replace("’", "'"))]
    votes = {language: sum(word in small for word in said) for language, small in STOP_WORDS.items()}
    leading = max(votes, key=lambda language: votes[language])
    leads = votes[leading] >= votes[wanted] + _LEAD and votes[leading] >= 2 * votes[wanted]
    return leading if leads else wanted


BOTH = (
    Criterion(
        "language", "major", "The email's language is the one that was chosen; py3langid, small words", _language
    ),
)
