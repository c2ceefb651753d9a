# ruff: noqa: E501 - one phrase or pattern per line reads better than a broken one
"""Spanish, with usted."""

import re

from core.llm.offline.language import Ask, Language, Phrases, SubjectPhrases
from core.llm.offline.seller import Brief
from core.llm.offline.sentences import STOPWORDS
from core.llm.offline.spanish_grammar import FINITE, GRAMMAR, NUMBER, UNIT


def _hello(brief: Brief) -> str:
    return "Hola, {{first_name}}:" if brief.allows("first_name") else "Hola:"


def _yours(reduced: str) -> str:
    return f"{'sus' if reduced.split()[0].endswith('s') else 'su'} {reduced}"


def _kept(sentence: str) -> str:
    """Say a time that a sentence promises: `entrega en 48 horas`, `cambio en 24 horas`."""
    if match := re.search(r"\bprueba (?:piloto )?de \d+ días", sentence):
        return match[0]
    time = rf"(?P<time>en(?: menos de)? {NUMBER} {UNIT})"
    if match := re.search(rf"\b[Ee]ntregamos (?:el |la |un |una )?(?P<noun>[a-záéíóúñ]+)\b[^.;]*? {time}", sentence):
        return f"{match['noun']} {match['time']}"
    for verb, noun in (
        ("[Ss]ervimos|[Ee]ntregamos", "entrega"),
        ("[Cc]ambiamos", "cambio"),
        ("[Rr]espondemos", "respuesta"),
    ):
        if match := re.search(rf"\b(?:{verb})\b[^.;]*? {time}", sentence):
            return f"{noun} {match['time']}"
    return ""


