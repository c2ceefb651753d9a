"""What a generated request is changed to before it is sent, where a schema cannot say what is meant."""

import itertools
import re
from typing import Any

import schemathesis
from schemathesis import Case, SerializationContext

KEY = "Idempotency-Key"
SITES = ("https://bayfold.example", "https://quillmark.example", "tarrowby-springs.example")
TABLES = (
    "website;language\nhttps://bayfold.example;en\n",
    "company.name,company.description\nQuillmark,Checks invoices.\n",
)
ROOTS = {"POST /v1/campaigns/email": "requests"}
"""Operations whose body is what stands under this name elsewhere: a request for a campaign, which needs a website."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff]")


class Amendments:
    """Makes valid what a schema calls valid: addresses of websites, readable text, keys that are used once."""

    def __init__(self) -> None:
        self._count = itertools.count()

    def amend(self, case: Case) -> None:
        """Change a case that is meant to be valid; let every third campaign be streamed."""
        at = next(self._count)
        if at % 3 == 0 and case.operation.label == "POST /v1/campaigns/email":
            case.headers["Accept"] = "text/event-stream"
        if case.path.endswith("/results") and "batches" in case.path:  # what is there, without the wait for more
            case.query.setdefault("follow", "false")
        if case.meta is None or not case.meta.generation.mode.is_positive:
            return
        if KEY in case.headers:  # a used key with another request is refused, rightly
            case.headers[KEY] = f"key-{at}"
        if "cursor" in case.query:  # comes from the page before
            del case.query["cursor"]
        is_table = case.media_type == "text/csv"  # whose schema says no more than that it is text
        case.body = TABLES[at % len(TABLES)] if is_table else _meant(case.body, ROOTS.get(case.operation.label, ""))


def teach_csv() -> None:
    """Have schemathesis send tables as they are."""

    @schemathesis.serializer("text/csv")
    def as_it_is(context: SerializationContext, value: Any) -> bytes:
        return str(value).encode()


def _meant(part: Any, name: str = "") -> Any:
    if isinstance(part, dict):
        meant = {key: _meant(value, key) for key, value in part.items()}
        return meant if name != "requests" or meant.get("website") else {**meant, "website": SITES[0]}
    if isinstance(part, list):
        return [_meant(value, name) for value in part]
    if not isinstance(part, str):
        return part
    if name == "website":
        return SITES[len(part) % len(SITES)]
    return _CONTROL.sub("", part).strip() or "x"
