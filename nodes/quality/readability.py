"""How many years of school an English email asks of its reader."""

import re
from collections.abc import Iterable

from core.placeholders import PLACEHOLDER
from core.sentences import words
from nodes.quality.criterion import Criterion, Look, failed, half, passed
from nodes.quality.drafts import EmailDraft

_GROUP = re.compile(r"[aeiouy]+")
# An e that is not spoken: `quote`, `sales`, `planned`, but not `table`, `faces`, `started`.
_SILENT = re.compile(r"(?:[^laeiouy]e|[aeiouy]le|[^aeiouytd]ed|[^aeiouyscxzgl]es|[aeiouy]les|[^s]hes)$|busi")
_NAME_SYLLABLES = 2
"""What a name counts for at most: nobody can write a shorter one."""
# Vowels that stand together and are spoken apart: `radio`, `area`, `actual`, `employee`, `being`.
_APART = re.compile(
    r"(?<![cgstxl])i[aou]|li[ao](?!n)|(?:ea|eo)$|eo(?=[gl])|[^qg]ua|[aeo]y(?=[aeiou])|ying|creat|scienc|being|quiet"
)


def syllables(word: str) -> int:
    """Return about how many syllables an English word has; figures and short forms count as one."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    if not plain or word.isupper():
        return 1
    count = len(_GROUP.findall(plain)) + len(_APART.findall(plain))
    return max(1, count - bool(_SILENT.search(plain)))


def grade(sentences: Iterable[str], names: frozenset[str] = frozenset()) -> float:
    """Return the Flesch-Kincaid grade of some sentences, by Kincaid's formula of 1975.

    names: words that are a name even where a sentence begins with them.
    """
    told = [words(PLACEHOLDER.sub("Acme", sentence)) for sentence in sentences]
    count = sum(map(len, told))
    if not count:
        return 0.0
    spoken = sum(_spoken(word, at, names) for sentence in told for at, word in enumerate(sentence))
    return 0.39 * count / len(told) + 11.8 * spoken / count - 15.59


def _spoken(word: str, at: int, names: frozenset[str]) -> int:
    """Return the syllables of the word at a place of its sentence."""
    count = sum(map(syllables, word.split("-")))
    return min(count, _NAME_SYLLABLES) if _is_name(word, at, names) else count


def _is_name(word: str, at: int, names: frozenset[str]) -> bool:
    return word[0].isupper() and (at > 0 or word in names)


def _reading_grade(draft: EmailDraft) -> Look | None:
    """Measure the prose of an English email, and name its hardest sentence."""
    if draft.grounds.language != "en" or not draft.sentences:
        return None
    names = frozenset(words(draft.grounds.company.name))
    limits, reached = draft.thresholds, grade(draft.sentences, names)
    if round(reached, 1) <= limits.reading_grade:
        return passed(f"reads at grade {max(reached, 0):.1f}")
    hardest = max(draft.sentences, key=lambda sentence: grade((sentence,), names))
    own = (word for at, word in enumerate(words(PLACEHOLDER.sub(" ", hardest))) if not _is_name(word, at, names))
    longest = max(own, key=syllables, default="")
    advice = (
        f"reads at grade {reached:.1f}, {limits.reading_grade:g} is the aim; split “{hardest}” or find a shorter word "
        f"for “{longest}”"
    )
    return half(advice) if reached <= limits.reading_grade_half else failed(advice)


OUTREACH = (
    Criterion(
        "reading_grade", "major", "Boomerang: third grade gets most answers; Lavender: fifth grade", _reading_grade
    ),
)
