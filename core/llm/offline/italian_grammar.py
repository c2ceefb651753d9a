# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""How Italian sentences are recognised, and the few safe ways to change them; the formal address is Lei."""

import re
from itertools import pairwise

from core.llm.offline.clause import names_of
from core.llm.offline.language import Grammar
from core.llm.offline.sentences import head_of, small_head, without_last_of
from core.sentences import word_set, words

FINITE = word_set(
    """
    è sono era erano sarà ha hanno aveva avevano può possono deve devono va vanno viene vengono fa fanno dà danno sta
    stanno sa sanno vuole vogliono arriva arrivano torna tornano passa passano dura durano resta restano rimane
    rimangono riceve ricevono risponde rispondono paga pagano costa costano vale valgono serve servono basta bastano
    manca mancano perde perdono riduce riducono evita evitano risparmia risparmiano copre coprono include includono
    comprende comprendono contiene contengono permette permettono consente consentono richiede richiedono dipende
    dipendono cambia cambiano diventa diventano comincia cominciano inizia iniziano finisce finiscono esce escono
    entra entrano scende scendono sale salgono cala calano cresce crescono aspetta aspettano attende attendono blocca
    bloccano ferma fermano lavora lavorano usa usano utilizza utilizzano produce producono fornisce forniscono
    realizza realizzano costruisce progetta progettano vende vendono consegna consegnano prepara preparano segnala
    segnalano propone propongono stima stimano calcola calcolano legge leggono scrive scrivono avvisa avvisano
    controlla controllano misura misurano verifica verificano registra registrano porta portano tiene tengono mette
    mettono prende prendono parte partono segue seguono chiude chiudono apre aprono trova trovano decide decidono
    chiede chiedono accade succede capita capitano supera superano rientra rientrano recupera recuperano ritira
    ritirano sostituisce ripara riparano traduce traducono stampa stampano lava lavano noleggia noleggiano analizza
    analizzano seleziona forma ricicla scopre ottiene ottengono rende rendono nasce nascono soffia squilla sposta gira
    girano consuma consumano spreca sprecano interviene intervengono garantisce protegge gestisce gestiscono offre
    offrono collega collegano mostra mostrano
    """
)
"""Verb forms that tell a statement; those that are nouns as well count only without an article before them."""
_DETERMINERS = word_set(
    """
    il lo la i gli le un uno una l' di del della dei delle degli dello al alla ai alle agli allo dal dalla dai dalle nel
    nella nei nelle sul sulla sui sulle per con in a da senza ogni nostro nostra nostri nostre suo sua suoi sue questo
    questa prima seconda terza ultima unica nuova stessa
    """
)
_OPAQUE = word_set(
    """
    piattaforma azienda software agenzia servizio servizi partner squadra strumento strumenti sistema sistemi fornitore
    soluzione soluzioni prodotto prodotti consulenza consulenti esperti produttore studio società applicazione app
    """
)
NUMBER = r"(?:\d[\d.,]*|un|uno|una|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|dodici|quindici|venti|ventiquattro|trenta|quarantotto)"
UNIT = r"(?:or[ae](?: lavorative)?|giorn[oi](?: lavorativ[oi])?|settiman[ae]|minut[oi]|mes[ei]|second[oi])"
_MUCH = r"\d[\d.,]* ?(?:%|per cento)"
_WE = r"(?!richiamo|chiamo|reclamo)[a-zàèéìòù]*iamo"
WE_VERB = rf"(?!Richiamo|Chiamo)[A-ZÀÈÉÌÒÙ][a-zàèéìòù]*iamo|(?:Ci|Vi|Non|Non ci) {_WE}"
_SINCE = r"(?P<since>(?:D(?:a|al|ai|alla)|Nel|In|Ogni|Per|A|Oggi|Qui|Su|Con|Dopo|Entro) ?(?:[\wàèéìòù%'’.-]+ ){0,6}?(?!richiamo|chiamo))(?P<we>(?:(?:ci|vi) )?(?!richiamo|chiamo)[a-zàèéìòù]*iamo)\b"
_STOP = re.compile(
    r"(?:per|con|in|a|al|alla|allo|all['’]\w+|ai|agli|alle|che|senza|da|dal|dalla|dai|dalle|dall['’]\w+|e|ed|o|oppure|cui|dove|fino|su|sul|sulla|sui|sulle|tra|fra|nel|nella|nei|nelle|nell['’]\w+|entro|partendo|presso)$|[–—(|:-]+$",
    re.I,
)
_ARTICLE = r"(?:(?:il|lo|la|i|gli|le|un|uno|una|dei|degli|delle|del|della) |l['’]|un['’]|dell['’])"


