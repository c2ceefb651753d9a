"""Where a page of a list ends and the next one begins: newest first, by moment and id."""

import base64

import orjson
import sqlalchemy as sa

from core.problems import FieldProblem, InvalidRequest


def cursor_of(at: float, id: str) -> str:
    """Return the cursor after a thing that was made at a moment."""
    return base64.urlsafe_b64encode(orjson.dumps([at, id])).decode().rstrip("=")


def after(cursor: str | None, at: sa.Column[float], id: sa.Column[str]) -> tuple[sa.ColumnElement[bool], ...]:
    """Return the condition for what comes after a cursor, none without one; raise InvalidRequest for none of ours."""
    if cursor is None:
        return ()
    moment, name = _place(cursor)
    return (sa.tuple_(at, id) < sa.tuple_(sa.literal(moment, sa.Double), sa.literal(name)),)


def _place(cursor: str) -> tuple[float, str]:
    try:
        match orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))):
            case [float() | int() as at, str(id)]:
                return float(at), id
    except ValueError:
        pass
    raise InvalidRequest(
        "Not valid: /cursor.",
        errors=(FieldProblem(pointer="/cursor", detail="Take the cursor from `next` of the page before."),),
    )
