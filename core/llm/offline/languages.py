"""Find the language an email is written in."""

from core.llm.offline.english import ENGLISH
from core.llm.offline.french import FRENCH
from core.llm.offline.german import GERMAN
from core.llm.offline.italian import ITALIAN
from core.llm.offline.language import Language
from core.llm.offline.spanish import SPANISH

_KNOWN = {language.code: language for language in (ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN)}


def language_of(code: str) -> Language:
    """Return the language of that code; English where it is none of the five."""
    return _KNOWN.get(code[:2].lower(), ENGLISH)
