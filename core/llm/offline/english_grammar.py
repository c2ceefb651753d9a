# ruff: noqa: E501 - one phrase or pattern per line reads better than a broken one
"""English grammar: how its sentences are recognised, and the few safe ways to change them."""

import re

from core.llm.offline import verbs
from core.llm.offline.language import Grammar
from core.llm.offline.sentences import STOPWORDS, ended
from core.sentences import word_set, words

_NUMBER = r"(?:\d[\d.,]*|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)"
UNIT = r"(?:hours?|days?|weeks?|minutes?|months?|seconds?)"
SPAN = rf"(?:{_NUMBER}(?:[ -](?:working|business|calendar))?[ -]{UNIT}|the hour)"
_MUCH = r"(?:up to |about |around |more than |over )?\d[\d.,]* ?(?:%|percent|per cent)"
_DETERMINED = r"(?:(?:its|their|his|her|our|your|the|average|annual|total) )*"
_OPAQUE = word_set(
    """
    platform company software consultancy agency service services partner team tool tools system systems
    provider solution solutions product products people things everything work way business supplier firm
    specialist group app one home experts
    """
)


def _is_sentence(text: str, closed: bool) -> bool:
    found = [word.lower() for word in words(text)]
    if len(found) < 4 or _lacks_subject(found) or _is_participle(found):
        return False
    if found[0] in ("we", "you") or any(word in verbs.ALWAYS_FINITE for word in found[1:]):
        return True
    if found[0][0].isdigit():
        return closed and any(verbs.is_base(word) for word in found[2:6]) and len(found) >= 6
    return closed and len(found) >= 5 and any(_is_predicate(found, at) for at in range(1, min(8, len(found))))


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


def _is_participle(found: list[str]) -> bool:
    """Tell whether the only verb is a participle: `Permits arranged by our own desk`."""
    forms = [
        i for i, word in enumerate(found) if verbs.is_past(word) or word in verbs.ALWAYS_FINITE or word in ("we", "you")
    ]
    return len(forms) == 1 and found[forms[0]].endswith("ed") and found[forms[0] + 1 : forms[0] + 2] == ["by"]


def _complete(text: str, name: str) -> str | None:
    """Give `reports leaks within an hour` its subject; anything else that starts like a verb stays a fragment."""
    if name and re.match(
        r"(?:ISO|EN|AS|IATF|SOC|HIPAA|FDA|UL|CE|NSF|GMP|BRC)[\w :/.-]{0,24} (?:certified|accredited|registered|compliant)$",
        text,
    ):
        return ended(f"{name} is {text}")
    found = text.split()
    if len(found) < 3 or not name or not verbs.base_of(found[0]):
        return None
    if found[1].lower().strip(",") in ("and", "or", "&", "for", "of", "that", "from", "to", "are", "is", "by"):
        return None
    return ended(f"{name} {found[0].lower()} {' '.join(found[1:])}")


def _introduce(sentence: str, name: str) -> str | None:
    match = re.match(r"(We|Our) (?=[a-z])", sentence)
    return f"At {name}, {match[1].lower()} {sentence[match.end() :]}" if match else None