def _bare(word: str) -> str:
    """Return a word without the article or preposition that is elided before it."""
    return re.sub(r"^[a-zà-ù]+['’]", "", word)


def _tells(found: list[str]) -> bool:
    """Tell whether a finite verb stands behind the first word, with no article before it."""
    return any(_bare(word) in FINITE and before not in _DETERMINERS for before, word in pairwise(found))


_WHICH = re.compile(r"(?<!^)\b(?:che|cui|dove)\b[^,;:]*")
"""A clause that tells more of a noun: its verb is not the sentence's."""
_AFTER_VERBS = word_set("il lo la i gli le un uno una anche sempre subito ogni non poco molto quando mentre")


def _acts(found: list[str]) -> bool:
    """Tell whether a word ends like a verb, with its object or an adverb behind it and no article before it."""
    threes = zip(found, found[1:], found[2:], strict=False)
    return any(
        word.endswith(("a", "e", "ano", "ono"))
        and len(word) > 3
        and after in _AFTER_VERBS
        and before not in _DETERMINERS | _AFTER_VERBS
        and word not in ("come", "anche", "oltre", "dove", "senza", "contro", "sopra", "sotto", "entro", "presso")
        for before, word, after in threes
    )


def _is_sentence(text: str, closed: bool) -> bool:
    found = [word.lower() for word in words(text)]
    if len(found) < 4:
        return False
    outside = found if closed else [word.lower() for word in words(_WHICH.sub(" ", text))]
    if re.match(rf"(?:{WE_VERB})\b", text) or re.match(_SINCE, text) or _tells(outside) or (closed and _acts(found)):
        return True
    told = any(re.fullmatch(r"[a-zàèéìòù]{3,}(?:ò|arono|irono|erono)", word) for word in found[1:])
    return (told and not {"però", "perciò"} & set(found)) or (closed and any(re.fullmatch(_WE, w) for w in found))


def _introduce(sentence: str, name: str) -> str | None:
    """Name the seller as `Noi di Halden`: right for a name of any gender, and Italian leaves `noi` out otherwise."""
    if re.match(rf"(?:{WE_VERB})\b", sentence):
        return f"Noi di {name} {sentence[0].lower()}{sentence[1:]}"
    match = re.match(_SINCE, sentence)
    within = match and not _tells(match["since"].lower().split()) and "," not in match["since"]
    return f"{match['since']}noi di {name} {sentence[match.start('we') :]}" if match and within else None


def _owned(name: str, told: str) -> str | None:
    """Put the customer before its verb, or `Presso` before a sentence with a subject of its own."""
    if re.match(r"[A-ZÀÈÉ][\w-]* [A-ZÀÈÉ]", told) or ": " in told:
        return None
    kind = re.match(rf"{_ARTICLE}{re.escape(name.split()[0].lower())} (?=[a-zàèéìòù])", told, re.I)
    if kind:  # `Il pastificio ha rinviato …` told of Pastificio Corderi
        return f"{name} {told[kind.end() :]}"
    customer = re.sub(rf"^({_ARTICLE})", lambda found: found[0].lower(), name, flags=re.I)
    verb = re.match(r"(?:ha|usa|produce|vende|spedisce|risparmia|lavora|è) ", told, re.I)
    return f"{name} {told[0].lower()}{told[1:]}" if verb else f"Presso {customer}, {told[0].lower()}{told[1:]}"


def _suppose(sentence: str) -> str | None:
    match = re.match(r"(?:Lei|Voi) (?=[a-zàèéìòù])", sentence)
    if not match or sentence.count(",") > 1:
        return None
    return f"Se {sentence[0].lower()}{sentence.rstrip('.')[1:]}, si può fare in un altro modo."


def _again(before: str, sentence: str, name: str) -> str:
    """Leave the name out where its verb follows at once, as Italian does with a subject that is known."""
    rest = sentence.removeprefix(f"{name} ")
    verb = rest.split(" ", 1)[0]
    goes_on = before.startswith(f"{name} ") and rest != sentence and verb in FINITE
    return f"{verb[:1].upper()}{rest[1:]}" if goes_on else sentence


_SELLS = r"(?:produ\w+|vend\w+|forn\w+|offr\w+|nolegg\w+|progett\w+|costru\w+|realizz\w+|stamp\w+|fabbric\w+|prepar\w+)"
_DOES = r"(?:ripara|manutiene|traduce|lava|analizza|misura|tara|installa|monta|gestisce|cerca|raccoglie|ritira|recupera|assiste)"


