"""Words that carry over: organisations, things with a deadline, and units of time, in the four languages."""

from typing import NamedTuple

from core.sentences import word_set

_ROWS = """
warehouse|warehouses|Lager|entrepôts|almacenes
utility|utilities|Versorger|régies|empresas de suministro
practice|practices|Praxen|cabinets|consultas
clinic|clinics|Kliniken|cliniques|clínicas
school|schools|Schulen|écoles|colegios
restaurant|restaurants|Restaurants|restaurants|restaurantes
hotel|hotels|Hotels|hôtels|hoteles
shop|shops|Geschäfte|magasins|tiendas
retailer|retailers|Händler|commerçants|comercios
online|online retailers|Onlinehändler|boutiques en ligne|tiendas en línea
bakery|bakeries|Bäckereien|boulangeries|panaderías
cooperative|cooperatives|Genossenschaften|coopératives|cooperativas
maker|makers|Hersteller|fabricants|fabricantes
manufacturer|manufacturers|Hersteller|fabricants|fabricantes
plant|plants|Werke|usines|plantas
company|companies|Unternehmen|entreprises|empresas
customer|customers|Kunden|clients|clientes
client|clients|Kunden|clients|clientes
kitchen|kitchens|Küchen|cuisines|cocinas
farm|farms|Höfe|exploitations|explotaciones
association|associations|Verbände|associations|asociaciones
group|groups|Gruppen|groupes|grupos
firm|firms|Firmen|cabinets|despachos
hospital|hospitals|Krankenhäuser|hôpitaux|hospitales
municipality|municipalities|Kommunen|communes|municipios
"""
_LANGUAGES = ("en", "de", "fr", "es")
ORGANISATIONS = {
    row.split("|")[0]: dict(zip(_LANGUAGES, row.split("|")[1:], strict=True)) for row in _ROWS.strip().splitlines()
}
"""Plural nouns of those who are customers."""

WORK_WITH = {
    "en": "{count} {noun} work with {name}.",
    "de": "{count} {noun} arbeiten mit {name}.",
    "fr": "{count} {noun} travaillent avec {name}.",
    "es": "{count} {noun} trabajan con {name}.",
}
CUSTOMER = {
    "en": "One of the customers of {name} is {customer}.",
    "de": "Zu den Kunden von {name} gehört {customer}.",
    "fr": "{customer} fait partie des clients de {name}.",
    "es": "{customer} está entre los clientes de {name}.",
}
CERTIFIED = {
    "en": "{name} is certified to {norm}.",
    "de": "{name} ist nach {norm} zertifiziert.",
    "fr": "{name} est certifié selon {norm}.",
    "es": "{name} está certificada según {norm}.",
}


class Timed(NamedTuple):
    """A thing with a deadline: its names in the four languages, and what is said of it."""

    nouns: frozenset[str]
    said: dict[str, str]


class Unit(NamedTuple):
    """A unit of time: how it may be written, and its singular and plural per language."""

    stems: frozenset[str]
    named: dict[str, tuple[str, str]]


TIMES = {
    "quote": Timed(
        word_set("quote quotes price angebot angebote devis presupuesto presupuestos oferta ofertas"),
        {
            "en": "Quotes come back within {time}.",
            "de": "Angebote kommen innerhalb von {time}.",
            "fr": "Les devis arrivent en {time}.",
            "es": "Los presupuestos llegan en {time}.",
        },
    ),
    "reply": Timed(
        word_set("answer answers reply replies response antwort antworten réponse réponses respuesta respuestas"),
        {
            "en": "Answers come within {time}.",
            "de": "Antworten kommen innerhalb von {time}.",
            "fr": "Les réponses arrivent en {time}.",
            "es": "Las respuestas llegan en {time}.",
        },
    ),
    "technician": Timed(
        word_set("technician technicians engineer surveyor techniker technicien technicienne técnico técnicos"),
        {
            "en": "A technician is on site within {time}.",
            "de": "Ein Techniker ist innerhalb von {time} vor Ort.",
            "fr": "Un technicien est sur place en {time}.",
            "es": "Un técnico llega en {time}.",
        },
    ),
    "delivery": Timed(
        word_set("delivery deliveries orders lieferung lieferungen livraison livraisons entrega entregas"),
        {
            "en": "Deliveries arrive within {time}.",
            "de": "Lieferungen kommen innerhalb von {time}.",
            "fr": "Les livraisons arrivent en {time}.",
            "es": "Las entregas llegan en {time}.",
        },
    ),
    "sample": Timed(
        word_set("sample samples muster échantillon échantillons muestra muestras"),
        {
            "en": "Samples arrive within {time}.",
            "de": "Muster kommen innerhalb von {time}.",
            "fr": "Les échantillons arrivent en {time}.",
            "es": "Las muestras llegan en {time}.",
        },
    ),
    "report": Timed(
        word_set("report reports bericht messbericht prüfbericht rapport rapports informe informes"),
        {
            "en": "Reports are there within {time}.",
            "de": "Berichte liegen innerhalb von {time} vor.",
            "fr": "Les rapports arrivent en {time}.",
            "es": "Los informes llegan en {time}.",
        },
    ),
}
UNITS = {
    "minute": Unit(
        word_set("minute minutes minuten minuto minutos"),
        {
            "en": ("minute", "minutes"),
            "de": ("Minute", "Minuten"),
            "fr": ("minute", "minutes"),
            "es": ("minuto", "minutos"),
        },
    ),
    "hour": Unit(
        word_set("hour hours stunde stunden heure heures hora horas"),
        {"en": ("hour", "hours"), "de": ("Stunde", "Stunden"), "fr": ("heure", "heures"), "es": ("hora", "horas")},
    ),
    "day": Unit(
        word_set("day days tag tage tagen jour jours día días"),
        {"en": ("day", "days"), "de": ("Tag", "Tagen"), "fr": ("jour", "jours"), "es": ("día", "días")},
    ),
    "working day": Unit(
        word_set("workday"),
        {
            "en": ("working day", "working days"),
            "de": ("Arbeitstag", "Arbeitstagen"),
            "fr": ("jour ouvré", "jours ouvrés"),
            "es": ("día laborable", "días laborables"),
        },
    ),
    "week": Unit(
        word_set("week weeks woche wochen semaine semaines semana semanas"),
        {
            "en": ("week", "weeks"),
            "de": ("Woche", "Wochen"),
            "fr": ("semaine", "semaines"),
            "es": ("semana", "semanas"),
        },
    ),
}
NUMBERS = dict(
    pair.split(":")
    for pair in word_set(
        """
        one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 twelve:12
        eine:1 einem:1 einer:1 zwei:2 drei:3 vier:4 fünf:5 sechs:6 sieben:7 acht:8 neun:9 zehn:10 zwölf:12
        un:1 une:1 deux:2 trois:3 quatre:4 cinq:5 sept:7 huit:8 neuf:9 dix:10 douze:12
        una:1 dos:2 tres:3 cuatro:4 cinco:5 seis:6 siete:7 ocho:8 nueve:9 diez:10 doce:12
        """
    )
)
"""Number words of the four languages as figures."""
