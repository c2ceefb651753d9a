"""Whether what is said is true as far as the site tells, and whether something is proven at all."""

from core.grounding.ground import examined, subject_problem
from core.grounding.wording import content_stems
from core.sentences import sentences
from nodes.quality.criterion import Criterion, Look, failed, half, passed
from nodes.quality.drafts import EmailDraft, LineDraft

_PROVES = frozenset(("problem", "mechanism", "proof", "guarantee", "price"))


def _sentences_hold(draft: EmailDraft) -> Look:
    """Look for a sentence about the seller without its proof, and for figures and names that are not on the site."""
    proven = {claim.sentence for claim in draft.claims}
    for paragraph in draft.letter.paragraphs:
        for sentence, found in examined(sentences(paragraph), draft.grounds, lambda _: ()):
            if sentence in proven:
                continue
            if found.problem:
                return failed(f"“{sentence}”: {found.problem}; take it out or say what the site says")
            if found.facts:
                return failed(f"“{sentence}” claims something without evidence; cite the fact or take it out")
    return passed(f"{len(proven)} sentences about the seller, each with page and quote")


def _line_holds(draft: LineDraft) -> Look:
    """Look for figures, names and promises of a subject line that are not on the site."""
    if problem := subject_problem(draft.text, draft.grounds):
        return failed(f"“{draft.text}”: {problem}")
    return passed("nothing in it that is not on the site")


def _proof(draft: EmailDraft) -> Look:
    """Look for a proof: a figure, customer, guarantee, price or way of working from the site."""
    if not draft.claims:
        return failed("nothing in it is proven; add one figure, customer, guarantee or way of working from the site")
    if any(fact.kind in _PROVES for fact in draft.facts):
        return passed(f"proven by {len(draft.facts)} facts of the site")
    return half("it says what is sold but proves nothing; add a figure, customer or guarantee")


def _tied(draft: LineDraft) -> Look | None:
    """Look for a word that subject line and email, or the site's facts, have in common."""
    stems = set(content_stems(draft.text, draft.grounds.language))
    if not stems or not draft.grounds.speaks_as_written:
        return None
    known = set(content_stems(draft.outreach.body, draft.grounds.language)) | draft.grounds.own_stems
    return (
        passed("tied to the email")
        if stems & known
        else failed(f"“{draft.text}” has no word in common with email and site")
    )


BOTH = (
    Criterion("grounded", "gate", "Every claim about the seller has a page and a quote", _sentences_hold),
    Criterion("proof", "major", "One concrete fact per email; generic texts are the field's main complaint", _proof),
)
SUBJECT = (
    Criterion("grounded", "gate", "Every claim about the seller has a page and a quote", _line_holds),
    Criterion("tied", "minor", "Swap test: a line that fits any company fits none", _tied),
)
