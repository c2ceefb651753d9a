"""Whether the email is written in the language that was chosen."""

from py3langid.langid import rank

from core.placeholders import PLACEHOLDER
from nodes.quality.criterion import Criterion, Look, failed, half, passed
from nodes.quality.drafts import EmailDraft


def _language(draft: EmailDraft) -> Look | None:
    """Guess the language of the prose; short texts are not guessed."""
    prose = PLACEHOLDER.sub(" ", draft.letter.prose)
    if len(prose) < draft.thresholds.language_characters:
        return None
    wanted = draft.grounds.language
    nearest = [str(code) for code, _ in rank(prose)[:2]]
    if nearest[0] == wanted:
        return passed(f"written in {wanted}")
    advice = f"reads like {nearest[0]}, {wanted} was chosen; write it in {wanted}"
    return half(advice) if wanted in nearest else failed(advice)


BOTH = (Criterion("language", "major", "The email's language is the one that was chosen; py3langid", _language),)
