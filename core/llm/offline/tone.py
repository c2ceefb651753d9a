"""Fit the style of both emails to the voice asked for; facts, numbers, names and placeholders stay as they are."""

import re
from typing import Any

from core.frozen_facts import same_facts
from core.icp import Seniority
from core.llm.offline.language import Language
from core.llm.offline.sample import Sound, sound_of
from core.llm.offline.seller import Task
from core.llm.offline.tone_letter import Letter, read_letter, written
from core.llm.offline.tone_steps import (
    Step,
    contract,
    drop_opening,
    either_way,
    greet,
    mechanism_first,
    question,
    shorten,
)
from core.voice import TonePreset

_PRESETS: dict[TonePreset, re.Pattern[str]] = {
    "executive": re.compile(
        r"\b(?:executive|c-level|board|vorstand|geschäftsleitung|dirigeants?|directiv\w+|dirigenz\w*)\b", re.I
    ),
    "technical": re.compile(
        r"\b(?:technical|technisch\w*|technique|técnic\w+|tecnic\w+|engineer\w*|precise|präzise)\b", re.I
    ),
    "formal": re.compile(
        r"\b(?:formal|professional|förmlich\w*|formell\w*|seriös\w*|soutenu|formel\w*|profesional|formale|professionale)\b",
        re.I,
    ),
    "warm": re.compile(
        r"\b(?:warm\w*|friendly|personal|freundlich\w*|herzlich\w*|chaleureu\w+|amical\w*|cercan\w+|amable|cordial\w*|calor\w+)\b",
        re.I,
    ),
    "direct": re.compile(
        r"\b(?:direct\w*|short|concise|brief|blunt|punchy|direkt\w*|kurz\w*|knapp\w*|court\w*|concis\w*|breve|dirett\w+|asciutt\w+)\b",
        re.I,
    ),
}
"""The words of a free description that stand for a preset; the first that is found counts."""


def preset(tone: str) -> TonePreset | None:
    """Return the preset that a free description of a tone comes nearest to, or None where it names none."""
    return next((name for name, pattern in _PRESETS.items() if pattern.search(tone)), None)


def calibrate(task: Task, language: Language) -> dict[str, Any]:
    """Return both emails in the voice asked for, or as suits the reader's seniority, and what was changed.

    A change that would touch a number, a name, a placeholder or a denial is left out.
    """
    letters = [read_letter(part, draft) for part, draft in (("outreach", task.outreach), ("follow_up", task.follow_up))]
    for step in _steps(task):
        letters = [_safely(step, letter, task, language) for letter in letters]
    changes = [change for letter in letters for change in letter.changes]
    return {**{letter.part: written(letter) for letter in letters}, "changes": changes}


def _steps(task: Task) -> tuple[Step, ...]:
    """Return what is done for the preset that was named or described, for a sample, else for the reader."""
    chosen = preset(task.voice.wish) or task.voice.preset or preset(task.voice.description or task.brief.tone or "")
    if chosen:
        return _STEPS[chosen]
    if task.voice.sample:
        return _like(sound_of(task.voice.sample))
    return () if task.brief.tone else _BY_SENIORITY.get(task.icp.persona.seniority, ())


def _like(sound: Sound) -> tuple[Step, ...]:
    """Return what brings an email nearer to a sample."""
    why = "like the sample"
    steps: list[Step] = []
    if sound.register:
        steps = [greet(sound.register, f"{why}: its greeting"), contract(sound.register, f"{why}: its contractions")]
    if sound.brisk or sound.register:
        steps.append(question("direct" if sound.brisk else sound.register or "direct", f"{why}: its sentences"))
    return tuple(steps)


def _safely(step: Step, letter: Letter, task: Task, language: Language) -> Letter:
    """Take a step's result only where it says the same as before."""
    if not letter.paragraphs:
        return letter
    changed = step(letter, task, language)
    return changed if same_facts(letter.body, changed.body, language.code) else letter


_STEPS: dict[TonePreset, tuple[Step, ...]] = {
    "direct": (
        drop_opening("direct: comes to the point with the first sentence"),
        question("direct", "direct: asks without detour"),
    ),
    "warm": (
        greet("warm", "warm: greets as one would across a desk"),
        contract("warm", "warm: sounds spoken"),
        question("warm", "warm: offers rather than asks"),
        either_way("warm: takes the pressure off"),
    ),
    "formal": (
        greet("formal", "formal: keeps its distance"),
        contract("formal", "formal: writes words out"),
        question("formal", "formal: asks with a full sentence"),
    ),
    "technical": (
        drop_opening("technical: the reader wants the mechanism"),
        mechanism_first("technical: the reader wants the mechanism"),
        question("technical", "technical: offers something to check"),
    ),
    "executive": (
        shorten("executive: outcome and risk in about forty words"),
        question("direct", "executive: a question that one word can answer"),
    ),
}

_BY_SENIORITY: dict[Seniority, tuple[Step, ...]] = {
    "executive": (
        shorten("for an executive: outcome and risk in few words"),
        question("direct", "for an executive: a question that one word can answer"),
    ),
    "founder": (question("direct", "for a founder: plain talk"),),
}
"""What is done where no tone was asked for; managers and practitioners get the email as it was written for them."""
