# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""English grammar: how its sentences are recognised, and the few safe ways to change them."""

import re
from functools import lru_cache

from core.llm.offline import verbs
from core.llm.offline.choice import chance
from core.llm.offline.english_nouns import matter_of_sells, topic_of_sells
from core.llm.offline.first_letters import small_first
from core.llm.offline.language import Grammar
from core.llm.offline.sentences import ended
from core.sentences import word_set, words

_NUMBER = r"(?:\d[\d.,]*|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)"
UNIT = r"(?:hours?|days?|weeks?|minutes?|months?|seconds?)"
SPAN = rf"(?:{_NUMBER}(?:[ -](?:working|business|calendar))?[ -]{UNIT}|the hour)"
_MUCH = r"(?:up to |about |around |more than |over )?\d[\d.,]* ?(?:%|percent|per cent)"
_DETERMINED = r"(?:(?:its|their|his|her|our|your|the|average|annual|total) )*"


def _is_sentence(text: str, closed: bool) -> bool:
    found = [word.lower() for word in words(text.split(";")[0])]
    if re.match(r"(?:ISO|EN|AS|IATF|SOC)[ \d:.-]+ (?:certified|accredited|registered)\b", text):
        return False
    if len(found) < 4 or _lacks_subject(found) or _is_participle(found):
        return False
    found = _without_adverbial(found)
    if found[-1] in ("for", "with", "from", "of", "to") or _only_relative(found):
        return False
    if found[0] in ("we", "you") or any(word in verbs.ALWAYS_FINITE for word in found[1:]):
        return True
    if found[0][0].isdigit():
        return closed and any(verbs.is_base(word) for word in found[2:6]) and len(found) >= 6
    return closed and len(found) >= 5 and any(_is_predicate(found, at) for at in range(1, min(12, len(found))))


_NO_SUBJECT = word_set("a an the and or of for with in to at on our your its their every each one two per by no")


def _is_predicate(found: list[str], at: int) -> bool:
    """Tell whether a word is the sentence's verb: `orders ship`, not `a night stop`; `it reports`, not `and reports`."""
    word, before = found[at], found[at - 1]
    if before in _NO_SUBJECT:
        return False
    many = before.endswith("s") or before in ("we", "you", "they", "who", "that") or found[max(0, at - 2)] == "of"
    return bool(verbs.base_of(word) or verbs.is_past(word) or (verbs.is_base(word) and many))


def _lacks_subject(found: list[str]) -> bool:
    """Tell whether a text starts with its verb: `Sorts tomorrow's stops`, not `Quotes come back` or `Reports are sent`."""
    following = found[1]
    finite = following in verbs.ALWAYS_FINITE or verbs.is_base(following) or verbs.is_past(following)
    return bool(verbs.base_of(found[0])) and not finite


def _only_relative(found: list[str]) -> bool:
    """Tell whether the only verb belongs to a relative clause: `a level spot that will carry the trailer`."""
    at = next((index for index, word in enumerate(found) if index > 1 and word in ("that", "which", "who")), len(found))
    verbal = [index for index, word in enumerate(found) if word in verbs.ALWAYS_FINITE or word in ("we", "you")]
    others = [*range(1, at), *range(at + 3, len(found))]
    main = any(_is_predicate(found, i) and not found[i - 1][0].isdigit() for i in others)
    return len(verbal) == 1 and verbal[0] == at + 1 and not main


_ADVERBIAL = word_set("where when so because until while")


def _without_adverbial(found: list[str]) -> list[str]:
    """Leave out a clause of place, time or reason at the end: its verb is not the sentence's."""
    at = next((index for index, word in enumerate(found) if index > 1 and word in _ADVERBIAL), len(found))
    return found[:at]


