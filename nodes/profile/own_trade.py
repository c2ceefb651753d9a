"""The commonest mistake of a profile: the seller's own industry in the place of its buyers'."""

import re

from core.company import Company
from core.firmographics.sectors import sectors_of
from core.grounding.wording import ALL_STOP_WORDS, content_stems, fold
from core.sentences import word_set

GENERIC_WORDS = word_set(
    """
    industry industries sector sectors company companies firm firms business businesses provider providers service
    services market organization organizations organisation organisations vendor vendors supplier suppliers space
    branche branchen unternehmen firmen betriebe anbieter dienstleister markt wirtschaft industrie secteur secteurs
    entreprise entreprises prestataire prestataires societe societes industria sector sectores empresa empresas
    proveedor proveedores mercado operators operator brands brand institutions chains groups facilities practices
    settore settori azienda aziende imprese fornitore fornitori mercato
    """
)
"""Words that the names of industries end with, folded; they say nothing of which industry it is."""
_GENERIC_ENDING = re.compile(r"(?:s?industrie|s?branche|s?sektor|s?wirtschaft|s?unternehmen|s?betriebe|s?firmen)$")
_TO_BUYERS = re.compile(
    r"(?<!maker )(?<!makers )(?<!manufacturer )(?<!manufacturers )(?<!provider )(?<!supplier )(?<!producer )"
    r"(?<!hersteller )(?<!anbieter )(?<!fabricant )(?<!fabricante )(?<!produttore )(?<!proveedor )(?<!fournisseur )"
    r"\b(?:for|to|with|from|helps?|at|in|of|used by|among|fur|von|bei|mit|an|im|pour|des|chez|aux?|de|para|con|por|per"
    r"|da|dai|presso|di|dei|delle|a)\s",
)
_CUSTOMERS = re.compile(
    r"\b(?:customers|clients|kunden|kundinnen|clientes|clienti|users|buyers|utilisateurs|usuarios)\b"
)
_TRADES = (
    r"computer|network|server|cyber|software|saas|\bapps?\b|portal|platform|cloud|website|hosting|information tech"
    r"|ordinateur|informati[ckq]|\bedv|netzwerk|plattform|ordenador|plataforma|piattaforma|reseaux|technology compan",
    r"accounting|bookkeep|\btax\b|steuer|buchhalt|comptab|contab|fiscal|commercialist",
    r"\blegal|\blaw\b|patent|rechtsb|juridi|abogad|avocat|avvocat",
    r"consult|beratung|conseil|asesor|consulen",
    r"marketing|advertis|\bdesign|werbe|publici|agenc",
    r"translat|ubersetz|traduct|traduit|traduzion",
    r"\btest(?:s|ing)?\b|laborator|\blabore?\b|inspect",
    r"\bclean|reinig|nettoy|limpi|pulizi",
    r"staffing|recruit|personal(?:dienst|verm)|zeitarbeit|interim|seleccion de personal",
    r"\bwaste|recycl|entsorg|dechets|residuos|rifiuti",
    r"freight|haul|\bship(?:s|ping)|transport|warehous|fulfil|logisti|spedit|\blager|\bfracht|entrep(?:o|os)|\bfret\b|flete"
    r"|almacen|trasport|magazzin|courier|parcel",
    r"\btrain(?:s|ing)|\bcourse|schulung|formation|formazion|formacion|e-learning",
    r"renovat|roof|scaffold|construct|\bbau|gerust|travaux|\bobras?\b|costru|edili",
    r"repair|maintain|maintenance|laundry|repar|wartung|wartet|instand|wascher|blanchi|mantenimiento|lavand|laviamo|manutenz",
    r"\brent(?:s|al)|\bhire|\bleas|vermiet|\bmiet|\bloue|alquil|nolegg",
    r"insur|financ|payment|\blend|versicher|assur|\bpagos|paiement|segur|pagament|assicur",
)
"""What is sold, which is also what its sellers are called; makers of goods have no entry, for they sell to makers."""


def is_own_trade(industry: str, company: Company) -> bool:
    """Return whether an industry is the seller's own: what it sells, and named by nothing that tells of buyers."""
    sold, buyers = _sold(company), _buyers(company)
    matter = _matter(industry, company.language)
    if not matter or _told(matter, buyers, company.language):
        return False
    if _told(matter, (sold, company.name), company.language):
        return True
    if _sectors(industry) & _sectors(*buyers):
        return False
    return any(re.search(trade, sold) and re.search(trade, _plain(industry)) for trade in _TRADES)


def buyers_of(company: Company) -> tuple[str, ...]:
    """Return the company's audience, as the site words it, where it names an industry that is not its own trade."""
    return tuple(
        text for text in company.audience if len(text) <= 80 and _sectors(text) and not is_own_trade(text, company)
    )


def _sold(company: Company) -> str:
    """Return what is sold, up to the word that introduces for whom."""
    sells = _plain(company.sells)
    match = _TO_BUYERS.search(sells)
    return sells[: match.start()] if match else sells


def _buyers(company: Company) -> tuple[str, ...]:
    """Return the passages that tell who buys."""
    offers = [fact.text for fact in company.facts if fact.kind == "offer"]
    told = [_after(_TO_BUYERS, text) for text in (company.sells, *offers)]
    told += [_after(_CUSTOMERS, fact.text) for fact in company.facts]
    told += [fact.text for fact in company.facts if fact.kind == "audience"]
    return tuple(text for text in (*company.audience, *told) if text)


def _after(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(fold(text))
    return fold(text)[match.end() :] if match else ""


def _matter(text: str, language: str) -> frozenset[str]:
    """Return the words that say which industry it is, without those that every industry's name has."""
    words = [word for word in re.findall(r"[^\W_]+", text) if fold(word) not in GENERIC_WORDS]
    kept = [fold(word) for word in words if word.isupper() or fold(word) not in ALL_STOP_WORDS]
    return frozenset(_GENERIC_ENDING.sub("", word) for word in kept) - {""}


def _told(matter: frozenset[str], texts: tuple[str, ...], language: str) -> bool:
    """Return whether each word of an industry stands in the texts, by its stem or as the start of a compound."""
    known = {fold(word) for text in texts for word in re.findall(r"[^\W_]+", text)}
    stems = {stem for word in known for stem in content_stems(word, language)}
    return all(
        word in known
        or bool(set(content_stems(word, language)) & stems)
        or (len(word) >= 6 and any(one.startswith(word) for one in known))
        for word in matter
    )


def _sectors(*texts: str) -> set[str]:
    return {sector.code for sector in sectors_of(texts)}


def _plain(text: str) -> str:
    """Return a text folded, `IT` in full: small, it would be a pronoun."""
    return fold(re.sub(r"\bIT\b", "informatics", text))
