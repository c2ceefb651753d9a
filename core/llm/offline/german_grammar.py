# ruff: noqa: E501 - one phrase or pattern per line reads better than a broken one
"""German grammar: how its sentences are recognised, and the few safe ways to change them."""

import re

from core.llm.offline.choice import chance
from core.llm.offline.language import Grammar
from core.sentences import word_set, words

_FINITE = word_set(
    """
    ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können muss müssen soll sollen darf
    dürfen will wollen kommt kommen gibt geben geht gehen steht stehen liegt liegen bleibt bleiben läuft laufen
    kostet kosten dauert dauern hält halten fällt fallen bringt bringen macht machen spart sparen sparte sparten
    liefert liefern arbeitet arbeiten braucht brauchen zahlt zahlen weiß sinkt sinken sank sanken stieg stiegen
    nutzt nutzen bestellt bestellen vertrauen wartet beginnt beginnen trägt tragen enthält enthalten umfasst
    zeigt zeigen misst prüft plant baut druckt findet finden senkt senken senkte senkten reduziert reduzierte
    reduzierten verkürzte verkürzten halbierte ersetzt bekommt bekommen antwortet antworten entsteht entstehen
    genügt reicht reichen gilt gelten führt führen schickt schicken nimmt nehmen sieht sehen passt passen heißt
    kennt kennen beträgt betragen verliert verlieren zieht ziehen setzt setzen stellt stellen hilft helfen
    verursacht verursachen bedeutet bedeuten fehlt fehlen scheitert scheitern rechnet rechnen deckt fertigt
    betreut übernimmt übernehmen begleitet begleiten entwickelt verlangt
    """
)
_NOT_VERBS = word_set(
    """
    mit nicht seit statt fast erst oft selbst dort jetzt sofort gut weit direkt bereits samt kompakt exakt
    komplett leicht recht fest meist ernst damit somit nächst jeweils insgesamt unbegrenzt garantiert
    inbegriffen bekannt gesamt konstant ersten zweiten dritten letzten guten alten besten festen harten
    bekannten
    """
)
SMALL = word_set(
    """
    klein ob wie den falls versprechen behaupten rechtliche
    der die das den dem des ein eine einen einem einer eines kein keine keinen keiner wer was wo wie wann warum
    wenn falls weil da sobald solange bevor nachdem obwohl während ob dass in im an am auf aus bei beim mit nach
    seit von vom zu zum zur über unter vor hinter zwischen durch für gegen ohne um ab bis pro trotz wegen wir
    sie ihr unser unsere unseren unserem jeder jede jedes jeden jedem alle allen aller viele vielen viel mehr
    weniger manche manchen mancher einige einigen mehrere meist meistens oft selten nur schon noch erst fast
    rund etwa knapp heute morgens abends nachts jetzt hier dort zwei drei vier fünf sechs sieben acht neun zehn
    elf zwölf neue neuer neues neuen alte alter altes große großer kleine kleiner gute guter wenig wenige
    niemand wenigen gemessen geliefert geprüft gefertigt man so ich behaupten versprechen
    """
)
_OPAQUE = word_set(
    """
    beratung software plattform lösung lösungen dienstleister dienstleistungen unternehmen partner agentur
    anbieter produkte leistungen services service team system systeme werkzeug werkzeuge experten profis app
    hersteller betrieb
    """
)
NUMBER = r"(?:\d[\d.,]*|einem|einer|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf)"
UNIT = r"(?:Stunden?|Tage?n?|Werktage?n?|Arbeitstage?n?|Wochen?|Minuten?|Monate?n?|Sekunden?)"
_MUCH = r"\d[\d.,]* ?(?:%|Prozent)"


def _is_sentence(text: str, closed: bool) -> bool:
    found = words(_main_clause(text))
    if len(found) < 4:
        return False
    if found[0] == "Wir" or any(word in _FINITE for word in found) or re.search(r"\b[a-zäöüß]+en (?:wir|Sie)\b", text):
        return True
    if found[0][:1].isdigit():
        return False  # `30 Tage kostenlos testen` only looks like a sentence
    verbs = (w for w in found[1:8] if re.fullmatch(r"[a-zäöüß]+(?:t|te|ten)", w))
    return closed and any(w not in _NOT_VERBS and not w.startswith("ge") for w in verbs)


