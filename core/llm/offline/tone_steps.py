"""The single changes that fit an email's style; each returns the letter itself where there is nothing to change."""

import re
from collections.abc import Callable
from dataclasses import replace

from core.llm.offline.clause import names_of
from core.llm.offline.language import Language
from core.llm.offline.registers import CONTRACTIONS, GREETINGS, QUESTIONS
from core.llm.offline.seller import Task
from core.llm.offline.tone_letter import Letter, is_frozen, spare, without
from core.sentences import words
from core.voice import LENGTHS, TonePreset

_SHORTEST = {"outreach": 35, "follow_up": 15}
"""Words that must be left when a sentence is taken out: the rubric's lower ends."""
_EXECUTIVE = LENGTHS["executive"][1]
"""Words from which a first email to an executive is shortened."""

Step = Callable[[Letter, Task, Language], Letter]
"""One change of style."""


def greet(preset_name: TonePreset, why: str) -> Step:
    """Return a step that changes the greeting's first words."""

    def step(letter: Letter, task: Task, language: Language) -> Letter:
        for old, new in GREETINGS.get((language.code, preset_name), ()):
            if letter.greeting.startswith(old):
                changed = replace(letter, greeting=new + letter.greeting[len(old) :])
                return changed.noted(f"greeting: “{old.strip(' ,:')}” became “{new.strip(' ,:')}”", why)
        return letter

    return step


def question(preset_name: TonePreset, why: str) -> Step:
    """Return a step that words the question anew."""

    def step(letter: Letter, task: Task, language: Language) -> Letter:
        for pattern, new in QUESTIONS.get((language.code, preset_name), ()):
            changed = _each(letter, _replacing(pattern, new, questions=True))
            if changed.body != letter.body:
                return changed.noted("the question was worded anew", why)
        return letter

    return step


def contract(preset_name: TonePreset, why: str) -> Step:
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


def drop_opening(why: str) -> Step:
    """Return a step that takes out an opening that cites nothing, where two facts and enough words stay."""

    def step(letter: Letter, task: Task, language: Language) -> Letter:
        first = letter.paragraphs[0][0]
        told = [text for paragraph in letter.paragraphs for text in paragraph if text in letter.cited]
        enough = letter.length - len(words(first)) >= _SHORTEST[letter.part] and len(told) >= (
            2 if letter.part == "outreach" else 1
        )
        left = letter.body.replace(first, "")
        anonymous = bool(task.company.name) and not any(name in left for name in names_of(task.company.name))
        if first in letter.cited or first.endswith("?") or is_frozen(first, task) or anonymous or not enough:
            return letter
        shorter = without(letter, first, language)
        return shorter.noted("the opening sentence was taken out", why) if shorter else letter

    return step


def shorten(why: str) -> Step:
    """Return a step that takes out sentences that cite nothing until a first email is short enough."""

    def step(letter: Letter, task: Task, language: Language) -> Letter:
        while letter.part == "outreach" and letter.length > _EXECUTIVE:
            told = [text for text in spare(letter) if not is_frozen(text, task)]
            shorter = without(letter, told[-1], language) if told else None
            if not shorter or shorter.length < _SHORTEST["outreach"]:
                return letter
            letter = shorter.noted("one sentence was taken out", why)
        return letter

    return step


def mechanism_first(why: str) -> Step:
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


def either_way(why: str) -> Step:
    """Return a step that makes it easy to decline."""

    def step(letter: Letter, task: Task, language: Language) -> Letter:
        extra = language.phrases.either_way
        if letter.part != "outreach" or extra in letter.body:
            return letter
        paragraphs = (*letter.paragraphs[:-1], (*letter.paragraphs[-1], extra))
        return replace(letter, paragraphs=paragraphs).noted("a line was added that makes it easy to decline", why)

    return step