def _owned(name: str, told: str) -> str | None:
    first = told.split(" ", 1)[0]
    if any(char.isupper() for char in first[1:]) or re.match(r"[A-Z]\w* [A-Z]|At ", told):
        return None
    return (
        f"At {name.rstrip('.')}, {told[0].lower()}{told[1:]}"
        if not name.endswith("Co.")
        else f"At {name}, {told[0].lower()}{told[1:]}"
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


def _begin(sentence: str) -> str | None:
    return sentence


_SUPPLIES = word_set(
    """
    make build produce manufacture supply sell offer provide coil machine cast forge print rent lease design bake roast brew
    grow stock weld mould bend fabricate package distribute is
    """
)


def _topic(sells: str, name: str) -> str:
    """Cut `sells` down to its noun phrase: what stands before `for`, `that`, `with` and the like."""
    found = sells.split(". ")[0].split()
    rest = _without_subject(found, name)
    taken = [word.lower().strip(",") for word in found[: len(found) - len(rest)]]
    supplies = any((verbs.base_of(word) or word) in _SUPPLIES for word in taken)
    return _matter(sells, name) if not taken or supplies else ""


def _matter(sells: str, name: str) -> str:
    head: list[str] = []
    for word in _without_subject(sells.split(". ")[0].split(), name):
        if _TOPIC_ENDS.match(word):
            break
        head.append(word.strip(",;:."))
        if word.endswith((",", ";", ":", ".")):
            break
    return _noun_phrase(head)


_TOPIC_ENDS = re.compile(
    r"(?:for|that|which|with|in|from|to|at|of|by|on|so|who|built|made|used|since|when|where|across|every|before|after|twice)$|[–—(|:-]+$",
    re.I,
)


def _without_subject(found: list[str], name: str) -> list[str]:
    """Take off `We coil, grind and test`, `Bayfold is`, `Tuulenkoski repairs`; nothing is left where no verb follows."""
    own = name.split()
    for length in (len(own), 1):
        if own and [word.lower() for word in found[:length]] == [word.lower() for word in own[:length]]:
            rest = found[length:]
            return _without_verbs(rest) if rest and (rest[0] == "is" or verbs.base_of(rest[0].strip(","))) else []
    return _without_verbs(found[1:]) if found and found[0].lower() == "we" else found


def _without_verbs(found: list[str]) -> list[str]:
    while found and (_is_verb(found[0].strip(",")) or found[0].lower() in ("and", "or", "also", "after")):
        found = found[1:]
    return found


def _is_verb(word: str) -> bool:
    return word == "is" or verbs.is_base(word) or bool(verbs.base_of(word))


def _needs_no_article(noun: str) -> bool:
    """Tell whether a noun can stand alone: a plural, a gerund, or a word for something that is not counted."""
    plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
    return plural or noun.endswith(("ing", "ment", "ance", "ence", "tion", "ity", "ware", "age")) or noun in _MASS


_MASS = word_set(
    """
    payroll repair review control equipment rental advice support security machining storage freight transport logistics
    packaging insurance training data energy power water coffee food furniture machinery workwear recovery delivery supply
    recycling waste steel timber paper glass fuel gas electricity cleaning catering design research hosting backup
    """
)


def _noun_phrase(head: list[str]) -> str:
    if len(head) > 5 and "and" in head[2:]:
        head = head[: 2 + head[2:].index("and")]
    if not head or head[0].lower() in ("a", "an", "one"):
        return ""  # a single thing needs its article in every sentence
    head = head[1:] if head[0].lower() == "the" else head
    if (
        not 1 <= len(head) <= 5
        or not _needs_no_article(head[-1].lower())
        or head[-1].lower() in STOPWORDS
        or (len(head) == 1 and head[0].lower() in _OPAQUE)
    ):
        return ""
    if any(verbs.base_of(w) and i == 0 for i, w in enumerate(head)) or any(
        w.lower() in verbs.ALWAYS_FINITE for w in head
    ):
        return ""
    if len(head) == 1 and len(head[0]) < 5:
        return ""
    if verbs.is_base(head[0]) and len(head) > 1 and not head[1].endswith("ing") and head[1].lower() not in _OPAQUE:
        return ""
    if any(
        w.lower() in ("your", "our", "you", "we", "its", "their", "his", "my", "every", "all", "any", "no")
        for w in head
    ):
        return ""
    first = (
        head[0]
        if head[0].isupper() or any(c.isupper() for c in head[0][1:]) or ("-" in head[0] and head[0][-1:].isupper())
        else head[0].lower()
    )
    rest = head[1:]
    if sum(word[:1].isupper() for word in rest) > len(rest) / 2:
        rest = [word if word.isupper() else word.lower() for word in rest]
    return " ".join([first, *rest])


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
    begin=_begin,
    topic=_topic,
    matter=_matter,
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
