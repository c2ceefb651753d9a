# ruff: noqa: E501 - one phrase or pattern per line reads better than a broken one
"""Phrases and patterns that an ideal customer profile is read with, per language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class ProfileWords:
    """How titles, sizes and limits are written in a language, and the phrases of a profile."""

    titles: re.Pattern[str]
    """Job titles as sites list their readers, singular or plural."""
    sizes: re.Pattern[str]
    """A size with its unit, such as `20 to 200 people`."""
    size_words: re.Pattern[str]
    audience: re.Pattern[str]
    """Words after which whom it serves is named."""
    minimum: re.Pattern[str]
    """A stated minimum, as `what`."""
    lower: str
    """A goal around `<reduced>`."""
    below: str
    """A disqualifier around a stated minimum, `<what>`."""
    outside: str
    """A disqualifier around a stated size, `<size>`."""
    rivals: str
    """A disqualifier around `<topic>`."""
    same_offer: str
    triggers: Mapping[str, tuple[str, ...]]
    """By what changes hands: software, service, goods, works."""
    objections: Mapping[str, tuple[str, ...]]
    owner: str
    """The title of somebody who owns the company."""
    fallback: tuple[tuple[str, str], ...]
    """Persona's title and seniority where neither site nor trade names one."""


_RANGE = r"\d[\d.,\u00a0 ]*(?: ?(?:to|bis|à|a|ai|[-–]) ?)\d[\d.,]*(?:[\u00a0 ]\d{3})?"

PEOPLE = {"en": "employees", "de": "Beschäftigte", "fr": "salariés", "es": "empleados", "it": "dipendenti"}
COUNTS = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+|\d+")
_COUNT = r"\d[\d.,\u00a0\u202f ]*\d|\d"
HEADCOUNT = re.compile(
    rf"(?P<size>(?:(?:between|zwischen|entre|tra|from|von|de|da) )?(?:{_COUNT})\s?(?:to|and|bis|und|à|et|a|y|e|-|–)\s?(?:{_COUNT})"
    r" (?:people|employees|staff|beschäftigten?|mitarbeitern?|mitarbeitenden?|menschen|leuten?|salariés|personnes|collaborateurs"
    r"|empleados|trabajadores|personas|dipendenti|addetti|persone|collaboratori)\b)",
    re.I,
)
"""A range of people, in five languages, as `size`."""

