# ruff: noqa: E501 - one phrase or pattern per line reads better than a broken one
"""German, with Sie."""

import re

from core.llm.offline.language import Ask, Grammar, Language, Phrases, SubjectPhrases
from core.llm.offline.seller import Brief
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
_SMALL = word_set(
    """
    klein ob wie den falls versprechen behaupten rechtliche
    der die das den dem des ein eine einen einem einer eines kein keine keinen keiner wer was wo wie wann warum
    wenn falls weil da sobald solange bevor nachdem obwohl während ob dass in im an am auf aus bei beim mit nach
    seit von vom zu zum zur über unter vor hinter zwischen durch für gegen ohne um ab bis pro trotz wegen wir
    sie ihr unser unsere unseren unserem jeder jede jedes jeden jedem alle allen aller viele vielen viel mehr
    weniger manche manchen mancher einige einigen mehrere meist meistens oft selten nur schon noch erst fast
    rund etwa knapp heute morgens abends nachts jetzt hier dort zwei drei vier fünf sechs sieben acht neun zehn
    elf zwölf neue neuer neues neuen alte alter altes große großer kleine kleiner gute guter wenig wenige
    wenigen gemessen geliefert geprüft gefertigt man so ich behaupten versprechen
    """
)
_OPAQUE = word_set(
    """
    beratung software plattform lösung lösungen dienstleister dienstleistungen unternehmen partner agentur
    anbieter produkte leistungen services service team system systeme werkzeug werkzeuge experten profis app
    hersteller betrieb
    """
)
_NUMBER = r"(?:\d[\d.,]*|einem|einer|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf)"
_UNIT = r"(?:Stunden?|Tage?n?|Werktage?n?|Arbeitstage?n?|Wochen?|Minuten?|Monate?n?|Sekunden?)"
_MUCH = r"\d[\d.,]* ?(?:%|Prozent)"


def _is_sentence(text: str, closed: bool) -> bool:
    found = words(text)
    if len(found) < 4:
        return False
    if found[0] == "Wir" or any(word in _FINITE for word in found):
        return True
    if found[0][:1].isdigit():
        return False  # `30 Tage kostenlos testen` only looks like a sentence
    verbs = (w for w in found[1:8] if re.fullmatch(r"[a-zäöüß]+(?:t|te|ten)", w))
    return closed and any(w not in _NOT_VERBS and not w.startswith("ge") for w in verbs)


def _complete(text: str, name: str) -> str | None:
    return None


def _introduce(sentence: str, name: str) -> str | None:
    """Turn `Wir messen Räume.` into `Bei Rüttgers messen wir Räume.`; the verb keeps the second place."""
    match = re.match(r"Wir ([a-zäöüß]+(?:en|ern|eln|sind)|sind) (?!wir\b)", sentence)
    return f"Bei {name} {match[1]} wir {sentence[match.end() :]}" if match else None


def _owned(name: str, told: str) -> str | None:
    return f"Beispiel {name}: {told}"


def _suppose(sentence: str) -> str | None:
    """Refuse: in a German if-clause the verb moves to the end, which takes more than rules to get right."""
    return None


def _again(before: str, sentence: str, name: str) -> str:
    """Leave the name: which pronoun stands for it depends on its gender."""
    return sentence


def _begin(sentence: str) -> str | None:
    """Write the first word small, as German letters do after the greeting, unless it is a noun or a name."""
    first, _, rest = sentence.partition(" ")
    if first.lower() in _SMALL:
        return first.lower() + sentence[len(first) :]
    if not first[:1].isalpha() or not first[:1].isupper() or first == "Sie":
        return sentence
    following = rest.split(" ", 1)[0]
    if following[:1].isupper() and re.search(r"(?:e|er|es|en|em)$", first) and "-" not in first:
        return None
    return sentence


