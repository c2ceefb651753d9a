"""Compose the first email: several skeletons, many candidates, the best one wins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from core.llm.offline.asks import Asks
from core.llm.offline.choice import chance, pick
from core.llm.offline.clause import names_of
from core.llm.offline.clipping import clipped
from core.llm.offline.critic import faults
from core.llm.offline.doubts import LONGEST
from core.llm.offline.forms import clauses
from core.llm.offline.language import Language
from core.llm.offline.openings import hypotheses, scenes
from core.llm.offline.placed import Placed, placed
from core.llm.offline.reader import LENGTHS, filled, seniority
from core.llm.offline.results import GAIN, RESULT
from core.llm.offline.seller import Brief, Revision, Standing, Task
from core.llm.offline.sentences import content
from core.llm.offline.skeletons import SKELETONS, Skeleton
from core.llm.offline.tongue import reads_as
from core.llm.offline.trades import trade_of
from core.llm.offline.wishes import nearest
from core.sentences import words

_EACH = 3
"""Clauses tried per slot: the strongest few."""
_STEPS_DOWN = 3
"""Most ranks below the strongest, added up over the slots of a candidate."""
_SAYS_LITTLE = 0.6
"""Strength below which the site's best sentence hardly says what the seller does."""
_USED_UP = 0.5
"""What it costs to leave no fact for the follow-up."""
_NO_RESULT = 0.6
"""What it costs to open on a proof that tells no result."""
_SAYS_WHAT = 1.4
"""How much it counts that the sentence on what the seller does says what is sold."""
_SAID_ALREADY = 0.6
"""Share of a sentence's words from which another email that has them says the same."""
_TEMPER = 0.5
"""How far a company leans to a skeleton of its own where forms are about equally strong."""


@dataclass(frozen=True)
class Candidate:
    """A finished email and what it is worth."""

    skeleton: Skeleton
    paragraphs: tuple[tuple[Placed, ...], ...]
    ask: str
    score: float

    @property
    def sentences(self) -> tuple[Placed, ...]:
        """Return the sentences in order, the question left out."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)


def compose_outreach(task: Task, language: Language) -> dict[str, Any]:
    """Return the first email as `body` and `cited`."""
    candidates = _beside(ranked(task, language), task.revision)
    near = _wished(candidates, task, language)
    return written(near or chosen(candidates, task.revision), task.brief, language)


def _beside(candidates: list[Candidate], revision: Revision | None) -> list[Candidate]:
    """Return the candidates that leave a follow-up that stands its facts; where there is none, all of them."""
    if revision is None or not revision.follow_up.body:
        return candidates
    stands, told = revision.follow_up, content(revision.follow_up.body)
    apart = [one for one in candidates if not any(_is_told(stands, told, sentence) for sentence in one.sentences)]
    return apart or candidates


def _is_told(stands: Standing, told: frozenset[str], sentence: Placed) -> bool:
    """Tell whether an email that stands tells a sentence's fact, or most of its words."""
    said = content(sentence.text)
    return sentence.fact in stands.facts or len(said & told) > _SAID_ALREADY * len(said)


def _wished(candidates: list[Candidate], task: Task, language: Language) -> Candidate | None:
    """Return the best candidate among those that come nearest to a wish; None where all are as near."""
    if task.revision is None or not task.revision.wish:
        return None
    fresh = [candidate for candidate in candidates if not _stood(candidate, task.revision.previous)]
    near = nearest(fresh, task.revision, lambda candidate: _body(candidate, task.brief, language))
    return near[min(task.revision.attempt, len(near)) - 1] if len(near) < len(fresh) else None


def written(candidate: Candidate, brief: Brief, language: Language) -> dict[str, Any]:
    """Return a candidate as the text it becomes, with the sentences that cite a fact."""
    cited = [{"sentence": s.text, "fact": s.fact} for s in candidate.sentences if s.fact]
    return {"body": _body(candidate, brief, language), "cited": cited}


def _body(candidate: Candidate, brief: Brief, language: Language) -> str:
    blocks = [" ".join(sentence.text for sentence in paragraph) for paragraph in candidate.paragraphs]
    if candidate.skeleton.joined:
        blocks[-1] = f"{blocks[-1]} {candidate.ask}"
    else:
        blocks.append(candidate.ask)
    return "\n\n".join([language.phrases.hello(brief), *blocks, "{{sender_name}}"])


