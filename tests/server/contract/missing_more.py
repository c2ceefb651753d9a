"""Give Hypothesis back the method by which hypothesis-jsonschema makes objects.

hypothesis-jsonschema 0.23.1, its last release, calls `many.more()`; Hypothesis 6.170.9 and later have no such method
(6.170.8 has). Where it is still there, nothing is done.
"""

from collections.abc import Iterator
from typing import Any

from hypothesis.internal.conjecture.utils import many

_END = object()


def give_back() -> None:
    """Add the method where it is missing."""
    if not hasattr(many, "more"):
        many.more = _more  # type: ignore[attr-defined]


def _more(elements: Any) -> bool:
    """Tell whether there is another element, as `for _ in elements` would."""
    if elements._depth is None:
        elements.__enter__()
        elements.loop = iter(elements)
    loop: Iterator[None] = elements.loop
    if next(loop, _END) is not _END:
        return True
    elements.__exit__(None)
    return False
