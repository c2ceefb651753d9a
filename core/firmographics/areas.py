"""Names of places that no list of countries and their parts holds: groups of countries, short names, known regions."""

from core.grounding.wording import fold

_EU = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE"
_LATIN_AMERICA = "AR BO BR CL CO CR CU DO EC SV GT HN MX NI PA PY PE UY VE"
_NORDICS = "DK FI IS NO SE"

_GROUPS = {
    "eu|e.u|ue|u.e|european union|europäische union|europäischen union|eu-länder|union européenne|unión europea"
    "|unione europea": _EU,
    "europe|europa|western europe|westeuropa": f"{_EU} CH GB IS LI NO",
    "dach|d-a-ch|dach-region|dach region|deutschsprachiger raum|german-speaking countries": "DE AT CH",
    "benelux|bénélux|benelux-länder": "BE NL LU",
    "nordics|nordic countries|nordische länder|pays nordiques|países nórdicos|paesi nordici": _NORDICS,
    "scandinavia|skandinavien|scandinavie|escandinavia": "DK NO SE",
    "baltics|baltic states|baltikum|pays baltes|países bálticos|paesi baltici": "EE LV LT",
    "iberia|iberian peninsula|península ibérica|péninsule ibérique|iberische halbinsel": "ES PT",
    "uk and ireland|uk & ireland|british isles": "GB IE",
    "latam|latin america|lateinamerika|amérique latine|latinoamérica|américa latina|america latina": _LATIN_AMERICA,
    "central america|centroamérica|zentralamerika|mittelamerika|amérique centrale": "BZ CR SV GT HN NI PA",
    "north america|nordamerika|amérique du nord|norteamérica|américa del norte|nord america|nordamerica": "US CA MX",
    "anz|australasia": "AU NZ",
    "gcc|gulf states|golfstaaten": "AE BH KW OM QA SA",
}
_SHORT = {
    "uk|u.k|great britain|britain|großbritannien|grande-bretagne|gran bretaña|gran bretagna|inghilterra|inglaterra"
    "|angleterre": "GB",
    "us|usa|u.s|u.s.a|the states|ee. uu|ee.uu|eeuu|stati uniti d'america|états-unis d'amérique": "US",
    "brd|bundesrepublik": "DE",
    "holland|hollande|holanda|olanda": "NL",
    "czech republic|tschechische republik|république tchèque|república checa|repubblica ceca": "CZ",
    "russia|russland|russie|rusia": "RU",
    "turkey": "TR",
    "uae|emirates": "AE",
    "south korea": "KR",
    "ivory coast": "CI",
    "cape verde": "CV",
    "vietnam": "VN",
}
_REGIONS = {
    "greater manchester|cheshire|yorkshire|west yorkshire|south yorkshire|midlands|west midlands|east midlands"
    "|east anglia|home counties|merseyside|tyneside|thames valley|north west england|greater london|berkshire|sussex"
    "|highlands|écosse|schottland|escocia|scozia|pays de galles|gales|galles|irlande du nord"
    "|nordirland|m4 corridor": "GB",
    "new england|midwest|pacific northwest|west coast|east coast|bay area|silicon valley|great lakes|sun belt"
    "|mid-atlantic|gulf coast|tri-state area|lower 48|continental us|contiguous united states|great plains|puget sound"
    "|new york city|los angeles|chicago|boston|houston|dallas|seattle|atlanta": "US",
    "nrw|sauerland|ruhrgebiet|rheinland|münsterland|siegerland|ostwestfalen|ostwestfalen-lippe|owl|bergisches land"
    "|schwaben|franken|schwarzwald|allgäu|bodensee|rhein-main|rhein-main-gebiet|rhein-neckar|oberpfalz|emsland"
    "|lausitz|eifel|weserbergland|niederrhein|mitteldeutschland|köln|münchen|frankfurt|stuttgart|düsseldorf|leipzig"
    "|dresden|nürnberg|hannover|bielefeld|lüdenscheid": "DE",
    "waldviertel|weinviertel|innviertel|salzkammergut|linz|graz|innsbruck": "AT",
    "romandie|suisse romande|deutschschweiz|westschweiz|lausanne|mittelland": "CH",
    "picardie|rhône-alpes|alsace|lorraine|champagne|auvergne|aquitaine|languedoc|limousin|poitou|franche-comté"
    "|bourgogne|haute-normandie|basse-normandie|île-de-france|région parisienne|lyon|marseille|toulouse|bordeaux"
    "|lille|nantes|rennes|strasbourg|grenoble|hauts-de-france": "FR",
    "flandre|flandres|flanders|flandern|wallonie|wallonia|liège|anvers|bruxelles|brussels|brüssel": "BE",
    "levante|comunidad valenciana|país vasco|euskadi|cataluña|catalonia|katalonien|baleares|comunidad de madrid"
    "|costa del sol|meseta|zaragoza|alicante|a coruña|navarra|región de murcia|asturias|madrid": "ES",
    "bajío|cdmx|ciudad de méxico|valle de méxico|monterrey|guadalajara, jalisco|yucatán": "MX",
    "triveneto|nordest|nord-est|nordovest|nord-ovest|centro italia|nord italia|sud italia|brianza|trentino"
    "|alto adige|friuli|garda|dolomiti|pianura padana|romagna|emilia|valle d'aosta|sicilia|sardegna|milano|torino"
    "|roma|napoli|bologna|firenze|venezia|genova|palermo|bari": "IT",
}


def named_areas() -> dict[str, tuple[str, ...]]:
    """Return the ISO 3166-1 alpha-2 codes of every such name, folded."""
    rows = (*_GROUPS.items(), *_SHORT.items(), *_REGIONS.items())
    return {fold(name): tuple(codes.split()) for names, codes in rows for name in names.split("|")}


def short_names() -> frozenset[str]:
    """Return the short names of whole countries, folded."""
    return frozenset(fold(name) for names in _SHORT for name in names.split("|"))
