# ruff: noqa: E501 - one phrase or pattern per line reads better than a broken one
"""German, with Sie."""

import re

from core.llm.offline.german_grammar import GRAMMAR, NUMBER, SMALL, UNIT
from core.llm.offline.language import Ask, Language, Phrases, SubjectPhrases
from core.llm.offline.seller import Brief


def _hello(brief: Brief) -> str:
    if brief.allows("anrede_name"):
        return "Guten Tag {{anrede_name}},"
    return "Guten Tag {{first_name}} {{last_name}}," if brief.allows("first_name", "last_name") else "Guten Tag,"


def _kept(sentence: str) -> str:
    """Say a time that a sentence promises: `Lieferung in neun Arbeitstagen`, `Handmuster in drei Werktagen`."""
    if match := re.search(rf"\b(?:liefert|liefern)\b.*?\b(?P<time>in {NUMBER} {UNIT})", sentence):
        return f"Lieferung {match['time']}"
    match = re.search(
        rf"(?:erhält|erhalten|bekommt|bekommen) (?:Sie )?(?:in|innerhalb von|binnen) (?P<time>{NUMBER} {UNIT}) (?:eine?n?) (?:[a-zäöüß]+ )?(?P<noun>[A-ZÄÖÜ]\w+)",
        sentence,
    )
    if match:
        return f"{match['noun']} in {match['time']}"
    place = re.search(rf"(?P<time>in {NUMBER} {UNIT} (?:vor Ort|zurück|fertig))", sentence)
    return place["time"] if place else ""


