"""Compose the follow-up: another fact from another side, and a smaller ask."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from core.llm.offline.asks import entry_asks, goal_ask, specific_asks
from core.llm.offline.choice import chance
from core.llm.offline.clause import Clause, names_of
from core.llm.offline.critic import grade
from core.llm.offline.doubts import LONGEST
from core.llm.offline.first_letters import small_first
from core.llm.offline.forms import clauses
from core.llm.offline.hooks import hooks_of, told_as
from core.llm.offline.language import Language, Role
from core.llm.offline.placed import Placed, placed
from core.llm.offline.reader import SEND_AFTER_DAYS, filled, seniority, topic_of
from core.llm.offline.seller import Task
from core.llm.offline.sentences import STOPWORDS, content, stem
from core.llm.offline.wishes import nearest
from core.sentences import words

_SHORTEST, _LONGEST = 15, 55
_FRESH: dict[Role, float] = {
    "guarantee": 0.45,
    "offer": 0.4,
    "proof": 0.35,
    "price": 0.15,
    "mechanism": 0.2,
    "about": -0.1,
    "does": -0.6,
    "audience": -0.6,
}
"""What a second email is best for: who bears the risk, how to start, another result."""


_ENOUGH = 24
"""Words from which a follow-up needs no second fact."""
_SAME = 0.3
"""What it costs a second result to be the first email's customer's again."""
_SIGNED = 0.15
"""What it adds that the first words say whose promise or result it is."""
_LABELLED = 0.3
"""What it costs a note to begin with a label of ours before a statement without a verb."""
_TOGETHER = 0.25
"""What a second fact of another kind adds to a short note."""
_YOURS = 0.1
"""What it adds that a fact speaks of the reader."""
_PAIRED = 12
"""Notes that a second fact is tried for: the best few."""
_MATCHED = 0.15
"""What a reader's situation before the fact adds."""


@dataclass(frozen=True)
class Note:
    """A finished follow-up and what it is worth."""

    hook: str
    fact: Placed | None
    ask: str
    score: float
    second: Placed | None = None

    @property
    def text(self) -> str:
        """Return what stands between greeting and name."""
        told = " ".join(part for part in (self.hook, self.fact.text if self.fact else "", self.more) if part)
        return f"{told}\n\n{self.ask}"

    @property
    def more(self) -> str:
        """Return the second fact's sentence, if there is one."""
        return self.second.text if self.second else ""


def compose_follow_up(task: Task, language: Language) -> dict[str, Any]:
    """Return the follow-up as `body`, `cited` and `send_after_days`."""
    note = _chosen(task, language)
    told = [(f"{note.hook} {note.fact.text}".strip(), note.fact.fact)] if note.fact else []
    told += [(note.second.text, note.second.fact)] if note.second else []
    cited = [{"sentence": sentence, "fact": fact} for sentence, fact in told if fact]
    body = _letter(note, task, language)
    return {"body": body, "cited": cited, "send_after_days": SEND_AFTER_DAYS[seniority(task.icp)]}


def _letter(note: Note, task: Task, language: Language) -> str:
    return "\n\n".join([language.phrases.hello(task.brief), note.text, "{{sender_name}}"])


def _chosen(task: Task, language: Language) -> Note:
    """Return the best note; in a revision the next best with another fact and another hook."""
    notes = sorted(_notes(task, language), key=lambda note: (-round(note.score, 4), note.text))
    if task.revision and task.revision.wish:
        other = [note for note in notes if note.text not in task.revision.previous]
        notes = list(nearest(other, task.revision, lambda note: _letter(note, task, language)))
    if not notes:
        return _last_resort(task, language)
    if task.revision is None:
        return notes[0]
    fresh: list[Note] = []
    for note in notes:
        known = {n.fact.fact for n in fresh if n.fact}
        again = not note.fact or note.fact.text in task.revision.previous
        told = note.second is not None and note.second.text in task.revision.previous
        if note.fact and not again and not told and note.fact.fact not in known:
            fresh.append(note)
    if not fresh:
        fresh = [note for note in notes if note.text not in task.revision.previous][:1] or notes[-1:]
    return fresh[min(task.revision.attempt, len(fresh)) - 1]