def _third(sells: str, name: str) -> re.Match[str] | None:
    """Read the seller and its verbs before what it makes or works on: `Brentari ripara e manutiene`."""
    names = "|".join(map(re.escape, names_of(name))) if name else "(?!)"
    verb = rf"(?:{_SELLS}|{_DOES})"
    return re.match(rf"(?:Il |Lo |La |L['’])?(?:{names}) (?P<verb>{verb})(?:(?:, | e ){verb})* ", sells)


def _topic(sells: str, name: str) -> str:
    """Read what is sold; what the seller does something to is another matter."""
    told = re.match(rf"(?:{WE_VERB})\b", sells) or re.match(_SINCE, sells)
    third = _third(sells, name)
    verb = third["verb"] if third else told[0].split()[-1] if told else "vende"
    return _matter(sells, name) if re.match(_SELLS, verb, re.I) else ""


def _matter(sells: str, name: str) -> str:
    if re.match(r"(?:Siamo|Ci|Non) ", sells):
        return ""
    third = _third(sells.strip(), name)
    text = sells.strip()[third.end() :] if third else sells.strip()
    if name and re.search(rf"\b{re.escape(name.split()[0])}\b", text):
        return ""
    since = re.match(_SINCE, text)
    text = re.sub(rf"^(?:{WE_VERB})(?:(?:,| e) {_WE})* ", "", text[since.start("we") :].capitalize() if since else text)
    text = re.sub(rf"^{_ARTICLE}", "", text, flags=re.I)
    head = head_of(text.split(), _STOP.match)
    if len(head) == 1 and f"{head[0]}, " in text:  # one thing of a list: with the next one it is what is sold
        return _pair(head[0], text.partition(f"{head[0]}, ")[2])
    return _noun_phrase(head)


def _pair(first: str, rest: str) -> str:
    """Return the first two things of a list, `lenzuola e asciugamani`; empty where the second is not certain."""
    second = re.match(r"[a-zàèéìòù]+(?: (?!e |per |di )[a-zàèéìòù]+)?(?=,| e | ed | per |$)", rest)
    both = [*filter(None, (_noun_phrase([first]), _noun_phrase(second[0].split()) if second else ""))]
    return f"{both[0]} {'ed' if both[1].startswith('e') else 'e'} {both[1]}" if len(both) == 2 else ""


def _noun_phrase(head: list[str]) -> str:
    small = ("di", "del", "della", "dei", "delle", "degli", "dello")
    head = without_last_of(head, small, longest=3) if len(head) > 4 else head
    if not 1 <= len(head) <= 5 or head[-1].lower() in _OPAQUE | {*small, "il", "la", "lo"} or len(head[-1]) < 4:
        return ""
    if any(_bare(word.lower()) in _UNSURE or word.lower() in FINITE & {"è", "sono"} for word in head):
        return ""
    if re.search(r"(?:[aei]re|iamo|ando|endo|mente)$", head[0].lower()) and head[0].lower() not in _RE_NOUNS:
        return ""
    return small_head(head)


_UNSURE = word_set(
    "suo sua suoi sue tuo tua tuoi tue nostro nostra nostri nostre vostro vostra tutto tutti tutte ogni chi"
)
_RE_NOUNS = word_set("caldaie camere minutere cere fiere filiere materie ringhiere lamiere cerniere")
_CUSTOMER = re.compile(
    r"(?:^|(?<=\s))(?P<name>(?:[LlUu]n?['’]|(?:[Ll]a|[Ii]l|[Ll]o) )?(?:(?:cooperativa|cantina|azienda|panificio|caseificio|frantoio|clinica|hotel|officina|ditta) )?"
    r"[A-ZÀÈÉ][\wàèéìòù&'’-]+(?: (?:di|del|della|dei|e|&|[A-ZÀÈÉ][\wàèéìòù&'’-]+)){1,4}) "
    r"(?:ha (?:ridotto|risparmiato|tagliato|abbassato|dimezzato|eliminato|guadagnato|portato|smesso|chiuso|recuperato|evitato)|risparmia|produce)\b"
)


def _customer(sentence: str, name: str) -> str:
    match = _CUSTOMER.search(sentence)
    if (
        not match
        or (name and name.split()[0] in match["name"])
        or re.match(r"(?:Nostr|In|Dal?|Ogni|I|Le|Gli|Tutt|Nel|Con|Dopo)\b", match["name"])
    ):
        return ""
    bare = re.sub(rf"^{_ARTICLE}", "", match["name"], flags=re.I)
    return re.sub(r"^[a-zàèéìòù]+ (?=[A-ZÀÈÉ])", "", bare)


