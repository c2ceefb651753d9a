"""Fit the style of both emails to the tone asked for; facts, numbers, names and placeholders stay as they are."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from core.frozen_facts import same_facts
from core.icp import Seniority
from core.llm.offline.clause import names_of
from core.llm.offline.language import Language
from core.llm.offline.registers import CONTRACTIONS, GREETINGS, QUESTIONS
from core.llm.offline.sample import Sound, sound_of
from core.llm.offline.seller import Draft, Task
from core.sentences import is_question, sentences, words
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
_SHORTEST = {"outreach": 35, "follow_up": 15}
"""Words that must be left when a sentence is taken out: the rubric's lower ends."""
_EXECUTIVE = 48


@dataclass(frozen=True)
class Letter:
    """An email in pieces while its style is fitted."""

    part: str
    greeting: str
    paragraphs: tuple[tuple[str, ...], ...]
    closing: str
    cited: dict[str, str]
    """Fact by sentence."""
    changes: tuple[dict[str, str], ...] = ()

    @property
    def body(self) -> str:
        """Return the email as text."""
        return "\n\n".join([self.greeting, *(" ".join(paragraph) for paragraph in self.paragraphs), self.closing])

    @property
    def length(self) -> int:
        """Return the words between greeting and closing."""
        return sum(len(words(sentence)) for paragraph in self.paragraphs for sentence in paragraph)

    def noted(self, what: str, why: str) -> "Letter":
        """Return the letter with one more change told."""
        return replace(self, changes=(*self.changes, {"part": self.part, "what": what, "why": why}))


Step = Callable[[Letter, Task, Language], Letter]
"""One change of style; it returns the letter itself where there is nothing to change."""


def preset(tone: str) -> TonePreset | None:
    """Return the preset that a free description of a tone comes nearest to, or None where it names none."""
    return next((name for name, pattern in _PRESETS.items() if pattern.search(tone)), None)


def calibrate(task: Task, language: Language) -> dict[str, Any]:
    """Return both emails in the voice asked for, or as suits the reader's seniority, and what was changed.

    A change that would touch a number, a name, a placeholder or a denial is left out.
    """
    letters = [_read(part, draft) for part, draft in (("outreach", task.outreach), ("follow_up", task.follow_up))]
    for step in _steps(task):
        letters = [_safely(step, letter, task, language) for letter in letters]
    changes = [change for letter in letters for change in letter.changes]
    return {**{letter.part: _written(letter) for letter in letters}, "changes": changes}


def _steps(task: Task) -> tuple[Step, ...]:
    """Return what is done for the preset that was named or described, for a sample, else for the reader."""
    chosen = task.voice.preset or preset(task.voice.description or task.brief.tone or "")
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
        steps = [_greet(sound.register, f"{why}: its greeting"), _contract(sound.register, f"{why}: its contractions")]
    if sound.brisk or sound.register:
        steps.append(_question("direct" if sound.brisk else sound.register or "direct", f"{why}: its sentences"))
    return tuple(steps)


def _safely(step: Step, letter: Letter, task: Task, language: Language) -> Letter:
    """Take a step's result only where it says the same as before."""
    if not letter.paragraphs:
        return letter
    changed = step(letter, task, language)
    return changed if same_facts(letter.body, changed.body, language.code) else letter


def _read(part: str, draft: Draft) -> Letter:
    """Take a draft into pieces; one that is no greeting, paragraphs and name is left whole."""
    blocks = draft.body.split("\n\n")
    cited = {one.sentence: one.fact for one in draft.cited}
    if len(blocks) < 3:
        return Letter(part, draft.body, (), "", cited)
    return Letter(part, blocks[0], tuple(sentences(block) for block in blocks[1:-1]), blocks[-1], cited)


def _written(letter: Letter) -> dict[str, Any]:
    body = letter.body if letter.paragraphs else letter.greeting
    return {"body": body, "cited": [{"sentence": s, "fact": fact} for s, fact in letter.cited.items()]}


