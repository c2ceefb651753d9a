"""Find sentences to open on: a situation as a plain truth or a hypothesis, never a claim about the reader."""

import re
from dataclasses import replace

from core.llm.offline.choice import shuffled
from core.llm.offline.clause import Clause
from core.llm.offline.doubts import LONGEST
from core.llm.offline.first_letters import small_first
from core.llm.offline.language import Language
from core.llm.offline.placed import Placed, placed
from core.llm.offline.reader import filled, seniority, topic_of
from core.llm.offline.seller import Task
from core.llm.offline.sentences import capitalised, content, ended
from core.llm.offline.tongue import reads_as
from core.llm.offline.trades import matched_words, trade_of
from core.sentences import words

_GIVEN, _TABLE = 0.75, 0.4
"""Strength of an opening made of the profile's pains and of one from the table: the site's own statements start at
their weight, which is mostly more."""


_VAGUE = 1.6
"""What it costs an opening that names what is sold and nothing of the reader's day."""
_SUPPOSED = -0.2
"""Strength of an opening that only supposes an interest: a result says more."""


def scenes(task: Task, language: Language, read: tuple[Clause, ...]) -> list[Placed]:
    """Return the openings that tell a situation, strongest first."""
    own = [replace(placed(c), strength=c.strength + 0.1) for c in read if c.role == "scene"]
    trade = trade_of(task.company, language.code)
    usual = {*trade.desk, *trade.board} if trade else set()
    pains = [pain for pain in task.icp.persona.pains if pain not in usual]
    told = [scene for pain in pains if (scene := _of_pain(pain, task, language))]
    fresh = [scene for scene in told if not _said(scene, own)]
    return sorted(own + fresh, key=lambda scene: -scene.strength) + _of_trade(task, language)


def _said(scene: Placed, others: list[Placed]) -> bool:
    return any(len(content(scene.text) & content(other.text)) >= 0.6 * len(content(scene.text)) for other in others)


def _of_pain(pain: str, task: Task, language: Language) -> Placed | None:
    """Word a pain of the profile as an opening: a sentence as it is, a clause or a noun phrase within a frame."""
    grammar, text = language.grammar, pain.strip().rstrip(".")
    if (
        not reads_as(pain, language.code, task.brief.language)
        or re.search(r"[\d?!:{}<>]", text)
        or grammar.we.search(text)
    ):
        return None
    if pain.strip().endswith(".") and text[:1].isupper():
        usable = len(words(text)) >= 5 and not grammar.you.search(text) and not grammar.leaning.match(text)
        return Placed(ended(text), strength=_TABLE + 0.05, role="scene") if usable else None
    clause = grammar.is_sentence(text, True)
    frames = language.phrases.pain_clauses if clause else language.phrases.pains
    if not 1 < len(words(text)) <= 12 or grammar.you.search(text):
        return None
    lowered = text if language.code == "de" else small_first(text, language.code)
    for frame in shuffled(frames, task.company.name, pain):
        sentence = filled(frame, language, task.brief, {"pain": lowered})
        if sentence and len(words(sentence)) <= LONGEST:
            return Placed(sentence, strength=_GIVEN, role="scene", supposed=clause)
    return None


def _of_trade(task: Task, language: Language) -> list[Placed]:
    trade = trade_of(task.company, language.code)
    if not trade:
        return []
    told = trade.scenes(seniority(task.icp))
    first = (
        [scene for scene in told if scene not in trade.board]
        if seniority(task.icp) not in ("executive", "founder")
        else told[:1]
    )
    turned = shuffled(first, task.company.name) + [scene for scene in told if scene not in first]
    said = content(" ".join(matched_words(task.company, trade.key)))
    known = content(" ".join((task.company.sells, *(fact.text for fact in task.company.facts))))
    if task.company.language == language.code:
        turned = [scene for scene in turned if content(scene) & said and len(content(scene) & known) > 1]
    return [Placed(scene, strength=_TABLE - 0.05 * index, role="scene") for index, scene in enumerate(turned)]


def hypotheses(task: Task, language: Language, read: tuple[Clause, ...]) -> list[Placed]:
    """Return openings that suppose an interest in what is sold, in the company's own order."""
    topic = topic_of(task, language)
    reduced = next((clause.reduced for clause in read if clause.role == "proof" and clause.reduced), "")
    slots = {"topic": topic, "reduced": reduced, "your_reduced": language.phrases.yours(reduced) if reduced else ""}
    found = [
        (filled(frame, language, task.brief, slots), _SUPPOSED if "reduced>" in frame else _SUPPOSED - _VAGUE)
        for frame in shuffled(language.phrases.hypotheses, task.company.name)
    ]
    return [Placed(capitalised(text), strength=worth, role="hypothesis") for text, worth in found if text]