PHRASES = Phrases(
    hello=_hello,
    company=("{{company}}", "en {{company}}", "para {{company}}"),
    nameless=("su empresa", "en su empresa", "para usted"),
    who=("Le escribo de parte de <name> sobre <sells>.",),
    who_area="Trabajo en <name>, en el sector de <area>.",
    who_only=("Trabajo en <name>.",),
    pains=("Pocas cosas quitan tanto tiempo como <pain>.", "Pocas cosas se aplazan con tanta facilidad como <pain>."),
    pain_clauses=("Si <pain> <at_company>, hay otra manera de hacerlo.",),
    hypotheses=(
        "Si sigue de cerca <your_reduced>, aquí tiene una cifra para comparar.",
        "Si este año compara ofertas en materia de <topic>, una segunda opción puede ahorrarle una búsqueda.",
        "En materia de <topic>, la diferencia rara vez se ve antes del pedido.",
        "Si se plantea cambios en materia de <topic>, conviene tener con qué comparar.",
    ),
    asks=(
        Ask("¿Ocurre lo mismo <at_company>?", "scene"),
        Ask("¿Le resulta familiar?", "scene"),
        Ask("¿Es distinto <at_company>?", "scene"),
        Ask("¿Lo tienen ya resuelto <at_company>?", "scene"),
        Ask("¿Le interesaría saber cómo lo hizo <customer>?", "customer"),
        Ask("¿Quiere que le cuente qué cambió <customer>?", "customer"),
        Ask("¿Le envío el caso de <customer>?", "customer"),
        Ask("¿Le serviría un segundo presupuesto en materia de <matter>?", "matter"),
        Ask("¿Cuánto tarda eso hoy <at_company>?", "time"),
        Ask("¿Cuánto esperan hoy <waited>?", "waited"),
        Ask("¿Cuánto tiempo espera <company> <waited>?", "waited"),
        Ask("¿Contaría un compromiso así <at_company>?", "promise"),
        Ask("¿Le envío las condiciones?", "promise"),
        Ask("¿Le envío las tarifas?", "prices"),
        Ask("¿Le ayudarían las tarifas a comparar?", "prices"),
        Ask("¿Cuál es esa cifra <at_company>?", "figure"),
        Ask("¿Le interesaría empezar con <entry>?", "entry"),
        Ask("¿Empezaría usted con <entry>?", "entry"),
        Ask("¿Le sería útil una segunda opción en materia de <topic>?", "topic"),
        Ask("¿Les serviría una segunda oferta en materia de <topic>?", "topic"),
        Ask("¿Miden hoy <your_reduced>?", "reduced"),
        Ask("¿Tiene una cifra para <your_reduced>?", "reduced"),
        Ask("¿Sería un primer paso razonable <for_company>?", "offer"),
        Ask("¿Le interesaría probarlo en esas condiciones?", "offer"),
        Ask("¿Tiene un caso con el que probarlo?", "offer"),
        Ask("¿Le describo en unas líneas cómo funciona?"),
        Ask("¿Le serviría media página sobre cómo se hace?"),
        Ask("¿Le serviría una muestra?", "sample"),
        Ask("¿Le envío una muestra?", "sample"),
        Ask("¿Lo probarían <at_company>?", "trial"),
        Ask("¿Les serviría una primera visita <at_company>?", "visit"),
        Ask("¿Les serviría una revisión así <at_company>?", "audit"),
        Ask("¿Hay algo <at_company> que quiera presupuestar?", "quote"),
    ),
    goals=("¿Le interesaría <goal>?", "¿Le sería útil <goal>?"),
    goal_verbs=("¿Le gustaría <goal>?", "¿Le interesaría <goal>?"),
    yours=_yours,
    talk="¿Merecería una conversación <for_company>?",
    leads={
        "time": ("Nuestro plazo:",),
        "offer": (
            "Nuestra oferta:",
            "Para empezar:",
        ),
        "proof": (
            "<name> en cifras:",
            "Una cifra nuestra:",
            "Nuestra cifra:",
        ),
        "guarantee": ("Nuestro compromiso:",),
        "price": ("Nuestro precio:",),
    },
    quoted=(
        "<customer> lo cuenta así: «<told>»",
        "<customer> lo resume así: «<told>»",
    ),
    lowered=re.compile(
        r"(?:En|Con|Sin|Desde|Tras|A)\b|(?:El|La|Los|Las|Una?|Si|Cada|Para|Nuestr[oa]s?|No|Su|Sus|Por|Usted|Se|Al|Hay|Todo|Toda|Nos)\b(?! [A-ZÁÉÍÓÚ])|[A-ZÁÉÍÓÚ][a-záéíóúñ]+(?:amos|emos|imos)\b"
    ),
    hooks={
        "guarantee": (
            "Este es el compromiso de <name>:",
            "Si alguien <at_company> tiene que firmar el riesgo:",
            "Si se pregunta quién asume el riesgo:",
        ),
        "offer": (
            "Este es un primer paso con <name>:",
            "Si probar es más fácil que decidir:",
            "Si ahora no toca una decisión grande:",
        ),
        "price": (
            "Si <at_company> decide el presupuesto:",
            "Si la duda es el precio:",
        ),
        "proof": (
            "Si lleva usted la cuenta de <reduced>:",
            "Aquí tiene otro ejemplo de <name>:",
            "Este es otro resultado de <name>:",
        ),
        "mechanism": (
            "Así trabaja <name>:",
            "Si se pregunta cómo funciona en materia de <topic>:",
        ),
        "time": (
            "Si lo caro <at_company> es la espera:",
            "Si <at_company> falta tiempo:",
        ),
        "norm": ("Si un proveedor nuevo tiene que pasar una auditoría <at_company>:",),
        "count": ("Aquí tiene una cifra de <name>:",),
        "about": (),
        "does": (),
        "audience": (),
    },
    small_asks={
        "guarantee": (
            "¿Sería así más fácil una primera prueba con <name>?",
            "¿Le envío las condiciones?",
        ),
        "offer": (
            "¿Empezaría usted por ahí?",
            "¿Sería un primer paso sencillo con <name>?",
        ),
        "price": (
            "¿Entra en su presupuesto?",
            "¿Entraría <name> en su presupuesto?",
        ),
        "proof": (
            "¿Le cuento cómo se consiguió ese resultado?",
            "¿Le envío media página sobre <name>?",
        ),
        "mechanism": (
            "¿Le describo en unas líneas cómo lo hace <name>?",
            "¿Le serviría media página sobre cómo trabaja <name>?",
        ),
        "time": (
            "¿Sería lo bastante rápido para usted?",
            "¿Sería <name> lo bastante rápido para usted?",
        ),
        "norm": (
            "¿Es una condición <at_company>?",
            "¿Le envío la documentación de <name>?",
        ),
        "count": (
            "¿Le serviría media página sobre <name>?",
            "¿Le envío media página sobre <name>?",
        ),
        "about": (
            "¿Le serviría media página sobre <name>?",
            "¿Le envío media página sobre <name>?",
        ),
        "does": ("¿Se lo envío?",),
        "audience": ("¿Ocurre así <at_company>?",),
    },
    last_resort=("Puedo enviarle lo esencial sobre <name> en media página.",),
    either_way="Un no breve también me sirve.",
    subjects=SubjectPhrases(
        problem=("<reduced> <at_company>", "<topic> <at_company>"),
        outcome=("un <much> menos de <reduced>", "<reduced> <much>"),
        many="cómo lo hacen <many>",
        customer=("cómo lo hizo <customer>",),
        plain=("<topic> de <name>", "<name> y <company>", "<name> en breve", "lo esencial de <name>"),
        within=(
            re.compile(
                rf"(?<!desde un )(?<!\w)(?P<piece>(?P<noun>[a-záéíóúñ-]+) en(?: menos de)? {NUMBER} {UNIT})", re.I
            ),
            re.compile(
                rf"^(?:Una? )?(?P<noun>[A-Za-záéíóúñ]+) (?:llega|llegan|sale|salen|está|están) (?P<time>en(?: menos de)? {NUMBER} {UNIT})"
            ),
        ),
        kept=_kept,
        terms=(
            re.compile(r"\b(?P<piece>garantía de (?:\d+|[a-z]+) años)\b"),
            re.compile(r"\b(?P<piece>primera (?:prueba|visita|auditoría))\b(?=.*gratuit)"),
            re.compile(
                r"\b(?P<piece>(?:muestras?|auditoría|prueba|visita|entrega|diagnóstico) grat(?:is|uit[oa]s?))\b"
            ),
            re.compile(r"\b(?P<piece>(?:precio|presupuesto) cerrado(?: en \d+ días)?)\b"),
        ),
        counted=re.compile(
            rf"(?<![\w,.])(?P<piece>\d[\d.]* (?!{UNIT}\b|euros|pesos)[a-záéíóúñ-]+s(?: (?:de [a-záéíóúñ]+|en [A-ZÁÉÍÓÚ]\w+))?)(?=[ ,.]|$)"
        ),
        is_noun=lambda word: (
            word.lower() not in STOPWORDS | FINITE and not re.search(r"(?:mos|ó|an|en|[ai]d[oa]s?)$", word)
        ),
    ),
)

SPANISH = Language(code="es", grammar=GRAMMAR, phrases=PHRASES)