def _notes(task: Task, language: Language) -> list[Note]:
    read = [clause for clause in clauses(task.company, language) if _is_new(clause, task)]
    told = task.outreach.body
    ranked = sorted(
        (
            replace(clause, strength=clause.strength - (_SAME if clause.customer in told else 0.0))
            if clause.customer
            else clause
            for clause in read
        ),
        key=lambda clause: -(clause.strength + _FRESH.get(clause.role, -1.0)),
    )
    best: dict[str, Clause] = {}
    for clause in ranked:
        best.setdefault(clause.text, clause)
    strongest = list(best.values())[:6]
    notes = [note for clause in strongest for note in _around(clause, task, language)]
    best_notes = sorted(notes, key=lambda note: -note.score)[:_PAIRED]
    notes += [pair for note in best_notes for clause in strongest if (pair := _paired(note, clause, task))]
    return [note for note in notes if _is_signed(note.text, task)] or notes


def _is_signed(text: str, task: Task) -> bool:
    """Tell whether a text says who writes: it must stand alone."""
    return not task.company.name or any(form.casefold() in text.casefold() for form in names_of(task.company.name))


def _is_new(clause: Clause, task: Task) -> bool:
    """Tell whether a clause brings something that the first email has not said."""
    if clause.role == "scene" or clause.fact in {cited.fact for cited in task.outreach.cited}:
        return False
    figures = set(re.findall(r"\d[\d.,]*", clause.text)) - set(re.findall(r"\d[\d.,]*", task.outreach.body))
    told = content(clause.text) - content(task.company.name)
    return bool(figures) or len(told & content(task.outreach.body)) <= 0.6 * len(told)


def _around(clause: Clause, task: Task, language: Language) -> list[Note]:
    """Return the notes that can be made around one clause, with the reader's situation before it and without."""
    phrases, name = language.phrases, task.company.name
    role = told_as(clause, language)
    slots = {"topic": topic_of(task, language), "name": name, "reduced": clause.reduced}
    slots["your_reduced"] = phrases.yours(clause.reduced) if clause.reduced else ""
    hooks = hooks_of(role, clause, slots, task, language)
    asks = [ask for frame in phrases.small_asks[role] if (ask := filled(frame, language, task.brief, slots))]
    if role == "offer":
        asks = [*entry_asks((clause.text,), task, language), *asks]
    goal = goal_ask(task, language)
    if goal and goal not in task.outreach.body:
        asks = [goal]
    else:
        slots["customer"] = clause.customer
        exact = _best_asks(specific_asks(clause.text, clause.role, slots, task, language), task)
        found = [
            replace(note, score=note.score + worth)
            for hook in ("", *hooks)
            for ask, worth in exact
            if (note := _note(hook, clause, ask, task, language))
        ]
        asks = _few(asks, name)
        return found + [n for hook in ("", *hooks) for ask in asks if (n := _note(hook, clause, ask, task, language))]
    return [n for hook in ("", *hooks) for ask in asks if (n := _note(hook, clause, ask, task, language))]


def _few(asks: list[str], name: str) -> list[str]:
    """Return the questions that this company leans to: weighing them all is not worth the time."""
    return sorted(dict.fromkeys(asks), key=lambda ask: -chance(name, ask))[:_WEIGHED]


_WEIGHED = 3


def _best_asks(asks: list[tuple[str, float]], task: Task) -> list[tuple[str, float]]:
    """Return the questions that take up most, none that the first email has asked already."""
    new = [(ask, worth) for ask, worth in asks if ask not in task.outreach.body]
    return sorted(new, key=lambda ask: (-ask[1] - _MOOD * chance(task.company.name, ask[0]), ask[0]))[:_WEIGHED]


_MOOD = 0.25
"""How far a company leans to questions of its own."""


def _note(hook: str, clause: Clause, ask: str, task: Task, language: Language) -> Note | None:
    name, role = task.company.name, clause.role
    fact = placed(clause)
    if not fact.fragment and not any(form in hook + fact.text + ask for form in names_of(name)):
        introduced = language.grammar.introduce(fact.text, name)
        fact = replace(fact, text=introduced) if introduced else fact
    if fact.fragment and not fact.customer and not any(form in fact.text + ask for form in names_of(name)):
        fact = replace(fact, text=_with_name(fact.text, name, language))
    brought = fact.text != clause.text and language.code != "de" and not fact.fragment
    if hook and not fact.text.startswith(names_of(name)) and (brought or language.phrases.lowered.match(fact.text)):
        fact = replace(fact, text=small_first(fact.text, language.code))
    if hook and not _goes_on(fact.text, clause, task, language):
        return None
    begun = language.grammar.begin(hook or fact.text)
    if begun is None or len(words(f"{hook} {fact.text}")) > LONGEST:
        return None
    note = Note(begun, fact, ask, 0.0) if hook else Note("", replace(fact, text=begun), ask, 0.0)
    if not _SHORTEST <= len(words(note.text)) <= _longest(task):
        return None
    announced = bool(hook) and any(form in hook for form in names_of(name))
    needless = announced and (role == "mechanism" or bool(language.grammar.introduce(clause.text, name)))
    matched = (
        0.0
        if not hook
        else -2 * _MATCHED
        if needless
        else _SIGNED
        if announced and role in ("guarantee", "offer")
        else 0.0
        if announced
        else _MATCHED
    )
    tied = 0.15 if clause.role == "offer" and ask in entry_asks((clause.text,), task, language) else 0.0
    matched -= _LABELLED if fact.fragment and not fact.customer else 0.0
    matched += tied + (_YOURS if language.grammar.you.search(clause.text) else 0.0)
    return replace(note, score=clause.strength + _FRESH.get(clause.role, 0.0) + matched - _faults(note, task, language))


