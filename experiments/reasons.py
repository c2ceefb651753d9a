"""The reasons for a verdict, in words that a seller can act on."""

from experiments.claims import EARLY, FEWEST_REPLIES, FEWEST_SENT, PLANNED
from experiments.guardrails import Guardrail
from experiments.planning import detectable_uplift, sample_size
from experiments.results import Results
from experiments.variant_result import VariantResult

HARMS = {
    "complained": "complaints",
    "bounced_hard": "hard bounces",
    "unsubscribed": "unsubscriptions",
}


def guardrail_because(broken: Guardrail) -> str:
    """Say which harm is too frequent, and what to do."""
    return (
        f"{broken.variant} has {broken.count:,} {HARMS[broken.harm]}, {broken.rate or 0:.2%} of what was sent; the "
        f"limit is {broken.stop_above or 0:.1%}, and so many are beyond chance ({broken.source}). Stop sending and "
        "look at the list and the text before anything else: the sending domain's reputation is at stake in every "
        "variant."
    )


def ratio_because(results: Results) -> str:
    """Say how far the sent counts are from the weights, and where to look."""
    check = results.sample_ratio
    arms = "; ".join(
        f"{arm.name} {sent:,} sent, {expected:,.0f} expected"
        for arm, sent, expected in zip(results.variants, check.sent, check.expected, strict=True)
    )
    return (
        f"What was sent does not fit the weights ({arms}; p = {check.p_value or 0:.2g}). Something besides chance "
        "decides who gets which variant, so no comparison holds. Look whether one variant is sent before the other, "
        "filtered or blocked more often, or whether its events are lost; then start a new experiment."
    )


def winner_because(results: Results) -> str:
    """Say what the winner's lead is, by which test, and how to read the number."""
    if results.won_early:
        return (
            f"{results.winner} gets more replies than every other variant: {_rates(results)}. The test that may be "
            f"looked at at any time has crossed its bound (p = {results.anytime_p_value:.2g}, wrong in at most "
            f"{EARLY:.0%} of tests of equal variants). The uplift shown is likely too high, since tests that stop "
            "early stop at their luckiest."
        )
    return (
        f"At the planned size {results.winner} gets more replies than every other variant: "
        f"{_at_planned_size(results)}, p = {results.planned_test.p_value or 0:.2g} ({PLANNED} allowed). Part of the "
        "uplift is luck; expect somewhat less from now on."
    )


def no_difference_because(results: Results) -> str:
    """Say that the variants are as good as equal, by the measure that was set before."""
    return (
        f"At the planned size no variant is ahead by as much as the {results.plan.minimum_uplift:.0%} that was worth "
        f"knowing: {_at_planned_size(results)}, and the 95 % intervals of the uplift lie within that. Keep the one "
        "you like."
    )


def inconclusive_because(results: Results) -> tuple[int | None, str]:
    """Say that the size does not tell, what it could have shown, and what a new test would take."""
    sent = sum(arm.counts.sent for arm in results.variants)
    needed = _needed_for_what_was_seen(results)
    whole = sent >= results.plan.total
    rates = _at_planned_size(results) if results.planned_test.arms else _rates(results)
    begin = "At the planned size" if whole else f"It ended at {sent:,} of {results.plan.total:,} emails, and"
    reason = (
        f"{begin} the difference is neither beyond chance nor surely smaller than the "
        f"{results.plan.minimum_uplift:.0%} that was worth knowing: {rates}.{_reach(results, sent)}"
    )
    if needed is None:
        return None, f"{reason} Keep the variant you like, or test a bolder difference."
    return needed, (
        f"{reason} A difference as large as the one seen, if it is one, would take a new test of {needed:,} emails per "
        "variant. Keep the variant you like, or test a bolder difference."
    )


def leaning_because(results: Results, best: VariantResult, needed: int) -> str:
    """Say who is ahead, and that this is no claim."""
    return (
        f"{best.name} is ahead: {_rates(results)}. It is the best with a chance of {best.chance_to_be_best or 0:.0%}, "
        f"and choosing it now gives up {100 * (best.expected_loss or 0):.2f} points of reply rate on average. That is "
        f"no result: such a lead often turns. {_to_go(results, needed)}"
    )


def collecting_because(results: Results, needed: int) -> str:
    """Say what is still missing."""
    replied = sum(arm.counts.replied for arm in results.in_use)
    fewest = min(arm.counts.sent for arm in results.in_use)
    if fewest < FEWEST_SENT or replied < FEWEST_REPLIES:
        return (
            f"Too little to say anything: {fewest:,} emails in the smallest variant and {replied:,} replies in all; "
            f"{FEWEST_SENT} and {FEWEST_REPLIES} are the least. {_to_go(results, needed)}"
        )
    return f"No variant is clearly ahead: {_rates(results)}. {_to_go(results, needed)}"


def _to_go(results: Results, needed: int) -> str:
    settled_at = results.planned_test.settled_at
    if settled_at is not None:
        return (
            f"The planned size is sent; the test is done on {settled_at:%d %B %Y}, when every recipient has had "
            f"{results.window_days} days to reply."
        )
    return f"{needed:,} more emails per variant complete the plan of {results.plan.total:,}."


def _rates(results: Results) -> str:
    return "; ".join(_rate(arm.name, arm.counts.replied, arm.counts.sent) for arm in results.variants)


def _at_planned_size(results: Results) -> str:
    return "; ".join(_rate(arm.name, arm.replied, arm.sent) for arm in results.planned_test.arms)


def _rate(name: str, replied: int, sent: int) -> str:
    return f"{name} {replied:,} of {sent:,} ({replied / sent:.2%})" if sent else f"{name} nothing sent"


def _reach(results: Results, sent: int) -> str:
    """Say what this size can show at the reply rate that came, if that is below the plan's."""
    replied = sum(arm.counts.replied for arm in results.variants)
    rate = replied / sent if sent else 0
    if not 0 < rate < results.plan.baseline_rate:
        return ""
    shown = detectable_uplift(sent, round(rate, 4), variants=len(results.in_use)) if rate >= 0.0001 else None
    able = f"an uplift of {shown:.0%}" if shown else "not even ten times the replies"
    return (
        f" Replies came at {rate:.2%}, and the plan assumed {results.plan.baseline_rate:.2%}: at that rate this size "
        f"shows {able}, four times out of five."
    )


def _needed_for_what_was_seen(results: Results) -> int | None:
    """Return the size per variant of a new test planned for the two best arms' difference; None where there is none."""
    rates = sorted((arm.reply_rate.estimate for arm in results.variants if arm.reply_rate), reverse=True)
    if len(rates) < 2 or not 0 < rates[1] < rates[0] < 1:
        return None
    uplift = round(rates[0] / rates[1] - 1, 2)
    # Below one in a hundred the size runs into millions: nobody sends that to choose a subject line.
    return sample_size(uplift, round(rates[1], 4), variants=len(results.in_use)) if uplift >= 0.01 else None
