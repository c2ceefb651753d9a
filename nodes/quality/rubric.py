"""The rubric: which criteria hold for which part. A new criterion is one more line here."""

from nodes.quality import (
    angles,
    asking,
    form,
    fragments,
    grounded,
    language,
    length,
    names,
    phrases,
    second_email,
    stock_sentences,
    subject,
    subject_set,
    whole,
)  # fmt: skip
from nodes.quality.criterion import Criterion
from nodes.quality.drafts import EmailDraft, LineDraft, LineSet

LINE: tuple[Criterion[LineDraft], ...] = (
    *subject.SUBJECT, *names.SUBJECT, *fragments.SUBJECT, *angles.SUBJECT,
    *phrases.SUBJECT, *grounded.SUBJECT, *form.SUBJECT,
)  # fmt: skip
LINE_SET: tuple[Criterion[LineSet], ...] = subject_set.SUBJECT_SET
_EMAIL: tuple[Criterion[EmailDraft], ...] = (
    *asking.BOTH, *form.BOTH, *grounded.BOTH, *language.BOTH, *phrases.BOTH, *whole.BOTH,
    *stock_sentences.BOTH,
)  # fmt: skip
OUTREACH: tuple[Criterion[EmailDraft], ...] = (*length.OUTREACH, *_EMAIL)
FOLLOW_UP: tuple[Criterion[EmailDraft], ...] = (
    *length.FOLLOW_UP, *second_email.FOLLOW_UP, *phrases.FOLLOW_UP, *_EMAIL
)  # fmt: skip