ENGLISH = ProfileWords(
    titles=re.compile(
        r"\b(?:(?:directors?|heads?|vps?|managers?) of (?:the )?[a-z]+(?: and [a-z]+)?"
        r"|(?:(?!and |or |the |for |our |to |with )[a-z&]+ )?(?:managers?|supervisors?|directors?|buyers?|engineers?|planners?|controllers?|officers?|administrators?|owners?)"
        r"|CFOs?|CEOs?|COOs?|CTOs?|CIOs?)\b",
        re.I,
    ),
    sizes=re.compile(
        rf"(?:with|of|for|from)?\s*(?P<size>{_RANGE} (?:people|employees|staff|subsidiaries|branches|locations|sites|beds|vans|trucks|vehicles|dock doors|doors|seats|users)|[£$€]\d+ ?[MmBb](?:n|illion)? to [£$€]\d+ ?[MmBb](?:n|illion)? in (?:annual )?(?:revenue|sales))(?: per \w+)?"
    ),
    size_words=re.compile(
        r"\b(?:small (?:and|to) (?:mid-?sized?|medium)(?: businesses| companies)?|mid-?market|SMBs?|SMEs?|enterprises?|small businesses|mid-?sized|medium-sized)\b",
        re.I,
    ),
    audience=re.compile(r"\b(?:for|to|from|of|at|serves?|are|with)\b", re.I),
    minimum=re.compile(
        r"(?P<what>(?:(?:minimum (?:of |order of )?|at least |not below )[£$€]?\d[\d.,]*(?: [a-z]+){0,3}|from \d[\d.,]* (?:pieces|parts|units|employees|boxes|copies|people)))",
        re.I,
    ),
    lower="lower <reduced>",
    below="Companies below the stated minimum (<what>)",
    outside="Companies outside the stated size (<size>)",
    rivals="Companies that sell <topic> themselves",
    same_offer="Companies that offer the same themselves",
    triggers={
        "software": (
            "a new system or site is being planned",
            "the spreadsheet behind the process breaks",
            "a new manager takes over the team",
        ),
        "service": (
            "a contract comes up for renewal",
            "an incident or complaint has reached management",
            "a site or team is growing",
        ),
        "goods": (
            "a supplier misses a date or fails an inspection",
            "a new product or series is being prepared",
            "a price increase from the present supplier",
        ),
        "works": (
            "a budget for the next year is being set",
            "damage or a failed inspection",
            "an expansion or renovation is being planned",
        ),
    },
    objections={
        "software": ("changing a running system costs time", "people will have to be trained"),
        "service": ("there is a provider already", "outsiders do not know our operation"),
        "goods": ("qualifying a new supplier takes effort", "the present price is lower"),
        "works": ("the budget is spent", "work would disturb the operation"),
    },
    owner="Owner",
    fallback=(("Operations Manager", "manager"), ("Managing Director", "executive")),
)
GERMAN = ProfileWords(
    titles=re.compile(
        r"\b(?:[A-ZÄÖÜ][a-zäöüß]+(?:leitung(?:en)?|leiter(?:innen|in)?|manager(?:innen|in)?|führung(?:en)?|führer(?:innen|in)?)"
        r"|Fachkr(?:aft|äfte) für [A-ZÄÖÜ]\w+|Leitung [A-ZÄÖÜ]\w+|Einkäufer(?:innen|in)?|Inhaber(?:innen|in)?|Konstrukteure?(?:innen|in)?|CFO|CEO)\b"
    ),
    sizes=re.compile(
        rf"(?:mit|von|für)?\s*(?P<size>{_RANGE} (?:Beschäftigten?|Mitarbeitern?|Mitarbeitenden?|Arbeitsplätzen?|Filialen|Standorten?|Betten|Fahrzeugen?|Einheiten|Personen))"
    ),
    size_words=re.compile(r"\b(?:kleine und mittlere (?:Unternehmen|Betriebe)|KMU|Mittelstand|mittelständische\w*)\b"),
    audience=re.compile(r"\b(?:für|von|bei|in|beliefert|betreuen|an)\b", re.I),
    minimum=re.compile(
        r"(?P<what>(?:mindestens|ab(?: einer Auflage von)?|Mindest\w+ (?:von )?) ?\d[\d.,]* (?!Euro|Uhr)[A-ZÄÖÜ]\w*)"
    ),
    lower="<reduced> senken",
    below="Firmen unter dem genannten Minimum (<what>)",
    outside="Firmen außerhalb der genannten Größe (<size>)",
    rivals="Firmen, die <topic> selbst anbieten",
    same_offer="Firmen, die dasselbe selbst anbieten",
    triggers={
        "software": (
            "ein neues System oder ein neuer Standort wird geplant",
            "die Tabelle hinter dem Ablauf bricht zusammen",
            "eine neue Leitung übernimmt das Team",
        ),
        "service": (
            "ein Vertrag läuft aus",
            "ein Vorfall oder eine Beschwerde hat die Leitung erreicht",
            "ein Standort oder Team wächst",
        ),
        "goods": (
            "ein Lieferant verpasst einen Termin oder fällt in der Prüfung durch",
            "ein neues Produkt oder eine neue Serie wird vorbereitet",
            "der bisherige Lieferant erhöht die Preise",
        ),
        "works": (
            "das Budget für das nächste Jahr wird festgelegt",
            "ein Schaden oder eine Beanstandung",
            "ein Ausbau oder Umbau wird geplant",
        ),
    },
    objections={
        "software": ("ein laufendes System zu wechseln kostet Zeit", "die Leute müssen geschult werden"),
        "service": ("es gibt schon einen Dienstleister", "Fremde kennen unseren Betrieb nicht"),
        "goods": ("einen neuen Lieferanten zu qualifizieren ist aufwendig", "der heutige Preis ist niedriger"),
        "works": ("das Budget ist verplant", "die Arbeiten stören den Betrieb"),
    },
    owner="Inhaber",
    fallback=(("Betriebsleitung", "manager"), ("Geschäftsführung", "executive")),
)
FRENCH = ProfileWords(
    titles=re.compile(
        r"\b(?:responsables? (?:d['’]|de |des |du )?[a-zéèê-]+(?: (?!dans|pour|avec|leur)[a-zéèê-]{4,}(?!['’]))?|direct(?:eurs?|rices?) (?:d['’]|de |des |du |de l['’])?[a-zéèê]+|chefs? (?:de |d['’])[a-zéè]+"
        r"|gestionnaires?(?! (?:de|du) réseau)(?: (?:de |d['’])[a-zéè]+)?|acheteurs?|dirigeants?|gérants?|DAF|DRH|DSI)\b",
        re.I,
    ),
    sizes=re.compile(
        r"(?P<size>(?:de )?\d[\d \u00a0.]* à \d[\d \u00a0.]* (?:salariés|personnes|collaborateurs|employés|lits|véhicules|sites|repas par jour))"
    ),
    size_words=re.compile(r"(?<!de la )\b(?:PME|ETI|TPE|petites et moyennes entreprises)\b"),
    audience=re.compile(r"\b(?:pour|aux?|des|chez|avec|de)\b", re.I),
    minimum=re.compile(r"(?P<what>(?:minimum|au moins|à partir de) \d[\d .,]* (?!euros|heures|h\b)[a-zéè]+)", re.I),
    lower="moins de <reduced>",
    below="Entreprises sous le minimum indiqué (<what>)",
    outside="Entreprises hors de la taille indiquée (<size>)",
    rivals="Entreprises qui proposent elles-mêmes ce service",
    same_offer="Entreprises qui proposent elles-mêmes ce service",
    triggers={
        "software": (
            "un nouvel outil ou un nouveau site est prévu",
            "le tableur derrière le processus ne tient plus",
            "un nouveau responsable arrive",
        ),
        "service": (
            "un contrat arrive à échéance",
            "un incident ou une plainte est remonté à la direction",
            "un site ou une équipe grandit",
        ),
        "goods": (
            "un fournisseur manque une date ou un contrôle",
            "un nouveau produit ou une nouvelle série se prépare",
            "le fournisseur actuel augmente ses prix",
        ),
        "works": (
            "le budget de l'année prochaine se prépare",
            "un dégât ou un contrôle manqué",
            "une extension ou une rénovation est prévue",
        ),
    },
    objections={
        "software": ("changer d'outil prend du temps", "il faudra former les équipes"),
        "service": ("il y a déjà un prestataire", "quelqu'un de l'extérieur ne connaît pas le terrain"),
        "goods": ("qualifier un fournisseur demande un effort", "le prix actuel est plus bas"),
        "works": ("le budget est engagé", "les travaux gêneraient l'activité"),
    },
    owner="Gérant",
    fallback=(("Responsable d'exploitation", "manager"), ("Dirigeant", "executive")),
)
SPANISH = ProfileWords(
    titles=re.compile(
        r"\b(?:responsables? de(?: la| los)? [a-záéíóúñ]+|director(?:es|a|as)? (?:de [a-záéíóúñ]+|[a-záéíóúñ]+)|jef[ea]s? de [a-záéíóúñ]+|gerentes?(?: de [a-záéíóúñ]+)?"
        r"|compradores?|propietari[oa]s?|encargad[oa]s? de [a-záéíóúñ]+)\b",
        re.I,
    ),
    sizes=re.compile(
        r"(?P<size>(?:de |con )?\d[\d.,]* a \d[\d.,]* (?:empleados|personas|trabajadores|cajas|vehículos|camas|centros|almacenes))"
    ),
    size_words=re.compile(r"\b(?:pymes|pequeñas y medianas empresas)\b", re.I),
    audience=re.compile(r"\b(?:para|de|a|con|en)\b", re.I),
    minimum=re.compile(
        r"(?P<what>(?:mínimo de|al menos|desde|a partir de|(?<=de )más de) (?:un palé|(?!(?:19|20)\d\d\b)\d[\d.,]* (?!euros|pesos|horas)[a-záéíóúñ]+))",
        re.I,
    ),
    lower="menos <reduced>",
    below="Empresas por debajo del mínimo indicado (<what>)",
    outside="Empresas fuera del tamaño indicado (<size>)",
    rivals="Empresas que ofrecen ellas mismas este servicio",
    same_offer="Empresas que ofrecen ellas mismas este servicio",
    triggers={
        "software": (
            "se prepara un sistema o un centro nuevo",
            "la hoja de cálculo del proceso ya no da más de sí",
            "llega un responsable nuevo",
        ),
        "service": (
            "vence un contrato",
            "una incidencia o queja ha llegado a la dirección",
            "crece un centro o un equipo",
        ),
        "goods": (
            "un proveedor falla en la fecha o en la inspección",
            "se prepara un producto o una serie nueva",
            "el proveedor actual sube los precios",
        ),
        "works": (
            "se prepara el presupuesto del año que viene",
            "un daño o una inspección fallida",
            "se planea una ampliación o reforma",
        ),
    },
    objections={
        "software": ("cambiar un sistema en marcha lleva tiempo", "habrá que formar a la gente"),
        "service": ("ya hay un proveedor", "alguien de fuera no conoce la operación"),
        "goods": ("homologar a un proveedor cuesta esfuerzo", "el precio actual es más bajo"),
        "works": ("el presupuesto está comprometido", "las obras molestarían a la actividad"),
    },
    owner="Propietario",
    fallback=(("Director de operaciones", "manager"), ("Gerente", "executive")),
)
ITALIAN = ProfileWords(
    titles=re.compile(
        r"\b(?:responsabil[ei] (?:di |del |della |dell['’]|dei |degli )?[a-zàèéìòù]+(?: (?:di|e) [a-zàèéìòù]+)?|dirett(?:or[ei]|ric[ei]) (?:di |del |della |dell['’]|d['’])?[a-zàèéìòù]+"
        r"|capi?(?:o)? ?(?:officina|reparto|cantiere|produzione)|uffic(?:io|i) acquisti|titolar[ei]|amministrator[ei] (?:di condominio|condominial[ei]|delegat[oi]|unic[oi])"
        r"|governant[ei]|progettist[ai]|energy manager|store manager|retail manager|RSPP)\b",
        re.I,
    ),
    sizes=re.compile(
        r"(?P<size>(?:da |tra |tra i )?\d[\d.,]* (?:a|e|ai|e i) \d[\d.,]* (?:dipendenti|addetti|persone|camere|posti letto|punti vendita|locali|veicoli|mezzi|sedi|magazzini|coperti))"
    ),
    size_words=re.compile(r"\b(?:pmi|piccole e medie imprese|piccole catene)\b", re.I),
    audience=re.compile(r"\b(?:per|di|a|ai|alle|agli|con|in|soltanto|solo)\b", re.I),
    minimum=re.compile(
        r"(?P<what>(?:minimo (?:di )?|almeno |a partire da |ordine minimo(?: di)? )(?:una pedana|un bancale|\d[\d.,]* (?!euro|ore|giorni)[a-zàèéìòù]+))",
        re.I,
    ),
    lower="meno <reduced>",
    below="Aziende sotto il minimo indicato (<what>)",
    outside="Aziende fuori dalla dimensione indicata (<size>)",
    rivals="Aziende che offrono loro stesse questo servizio",
    same_offer="Aziende che offrono loro stesse questo servizio",
    triggers={
        "software": (
            "si prepara un nuovo sistema o una nuova sede",
            "il foglio di calcolo del processo non basta più",
            "arriva un nuovo responsabile",
        ),
        "service": (
            "un contratto è in scadenza",
            "un incidente o un reclamo è arrivato in direzione",
            "una sede o una squadra cresce",
        ),
        "goods": (
            "un fornitore manca una data o un controllo",
            "si prepara un nuovo prodotto o una nuova serie",
            "il fornitore attuale aumenta i prezzi",
        ),
        "works": (
            "si prepara il budget dell'anno prossimo",
            "un danno o un'ispezione non superata",
            "si progetta un ampliamento o una ristrutturazione",
        ),
    },
    objections={
        "software": ("cambiare un sistema in uso richiede tempo", "bisognerà formare le persone"),
        "service": ("c'è già un fornitore", "chi viene da fuori non conosce il lavoro"),
        "goods": ("qualificare un fornitore costa fatica", "il prezzo attuale è più basso"),
        "works": ("il budget è già impegnato", "i lavori disturberebbero l'attività"),
    },
    owner="Titolare",
    fallback=(("Direttore operativo", "manager"), ("Direttore generale", "executive")),
)
WORDS = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH, "it": ITALIAN}
