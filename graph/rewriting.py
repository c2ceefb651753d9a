"""Begin a run from a finished pack, to write one part of it anew."""

import re

from core.company import Company
from core.pack import PART_NAMES, CitedSentence, Email, EmailName, Pack, PartName
from core.request import CampaignRequest
from core.rounds import PART_TITLES, FormerPart, PartRevision, Remark, Revision, Rewriting
from core.settings import OFFLINE
from core.wishes import is_understood
from graph.state import State
from nodes.quality.rewritten import REWRITE

AS_NODE = "score_quality"
"""The step as which the state is put into a new thread: its edges lead to what `revision` names."""
_SAID_AGAIN = (REWRITE, "No judge has read this pack", "SpamAssassin at ")
"""How warnings begin whose reason is looked for anew."""
_ABOUT = {
    name: re.compile(rf"(?:Taken|A sentence was taken) out of the {title}:|The calibrated {name} ")
    for name, title in PART_TITLES.items()
}
"""How remarks on a part begin: in a pack they stand among its warnings."""


def rewriting(pack: Pack, request: CampaignRequest, part: PartName, wish: str, model: str) -> State:
    """Return the state from which a run writes one part anew and goes on as every run does.

    `request` is the one that the pack answers, `model` the name of the model that will write. Calls, times, rounds and
    the best round begin anew, so that the new version is what the run delivers.
    """
    asked = _asked(pack, part, wish)
    findings = tuple(check.detail for check in pack.quality.part(part).findings)
    mend = {part: PartRevision(previous=asked.former(part).text, findings=findings)}
    return {
        "request": request,
        "company": pack.company,
        "icp": pack.icp,
        "subject_lines": pack.subject_lines,
        "outreach": _email(pack, "outreach"),
        "follow_up": _email(pack, "follow_up"),
        "tone": pack.tone,
        "claims": pack.claims,
        "remarks": tuple(remark for said in pack.warnings if (remark := _remark(said)) and remark.part != part),
        "revision": Revision.model_validate({"attempt": 1, "rewriting": asked, **mend}),
        "warnings": (*_still_said(pack), *_not_understood(wish, model)),
    }


def _asked(pack: Pack, part: PartName, wish: str) -> Rewriting:
    lines = "\n".join(line.text for line in pack.subject_lines)
    return Rewriting(
        part=part,
        wish=wish,
        subject_lines=FormerPart(text=lines, score=pack.quality.subject_lines.score),
        outreach=FormerPart(text=pack.tone.after.outreach, score=pack.outreach.score),
        follow_up=FormerPart(
            text=pack.tone.after.follow_up, score=pack.follow_up.score, facts=_facts(pack, "follow_up")
        ),
    )


def _facts(pack: Pack, part: PartName) -> tuple[str, ...]:
    """Return the ids of all facts that the same words prove as a part's claims."""
    told = {(claim.page, claim.quote) for claim in pack.claims if claim.part == part}
    return tuple(fact.id for fact in pack.company.facts if (fact.page, fact.quote) in told)


def _email(pack: Pack, name: EmailName) -> Email:
    """Return an email as the steps know it: unsigned, with the facts that its proven sentences rest on."""
    body: str = getattr(pack.tone.after, name)
    proven = [claim for claim in pack.claims if claim.part == name]
    found = [(claim.sentence, _fact(pack.company, claim.page, claim.quote)) for claim in proven]
    cited = tuple(CitedSentence(sentence=sentence, fact=fact) for sentence, fact in found if fact)
    return Email(
        body=body, cited=cited, send_after_days=pack.follow_up.send_after_days if name == "follow_up" else None
    )


def _fact(company: Company, page: str, quote: str) -> str:
    """Return the id of the fact with these words; what the request gave as a goal is none."""
    return next((fact.id for fact in company.facts if (fact.page, fact.quote) == (page, quote)), "")


def _remark(said: str) -> Remark | None:
    """Return a warning as the remark that it was, if it was one."""
    return next((Remark(part=name, text=said) for name in PART_NAMES if _ABOUT[name].match(said)), None)


def _still_said(pack: Pack) -> tuple[str, ...]:
    """Return what reading the site and finding the profile have warned of."""
    return tuple(said for said in pack.warnings if not said.startswith(_SAID_AGAIN) and not _remark(said))


def _not_understood(wish: str, model: str) -> tuple[str, ...]:
    """Return what to say of a wish to the offline model, which understands no free words."""
    if model != OFFLINE or is_understood(wish):
        return ()
    return (
        f"{REWRITE} the offline model follows a wish only as far as “shorter”, a tone such as “warmer” or “formal”, "
        "and words of the site's facts; whatever else it asks for was left aside.",
    )