_IMPERSONAL = word_set(
    "basta bastano serve servono capita capitano accade succede manca mancano parte porta misura stampa forma paga"
)
"""Verbs that may open a sentence; before any other the subject was named in the sentence before."""
_NO_PREPOSITION = r"(?!(?:in|per|su|sugli|sui|sulle|sul|sulla|nei|nel|nella|nelle|con|a|al|alla|e|da)\b)"
_WHAT = rf"(?P<what>[a-zàèéìòù]+(?: (?:d['’]|(?:di|del|della|dei|delle) )?{_NO_PREPOSITION}[a-zàèéìòù]+){{0,2}})"
_OBJECT = r"(?P<what>[a-zàèéìòù]+(?: (?:d['’])?[a-zàèéìòù]+){0,3}?)"
_LOWERED = r"\b(?:ridott[oaie]|abbassat[oaie]|tagliat[oaie]|riduce|riducono) (?:(?:il|lo|la|i|gli|le) |l['’])(?:su[ao] |suoi |sue )?"
_AGREEING = (
    (r"(?:[Ii]l |[Ll]o |[Ll]['’])", "o"),
    (r"(?:[Ll]a |[Ll]['’])", "a"),
    (r"(?:[Ii] |[Gg]li )", "i"),
    (r"[Ll]e ", "e"),
)
"""Articles, and the ending of a participle that agrees with them."""


def _fallen(article: str, ending: str) -> tuple[re.Pattern[str], ...]:
    """Return where something has fallen: from one figure to another, or by a share; the participle says what fell."""
    subject = rf"(?:^|(?<=[\s,;])){article}{_WHAT}(?: (?:su|sugli?|sui|sulle?|nei|nelle|in|per|di|del|della|dei|delle|dell['’]) ?[\w '’]+?)?"
    been = "è" if ending in "oa" else "sono"
    fell = rf"{been} (?:sces|calat|diminuit|pass?at){ending}"
    now = r"scende|cala" if ending in "oa" else r"scendono|calano"
    span = r"(?P<much>da(?:l|ll['’])? ?\d[\d.,]*(?: ?%)? a(?:l|ll['’])? ?\d[\d.,]*(?: ?%)?)"
    return (
        re.compile(rf"{subject} {fell} {span}"),
        re.compile(rf"{subject} (?:{fell}|{now})(?: in media)? (?:del |dell['’])(?P<much>{_MUCH})"),
    )