_DONE = word_set(
    """
    included arranged fixed fitted delivered inspected tested installed certified designed printed reviewed checked agreed
    calibrated measured packed shipped insured guaranteed documented recorded planned priced quoted managed merged handled
    repaired collected booked tracked signed hosted cleaned built made calculated assembled approved covered
    """
)
_AFTER_DONE = word_set("by in on for at with to within from into before after per without every twice once")


def _is_participle(found: list[str]) -> bool:
    """Tell whether the only verb is a participle: `Permits arranged by our own desk`, `Built on the ground`."""
    forms = [
        i for i, word in enumerate(found) if verbs.is_past(word) or word in verbs.ALWAYS_FINITE or word in ("we", "you")
    ]
    if forms[:1] == [0] and found[1] in _AFTER_DONE | {"and"}:
        return True
    if len(forms) != 1:
        return False
    following = found[forms[0] + 1 : forms[0] + 2]
    ends = not following or following[0] in _AFTER_DONE
    return following == ["by"] or (found[forms[0]] in _DONE and ends)


def _complete(text: str, name: str) -> str | None:
    """Give `reports leaks within an hour` its subject; anything else that starts like a verb stays a fragment."""
    if name and re.match(
        r"(?:ISO|EN|AS|IATF|SOC|HIPAA|FDA|UL|CE|NSF|GMP|BRC)[\w :/.-]{0,24} (?:certified|accredited|registered|compliant)(?: since \d{4})?$",
        text,
    ):
        return ended(f"{name} is {text}")
    found = text.split()
    if len(found) < 3 or not name or not verbs.base_of(found[0]):
        return None
    if found[1].lower().strip(",") in (
        "and",
        "or",
        "&",
        "for",
        "of",
        "that",
        "from",
        "to",
        "are",
        "is",
        "by",
        "out",
        "with",
    ):
        return None
    if found[1:3] == ["in", "by"]:
        return None
    return ended(f"{name} {found[0].lower()} {' '.join(found[1:])}")


_OUR = re.compile(r"\bour\b")
_VERBS_FIRST = re.compile(r"We (?P<verbs>(?:[a-z]+, )*[a-z-]+(?: and [a-z]+)?) (?P<rest>.*)$")


@lru_cache(maxsize=2048)
def _introduce(sentence: str, name: str) -> str | None:
    """Write `Halden machines housings` for most companies where every verb is certain, else `At Halden, we …`."""
    match = re.match(r"(We|Our) (?=[a-z])", sentence)
    if not match:
        return None
    told = _in_third_person(sentence, name) if chance(name, "introduced") < _IN_THIRD_PERSON else ""
    return told or f"At {name}, {match[1].lower()} {sentence[match.end() :]}"


_IN_THIRD_PERSON = 0.85
"""Share of the companies that are spoken of by name where the grammar allows it."""


def _in_third_person(sentence: str, name: str) -> str:
    """Turn `We coil, grind and test springs` into `Tarrowby coils, grinds and tests springs`; empty if not certain."""
    match = _VERBS_FIRST.match(sentence)
    if not match:
        return ""
    found = re.findall(r"[a-z-]+", match["verbs"])
    bases = [word for word in found if word != "and"]
    rest = match["rest"]
    if len(bases) == 1 and verbs.is_past(bases[0].removeprefix("re-")) and not verbs.is_base(bases[0]):
        return f"{name} {bases[0]} {_OUR.sub('its', rest)}" if not re.search(r"\b(?:we|us)\b", rest) else ""
    if bases == ["have"] and verbs.is_past(rest.split()[0]) and not re.search(r"\b(?:we|us)\b", rest):
        return f"{name} has {_OUR.sub('its', rest)}"
    further = re.search(r"\b(?:we|us)\b", rest) or any(
        verbs.is_base(word) for word in re.findall(r"\b(?:and|or|then) ([a-z]+)", rest)
    )
    if further or not all(verbs.is_base(base) for base in bases):
        return ""
    told = re.sub(r"[a-z]+", lambda one: one[0] if one[0] == "and" else verbs.third_person(one[0]), match["verbs"])
    return f"{name} {told} {_OUR.sub('its', rest)}"


