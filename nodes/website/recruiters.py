"""Read the sites of those who sell recruitment: there the words of job adverts are the offer."""

from dataclasses import replace

from nodes.website.cue import Cue
from nodes.website.cues.table import Cues
from nodes.website.html import Document

_SELLS = Cue(
    r"\b(?:recruitment (?:agency|firm|company|partner|consultan\w+|specialists?|for|of)|recruits .{3,80} for|"
    r"(?:executive|staff) search|staffing (?:agency|firm|company|services|for)|headhunt\w+|labour hire|"
    r"temp(?:ing)? agency|"
    r"personalvermittlung|personaldienstleist\w+|personalberatung|zeitarbeit|arbeitnehmerüberlassung|"
    r"cabinet de recrutement|agence (?:de recrutement|d’intérim|de placement)|chasseurs? de têtes|"
    r"^recrutement (?:de|d’|en|pour)|"
    r"selección de (?:personal|perfiles|técnicos|directivos)|agencia de (?:empleo|colocación|selección)|"
    r"empresa de trabajo temporal|ricerca e selezione|agenzia per il lavoro|somministrazione di (?:lavoro|personale)|"
    r"selezione del personale)\b"
)
_TO_STAFF = Cue(
    r"\b(?:work(?:ing)? (?:with|for|at) us|join (?:us|our team)|our own vacanc\w+|arbeiten bei uns|karriere bei uns|"
    r"travailler (?:chez|avec) nous|trabaja con nosotros|lavora con noi)\b"
)
_BENEFITS = Cue(
    r"\b(?:holidays? (?:a|per) year|days[’']? holiday|health insurance|per hour plus|urlaubstage|jobrad|homeoffice|"
    r"télétravail|reer|treizième mois|mutuelle|días de vacaciones|seguro médico|buoni pasto|quattordicesima)\b"
)
_HERO_BLOCKS = 12


def sells_recruitment(start: Document) -> bool:
    """Tell whether a start page says in its title, description or first lines that people are found for others."""
    first = " \n".join(block.text for block in start.reading[:_HERO_BLOCKS])
    return any(_SELLS.search(text) for text in (start.title, start.metas.get("description", ""), first))


def for_recruiters(cues: Cues) -> Cues:
    """Return cues that take only what own staff gets for a job advert."""
    return replace(cues, jobs=_BENEFITS, jobs_heading=_TO_STAFF)
