"""Tell what a page is for by its address, title and first heading."""

import re
from typing import Literal
from urllib.parse import unquote, urlsplit

PageRole = Literal[
    "start",
    "product",
    "pricing",
    "customers",
    "audience",
    "about",
    "faq",
    "contact",
    "other",
    "blog",
    "jobs",
    "legal",
    "apart",
]
"""apart: speaks to suppliers, the press, investors, or to people who are logged in."""

_ROLES: tuple[tuple[PageRole, str], ...] = (
    ("customers", r"(?:jobs|works?)-(?:completed|done)|(?:completed|recent|past|finished)-(?:jobs|works?)"),
    (
        "legal",
        r"privacy|terms|imprint|impressum|legal|cookies?|datenschutz|agb|mentions|confidentialite|cgv|cgu|"
        r"aviso|privacidad|"
        r"disclaimer|gdpr|rgpd|widerruf|accessibility|barrierefrei|sitemap|condiciones|terminos|conditions|"
        r"policy|policies|rechtliches|dpa|note-legali|informativa|termini",
    ),
    (
        "jobs",
        r"careers?|jobs?|hiring|vacanc|karriere|stellen|ausbildung|recrutement|carrieres?|emplois?|empleos?|"
        r"vacantes|join-us|work-with-us|"
        r"trabaja|rejoindre|bewerb\w*|kandidaten|candidat(?:e|o)?s?|candidati|job-?seekers|lavora-con-noi|posizioni-aperte|"
        r"carriera",
    ),
    (
        "apart",
        r"login|log-in|signin|sign-in|signup|sign-up|register|account|konto|anmelden|connexion|cart|"
        r"warenkorb|panier|carrito|checkout|press|presse|"
        r"prensa|investors?|suppliers?|lieferanten|fournisseurs|carriers|affiliates?|resellers?|newsletter|"
        r"search|suche|status|docs|api|"
        r"documentation|portal|admin|wp-|feed|rss|unsubscribe|thank|danke|merci|404|share|intent|stampa|fornitori|"
        r"investitori|accedi|carrello|area-clienti",
    ),
    (
        "blog",
        r"blogs?|insights?|news|aktuelles|magazin|actualites|noticias|articles?|posts?|events?|webinars?|podcasts?|ratgeber|glossar\w*|glossary|wiki|press-releases|category|tags?|author|20[012]\d",
    ),
    (
        "pricing",
        r"pricing|prices?|plans?|preise|festpreise|tarife?|kosten|tarifs?|prix|precios|planes|tarifas|packages|pakete|catalogo|catalogue|catalog|stock|prezz[io]|tariffe|listino|canoni",
    ),
    (
        "customers",
        r"customers?|clients?|case-?stud\w*|cases?|success\w*|references?|referenzen|kunden\w*|"
        r"testimonials?|stories|story|projects?|projekte|"
        r"portfolio|work|results?|ergebnisse|realisations?|temoignages?|cas-clients?|cuisines|casos\S*|"
        r"exito|clientes|proyectos|resultados|erfolge\w*|praxis\w*|why|clienti|referenze|casi\S*|risultati|lavori|"
        r"progetti|realizzazioni|perche\S*|wins?|track-record|anwender|objekte|mandats|mandats-realises|obras|trabajos",
    ),
    (
        "audience",
        r"industr\w+|sectors?|sectores|branchen?|secteurs?|use-?cases?|solutions?-for|for|fuer|who-we-\w+|"
        r"who|zielgruppen|entreprises|shippers|pour|para|segments?|markets?|settor[ei]|per-chi|a-chi\S*|mercati|imprese|"
        r"aziende",
    ),
    (
        "product",
        r"products?|produkte?|services?|leistung\w*|solutions?|loesung\w*|losungen|platform|plattform|"
        r"features?|funktion\w*|how-it-works|how|capabilit\w+|what-we-do|"
        r"offer\w*|angebot\w*|prestations?|produits?|formations?|fonctionn\w+|solucion\w*|servicios?|"
        r"productos?|inspections?|scales|wartung|technolog\w+|"
        r"expertise|was-wir-\w+|ablauf|methode|method|process|programs?|equipment|metiers?|savoir-faire|"
        r"rental|repair|security|integrations?|serviz[io]|prodott[io]|soluzion[ei]|come-funziona|come-lavoriamo|"
        r"lavorazioni|metodo|corsi|noleggio|manutenzione|attivita",
    ),
    ("faq", r"faqs?|questions?|preguntas\S*|fragen|haeufige\S*|help|hilfe|aide|ayuda|support|domande\S*"),
    (
        "about",
        r"about\S*|company|ueber\S*|uber-uns|unternehmen|team|story|history|a-propos|qui-sommes\S*|nosotros|quienes\S*|empresa|acerca|histoire|historia|wir|home|locations?|standorte?|chi-siamo|azienda|storia|squadra",
    ),
    (
        "contact",
        r"contact\S*|kontakt|contacto|quote|demo|get-started|termin|rendez-vous|devis|cotiza\w*|contatti|preventivo",
    ),
)
_PATTERNS = tuple((role, re.compile(rf"(?:^|[/_.-])(?:{words})(?:$|[/_.-])")) for role, words in _ROLES)
_FOLDED = str.maketrans("äöüßéèêëàâîïôûçáíóúñìòù", "aousee" + "eeaaiioucaiouniou")


def role_of(url: str, title: str = "", heading: str = "", *, is_start: bool = False) -> PageRole:
    """Return what a page is for; its address says it first, then its title, then its first heading."""
    if is_start:
        return "start"
    path = unquote(urlsplit(url).path).lower().removesuffix(".html").removesuffix("/index").translate(_FOLDED)
    for text in (path, _slug(title), _slug(heading)):
        for role, pattern in _PATTERNS:
            if pattern.search(text):
                return role
    return "other"


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower().translate(_FOLDED))