PHRASES = Phrases(
    hello=_hello,
    company=("{{company}}", "bei {{company}}", "für {{company}}"),
    nameless=("Ihr Unternehmen", "bei Ihnen", "für Sie"),
    who=("Ich schreibe Ihnen für <name>, es geht um <sells>.",),
    who_area="Ich arbeite bei <name>, im Bereich <area>.",
    who_only=("Ich arbeite bei <name>.",),
    pains=(
        "Wenig kostet im Alltag so viel Zeit wie <pain>.",
        "Kaum etwas wird so oft aufgeschoben wie <pain>.",
    ),
    pain_clauses=(),
    hypotheses=(
        "Falls Sie <at_company> auf <reduced> schauen, hilft vielleicht eine Zahl zum Vergleich.",
        "Wer Angebote für <topic> vergleicht, merkt den Unterschied meist erst nach dem Auftrag.",
        "Falls Sie <topic> verantworten, ist eine zweite Möglichkeit nie verkehrt.",
    ),
    asks=(
        Ask("Haben Sie das <at_company> schon im Griff?", "scene"),
        Ask("Soll ich Ihnen schreiben, wie <customer> vorgegangen ist?", "customer"),
        Ask("Möchten Sie wissen, was <customer> geändert hat?", "customer"),
        Ask("Soll ich Ihnen kurz schildern, was <customer> anders macht?", "customer"),
        Ask("Wäre ein zweiter Anbieter für <matter> hilfreich?", "matter"),
        Ask("Wie lange dauert das <at_company> heute?", "time"),
        Ask("Wie schnell geht das heute <at_company>?", "time"),
        Ask("Wie lange warten Sie heute auf <waited>?", "waited"),
        Ask("Wie lange wartet <company> sonst auf <waited>?", "waited"),
        Ask("Wäre eine solche Zusage <for_company> wichtig?", "promise"),
        Ask("Soll ich Ihnen die Bedingungen schicken?", "promise"),
        Ask("Soll ich Ihnen die Preisliste schicken?", "prices"),
        Ask("Würde Ihnen die Preisliste beim Vergleichen helfen?", "prices"),
        Ask("Wie sieht dieser Wert <at_company> aus?", "figure"),
        Ask("Käme <entry> <for_company> infrage?", "entry"),
        Ask("Wäre <entry> ein guter Anfang?", "entry"),
        Ask("Soll ich Ihnen eine halbe Seite über <topic> schicken?", "topic"),
        Ask("Wäre eine zweite Möglichkeit für <topic> hilfreich?", "topic"),
        Ask("Gibt es <at_company> eine Zahl für <reduced>?", "reduced"),
        Ask("Wäre das ein passender erster Schritt <for_company>?", "offer"),
        Ask("Käme ein Versuch zu diesen Bedingungen infrage?", "offer"),
        Ask("Gibt es <at_company> einen Fall, an dem Sie das prüfen würden?", "offer"),
        Ask("Soll ich Ihnen auf einer halben Seite schreiben, wie das abläuft?"),
        Ask("Soll ich Ihnen den Ablauf kurz beschreiben?"),
        Ask("Würde Ihnen ein Muster helfen?", "sample"),
        Ask("Soll ich Ihnen ein Muster schicken?", "sample"),
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
            "Hier eine Zusage, die <name> gibt:",
            "Falls jemand <at_company> für das Risiko unterschreiben muss:",
        ),
        "offer": (
            "Hier ein erster Schritt mit <name>:",
            "Falls Ausprobieren leichter ist als Entscheiden:",
            "Falls eine große Entscheidung gerade zu viel ist:",
            "Falls Sie es erst einmal sehen möchten:",
        ),
        "price": (
            "Falls <at_company> das Budget entscheidet:",
            "Falls der Preis die offene Frage ist:",
        ),
        "proof": (
            "Falls <reduced> <at_company> ein Thema ist:",
            "Hier ein weiteres Beispiel von <name>:",
            "Hier ein zweites Ergebnis von <name>:",
        ),
        "mechanism": (
            "So arbeitet <name>:",
            "Falls Sie wissen möchten, wie das mit <topic> abläuft:",
        ),
        "time": (
            "Falls <at_company> das Warten teuer ist:",
            "Falls <at_company> die Zeit knapp ist:",
        ),
        "norm": (
            "Falls ein neuer Lieferant <at_company> durch das Audit muss:",
            "Falls <at_company> Nachweise über die Freigabe entscheiden:",
        ),
        "count": ("Hier eine Zahl von <name>:",),
        "about": (),
        "does": (),
        "audience": (),
    },
    small_asks={
        "guarantee": (
            "Wäre ein erster Versuch mit <name> damit leichter?",
            "Soll ich Ihnen die Bedingungen schicken?",
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
            "Soll ich Ihnen schreiben, wie dieses Ergebnis zustande kam?",
            "Würde Ihnen eine halbe Seite über <name> helfen?",
        ),
        "mechanism": (
            "Soll ich Ihnen kurz schreiben, wie <name> dabei vorgeht?",
            "Würden Ihnen ein paar Zeilen zum Vorgehen von <name> helfen?",
        ),
        "time": (
            "Wäre das schnell genug für Sie?",
            "Wäre <name> damit schnell genug für Sie?",
        ),
        "norm": (
            "Ist das <at_company> eine Bedingung?",
            "Soll ich Ihnen die Unterlagen von <name> schicken?",
        ),
        "count": (
            "Soll ich Ihnen eine halbe Seite über <name> schicken?",
            "Würde Ihnen eine halbe Seite über <name> helfen?",
        ),
        "about": (
            "Soll ich Ihnen eine halbe Seite über <name> schicken?",
            "Würde Ihnen eine halbe Seite über <name> helfen?",
        ),
        "does": ("Wäre das nützlich für Sie?",),
        "audience": ("Trifft das auf <company> zu?",),
    },
    last_resort=("Ich schicke Ihnen gern das Wichtigste über <name> auf einer halben Seite.",),
    either_way="Auch ein kurzes Nein hilft mir weiter.",
    subjects=SubjectPhrases(
        problem=("<reduced> <at_company>", "<topic> <at_company>"),
        outcome=("<reduced> um <much> gesenkt", "<reduced> <much>"),
        many="wie <many> vorgehen",
        customer=("wie <customer> vorging",),
        plain=("<topic> von <name>", "<name> und <company>", "<name> in Kürze", "Kurz zu <name>"),
        within=(
            re.compile(rf"(?<!\w)(?P<piece>(?P<noun>[A-ZÄÖÜ][\w-]+) (?:in|innerhalb von|binnen|nach) {NUMBER} {UNIT})"),
            re.compile(
                rf"^(?:(?:Eine?|Der|Die|Das) )?(?P<noun>[A-ZÄÖÜ][\w-]+) (?:gibt es|kommt|kommen|liegt|sind) (?P<time>(?:in|innerhalb von|binnen|nach) {NUMBER} {UNIT})"
            ),
        ),
        kept=_kept,
        terms=(
            re.compile(r"\b(?P<piece>(?:\d+|[a-zäöü]+) Jahre (?:Garantie|Gewährleistung))\b"),
            re.compile(r"(?P<piece>\d+ Tage kostenlos(?: testen)?)\b"),
            re.compile(r"\b(?P<piece>[Kk]ostenlose [A-ZÄÖÜ][\w-]+)\b"),
            re.compile(r"\b(?P<piece>Festpreis(?: (?:pro|je) [A-ZÄÖÜ]\w+)?)\b"),
            re.compile(r"\b(?P<piece>(?:Prüfprotokoll|Messprotokoll|Protokoll) (?:zu|für) jede[rs]? [A-ZÄÖÜ]\w+)"),
        ),
        counted=re.compile(
            rf"(?<![\w,.])(?P<piece>\d[\d.,]* (?!{UNIT}\b|Prozent|Euro|Stück)[A-ZÄÖÜ][\w-]+(?: (?:in|im) [A-ZÄÖÜ][\w-]+)?)(?=[ ,.]|$)"
        ),
        is_noun=lambda word: word[:1].isupper() and word.lower() not in SMALL,
        keeps_case=True,
    ),
)

GERMAN = Language(code="de", grammar=GRAMMAR, phrases=PHRASES)