def _greet(preset_name: TonePreset, why: str) -> Step:
    """Return a step that changes the greeting's first words."""

    def step(letter: Letter, task: Task, language: Language) -> Letter:
        for old, new in GREETINGS.get((language.code, preset_name), ()):
            if letter.greeting.startswith(old):
                changed = replace(letter, greeting=new + letter.greeting[len(old) :])
                return changed.noted(f"greeting: “{old.strip(' ,:')}” became “{new.strip(' ,:')}”", why)
        return letter

    return step


def _question(preset_name: TonePreset, why: str) -> Step:
    """Return a step that words the question anew."""

    def step(letter: Letter, task: Task, language: Language) -> Letter:
        for pattern, new in QUESTIONS.get((language.code, preset_name), ()):
            changed = _each(letter, _replacing(pattern, new, questions=True))
            if changed.body != letter.body:
                return changed.noted("the question was worded anew", why)
        return letter

    return step


def _contract(preset_name: TonePreset, why: str) -> Step:
    """Return a step that writes contractions out or in; only English has them."""

    def step(letter: Letter, task: Task, language: Language) -> Letter:
        if language.code != "en":
            return letter
        changed = letter
        for pattern, new in CONTRACTIONS[preset_name]:
            changed = _each(changed, _replacing(pattern, new), also_cited=preset_name == "formal")
        what = "contractions were written out" if preset_name == "formal" else "contractions were used"
        return changed.noted(what, why) if changed.body != letter.body else letter

    return step


def _replacing(pattern: re.Pattern[str], new: str, *, questions: bool = False) -> Callable[[str], str]:
    """Return a change that replaces a pattern, in questions only where asked."""
    return lambda text: pattern.sub(new, text) if not questions or text.rstrip().endswith("?") else text


def _each(letter: Letter, change: Callable[[str], str], *, also_cited: bool = False) -> Letter:
    """Change sentences; those that cite a fact only where the change is one of spelling."""
    changed = {
        text: change(text)
        for paragraph in letter.paragraphs
        for text in paragraph
        if also_cited or text not in letter.cited
    }
    paragraphs = tuple(tuple(changed.get(text, text) for text in paragraph) for paragraph in letter.paragraphs)
    return replace(letter, paragraphs=paragraphs, cited={changed.get(s, s): fact for s, fact in letter.cited.items()})


def _drop_opening(why: str) -> Step:
    """Return a step that takes out an opening that cites nothing, where two facts and enough words stay."""

    def step(letter: Letter, task: Task, language: Language) -> Letter:
        first = letter.paragraphs[0][0]
        told = [text for paragraph in letter.paragraphs for text in paragraph if text in letter.cited]
        enough = letter.length - len(words(first)) >= _SHORTEST[letter.part] and len(told) >= (
            2 if letter.part == "outreach" else 1
        )
        left = letter.body.replace(first, "")
        anonymous = bool(task.company.name) and not any(name in left for name in names_of(task.company.name))
        if first in letter.cited or first.endswith("?") or _frozen(first, task) or anonymous or not enough:
            return letter
        shorter = _without(letter, first, language)
        return shorter.noted("the opening sentence was taken out", why) if shorter else letter

    return step


def _shorten(why: str) -> Step:
    """Return a step that takes out sentences that cite nothing until a first email is short enough."""

    def step(letter: Letter, task: Task, language: Language) -> Letter:
        while letter.part == "outreach" and letter.length > _EXECUTIVE:
            spare = [text for text in _spare(letter) if not _frozen(text, task)]
            shorter = _without(letter, spare[-1], language) if spare else None
            if not shorter or shorter.length < _SHORTEST["outreach"]:
                return letter
            letter = shorter.noted("one sentence was taken out", why)
        return letter

    return step


