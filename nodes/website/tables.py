"""Read a table as statements: one for each row, with the words of the column heads where they are needed."""

import re
from collections.abc import Sequence

from nodes.website.figures import is_figure
from nodes.website.html import Block

# Cells with more words than this are columns of a page's layout.
_MAX_CELL_WORDS = 28
_MAX_ROWS = 40
# Longer rows are stock lists and data sheets.
_MAX_VALUES = 4

_CUSTOMER_HEAD = re.compile(
    r"customers?|clients?|kunden?|betrieb|clientes?|clienti|cliente|référence|referenz|referencia"
)
_RESULT_HEAD = re.compile(r"results?|outcome|ergebnis|résultats?|resultados?|risultat[oi]|esito")

Statement = tuple[str, str]
"""A row as it is best read, and the words as they stand on the page."""
Row = dict[int, str]
"""Text of a row's cells by column; empty cells are missing."""


def rows_of(blocks: Sequence[Block], names: tuple[str, ...]) -> tuple[Statement, ...] | None:
    """Return the statements of a table, or nothing if it is there for the layout only.

    Where the columns are rivals, only the company's own (one of `names`) is read.
    """
    rows, has_head = _rows(blocks)
    if max(map(len, rows)) < 2 or any(len(block.lines) > 2 for block in blocks):
        return None
    if any(len(text.split()) > _MAX_CELL_WORDS for row in rows for text in row.values()):
        return None
    if not has_head:
        return tuple(_pair(row[0], row[1]) for row in rows[:_MAX_ROWS] if set(row) == {0, 1})
    head, body = rows[0], rows[1 : 1 + _MAX_ROWS]
    if result := _result_column(head):
        return tuple((f"{row[0]}: {row[result]}", row[result]) for row in body if 0 in row and result in row)
    own = next((column for column, text in head.items() if column and any(name in text for name in names)), None)
    if own is not None:
        return tuple(_pair(row[0], row[own], own == 1) for row in body if 0 in row and own in row)
    if 0 not in head or any(_is_price(row.get(0, "")) for row in body):
        return tuple(_of_plan(head[at], row[at]) for row in body for at in head if _is_price(row.get(at, "")))
    return tuple(_row(head, row) for row in body if 0 in row and 1 < len(row) <= 1 + _MAX_VALUES)


def _result_column(head: Row) -> int:
    """Return the column with what each customer got, where the first one names the customers; else 0."""
    if not _CUSTOMER_HEAD.fullmatch(head.get(0, "").lower()):
        return 0
    return next((column for column, text in head.items() if column and _RESULT_HEAD.fullmatch(text.lower())), 0)


def _rows(blocks: Sequence[Block]) -> tuple[list[Row], bool]:
    """Return the rows, and whether the first is made of heads."""
    rows: dict[int, Row] = {}
    headed = [block.cell.is_header for block in blocks if block.cell and block.cell.row == 0]
    for block in blocks:
        if block.cell:
            row = rows.setdefault(block.cell.row, {})
            row[block.cell.column] = f"{row.get(block.cell.column, '')} {block.text}".strip()
    return list(rows.values()), len(rows) > 1 and all(headed) and bool(headed) and len(rows[min(rows)]) > 1


def _pair(label: str, value: str, adjacent: bool = True) -> Statement:
    """Return a label and its value: `Founded: 2011`."""
    quote = f"{label} {value}"
    return (quote if is_figure(label) else f"{label.rstrip(':')}: {value}"), quote if adjacent else value


def _is_price(text: str) -> bool:
    return any(sign in text for sign in "€$£") and text[:1] in "€$£0123456789"


def _of_plan(plan: str, price: str) -> Statement:
    """Return what a plan costs; the words on the page are the cell's alone."""
    return f"{plan}: {price}", price


def _is_bare(name: str, text: str) -> bool:
    """Tell whether a value needs the column's name: a plain number under a head that says what is counted."""
    plain = text.replace(".", "").replace(",", "").isdigit()
    return plain and name.lower() not in ("number", "anzahl", "nombre", "número", "cantidad", "no.", "nr.")


def _row(head: Row, row: Row) -> Statement:
    """Return a row: its name, then its values, with the column's head where a value is a bare number."""
    values = [
        f"{head[at]} {text}" if at in head and _is_bare(head[at], text) else text for at, text in row.items() if at
    ]
    return f"{row[0]}: {', '.join(values)}", " ".join(row.values())
