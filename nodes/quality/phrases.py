"""Phrases that give a bulk mailer away, waste the opening, boast, or reproach."""

import re
from collections.abc import Callable

from nodes.quality.criterion import Criterion, Look, failed, passed
from nodes.quality.drafts import EmailDraft, LineDraft
from nodes.quality.phrase_lists import BULK, FILLER, HYPE, REPROACH, STOCK_SUBJECTS


def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds any of the phrases as whole words."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE)


def _found(pattern: re.Pattern[str], text: str, site: str) -> list[str]:
    """Return the phrases of a text that the site itself does not use."""
    found = (match.group() for match in pattern.finditer(text.replace("’", "'")))
    said = site.lower()
    return [phrase for phrase in found if phrase.lower() not in said]


def _without(phrases: tuple[str, ...], advice: str) -> Callable[[EmailDraft], Look]:
    """Return a look that fails on the first of the phrases."""
    pattern = _pattern(phrases)

    def look(draft: EmailDraft) -> Look:
        found = _found(pattern, draft.email.body, draft.grounds.site_text)
        return failed(f"“{found[0]}”: {advice}") if found else passed("none")

    return look


_BOASTS = _pattern(HYPE)
_STOCK = _pattern(STOCK_SUBJECTS)
_BULK = _pattern(BULK)


def _hype(draft: EmailDraft) -> Look:
    """Look for words that boast without saying anything, unless the site itself speaks so."""
    found = _found(_BOASTS, draft.email.body, draft.grounds.site_text)
    return failed(f"“{'”, “'.join(found)}”: say what happens instead") if found else passed("none")


def _stock(draft: LineDraft) -> Look:
    """Look for a subject line that everybody sends."""
    found = _found(_STOCK, draft.text, draft.grounds.site_text)
    return (
        failed(f"“{draft.text}” is what everybody sends; name the reader's matter")
        if found
        else passed("its own words")
    )


def _bulk_subject(draft: LineDraft) -> Look:
    """Look for a phrase of bulk mail in a subject line."""
    found = _found(_BULK, draft.text, draft.grounds.site_text)
    return failed(f"“{found[0]}” marks bulk mail; write it plainly") if found else passed("none")


def _hype_subject(draft: LineDraft) -> Look:
    """Look for a boast in a subject line."""
    found = _found(_BOASTS, draft.text, draft.grounds.site_text)
    return failed(f"“{found[0]}”: say what happens instead") if found else passed("none")


BOTH = (
    Criterion(
        "bulk_phrases",
        "gate",
        "Instantly: phrases that filters and readers take for bulk mail",
        _without(BULK, "marks bulk mail; write it plainly"),
    ),
    Criterion(
        "filler",
        "major",
        "Instantly, writing craft: an opening that says nothing costs the reader",
        _without(FILLER, "says nothing; open on the reader's situation"),
    ),
    Criterion("hype", "major", "Writing craft: a boast that any competitor could send", _hype),
)
FOLLOW_UP = (
    Criterion(
        "no_reproach",
        "major",
        "Gong: “I never heard back” lowers bookings",
        _without(REPROACH, "reminds of the silence; bring something new instead"),
    ),
)
SUBJECT = (
    Criterion("stock", "major", "marketingskills: stock subjects read as bulk mail", _stock),
    Criterion("bulk_phrases", "gate", "Instantly: phrases that filters and readers take for bulk mail", _bulk_subject),
    Criterion("hype", "major", "Writing craft: a boast that any competitor could send", _hype_subject),
)