def _main_clause(text: str) -> str:
    """Leave out clauses that hang on a comma: their verb is not the sentence's."""
    return _HANGING.sub(" ", text)


_HANGING = re.compile(
    r"(?<=\w), (?:damit|die|der|das|den|dem|deren|dessen|weil|wenn|dass|sobald|bevor|wo)\b[^,]*(?:,|$)"
)


_HOUSE = re.compile(
    r"(?:Ihr|Der|Ein) (?P<what>[A-ZÄÖÜ]\w*(?:betrieb|haus|labor|büro|unternehmen|partner)) für (?P<matter>[A-ZÄÖÜ][\w-]+(?: und [A-ZÄÖÜ][\w-]+)?)(?: seit (?P<year>\d{4}))?"
)
"""`Ihr Meisterbetrieb für Gewerbekälte seit 1986`: what kind of house the seller is."""


def _complete(text: str, name: str) -> str | None:
    """Turn `Ihr Meisterbetrieb für Gewerbekälte` into a sentence about the seller."""
    house = _HOUSE.fullmatch(text)
    if house and name:
        since = f"seit {house['year']} " if house["year"] else ""
        return f"{name} ist {since}{house['what']} für {house['matter']}."
    return None


def _introduce(sentence: str, name: str) -> str | None:
    """Turn `Wir messen Räume.` into `Bei Rüttgers messen wir Räume.` or `Wir von Rüttgers messen Räume.`"""
    match = re.match(r"Wir (?P<verb>[a-zäöüß]+(?:en|ern|eln|sind)|sind)(?P<after>,| (?!wir\b))", sentence)
    if not match:
        return None
    owner = f"der {name}" if re.match(r"[A-ZÄÖÜ][a-zäöüß]+(?:ei|ung|schaft) ", name) else name
    if match["after"] == "," or chance(name, "introduced") < _WE_FIRST:
        return f"Wir von {owner} {match['verb']}{match['after']}{sentence[match.end() :]}"
    return f"Bei {owner} {match['verb']} wir {sentence[match.end() :]}"


_WE_FIRST = 0.5


_FELL = r"(?:sank|sanken|fiel|fielen|stieg|stiegen|ging|gingen|wuchs|wurde|wurden|dauert|dauern|kostet|kosten|hat|haben|ist|sind|spart|braucht)"
_AFTER_A_PHRASE = re.compile(
    rf"(?P<when>(?:Seit|Mit|Durch|Nach|In|Im|Binnen|Innerhalb|Über) [^,.]{{3,60}}?) (?P<verb>{_FELL}) (?!es\b|sie\b|er\b)(?P<rest>.*)$"
)
_AFTER_A_NOUN = re.compile(rf"(?P<what>(?:Der|Die|Das) (?:[a-zäöüß]+ )?[A-ZÄÖÜ][\w-]+) (?P<verb>{_FELL}) (?P<rest>.*)$")


def _owned(name: str, told: str) -> str | None:
    """Put the customer first and the verb after it: `Bei Velmede sank der Ausschuss um 9 Prozent.`"""
    if match := _AFTER_A_PHRASE.match(told) or _AFTER_A_NOUN.match(told):
        first = match.groupdict().get("when") or match["what"]
        return f"Bei {name} {match['verb']} {first[0].lower()}{first[1:]} {match['rest']}"
    return f"Ein Beispiel ist {name}: {told}"


def _suppose(sentence: str) -> str | None:
    """Refuse: in a German if-clause the verb moves to the end, which takes more than rules to get right."""
    return None


def _begin(sentence: str) -> str | None:
    """Write the first word small, as German letters do after the greeting, unless it is a noun or a name."""
    first, _, rest = sentence.partition(" ")
    if first.lower() in SMALL:
        return first.lower() + sentence[len(first) :]
    if not first[:1].isalpha() or not first[:1].isupper() or first == "Sie":
        return sentence
    following = rest.split(" ", 1)[0]
    if following[:1].isupper() and re.search(r"(?:e|er|es|en|em)$", first) and "-" not in first:
        return None
    return sentence


_MAKES = r"(?:ist|sind|fertigt|liefert|baut|bietet|macht|vermietet|verkauft|produziert|druckt|entwickelt|führt)"


