"""A sentence in its place in an email."""

from dataclasses import dataclass

from core.llm.offline.clause import Clause


@dataclass(frozen=True)
class Placed:
    """A sentence, and the fact it rests on if it says something about the seller."""

    text: str
    fact: str = ""
    strength: float = 0.0
    customer: str = ""
    reduced: str = ""
    role: str = ""
    fragment: bool = False
    supposed: bool = False
    """Worded as a hypothesis about the reader, so no question about it may follow."""


def placed(clause: Clause) -> Placed:
    """Return a clause as it may be placed."""
    return Placed(
        clause.text,
        clause.fact,
        clause.strength,
        clause.customer,
        clause.reduced,
        clause.role,
        clause.fragment,
        clause.supposed,
    )
