"""Words that carry over: organisations, things with a deadline, and units of time, in the five languages."""

from typing import NamedTuple

from core.sentences import word_set

_ROWS = """
warehouse|warehouses|Lager|entrepôts|almacenes|magazzini
utility|utilities|Versorger|régies|empresas de suministro|gestori di rete
practice|practices|Praxen|cabinets|consultas|ambulatori
clinic|clinics|Kliniken|cliniques|clínicas|cliniche
school|schools|Schulen|écoles|colegios|scuole
restaurant|restaurants|Restaurants|restaurants|restaurantes|ristoranti
hotel|hotels|Hotels|hôtels|hoteles|hotel
shop|shops|Geschäfte|magasins|tiendas|negozi
retailer|retailers|Händler|commerçants|comercios|rivenditori
online|online retailers|Onlinehändler|boutiques en ligne|tiendas en línea|negozi online
bakery|bakeries|Bäckereien|boulangeries|panaderías|panifici
cooperative|cooperatives|Genossenschaften|coopératives|cooperativas|cooperative
maker|makers|Hersteller|fabricants|fabricantes|produttori
manufacturer|manufacturers|Hersteller|fabricants|fabricantes|produttori
plant|plants|Werke|usines|plantas|stabilimenti
company|companies|Unternehmen|entreprises|empresas|aziende
customer|customers|Kunden|clients|clientes|clienti
client|clients|Kunden|clients|clientes|clienti
kitchen|kitchens|Küchen|cuisines|cocinas|cucine
farm|farms|Höfe|exploitations|explotaciones|aziende agricole
association|associations|Verbände|associations|asociaciones|associazioni
group|groups|Gruppen|groupes|grupos|gruppi
firm|firms|Firmen|cabinets|despachos|studi
hospital|hospitals|Krankenhäuser|hôpitaux|hospitales|ospedali
municipality|municipalities|Kommunen|communes|municipios|comuni
"""
_LANGUAGES = ("en", "de", "fr", "es", "it")
ORGANISATIONS = {
    row.split("|")[0]: dict(zip(_LANGUAGES, row.split("|")[1:], strict=True)) for row in _ROWS.strip().splitlines()
}
"""Plural nouns of those who are customers."""

WORK_WITH = {
    "en": "{count} {noun} work with {name}.",
    "de": "{count} {noun} arbeiten mit {name}.",
    "fr": "{count} {noun} travaillent avec {name}.",
    "es": "{count} {noun} trabajan con {name}.",
    "it": "{count} {noun} lavorano con {name}.",
}
CUSTOMER = {
    "en": "One of the customers of {name} is {customer}.",
    "de": "Zu den Kunden von {name} gehört {customer}.",
    "fr": "{customer} fait partie des clients de {name}.",
    "es": "{customer} está entre los clientes de {name}.",
    "it": "{customer} è tra i clienti di {name}.",
}
CERTIFIED = {
    "en": "{name} is certified to {norm}.",
    "de": "{name} ist nach {norm} zertifiziert.",
    "fr": "{name} est certifié selon {norm}.",
    "es": "{name} está certificada según {norm}.",
    "it": "{name} ha la certificazione {norm}.",
}


class Timed(NamedTuple):
    """A thing with a deadline: its names in the five languages, and what is said of it."""

    nouns: frozenset[str]
    said: dict[str, str]


class Unit(NamedTuple):
    """A unit of time: how it may be written, and its singular and plural per language."""

    stems: frozenset[str]
    named: dict[str, tuple[str, str]]


