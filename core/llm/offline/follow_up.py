"""Compose the follow-up: another fact from another side, and a smaller ask."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from core.llm.offline.asks import goal_ask
from core.llm.offline.choice import chance
from core.llm.offline.critic import grade
from core.llm.offline.forms import RESULT, Clause, clauses, names_of
from core.llm.offline.language import Language, Role
from core.llm.offline.placed import Placed, placed
from core.llm.offline.promised_times import timed_noun
from core.llm.offline.reader import SEND_AFTER_DAYS, filled, seniority, topic_of
from core.llm.offline.seller import Task
from core.llm.offline.sentences import STOPWORDS, content, stem
from core.sentences import words

_SHORTEST, _LONGEST = 15, 55
_FRESH: dict[Role, float] = {
    "guarantee": 0.45, "offer": 0.4, "proof": 0.35, "price": 0.15, "mechanism": 0.2, "does": -0.4, "audience": -0.3,
}  # fmt: skip
"""What a second email is best for: who bears the risk, how to start, another result."""


@dataclass(frozen=True)
class Note:
    """A finished follow-up and what it is worth."""

    hook: str
    fact: Placed | None
    ask: str
    score: float

    @property
    def text(self) -> str:
        """Return what stands between greeting and name."""
        if self.fact is None:
            return f"{self.hook}\n\n{self.ask}"
        joint = "\n\n" if self.hook.endswith(":") else " "
        return f"{self.hook}{joint}{self.fact.text}\n\n{self.ask}"


def compose_follow_up(task: Task, language: Language) -> dict[str, Any]:
    """Return the follow-up as `body`, `cited` and `send_after_days`."""
    note = _chosen(task, language)
    body = "\n\n".join([language.phrases.hello(task.brief), note.text, "{{sender_name}}"])
    cited = [{"sentence": note.fact.text, "fact": note.fact.fact}] if note.fact and note.fact.fact else []
    return {"body": body, "cited": cited, "send_after_days": SEND_AFTER_DAYS[seniority(task.icp)]}


def _chosen(task: Task, language: Language) -> Note:
    """Return the best note; in a revision the next best with another fact and another hook."""
    notes = sorted(_notes(task, language), key=lambda note: (-round(note.score, 4), note.text))
    if not notes:
        return _last_resort(task, language)
    if task.revision is None:
        return notes[0]
    fresh: list[Note] = []
    for note in notes:
        known = {n.fact.fact for n in fresh if n.fact}
        if note.fact and note.fact.text not in task.revision.previous and note.fact.fact not in known:
            fresh.append(note)
    if not fresh:
        return next((note for note in notes if note.hook not in task.revision.previous), notes[-1])
    return fresh[min(task.revision.attempt, len(fresh)) - 1]


def _notes(task: Task, language: Language) -> list[Note]:
    read = [clause for clause in clauses(task.company, language) if _is_new(clause, task)]
    ranked = sorted(read, key=lambda clause: -(clause.strength + _FRESH.get(clause.role, -1.0)))
    best: dict[str, Clause] = {}
    for clause in ranked:
        best.setdefault(clause.text, clause)
    strongest = list(best.values())[:6]
    notes = [note for clause in strongest for note in _around(clause, task, language)]
    return [note for note in notes if _is_signed(note.text, task)] or notes


def _is_signed(text: str, task: Task) -> bool:
    """Tell whether a text says who writes: it must stand alone."""
    return not task.company.name or any(form in text for form in names_of(task.company.name))


def _is_new(clause: Clause, task: Task) -> bool:
    """Tell whether a clause brings something that the first email has not said."""
    if clause.role == "scene" or clause.fact in {cited.fact for cited in task.outreach.cited}:
        return False
    figures = set(re.findall(r"\d[\d.,]*", clause.text)) - set(re.findall(r"\d[\d.,]*", task.outreach.body))
    told = content(clause.text) - content(task.company.name)
    return bool(figures) or len(told & content(task.outreach.body)) <= 0.6 * len(told)


def _told_as(clause: Clause, language: Language) -> Role:
    """Return how a clause is introduced: a time says how the work goes, a mere count how much experience there is."""
    if clause.role == "guarantee" and not language.grammar.risk.search(clause.text):
        return "time" if timed_noun(clause.text, language) else "mechanism"
    return "count" if clause.role == "proof" and not RESULT.search(clause.text) else clause.role


def _around(clause: Clause, task: Task, language: Language) -> list[Note]:
    """Return the notes that can be made around one clause."""
    phrases, name = language.phrases, task.company.name
    role = _told_as(clause, language)
    slots = {"topic": topic_of(task, language), "name": name}
    hooks = [hook for frame in phrases.hooks[role] if (hook := filled(frame, language, task.brief, slots))]
    asks = [ask for frame in phrases.small_asks[role] if (ask := filled(frame, language, task.brief, slots))]
    goal = goal_ask(task, language)
    if goal and goal not in task.outreach.body:
        asks = [goal]
    notes = (_note(hook, clause, ask, task, language) for hook in hooks for ask in asks)
    return [note for note in notes if note]


def _note(hook: str, clause: Clause, ask: str, task: Task, language: Language) -> Note | None:
    name = task.company.name
    fact = placed(clause)
    if not any(form in hook + fact.text + ask for form in names_of(name)):
        introduced = language.grammar.introduce(fact.text, name)
        fact = replace(fact, text=introduced) if introduced else fact
    begun = language.grammar.begin(hook)
    note = Note(begun or hook, fact, ask, 0.0)
    longest = min(_LONGEST, len(words(_prose(task.outreach.body))) - 1)
    if begun is None or not _SHORTEST <= len(words(note.text)) <= max(longest, _SHORTEST + 5):
        return None
    return replace(note, score=clause.strength + _FRESH.get(clause.role, 0.0) - _faults(note, task, language))


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
    return Note(language.grammar.begin(hooks[0]) or hooks[0], None, ask, 0.0)
