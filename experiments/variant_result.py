"""What one arm's counters say: rates with intervals, uplift, chance to be best.

Undefined is null, never 0 or infinity.
"""

from collections.abc import Sequence

from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from core.value import Value
from experiments.posterior import MASS, Posterior, chances_to_be_best, expected_losses, posterior, uplift_interval
from experiments.tally import Counts


class Interval(Value):
    """An estimate and the ends of its 95 % interval; each for itself, whatever else is estimated or looked at."""

    estimate: float
    low: float
    high: float


class VariantResult(Value):
    """One arm: what was counted, and what it says."""

    name: str
    counts: Counts
    settled_sent: int
    """Recipients whose window is over, so that no reply can be added."""
    settled_replied: int
    reply_rate: Interval | None
    """Replies per email sent, Wilson's interval."""
    settled_reply_rate: Interval | None
    """The same of the recipients whose window is over."""
    chance_to_be_best: float | None
    """Display only: it is no test, and no winner follows from it. Null while some arm has nothing sent."""
    expected_loss: float | None
    """Reply rate given up by choosing this arm, as expected now: 0.001 is one reply in a thousand emails."""
    uplift: Interval | None
    """Relative, over the control; null for the control itself, and while the control has no reply."""
    difference: Interval | None
    """Of the rates, over the control, Newcombe's interval; null for the control itself."""


def variant_results(
    names: Sequence[str], counts: Sequence[Counts], settled: Sequence[Counts], baseline: float
) -> tuple[VariantResult, ...]:
    """Return the arms' results; the first is the control."""
    believed = [posterior(arm.replied, arm.sent, baseline) for arm in counts]
    known = all(arm.sent for arm in counts)  # a prior alone is no result
    chances = chances_to_be_best(believed) if known else [None] * len(names)
    losses = expected_losses(believed) if known else [None] * len(names)
    return tuple(
        VariantResult(
            name=name,
            counts=counts[arm],
            settled_sent=settled[arm].sent,
            settled_replied=settled[arm].replied,
            reply_rate=rate(counts[arm]),
            settled_reply_rate=rate(settled[arm]),
            chance_to_be_best=chances[arm],
            expected_loss=losses[arm],
            uplift=_uplift((counts[arm], believed[arm]), (counts[0], believed[0])) if arm else None,
            difference=difference(counts[arm], counts[0]) if arm else None,
        )
        for arm, name in enumerate(names)
    )


def rate(counts: Counts) -> Interval | None:
    """Return replies per email sent; None where nothing was."""
    if not counts.sent:
        return None
    low, high = proportion_confint(counts.replied, counts.sent, alpha=1 - MASS, method="wilson")
    # Without replies the lower end is 0, which the formula misses by a rounding; so with the upper end of 1.
    return Interval(
        estimate=counts.replied / counts.sent, low=float(low) if counts.replied else 0.0, high=min(float(high), 1.0)
    )


def difference(arm: Counts, control: Counts) -> Interval | None:
    """Return the difference of the rates; None while one of them is none."""
    if not (arm.sent and control.sent):
        return None
    low, high = confint_proportions_2indep(
        arm.replied, arm.sent, control.replied, control.sent, method="newcomb", compare="diff", alpha=1 - MASS
    )
    estimate = arm.replied / arm.sent - control.replied / control.sent
    return Interval(estimate=estimate, low=float(low), high=float(high))


def _uplift(arm: tuple[Counts, Posterior], control: tuple[Counts, Posterior]) -> Interval | None:
    """Return the relative uplift as counted, with the interval that is believed."""
    counted, of_control = arm[0], control[0]
    if not (counted.sent and of_control.replied):
        return None
    low, high = uplift_interval(arm[1], control[1])
    ratio = (counted.replied / counted.sent) / (of_control.replied / of_control.sent)
    return Interval(estimate=ratio - 1, low=low, high=high)
