"""Telling when a model politely declines instead of writing, in the languages that emails are written in."""

import re
from collections.abc import Iterator
from typing import Any

_LONGEST = 600
"""Characters; a refusal is short. A longer text that begins like one is an email that apologises for something."""

_REFUSAL = re.compile(
    r"""\s*(?:
        (?:(?:i['’]?m|i\ am|we['’]?re)\ (?:very\ |so\ |really\ )?sorry|sorry|i\ apologi[sz]e|unfortunately|regrettably)
            \W+(?:but\W+)?(?:as\ an\ ai\b[^.,]*,?\ )?
            i\W*(?:can(?:['’]?t|not|\ not)|(?:am|['’]?m)\ (?:not\ able|unable)|won['’]?t)\b
      | i\ (?:can(?:['’]?t|not|\ not)|(?:am|['’]m)\ (?:not\ able\ to|unable\ to)|won['’]?t|must\ decline\ to)
            \ (?:help|assist|comply|fulfil|write|create|generate|produce|provide|do\ that|support|engage)
      | as\ an\ ai\b
      | (?:es\ tut\ mir\ (?:sehr\ )?leid|leider|entschuldigung|tut\ mir\ leid)\W+(?:aber\W+|doch\W+)?
            (?:ich\ (?:kann|darf|werde)|(?:kann|darf)\ ich|bei\W)
      | ich\ (?:kann|darf|werde)\ (?:dir|ihnen|dabei|das|diese[nrsm]?|diesbezüglich)\b[^.]*\bnicht\b
      | als\ ki\b
      | (?:(?:je\ suis\ (?:vraiment\ )?)?désolée?|je\ m['’]excuse|malheureusement|je\ regrette)
            \W+(?:mais\W+)?je\ ne\ (?:peux|puis)
      | je\ ne\ (?:peux|puis)\ (?:pas|malheureusement|vous)\b
      | en\ tant\ qu['’](?:ia|intelligence)\b
      | (?:lo\ siento|lo\ lamento|disculpa|disculpe|perdona|lamentablemente|desafortunadamente)
            \W+(?:pero\W+)?no\ (?:puedo|me\ es)
      | no\ puedo\ (?:ayudar|cumplir|escribir|generar|crear|asistir|proporcionar|hacer)
      | como\ (?:una\ )?(?:ia|inteligencia|modelo\ de)\b
      | (?:mi\ (?:dispiace|spiace)|sono\ spiacente|purtroppo|mi\ scuso)\W+(?:ma\W+)?non\ (?:posso|mi\ è|sono\ in\ grado)
      | non\ posso\ (?:aiutar\w+|scrivere|generare|creare|assister\w+|fornire|fare)
      | (?:in\ quanto|come)\ (?:ia|intelligenza|modello\ (?:di|linguistico))\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def declines(text: str) -> bool:
    """Tell whether the text is a refusal in prose (English, German, French, Spanish, Italian)."""
    return len(text) <= _LONGEST and _REFUSAL.match(text) is not None


def declined_inside(answer: Any) -> bool:
    """Tell whether most of an answer's text is refusals: a model held to a schema can only decline within it.

    One field does not count: a persona's objection may well begin with "I can't help".
    """
    texts = list(_texts(answer))
    return 2 * sum(len(text) for text in texts if declines(text)) > sum(map(len, texts))


def _texts(value: Any) -> Iterator[str]:
    """Yield every string of a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for member in value.values():
            yield from _texts(member)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
