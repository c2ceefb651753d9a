"""What can be understood without a model of a user's wish: that a text should be shorter, in five languages."""

import re

_SHORTER = re.compile(
    r"""
    (?P<denied>\b(?:not|never|don['’]?t|nicht|kein\w*|pas|non|no)\s+(?:\w+\s+){0,3}?)?
    \b(?:
        (?:(?:much|a\s+(?:bit|little|lot)|even|deutlich|etwas|viel|noch|un\s+peu|un\s+poco|bien|mucho|molto)\s+)?
        (?:shorter|shorten(?:\s+it)?|briefer|more\s+(?:concise|brief)|less\s+wordy|fewer\s+words|cut\s+it\s+down
        |kürzer\w*|kürzen|knapper\w*|weniger\s+worte|weniger\s+wörter
        |(?:plus|più)\s+(?:courte?s?|cort[oaie]|brèves?|brefs?|brev[ei]|concis\w*|sintetic\w*)
        |raccourci\w*|accorci\w*
        |más\s+(?:cort[oa]s?|breves?|concis[oa]s?)|acort\w+
        )
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_POLITE = re.compile(
    r"\b(?:please|make|it|this|the|a|bit|and|bitte|mach|es|den|text|und|s'il|vous|plaît|por|favor|per|favore|e|y|et"
    r"|email|mail|lines?)\b",
    re.IGNORECASE,
)


def wants_shorter(wish: str) -> bool:
    """Tell whether a wish asks for a shorter text."""
    return any(not found["denied"] for found in _SHORTER.finditer(wish))


def is_understood(wish: str) -> bool:
    """Tell whether a wish asks for nothing else, or for nothing at all."""
    rest = _SHORTER.sub(lambda found: found[0] if found["denied"] else " ", wish)
    return not re.search(r"\w", _POLITE.sub(" ", rest))
