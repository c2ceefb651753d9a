"""Tell whether a sentence may be quoted in an email at all, whatever it says."""

import re

from nodes.website.asides import ASIDE, SOURCE
from nodes.website.cues.table import Cues
from nodes.website.distrust import is_untrusted
from nodes.website.language import speaks
from nodes.website.locations import is_postal
from nodes.website.naming import has_legal_form
from nodes.website.passages import Form
from nodes.website.promises import NOTHING_OWED, OWN_COST, RESTORES
from nodes.website.signs import CONDITION, SPAN
from nodes.website.situations import IN_RETURN

MIN_WORDS = 3
# Longer sentences are terms, lists run together, or code.
_MAX_LENGTH = 1_200
_MAX_ADDRESS_WORDS = 14
_MAX_TITLE_WORDS = 6
# Stories of people: "he started in a garage", "they used to call".
_NARRATES = re.compile(r"\b(?:[Hh]e|[Ss]he|used to)\b")
_IN_RETURN = re.compile(r"\b(?:and|und|et|y)\s")
# A figure with its source: `(Jungle Poll, 2023)`.
_CITED = re.compile(r"\([^()]{4,60},? (?:19|20)\d\d\)\W*$")
_QUOTES = re.compile('[“”„"]')


def is_usable(sentence: str, form: Form, heading: str, names: tuple[str, ...], cues: Cues, language: str) -> bool:
    """Tell whether the sentence is trusted, whole, in the site's language, about the company and about the present."""
    if (
        not len(sentence.split()) >= (MIN_WORDS - (form == "tile"))
        or len(sentence) > _MAX_LENGTH
        or is_untrusted(sentence)
    ):
        return False
    if not _is_whole(sentence) or (form == "prose" and _is_title(sentence)):
        return False
    if (cues.call.match(sentence) and not _is_met(sentence, cues)) or cues.legal.search(sentence):
        return False
    if (
        cues.jobs.search(sentence)
        or cues.dangling.search(sentence)
        or _refuses(sentence, cues)
        or ASIDE.search(sentence)
    ):
        return False
    if _is_address(sentence):
        return False
    if cues.planned.search(sentence) or cues.planned.search(heading) or _NARRATES.search(sentence):
        return False
    return not _is_about_others(sentence, names, cues) and speaks(language, sentence)


def _refuses(sentence: str, cues: Cues) -> bool:
    """Tell whether a sentence says what is not done, and not what is made good if something does not suit."""
    makes_good = CONDITION.match(sentence) and any(sign.search(sentence) for sign in (OWN_COST, NOTHING_OWED, RESTORES))
    return cues.refuses.search(sentence) is not None and not makes_good


def _is_met(call: str, cues: Cues) -> bool:
    """Tell whether a call to act says what the company does in return, and how soon: `Send a drawing and we …`."""
    answered = (_IN_RETURN.search(call) and cues.we.search(call)) or IN_RETURN.search(call)
    return bool(answered and SPAN.search(call))


def _is_whole(sentence: str) -> bool:
    """Tell whether nothing of the sentence is cut off: no question, no quotation that begins or ends elsewhere."""
    pairs = sentence.count("«") == sentence.count("»") and sentence.count("(") == sentence.count(")")
    return (
        pairs
        and len(_QUOTES.findall(sentence)) % 2 == 0
        and not sentence.endswith(("?", ":"))
        and sentence[0] not in '“„«"'
    )


def _is_title(sentence: str) -> bool:
    """Tell whether a paragraph is a few words without a full stop or figure: a title or a slogan."""
    short = len(sentence.split()) <= _MAX_TITLE_WORDS
    return short and sentence[-1] not in ".!" and not any(char.isdigit() for char in sentence)


def _is_address(sentence: str) -> bool:
    if len(sentence.split()) > _MAX_ADDRESS_WORDS:
        return False
    return is_postal(sentence) or (sentence.count(",") > 1 and has_legal_form(sentence))


def _is_about_others(sentence: str, names: tuple[str, ...], cues: Cues) -> bool:
    """Tell whether a sentence gives a market figure or somebody's study before it names the company, if at all."""
    market = cues.market.search(sentence) or _CITED.search(sentence) or SOURCE.search(sentence)
    if market is None:
        return False
    lowered = sentence.lower()
    own = [lowered.find(name.lower()) for name in names]
    speaker = cues.we.search(sentence)
    places = [place for place in (*own, speaker.start() if speaker else -1) if place >= 0]
    return not places or min(places) > market.start()
