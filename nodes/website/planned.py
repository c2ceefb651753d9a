"""Find what a page announces but does not sell yet."""

from collections.abc import Sequence

from nodes.website.cues.table import Cues
from nodes.website.passages import Passage

_MAX_BADGE_WORDS = 6


def planned_headings(passages: Sequence[Passage], cues: Cues) -> frozenset[str]:
    """Return the headings over what does not exist yet: they say so, a badge beside them does, or all that follows."""
    planned: set[str] = set()
    for at, passage in enumerate(passages):
        if not passage.text or not cues.planned.search(passage.text):
            continue
        following = passages[at + 1] if at + 1 < len(passages) else None
        ends = following is None or following.form == "heading" or following.heading != passage.heading
        if len(passage.text.split()) <= _MAX_BADGE_WORDS:
            planned.add(passage.text)
            if following is not None and following.form == "heading":
                planned.add(following.text)
        if passage.form != "heading" and ends and at and passages[at - 1].text == passage.heading:
            planned.add(passage.heading)
    return frozenset(planned)
