"""The rubric is evaluated on texts that were written by hand."""

import pytest

from evals.dataset import Dataset, GoodPack, Lookalike
from evals.evaluators.handwritten import GoodPackPasses, LookalikeIsRejected
from evals.outcome import RubricOutcome, Score
from evals.target import Handwritten

GOOD = Dataset.load(GoodPack, "good_packs").rows
GENERIC = Dataset.load(Lookalike, "lookalikes").rows


def value(scores: tuple[Score, ...]) -> list[float | None]:
    return [one.value for one in scores]


def test_a_pass_counts_for_a_good_pack_and_against_a_generic_one() -> None:
    passed = RubricOutcome(packs=1, packs_passed=1, emails=2, emails_passed=2)
    failed = RubricOutcome(packs=1, emails=2)
    assert value(GoodPackPasses()(passed, GOOD[0])) == [1.0]
    assert value(GoodPackPasses()(failed, GOOD[0])) == [0.0]
    assert value(LookalikeIsRejected()(passed, GENERIC[0])) == [0.0, 0.0]
    assert value(LookalikeIsRejected()(failed, GENERIC[0])) == [1.0, 1.0]


def test_nothing_tried_is_nothing_shown() -> None:
    assert value(GoodPackPasses()(RubricOutcome(), GOOD[0])) == [0.0]
    assert value(LookalikeIsRejected()(RubricOutcome(), GENERIC[0])) == [0.0, 0.0]


def test_a_lookalike_is_sent_in_the_name_of_every_company_of_its_language() -> None:
    target = Handwritten(GOOD)
    tried = RubricOutcome.model_validate(target.lookalike(GENERIC[0].model_dump()))
    assert tried.packs == sum(pack.language == GENERIC[0].language for pack in GOOD)
    assert tried.emails == 2 * tried.packs


@pytest.mark.parametrize("broken", ["outreach", "follow_up"])
def test_a_good_pack_with_an_empty_promise_no_longer_passes(broken: str) -> None:
    email = getattr(GOOD[0], broken)
    worse = email.model_copy(update={"body": email.body.replace("?", "? We are the market leader in all we do.")})
    spoiled = GOOD[0].model_copy(update={broken: worse})
    told = RubricOutcome.model_validate(Handwritten(GOOD).good_pack(spoiled.model_dump()))
    assert told.packs_passed == 0
    assert told.findings
