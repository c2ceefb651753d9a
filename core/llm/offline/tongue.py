"""Tell which of the five languages a short text is in, from its function words."""

import re
from functools import lru_cache

from core.sentences import word_set

_SIGNS: dict[str, frozenset[str]] = {
    "en": word_set(
        """
        the and with for from that your our are is we you have has in of to every each not by into their they
        than without it its on at per no when who what which before after still us be can will was were them off
        """
    ),
    "de": word_set(
        """
        der die das und mit für von ist sind wir ihr ihre sie nicht ein eine einen im auf bei zum zur aus nach
        wird werden ohne unsere unser oder den dem des keine kein auch vom wie seit durch über alle jede jeder
        ab bis am in
        """
    ),
    "fr": word_set(
        """
        le la les des et avec pour vous nous est sont une dans sur sans votre vos notre nos qui que du au aux
        chez plus par pas en un ne de a ce cette ces leur leurs ou depuis chaque
        """
    ),
    "es": word_set(
        """
        el la los las una y con para por es son en sin su sus nuestro nuestra nuestros nuestras que del al más
        un no se cada desde sobre a lo como o entre hasta de les
        """
    ),
    "it": word_set(
        """
        il lo la i gli le un una uno e di del della dei delle degli dello al alla ai alle agli dal dalla dai dalle nel
        nella nei nelle sul sulla per con che non è sono in da ogni chi si ci più anche senza entro quando nostro
        nostra nostri nostre suo sua suoi sue tra fino o a se
        """
    ),
}
_LETTERS = {
    "de": re.compile(r"[äöüß]", re.I),
    "es": re.compile(r"[ñ¿¡]", re.I),
    "fr": re.compile(r"[çœàèêûîù]|\b[ldnqs]['’]", re.I),
    "it": re.compile(r"[ìò]|[àù]\b|\bè\b|\b(?:l|un|dell|nell|all|dall|sull|c)['’]", re.I),
}
_WORD = re.compile(r"[a-zäöüßéèêëàâçîïôûùœñáíóúìò]+", re.I)


@lru_cache(maxsize=4096)
def tongue(text: str) -> str | None:
    """Return the language's code, or None where the text gives too little to tell."""
    found = [word.lower() for word in _WORD.findall(text)]
    votes = {code: float(sum(word in signs for word in found)) for code, signs in _SIGNS.items()}
    for code, letters in _LETTERS.items():
        votes[code] += 1.5 * len(letters.findall(text))
    ranked = sorted(votes.items(), key=lambda vote: -vote[1])
    return ranked[0][0] if ranked[0][1] >= 1 and ranked[0][1] > ranked[1][1] else None


def reads_as(text: str, language: str, site_language: str) -> bool:
    """Tell whether a text can stand in an email of that language; what cannot be told is taken for the site's own."""
    return (tongue(text) or site_language) == language
