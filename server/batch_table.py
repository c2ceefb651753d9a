"""A batch as a table: one row per request, columns named like the request's fields."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from core.problems import FieldProblem, InvalidRequest
from server.fault_list import FaultList

LISTED = "|"  # between the members of a cell that holds several
MANY = ("company.facts", "icp.industries")
TITLES = "icp.personas"
COLUMNS = (
    "website",
    "company.name",
    "company.description",
    *MANY,
    TITLES,
    "sender.name",
    "sender.title",
    "sender.company",
    "sender.postal_address",
    "sender.opt_out",
    "goal",
    "tone",
    "language",
    "min_quality",
    "max_revisions",
)
_KNOWN = "columns are " + ", ".join(COLUMNS)


@dataclass(frozen=True)
class Table:
    """The rows of a file, empty ones at its end left out."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[str]]

    def locate(self, index: int, fault: FieldProblem) -> str:
        """Return the place of a fault: the row, counted from 1 below the header, and the column if it is one's."""
        names = fault.pointer.split("/")[1:]
        column = next((name for name in (".".join(names[:2]), *names[:1]) if name in COLUMNS), "")
        return f"/rows/{index + 1}/{column}".rstrip("/")


def read_table(body: bytes, most: int) -> Table:
    """Read CSV in UTF-8, separated by commas or semicolons; raise InvalidRequest.

    Cells are text, whatever they look like: no formula is ever evaluated.
    """
    header, *rows = _records(_decoded(body)) or [[]]
    columns = _columns(header)
    if not 1 <= len(rows) <= most:
        raise _refused("/rows", f"Give 1 to {most} rows below the header; these are {len(rows)}.")
    found = FaultList()
    found.add(
        FieldProblem(pointer=f"/rows/{at}", detail=f"It has {len(row)} cells, the header has {len(columns)}.")
        for at, row in enumerate(rows, 1)
        if len(row) != len(columns)
    )
    found.answer()
    return Table(columns, rows)


def requests_of(table: Table) -> Iterator[dict[str, Any]]:
    """Yield each row as a request in JSON's shape; an empty cell is a field that is left out."""
    for row in table.rows:
        request: dict[str, Any] = {}
        for column, cell in zip(table.columns, row, strict=True):
            if cell:
                group, _, name = column.rpartition(".")
                (request.setdefault(group, {}) if group else request)[name] = _value(column, cell)
        yield request


def _decoded(body: bytes) -> str:
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refused("", "Save the file as UTF-8.") from None
    if "\0" in text:
        raise _refused("", "The file holds a NUL character.")
    return text


def _records(text: str) -> list[list[str]]:
    """Return the file's records, cells without the space around them, empty records at the end left out."""
    header = text.lstrip().partition("\n")[0]
    delimiter = max(",;", key=header.count)  # no column's name holds either
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        records = [[cell.strip() for cell in record] for record in reader]
    except csv.Error:
        raise _refused("", f"Not valid CSV at line {reader.line_num}.") from None
    while records and not any(records[-1]):
        records.pop()
    return records


def _columns(header: Sequence[str]) -> tuple[str, ...]:
    """Return the columns; raise InvalidRequest for one that is not known, or there twice."""
    found = FaultList()
    for at, name in enumerate(header):
        if name not in COLUMNS:
            found.add([FieldProblem(pointer="/header", detail=f"No column is called {name[:80]!r}; {_KNOWN}.")])
        elif name in header[:at]:
            found.add([FieldProblem(pointer="/header", detail=f"The column {name!r} is there twice.")])
    if not header:
        found.add([FieldProblem(pointer="/header", detail=f"The first line names the columns; {_KNOWN}.")])
    found.answer()
    return tuple(header)


def _value(column: str, cell: str) -> object:
    if column not in (*MANY, TITLES):
        return cell
    parts = [part.strip() for part in cell.split(LISTED) if part.strip()]
    return [{"title": part} for part in parts] if column == TITLES else parts


def _refused(pointer: str, detail: str) -> InvalidRequest:
    return InvalidRequest(detail, errors=(FieldProblem(pointer=pointer, detail=detail),))
