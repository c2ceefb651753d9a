"""Edits that put one defect into a campaign: each takes the campaign, the part, and a text if it needs one.

An edit that finds no place for its defect returns the campaign as it is.
"""

import re
from collections.abc import Callable, Iterable

from core.pack import CitedSentence, Email, PartName, SubjectLine
from core.sentences import is_question, sentences, words
from evals.rubric_proof.packs import Campaign, good_packs, lookalikes

Edit = Callable[[Campaign, PartName, str], Campaign]

_AND = {"en": "and", "de": "und", "fr": "et", "es": "y", "it": "e"}
_FIGURE = re.compile(r"(?<![\w{.,])\d{1,3}(?![.,]?\d)")


def line(campaign: Campaign, _: PartName, text: str) -> Campaign:
    """Put a text in the place of the first subject line; `{}` in it stands for that line."""
    first = campaign.subject_lines[0]
    return _with_line(campaign, 0, first.model_copy(update={"text": text.replace("{}", first.text)}))


def shouted_line(campaign: Campaign, part: PartName, _: str) -> Campaign:
    """Write the first subject line in capitals."""
    return line(campaign, part, re.sub(r"{{COMPANY}}", "{{company}}", campaign.subject_lines[0].text.upper()))


def sellers_name(campaign: Campaign, part: PartName, _: str) -> Campaign:
    """Make the seller's bare name the first subject line."""
    return line(campaign, part, campaign.company.name)


def strangers_line(campaign: Campaign, _: PartName, __: str) -> Campaign:
    """Put another company's proof in the place of the third subject line."""
    theirs = _neighbour(campaign).subject_lines[2]
    return _with_line(campaign, 2, theirs.model_copy(update={"fact": ""}))


def same_line(campaign: Campaign, _: PartName, __: str) -> Campaign:
    """Write the first subject line twice."""
    first, second, _third = campaign.subject_lines
    return _with_line(campaign, 1, first.model_copy(update={"angle": second.angle}))


def same_angle(campaign: Campaign, _: PartName, __: str) -> Campaign:
    """Put two subject lines on one angle."""
    first, second, _third = campaign.subject_lines
    return _with_line(campaign, 1, second.model_copy(update={"angle": first.angle}))


def added(campaign: Campaign, part: PartName, text: str) -> Campaign:
    """Put a paragraph behind the opening."""
    told = _paragraphs(campaign, part)
    return _with_body(campaign, part, [*told[:2], text, *told[2:]])


def claimed(campaign: Campaign, part: PartName, text: str) -> Campaign:
    """Put a paragraph behind the opening, and cite the seller's weightiest fact for it as a careless writer would."""
    fact = max(campaign.company.facts, key=lambda fact: fact.weight)
    return _citing(added(campaign, part, text), part, ((text, fact.id),))


def opened(campaign: Campaign, part: PartName, text: str) -> Campaign:
    """Put a paragraph before the opening."""
    told = _paragraphs(campaign, part)
    return _with_body(campaign, part, [told[0], text, *told[1:]])


def ended(campaign: Campaign, part: PartName, text: str) -> Campaign:
    """Put another question in the place of the email's own."""
    told = _paragraphs(without_questions(campaign, part, ""), part)
    return _with_body(campaign, part, [*told[:-1], text, told[-1]])


def without_questions(campaign: Campaign, part: PartName, _: str) -> Campaign:
    """Take every question out."""
    told = (
        " ".join(sentence for sentence in sentences(paragraph) if not is_question(sentence))
        for paragraph in _paragraphs(campaign, part)
    )
    return _with_body(campaign, part, filter(None, told))


def question_alone(campaign: Campaign, part: PartName, _: str) -> Campaign:
    """Leave nothing of an email but its question."""
    told = _paragraphs(campaign, part)
    return _with_body(campaign, part, [told[0], _question(campaign, part), told[-1]])


def told_instead(campaign: Campaign, part: PartName, text: str) -> Campaign:
    """Put a text in the place of everything but the opening and the question."""
    told = _paragraphs(campaign, part)
    return _with_body(campaign, part, filter(None, (*told[:2], text, _question(campaign, part), told[-1])))


def opening_instead(campaign: Campaign, part: PartName, text: str) -> Campaign:
    """Put a text in the place of the opening."""
    told = _paragraphs(campaign, part)
    return _with_body(campaign, part, [told[0], text, *told[2:]])


def all_facts(campaign: Campaign, part: PartName, _: str) -> Campaign:
    """Tell every fact of the site, each cited."""
    facts = campaign.company.facts
    longer = added(campaign, part, " ".join(fact.text for fact in facts))
    return _citing(longer, part, ((fact.text, fact.id) for fact in facts))


def one_sentence(campaign: Campaign, part: PartName, _: str) -> Campaign:
    """String an email's statements together until they are one sentence of more than 35 words."""
    told = _paragraphs(campaign, part)
    stated = [sentence for paragraph in told[1:-1] for sentence in sentences(paragraph) if not is_question(sentence)]
    strung: list[str] = []
    while stated and len(words(" ".join(strung))) <= 35:
        strung.append(stated.pop(0).rstrip("."))
    long = f", {_AND[campaign.language]} ".join(strung) + "."
    return _with_body(
        campaign, part, filter(None, (told[0], long, " ".join(stated), _question(campaign, part), told[-1]))
    )