def _goes_on(text: str, clause: Clause, task: Task, language: Language) -> bool:
    """Tell whether a sentence may follow a hook's colon: no colon of its own, no capital that is not a name's."""
    if ": " in text and not clause.fragment:
        return False
    named = (*names_of(task.company.name), clause.customer) if clause.customer else names_of(task.company.name)
    return language.code == "de" or not text[:1].isupper() or text.startswith(named)


def _with_name(text: str, name: str, language: Language) -> str:
    """Give a figure the lead that names the seller."""
    lead, _, told = text.partition(": ")
    named = next((one for one in language.phrases.leads["proof"] if "<name>" in one), "")
    figure = any(one.rstrip(":\u00a0") == lead.rstrip("\u00a0") for one in language.phrases.leads["proof"])
    return f"{named.replace('<name>', name)} {told}" if figure and name else text


def _longest(task: Task) -> int:
    """Return how many words a follow-up may have: fewer than the first email."""
    return max(min(_LONGEST, len(words(_prose(task.outreach.body))) - 1), _SHORTEST + 5)


def _paired(note: Note, clause: Clause, task: Task) -> Note | None:
    """Put a second fact of another kind behind the first, where the note is short."""
    if not note.fact or clause.fact == note.fact.fact or clause.role == note.fact.role or clause.fragment:
        return None
    pair = replace(note, second=placed(clause), score=note.score + _TOGETHER + 0.1 * clause.strength)
    told = content(clause.text) & content(note.fact.text)
    short = len(words(note.text)) < _ENOUGH and len(words(pair.text)) <= _longest(task)
    return pair if short and len(told) <= 1 and clause.role in ("guarantee", "offer", "proof") else None


def _faults(note: Note, task: Task, language: Language) -> float:
    """What speaks against a note: words of the first email again, hard to read."""
    again = _reused(note.text, _prose(task.outreach.body))
    twice = 0.15 * len(content(note.hook) & content(note.fact.text if note.fact else ""))
    hard = (
        0.08 * max(0.0, grade((note.hook, note.fact.text if note.fact else "", note.ask)) - 8)
        if language.code == "en"
        else 0.0
    )
    mood = 0.4 * chance(task.company.name, note.hook) + 0.3 * chance(task.company.name, note.ask)
    return 3 * max(0.0, again - 0.12) + twice + hard - mood


def _reused(text: str, before: str) -> float:
    """Return the share of a text's word pairs that stood in the text before."""
    own, old = _pairs(text), _pairs(before)
    return len(own & old) / len(own) if own else 0.0


def _pairs(text: str) -> set[tuple[str, str]]:
    return set(pairwise(stem(word) for word in words(text) if word.lower() not in STOPWORDS))


def _prose(body: str) -> str:
    """Return a body without greeting and name."""
    return "\n\n".join(body.split("\n\n")[1:-1])


def _last_resort(task: Task, language: Language) -> Note:
    """Return an offer to write down the essentials, where the site leaves no second fact."""
    slots = {"topic": topic_of(task, language), "name": task.company.name}
    hooks = [hook for frame in language.phrases.last_resort if (hook := filled(frame, language, task.brief, slots))]
    ask = next(
        (ask for frame in language.phrases.small_asks["does"] if (ask := filled(frame, language, task.brief, slots))),
        "",
    )
    told = hooks[0] if hooks else language.phrases.last_resort[-1].replace("<name>", task.company.name)
    return Note(language.grammar.begin(told) or told, None, ask, 0.0)
