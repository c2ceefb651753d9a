"""Find the words that a follow-up's fact is introduced with: whose promise it is, whom it may concern."""

import re

from core.llm.offline.clause import Clause
from core.llm.offline.entries import entries, first_step
from core.llm.offline.language import Language, Role
from core.llm.offline.promised_times import timed_noun
from core.llm.offline.reader import filled
from core.llm.offline.results import RESULT
from core.llm.offline.seller import Task
from core.llm.offline.sentences import content

_NORM = re.compile(r"\b(?:ISO|IATF|SOC|AS|EN|CQI|HACCP|BRC)[ -]?\d|(?:certif|zertif|accredit|akkredit)")
_CONDITION = re.compile(r"(?:(?:if|wenn|falls|si|se|when|quand|cuando|quando)\b|s['’]il)", re.I)
_INVERTED = re.compile(r"(?:Sind|Ist|Hat|Haben|[A-ZÄÖÜ][a-zäöüß]+t) (?:der|die|das|ein|eine|wir|Sie|er|es)\b[^.]*, ")
"""`Sind wir später da, ist der Einsatz kostenlos`: the German condition without its word."""


def told_as(clause: Clause, language: Language) -> Role:
    """Return how a clause is introduced: a time says how the work goes, a mere count how much experience there is."""
    if _NORM.search(clause.text):
        return "norm"
    if clause.role == "mechanism" and timed_noun(clause.text, language):
        return "time"
    if clause.role == "guarantee" and not language.grammar.risk.search(clause.text):
        return "time" if timed_noun(clause.text, language) else "mechanism"
    if clause.role == "offer" and not first_step((clause.text,), language.code) and not entries((clause.text,)):
        return "guarantee"
    return "count" if clause.role == "proof" and not RESULT.search(clause.text) else clause.role


def hooks_of(role: Role, clause: Clause, slots: dict[str, str], task: Task, language: Language) -> list[str]:
    """Return the first words for a clause, with the slots that are known; no condition before a condition."""
    if clause.fragment:
        return []
    near = content(slots["topic"]) & content(clause.text)
    frames = [frame for frame in _frames(role, clause, language) if "<topic>" not in frame or near]
    if _CONDITION.match(clause.text) or (language.code == "de" and _INVERTED.match(clause.text)):
        frames = [frame for frame in frames if not _CONDITION.match(frame)]
    found = (filled(frame, language, task.brief, slots) for frame in frames)
    return [_elided(hook, language) for hook in found if hook]


def _elided(hook: str, language: Language) -> str:
    """Write `d'Atelier` for `de Atelier`."""
    return re.sub(r"\bde (?=[AEIOUYÉÈÊHaeiouyéèê])", "d'", hook) if language.code == "fr" else hook


def _frames(role: Role, clause: Clause, language: Language) -> tuple[str, ...]:
    """Return the first sentences for a clause: an example is a customer's, a figure is the seller's own."""
    hooks = language.phrases.hooks
    if role not in ("proof", "count"):
        return hooks[role]
    own = tuple(one for one in hooks["proof"] if "<name>" not in one)
    if clause.customer:
        return own if ": " in clause.text else hooks["proof"]
    ours = language.grammar.we.match(clause.text) or RESULT.search(clause.text)
    return (*own, *hooks["count"]) if ours and re.search(r"\d", _YEAR.sub("", clause.text)) else own


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
