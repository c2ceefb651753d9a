"""The email's form: greeting and signature, plain text, known merge fields, nothing left to fill in."""

import re

from core.grounding.unsafe import BLANK, MARKUP, contact_data, unknown_tags
from core.placeholders import PLACEHOLDER, names_in
from nodes.quality.criterion import Criterion, Look, failed, passed
from nodes.quality.drafts import EmailDraft, LineDraft

_ITEM = re.compile(r"^[ \t]*(?:[-*•·–]|\d{1,2}[.)])[ \t]+\S.*$", re.MULTILINE)


def _pieces(draft: EmailDraft) -> Look:
    """Look for greeting and signature; an email without either cannot be sent as it is."""
    missing = [name for name in ("greeting", "closing") if not getattr(draft.letter, name)]
    if not missing:
        return passed("greeting and signature are there")
    words = {"greeting": "a greeting line at the top", "closing": "{{sender_name}} on the last line"}
    return failed(f"missing: {' and '.join(words[name] for name in missing)}")


def _plain_text(draft: EmailDraft) -> Look:
    """Look for links, contact data, lists and markup."""
    body = draft.email.body
    if data := contact_data(body, draft.grounds.given):
        return failed(f"take out {data[0]}: a first contact carries no links, addresses or phone numbers")
    if len(items := _ITEM.findall(body)) > 1:
        return failed(f"take out the list (“{items[0].strip()}”): say the one thing that matters most")
    markup = MARKUP.search(PLACEHOLDER.sub(" ", body))
    return failed(f"take out the markup {markup.group()}") if markup else passed("plain text without links")


def _fields_of(text: str, known: frozenset[str]) -> Look:
    """Look for merge fields that no contact list has, and for blanks that somebody was to fill in."""
    if unknown := unknown_tags(text, known):
        return failed(f"unknown merge field {unknown[0]}; use {', '.join(sorted(known))}")
    blank = BLANK.search(PLACEHOLDER.sub(" ", text))
    if blank:
        return failed(f"{blank.group()} was left to fill in; write it or take the sentence out")
    used = names_in(text)
    return passed(f"merge fields: {', '.join(used)}" if used else "no merge fields")


def _email_fields(draft: EmailDraft) -> Look:
    """Look at the merge fields of an email."""
    return _fields_of(draft.email.body, draft.grounds.placeholders)


def _line_fields(draft: LineDraft) -> Look:
    """Look at the merge fields of a subject line."""
    return _fields_of(draft.text, draft.grounds.placeholders)


_FIELDS_SOURCE = "Instantly: every merge field resolves; an open one shows that a machine wrote"
BOTH = (
    Criterion("greeting_and_signature", "major", "Reyes-Simpe & Kubantseva: who writes must be clear", _pieces),
    Criterion("plain_text", "major", "Instantly: no links or images in the first email", _plain_text),
    Criterion("merge_fields", "gate", _FIELDS_SOURCE, _email_fields),
)
SUBJECT = (Criterion("merge_fields", "gate", _FIELDS_SOURCE, _line_fields),)