def no_greeting(campaign: Campaign, part: PartName, _: str) -> Campaign:
    """Take the greeting out."""
    return _with_body(campaign, part, _paragraphs(campaign, part)[1:])


def no_signature(campaign: Campaign, part: PartName, _: str) -> Campaign:
    """Take the signature out."""
    return _with_body(campaign, part, _paragraphs(campaign, part)[:-1])


def other_figure(campaign: Campaign, part: PartName, _: str) -> Campaign:
    """Give the email's first figure otherwise, its fact still cited."""
    email = _email(campaign, part)

    def wrong(text: str) -> str:
        return _FIGURE.sub(lambda figure: str(int(figure.group()) + 46), text, count=1)

    cited = (CitedSentence(sentence=wrong(one.sentence), fact=one.fact) for one in email.cited)
    return _with_email(campaign, part, email.model_copy(update={"body": wrong(email.body), "cited": tuple(cited)}))


def strangers_claim(campaign: Campaign, part: PartName, _: str) -> Campaign:
    """Say what another company of the same language says of itself, with a fact cited."""
    return claimed(campaign, part, _offer_of(_neighbour(campaign)))


def strangers_claim_uncited(campaign: Campaign, part: PartName, _: str) -> Campaign:
    """Say what another company of the same language says of itself, and cite nothing."""
    return added(campaign, part, _offer_of(_neighbour(campaign)))


def lookalike(campaign: Campaign, part: PartName, _: str) -> Campaign:
    """Send an email that any company could send."""
    one = next(one for one in lookalikes() if one.language == campaign.language)
    return with_text(campaign, part, one.outreach if part == "outreach" else one.follow_up)


def first_again(campaign: Campaign, part: PartName, _: str) -> Campaign:
    """Send the first email again."""
    days = campaign.follow_up.send_after_days
    return _with_email(campaign, part, campaign.outreach.model_copy(update={"send_after_days": days}))


def first_facts_again(campaign: Campaign, part: PartName, _: str) -> Campaign:
    """Tell the last two facts of the first email once more, in the site's words."""
    ids = list(dict.fromkeys(one.fact for one in campaign.outreach.cited))[-2:]
    facts = [fact for fact in campaign.company.facts if fact.id in ids]
    greeting, *_middle, signature = _paragraphs(campaign, part)
    again = (greeting, " ".join(fact.text for fact in facts), _question(campaign, "outreach"), signature)
    return _citing(_with_body(campaign, part, again), part, ((fact.text, fact.id) for fact in facts))


def after_days(campaign: Campaign, part: PartName, text: str) -> Campaign:
    """Send the email after so many days."""
    return _with_email(campaign, part, _email(campaign, part).model_copy(update={"send_after_days": int(text)}))


def with_text(campaign: Campaign, part: PartName, body: str) -> Campaign:
    """Return the campaign with another body, and no fact cited in it."""
    return _with_email(campaign, part, _email(campaign, part).model_copy(update={"body": body, "cited": ()}))


def _neighbour(campaign: Campaign) -> Campaign:
    """Return the next campaign of the same language."""
    same = [one for one in good_packs() if one.language == campaign.language]
    at = next(at for at, one in enumerate(same) if one.name == campaign.name)
    return same[(at + 1) % len(same)]


def _offer_of(campaign: Campaign) -> str:
    """Return what the company says it sells."""
    return next(fact.text for fact in campaign.company.facts if fact.kind == "offer")


def _email(campaign: Campaign, part: PartName) -> Email:
    return campaign.outreach if part == "outreach" else campaign.follow_up


def _paragraphs(campaign: Campaign, part: PartName) -> list[str]:
    """Return an email's paragraphs, greeting first and signature last."""
    return _email(campaign, part).body.split("\n\n")


def _question(campaign: Campaign, part: PartName) -> str:
    """Return an email's last question."""
    return [one for one in sentences(_email(campaign, part).body) if is_question(one)][-1]


def _with_body(campaign: Campaign, part: PartName, told: Iterable[str]) -> Campaign:
    return _with_email(campaign, part, _email(campaign, part).model_copy(update={"body": "\n\n".join(told)}))


def _citing(campaign: Campaign, part: PartName, told: Iterable[tuple[str, str]]) -> Campaign:
    """Return the campaign with facts cited for sentences more."""
    email = _email(campaign, part)
    more = (CitedSentence(sentence=sentence, fact=fact) for sentence, fact in told)
    return _with_email(campaign, part, email.model_copy(update={"cited": (*email.cited, *more)}))


def _with_email(campaign: Campaign, part: PartName, email: Email) -> Campaign:
    return campaign.model_copy(update={part: email})


def _with_line(campaign: Campaign, at: int, new: SubjectLine) -> Campaign:
    lines = campaign.subject_lines
    return campaign.model_copy(update={"subject_lines": (*lines[:at], new, *lines[at + 1 :])})
