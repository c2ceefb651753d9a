"""A sentence that is too long is cut where what stands before is whole, and never loses its figure."""

import pytest

from core.llm.offline.clipping import clipped
from core.llm.offline.languages import language_of
from core.sentences import words


@pytest.mark.parametrize(
    ("code", "sentence", "short"),
    [
        (
            "en",
            "Four reefers show up at six, two freezer doors are blocked by a late unload, and the schedule is a "
            "spreadsheet that only one person in the whole building can read.",
            "Four reefers show up at six and two freezer doors are blocked by a late unload.",
        ),
        (
            "en",
            "Halden machines housings and plates for makers of pumps, which are then tested, packed and sent to the "
            "customers of the makers in most of the countries of Europe.",
            "Halden machines housings and plates for makers of pumps.",
        ),
    ],
)
def test_it_cuts_at_a_joint(code: str, sentence: str, short: str) -> None:
    assert clipped(sentence, language_of(code)) == short


def test_it_keeps_the_figure() -> None:
    long = (
        "Halden machines housings for makers of pumps and valves in most of the countries of Europe, and it has done "
        "so for 480 customers since the year it was founded."
    )
    assert clipped(long, language_of("en")) == long


def test_it_leaves_a_short_sentence_alone() -> None:
    short = "Halden machines housings, and it tests them."
    assert clipped(short, language_of("en")) == short
    assert len(words(short)) < 25
