"""Whether what is said is true as far as the site tells, and whether something is proven at all."""

from core.company import Fact
from core.grounding.commitments import commitments
from core.grounding.ground import cited_facts, examined, subject_problem
from core.grounding.quantities import quantities
from core.grounding.wording import content_stems
from core.pack import Claim
from core.sentences import sentences
from nodes.quality.criterion import Criterion, Look, failed, half, passed
from nodes.quality.drafts import EmailDraft, LineDraft
from nodes.quality.overlap import Source, comparable, shared
from nodes.quality.thresholds import Policy

_TERMS = frozenset(("free", "refund", "guarantee"))
_PROVES = frozenset(("mechanism", "proof", "guarantee", "price"))


def _sentences_hold(draft: EmailDraft) -> Look:
    """Look for a sentence about the seller without its proof, and for figures and names that are not on the site."""
    proven = {claim.sentence for claim in draft.claims}

    def cited(sentence: str) -> tuple[Fact, ...]:
        return cited_facts(sentence, draft.email, draft.grounds.company)

    for paragraph in draft.letter.paragraphs:
        for sentence, found in examined(sentences(paragraph), draft.grounds, cited):
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
    if any(fact.kind in _PROVES for fact in draft.facts) or any(_is_concrete(claim, draft) for claim in draft.claims):
        return passed(f"proven by {len(draft.facts)} facts of the site")
    best = max(draft.grounds.facts, key=lambda fact: (fact.kind in _PROVES, fact.weight), default=None)
    such = f" such as “{best.text}”" if best else ""
    if all(
        fact.kind == "problem" for fact in draft.facts
    ):  # a problem is the trade's, and proves nothing of the seller
        return failed(f"nothing in it is proven; add one figure, customer, guarantee or way of working{such}")
    return half(f"it says what is sold but proves nothing; add a figure, customer or guarantee{such}")


def _is_concrete(claim: Claim, draft: EmailDraft) -> bool:
    """Return whether a sentence about an offer says on what terms: a time, a share, a sum, free of charge."""
    terms = any(figure.unit for figure in quantities(claim.sentence, draft.grounds.language))
    return any(fact.quote == claim.quote and fact.kind == "offer" for fact in draft.facts) and bool(
        terms or commitments(claim.sentence) & _TERMS
    )


def _proof_policy(draft: EmailDraft) -> Policy:
    return draft.thresholds.proof


def _tied(draft: LineDraft) -> Look | None:
    """Look for words and figures that subject line and email, or the site's facts, have in common."""
    grounds, most = draft.grounds, draft.thresholds.subject_tie
    stems = frozenset(content_stems(draft.text, grounds.language))
    if not stems or not grounds.speaks_as_written:
        return None
    known = grounds.own_stems.union(content_stems(draft.outreach.body, grounds.language))
    if not stems & known:
        return failed(f"“{draft.text}” has no word in common with email and site; name what the email is about")
    told = shared(draft.text, Source(known, grounds.all_quantities), grounds) if comparable(grounds) else most
    if told >= most:
        return passed("tied to the email")
    return half(f"“{draft.text}” has only common words of email and site; name what the email is about")


def _tied_policy(draft: LineDraft) -> Policy:
    return draft.thresholds.subject_tied


BOTH = (
    Criterion("grounded", "gate", "Every claim about the seller has a page and a quote", _sentences_hold),
    Criterion(
        "proof",
        "major",
        "One concrete fact per email; generic texts are the field's main complaint",
        _proof,
        _proof_policy,
    ),
)
SUBJECT = (
    Criterion("grounded", "gate", "Every claim about the seller has a page and a quote", _line_holds),
    Criterion("tied", "minor", "Swap test: a line that fits any company fits none", _tied, _tied_policy),
)
