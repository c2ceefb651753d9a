"""A sentence ready to stand in an email."""

from dataclasses import dataclass

from core.llm.offline.language import Role


@dataclass(frozen=True)
class Clause:
    """A sentence ready to stand in an email, and the fact it rests on."""

    text: str
    fact: str
    role: Role
    strength: float
    customer: str = ""
    reduced: str = ""
    fragment: bool = False
    supposed: bool = False
    carried: bool = False
    """Told anew in another language, so that nothing but its figures and names is the site's."""


def names_of(name: str) -> tuple[str, ...]:
    """Return the forms under which a company speaks of itself: `Brightwell Roofing` and `Brightwell`."""
    first = name.split(" ", 1)[0].rstrip(",")
    return tuple(dict.fromkeys(form for form in (name, first) if len(form) >= 4 or (form and form == name)))
