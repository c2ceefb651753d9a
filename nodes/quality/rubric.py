"""The rubric: which criteria hold for which part. A new criterion is one more line here."""

from nodes.quality import asking, form, grounded, language, length, phrases, second_email, subject, subject_set
from nodes.quality.criterion import Criterion
from nodes.quality.drafts import EmailDraft, LineDraft, LineSet

LINE: tuple[Criterion[LineDraft], ...] = (*subject.SUBJECT, *phrases.SUBJECT, *grounded.SUBJECT, *form.SUBJECT)
LINE_SET: tuple[Criterion[LineSet], ...] = subject_set.SUBJECT_SET
_EMAIL: tuple[Criterion[EmailDraft], ...] = (*asking.BOTH, *form.BOTH, *grounded.BOTH, *language.BOTH, *phrases.BOTH)
OUTREACH: tuple[Criterion[EmailDraft], ...] = (*length.OUTREACH, *_EMAIL)
FOLLOW_UP: tuple[Criterion[EmailDraft], ...] = (
    *length.FOLLOW_UP, *second_email.FOLLOW_UP, *phrases.FOLLOW_UP, *_EMAIL
)  # fmt: skip