def _topic(sells: str, name: str) -> str:
    """Read what is sold; what the seller does something to is another matter."""
    if name and re.match(rf"{re.escape(name.split()[0])} (?!{_MAKES} )[a-zäöüß]+t[, ]", sells):
        return ""
    return (
        _matter(sells, name)
        if not re.match(r"Wir\b", sells)
        or re.match(
            r"Wir (?:fertigen|liefern|bauen|produzieren|verkaufen|vermieten|bieten|drucken|bedrucken|entwickeln|verkürzen|senken)\b",
            sells,
        )
        else ""
    )


def _matter(sells: str, name: str) -> str:
    text = (
        re.sub(
            rf"^(?:{re.escape(name)}|{re.escape(name.split()[0])}) (?:{_MAKES}|(?:[a-zäöüß]+t(?:,| und)? )*[a-zäöüß]+t) ",
            "",
            sells.strip(),
        )
        if name
        else sells.strip()
    )
    text = re.sub(r"^Wir [a-zäöüß]+ ", "", text)
    head: list[str] = []
    for word in text.split():
        if re.match(
            r"(?:für|mit|in|im|bei|aus|ab|auf|an|am|zu|zum|zur|die|der|das|den|dem|einen?|eine|ohne|per|seit|über|durch|vom)$|[–—(|:-]+$",
            word,
        ):
            break
        head.append(word.rstrip(";:.") if word.endswith("-,") else word.strip(",;:."))
        if word.endswith((",", ";", ":", ".")) and not word.endswith("-,"):
            break
    return _noun_phrase(head)


def _noun_phrase(head: list[str]) -> str:
    if (
        not 1 <= len(head) <= 5
        or head[-1].lower() in _OPAQUE
        or head[-1].lower() in ("von", "nach", "und", "oder")
        or len(head[-1]) < 4
        or head[-1].endswith(("-", ","))
    ):
        return ""
    if not any(word[:1].isupper() for word in head[-1:]) or head[0].lower() in SMALL - {
        "neue",
        "alte",
        "große",
        "kleine",
    }:
        return ""
    if any(not word[:1].isupper() and word not in ("von", "nach", "und", "oder") and i for i, word in enumerate(head)):
        return ""
    if (
        len(head) > 1
        and re.fullmatch(r"[A-ZÄÖÜ][a-zäöüß]+er", head[0])
        and head[1][:1].isupper()
        and head[0].lower() not in SMALL
    ):
        return ""  # a masculine adjective changes after a preposition
    adjective = len(head) > 1 and re.fullmatch(r"[A-ZÄÖÜ][a-zäöüß]+(?:e|es)", head[0]) and head[1][:1].isupper()
    return " ".join([head[0].lower() if adjective else head[0], *head[1:]])


_LEGAL = r"(?:GmbH|AG|eG|KG|SE|GmbH & Co\. KG)"
_CUSTOMER = re.compile(
    rf"^(?:(?P<article>Die|Der|Das) )?(?P<name>(?:[A-ZÄÖÜ][\w&-]+ ){{1,3}}(?:[A-ZÄÖÜ][\w&-]+|{_LEGAL})) "
    r"(?:hat|senkte|sparte|spart|verkürzte|reduzierte|halbierte|produziert|rüstet|kam|plant|braucht|benötigt|liefert)\b"
)


def _customer(sentence: str, name: str) -> str:
    match = _CUSTOMER.match(sentence)
    if (
        not match
        or (name and name.split()[0] in match["name"])
        or re.match(r"(?:Unser|Jede|Alle|Im|In|Seit)", match["name"])
    ):
        return ""
    if not match["article"] and not re.search(_LEGAL + "$", match["name"]):
        return ""
    return f"{match['article'].lower()} {match['name']}" if match["article"] else match["name"]


