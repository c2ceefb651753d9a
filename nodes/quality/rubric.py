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
    opt_out,
    phrases,
    plain_form,
    readability,
    second_email,
    specificity,
    stock_sentences,
    strangers,
    subject,
    subject_policy,
    subject_set,
    viewpoint,
    whole,
)  # fmt: skip
from nodes.quality.criterion import Criterion
from nodes.quality.drafts import EmailDraft, LineDraft, LineSet

LINE: tuple[Criterion[LineDraft], ...] = (
    *subject.SUBJECT, *plain_form.SUBJECT, *names.SUBJECT, *fragments.SUBJECT, *angles.SUBJECT,
    *phrases.SUBJECT, *grounded.SUBJECT, *form.SUBJECT, *strangers.SUBJECT, *subject_policy.SUBJECT,
)  # fmt: skip
LINE_SET: tuple[Criterion[LineSet], ...] = subject_set.SUBJECT_SET
_EMAIL: tuple[Criterion[EmailDraft], ...] = (
    *asking.BOTH, *form.BOTH, *plain_form.BOTH, *grounded.BOTH, *strangers.BOTH, *language.BOTH, *phrases.BOTH,
    *whole.BOTH, *stock_sentences.BOTH,
)  # fmt: skip
OUTREACH: tuple[Criterion[EmailDraft], ...] = (
    *length.OUTREACH, *readability.OUTREACH, *specificity.OUTREACH, *viewpoint.OUTREACH, *_EMAIL, *opt_out.OUTREACH
)  # fmt: skip
FOLLOW_UP: tuple[Criterion[EmailDraft], ...] = (
    *length.FOLLOW_UP, *second_email.FOLLOW_UP, *phrases.FOLLOW_UP, *_EMAIL, *opt_out.FOLLOW_UP
)  # fmt: skip
