"""Words that job titles are made of, so that a title in capitals is not taken for a name."""

import re

from core.grounding.wording import fold
from core.sentences import word_set

ROLES = re.compile(
    r"\b(?:manager|director|head|chief|officer|owner|co-?founder|founder|president|vp|svp|evp|lead|leader|supervisor"
    r"|engineer|buyer|planner|coordinator|administrator|specialist|controller|accountant|partner|principal|dean|matron"
    r"|superintendent|foreman|technician|analyst|architect|executive|ceo|cfo|coo|cto|cio|cmo|chro|ciso|cpo|decision-maker"
    r"|secretary|treasurer|bursar|chef|practitioner|doctor|dentist|pharmacist|veterinarian|farmer|grower|lawyer|counsel"
    r"|broker|agent|merchandiser|scientist|researcher|professor|teacher|nurse|clerk|operator|contractor|builder|designer"
    r"|\w*(?:leiter|leitung|leiterin|fuhrer|fuhrung|fuhrerin|manager|managerin|beauftragte[rn]?|verantwortliche[rn]?"
    r"|kaufer|kauferin|inhaber|inhaberin|meister|meisterin|planer|ingenieur|konstrukteur|vorstand|referent|disponent"
    r"|techniker|direktor|direktorin|verwalter|verwalterin|bewirtschafter|bewirtschafterin|arzt|apotheker|entscheider|sachkundige|schaftsfuhrer|eigentumer|prokurist|wart|trager)\w{0,4}"
    r"|fachkraft|leitende[rn]?|responsable|responsabile|directeur|directrice|directora?|direttore|direttrice|chef(?:fe)?"
    r"|gerant|gerante|dirigeant|gerente|gestionnaire|acheteur|acheteuse|ingenieur|ingenieure|president|pdg|daf|drh|dsi"
    r"|fondateur|fondatrice|proprietaire|patron|titulaire|exploitant|pharmacien|pharmacienne|medecin|intendant|conducteur"
    r"|jef[ea]|propietari[oa]|encargad[oa]|comprador[ae]?|ingenier[oa]|socio|socia|fundador[ae]?|administrador[ae]?"
    r"|titolare|amministratore|capo\w*|progettista|controleu[rs]e?|gouvernante|gobernanta|ingegnere|acquirente|buyer|proprietari[oa]|fondatore|socio|gestore|addett[oa]"
    r"|ristoratore|governante|rspp|cordinador|coordinador|maitre|maestro|decideur|decisore)s?\b"
)
"""A role, in five languages, folded."""

DEPARTMENTS = word_set(
    """
    accounts administration admin aftersales assembly assets audit brand business campus care category claims clinical
    commerce commercial compliance construction content contracts credit customer customers customs cyber cycle data
    delivery demand design development digital direct distribution dock e-commerce ecommerce ehs electrical energy
    environment environmental equipment estate estates events experience export facilities facility factory field
    finance financial fleet food foods fraud freight fulfilment general global goods grants ground group growth health
    hr human hse import indirect industrial information infrastructure innovation inside insurance internal inventory
    investment it lab laboratory labs learning legal life line loss major managing marketplace marketplaces materials
    media medical merchandise network office online operations paid parts payroll people plant platform practice
    pricing process procurement product products programme program project projects property public purchasing qa qc
    quality r&d real reliability resources retail returns revenue risk safety sales science security senior service
    services shift shipping shop site sites social software sourcing staff stock store stores strategy success supplier
    supply support sustainability systems talent tax technical technology terminal trade traffic training transport
    travel treasury utilities vendor warehouse waste water web wholesale works workplace yard junior deputy vice
    assistant regional national international area division department chain floor kitchen menu guest branch branches
    einkauf verkauf vertrieb betrieb betriebs technik werk werks lager logistik versand produktion fertigung personal
    qualitat qualitats arbeitssicherheit instandhaltung wartung finanzen recht it-leitung disposition fuhrpark kuche
    pflege labor bau projekt projekte umwelt energie kundendienst kommunikation haustechnik facility-management
    achats ventes production qualite securite maintenance exploitation logistique entrepot travaux finances ressources
    humaines technique usine site atelier cuisine documentation commercial commerciale informatique magasin flotte
    compras ventas produccion calidad seguridad mantenimiento operaciones logistica almacen obra finanzas recursos
    humanos tecnico tecnica planta taller cocina comercial sistemas tienda flota trafico explotacion finca acquisti
    vendite produzione qualita sicurezza manutenzione operazioni logistica magazzino cantiere finanza risorse umane
    tecnico tecnica stabilimento officina cucina commerciale sistemi negozio flotta personale amministrazione
    """
)
"""Departments and fields of work, in five languages, folded."""

_FIELD_ENDINGS = re.compile(
    r"(?:ing|tion|tions|ment|ance|ence|ics|ity|ness|ship|ware|ung|heit|keit|tat|schaft|wesen|handel|bau|technik|kauf"
    r"|trieb|pflege|dienst|sicherheit|age|ique|cion|miento|idad|encia|istica|zione|mento|ita|enza|logie|logia|logy)$"
)
"""Endings of nouns that name a field of work; few surnames have them."""


def is_job_word(word: str) -> bool:
    """Return whether a word belongs in job titles: a role, a department, or a noun that names a field of work."""
    plain = fold(word)
    return (
        plain in DEPARTMENTS or bool(ROLES.fullmatch(plain)) or (len(plain) >= 7 and bool(_FIELD_ENDINGS.search(plain)))
    )
