# ruff: noqa: E501 - one phrase or pattern per line reads better than a broken one
"""Italian: Lei for the reader, `voi` for the reader's company, as Italian business letters do."""

import re

from core.llm.offline.italian_grammar import GRAMMAR, NUMBER, UNIT
from core.llm.offline.language import Ask, Language, Phrases, SubjectPhrases
from core.llm.offline.seller import Brief
from core.sentences import word_set

_FEMININE_PLURALS = word_set(
    "perdite scorte spese ore attese rotture giacenze penali telefonate chiamate code emissioni fughe bollette rese"
)
_TIMED = word_set(
    """
    preventivo preventivi risposta risposte consegna consegne intervento interventi tecnico tecnici ricambio ricambi
    rapporto rapporti referto referti campione campioni campionatura prototipo prototipi spedizione spedizioni ritiro
    riparazione riparazioni offerta turno turni avvio montaggio installazione progetto bozza etichette report pezzi
    attivazione rimborso sostituzione ordine ordini sopralluogo taratura tarature collaudo traduzione traduzioni stampa
    """
)
"""Nouns that a time may follow; any other word before it may be an adjective: `nell'armadio giusto entro 72 ore`."""
_NO_FEMININE = word_set("problema sistema programma tema")


def _hello(brief: Brief) -> str:
    return "Buongiorno {{first_name}}," if brief.allows("first_name") else "Buongiorno,"


def _yours(reduced: str) -> str:
    """Put `vostro` in the gender and number that the noun's ending shows; empty where it shows neither."""
    noun = reduced.split()[0].lower()
    if noun in _FEMININE_PLURALS or noun.endswith("ioni"):
        return f"le vostre {reduced}"
    if noun.endswith(("ione", "tà")) or (noun.endswith("a") and noun not in _NO_FEMININE):
        return f"la vostra {reduced}"
    if noun.endswith("o"):
        return f"il vostro {reduced}"
    return f"i vostri {reduced}" if noun.endswith("i") and noun not in ("parti", "luci", "mani") else ""


_DONE = {"interveniamo": "intervento", "rispondiamo": "risposta", "consegniamo": "consegna", "spediamo": "spedizione"}
_PROMISED = re.compile(rf"\b(?P<verb>{'|'.join(_DONE)}) (?P<time>(?:entro|in) {NUMBER} {UNIT})\b", re.I)

_IF_LATE = re.compile(
    r"\b[Ss]e [^,]{3,60}?(?:non arriva|arriva (?:dopo|in ritardo))\b[^,]*, (?:il |lo |la |l['’])(?P<fee>[a-zàèéìòù]+)[^,]*?(?: non si paga| non è (?P<due>dovut[oa])| è (?P<free>gratuit[oa]))\b"
)
_FIRST_FREE = re.compile(
    r"\b(?:[Ii]l|[Ll]a|[Ll]e|[Ii]) (?P<what>prim[oaei] (?:\w+ )?\w+) (?:è|sono) (?P<free>gratuit[oaie])\b"
)


def _kept(sentence: str) -> str:
    """Say `Interveniamo entro 24 ore` as `intervento entro 24 ore`, and what is not paid for when it comes late."""
    if match := _PROMISED.search(sentence):
        return f"{_DONE[match['verb'].lower()]} {match['time']}"
    if first := _FIRST_FREE.search(sentence):
        return f"{first['what']} {first['free']}"
    late = _IF_LATE.search(sentence)
    if not late:
        return ""
    if late["free"]:
        return f"se tarda, {late['fee']} {late['free']}"
    return f"se tarda, {late['fee']} non {late['due']}" if late["due"] else "se tarda, non si paga"


