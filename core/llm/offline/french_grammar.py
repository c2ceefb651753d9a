# ruff: noqa: E501 - one phrase or pattern per line reads better than a broken one
"""French grammar: how its sentences are recognised, and the few safe ways to change them."""

import re

from core.llm.offline.language import Grammar
from core.llm.offline.sentences import head_of, small_head, without_last_of
from core.sentences import word_set, words

FINITE = word_set(
    """
    est sont était étaient sera a ont avait avaient peut peuvent doit doivent coûte coûtent commence commencent
    met mettent prend prennent revient reviennent reste restent dure durent fait font va vont vient viennent
    arrive arrivent passe passent permet permettent utilisent travaillent confient produisent gagne gagnent perd
    perdent paie paient part partent tient tiennent suit suivent livre livrent assure assurent répond répondent
    comprend comprennent inclut incluent couvre couvrent évite évitent réduit réduisent économise économisent
    attend attendent bloque bloquent finit finissent suffit suffisent demande demandent porte portent repose
    reposent tombe tombent mesure mesurent contrôle contrôlent intervient interviennent reçoit reçoivent dépend
    fournit
    """
)
_OPAQUE = word_set(
    """
    plateforme entreprise logiciel logiciels agence service services partenaire équipe outil outils système
    systèmes prestataire solution solutions produit produits société cabinet expert experts accompagnement
    conseil fabricant
    """
)
NUMBER = r"(?:\d[\d., ]*|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze)"
UNIT = r"(?:heures?|jours?(?: ouvrés| ouvrables)?|semaines?|minutes?|mois|secondes?)"
_MUCH = r"\d[\d.,]* ?(?:%|pour cent)"
_STOP = re.compile(
    r"(?:pour|à|au|aux|avec|dans|en|sur|qui|que|sans|par|chez|dès|depuis|afin|et|ou|dont|où|sous|entre|vers)$|[–—(|:-]+$",
    re.I,
)


_FRONTED = re.compile(r"^(?:Chaque fois que|Chaque fois qu['’]|Quand|Lorsque|Dès que|Si)\b[^,]*, ")
"""A clause before the sentence: its verb is not the sentence's."""


def _is_sentence(text: str, closed: bool) -> bool:
    text = _FRONTED.sub("", text)
    found = [word.lower() for word in words(text) if word != "A"]
    if len(found) < 4 or re.fullmatch(r"\w+s \w+é", " ".join(found[:2]).removesuffix("s").removesuffix("e")):
        return False
    if found[0] in ("nous", "vous", "on") or any(re.sub(r"^[a-z]+['’]", "", word) in FINITE for word in found[1:]):
        return True
    return closed and any(re.fullmatch(r"[a-zéèêçîôû]+(?<!m)ent|[a-zéèêç]+ons", word) for word in found[1:7])


def _introduce(sentence: str, name: str) -> str | None:
    match = re.match(r"(Nous|Nos|Notre) (?=[a-zéèêàâç])", sentence)
    return f"Chez {name}, {match[1].lower()} {sentence[match.end() :]}" if match else None


def _owned(name: str, told: str) -> str | None:
    return f"Chez {name}, {told[0].lower()}{told[1:]}" if not re.match(r"[A-ZÉ][\w-]* [A-ZÉ]", told) else None


def _suppose(sentence: str) -> str | None:
    match = re.match(r"(Vous|Vos|Votre) (?=[a-zéèêàâç])", sentence)
    if not match or sentence.count(",") > 1 or re.search(r"\b(?:\w+rez|\w+riez|devez|méritez)\b", sentence):
        return None
    return f"Si {sentence[0].lower()}{sentence.rstrip('.')[1:]}, il existe une autre façon de faire."


def _topic(sells: str, name: str) -> str:
    """Read what is sold; what the seller does something to is another matter."""
    return (
        _matter(sells, name)
        if not re.match(r"Nous\b", sells)
        or re.match(
            r"Nous (?:fabriquons|produisons|vendons|louons|proposons|fournissons|livrons|concevons|imprimons)\b", sells
        )
        else ""
    )


def _matter(sells: str, name: str) -> str:
    own = rf"(?:(?:Le|La|L['’]) ?)?(?:[A-Z]\w+ )?{re.escape(name)} " if name else "(?!)"
    done = re.match(rf"{own}(?:\w+(?:,| et)? ){{1,5}}?(?=(?:les?|la|des|l['’]) ?\w)", sells)
    if done and not re.match(rf"{own}est ", sells):
        sells = sells[done.end() :]
    text = (
        re.sub(
            rf"^{re.escape(name)} (?:(?:[a-zéèê]+e|est|vend|fournit|conçoit|traduit|construit)(?:,| et)? )+?(?=(?:les?|la|des?|du|une?|l['’])\\b)",
            "",
            sells.strip(),
        )
        if name
        else sells.strip()
    )
    text = re.sub(r"^Nous [a-zéèê]+ons ", "", text)
    text = re.sub(r"^(?:les?|la|des?|du|une?|de la|l['’]|de l['’])\s*(?=\w)(?<=[ '’])", "", text, flags=re.I)
    return _noun_phrase(head_of(text.split(), _STOP.match))