def _owned(name: str, told: str) -> str | None:
    first = told.split(" ", 1)[0]
    if any(char.isupper() for char in first[1:]) or re.match(r"[A-Z]\w* [A-Z]|At ", told):
        return None
    return (
        f"At {name.rstrip('.')}, {small_first(told, 'en')}"
        if not name.endswith("Co.")
        else f"At {name}, {small_first(told, 'en')}"
    )


def _suppose(sentence: str) -> str | None:
    """Turn `Your schedule lives in a spreadsheet.` into an if-clause; only simple statements in the present."""
    match = re.match(r"(You|Your) (?=[a-z])", sentence)
    if (
        not match
        or re.search(r"\b(will|would|should|could|must|deserve|want|need)\b", sentence)
        or sentence.count(",") > 1
    ):
        return None
    return f"If {sentence[0].lower()}{sentence.rstrip('.')[1:]}, there is another way."


def _again(before: str, sentence: str, name: str) -> str:
    match = re.match(rf"{re.escape(name)} (?=(?P<verb>[a-z]+) )", sentence) if name else None
    follows = match and before.startswith(name + " ") and (verbs.base_of(match["verb"]))
    return f"It {sentence[match.end() :]}" if match and follows else sentence


_NAME = r"(?:[A-Z][\w&'’.-]*[a-z.](?: (?:of|and|&|the|[A-Z][\w&'’.-]*))*)"
_CUSTOMER = re.compile(
    r"^(?:At |For )?(?P<name>(?:[A-Z][\w&'’-]+)(?: (?:(?:&|and|of) )?[A-Z][\w&'’.-]+){1,4})(?:,| (?P<verb>[a-z]+))"
)
_AT_CUSTOMER = re.compile(
    r"^[A-Z][a-z-]+(?: [a-z-]+){0,3} at (?P<name>[A-Z][\w&'’-]+(?: (?:(?:&|and|of) )?[A-Z][\w&'’.-]+|(?: & [A-Z]\w+)){1,4}) (?:went|fell|dropped|rose)\b"
)
_NO_CUSTOMER = re.compile(
    r"^(?:In|Since|Our|We|The|All|Every|Each|Most|From|With|United|Customers|Clients|ISO|EN|North|South|One)\b"
)


def _customer(sentence: str, name: str) -> str:
    match = _CUSTOMER.match(sentence) or _AT_CUSTOMER.match(sentence)
    if not match or _NO_CUSTOMER.match(match["name"]) or (name and name.split()[0] in match["name"]):
        return ""
    at = sentence.startswith(("At ", "For ")) or match.re is _AT_CUSTOMER
    did = not at and match["verb"] and (verbs.is_past(match["verb"]) or verbs.base_of(match["verb"]))
    return match["name"] if at or did else ""