def _topic(sells: str, name: str) -> str:
    """Read what is sold; what the seller does something to is another matter."""
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
        re.sub(rf"^{re.escape(name)} (?:ist|sind|fertigt|liefert|baut|bietet|macht) ", "", sells.strip())
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
    if not any(word[:1].isupper() for word in head[-1:]) or head[0].lower() in _SMALL - {
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
        and head[0].lower() not in _SMALL
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


def _hello(brief: Brief) -> str:
    if brief.allows("anrede_name"):
        return "Guten Tag {{anrede_name}},"
    return "Guten Tag {{first_name}} {{last_name}}," if brief.allows("first_name", "last_name") else "Guten Tag,"


GRAMMAR = Grammar(
    leaning=re.compile(
        r"(?:er|es|sie|ihr|ihre[nrsm]?|sein|seine[nrsm]?|dies\w*|jene\w*|solche\w*|aber|und|oder|doch|dann|so|sonst|daher|deshalb|darum|deswegen"
        r"|dabei|währenddessen|damit|dazu|dafür|davon|daran|darauf|daraus|dadurch|danach|dort|da|hier|auch|also|denn|außerdem|zudem|trotzdem|jedoch"
        r"|nicht|kein wunder|beide|andere|letztere|erstere|stattdessen|schließlich|anschließend|später|seitdem|warum|wie|was|wo"
        r"|das (?:ist|sind|war|heißt|geht|spart|bedeutet|kostet|bringt|macht|sorgt|liegt|funktioniert|gilt|Ergebnis|Problem|Ziel)"
        r"|wir (?:glauben|lieben|verstehen|wissen|hoffen|wollen)|unsere? (?:ziel|mission|vision|anspruch)|der Grund|die Folge|die Antwort|die Lösung)\b"
        r"|.* (?:siehe|hier|oben|unten)\b|.*\bweiß das\b|(?:\w+ ){1,3}später\b",
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
    again=_again,
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

PHRASES = Phrases(
    hello=_hello,
    company=("{{company}}", "bei {{company}}", "für {{company}}"),
    nameless=("Ihr Unternehmen", "bei Ihnen", "für Sie"),
    who=("Ich arbeite bei <name>: <sells>.",),
    who_area="Ich arbeite bei <name>, im Bereich <area>.",
    who_only=("Ich arbeite bei <name>.",),
    pains=(
        "Wenig kostet im Alltag so viel Zeit wie <pain>.",
        "Kaum etwas wird so oft aufgeschoben wie <pain>.",
    ),
    pain_clauses=(),
    hypotheses=(
        "Falls Sie <at_company> auf <reduced> schauen, hilft vielleicht eine Zahl zum Vergleich.",
        "Falls es <at_company> dieses Jahr um <topic> geht, spart Ihnen das vielleicht eine Suche.",
        "Wer Angebote für <topic> vergleicht, merkt den Unterschied meist erst nach dem Auftrag.",
        "Falls Sie <topic> verantworten, ist eine zweite Möglichkeit nie verkehrt.",
    ),
    asks=(
        Ask("Kennen Sie das <at_company> auch?", "scene"),
        Ask("Ist das <at_company> anders?", "scene"),
        Ask("Kommt Ihnen das bekannt vor?", "scene"),
        Ask("Haben Sie das <at_company> schon im Griff?", "scene"),
        Ask("Soll ich Ihnen schreiben, wie <customer> vorgegangen ist?", "customer"),
        Ask("Möchten Sie wissen, was <customer> geändert hat?", "customer"),
        Ask("Geht es <at_company> dieses Jahr auch um <topic>?", "topic"),
        Ask("Haben Sie <topic> dieses Jahr auf der Liste?", "topic"),
        Ask("Suchen Sie <at_company> gerade jemanden für <topic>?", "topic"),
        Ask("Wer kümmert sich <at_company> um <topic>?", "topic"),
        Ask("Gibt es <at_company> eine Zahl für <reduced>?", "reduced"),
        Ask("Wäre das ein passender erster Schritt <for_company>?", "offer"),
        Ask("Käme ein Versuch zu diesen Bedingungen infrage?", "offer"),
        Ask("Gibt es <at_company> einen Fall, an dem Sie das prüfen würden?", "offer"),
        Ask("Wäre das <for_company> ein Thema?"),
        Ask("Würde Ihnen das <at_company> helfen?"),
        Ask("Könnten Sie das <at_company> gebrauchen?"),
        Ask("Läuft das <at_company> heute anders?"),
        Ask("Lohnt sich <for_company> ein zweiter Blick?", "short"),
        Ask("Wäre das <at_company> brauchbar?", "short"),
        Ask("Ist das dieses Jahr wichtig für Sie?", "short"),
        Ask("Würde Ihnen ein Muster helfen?", "sample"),
        Ask("Wäre ein Muster <for_company> nützlich?", "sample"),
        Ask("Würden Sie das <at_company> ausprobieren?", "trial"),
        Ask("Wäre ein Test <at_company> denkbar?", "trial"),
        Ask("Wäre ein erster Besuch <at_company> sinnvoll?", "visit"),
        Ask("Wäre eine solche Prüfung <at_company> nützlich?", "audit"),
        Ask("Gibt es <at_company> etwas, wofür Sie einen Preis bräuchten?", "quote"),
    ),
    goals=("Wäre <goal> für Sie interessant?", "Würde Ihnen <goal> helfen?"),
    goal_verbs=(),
    yours=lambda reduced: "",
    talk="Wäre das <for_company> ein Gespräch wert?",
    leads={
        "time": ("Die Dauer:",),
        "offer": (
            "Unser Angebot:",
            "Für den Anfang:",
        ),
        "proof": (
            "<name> in Zahlen:",
            "Eine Zahl von uns:",
            "Unsere Zahl:",
        ),
        "guarantee": (
            "Unsere Zusage:",
            "Was wir zusagen:",
        ),
        "price": (
            "Unser Preis:",
            "Was es kostet:",
        ),
    },
    quoted=(
        "<customer> sagt es so: „<told>“",
        "<customer> berichtet: „<told>“",
    ),
    lowered=re.compile(r"(?!)"),
    hooks={
        "guarantee": (
            "Falls <at_company> das Risiko die offene Frage ist:",
            "Falls jemand <at_company> für das Risiko unterschreiben muss:",
        ),
        "offer": (
            "Falls Ausprobieren leichter ist als Entscheiden:",
            "Falls eine große Entscheidung gerade zu viel ist:",
            "Falls Sie es erst einmal sehen möchten:",
        ),
        "price": (
            "Falls <at_company> das Budget entscheidet:",
            "Falls der Preis die offene Frage ist:",
        ),
        "proof": ("Falls <reduced> <at_company> ein Thema ist:",),
        "mechanism": ("Falls Sie wissen möchten, wie das mit <topic> abläuft:",),
        "time": (
            "Falls <at_company> das Warten teuer ist:",
            "Falls <at_company> die Zeit knapp ist:",
        ),
        "norm": (
            "Falls ein neuer Lieferant <at_company> durch das Audit muss:",
            "Falls <at_company> Nachweise über die Freigabe entscheiden:",
        ),
        "count": (),
        "about": (),
        "does": (),
        "audience": (),
    },
    small_asks={
        "guarantee": (
            "Wäre ein erster Versuch mit <name> damit leichter?",
            "Ist das <at_company> der offene Punkt?",
        ),
        "offer": (
            "Würden Sie damit anfangen?",
            "Wäre <name> Ihnen diesen ersten Schritt wert?",
            "Wäre das ein einfacher erster Schritt <for_company>?",
        ),
        "price": (
            "Liegt das in Ihrem Rahmen?",
            "Passt das in Ihr Budget?",
            "Läge <name> damit in Ihrem Rahmen?",
        ),
        "proof": (
            "Wie sieht das <at_company> aus?",
            "Wäre ein solches Ergebnis für Sie wichtig?",
            "Wäre <name> damit einen Vergleich wert?",
        ),
        "mechanism": (
            "Passt das zu Ihren Abläufen?",
            "Läuft das <at_company> anders?",
            "Würde <name> damit zu Ihren Abläufen passen?",
            "Wäre <name> damit eine Möglichkeit <for_company>?",
        ),
        "time": (
            "Wäre das schnell genug für Sie?",
            "Wäre <name> damit schnell genug für Sie?",
        ),
        "norm": (
            "Ist das <at_company> eine Bedingung?",
            "Käme <name> damit auf Ihre Lieferantenliste?",
        ),
        "count": (
            "Suchen Sie solche Erfahrung?",
            "Passt <name> damit zu dem, was Sie suchen?",
        ),
        "about": (
            "Suchen Sie solche Erfahrung?",
            "Passt <name> damit zu dem, was Sie suchen?",
        ),
        "does": (
            "Sind Sie dafür die richtige Ansprechperson?",
            "An wen <at_company> sollte ich mich dazu wenden?",
        ),
        "audience": ("Trifft das auf <company> zu?",),
    },
    last_resort=("Ich schicke Ihnen gern das Wichtigste über <name> auf einer halben Seite.",),
    either_way="Auch ein kurzes Nein hilft mir weiter.",
    subjects=SubjectPhrases(
        problem=("<reduced> <at_company>", "<topic> <at_company>"),
        outcome=("<reduced> um <much> gesenkt", "<reduced> <much>"),
        customer=("wie <customer> vorging",),
        plain=("<topic> von <name>", "<name> und <company>", "<name> in Kürze", "Kurz zu <name>"),
        within=(
            re.compile(
                rf"(?<!\w)(?P<piece>(?P<noun>[A-ZÄÖÜ][\w-]+) (?:in|innerhalb von|binnen|nach) {_NUMBER} {_UNIT})"
            ),
            re.compile(
                rf"^(?:(?:Eine?|Der|Die|Das) )?(?P<noun>[A-ZÄÖÜ][\w-]+) (?:gibt es|kommt|kommen|liegt|sind) (?P<time>(?:in|innerhalb von|binnen|nach) {_NUMBER} {_UNIT})"
            ),
        ),
        kept=lambda sentence: "",
        terms=(
            re.compile(r"\b(?P<piece>(?:\d+|[a-zäöü]+) Jahre Garantie)\b"),
            re.compile(r"(?P<piece>\d+ Tage kostenlos(?: testen)?)\b"),
            re.compile(r"\b(?P<piece>[Kk]ostenlose [A-ZÄÖÜ][\w-]+)\b"),
            re.compile(r"\b(?P<piece>Festpreis(?: (?:pro|je) [A-ZÄÖÜ]\w+)?)\b"),
            re.compile(r"\b(?P<piece>(?:Prüfprotokoll|Messprotokoll|Protokoll) (?:zu|für) jede[rs]? [A-ZÄÖÜ]\w+)"),
        ),
        counted=re.compile(
            rf"(?<![\w,.])(?P<piece>\d[\d.,]* (?!{_UNIT}\b|Prozent|Euro|Stück)[A-ZÄÖÜ][\w-]+(?: (?:in|im) [A-ZÄÖÜ][\w-]+)?)(?=[ ,.]|$)"
        ),
        is_noun=lambda word: word[:1].isupper() and word.lower() not in _SMALL,
        keeps_case=True,
    ),
)

GERMAN = Language(code="de", grammar=GRAMMAR, phrases=PHRASES)
