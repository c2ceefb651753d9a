"""A step's writes become text and come back as they were."""

from typing import Any

import pytest

from core.icp import Icp
from core.pack import Email, ModelCall, SubjectLine
from core.rounds import Remark
from graph.answers import decoded, encoded

PAID = ("calls", (ModelCall(step="outreach", model="m", input_tokens=1, cost=0.1),))
NEXT = ("branch:to:calibrate_tone", None)


@pytest.mark.parametrize(
    "kept",
    [
        [("subject_lines", (SubjectLine(text="a\u2028b “c” {{company}}", angle="proof", fact="f1"),)), NEXT],
        [("icp", Icp()), ("warnings", ("Broad.",)), ("branch:to:subject_lines", None), ("branch:to:outreach", None)],
        [("outreach", Email(body="Hi,\n\nthere")), ("remarks", (Remark(part="outreach", text="x"),)), NEXT],
        [("warnings", ()), NEXT],
    ],
    ids=lambda writes: str(writes[0][0]),
)
def test_what_was_written_comes_back_as_the_same_values_without_the_ledger(kept: list[tuple[str, Any]]) -> None:
    text = encoded([kept[0], PAID, ("times", ()), *kept[1:]])
    assert decoded(text) == tuple(kept)
    assert "input_tokens" not in str(text)


@pytest.mark.parametrize(
    "writes",
    [
        [("outreach", Email(body="x")), NEXT],
        [("outreach", Email(body="x")), ("calls", ()), NEXT],
        [("judgement", None), PAID, NEXT],
        [("outreach", Email(body="x")), PAID, ("__pregel_tasks", object())],
        [("__error__", ValueError())],
    ],
    ids=["no calls", "no paid call", "no answer", "another channel", "an error"],
)
def test_what_is_not_worth_keeping_is_not_kept(writes: list[tuple[str, Any]]) -> None:
    assert encoded(writes) is None


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "[]",
        "not json",
        '{"edges": []}',
        '{"edges": [], "state": {"colour": "red"}}',
        '{"edges": [], "state": {"outreach": {"body": "x", "mood": "good"}}}',
        '{"edges": [1], "state": {}}',
    ],
)
def test_text_in_another_shape_is_as_good_as_none(text: str | None) -> None:
    assert decoded(text) is None