PHRASES = Phrases(
    hello=_hello,
    company=("{{company}}", "presso {{company}}", "per {{company}}"),
    nameless=("la vostra azienda", "da voi", "per voi"),
    who=("Le scrivo per conto di <name> a proposito di <sells>.",),
    who_area="Lavoro per <name>, nel campo <area>.",
    who_only=("Lavoro per <name>.",),
    pains=("Poche cose rubano tempo quanto <pain>.", "Poche cose si rimandano con tanta facilità quanto <pain>."),
    pain_clauses=("Se <pain> <at_company>, si può fare in un altro modo.",),
    hypotheses=(
        "Se tenete d'occhio <your_reduced>, ecco una cifra da confrontare.",
        "Se quest'anno confrontate offerte in fatto di <topic>, un secondo preventivo può evitare una ricerca.",
        "In fatto di <topic>, la differenza si vede di rado prima dell'ordine.",
        "Se state valutando un cambiamento in fatto di <topic>, conviene avere un termine di paragone.",
    ),
    asks=(
        Ask("È una situazione che conosce?", "scene"),
        Ask("È un punto già risolto <at_company>?", "scene"),
        Ask("Le interesserebbe conoscere il caso <customer>?", "customer"),
        Ask("Vuole che Le racconti il caso <customer>?", "customer"),
        Ask("Le mando il caso <customer>?", "customer"),
        Ask("Le sarebbe utile un secondo preventivo in fatto di <matter>?", "matter"),
        Ask("Quanto tempo ci vuole oggi <at_company>?", "time"),
        Ask("Quanto aspettate oggi <waited>?", "waited"),
        Ask("Quanto tempo aspetta <company> <waited>?", "waited"),
        Ask("Un impegno così conterebbe <for_company>?", "promise"),
        Ask("Le mando le condizioni?", "promise"),
        Ask("Le mando il listino?", "prices"),
        Ask("Il listino Le sarebbe utile per un confronto?", "prices"),
        Ask("Qual è oggi questa cifra <at_company>?", "figure"),
        Ask("Le interesserebbe cominciare con <entry>?", "entry"),
        Ask("Comincerebbe con <entry>?", "entry"),
        Ask("Le sarebbe utile una seconda offerta in fatto di <topic>?", "topic"),
        Ask("Le sarebbe utile mezza pagina in fatto di <topic>?", "topic"),
        Ask("Misurate già <your_reduced>?", "reduced"),
        Ask("Avete una cifra per <your_reduced>?", "reduced"),
        Ask("Sarebbe un primo passo ragionevole <for_company>?", "offer"),
        Ask("Le interesserebbe una prova a queste condizioni?", "offer"),
        Ask("Avete un caso adatto a una prova?", "offer"),
        Ask("Le descrivo in poche righe come funziona?"),
        Ask("Le sarebbe utile mezza pagina su come si procede?"),
        Ask("Le sarebbe utile un campione?", "sample"),
        Ask("Sarebbe utile una prova <at_company>?", "trial"),
        Ask("Sarebbe utile una prima visita <at_company>?", "visit"),
        Ask("Sarebbe utile una verifica così <at_company>?", "audit"),
        Ask("C'è un lavoro da preventivare <at_company>?", "quote"),
    ),
    goals=("Le interesserebbe <goal>?", "Le sarebbe utile <goal>?"),
    goal_verbs=("Le interesserebbe <goal>?", "Le farebbe comodo <goal>?"),
    yours=_yours,
    talk="Avrebbe senso parlarne <for_company>?",
    leads={
        "time": ("I nostri tempi:",),
        "offer": (
            "La nostra offerta:",
            "Per cominciare:",
        ),
        "proof": (
            "<name> in cifre:",
            "Una nostra cifra:",
            "Una cifra di casa nostra:",
        ),
        "guarantee": ("Il nostro impegno:",),
        "price": ("Il nostro prezzo:",),
    },
    quoted=(
        "<customer> lo racconta così: «<told>»",
        "<customer> lo riassume così: «<told>»",
    ),
    lowered=re.compile(
        r"(?:Il|Lo|La|I|Gli|Le|Un|Uno|Una|Se|Ogni|Senza|Nostr[oaie]|Non|Chi|Quando|Tutt[oaie]|Dopo|Entro|Ci|Si|Noi|Prima|Progetto)\b(?! [A-ZÀÈÉÌÒÙ])|(?:Presso|In|Con|Per|Dal|Dalla|Dai|Dalle|Al|Alla|Nel|Nella|Nei|Nelle|Negli)\b|(?:L|Un|Dall|Nell|All|D)['’](?=[a-zàèéìòù])|[A-ZÀÈÉÌÒÙ][a-zàèéìòù]*iamo\b"
    ),
    hooks={
        "guarantee": (
            "Ecco che cosa promette <name>:",
            "Se si chiede chi si assume il rischio:",
            "Se un fornitore nuovo sembra un rischio:",
        ),
        "offer": (
            "Ecco un primo passo con <name>:",
            "Se provare è più facile che decidere:",
            "Se ora non è il momento di una decisione grande:",
        ),
        "price": (
            "Se <at_company> decide il budget:",
            "Se la domanda è il prezzo:",
        ),
        "proof": (
            "Se tenete d'occhio <your_reduced>:",
            "Ecco un altro esempio di <name>:",
            "Ecco un secondo risultato di <name>:",
        ),
        "mechanism": (
            "Ecco come procede <name>:",
            "Se si chiede come si procede in fatto di <topic>:",
        ),
        "time": (
            "Se <at_company> a costare è l'attesa:",
            "Se <at_company> il tempo stringe:",
        ),
        "norm": ("Se un nuovo fornitore deve superare un audit <at_company>:",),
        "count": ("Ecco una cifra di <name>:",),
        "about": (),
        "does": (),
        "audience": (),
    },
    small_asks={
        "guarantee": (
            "Così una prima prova con <name> sarebbe più semplice?",
            "Le mando le condizioni?",
        ),
        "offer": (
            "Comincerebbe da qui?",
            "Sarebbe un primo passo semplice con <name>?",
        ),
        "price": (
            "Rientra nel vostro budget?",
            "<name> rientrerebbe nel vostro budget?",
        ),
        "proof": (
            "Le racconto come si è arrivati a questo risultato?",
            "Le mando mezza pagina su <name>?",
        ),
        "mechanism": (
            "Le descrivo in poche righe come procede <name>?",
            "Le sarebbe utile mezza pagina su come lavora <name>?",
        ),
        "time": (
            "Sarebbe abbastanza veloce per voi?",
            "<name> sarebbe abbastanza veloce per voi?",
        ),
        "norm": (
            "È una condizione anche <at_company>?",
            "Le mando la documentazione di <name>?",
        ),
        "count": (
            "Le sarebbe utile mezza pagina su <name>?",
            "È <name> il tipo di fornitore che cercate?",
        ),
        "about": (
            "Le sarebbe utile mezza pagina su <name>?",
            "È <name> il tipo di fornitore che cercate?",
        ),
        "does": ("Gliela mando?",),
        "audience": ("Vale anche <for_company>?",),
    },
    last_resort=("Posso scrivere l'essenziale su <name> in mezza pagina.",),
    either_way="Va bene anche un semplice no.",
    subjects=SubjectPhrases(
        problem=("<reduced> <at_company>", "<reduced>", "<topic> <at_company>"),
        outcome=("<reduced>: <much> in meno", "<reduced> <much>"),
        many="come fanno <many>",
        customer=("il caso <customer>",),
        plain=("<topic> di <name>", "<name> e <company>", "<name> in breve", "l'essenziale su <name>"),
        within=(
            re.compile(
                rf"(?<![\w'’])(?P<piece>(?P<noun>[a-zàèéìòù-]+) (?:in(?: meno di)?|entro) {NUMBER} {UNIT})\b", re.I
            ),
            re.compile(
                rf"^(?:Il |Lo |La |I |Gli |Le |Un |Una |L['’])?(?P<noun>[A-Za-zàèéìòù]+) (?:arriva|arrivano|parte|partono|esce|escono|è pront[oa]|sono pront[ie]|è da voi|sono da voi) (?P<time>(?:in(?: meno di)?|entro) {NUMBER} {UNIT})\b"
            ),
        ),
        kept=_kept,
        terms=(
            re.compile(r"\b(?P<piece>garanzia di (?:\d+|[a-z]+) anni)\b"),
            re.compile(r"\b(?P<piece>prim[oa] (?:prova|visita|audit|colloquio|sopralluogo|mese))\b(?=.*gratuit)"),
            re.compile(
                r"\b(?P<piece>(?:campion[ei]|campionatura|prova|visita|sopralluogo|preventivo|diagnosi|colloquio|consegna|ritiro) (?:gratis|gratuit[oaie]))\b"
            ),
            re.compile(r"\b(?P<piece>(?:prezzo|canone|onorario) (?:fisso|bloccato|concordato))\b"),
            re.compile(r"\b(?P<piece>(?:\d+|trenta|sessanta|quindici) giorni (?:gratis|di prova))\b", re.I),
        ),
        counted=re.compile(
            rf"(?<![\w,.])(?P<piece>\d[\d.]* (?!{UNIT}\b|euro|mila)(?:punti vendita|posti letto|[a-zàèéìòù]+[ie])(?: (?:di [a-zàèéìòù]+|in [A-ZÀÈÉ]\w+))?)(?=[ ,.]|$)"
        ),
        is_noun=lambda word: word.lower() in _TIMED,
    ),
)

ITALIAN = Language(code="it", grammar=GRAMMAR, phrases=PHRASES)
