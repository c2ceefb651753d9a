"""Compose the answer to a prompt's data: one composer per shape."""

from collections.abc import Callable, Mapping
from typing import Any

from core.llm.offline.follow_up import compose_follow_up
from core.llm.offline.icp import compose_icp
from core.llm.offline.language import Language
from core.llm.offline.languages import language_of
from core.llm.offline.outreach import compose_outreach
from core.llm.offline.seller import Task
from core.llm.offline.subjects import compose_subject_lines
from core.llm.offline.tone import calibrate

_COMPOSERS: dict[str, Callable[[Task, Language], dict[str, Any]]] = {
    "IcpDraft": compose_icp,
    "SubjectLineDrafts": compose_subject_lines,
    "OutreachDraft": compose_outreach,
    "FollowUpDraft": compose_follow_up,
    "CalibratedDrafts": calibrate,
}

SHAPES = tuple(_COMPOSERS)
"""Names of the answers that the offline model can give."""


def compose(shape_name: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answer of that shape as JSON-ready data; the same data always gives the same answer.

    `data` holds what a prompt's data marks hold: `company`, `brief`, and what the step adds. Raises KeyError for a
    shape that is not one of SHAPES.
    """
    task = Task.model_validate(data)
    return _COMPOSERS[shape_name](task, language_of(task.brief.language))
