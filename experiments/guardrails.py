"""Guardrails: harm that ends a test, whatever the replies say."""

from typing import Literal, NamedTuple

from scipy.stats import binom, fisher_exact
from statsmodels.stats.proportion import proportion_confint

from core.value import Value
from experiments.tally import Counts

Harm = Literal["complained", "bounced_hard", "unsubscribed"]
SIGNIFICANCE = 0.01
"""One-sided. A guardrail is looked at daily, which makes false alarms likelier; that is the careful side."""

FEWEST = 3
"""Cases below which nothing is said: a single complaint among the first three emails is an accident."""


class Limit(NamedTuple):
    """Rates of one harm, per email sent."""

    harm: Harm
    warn: float
    stop: float | None
    source: str


LIMITS = (
    Limit("complained", 0.001, 0.003, "Gmail and Yahoo, rules for bulk senders of February 2024"),
    Limit("bounced_hard", 0.02, 0.05, "well-kept lists stay below 2 %; providers suspend at about 5 % (second hand)"),
    Limit("unsubscribed", 0.02, None, "the upper end of what senders report (second hand)"),
)


class Guardrail(Value):
    """One harm in one arm."""

    variant: str
    harm: Harm
    count: int
    rate: float | None
    """Per email sent; None where none was."""
    at_least: float | None
    """One-sided lower bound of the rate, Clopper and Pearson, 99 %."""
    warn_above: float
    stop_above: float | None
    worse_than_control: bool
    """Beyond chance, by Fisher's exact test, one-sided; never of the control itself."""
    verdict: Literal["ok", "warn", "stop"]
    source: str


def guardrails(arms: tuple[tuple[str, Counts], ...]) -> tuple[Guardrail, ...]:
    """Return every harm in every arm; the first arm is the control."""
    control = arms[0][1]
    return tuple(
        _guardrail(name, counts, limit, control if number else None)
        for number, (name, counts) in enumerate(arms)
        for limit in LIMITS
    )


def _guardrail(name: str, counts: Counts, limit: Limit, control: Counts | None) -> Guardrail:
    harmed = getattr(counts, limit.harm)
    worse = control is not None and _worse(harmed, counts.sent, getattr(control, limit.harm), control.sent)
    return Guardrail(
        variant=name,
        harm=limit.harm,
        count=harmed,
        rate=harmed / counts.sent if counts.sent else None,
        at_least=_at_least(harmed, counts.sent),
        warn_above=limit.warn,
        stop_above=limit.stop,
        worse_than_control=worse,
        verdict=_verdict(harmed, counts.sent, limit, worse=worse),
        source=limit.source,
    )


def _verdict(harmed: int, sent: int, limit: Limit, *, worse: bool) -> Literal["ok", "warn", "stop"]:
    if limit.stop is not None and _exceeds(harmed, sent, limit.stop):
        return "stop"
    return "warn" if worse or _exceeds(harmed, sent, limit.warn) else "ok"


def _exceeds(harmed: int, sent: int, limit: float) -> bool:
    """Return whether so many, or more, would be rare if the rate were at the limit."""
    return harmed >= FEWEST and float(binom.sf(harmed - 1, sent, limit)) <= SIGNIFICANCE


def _worse(harmed: int, sent: int, in_control: int, sent_in_control: int) -> bool:
    if harmed < FEWEST or not sent_in_control:
        return False
    table = ((harmed, sent - harmed), (in_control, sent_in_control - in_control))
    return bool(fisher_exact(table, alternative="greater").pvalue <= SIGNIFICANCE)


def _at_least(harmed: int, sent: int) -> float | None:
    # Twice the significance, since the function gives two-sided intervals.
    return float(proportion_confint(harmed, sent, alpha=2 * SIGNIFICANCE, method="beta")[0]) if sent else None
