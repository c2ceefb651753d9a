"""The rubric's page says what the code does."""

from pathlib import Path

from nodes.quality.document import rubric_document
from nodes.quality.rubric import FOLLOW_UP, LINE, LINE_SET, OUTREACH
from nodes.quality.thresholds import Thresholds

PAGE = Path(__file__).parents[3] / "docs" / "rubric.md"


def test_the_page_is_the_codes() -> None:
    expected = rubric_document()
    assert PAGE.read_text("utf-8") == expected, "write it anew: python -m nodes.quality.document > docs/rubric.md"


def test_every_criterion_and_every_threshold_is_on_the_page() -> None:
    page = rubric_document()
    assert all(f"| `{criterion.name}` |" in page for criterion in (*LINE, *LINE_SET, *OUTREACH, *FOLLOW_UP))
    assert all(f"| `{name}` |" in page for name in Thresholds.model_fields)


def test_names_are_one_of_a_kind_within_a_part() -> None:
    for criteria in ((*LINE, *LINE_SET), OUTREACH, FOLLOW_UP):
        names = [criterion.name for criterion in criteria]
        assert len(set(names)) == len(names)
