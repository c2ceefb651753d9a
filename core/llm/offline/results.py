# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""Tell what a named customer got, as a sentence: from case studies, tiles and quotations."""

import re

from core.llm.offline import verbs
from core.llm.offline.clipping import clipped
from core.llm.offline.doubts import LONGEST
from core.llm.offline.first_letters import small_first
from core.llm.offline.language import Language
from core.llm.offline.sentences import capitalised, ended
from core.sentences import sentences, words

_WORD = r"[A-ZÄÖÜÉ][\w&'’.-]*"
_NAME = rf"(?:{_WORD}(?: (?:&|de|del|du|des|la|le|of|und|and|et|y|di|dei|della|e|in|am|im|{_WORD})){{1,5}})"
_OWNER = re.compile(rf"(?P<name>{_NAME}(?:, {_WORD})?): (?P<told>\S.+)$")
_SAID = re.compile(rf"(?P<name>{_NAME}(?:, {_WORD})?): [\"“„«] ?(?P<told>[^\"“”„«»]+?[.!]?) ?[\"”“»]\.?$")
_NUMBER = r"(?:[£$€]?\d[\d.,]*(?: ?(?:%|percent|Prozent|[kKM]\b|million))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|due|tre|quattro|cinque|sei|sette|otto|nove|dieci)"
RESULT = re.compile(
    r"\d[\d.,]*\s?(?:%|percent|per cent|Prozent|pour cent|por ciento|por cien|per cento)"
    rf"|\bfrom {_NUMBER} (?:[\w-]+ ){{0,5}}to \w+|\bvon {_NUMBER} (?:\w+ ){{0,3}}auf \w+|\b(?:de|da) {_NUMBER} (?:\w+ ){{0,3}}[àa] \w+"
    r"|\binstead of\b|\bstatt \w+|\banstatt\b|\bau lieu de\b|\ben lugar de\b|\ben vez de\b|\binvece di\b",
    re.I,
)
"""A change that can be measured."""
GAIN = re.compile(
    r"[£$€] ?\d|\d ?(?:€|euros?|Euro|dollars|pesos|million)\b|\d \$|\b(?:saved?|kept|within|in) (?:\S+ )?\d|\b(?:sans|without|ohne|sin|senza) (?:perdre|a\b|un|ein|losing|perder)|\ben \w+ (?:semaines|jours|días|semanas)|\bin \w+ (?:weeks|days|months|Wochen|Tagen|Monaten)",
    re.I,
)
_CHANGE = re.compile(
    rf"(?P<what>[A-Za-zÀ-ÿ][^\d→:]{{1,40}}?):? (?P<from>{_NUMBER}) ?(?:→|->|=>|–>) ?(?P<to>{_NUMBER})(?P<rest>.*)$"
)
_FROM_TO = {
    "en": re.compile(rf"(?P<what>[A-Z][^\d,.:]{{2,40}}?) from (?P<from>{_NUMBER}) to (?P<to>{_NUMBER})(?P<rest>[^,;:]*)$"),
    "de": re.compile(rf"(?P<what>[A-ZÄÖÜ][^\d,.:]{{2,40}}?) von (?P<from>{_NUMBER}) auf (?P<to>{_NUMBER})(?P<rest>[^,;:]*)$"),
    "fr": re.compile(rf"(?P<what>[A-ZÉ][^\d,.:]{{2,40}}?) de (?P<from>{_NUMBER}) à (?P<to>{_NUMBER})(?P<rest>[^,;:]*)$"),
    "es": re.compile(rf"(?P<what>[A-ZÁÉ][^\d,.:]{{2,40}}?) de (?P<from>{_NUMBER}) a (?P<to>{_NUMBER})(?P<rest>[^,;:]*)$"),
    "it": re.compile(rf"(?P<what>[A-ZÀÈ][^\d,.:]{{2,40}}?) da (?P<from>{_NUMBER}) a (?P<to>{_NUMBER})(?P<rest>[^,;:]*)$"),
}  # fmt: skip
_CHANGED = {
    "en": "At <customer>, <what> went from <from> to <to><rest>.",
    "de": "Ein Beispiel ist <customer>: <What> von <from> auf <to><rest>.",
    "fr": "Chez <customer>\u00a0: <what> de <from> à <to><rest>.",
    "es": "Un caso es <customer>: <what> de <from> a <to><rest>.",
    "it": "Un esempio è <customer>: <what> da <from> a <to><rest>.",
}
_TELEGRAM = {
    "en": "One example is <customer>: <told>.",
    "de": "Ein Beispiel ist <customer>: <told>.",
    "fr": "Un exemple, <customer>\u00a0: <told>.",
    "es": "Un ejemplo es <customer>: <told>.",
    "it": "Un esempio è <customer>: <told>.",
}
_KIND = (
    r"(?:brand|company|firm|team|shop|store|plant|site|school|practice|group|business|farm|bakery|brewery|mill|hospital|clinic"
    r"|hotel|restaurant|dealer|retailer|manufacturer|maker|customer|client|warehouse|factory|workshop|office|chain|cooperative)"
)
_THE_CUSTOMER = re.compile(rf"(?:(?<=^)The|\bthe) {_KIND} (?=(?P<verb>[a-z]+) )")
_WHEN = re.compile(
    r"(?P<when>(?:At|In|Within|After|Over|During|Since) (?:its |the |their )?[^,]{3,40}), (?P<told>[a-z][^;]+?)\.?$"
)
_DETERMINER = re.compile(r"(?:an?|the|its|their|to|in|from|for) ")
_LABELS = re.compile(
    r"^(?:The|Our|A|An|Why|How|What|Basic|Plus|Standard|Unser|Ein|Eine|Der|Die|Das|Notre|Un|Une|Le|La|Les|Nuestr\w|El|Los|Las|Before|Avant|After|Case|Fall|Cas|Caso|Il|Lo|I|Gli|Nostr\w|Prima|Dopo|Prezzo|Garanzia|Esempio|Price|Warranty|Example|Beispiel)\b",
    re.I,
)
"""Words that a customer's name does not begin with."""
_LONGEST_QUOTE = 20
"""Words of a customer's own sentence; with the words before it a sentence keeps under the limit."""