def _noun_phrase(head: list[str]) -> str:
    head = without_last_of(head, ("de", "du", "des"))
    if (
        not 1 <= len(head) <= 5
        or head[-1].lower() in _OPAQUE | {"de", "des", "du", "la", "le", "les", "sur"}
        or len(head[-1]) < 4
    ):
        return ""
    if (head[0].lower() in _OPAQUE and len(head) == 1) or any(word[:1].isupper() for word in head[1:2]):
        return ""
    if any(word.lower() in {"votre", "vos", "notre", "nos", "vous", "nous", "tous", "toutes"} for word in head):
        return ""
    if re.search(r"(?:ez|ons|(?<!i)er|ir)$", head[0]) and head[0].lower() not in (
        "atelier",
        "papier",
        "acier",
        "métier",
        "chantier",
    ):
        return ""
    return small_head(head)


_CUSTOMER = re.compile(
    r"^(?:Chez )?(?P<name>(?:(?:La|Le|Les|L['’])[ ]?)?[A-ZÉÈ][\w&'’-]+(?: (?:de|du|des|et|&|[A-ZÉÈ][\w&'’-]+)){1,4})"
    r"(?:,| (?P<verb>a|ont|gagne|économise|produit|livre) )"
)


def _customer(sentence: str, name: str) -> str:
    match = _CUSTOMER.match(sentence)
    if (
        not match
        or (name and name.split()[0] in match["name"])
        or re.match(r"(?:Nos|Notre|Tous|Chaque|En|Depuis|Les)\b", match["name"])
    ):
        return ""
    if sum(word[:1].isupper() for word in match["name"].split()) < 2 or not (
        match["verb"] or sentence.startswith("Chez ")
    ):
        return ""
    return match["name"]


GRAMMAR = Grammar(
    leaning=re.compile(
        r"(?:ils?|elles?|ce|cela|ça|ceci|celui|celle|ceux|celles|cet|cette|ces|mais|et|ou|donc|puis|ainsi|alors|aussi|ensuite|enfin"
        r"|sinon|pourtant|cependant|or|car|y|on y|leurs?|sa|son|ses|autre|l['’]autre|résultat|conséquence|le résultat|la réponse|la raison"
        r"|la suite|le reste|pourquoi|comment|quoi|en effet|par exemple|de plus|en revanche|plus tard|pendant ce temps|tous deux|non|ni|voici|voilà|là|ici"
        r"|nous (?:croyons|aimons|pensons|savons)|notre (?:mission|objectif|ambition)|pas)\b|c['’]est|c['’]était|nous (?:vous )?\w+erons\b|.*\b(?:ci-dessous|ci-dessus|en savoir plus|découvr\w+)\b|(?:\w+ ){1,3}plus tard\b",
        re.I,
    ),
    we=re.compile(r"\b(?:nous|notre|nos)\b", re.I),
    you=re.compile(r"\b(?:vous|votre|vos)\b", re.I),
    i=re.compile(r"\b(?:je|mon|ma|mes|moi|me)\b|\bj['’]", re.I),
    familiar=re.compile(r"\b(?:tu|te|toi|ton|ta|tes)\b|\bt['’]", re.I),
    hype=re.compile(
        r"\b(?:leaders?|innovant\w*|innovations?|solutions?|incontournable\w*|unique\w*|sur[- ]mesure|clés? en main|révolution\w*|performant\w*"
        r"|excellence|passionné\w*|haut de gamme|de pointe|meilleur\w*|optimis\w+|accompagn\w+|transform\w+|sérénité|fluid\w+|qualité supérieure"
        r"|à la pointe|numéro un|référence du marché|360)\b",
        re.I,
    ),
    seller_first=re.compile(r"(?:Nous|Nos|Notre) [a-zéèêàâç]"),
    entry=re.compile(
        r"\b(?:essai|échantillons?|gratuit\w*|offert\w*|pilote|diagnostic|audit|première (?:visite|commande|analyse|intervention)|inclus\w*)\b",
        re.I,
    ),
    noun_first=re.compile(r"\d|(?:un|une|des|sans|devis|garantie|réponse|livraison|jusqu['’]à|en moyenne)\b", re.I),
    promise=re.compile(
        r"\b(?:si|garanti\w*|gratuit\w*|rembours\w*|sans frais|(?:en|sous) \w+ (?:heures?|minutes|jours)|moins de|inclus\w*|arrêter)\b",
        re.I,
    ),
    risk=re.compile(r"\b(?:si|garanti\w*|gratuit\w*|rembours\w*|sans frais|arrêter)\b", re.I),
    is_sentence=_is_sentence,
    introduce=_introduce,
    owned=_owned,
    suppose=_suppose,
    topic=_topic,
    matter=_matter,
    customer=_customer,
    reduced=(
        re.compile(
            rf"\b(?:réduit|diminué|baissé|réduisent|réduire) (?:de )?(?:ses|leurs|les|la|le|son|sa|leur|l['’]) ?(?P<what>[a-zéèêàâç-]+"
            rf"(?: (?:de |d['’])?[a-zéèêàâç-]+)?) de (?P<much>{_MUCH})"
        ),
        re.compile(
            r"(?:^|, )(?:[Ll]es|[Ll]a|[Ll]e) (?P<what>[a-zéèêàç]+(?: [a-zéèêàç]+){0,1}?)(?: [a-zéèêàç]+ (?:aux?|à la|des?) [a-zéèêàç]+)? (?:est|sont) passée?s? "
            r"(?P<much>de \w+ à \w+)"
        ),
        re.compile(rf"(?P<piece>(?P<much>{_MUCH}) (?:de |d['’])(?P<what>[a-zéèêàâç-]+) (?:en moins|de moins))"),
    ),
)