def chosen(candidates: list[Candidate], revision: Revision | None) -> Candidate:
    """Return the best candidate, or in a revision the next best that differs in skeleton and sentences."""
    if revision is None:
        return candidates[0]
    different: list[Candidate] = []
    for candidate in candidates[1:]:
        taken = {candidates[0].skeleton, *(c.skeleton for c in different)}
        if candidate.skeleton not in taken and not _stood(candidate, revision.previous):
            different.append(candidate)
    fresh = different or [c for c in candidates if not _stood(c, revision.previous)] or candidates[-1:]
    return fresh[min(revision.attempt, len(fresh)) - 1]


def _stood(candidate: Candidate, previous: str) -> bool:
    """Tell whether a candidate says nothing that the previous text did not say."""
    return all(sentence.text in previous for sentence in candidate.sentences)


def ranked(task: Task, language: Language) -> list[Candidate]:
    """Return the candidates, best first."""
    slots, asks = _slots(task, language), Asks(task, language)
    supply = {
        one.fact
        for role in ("does", "mechanism", "proof", "guarantee", "offer", "price", "about")
        for one in slots[role]
    }
    found = [candidate for skeleton in SKELETONS for candidate in _candidates(skeleton, slots, asks)]
    found = [c if supply - {one.fact for one in c.sentences} else replace(c, score=c.score - _USED_UP) for c in found]
    return sorted(found, key=lambda c: (-round(c.score, 4), c.skeleton.name, c.ask, c.sentences[0].text))


def _slots(task: Task, language: Language) -> dict[str, list[Placed]]:
    """Return what may stand in each slot, strongest first."""
    read = clauses(task.company, language)
    roles = ("does", "mechanism", "proof", "guarantee", "offer", "price", "audience", "about")
    slots = {role: [placed(clause) for clause in read if clause.role == role][:_EACH] for role in roles}
    slots["scene"] = scenes(task, language, read)[:_EACH]
    slots["hypothesis"] = hypotheses(task, language, read)[:_EACH]
    if not slots["does"] or slots["does"][0].strength < _SAYS_LITTLE:
        slots["does"] = [who(task, language), *slots["does"][:1]]
    return slots


def who(task: Task, language: Language) -> Placed:
    """Return a sentence that says who writes and what is sold, where the site has none that can be used."""
    seller, phrases = task.company, language.phrases
    trade = trade_of(seller, language.code) if seller.language != language.code else None
    if trade:
        area = filled(phrases.who_area, language, task.brief, {"name": seller.name, "area": trade.area})
        told = max(seller.facts, key=lambda fact: (fact.kind in ("offer", "mechanism"), fact.weight), default=None)
        return Placed(area or "", told.id if told else "", 0.3, role="does")
    sells = seller.sells.strip().rstrip(".")
    topic = language.grammar.topic(sells, seller.name)
    follows = _can_follow_a_name(sells, topic, task, language)
    support, named = (_support(sells, task) or _headed(sells, task)) if follows else "", _listed(sells, language)
    if topic and not support:
        support, named = _support(topic, task), topic
    slots = {"name": seller.name, "sells": topic + named[len(topic) :]}
    sentence = filled(pick(phrases.who if support else phrases.who_only, seller.name), language, task.brief, slots)
    return Placed(sentence or "", support, 0.2, role="does")


def _can_follow_a_name(sells: str, topic: str, task: Task, language: Language) -> bool:
    """Tell whether what is sold is a noun phrase in the email's language, plain and short enough."""
    spoken = reads_as(sells, language.code, task.company.language)
    plain = not language.grammar.hype.search(sells) and len(words(sells)) <= 14 and ". " not in sells
    return bool(topic and spoken and plain and sells.lower().startswith(topic.lower()))


def _listed(text: str, language: Language) -> str:
    """Write the items of a list small that were headings on the page."""
    if language.code == "de":
        return text
    return re.sub(r"(?<=, )[A-Z](?=[a-z])", lambda found: found[0].lower(), text)


def _headed(text: str, task: Task) -> str:
    """Return the fact under the heading that what is sold begins with."""
    named = (fact for fact in task.company.facts if fact.heading and text.lower().startswith(fact.heading.lower()))
    return next((fact.id for fact in named), "")


def _support(text: str, task: Task) -> str:
    """Return the fact that shares most words with a text, if it shares most of them."""
    wanted = content(text)
    best = max(task.company.facts, key=lambda fact: len(content(fact.text) & wanted), default=None)
    return best.id if best and len(content(best.text) & wanted) >= 0.6 * len(wanted) else ""


