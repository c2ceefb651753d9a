"""The connecting text claims nothing: no promise, no figure, nothing about the reader that nobody has read."""

import dataclasses
import json
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from core.grounding.commitments import commitments
from core.grounding.presumptions import presumes
from core.llm.offline.languages import language_of
from core.sentences import word_set, words

LANGUAGES = ("en", "de", "fr", "es", "it")
SLOTS = {"name", "topic", "customer", "reduced", "your_reduced", "company", "at_company", "for_company"}
SLOTS |= {"pain", "goal", "Goal", "sells", "area", "much", "told", "matter", "entry", "waited", "many"}
NOUNS = word_set(
    """
    Abfall Energie Erfahrung Fluktuation Fracht Gebäude Kunden Lieferanten Policen Schulungen Schutzausrüstung
    Stillstand Verpackung Versicherungen Wasser Werbung Zahlen
    """
)
"""German phrases that start with one of these keep their capital."""


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from _texts(part)


def _table(name: str) -> dict[str, Any]:
    table: dict[str, Any] = json.loads(
        files("core.llm.offline").joinpath("trades", f"{name}.json").read_text(encoding="utf-8")
    )
    return table


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_phrase_and_no_scene_promises_or_presumes(code: str) -> None:
    for text in (*_texts(language_of(code).phrases), *_texts(_table(code))):
        assert not commitments(text), text
        assert not presumes(text), text
        assert not re.search(r"\d", text), text


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_slot_is_one_that_is_filled(code: str) -> None:
    for text in _texts(language_of(code).phrases):
        assert set(re.findall(r"<(\w+)>", text)) <= SLOTS


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_trade_is_told_in_every_language(code: str) -> None:
    table = _table(code)
    assert table.keys() == _table("keywords").keys()
    for trade in table.values():
        assert len(trade["desk"]) == 2
        assert trade["board"]
        assert trade["personas"]
        assert 2 <= len(words(trade["problem"])) <= 5
        for scene in (*trade["desk"], *trade["board"]):
            assert scene.endswith(".")
            assert len(words(scene)) <= 25


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_two_trades_share_a_scene(code: str) -> None:
    scenes = [scene for trade in _table(code).values() for scene in (*trade["desk"], *trade["board"])]
    assert len(set(scenes)) == len(scenes)


def test_every_question_ends_in_a_question_mark_and_every_hook_in_none() -> None:
    for code in LANGUAGES:
        phrases = language_of(code).phrases
        asked = [ask.text for ask in phrases.asks] + [text for texts in phrases.small_asks.values() for text in texts]
        assert all(text.endswith("?") for text in (*asked, *phrases.goals, *phrases.goal_verbs, phrases.talk))
        told = [*phrases.hypotheses, *phrases.pains, *(text for texts in phrases.hooks.values() for text in texts)]
        assert all(text.endswith((".", ":")) for text in told)


def test_every_hook_has_its_question() -> None:
    for code in LANGUAGES:
        phrases = language_of(code).phrases
        assert phrases.hooks.keys() == phrases.small_asks.keys()


def test_german_phrases_can_follow_the_greeting() -> None:
    german, trades = language_of("de"), _table("de").values()
    told = [*german.phrases.hypotheses, *(text for texts in german.phrases.hooks.values() for text in texts)]
    scenes = [scene for trade in trades for scene in (*trade["desk"], *trade["board"])]
    for text in (*told, *scenes):
        begun = german.grammar.begin(text)
        assert begun is not None, text
        assert begun[0].islower() or words(begun)[0] in NOUNS, begun
