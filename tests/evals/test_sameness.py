"""Sameness counts what packs of different companies have in common, in runs of five words."""

import pytest

from core.pack import Pack
from evals.evaluators.sameness import elsewhere, pairs, runs_of, shared
from evals.experiment import Scored
from evals.figures import ALL, sameness, sameness_scores
from evals.outcome import CampaignOutcome

FIRST = "Hi {{first_name}},\n\nOne two three four five six at {{company}}.\n\n{{sender_name}}"
SECOND = "Hi {{first_name}},\n\nSeven eight nine ten eleven twelve for you.\n\n{{sender_name}}"


def with_texts(pack: Pack, outreach: str, follow_up: str = SECOND, language: str = "en") -> Pack:
    emails = {
        "outreach": pack.outreach.model_copy(update={"body": outreach}),
        "follow_up": pack.follow_up.model_copy(update={"body": follow_up}),
    }
    return pack.model_copy(update={**emails, "language": language})


def scored(pack: Pack, name: str) -> Scored[CampaignOutcome]:
    return Scored(name=name, language=pack.language, outcome=CampaignOutcome(pack=pack), scores=())


@pytest.fixture
def pack(delivered: CampaignOutcome) -> Pack:
    assert delivered.pack is not None
    return delivered.pack


def test_greeting_and_signature_do_not_count_and_merge_fields_are_words(pack: Pack) -> None:
    runs = runs_of(with_texts(pack, FIRST, ""))
    assert ("four", "five", "six", "at", "{{company}}") in runs
    assert len(runs) == 4
    assert not any("{{first_name}}" in run or "{{sender_name}}" in run for run in runs)


def test_case_makes_no_difference(pack: Pack) -> None:
    loud = with_texts(pack, FIRST.replace("One two", "ONE TWO"))
    assert shared(runs_of(loud), runs_of(with_texts(pack, FIRST))) == 1.0


def test_the_shorter_pack_is_the_measure() -> None:
    short, long = frozenset({("a",)}), frozenset({("a",), ("b",), ("c",), ("d",)})
    assert shared(short, long) == shared(long, short) == 1.0
    assert shared(frozenset(), long) == 0.0


def test_pairs_and_what_any_other_has() -> None:
    packs = [frozenset({("a",), ("b",)}), frozenset({("a",), ("c",)}), frozenset({("b",), ("d",)})]
    assert pairs(packs) == [0.5, 0.5, 0.0]
    assert elsewhere(packs) == [1.0, 0.5, 0.5]


def test_templates_raise_it_and_own_words_do_not(pack: Pack) -> None:
    own = "Hi {{first_name}},\n\nRed green blue black white grey pink.\n\n{{sender_name}}"
    other = "Hi {{first_name}},\n\nAlpha beta gamma delta epsilon zeta eta.\n\n{{sender_name}}"
    alike = sameness([scored(with_texts(pack, FIRST), "a"), scored(with_texts(pack, FIRST), "b")])
    apart = sameness([scored(with_texts(pack, FIRST), "a"), scored(with_texts(pack, own, other), "b")])
    for key in ("sameness.pairs", "sameness.worst_pair", "sameness.elsewhere"):
        assert alike[key][ALL].mean == 1.0
        assert apart[key][ALL].mean == 0.0


def test_only_packs_of_one_language_are_compared(pack: Pack) -> None:
    found = sameness([scored(with_texts(pack, FIRST), "a"), scored(with_texts(pack, FIRST, language="de"), "b")])
    assert found["sameness.pairs"] == {}
    assert found["sameness.worst_pair"] == {}


def test_the_whole_experiment_gets_the_figures_over_all(pack: Pack) -> None:
    outputs = [CampaignOutcome(pack=with_texts(pack, FIRST)).model_dump(mode="json") for _ in range(2)]
    assert {one.metric: one.value for one in sameness_scores(outputs)} == {
        "sameness.pairs": 1.0,
        "sameness.worst_pair": 1.0,
        "sameness.elsewhere": 1.0,
    }