GRAMMAR = Grammar(
    leaning=re.compile(
        r"(?:er|es|sie|ihr|ihre[nrsm]?|sein|seine[nrsm]?|dies\w*|jene\w*|solche\w*|aber|und|oder|doch|dann|so|sonst|daher|deshalb|darum|deswegen"
        r"|dabei|währenddessen|damit|dazu|dafür|davon|daran|darauf|daraus|dadurch|danach|dort|da|hier|auch|also|denn|außerdem|zudem|trotzdem|jedoch"
        r"|nicht|kein wunder|beide|andere|letztere|erstere|stattdessen|schließlich|anschließend|später|seitdem|warum|wie|was|wo"
        r"|das (?:ist|sind|war|heißt|geht|spart|bedeutet|kostet|bringt|macht|sorgt|liegt|funktioniert|gilt|Ergebnis|Problem|Ziel)"
        r"|wir (?:glauben|lieben|verstehen|wissen|hoffen|wollen)|unsere? (?:ziel|mission|vision|anspruch)|der Grund|die Folge|die Antwort|die Lösung)\b"
        r"|.* (?:siehe|hier|oben|unten)\b|.*\bweiß das\b|(?:\w+ ){1,3}später\b(?! als)",
        re.I,
    ),
    we=re.compile(r"\b(?:wir|uns|unser\w*)\b", re.I),
    you=re.compile(r"\b(?:Sie|Ihnen|Ihr|Ihre[mnrs]?)\b"),
    i=re.compile(r"\b(?:ich|mir|mich|mein\w*)\b", re.I),
    familiar=re.compile(r"\b(?:du|dir|dich|dein\w*|euch|euer|eure\w*)\b", re.I),
    hype=re.compile(
        r"\b(?:führend\w*|marktführ\w+|innovati\w+|einzigartig\w*|maßgeschneidert\w*|ganzheitlich\w*|\w*[lL]ösung(?:en)?|modernst\w*|zukunfts\w+"
        r"|hochwertig\w*|erstklassig\w*|leidenschaft\w*|rundum\w*|kompetent\w*|professionell\w*|optimal\w*|effizient\w*|nahtlos\w*"
        r"|revolution\w*|weltweit führend|best\w* Qualität|höchste\w*|state of the art|zuverlässig\w*|individuell abgestimmt)\b",
        re.I,
    ),
    seller_first=re.compile(r"(?:Wir|Unser|Unsere) [A-ZÄÖÜa-zäöüß]"),
    entry=re.compile(
        r"(?:muster|probe|pilot|kostenlos|gratis|erste (?:messung|diagnose|prüfung|lieferung|stunde)|diagnose|test(?:monat|lauf|phase))",
        re.I,
    ),
    noun_first=re.compile(
        r"\d|(?:im schnitt|ab|bis zu|rund|über|zwei|drei|vier|fünf|sechs|zehn|zwölf)\b|(?-i:[A-ZÄÖÜ][\w-]+ (?:in|im|innerhalb|binnen|nach|ab|auf|bis|für|zum)\b)",
        re.I,
    ),
    promise=re.compile(
        r"\b(?:wenn|falls|findet|weist|sind wir|garantie\w*|gewähr\w*|kostenlos\w*|zahlen sie|ersetz\w*|innerhalb|in (?:\w+) (?:minuten|stunden|\w*tagen)|nach \w+ \w*tagen|keine rechnung|zugesagt\w*|gebunden|kündbar)\b",
        re.I,
    ),
    risk=re.compile(
        r"\b(?:wenn|falls|findet|weist|sind wir|garantie\w*|gewähr\w*|kostenlos\w*|zahlen sie|ersetz\w*|keine rechnung|gebunden|kündbar)\b",
        re.I,
    ),
    is_sentence=_is_sentence,
    complete=_complete,
    introduce=_introduce,
    owned=_owned,
    suppose=_suppose,
    begin=_begin,
    topic=_topic,
    matter=_matter,
    customer=_customer,
    reduced=(
        re.compile(
            rf"(?P<piece>(?P<much>{_MUCH}) (?:weniger|kürzere|geringere|niedrigere|kleinere) (?P<what>[A-ZÄÖÜ][\w-]+))"
        ),
        re.compile(
            rf"\b(?:senkte|senkten|senkt|senken|reduzierte|reduzierten|verkürzte|verkürzten|verkürzt) (?:(?:ihre|ihren|seine|seinen|die|den|das) )?"
            rf"(?P<what>[A-ZÄÖÜ][\w-]+) um (?:bis zu |rund |etwa )?(?P<much>{_MUCH})"
        ),
        re.compile(
            rf"(?:^|die |Die )(?P<what>[A-ZÄÖÜ][\w-]+) (?:sank|sanken|fiel|fielen) (?:\w+ ){{0,4}}?um (?P<much>{_MUCH})"
        ),
    ),
)
