# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""Job titles: from the plural of a sentence to what stands on a business card, and how senior it is."""

import re

from core.icp import Seniority

_RANKS: tuple[tuple[Seniority, re.Pattern[str]], ...] = (
    ("founder", re.compile(r"\b(?:owner|founder|inhaber\w*|gründer\w*|gérant\w*|fondateur|propietari\w+|fundador\w*|exploitant|titolar[ei]|fondator[ei])\b", re.I)),
    ("executive", re.compile(r"\b(?:c[a-z]o|chief|president|vp|(?:managing |executive )?director|geschäftsf\w+|vorstand\w*|daf|drh|dsi|directeur\w*|directrice|dirigeant|gerente|director\w*|direttor[ei]|direttric[ei]|amministrator[ei] (?:delegat|unic)\w*)\b", re.I)),
    ("practitioner", re.compile(r"\b(?:engineer|buyer|clerk|technician|planner|supervisor|administrator|einkäufer\w*|konstrukteur\w*|ingenieur\w*|acheteur\w*|ingénieur\w*|comprador\w*|ingeniero\w*|ingegner[ei]|progettist[ai])\b", re.I)),
)  # fmt: skip

USUAL_READERS: dict[str, dict[str, tuple[str, Seniority]]] = {
    "11": {"en": ("Farm Manager", "manager"), "de": ("Betriebsleitung", "manager"),
           "fr": ("Chef d'exploitation", "manager"), "es": ("Gerente", "executive"), "it": ("Titolare", "founder")},
    "23": {"en": ("Contracts Manager", "manager"), "de": ("Bauleitung", "manager"),
           "fr": ("Conducteur de travaux", "manager"), "es": ("Jefe de obra", "manager"),
           "it": ("Direttore tecnico", "manager")},
    "31-33": {"en": ("Plant Manager", "manager"), "de": ("Werkleitung", "manager"),
              "fr": ("Directeur d'usine", "manager"), "es": ("Director de planta", "manager"),
              "it": ("Responsabile di stabilimento", "manager")},
    "42": {"en": ("Managing Director", "executive"), "de": ("Geschäftsführung", "executive"),
           "fr": ("Directeur général", "executive"), "es": ("Director general", "executive"),
           "it": ("Direttore generale", "executive")},
    "44-45": {"en": ("Retail Operations Manager", "manager"), "de": ("Filialleitung", "manager"),
              "fr": ("Directeur de magasin", "manager"), "es": ("Director de tiendas", "manager"),
              "it": ("Retail manager", "manager")},
    "online": {"en": ("Head of E-commerce", "manager"), "de": ("Leitung E-Commerce", "manager"),
               "fr": ("Responsable e-commerce", "manager"), "es": ("Responsable de e-commerce", "manager"),
               "it": ("E-commerce manager", "manager")},
    "48-49": {"en": ("Head of Logistics", "manager"), "de": ("Leitung Logistik", "manager"),
              "fr": ("Responsable logistique", "manager"), "es": ("Responsable de logística", "manager"),
              "it": ("Responsabile logistica", "manager")},
    "21": {"en": ("Site Manager", "manager"), "de": ("Betriebsleitung", "manager"),
           "fr": ("Directeur d'exploitation", "executive"), "es": ("Director de operaciones", "executive"),
           "it": ("Direttore di produzione", "executive")},
    "53": {"en": ("Property Manager", "manager"), "de": ("Immobilienverwalter", "manager"),
           "fr": ("Gestionnaire immobilier", "manager"), "es": ("Administrador de fincas", "manager"),
           "it": ("Responsabile immobiliare", "manager")},
    "61": {"en": ("Business Manager", "manager"), "de": ("Verwaltungsleitung", "manager"),
           "fr": ("Directeur d'établissement", "manager"), "es": ("Director de centro", "manager"),
           "it": ("Dirigente scolastico", "manager")},
    "62": {"en": ("Practice Manager", "manager"), "de": ("Verwaltungsleitung", "manager"),
           "fr": ("Directeur d'établissement", "manager"), "es": ("Director de centro", "manager"),
           "it": ("Direttore di struttura", "manager")},
    "72": {"en": ("Owner", "founder"), "de": ("Inhaber", "founder"), "fr": ("Gérant", "founder"),
           "es": ("Propietario", "founder"), "it": ("Titolare", "founder")},
}  # fmt: skip
"""Who runs the operation of a buyer, by NAICS sector (or `online` for shops on the web) and language: for a
site that names nobody."""


def rank(title: str) -> Seniority:
    """Return how senior a title is; one that says nothing of it is a manager's."""
    return next((name for name, pattern in _RANKS if pattern.search(title)), "manager")


def singular(title: str, language: str) -> str:
    """Return a title as on a business card: `warehouse managers` becomes `Warehouse Manager`."""
    return _SINGULAR[language](title.strip())


def _english(title: str) -> str:
    head, of, rest = title.partition(" of ")
    words = head.split()
    if words[-1].lower().endswith("s") and not words[-1].lower().endswith("ss"):
        words[-1] = words[-1][:-1]
    named = " ".join(word if word.isupper() else word[:1].upper() + word[1:].lower() for word in words)
    return named + (f" of {rest[:1].upper()}{rest[1:]}" if of else "")


def _german(title: str) -> str:
    title = title.replace("Fachkräfte", "Fachkraft")
    return re.sub(
        r"(leitung|führung)en$", r"\1", re.sub(r"(leiter|manager|führer|einkäufer|inhaber)innen$", r"\1in", title)
    )


def _french(title: str) -> str:
    head, _, rest = title.partition(" ")
    one = head[:-1] if head.lower().endswith("s") and not head.isupper() else head
    if one.lower() in ("directeur", "directrice") and rest.endswith("s"):
        rest = rest[:-1]
    return f"{one[:1].upper()}{one[1:]} {rest}".strip()


def _spanish(title: str) -> str:
    head, _, rest = title.partition(" ")
    one = re.sub(r"^(director|comprador)es$", r"\1", head, flags=re.I)
    one = (
        one[:-1] if one.lower() in ("responsables", "jefes", "jefas", "gerentes", "propietarios", "encargados") else one
    )
    return f"{one[:1].upper()}{one[1:]} {rest}".strip()


def _italian(title: str) -> str:
    head, _, rest = title.partition(" ")
    one = re.sub(
        r"^(direttor|responsabil|dirigent|amministrator|progettist|titolar|ingegner)i$", r"\1e", head, flags=re.I
    )
    one = re.sub(r"^(progettist)e$", r"\1a", re.sub(r"^(direttric)i$", r"\1e", one, flags=re.I), flags=re.I)
    one = re.sub(r"^capi(\w*)$", r"capo\1", re.sub(r"^governanti$", "governante", one, flags=re.I), flags=re.I)
    return f"{one[:1].upper()}{one[1:]} {rest}".strip()


_SINGULAR = {"en": _english, "de": _german, "fr": _french, "es": _spanish, "it": _italian}
