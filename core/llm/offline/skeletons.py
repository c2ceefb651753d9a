"""The orders of moves that a first email can have."""

from dataclasses import dataclass

from core.llm.offline.language import Suits


@dataclass(frozen=True)
class Skeleton:
    """Paragraphs of slots, the questions that fit its end, and whether the question joins the last paragraph."""

    name: str
    paragraphs: tuple[tuple[str, ...], ...]
    asks: tuple[Suits, ...]
    joined: bool = False
    worth: float = 0.0
    """How much it is preferred where forms are equally strong."""


SKELETONS = (
    Skeleton("problem_first", (("scene",), ("does", "proof")), ("customer", "topic", "any", "reduced"), worth=0.0),
    Skeleton(
        "problem_mechanism",
        (("scene",), ("does", "mechanism"), ("proof",)),
        ("any", "customer", "topic", "reduced"),
        worth=-0.25,
    ),
    Skeleton("problem_promise", (("scene",), ("does", "guarantee")), ("any", "offer", "topic"), worth=0.1),
    Skeleton("problem_offer", (("scene",), ("does", "offer")), ("offer",), worth=0.15),
    Skeleton(
        "problem_proof_promise", (("scene",), ("does", "proof"), ("guarantee",)), ("any", "topic", "offer"), worth=-0.3
    ),
    Skeleton("proof_first", (("proof",), ("does", "mechanism")), ("customer", "any", "reduced"), worth=0.1),
    Skeleton("proof_short", (("proof",), ("does",)), ("customer", "any", "reduced"), worth=-0.05),
    Skeleton("proof_then_promise", (("proof",), ("does", "guarantee")), ("customer", "any", "offer"), worth=0.1),
    Skeleton("hypothesis_first", (("hypothesis",), ("does", "proof")), ("any", "reduced"), worth=0.1),
    Skeleton("question_last", (("does", "proof"), ("scene",)), ("scene",), joined=True, worth=-0.35),
    Skeleton("promise_then_question", (("does", "guarantee"), ("scene",)), ("scene",), joined=True, worth=-0.35),
    Skeleton("mechanism_first", (("mechanism", "proof"), ("scene",)), ("scene",), joined=True, worth=-0.4),
    Skeleton("plain_proof", (("does",), ("proof",)), ("customer", "any", "topic"), worth=-0.55),
    Skeleton("plain_promise", (("does",), ("guarantee",)), ("any", "topic"), worth=-0.55),
    Skeleton("plain_mechanism", (("does", "mechanism"), ("proof",)), ("any", "customer", "topic"), worth=-0.6),
    Skeleton("two_ways", (("does", "mechanism"),), ("any", "topic"), worth=-0.5),
    Skeleton("way_and_promise", (("does", "mechanism"), ("guarantee",)), ("any", "offer", "topic"), worth=-0.5),
    Skeleton("way_and_offer", (("does", "mechanism"), ("offer",)), ("offer", "any"), worth=-0.5),
    Skeleton("way_and_price", (("does", "mechanism"), ("price",)), ("any", "topic"), worth=-0.7),
    Skeleton("way_and_size", (("does", "mechanism"), ("about",)), ("any", "topic"), worth=-0.6),
    Skeleton("plain_size", (("does",), ("about",)), ("any", "topic"), worth=-0.7),
    Skeleton("problem_way", (("scene",), ("does", "mechanism")), ("any", "topic"), worth=-0.1),
    Skeleton("short", (("scene",), ("does",)), ("topic", "any"), worth=-0.2),
    Skeleton("bare", (("hypothesis",), ("does",)), ("any", "topic"), worth=-0.4),
    Skeleton("barest", (("does",),), ("topic", "any"), worth=-0.9),
)