def _spare(letter: Letter) -> list[str]:
    """Return the sentences that neither cite a fact nor ask."""
    told = [text for paragraph in letter.paragraphs for text in paragraph]
    return [text for text in told if text not in letter.cited and not is_question(text)]


def _mechanism_first(why: str) -> Step:
    """Return a step that puts how it works before other facts of the same paragraph."""

    def step(letter: Letter, task: Task, language: Language) -> Letter:
        def rank(text: str) -> int:
            fact = task.company.fact(letter.cited.get(text, ""))
            return 0 if fact and fact.kind == "mechanism" else 1

        for index, paragraph in enumerate(letter.paragraphs):
            turned = tuple(sorted(paragraph, key=rank))
            if index and turned != paragraph and all(text in letter.cited for text in paragraph):
                paragraphs = (*letter.paragraphs[:index], turned, *letter.paragraphs[index + 1 :])
                return replace(letter, paragraphs=paragraphs).noted("how it works was put first", why)
        return letter

    return step


def _either_way(why: str) -> Step:
    """Return a step that makes it easy to decline."""

    def step(letter: Letter, task: Task, language: Language) -> Letter:
        extra = language.phrases.either_way
        if letter.part != "outreach" or extra in letter.body:
            return letter
        paragraphs = (*letter.paragraphs[:-1], (*letter.paragraphs[-1], extra))
        return replace(letter, paragraphs=paragraphs).noted("a line was added that makes it easy to decline", why)

    return step


def _frozen(text: str, task: Task) -> bool:
    """Tell whether a sentence holds what calibration must not lose: a figure, a placeholder, a name."""
    inner = (
        re.findall(r"(?<=[\w,] )[A-ZÄÖÜÉ][\w&-]+", text)
        if task.brief.language != "de"
        else re.findall(r"\w+[A-Z]\w*", text)
    )
    return bool(re.search(r"\d|\{\{", text) or inner or (task.company.name and task.company.name.split()[0] in text))


def _without(letter: Letter, sentence: str, language: Language) -> Letter | None:
    """Return the letter without a sentence, its new first sentence fitted to the greeting."""
    kept = tuple(tuple(text for text in paragraph if text != sentence) for paragraph in letter.paragraphs)
    paragraphs = tuple(paragraph for paragraph in kept if paragraph)
    old = paragraphs[0][0]
    new = language.grammar.begin(old)
    if new is None:
        return None
    cited = {(new if text == old else text): fact for text, fact in letter.cited.items() if text != sentence}
    return replace(letter, paragraphs=((new, *paragraphs[0][1:]), *paragraphs[1:]), cited=cited)


_STEPS: dict[TonePreset, tuple[Step, ...]] = {
    "direct": (
        _drop_opening("direct: comes to the point with the first sentence"),
        _question("direct", "direct: asks without detour"),
    ),
    "warm": (
        _greet("warm", "warm: greets as one would across a desk"),
        _contract("warm", "warm: sounds spoken"),
        _question("warm", "warm: offers rather than asks"),
        _either_way("warm: takes the pressure off"),
    ),
    "formal": (
        _greet("formal", "formal: keeps its distance"),
        _contract("formal", "formal: writes words out"),
        _question("formal", "formal: asks with a full sentence"),
    ),
    "technical": (
        _drop_opening("technical: the reader wants the mechanism"),
        _mechanism_first("technical: the reader wants the mechanism"),
        _question("technical", "technical: offers something to check"),
    ),
    "executive": (
        _shorten("executive: outcome and risk in about forty words"),
        _question("direct", "executive: a question that one word can answer"),
    ),
}

_BY_SENIORITY: dict[Seniority, tuple[Step, ...]] = {
    "executive": (
        _shorten("for an executive: outcome and risk in few words"),
        _question("direct", "for an executive: a question that one word can answer"),
    ),
    "founder": (_question("direct", "for a founder: plain talk"),),
}
"""What is done where no tone was asked for; managers and practitioners get the email as it was written for them."""
