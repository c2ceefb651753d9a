"""The rubric passes good packs, fails packs with one thing wrong, and fails whatever another company could send."""

from collections import defaultdict

import pytest

from core.pack import PART_NAMES
from evals.rubric_proof.confusion import Trial, disguises, trials
from evals.rubric_proof.defects import DEFECTS
from evals.rubric_proof.document import DOCUMENT, proof_document
from evals.rubric_proof.packs import Campaign, good_packs, lookalikes, quality
from evals.rubric_proof.swap import swaps
from nodes.quality.rubric import FOLLOW_UP, LINE, LINE_SET, OUTREACH

BY_INTENT_ONLY_POINTS = {"an opening that points at nothing"}
"""A lapse of style costs points and is shown as what to mend; it does not hold a pack back alone."""


def by_defect() -> dict[str, list[Trial]]:
    """Return the trials of each defect."""
    found = defaultdict(list)
    for trial in trials():
        found[trial.defect.name].append(trial)
    return found


@pytest.mark.parametrize("pack", good_packs(), ids=lambda pack: pack.name)
def test_a_good_pack_passes_on_every_part(pack: Campaign) -> None:
    scored = quality(pack)
    assert scored.passed, [check for part in PART_NAMES for check in scored.part(part).findings]


def test_the_good_packs_are_in_five_languages() -> None:
    assert {pack.language for pack in good_packs()} == {one.language for one in lookalikes()}
    assert len({pack.language for pack in good_packs()}) == 5


def test_of_the_packs_with_one_defect_95_percent_fail() -> None:
    assert len(by_defect()) >= 25
    missed = [(one.defect.name, one.campaign.name) for one in trials() if not one.caught]
    assert len(missed) <= 0.05 * len(trials()), missed


def test_a_defect_changes_only_the_part_that_it_is_in() -> None:
    packs = {pack.name: pack for pack in good_packs()}
    for trial in trials():
        before = packs[trial.campaign.name]
        changed = {part for part in PART_NAMES if getattr(before, part) != getattr(trial.campaign, part)}
        assert changed == {trial.defect.part}, (trial.defect.name, before.name)
        assert before.company == trial.campaign.company


def test_a_defect_exists_in_every_language_that_it_can_exist_in() -> None:
    english_only = {defect.name for defect in DEFECTS if "(English)" in defect.name}
    for name, found in by_defect().items():
        languages = {trial.campaign.language for trial in found}
        assert languages == ({"en"} if name in english_only else {"en", "de", "fr", "es", "it"}), name


def test_a_defect_is_meant_for_a_criterion_of_its_part() -> None:
    known = {"subject_lines": (*LINE, *LINE_SET), "outreach": OUTREACH, "follow_up": FOLLOW_UP}
    for defect in DEFECTS:
        assert defect.meant in {one.name for one in known[defect.part]}, defect.name


def test_what_fails_a_pack_is_the_criterion_meant() -> None:
    caught = [one for one in trials() if one.caught]
    astray = [(one.defect.name, one.campaign.name) for one in caught if not one.named]
    assert len(astray) <= 0.02 * len(caught), astray


def test_every_kind_of_defect_is_caught_but_for_lapses_of_style() -> None:
    shares = {name: sum(one.caught for one in found) / len(found) for name, found in by_defect().items()}
    assert {name for name, share in shares.items() if share < 0.75} == BY_INTENT_ONLY_POINTS


def test_a_lapse_of_style_is_noticed_and_costs_points() -> None:
    for name in BY_INTENT_ONLY_POINTS:
        found = by_defect()[name]
        assert sum(one.noticed for one in found) >= 0.8 * len(found), name


def test_a_defect_leaves_the_other_parts_as_good_as_they_were() -> None:
    beside = [(one.defect.name, one.campaign.name) for one in trials() if not one.alone]
    assert not beside


def test_of_the_swapped_emails_98_percent_are_rejected() -> None:
    count = len(good_packs())
    assert len(swaps()) == count * (count - 1)
    for rejected in (
        [swap.pack for swap in swaps()],
        [swap.outreach for swap in swaps()],
        [swap.by_specificity for swap in swaps()],
        [swap.by_specificity for swap in swaps() if swap.same_language],
        [swap.follow_up for swap in swaps()],
    ):
        assert sum(rejected) >= 0.98 * len(rejected)


def test_what_grounding_leaves_of_swapped_emails_is_rejected_too() -> None:
    assert sum(swap.outreach_as_sent for swap in swaps()) >= 0.98 * len(swaps())
    assert sum(swap.follow_up_as_sent for swap in swaps()) >= 0.98 * len(swaps())


def test_an_email_of_any_company_is_rejected() -> None:
    assert len(disguises()) >= 25
    assert all(one.outreach and one.by_specificity and one.follow_up for one in disguises())


def test_the_document_says_what_the_code_computes() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == proof_document(), "run python -m evals.rubric_proof"
