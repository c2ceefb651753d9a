"""Say what a user should know of a part that was written anew: what it lost, and what of the wish was not met."""

from collections.abc import Iterator

from core.pack import PART_NAMES
from core.rounds import PART_TITLES, Rewriting, Round
from core.sentences import words
from core.wishes import wants_shorter

REWRITE = "Rewrite:"
"""How everything begins that is said of a rewriting; the next one says its own."""


def said_of(asked: Rewriting, best: Round) -> tuple[str, ...]:
    """Return what to say of a pack with a part written anew, each a sentence for its user."""
    said = (*_met(asked, best), *_changed_beside(asked, best), *_lost(asked, best))
    return tuple(f"{REWRITE} {one}" for one in said)


def _met(asked: Rewriting, best: Round) -> Iterator[str]:
    """Yield what was not done: nothing is different, or not shorter although that was the wish."""
    title, before, now = PART_TITLES[asked.part], asked.former(asked.part).text, best.text(asked.part)
    if now == before:
        yield f"no other version of the {title} came of it; the former one stands."
    elif wants_shorter(asked.wish) and len(words(now)) >= len(words(before)):
        yield f"the {title} did not become shorter: {len(words(now))} words, {len(words(before))} before."


def _changed_beside(asked: Rewriting, best: Round) -> Iterator[str]:
    """Yield what else was written anew."""
    if asked.part != "follow_up" and best.follow_up.body != asked.follow_up.text:
        yield "the follow-up was written anew as well, since it did not pass beside the new first email."


def _lost(asked: Rewriting, best: Round) -> Iterator[str]:
    """Yield the scores that are lower than before."""
    for name in PART_NAMES:
        now, before, title = best.quality.part(name).score, asked.former(name).score, PART_TITLES[name]
        if now >= before:
            continue
        verb = "score" if name == "subject_lines" else "scores"
        beside = "" if name == asked.part else f" beside the new {PART_TITLES[asked.part]}"
        yield f"the {title} {verb} {now}{beside}, {before} before."
