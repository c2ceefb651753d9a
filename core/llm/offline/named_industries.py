"""The industries that a text names, of a table in five languages: `trades/industries.json`."""

import json
import re
from functools import lru_cache
from importlib.resources import files

GENERIC = frozenset(("manufacturing", "wholesale", "warehousing"))
"""Industries that are only named where nothing narrower is found."""
_OTHERWISE = r"(?<![\w-])(?<!mining )(?<!defense )(?<!defence )"
"""Where a keyword begins; `mining contractors` are no builders."""


@lru_cache(maxsize=1)
def industries() -> dict[str, tuple[re.Pattern[str], dict[str, str]]]:
    """Return the pattern and the names by language of every industry, by its key."""
    rows = json.loads(files("core.llm.offline").joinpath("trades", "industries.json").read_text("utf-8"))
    return {
        key: (
            re.compile(
                _OTHERWISE + "(?:" + "|".join(map(re.escape, sorted(row["keywords"], key=len, reverse=True))) + ")",
                re.I,
            ),
            row,
        )
        for key, row in rows.items()
    }


@lru_cache(maxsize=256)
def named_in(text: str) -> tuple[str, ...]:
    """Return the industries that a text names; a name within a longer one is not read: `pharma laboratories`."""
    found = [(match.span(), key) for key, (pattern, _) in industries().items() for match in pattern.finditer(text)]
    spans = {span for span, _ in found}
    return tuple(dict.fromkeys(key for span, key in found if not any(_within(span, other) for other in spans)))


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]