TIMES = {
    "quote": Timed(
        word_set(
            """
            quote quotes price angebot angebote devis presupuesto presupuestos oferta
            ofertas preventivo preventivi
            """
        ),
        {
            "en": "Quotes come back within {time}.",
            "de": "Angebote kommen innerhalb von {time}.",
            "fr": "Les devis arrivent en {time}.",
            "es": "Los presupuestos llegan en {time}.",
            "it": "I preventivi arrivano entro {time}.",
        },
    ),
    "reply": Timed(
        word_set(
            """
            answer answers reply replies response antwort antworten réponse réponses
            respuesta respuestas risposta risposte
            """
        ),
        {
            "en": "Answers come within {time}.",
            "de": "Antworten kommen innerhalb von {time}.",
            "fr": "Les réponses arrivent en {time}.",
            "es": "Las respuestas llegan en {time}.",
            "it": "Le risposte arrivano entro {time}.",
        },
    ),
    "technician": Timed(
        word_set(
            """
            technician technicians engineer surveyor techniker technicien technicienne técnico técnicos
            tecnico tecnici
            """
        ),
        {
            "en": "A technician is on site within {time}.",
            "de": "Ein Techniker ist innerhalb von {time} vor Ort.",
            "fr": "Un technicien est sur place en {time}.",
            "es": "Un técnico llega en {time}.",
            "it": "Un tecnico arriva entro {time}.",
        },
    ),
    "delivery": Timed(
        word_set(
            """
            delivery deliveries orders lieferung lieferungen livraison livraisons entrega entregas
            consegna consegne
            """
        ),
        {
            "en": "Deliveries arrive within {time}.",
            "de": "Lieferungen kommen innerhalb von {time}.",
            "fr": "Les livraisons arrivent en {time}.",
            "es": "Las entregas llegan en {time}.",
            "it": "Le consegne arrivano entro {time}.",
        },
    ),
    "sample": Timed(
        word_set("sample samples muster échantillon échantillons muestra muestras campione campioni campionatura"),
        {
            "en": "Samples arrive within {time}.",
            "de": "Muster kommen innerhalb von {time}.",
            "fr": "Les échantillons arrivent en {time}.",
            "es": "Las muestras llegan en {time}.",
            "it": "I campioni arrivano entro {time}.",
        },
    ),
    "report": Timed(
        word_set("report reports bericht messbericht prüfbericht rapport rapports informe informes rapporto rapporti"),
        {
            "en": "Reports are there within {time}.",
            "de": "Berichte liegen innerhalb von {time} vor.",
            "fr": "Les rapports arrivent en {time}.",
            "es": "Los informes llegan en {time}.",
            "it": "I rapporti arrivano entro {time}.",
        },
    ),
}
UNITS = {
    "minute": Unit(
        word_set("minute minutes minuten minuto minutos minuti"),
        {
            "en": ("minute", "minutes"),
            "de": ("Minute", "Minuten"),
            "fr": ("minute", "minutes"),
            "es": ("minuto", "minutos"),
            "it": ("minuto", "minuti"),
        },
    ),
    "hour": Unit(
        word_set("hour hours stunde stunden heure heures hora horas ora ore"),
        {
            "en": ("hour", "hours"),
            "de": ("Stunde", "Stunden"),
            "fr": ("heure", "heures"),
            "es": ("hora", "horas"),
            "it": ("ora", "ore"),
        },
    ),
    "day": Unit(
        word_set("day days tag tage tagen jour jours día días giorno giorni"),
        {
            "en": ("day", "days"),
            "de": ("Tag", "Tagen"),
            "fr": ("jour", "jours"),
            "es": ("día", "días"),
            "it": ("giorno", "giorni"),
        },
    ),
    "working day": Unit(
        word_set("workday"),
        {
            "en": ("working day", "working days"),
            "de": ("Arbeitstag", "Arbeitstagen"),
            "fr": ("jour ouvré", "jours ouvrés"),
            "es": ("día laborable", "días laborables"),
            "it": ("giorno lavorativo", "giorni lavorativi"),
        },
    ),
    "week": Unit(
        word_set("week weeks woche wochen semaine semaines semana semanas settimana settimane"),
        {
            "en": ("week", "weeks"),
            "de": ("Woche", "Wochen"),
            "fr": ("semaine", "semaines"),
            "es": ("semana", "semanas"),
            "it": ("settimana", "settimane"),
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
        due:2 tre:3 quattro:4 cinque:5 sei:6 sette:7 otto:8 dieci:10 dodici:12 ventiquattro:24 quarantotto:48
        """
    )
)
"""Number words of the five languages as figures."""
