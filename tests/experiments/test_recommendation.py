"""The recommendation says what the counters allow, in words, with what is missing; harm and broken ratios go first."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from experiments.experiment import Experiment, NewExperiment, experiment_from
from experiments.recommendation import Recommendation, recommend
from experiments.results import Results, results
from experiments.tally import Cohort, Counts

DAY = date(2026, 3, 2)
AFTER = datetime(2026, 4, 1, tzinfo=UTC)
DURING = datetime(2026, 3, 4, tzinfo=UTC)


def experiment(names: str = "AB", **more: Any) -> Experiment:
    variants = [{"name": name, "subject_line": name} for name in names]
    asked = NewExperiment.model_validate({"name": "subjects", "variants": variants, **more})
    return experiment_from(asked, "exp-1").start()


def counters(replied: tuple[int, ...], sent: tuple[int, ...], **more: int) -> dict[Cohort, Counts]:
    """Return counters of one day; what is more is the last arm's."""
    arms = [Counts(assigned=n, sent=n, replied=r) for r, n in zip(replied, sent, strict=True)]
    arms[-1] = arms[-1].model_copy(update=more)
    return {Cohort("ABCDEFGH"[arm], 0, DAY): counts for arm, counts in enumerate(arms)}


def said(
    replied: tuple[int, ...], sent: tuple[int, ...], now: datetime = AFTER, **more: int
) -> tuple[Results, Recommendation]:
    found = results(experiment("ABCDEFGH"[: len(sent)]), counters(replied, sent, **more), now)
    return found, recommend(found)


@pytest.mark.parametrize(
    ("replied", "sent", "now", "verdict", "variant", "needed"),
    [
        ((0, 0), (0, 0), AFTER, "collecting", None, 650),
        ((3, 9), (90, 90), AFTER, "collecting", None, 560),
        ((10, 11), (300, 300), AFTER, "collecting", None, 350),
        ((10, 20), (300, 300), AFTER, "leaning", "B", 350),
        ((20, 70), (600, 600), AFTER, "winner_early", "B", None),
        ((30, 55), (1000, 1000), AFTER, "winner_planned", "B", None),
        ((30, 55), (1000, 1000), DURING, "leaning", "B", 0),
        ((30, 31), (1000, 1000), AFTER, "no_practical_difference", None, None),
        ((30, 38), (1000, 1000), AFTER, "inconclusive_at_size", None, 7875),
        ((0, 0), (1000, 1000), AFTER, "inconclusive_at_size", None, None),
        ((30, 55), (1100, 900), AFTER, "invalid_sample_ratio", None, None),
        ((30, 30, 55), (1000, 1000, 1000), AFTER, "winner_planned", "C", None),
        ((30, 60, 70), (1000, 1000, 1000), AFTER, "inconclusive_at_size", None, 11120),
    ],
)
def test_the_verdict(
    replied: tuple[int, ...],
    sent: tuple[int, ...],
    now: datetime,
    verdict: str,
    variant: str | None,
    needed: int | None,
) -> None:
    _, recommendation = said(replied, sent, now)
    assert (recommendation.verdict, recommendation.variant) == (verdict, variant)
    assert recommendation.needed == (needed if needed is None else pytest.approx(needed, abs=10))
    assert len(recommendation.reason) > 80


def test_harm_goes_before_everything() -> None:
    found, recommendation = said((20, 70), (600, 400), complained=9)
    assert found.sample_ratio.mismatch
    assert (recommendation.verdict, recommendation.variant) == ("stopped_guardrail", "B")
    assert "complaints" in recommendation.reason


def test_a_winner_in_a_broken_ratio_is_none() -> None:
    found, recommendation = said((20, 90), (600, 400))
    assert found.winner == "B"
    assert recommendation.verdict == "invalid_sample_ratio"


def test_the_planned_test_is_the_same_at_every_later_look() -> None:
    first = counters((30, 50), (1000, 1000))
    later = first | {
        Cohort("A", 0, DAY + timedelta(days=5)): Counts(assigned=500, sent=500, replied=30),
        Cohort("B", 0, DAY + timedelta(days=5)): Counts(assigned=500, sent=500, replied=5),
    }
    at_first, at_last = (results(experiment(), told, AFTER).planned_test for told in (first, later))
    assert at_first.p_value == at_last.p_value
    assert at_first.arms == at_last.arms
    assert at_first.reached_on == at_last.reached_on == DAY


