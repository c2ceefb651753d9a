"""An email in pieces while its style is fitted."""

import re
from dataclasses import dataclass, replace
from typing import Any

from core.llm.offline.language import Language
from core.llm.offline.seller import Draft, Task
from core.sentences import is_question, sentences, words


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


def read_letter(part: str, draft: Draft) -> Letter:
    """Take a draft into pieces; one that is no greeting, paragraphs and name is left whole."""
    blocks = draft.body.split("\n\n")
    cited = {one.sentence: one.fact for one in draft.cited}
    if len(blocks) < 3:
        return Letter(part, draft.body, (), "", cited)
    return Letter(part, blocks[0], tuple(sentences(block) for block in blocks[1:-1]), blocks[-1], cited)


def written(letter: Letter) -> dict[str, Any]:
    body = letter.body if letter.paragraphs else letter.greeting
    return {"body": body, "cited": [{"sentence": s, "fact": fact} for s, fact in letter.cited.items()]}


def spare(letter: Letter) -> list[str]:
    """Return the sentences that neither cite a fact nor ask."""
    told = [text for paragraph in letter.paragraphs for text in paragraph]
    return [text for text in told if text not in letter.cited and not is_question(text)]


def is_frozen(text: str, task: Task) -> bool:
    """Tell whether a sentence holds what calibration must not lose: a figure, a placeholder, a name."""
    inner = (
        re.findall(r"(?<=[\w,] )[A-ZÄÖÜÉ][\w&-]+", text)
        if task.brief.language != "de"
        else re.findall(r"\w+[A-Z]\w*", text)
    )
    return bool(re.search(r"\d|\{\{", text) or inner or (task.company.name and task.company.name.split()[0] in text))


def without(letter: Letter, sentence: str, language: Language) -> Letter | None:
    """Return the letter without a sentence, its new first sentence fitted to the greeting."""
    kept = tuple(tuple(text for text in paragraph if text != sentence) for paragraph in letter.paragraphs)
    paragraphs = tuple(paragraph for paragraph in kept if paragraph)
    old = paragraphs[0][0]
    new = language.grammar.begin(old)
    if new is None:
        return None
    cited = {(new if text == old else text): fact for text, fact in letter.cited.items() if text != sentence}
    return replace(letter, paragraphs=((new, *paragraphs[0][1:]), *paragraphs[1:]), cited=cited)
