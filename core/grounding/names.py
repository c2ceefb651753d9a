"""Find what looks like a name in a sentence: people, companies, products, places, norms.

No list of names exists, so spelling decides. English, French, Spanish and Italian write a capital in the
middle of a sentence for names only. German writes every noun with one, so there a name needs more: a capital inside
the word, capitals only, a digit among letters, or two capitalised words side by side.
"""

import re
from functools import lru_cache

from core.grounding.wording import ALL_STOP_WORDS, fold
from core.sentences import word_set

_TAG = re.compile(r"\{\{.*?\}\}")
_ELISION = re.compile(
    r"\b(?:[cdjlmnst]|qu|un|dell|nell|all|dall|sull|coll|quest|quell|dov|anch)['’](?=[^\W_])", re.IGNORECASE
)
_TOKEN = re.compile(r"[^\W_]+(?:[-'’.&/][^\W_]+)*|[\"“„«»”:;!?•,(–—◦-]")
_DAYS_AND_MONTHS = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
    saturdays sundays january february march april may june july august september october november december
    """
)
_SHORT_FORMS = word_set(
    """
    i i'm i'd i'll i've ok pdf faq ceo cfo coo cto cio hr it ps q1 q2 q3 q4 b2b vs nr uhr edv tv
    """
)
"""Short forms of everyday office speech: they name nobody and claim nothing."""

# Words of German sentences that stand beside a noun with a capital of their own and make no name of it.
_GERMAN_NOUNS = word_set(
    """
    kunden kunde kundinnen teams team mitarbeiter mitarbeitende beschäftigte zeit geld rechnungen angebote
    aufträge montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli
    august september oktober november dezember ende anfang mitte woche wochen tage tag stunden stunde minuten
    monate monat jahre jahr prozent euro ihnen ihr ihre ihren ihrem ihrer ihres sie millionen tausend leute
    menschen firmen betriebe unternehmen werke anlagen maschinen lieferanten fahrer ärzte patienten
    """
)
_PARTS_OF_TITLES = ALL_STOP_WORDS | {"the", "re"}


@lru_cache(maxsize=8192)  # a sentence is held against several facts, and examined again when it is scored
def name_tokens(sentence: str, language: str, known: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the words of a sentence that look like names, possessive endings taken off.

    A sentence's first word counts as part of a name before another name, unless that one is among the known (folded).
    """
    tokens = _TOKEN.findall(_ELISION.sub("", _TAG.sub(" ◦ ", sentence)))
    found = (token for at, token in enumerate(tokens) if token[0].isalnum() and _is_name(tokens, at, language, known))
    return tuple(re.sub(r"['’]s$|['’]$", "", token) for token in found)


def name_parts(token: str) -> tuple[str, ...]:
    """Return the parts of a compound name that look like names on their own: `TI` of `TI-Anschluss`."""
    parts = [part for part in re.split(r"[-/.&'’]", token) if part]
    return tuple(part for part in parts if _is_odd(part)) or tuple(part for part in parts if part[0].isupper())


def opens_with_names(text: str) -> str:
    """Return the run of at least two capitalised words that a text opens with, `At` and `Chez` skipped, or nothing."""
    opening = re.match(
        r"(?:(?:At|With|For|Chez|Pour|En|Con|Da|Per) )?((?:[A-ZÀ-Þ][\w'’.&-]*)(?: (?:of |de |& )?[A-ZÀ-Þ][\w'’.&-]*)+)",
        text,
    )
    first = opening.group(1).split()[0] if opening else ""
    return opening.group(1) if opening and fold(first) not in _PARTS_OF_TITLES else ""


def _is_name(tokens: list[str], at: int, language: str, known: frozenset[str]) -> bool:
    """Return whether the token at a place looks like a name."""
    token = tokens[at]
    if _is_everyday(token):
        return False
    if _is_odd(token):
        return True
    if not token[0].isupper():
        return False
    return _is_german_name(tokens, at) if language == "de" else _is_capital_name(tokens, at, known)


def _is_everyday(token: str) -> bool:
    """Return whether a token is a stop word, a day, a month or an everyday short form."""
    plain = token.lower().replace("’", "'")
    return plain in _DAYS_AND_MONTHS or plain in _SHORT_FORMS or (plain in ALL_STOP_WORDS and not _is_odd(token))


def _is_odd(token: str) -> bool:
    """Return whether a token has capitals inside, capitals only, or digits among its letters."""
    return any(_odd_part(part) for part in re.split(r"[-/.&'’]", token))


def _odd_part(part: str) -> bool:
    letters = [char for char in part if char.isalpha()]
    if not letters or part.isdigit():
        return False
    inner = len(part) > 1 and any(char.isupper() for char in part[1:])
    mixed = len(letters) < len(part) and not re.fullmatch(r"\d[\d.,]*[^\W\d_]+", part)
    return inner or mixed


def _is_capital_name(tokens: list[str], at: int, known: frozenset[str]) -> bool:
    """Return whether a capital stands where only names have one; a sentence's first word counts before another name."""
    if not _opens(tokens, at):
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    paired = following[:1].isupper() and not _is_everyday(following) and fold(following) not in known
    return paired and not tokens[at].lower().endswith(("ing", "ed"))


def _is_german_name(tokens: list[str], at: int) -> bool:
    """Return whether a capitalised German word stands beside another one that is no everyday noun."""
    if _opens(tokens, at) or _is_common_german(tokens[at]):
        return False
    sides = [at - 1, at + 1]
    return any(
        0 <= side < len(tokens)
        and tokens[side][0].isupper()
        and not _is_common_german(tokens[side])
        and not _opens(tokens, side)
        for side in sides
    )


def _is_common_german(token: str) -> bool:
    return token.lower() in _GERMAN_NOUNS or _is_everyday(token)


def _opens(tokens: list[str], at: int) -> bool:
    """Return whether a token is the first of its sentence, or follows a quote, colon or dash."""
    return at == 0 or (not tokens[at - 1][0].isalnum() and tokens[at - 1] not in "(,◦")
