"""What senders disagree on in a subject line: whether it asks, and whether it names the recipient."""

from core.sentences import is_question
from nodes.quality.criterion import Criterion, Look, failed, passed
from nodes.quality.drafts import LineDraft
from nodes.quality.thresholds import Policy


def _question(draft: LineDraft) -> Look:
    """Look for a question."""
    if is_question(draft.text) or "¿" in draft.text:
        return failed(f"“{draft.text}” asks; state the matter, the email asks")
    return passed("states its matter")


def _first_name(draft: LineDraft) -> Look:
    """Look for the recipient's name."""
    for field in ("{{first_name}}", "{{last_name}}"):
        if field in draft.text:
            return failed(f"“{draft.text}”: take {field} out; the reader's matter earns the opening, not the name")
    return passed("no recipient's name")


def _question_policy(draft: LineDraft) -> Policy:
    return draft.thresholds.subject_questions


def _first_name_policy(draft: LineDraft) -> Policy:
    return draft.thresholds.subject_first_name


SUBJECT = (
    Criterion(
        "states", "minor", "Lavender: questions cost opens; Belkins: they open best", _question, _question_policy
    ),
    Criterion(
        "no_recipient_name",
        "minor",
        "Lavender: first name 12 % fewer replies; Belkins: more",
        _first_name,
        _first_name_policy,
    ),
)
