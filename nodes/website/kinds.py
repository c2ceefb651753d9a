"""Judge a sentence: what kind of fact it is, and how much it is the company's point.

The two tables give points for what a sentence shows (`Evidence` says how each is found). They were set by reading the
facts of the saved sites one by one, until a careful seller would agree; tests hold them to that.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from core.company import FactKind
from nodes.website.cues.table import Cues
from nodes.website.evidence import Evidence
from nodes.website.places import Sentence
from nodes.website.roles import PageRole


@dataclass(frozen=True, slots=True)
class Judgement:
    """What kind of fact a sentence is, and how strong."""

    kind: FactKind
    weight: float


Points = Mapping[str, float]
"""Points by the name of a question of `Evidence`; they count when the answer is yes."""

# Below this sum a sentence says nothing that an email could use.
ENOUGH = 2.0

# Which kind: the highest sum decides, in a tie the kind that stands first.
POINTS: Mapping[FactKind, Points] = {
    "guarantee": {
        "promises": 4.0,
        "is_certified": 4.0,
        "under_promise": 0.8,
        "is_conditional": 0.8,
        "has_turnaround": 1.6,
        "promised_before": -1.2,
        "is_result_of_others": -2.0,
    },
    "proof": {
        "has_figure": 1.5,
        "has_result": 1.5,
        "has_change": 2.0,
        "has_share": 1.5,
        "counts_own": 1.5,
        "is_telling_tile": 1.5,
        "names_customer": 1.2,
        "under_proof": 1.0,
        "counts_customers": 0.8,
        "is_own_result": 0.8,
        "has_history": 1.0,
        "is_size_under_proof": 1.5,
        "is_share_in_heading": 1.5,
        "is_conditional": -2.5,
        "was_founded": -2.0,
        "hurts_others": -1.5,
        "costs_only": -1.5,
    },
    "offer": {
        "defines": 6.0,
        "is_entry": 3.3,
        "hero_sells": 3.5,
        "is_item_of_offer": 2.6,
        "is_priced_entry": 1.5,
        "is_safe_entry": 1.4,
        "opens": 1.4,
        "under_entry": 1.2,
        "lists_entry": 1.0,
        "names_goods_for_whom": 1.2,
        "sells_below": 1.2,
        "is_counted_entry": 1.0,
        "is_hero": 1.0,
        "sells_under_offer": 0.8,
        "sells_entry": 0.5,
        "answers_call": 3.0,
        "bears_cost": 1.5,
        "has_change": -2.5,
        "measures_later": -2.2,
        "promises_on_condition_alone": -1.8,
        "promises_later": -1.5,
    },
    "price": {
        "lists_price": 1.8,
        "speaks_of_price": 1.6,
        "has_money": 1.2,
        "is_on_pricing": 0.6,
        "promises_on_condition": -2.0,
        "has_share": -1.5,
        "is_proof_without_money": -1.0,
    },
    "audience": {
        "under_audience": 3.2,
        "says_whom": 2.0,
        "says_who_buys": 4.0,
        "lists_role": 1.9,
        "names_role": 0.6,
        "is_measured": -1.5,
        "says_whom_in_passing": -1.2,
    },
    "problem": {
        "under_problem": 3.4,
        "hurts": 1.6,
        "hurts_at_start": 0.4,
        "states_rule": 2.2,
        "speaks_of_anybody": 2.4,
        "under_complaint": 1.4,
        "under_loss": 1.2,
        "is_loss": 2.4,
        "has_money": -1.5,
        "is_quick": -0.4,
    },
    "mechanism": {
        "is_on_product": 2.1,
        "is_own": 1.9,
        "under_how_or_offer": 1.4,
        "is_on_start": 1.4,
        "is_feature": 0.7,
        "is_item_of_start": 0.6,
        "is_hero": 0.6,
        "is_figure_of_start": 0.6,
        "has_span": 0.5,
        "has_turnaround": 1.6,
        "states_rule": -2.5,
        "promises_on_condition": -2.0,
        "was_founded": -2.5,
        "is_of_others_proof": -1.5,
        "is_counted_or_measured": -1.2,
        "hurts_in_hero": -0.8,
        "under_about": -0.8,
    },
    "about": {"speaks_of_itself": 2.2, "was_founded": 1.0, "under_about": 1.4, "counts": 0.4},
}

# What a kind cannot do without.
_POSSIBLE: Mapping[FactKind, Callable[[Evidence], bool]] = {
    "guarantee": lambda seen: (seen.promises or seen.is_certified) and (not seen.has_change or seen.is_conditional),
    "proof": lambda seen: (
        seen.counts
        and (
            seen.has_result
            or seen.has_change
            or seen.counts_own
            or seen.is_telling_tile
            or seen.is_share_of_own
            or seen.is_size_under_proof
            or seen.is_share_under_proof
            or seen.is_share_in_heading
        )
    ),
    "offer": lambda seen: not (seen.under_problem or seen.is_reference),
    "price": lambda seen: (
        not (seen.has_change or (seen.is_heading and seen.under_proof)) and (seen.has_money or seen.speaks_of_price)
    ),
    "audience": lambda seen: (
        not seen.is_tile and (seen.says_whom or seen.says_who_buys or seen.under_audience or seen.lists_role)
    ),
    "problem": lambda seen: not ((seen.is_own and not seen.speaks_of_anybody) or seen.is_tile or seen.is_row),
    "mechanism": lambda seen: not seen.is_row,
    "about": lambda _: True,
}

# How strong: where the kind starts, …
_BASE: Mapping[FactKind, float] = {
    "offer": 0.5,
    "audience": 0.48,
    "problem": 0.5,
    "mechanism": 0.42,
    "proof": 0.5,
    "guarantee": 0.52,
    "price": 0.38,
    "about": 0.2,
}
# … what its page adds, …
_OF_PAGE: Mapping[PageRole, float] = {"start": 0.08, "customers": 0.04, "other": -0.05, "faq": -0.03, "contact": -0.04}
# … how well it reads, …
# Half of it is for those that make no sense at all without the sentence before.
LEANING_COST = 0.2
_READING: Points = {
    "leans": -0.75 * LEANING_COST,
    "leans_hard": -0.5 * LEANING_COST,
    "praises_itself": -0.15,
    "points_at_nothing": -0.12,
    "shouts": -0.12,
    "is_heading": -0.15,
    "is_very_short": -0.08,
    "is_long": -0.06,
}
# … and what makes one of its kind better than another.
_STRENGTH: Mapping[FactKind, Points] = {
    "proof": {
        "has_change": 0.12,
        "names_customer": 0.06,
        "has_share": 0.05,
        "was_before": -0.35,
        "only_happened": -0.18,
        "won_money": 0.1,
        "lacks_result": -0.15,
        "lacks_figure": -0.12,
        "is_tile": -0.06,
        "is_bare_tile": -0.2,
    },
    "guarantee": {"is_conditional": 0.1, "counts": 0.06, "promises_nothing": -0.12},
    "offer": {
        "is_hero_claim": 0.2,
        "defines": 0.15,
        "is_counted_entry": 0.1,
        "praises_itself": -0.15,
        "says_little": -0.15,
        "is_plain_item": -0.1,
    },
    "mechanism": {
        "has_span": 0.08,
        "has_turnaround": 0.06,
        "names_company": 0.06,
        "is_hero": 0.06,
        "promises_reader": 0.18,
        "is_not_own": -0.06,
        "says_little": -0.15,
        "is_fragment": -0.15,
    },
    "problem": {"under_problem": 0.08, "hurts_at_start": 0.05, "speaks_of_anybody": 0.08, "is_loss": 0.15},
    "price": {"is_row": -0.06},
}
# Each further point says so much more, up to the third.
_PER_POINT, _MOST_POINTS = 0.05, 3.0
# A tile is short by design, and a customer in a list of references has no figure: both count as they stand.
_TILE_MECHANISM, _REFERENCE_PROOF = 2.6, 2.2


def judge(sentence: Sentence, cues: Cues) -> Judgement | None:
    """Return the sentence's kind and weight, or nothing if it is no fact."""
    seen = Evidence(sentence, cues)
    kind, points = max(((kind, _points(kind, seen)) for kind in POINTS), key=lambda pair: pair[1])
    if points < ENOUGH:
        return None
    return Judgement(kind, _weight(kind, points, seen))


def _points(kind: FactKind, seen: Evidence) -> float:
    """Return how much speaks for a kind."""
    if kind == "proof" and seen.is_reference and seen.is_not_own:
        return _REFERENCE_PROOF
    if not _POSSIBLE[kind](seen):
        return 0.0
    if kind == "mechanism" and seen.is_tile:
        return _TILE_MECHANISM
    return _sum(POINTS[kind], seen)


def _weight(kind: FactKind, points: float, seen: Evidence) -> float:
    """Return how much a reader would call this the company's point, from 0.05 to 1."""
    weight = _BASE[kind] + _PER_POINT * min(_MOST_POINTS, points - ENOUGH)
    weight += _OF_PAGE.get(seen.sentence.role, 0.0) + _sum(_READING, seen) + _sum(_STRENGTH.get(kind, {}), seen)
    return round(min(1.0, max(0.05, weight)), 3)


def _sum(points: Points, seen: Evidence) -> float:
    return sum(value for question, value in points.items() if getattr(seen, question))