GRAMMAR = Grammar(
    leaning=re.compile(
        r"(?:it|its|this|that|these|those|they|their|them|he|she|his|her|but|and|so|then|also|instead|not|nor|or|here|there(?! (?:is|are) no\b)|none of (?:this|that|it|them)|all of (?:this|that|it|them)|some of (?:this|that|it|them)|such"
        r"|ours|both|either|neither|because|which|who|yet|still|thus|therefore|hence|however|otherwise|again|meanwhile|next"
        r"|afterwards|later|all \w+ed|one of (?:them|these)|most of (?:them|these)|the (?:usual|result|answer|reason|same|other|rest|second"
        r"|third|next|first|latter|former|problem|idea|goal)|another|others|that's|it's|what|why|how|when that|even then|no"
        r"|until|unless|whether|we know|you write|yes|they|we (?:believe|know|love|care|understand|strive|aim|think|hope|want)|our (?:mission|goal|vision|aim|promise|story|values?)|as a result|for example|to do)\b(?! (?:customers|first))"
        r"|(?:\w+ ){0,3}later\b|.*\b(?:above|below|see our|read more|learn more|click|this page|here\.)",
        re.I,
    ),
    we=re.compile(r"\b(?:we|our|us|ours)\b", re.I),
    you=re.compile(r"\b(?:you|your|yours)\b", re.I),
    i=re.compile(r"\b(?:I|I'm|I’m|I've|I’ve|my|mine|me)\b"),
    familiar=None,
    hype=re.compile(
        r"\b(?:leading|leader|cutting[- ]edge|innovati\w+|world[- ]class|best[- ]in[- ]class|state[- ]of[- ]the[- ]art|seamless\w*"
        r"|solutions?|leverag\w+|streamlin\w+|empower\w*|unlock\w*|transform\w*|revolution\w+|game[- ]chang\w+|next[- ]gen\w*"
        r"|one[- ]stop|synerg\w+|passionate|unparalleled|unrivall?ed|unique|holistic|robust|premier|excellence|supercharge\w*"
        r"|effortless\w*|turnkey|tailor[- ]made|bespoke|world['’]s|amazing|exciting|journey|disrupt\w+|trusted|delight\w*"
        r"|award[- ]winning|elevate|reimagin\w+|best|most advanced|powerful|hassle[- ]free|peace of mind|high[- ]quality)\b",
        re.I,
    ),
    seller_first=re.compile(r"(?:We|Our) [a-z]"),
    entry=re.compile(
        r"\b(?:pilots?(?! cars?)|trials?|samples?|first order|for free|is free|free (?:of charge|pilot|audit|consult\w*)|refund\w*|audit|assessment|starter|test run|trial order|day one)\b",
        re.I,
    ),
    noun_first=re.compile(
        r"[\d£$€]|(?:No|Two|Three|Four|Five|Six|Ten|Free|Written|Up to|From|About|Over|More than|Under|One)\b|(?!Books|Orders|Reports)[A-Z][a-z]+s (?:in|within|at|by)\b"
    ),
    promise=re.compile(
        r"\b(?:if|guarantee\w*|warrant\w+|refund\w*|free|no charge|pays?|penalty|replac\w+|within|in \d+ \w+|insured|credit|back in|owe)\b",
        re.I,
    ),
    risk=re.compile(
        r"\b(?:if|guarantee\w*|warrant\w+|refund\w*|free|no charge|we pay|penalty|replac\w+|credit|owe|deduct)\b", re.I
    ),
    is_sentence=_is_sentence,
    complete=_complete,
    introduce=_introduce,
    owned=_owned,
    suppose=_suppose,
    again=_again,
    topic=topic_of_sells,
    matter=matter_of_sells,
    customer=_customer,
    reduced=(
        re.compile(
            rf"\b(?:cuts?|reduced?|reduces|lower(?:ed|s)?|slash(?:ed|es)?|shorten(?:ed|s)?|trim(?:med)?) {_DETERMINED}"
            rf"(?P<what>[a-z][a-z-]+(?: [a-z][a-z-]+){{0,2}}) by (?P<much>{_MUCH})"
        ),
        re.compile(
            rf"(?P<much>{_MUCH}) (?:less|fewer|lower|shorter) (?P<what>[a-z][a-z-]+(?: [a-z][a-z-]+)?)(?=[ ,.]|$)"
        ),
        re.compile(
            rf"(?:^|, |^The |\b[Aa]verage |[Mm]edian )(?P<what>[A-Za-z][a-z-]+(?: [a-z][a-z-]+){{0,2}})(?: at [A-Z][^,.]{{2,40}}?)?"
            rf" (?:went|fell|dropped|came|is) (?:down )?(?P<much>from \w[\w.,]*(?: [a-z]+)? to \w+(?:[.,]\w+)*|by {_MUCH})"
        ),
    ),
)
