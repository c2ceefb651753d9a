"""Follow a user's wish for a part that is written anew, as far as it can be read without understanding it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from core.llm.offline.seller import Revision
from core.llm.offline.sentences import content
from core.sentences import words
from core.wishes import wants_shorter

VersionT = TypeVar("VersionT")
_SHORTER = 0.85
"""Share of the former words below which a text reads as shorter: a word less is no difference that anybody sees."""


def nearest(
    versions: Sequence[VersionT], revision: Revision | None, text: Callable[[VersionT], str]
) -> Sequence[VersionT]:
    """Return the versions that come nearest to the wish, in their order: shorter ones, then those that name its words.

    Without a wish, and where no version comes nearer than another, all of them.
    """
    if revision is None or not revision.wish:
        return versions
    return _naming(_short_enough(versions, revision, text), revision.wish, text)


def _short_enough(
    versions: Sequence[VersionT], revision: Revision, text: Callable[[VersionT], str]
) -> Sequence[VersionT]:
    """Return the clearly shorter ones where that is wished for; failing those the shorter ones, then the shortest."""
    if not versions or not wants_shorter(revision.wish or ""):
        return versions
    lengths = [len(words(text(version))) for version in versions]
    before = len(words(revision.previous))
    for bound in (before * _SHORTER, before - 1, min(lengths)):
        if short := [version for version, length in zip(versions, lengths, strict=True) if length <= bound]:
            return short
    return versions


def _naming(versions: Sequence[VersionT], wish: str, text: Callable[[VersionT], str]) -> Sequence[VersionT]:
    """Return those that hold most of the wish's words."""
    wanted = content(wish)
    named = [len(wanted & content(text(version))) for version in versions]
    return [version for version, count in zip(versions, named, strict=True) if count == max(named)]