def test_the_planned_test_waits_for_every_window() -> None:
    told = counters((30, 55), (1000, 1000))
    settled = datetime(2026, 3, 10, tzinfo=UTC)
    for now, done in ((settled - timedelta(seconds=1), False), (settled, True)):
        found = results(experiment(), told, now)
        assert found.planned_test.settled_at == settled
        assert (found.planned_test.p_value is not None) is done
        assert found.variants[0].settled_sent == (1000 if done else 0)


def test_an_experiment_stopped_early_is_inconclusive_once_replies_are_in() -> None:
    stopped = experiment().stop()
    told = counters((10, 20), (300, 300))
    assert recommend(results(stopped, told, DURING)).verdict == "leaning"
    over = recommend(results(stopped, told, AFTER))
    assert over.verdict == "inconclusive_at_size"
    assert "ended at 600 of 1,300" in over.reason


def test_a_low_reply_rate_is_told() -> None:
    _, recommendation = said((5, 8), (1000, 1000))
    assert "0.65%" in recommendation.reason
    assert "an uplift of" in recommendation.reason


def test_undefined_is_null() -> None:
    empty, _ = said((0, 0), (0, 0))
    for arm in empty.variants:
        assert (arm.reply_rate, arm.chance_to_be_best, arm.expected_loss, arm.uplift, arm.difference) == (None,) * 5
    silent, _ = said((0, 12), (1000, 1000))
    assert silent.variants[1].uplift is None
    assert silent.variants[1].difference is not None
    assert silent.variants[0].reply_rate is not None
    assert silent.variants[0].reply_rate.low == 0


def test_no_number_is_infinite_at_any_counts() -> None:
    for replied in ((0, 0), (0, 5), (5, 0), (100, 100), (1, 100)):
        found, recommendation = said(replied, (100, 100))
        assert "Infinity" not in found.model_dump_json() + recommendation.model_dump_json()
        assert "NaN" not in found.model_dump_json()


def test_the_uplift_is_over_the_first_variant() -> None:
    found, _ = said((30, 60), (1000, 1000))
    assert found.variants[0].uplift is None
    uplift = found.variants[1].uplift
    assert uplift is not None
    assert uplift.estimate == pytest.approx(1.0)
    assert 0.2 < uplift.low < uplift.estimate < uplift.high < 2.2


def test_a_beaten_arm_is_named_though_nobody_wins() -> None:
    found, recommendation = said((10, 70, 75), (700, 700, 700))
    assert found.beaten == ("A",)
    assert not recommendation.verdict.startswith("winner")


def test_the_method_tells_its_errors() -> None:
    _, recommendation = said((10, 20), (300, 300))
    assert recommendation.method.false_claims == pytest.approx(
        recommendation.method.while_running_false_claims + recommendation.method.at_planned_size_false_claims
    )


def test_ten_million_emails_are_a_few_rows() -> None:
    told = {
        Cohort(name, 0, DAY + timedelta(days=day)): Counts(assigned=50_000, sent=50_000, replied=1700 + day % 7)
        for name in "AB"
        for day in range(100)
    }
    assert recommend(results(experiment(), told, AFTER + timedelta(days=100))).verdict == "no_practical_difference"


def test_new_weights_keep_what_was_counted() -> None:
    changed = experiment().reweighted((0.2, 0.8))
    told = counters((20, 45), (500, 500)) | {
        Cohort("A", 1, DAY + timedelta(days=1)): Counts(assigned=200, sent=200, replied=8),
        Cohort("B", 1, DAY + timedelta(days=1)): Counts(assigned=800, sent=800, replied=72),
    }
    found = results(changed, told, AFTER)
    assert found.sample_ratio.p_value == pytest.approx(1)
    assert [arm.counts.sent for arm in found.variants] == [700, 1300]
    assert recommend(found).variant == "B"