def owner_of(text: str) -> tuple[str, str] | None:
    """Return the customer before a colon and what is told of it, or None where there is none."""
    match = _OWNER.match(text)
    return (match["name"], match["told"]) if match and not _LABELS.match(match["name"]) else None


_HEADED = re.compile(rf"(?:{_WORD}(?: \w+)?: )?(?P<name>{_NAME})(?:, {_WORD}.*| [–(].*)$")
_LABELLED = re.compile(rf"{_WORD}(?: [a-zà-ÿ]+)?: (?P<name>{_NAME})$")
_NAMED_FIRST = re.compile(rf"(?P<name>{_NAME})(?:, .*)?$")
"""A heading that begins with a name: certain where headings are not written large."""


def customer_over(heading: str, code: str = "") -> str:
    """Return the customer that a case study's heading names: `Odell & Finch, Portland`, `Food: Odell & Finch`."""
    match = _HEADED.match(heading.strip()) or _LABELLED.match(heading.strip())
    if not match and code in ("fr", "es", "it"):
        match = _NAMED_FIRST.match(heading.strip())
    return match["name"] if match and not _LABELS.match(match["name"]) else ""


def told_result(name: str, told: str, language: Language) -> tuple[str, bool] | None:
    """Return a sentence that tells a customer's result and whether it has no verb; None where no form is certain."""
    if language.grammar.we.search(told) or re.search(r"[\"“”„«»?]", told):
        return None
    told = _decisive(told, language)
    changed = _CHANGE.match(told.rstrip(".")) or _from_to(told, language.code)
    if changed and not language.grammar.is_sentence(told.rstrip("."), True):
        return _put(_CHANGED.get(language.code, ""), name, language.code, changed), language.code != "en"
    if not told.rstrip().endswith(".") or not language.grammar.is_sentence(told.rstrip("."), True):
        return _telegram(name, told, language)
    told = _without_the_rest(_LEANING_LEAD.sub("", told), LONGEST - len(words(name)) - 1, language)
    sentence = _placed(name, clipped(capitalised(told), language, LONGEST - len(words(name)) - 1), language)
    return (sentence, False) if sentence else None


