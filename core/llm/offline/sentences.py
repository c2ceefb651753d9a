"""Words that carry meaning, and the small safe changes to a sentence."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from core.sentences import word_set, words

STOPWORDS = word_set(
    """
    a an the and or but nor so if when while as at by for from in into of off on onto out over per than that
    then there these this those through to under until up upon via with within without is are was were be been
    being am do does did done has have had having can could may might must shall should will would not no yes it
    its it's he she they them their we our us you your i my me who whom whose which what where why how all any
    both each every few more most much many other another some such only own same just even also about after
    again before between during here still very too one der die das den dem des ein eine einen einem einer eines
    und oder aber wenn falls als wie auf aus bei bis durch für gegen im ins ist sind war waren wird werden wurde
    wurden hat haben hatte kann können mit nach nicht kein keine keinen noch nur ob ohne sich sie ihr ihre ihren
    ihrem ihrer er es wir uns unser unsere unseren unserem unserer über um unter vom von vor wer wo zu zum zur
    zwischen dass damit dann da auch schon sehr man mehr dabei dafür le la les l un une du de d et ou mais si
    quand comme au aux avec sans sous sur dans par pour chez est sont était ont avez avons être avoir ne pas
    plus que qui quoi dont où ce cet cette ces son sa ses leur leurs notre nos votre vos nous vous il elle ils
    elles se s en y qu n c j très tout tous toute toutes même el los las uno una unos unas del al e o u pero con
    sin sobre entre desde hasta para por era fue fueron ha han ser estar está están más quien cual cuyo donde
    cuando como su sus nuestro nuestra nuestros nuestras lo usted ustedes este esta estos estas ese esa esos
    esas muy todo todos toda todas también cada ya il lo gli i uno di dello della dell dei degli delle al allo alla
    all ai agli alle ad da dal dallo dalla dall dai dagli dalle nel nello nella nell nei negli nelle col sul sullo sulla
    sull sui sugli sulle tra fra e ed che chi cui se quando dove perché anche questo questa questi queste quello quella
    ci noi nostro nostra nostri nostre voi vostro vostra vostri vostre lei lui loro suo sua suoi sue si ne è sono era
    erano essere stato stata stati state ha hanno abbiamo avere non più meno molto molti molte tutto tutti tutte ogni
    già ancora solo così poi prima dopo senza entro fino può possono deve devono mai
    """
)
"""Words that say nothing about a company, in English, German, French, Spanish and Italian."""


def stem(word: str) -> str:
    """Return what a word shares with its other forms: its first six letters, lower case."""
    return word.lower().strip("’'.-/")[:6]


@lru_cache(maxsize=8192)
def content(text: str) -> frozenset[str]:
    """Return the stems of the words that carry meaning."""
    lowered = (word.lower().strip("’'.-/") for word in words(text) if not word.startswith("{{"))
    return frozenset(stem(word) for word in lowered if len(word) > 2 and word not in STOPWORDS)


def capitalised(text: str) -> str:
    """Return the text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


_FRENCH_OF = re.compile(r"\b(?P<before>au sujet|de la part) de (?=[AEIOUYÉÈÊaeiouyéèê])")


def elided(text: str) -> str:
    """Write `au sujet d'audits` for `au sujet de audits`."""
    return _FRENCH_OF.sub(lambda found: f"{found['before']} d'", text)


def ended(text: str) -> str:
    """Return the text closed by one full stop."""
    return text.rstrip(" .;:,–-") + "."


def head_of(found: Iterable[str], ends: Callable[[str], object]) -> list[str]:
    """Return the words up to the first that ends a noun phrase, or that a punctuation mark follows."""
    head: list[str] = []
    for word in found:
        if ends(word):
            break
        head.append(word.strip(",;:."))
        if word.endswith((",", ";", ":", ".")):
            break
    return head


def small_head(head: list[str]) -> str:
    """Return a noun phrase with its first word small, unless that is all capitals."""
    first = head[0] if head[0].isupper() else head[0].lower()
    return " ".join([first, *head[1:]])


def without_last_of(head: list[str], of: tuple[str, ...], longest: int = 5) -> list[str]:
    """Return a noun phrase with its last `of …` taken off until it is short enough."""
    while len(head) > longest and any(word in of for word in head[1:]):
        last = max(index for index, word in enumerate(head) if word in of)
        head = head[:last]
    return head
