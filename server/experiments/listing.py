"""Who got which variant: in pages, or as one table for a sending platform."""

import csv
import io
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from core.value import Value
from experiments.fate import Fate, Suppression
from experiments.providers.origin import tags
from server.experiments.catalogue import experiment_of, moment
from server.experiments.packs import packs_of
from server.experiments.texts import Texts, texts_of
from server.store import experiment_assignments
from server.store.database import Database
from server.store.experiment_assignments import Assignment
from server.store.experiments import ExperimentRef, StoredExperiment

AT_ONCE = 1000  # rows of one query

COLUMNS = (
    "recipient", "variant", "subject_line", "outreach", "follow_up", "experiment_id", "recipient_key", "suppressed",
    "wants_no_follow_up", "unsubscribe_path",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what spreadsheets take for the beginning of a formula (OWASP)


class AssignmentDocument(Value):
    """A recipient's variant, and what became of them."""

    recipient: str | None
    """As it was given; null unless the experiment keeps recipients."""
    recipient_key: str
    variant: str
    assigned_at: datetime
    sent_at: datetime | None
    replied_at: datetime | None
    suppressed: Suppression | None
    """Why nothing more may be sent to them."""
    wants_no_follow_up: bool
    """They have answered, or may not be written to."""


class AssignmentPage(Value):
    """Some assignments, in the order of their keys."""

    assignments: tuple[AssignmentDocument, ...]
    next: str | None
    """The `cursor` of the next page; null on the last one."""


@dataclass(frozen=True)
class Listing:
    """Reads assignments."""

    database: Database

    async def page(self, ref: ExperimentRef, after: str, limit: int) -> AssignmentPage:
        """Return the assignments after a key."""
        async with self.database.reading() as connection:
            found = await experiment_assignments.page(connection, ref, after, limit + 1)
        shown = tuple(map(_document, found[:limit]))
        return AssignmentPage(assignments=shown, next=shown[-1].recipient_key if len(found) > limit else None)

    async def table(self, row: StoredExperiment) -> AsyncIterator[bytes]:
        """Yield a table of all assignments as CSV, with what a sending platform merges and sends back."""
        variants = experiment_of(row).variants
        async with self.database.reading() as connection:
            packs = await packs_of(connection, row.tenant, {one.campaign for one in variants if one.campaign})
        texts = {variant.name: texts_of(variant, packs) for variant in variants}
        yield _csv([COLUMNS])
        after = ""
        while True:
            async with self.database.reading() as connection:
                found = await experiment_assignments.page(connection, row.ref, after, AT_ONCE)
            if not found:
                return
            yield _csv(_cells(one, row.id, texts) for one in found)
            after = found[-1].recipient_key


def _document(one: Assignment) -> AssignmentDocument:
    fate = Fate.model_validate_json(one.fate)
    return AssignmentDocument(
        recipient=one.recipient,
        recipient_key=one.recipient_key,
        variant=one.variant,
        assigned_at=moment(one.assigned_at),
        sent_at=fate.sent_at,
        replied_at=fate.replied_at,
        suppressed=fate.suppressed,
        wants_no_follow_up=fate.wants_no_follow_up,
    )


def _cells(one: Assignment, experiment: str, texts: Mapping[str, Texts]) -> tuple[str, ...]:
    fate = Fate.model_validate_json(one.fate)
    merged = {
        "recipient": one.recipient or "",
        "suppressed": fate.suppressed or "",
        "wants_no_follow_up": "yes" if fate.wants_no_follow_up else "no",
        **{name: text or "" for name, text in texts.get(one.variant, Texts()).model_dump().items()},
        "unsubscribe_path": f"/v1/webhooks/unsubscribe/{experiment}/{one.recipient_key}",
        **tags(experiment, one.variant, one.recipient_key),
    }
    return tuple(merged[column] for column in COLUMNS)


def _csv(rows: Iterable[tuple[str, ...]]) -> bytes:
    """Return rows as RFC 4180 writes them; no cell begins as a formula."""
    text = io.StringIO()
    csv.writer(text).writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