def _decisive(told: str, language: Language) -> str:
    """Return the half of a sentence that tells the change, where a semicolon parts it from the way there."""
    parts = [capitalised(part.strip()) for part in told.rstrip(".").split(";")]
    changed = [part for part in parts if RESULT.search(part) and language.grammar.is_sentence(part, True)]
    return ended(changed[0]) if len(parts) > 1 and changed else told


_LEANING_LEAD = re.compile(
    r"^(?:Tras \w+(?:los|las|lo|la)|Après (?:les|l['’]) ?avoir|Dopo aver(?:li|le|lo|la)) [^,]{0,40}, "
)
"""`Tras unificarlos con …, `: what was united, the sentence before has said."""
_AND = re.compile(r" (?:and|und|et|y|e) ")


def _without_the_rest(told: str, longest: int, language: Language) -> str:
    """Leave out what a long sentence joins on behind its figures: `… de 94.000 a 61.000 euros y la última auditoría …`."""
    joints = [joint.start() for joint in _AND.finditer(told)] if len(words(told)) > longest else []
    for at in reversed(joints):
        head = told[:at]
        figures = len(re.findall(r"\d[\d.,]*", head))
        if len(words(head)) <= longest and figures and language.grammar.is_sentence(head, True):
            return ended(head)
    return told


def _from_to(told: str, code: str) -> re.Match[str] | None:
    pattern = _FROM_TO.get(code)
    return pattern.match(told.rstrip(".")) if pattern else None


def _put(frame: str, name: str, code: str, changed: re.Match[str]) -> str:
    what = changed["what"].strip()
    head, _, last = what.rpartition(" ")
    if head and verbs.is_past(last):
        what = head  # `Shelf life extended from 6 to 8 days`: the frame has a verb of its own
    small = what if re.search(r"^\w+ [A-Z]|^[A-Z]\w+ sales", what) else small_first(what, code)
    slots = {
        "customer": name,
        "what": small,
        "What": what,
        "from": changed["from"],
        "to": changed["to"],
        "rest": changed["rest"],
    }
    for slot, value in slots.items():
        frame = frame.replace(f"<{slot}>", value.rstrip(".") if slot == "rest" else value)
    return frame


def _telegram(name: str, told: str, language: Language) -> tuple[str, bool] | None:
    """Put a customer before what was done for it, where that holds a figure of its own."""
    frame, text = _TELEGRAM.get(language.code, ""), told.strip().rstrip(".")
    result = text.rpartition(": ")[2]
    text = result if RESULT.search(result) or GAIN.search(result) else text
    fits = 4 <= len(words(text)) <= 18 and text.count(", ") <= 2 and ": " not in text and ". " not in text
    gained = (
        re.search(r"\d", text)
        and not re.match(r"[£$€]?\d[\d., ]* ?(?:€|euros?|Euro|dollars|pesos)?,", text)
        and (RESULT.search(text) or GAIN.search(text))
    )
    if (
        not frame
        or not fits
        or not gained
        or language.grammar.is_sentence(text, False)
        or language.grammar.leaning.match(text)
    ):
        return None
    small = text if language.code == "de" else small_first(text, language.code)
    return frame.replace("<customer>", name).replace("<told>", small), True


