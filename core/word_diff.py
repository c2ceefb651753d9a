"""What changed between two texts, word by word, as a reader would mark it."""

import re
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal, NamedTuple

from pydantic import ConfigDict

from core.value import Value

_CJK = r"\u3040-\u30ff\u3400-\u9fff"
_TOKEN = re.compile(rf"\s+|[{_CJK}]|[^\s{_CJK}]+")
"""A word, the space between two, or one character of a language without spaces."""
_SHORT = 2
"""Words between two changes that are not worth a colour of their own: they are shown as part of the change."""

Change = Literal["same", "removed", "added"]


class WordRun(Value):
    """A run of text that stayed, went or came. The runs not added make the text before, those not removed the text
    after, to the letter."""

    model_config = ConfigDict(str_strip_whitespace=False)

    change: Change
    text: str


def word_diff(before: str, after: str) -> tuple[WordRun, ...]:
    """Return the runs from one text to another; up to two equal words between changes go with them."""
    if before == after:
        return (WordRun(change="same", text=before),) if before else ()
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    told = [
        _Block(tag == "equal" and not _is_short(old[i:j], at, len(blocks)), "".join(old[i:j]), "".join(new[k:end]))
        for at, (tag, i, j, k, end) in enumerate(blocks)
    ]
    runs = (
        run for stayed, group in groupby(told, key=lambda block: block.stayed) for run in _runs(stayed, list(group))
    )
    return tuple(run for run in runs if run.text)


class _Block(NamedTuple):
    """A stretch of both texts."""

    stayed: bool
    old: str
    new: str


def _runs(stayed: bool, blocks: list[_Block]) -> tuple[WordRun, ...]:
    """Return neighbouring blocks as one run that stayed, or as what went and what came."""
    old, new = "".join(block.old for block in blocks), "".join(block.new for block in blocks)
    if stayed:
        return (WordRun(change="same", text=old),)
    return (WordRun(change="removed", text=old), WordRun(change="added", text=new))


def _is_short(tokens: list[str], at: int, blocks: int) -> bool:
    """Return whether an equal run stands between two changes and holds too few words, within one paragraph."""
    between = 0 < at < blocks - 1
    return between and sum(not token.isspace() for token in tokens) <= _SHORT and "\n" not in "".join(tokens)