def _candidates(skeleton: Skeleton, slots: dict[str, list[Placed]], asks: Asks) -> Iterator[Candidate]:
    names = [slot for paragraph in skeleton.paragraphs for slot in paragraph]
    leaning = _TEMPER * chance(asks.task.company.name, skeleton.name) + skeleton.worth
    for combination in _near_the_top([slots[name] for name in names]):
        finished = _finished(combination, asks.task, asks.language) if _goes_together(combination, skeleton) else None
        question, fit = asks.best(skeleton.asks, finished) if finished else ("", 0.0)
        if finished and question:
            worth = _worth(finished, question, asks.task, asks.language)
            yield Candidate(skeleton, _split(finished, skeleton), question, leaning + fit + worth)


def _near_the_top(choices: list[list[Placed]]) -> Iterator[tuple[Placed, ...]]:
    """Yield the combinations that are not weak in several slots at once: few others win, and there are many of them."""
    for combination in product(*(enumerate(some) for some in choices)):
        if sum(rank for rank, _ in combination) <= _STEPS_DOWN:
            yield tuple(placed for _, placed in combination)


def _goes_together(combination: tuple[Placed, ...], skeleton: Skeleton) -> bool:
    """Tell whether sentences may stand together: no fact twice, no fragment first, no question on a guess."""
    cited = [sentence.fact for sentence in combination if sentence.fact]
    guessed = skeleton.joined and combination[-1].supposed
    return len(set(cited)) == len(cited) and not combination[0].fragment and not guessed


def _worth(sentences: tuple[Placed, ...], question: str, task: Task, language: Language) -> float:
    ours = language.grammar.seller_first.match(sentences[0].text)
    first = sentences[0]
    own = 0.3 if ours or _about_us(first, task) else 0.0
    told = first.role != "proof" or RESULT.search(first.text) or GAIN.search(first.text)
    own += 0.0 if told else _NO_RESULT
    strength = sum(sentence.strength * _weight(sentence) for sentence in sentences)
    return 0.5 * strength - own - faults(sentences, question, language, task.company.name, LENGTHS[seniority(task.icp)])


def _weight(sentence: Placed) -> float:
    """Return how much a sentence's strength counts: a customer's result twice, a count of the seller's own less."""
    if sentence.role != "proof":
        return _SAYS_WHAT if sentence.role == "does" else 1.0
    result = RESULT.search(sentence.text)
    return 2.1 if sentence.customer else 1.8 if result else 1.2


def _about_us(first: Placed, task: Task) -> bool:
    """Tell whether an email would open on its sender instead of its reader."""
    forms = names_of(task.company.name)
    begins = any(first.text.startswith(form) for form in forms)
    bare = first.role == "proof" and not RESULT.search(first.text) and any(form in first.text for form in forms)
    return first.role in ("does", "mechanism", "offer") or begins or bare


def _finished(combination: tuple[Placed, ...], task: Task, language: Language) -> tuple[Placed, ...] | None:
    """Name the seller once, and fit the first sentence to the greeting."""
    sentences = list(combination)
    if not _named(sentences, task.company.name):
        for index, sentence in enumerate(sentences):
            fit = "" if sentence.fragment else sentence.text
            introduced = language.grammar.introduce(fit, task.company.name)
            introduced = clipped(introduced, language) if introduced else None
            if introduced and len(words(introduced)) <= LONGEST:
                sentences[index] = replace(sentence, text=introduced)
                break
    for index in range(1, len(sentences)):
        again = language.grammar.again(sentences[index - 1].text, sentences[index].text, task.company.name)
        sentences[index] = replace(sentences[index], text=again)
    first = language.grammar.begin(sentences[0].text)
    if first is None:
        return None
    return (replace(sentences[0], text=first), *sentences[1:])


def _named(sentences: list[Placed], name: str) -> bool:
    told = " ".join(sentence.text for sentence in sentences).casefold()
    return not name or any(form.casefold() in told for form in names_of(name))


def _split(sentences: tuple[Placed, ...], skeleton: Skeleton) -> tuple[tuple[Placed, ...], ...]:
    rest = list(sentences)
    return tuple(tuple(rest.pop(0) for _ in paragraph) for paragraph in skeleton.paragraphs)