GRAMMAR = Grammar(
    leaning=re.compile(
        r"(?:esso|essa|essi|esse|lui|lei|loro|questo|questa|questi|queste|quest['’]\w+|quello|quella|quelli|quelle|ciò|ma|e|o|oppure|così|quindi|poi|dunque|allora|anche|inoltre|infine"
        r"|per questo|perciò|pertanto|tuttavia|però|invece|più tardi|nel frattempo|qui|lì|là|ecco|lo stesso|il (?:resto|risultato|motivo|problema|primo|secondo|terzo)"
        r"|la (?:ragione|risposta|causa|seconda|prima)|entramb[ie]|l['’]altr[oa]|gli altri|le altre|un altro|un['’]altra|altr[oaie]|ad? esempio|per esempio|come|perché|che|crediamo|sappiamo|pensiamo"
        r"|la nostra (?:missione|visione)|suo|sua|suoi|sue|i suoi|le sue|il suo|la sua|né|no|non solo|sì|nessuno|noi (?:lo|la|li|le|ne|ci)|tutto questo|in (?:questo|tal) modo|altrimenti|di conseguenza)\b"
        rf"|(?:{'|'.join(sorted(FINITE - _IMPERSONAL))}|(?:lo|la|li|le|ne) (?:[a-zàèéìòù]+iamo|ha|fa|fanno))\b|.*\bè (?:successo|accaduto|capitato)\b|.*\b(?:lo|la|li|le) si [a-z]+"
        r"|(?:\w+ ){1,2}(?:ne [a-zàèéìòù]+|(?:lo|la|li|le) (?:chiede|paga|vede|usa|scopre|legge|trova|prende|porta|fa|sa|tiene|mette))\b"
        r"|(?:il|lo|la|i|gli|le) (?!.*\d)[^,]{3,40} (?:è stat[oa]|sono stat[ie])\b"
        r"|.*\b(?:qui sotto|qui sopra|per saperne|clicc\w+|scopr[ai])\b|(?:\w+ ){1,3}(?:dopo|più tardi)\b",
        re.I,
    ),
    we=re.compile(r"\b(?:noi|nostr[oaie]|ci (?=[a-z]+iamo)|(?!richiamo|chiamo)\w{2,}iamo)\b", re.I),
    you=re.compile(
        r"\b(?:Lei|Suo|Sua|Suoi|Sue|[Vv]oi|[Vv]i|[Vv]ostr[oaie])\b|(?<=[a-zàèéìòù,;] )(?:Le|La)\b|\b\w+ar(?:Le|La)\b|^(?:Le|La) (?=\w+(?:ebbe|isce)\b)|\b(?:avete|siete|potete|dovete|volete|fate|\w+(?:er|ir)este)\b"
    ),
    i=re.compile(r"\b(?:io|mi|mio|mia|miei|mie|me|ho|sono rimast[oa])\b", re.I),
    familiar=re.compile(
        r"\b(?:tu|tuo|tua|tuoi|tue|ti|te|vuoi|puoi|devi|hai|sai|fai|sei(?= (?:un|il|la|alla|al|in|pronto|sicuro)\b)|scegli|paghi|ricevi|firmi|colleghi|carichi|prenoti|usi|chiedi|perdi|trovi|vedi"
        r"|scopri|gestisci|decidi|inserisci|ottieni|disdici|compri|vendi|tieni|metti|lasci|conosci|imposti|confermi|approvi|pubblichi|non \w+i (?:nulla|niente)|se (?:non )?risparmi)\b",
        re.I,
    ),
    hype=re.compile(
        r"\b(?:leader\w*|innovativ\w*|innovazion\w*|soluzion\w*|unic[oaie]|su misura|chiavi in mano|rivoluzion\w+|eccellen\w*|passion\w*|appassionat\w+|avanguardia|miglior\w*|ottimizz\w+|trasform\w+"
        r"|alta qualità|ultima generazione|numero uno|punto di riferimento|potent[ei]|professionalità|serenità|tranquillità|a 360|integrat\w*|affidabil\w*|orgoglio\w*)\b",
        re.I,
    ),
    seller_first=re.compile(
        rf"(?:(?:{WE_VERB})\b|(?:Il|La|I|Le) nostr[oaie]\b|Noi (?:di )?[\wÀ-ù]|{_SINCE}),? ?[a-zàèéìòùA-ZÀÈÉÌÒÙ0-9]?"
    ),
    entry=re.compile(
        r"\b(?:prova|campion[ei]|campionatura|gratuit[oaie]|gratis|senza costi|pilota|diagnosi|audit|prim[oa] (?:ordine|sopralluogo|colloquio|visita|analisi|fornitura|intervento))\b",
        re.I,
    ),
    noun_first=re.compile(
        r"\d|(?:un|uno|una|dei|delle|senza|preventivo|sopralluogo|garanzia|risposta|consegna|montaggio|prezzo|progetto|bozza|campionatura|campioni?|ritiro|intervento|assistenza|rimborso|sostituzione|ristampa|prova|taratura|spedizione|referto|rapporto|fino a|in media|due|tre|quattro|cinque|dieci|trenta)\b",
        re.I,
    ),
    promise=re.compile(
        r"\b(?:se|garan\w*|gratis|gratuit\w*|rimbors\w*|senza (?:costi|spese|penali)|(?:in|entro) \w+ (?:ore|minuti|giorni)|meno di|compres[oaie]|inclus[oaie]|a nostr[oae] (?:spese|carico)|non si paga|non è dovut[oa]|recedere|disdire|ripet\w+)\b",
        re.I,
    ),
    risk=re.compile(
        r"\b(?:se|garan\w*|gratis|gratuit\w*|rimbors\w*|senza (?:costi|spese|penali)|a nostr[oae] (?:spese|carico)|non si paga|non è dovut[oa]|recedere|disdire)\b",
        re.I,
    ),
    is_sentence=_is_sentence,
    introduce=_introduce,
    owned=_owned,
    suppose=_suppose,
    again=_again,
    topic=_topic,
    matter=_matter,
    customer=_customer,
    reduced=(
        re.compile(rf"{_LOWERED}{_OBJECT} del(?:l['’])? ?(?P<much>{_MUCH})"),
        re.compile(
            rf"{_LOWERED}{_OBJECT} (?P<much>da(?:l|ll['’])? ?\d[\d.,]*(?: ?%)? a(?:l|ll['’])? ?\d[\d.,]*(?: ?%)?)"
        ),
        *(pattern for article, ending in _AGREEING for pattern in _fallen(article, ending)),
        re.compile(rf"(?P<piece>(?P<much>{_MUCH}) di (?P<what>[a-zàèéìòù]+) in meno)"),
    ),
)
