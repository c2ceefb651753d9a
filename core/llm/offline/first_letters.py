"""Write the first letter of a text small where its word is no name: `Friday fill rate` stays as it is."""

import re

_ENGLISH_NAMES = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|June|July|August|September|October"
    r"|November|December|Christmas|Easter|English|German|French|Spanish|Italian|Dutch|Swiss|Irish|British|European"
    r"|American|Canadian|Australian|Japanese|Chinese|I)(?:['’]s?)?\b"
)
"""Words that English writes large wherever they stand."""


def small_first(text: str, code: str, told: str = "") -> str:
    """Return the text with a small first letter, unless its first word is a name or an abbreviation.

    `told`: other words of the site; a word that stands large in the middle of a sentence of theirs is a name.
    """
    first = text.split(" ", 1)[0]
    large = any(char.isupper() for char in first[1:])
    return text if large or _is_name(first, code, told) else text[:1].lower() + text[1:]


def _is_name(word: str, code: str, told: str) -> bool:
    """Tell whether a word is always written large."""
    bare = word.strip(",.;:")
    if code == "en" and _ENGLISH_NAMES.match(bare):
        return True
    inside = re.findall(rf"(?<=[a-zà-ÿ,] ){re.escape(bare)}\b", told) if len(bare) > 2 and bare[:1].isupper() else []
    return bool(inside) and not re.search(rf"(?<!\w){re.escape(bare.lower())}(?!\w)", told)
