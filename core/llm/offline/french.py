# ruff: noqa: E501 - one phrase or pattern per line reads better than a broken one
"""French, with vous; a no-break space before the double signs."""

import re

from core.llm.offline.language import Ask, Grammar, Language, Phrases, SubjectPhrases
from core.llm.offline.seller import Brief
from core.llm.offline.sentences import STOPWORDS, without_last_of
from core.sentences import word_set, words

_FINITE = word_set(
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
_NUMBER = r"(?:\d[\d., ]*|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze)"
_UNIT = r"(?:heures?|jours?(?: ouvrés| ouvrables)?|semaines?|minutes?|mois|secondes?)"
_MUCH = r"\d[\d.,]* ?(?:%|pour cent)"
_STOP = re.compile(
    r"(?:pour|à|au|aux|avec|dans|en|sur|qui|que|sans|par|chez|dès|depuis|afin|et|ou|dont|où|sous|entre|vers)$|[–—(|:-]+$",
    re.I,
)


def _is_sentence(text: str, closed: bool) -> bool:
    found = [word.lower() for word in words(text)]
    if len(found) < 4:
        return False
    if found[0] in ("nous", "vous") or any(re.sub(r"^[a-z]+['’]", "", word) in _FINITE for word in found[1:]):
        return True
    return closed and any(re.fullmatch(r"[a-zéèêçîôû]+(?<!m)ent|[a-zéèêç]+ons", word) for word in found[1:7])


def _complete(text: str, name: str) -> str | None:
    return None


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


def _again(before: str, sentence: str, name: str) -> str:
    """Leave the name: which pronoun stands for it depends on its gender."""
    return sentence


def _begin(sentence: str) -> str | None:
    return sentence


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
    head: list[str] = []
    for word in text.split():
        if _STOP.match(word):
            break
        head.append(word.strip(",;:."))
        if word.endswith((",", ";", ":", ".")):
            break
    return _noun_phrase(head)


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
    first = head[0] if head[0].isupper() else head[0].lower()
    return " ".join([first, *head[1:]])


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


def _hello(brief: Brief) -> str:
    return "Bonjour {{first_name}}," if brief.allows("first_name") else "Bonjour,"


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
    complete=_complete,
    introduce=_introduce,
    owned=_owned,
    suppose=_suppose,
    again=_again,
    begin=_begin,
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


def _yours(reduced: str) -> str:
    return f"{'vos' if reduced.split()[0].endswith(('s', 'x')) else 'votre'} {reduced}"


PHRASES = Phrases(
    hello=_hello,
    company=("{{company}}", "chez {{company}}", "pour {{company}}"),
    nameless=("votre entreprise", "chez vous", "pour vous"),
    who=("Je travaille pour <name>\u00a0: <sells>.",),
    who_area="Je travaille pour <name>, dans le domaine <area>.",
    who_only=("Je travaille pour <name>.",),
    pains=(
        "Peu de choses prennent autant de temps que <pain>.",
        "Rien ne se remet au lendemain aussi facilement que <pain>.",
    ),
    pain_clauses=("Si <pain> <at_company>, il existe une autre façon de faire.",),
    hypotheses=(
        "Si vous suivez <your_reduced>, voici un chiffre à comparer.",
        "Si vous comparez des offres cette année côté <topic>, un deuxième avis peut vous épargner une recherche.",
        "Côté <topic>, la différence se voit rarement avant la commande.",
        "Si la question se pose <at_company> côté <topic>, mieux vaut avoir une deuxième option.",
    ),
    asks=(
        Ask("Est-ce aussi le cas <at_company>\u00a0?", "scene"),
        Ask("Reconnaissez-vous cette situation\u00a0?", "scene"),
        Ask("Est-ce différent <at_company>\u00a0?", "scene"),
        Ask("La question est-elle réglée <at_company>\u00a0?", "scene"),
        Ask("Voulez-vous savoir comment <customer> a procédé\u00a0?", "customer"),
        Ask("Puis-je vous raconter ce que <customer> a changé\u00a0?", "customer"),
        Ask("Côté <topic>, avez-vous un projet cette année\u00a0?", "topic"),
        Ask("Est-ce vous qui suivez ce sujet <at_company>\u00a0?", "topic"),
        Ask("La question se pose-t-elle cette année côté <topic>\u00a0?", "topic"),
        Ask("Mesurez-vous <your_reduced> aujourd'hui\u00a0?", "reduced"),
        Ask("Avez-vous un chiffre pour <your_reduced>\u00a0?", "reduced"),
        Ask("Serait-ce un premier pas raisonnable <for_company>\u00a0?", "offer"),
        Ask("Un essai à ces conditions vous intéresserait-il\u00a0?", "offer"),
        Ask("Avez-vous un cas sur lequel l'essayer\u00a0?", "offer"),
        Ask("Cela vous serait-il utile <at_company>\u00a0?"),
        Ask("Est-ce un sujet pour vous cette année\u00a0?"),
        Ask("Est-ce que cela changerait quelque chose <at_company>\u00a0?"),
        Ask("Est-ce différent aujourd'hui <at_company>\u00a0?"),
        Ask("Cela mérite-t-il un coup d'œil <for_company>\u00a0?", "short"),
        Ask("Utile <for_company>\u00a0?", "short"),
        Ask("À creuser <for_company>\u00a0?", "short"),
        Ask("Un échantillon vous serait-il utile\u00a0?", "sample"),
        Ask("Un essai vous serait-il utile <at_company>\u00a0?", "trial"),
        Ask("Une première visite vous serait-elle utile <at_company>\u00a0?", "visit"),
        Ask("Un tel diagnostic vous serait-il utile <at_company>\u00a0?", "audit"),
        Ask("Y a-t-il <at_company> un projet à chiffrer\u00a0?", "quote"),
    ),
    goals=("<Goal> vous intéresserait-il\u00a0?",),
    goal_verbs=("Souhaitez-vous <goal>\u00a0?", "Aimeriez-vous <goal>\u00a0?"),
    yours=_yours,
    talk="Cela vaudrait-il un échange <for_company>\u00a0?",
    leads={
        "time": ("Notre délai\u00a0:",),
        "offer": (
            "Notre offre\u00a0:",
            "Pour commencer\u00a0:",
        ),
        "proof": (
            "<name> en chiffres\u00a0:",
            "Un chiffre de chez nous\u00a0:",
            "Notre chiffre\u00a0:",
        ),
        "guarantee": ("Notre engagement\u00a0:",),
        "price": (
            "Notre prix\u00a0:",
            "Côté prix\u00a0:",
        ),
    },
    quoted=(
        "<customer> le dit ainsi\u00a0: «\u00a0<told>\u00a0»",
        "<customer> raconte\u00a0: «\u00a0<told>\u00a0»",
    ),
    lowered=re.compile(
        r"(?:Nous|Notre|Nos|Le|La|Les|Une?|Des|Si|Chaque|Chez|En|Dans|Vous|Votre|Vos|Tout|Toute|Tous|Avec|Pour|Sans|Il|Un)\b(?! [A-ZÉ])|(?:L['’]|D['’])(?=[a-zéèêàâç])"
    ),
    hooks={
        "guarantee": (
            "Si le risque est la question ouverte <at_company>\u00a0:",
            "Si quelqu'un doit assumer le risque <at_company>\u00a0:",
            "Si vous vous demandez qui porte le risque\u00a0:",
        ),
        "offer": (
            "S'il est plus simple d'essayer que de décider\u00a0:",
            "Si une grande décision est de trop en ce moment\u00a0:",
        ),
        "price": (
            "Si le budget décide <at_company>\u00a0:",
            "Si le prix est la question ouverte\u00a0:",
        ),
        "proof": ("Si vous suivez <your_reduced>\u00a0:",),
        "mechanism": ("Si vous vous demandez comment cela se passe côté <topic>\u00a0:",),
        "time": (
            "Si c'est l'attente qui coûte <at_company>\u00a0:",
            "Si le temps presse <at_company>\u00a0:",
        ),
        "norm": ("Si un nouveau fournisseur doit passer un audit <at_company>\u00a0:",),
        "count": (),
        "about": (),
        "does": (),
        "audience": (),
    },
    small_asks={
        "guarantee": (
            "Un premier essai avec <name> en serait-il plus simple\u00a0?",
            "Est-ce le point qui bloque <at_company>\u00a0?",
        ),
        "offer": (
            "Commenceriez-vous par là\u00a0?",
            "Serait-ce un premier pas simple avec <name>\u00a0?",
        ),
        "price": (
            "Est-ce dans votre budget\u00a0?",
            "Est-ce que <name> entrerait dans votre budget\u00a0?",
        ),
        "proof": (
            "Qu'en est-il <at_company>\u00a0?",
            "Un tel résultat compterait-il pour vous\u00a0?",
            "Est-ce une raison de comparer avec <name>\u00a0?",
        ),
        "mechanism": (
            "Cela convient-il à votre façon de travailler\u00a0?",
            "Est-ce différent <at_company>\u00a0?",
            "Est-ce que <name> conviendrait à votre façon de travailler\u00a0?",
        ),
        "time": (
            "Serait-ce assez rapide pour vous\u00a0?",
            "Est-ce que <name> serait assez rapide pour vous\u00a0?",
        ),
        "norm": (
            "Est-ce une condition <at_company>\u00a0?",
            "Est-ce que <name> entrerait ainsi dans votre liste\u00a0?",
        ),
        "count": (
            "Une telle expérience vous serait-elle utile\u00a0?",
            "Est-ce le profil que vous cherchez, avec <name>\u00a0?",
        ),
        "about": (
            "Une telle expérience vous serait-elle utile\u00a0?",
            "Est-ce le profil que vous cherchez, avec <name>\u00a0?",
        ),
        "does": (
            "Êtes-vous la bonne personne pour ce sujet\u00a0?",
            "À qui devrais-je m'adresser <at_company>\u00a0?",
        ),
        "audience": ("Est-ce le cas de <company>\u00a0?",),
    },
    last_resort=("Je peux vous envoyer l'essentiel sur <name> en une demi-page.",),
    either_way="Un simple non me va aussi.",
    subjects=SubjectPhrases(
        problem=("<reduced> <at_company>", "<topic> <at_company>"),
        outcome=("<much> de <reduced> en moins", "<reduced> <much>"),
        customer=("comment <customer> a fait",),
        plain=("<topic> par <name>", "<name> et <company>", "<name> en bref", "l'essentiel sur <name>"),
        within=(
            re.compile(
                rf"(?<![\w'’])(?P<piece>(?P<noun>sur place|[a-zéèêàâç-]+) (?:en(?: moins de)?|sous) {_NUMBER} {_UNIT})",
                re.I,
            ),
            re.compile(
                rf"^(?:Une? )?(?P<noun>[A-Za-zéèêàâç-]+) (?:est|sont|arrive|part) (?P<way>sur place )?(?P<time>(?:en(?: moins de)?|sous) {_NUMBER} {_UNIT})"
            ),
        ),
        kept=lambda sentence: "",
        terms=(
            re.compile(r"\b(?P<piece>garantie de (?:\d+|[a-z]+) ans)\b"),
            re.compile(
                r"(?<![\w'’])(?P<piece>(?:essai|échantillons?|diagnostic|devis|passage|livraison|audit|visite) gratuite?s?)\b"
            ),
            re.compile(r"(?<![\w'’])(?P<piece>première visite)\b(?=.*gratuit)"),
            re.compile(r"\b(?P<piece>prix ferme(?: à la signature)?)\b"),
            re.compile(r"\b(?P<piece>pénalités? par jour de retard)\b"),
        ),
        counted=re.compile(
            rf"(?<![\w,.])(?P<piece>\d[\d.]*(?: \d{{3}})? (?!{_UNIT}\b|euros)[a-zéèêàâç-]+s(?: (?:de [a-zéèê-]+s|à [A-Z]\w+))?)(?=[ ,.]|$)"
        ),
        is_noun=lambda word: word.lower() not in STOPWORDS | _FINITE and not re.search(r"(?:ons|ez|ées?|és?)$", word),
    ),
)

FRENCH = Language(code="fr", grammar=GRAMMAR, phrases=PHRASES)