def _placed(name: str, told: str, language: Language) -> str:
    """Put a customer's name into a whole sentence."""
    if language.code == "en":
        if verbs.is_past(told.split()[0].lower()) and _DETERMINER.match(told.split(" ", 1)[-1]):
            return ""  # `Needed a laboratory in nine weeks`: the subject is missing
        subject = _THE_CUSTOMER.search(told)
        if subject and (verbs.is_past(subject["verb"]) or subject["verb"] in verbs.ALWAYS_FINITE):
            before = told[: subject.start()].rstrip(" ,")
            return f"{before}, {name} {told[subject.end() :]}" if before else f"{name} {told[subject.end() :]}"
        when = _WHEN.match(told)
        if when and " and " not in when["told"] and not _pronoun(when["told"]):
            told = f"{capitalised(when['told'])} {when['when'][:1].lower()}{when['when'][1:]}."
    named = name if language.code == "de" else name.split()[0]
    if language.grammar.leaning.match(told) or named in told:
        return ""
    return language.grammar.owned(name, told) or ""


def _pronoun(text: str) -> bool:
    return bool(re.match(r"(?:it|they|he|she|this|that)\b", text))


def in_their_words(text: str, language: Language, frame: str) -> tuple[str, str, bool] | None:
    """Return a customer, the sentence that gives its words, and whether they are quoted; None where they say too little."""
    match = _SAID.match(text.strip())
    if not match or _LABELS.match(match["name"]):
        return None
    told = next((one for one in sentences(match["told"].strip()) if RESULT.search(one) or GAIN.search(one)), "")
    indirect = _indirect(match["name"], told, language.code) if told else ""
    if indirect and len(words(indirect)) <= LONGEST and not language.grammar.i.search(indirect):
        return match["name"], indirect, False
    whole = ended(told) if told and not told.endswith(("!", ".")) else told
    fits = 5 <= len(words(whole)) <= _LONGEST_QUOTE and not language.grammar.i.search(whole)
    if not fits or (not re.search(r"\d", whole + match["told"]) and not RESULT.search(whole)):
        return None
    return match["name"], frame.replace("<customer>", match["name"]).replace("<told>", whole), True


_OURS = {
    "en": (re.compile(r"Our (?P<what>[a-z][\w -]+? (?:went|fell|dropped|rose|came|is|are|was|were) .*)$"), "At <customer>, the {what}"),
    "fr": (re.compile(r"Nos (?P<what>[a-zéè].*)$"), "Chez <customer>, les {what}"),
    "es": (re.compile(r"Nuestr(?P<end>os|as|a|o) (?P<what>[a-záé].*)$"), "En <customer>, {article} {what}"),
    "it": (re.compile(r"(?P<end>I|Le|La|Il) nostr[oaie] (?P<what>(?![aeiouàèxyz]|s[^aeiou]|gn|ps)[a-z].*)$"), "Presso <customer>, {article} {what}"),
}  # fmt: skip
_ARTICLES = {"os": "los", "as": "las", "a": "la", "o": "el", "I": "i", "Le": "le", "La": "la", "Il": "il"}


def _indirect(name: str, told: str, code: str) -> str:
    """Turn `We went from 900 tickets to under 300, and I …` into a sentence about the customer; empty if not certain."""
    text = re.split(r", and (?:I|we|my)\b", told)[0].rstrip(".!") + "."
    own = re.search(r"\b(?:we|our|us|ours|nous|notre|nos|nuestr\w+|nosotros|noi|nostr[oaie]|\w+iamo)\b", text[4:], re.I)
    did = re.match(r"We (?P<verb>[a-z]+) (?P<rest>.*)$", text)
    if code == "en" and did and not own and verbs.is_past(did["verb"]):
        return f"{name} {did['verb']} {did['rest']}"
    pattern, frame = _OURS.get(code, (None, ""))
    match = pattern.match(text) if pattern else None
    if not match or own:
        return ""
    article = _ARTICLES.get(match.groupdict().get("end") or "", "")
    return frame.replace("<customer>", name).format(what=match["what"], article=article)
