# ruff: noqa: E501 - one phrase or pattern per line reads better than a broken one
"""French, with vous; a no-break space before the double signs."""

import re

from core.llm.offline.french_grammar import FINITE, GRAMMAR, NUMBER, UNIT
from core.llm.offline.language import Ask, Language, Phrases, SubjectPhrases
from core.llm.offline.seller import Brief
from core.llm.offline.sentences import STOPWORDS


def _hello(brief: Brief) -> str:
    return "Bonjour {{first_name}}," if brief.allows("first_name") else "Bonjour,"


def _yours(reduced: str) -> str:
    return f"{'vos' if reduced.split()[0].endswith(('s', 'x')) else 'votre'} {reduced}"


def _kept(sentence: str) -> str:
    """Say a time that a sentence promises: `rapport en deux jours`, `réponse en moins de six minutes`."""
    time = rf"(?P<time>(?:en(?: moins de)?|sous) {NUMBER} {UNIT})"
    if match := re.search(
        rf"\b(?:et |, )?(?:le|la) (?P<noun>[a-zéèêà]+) (?:arrive|part|est livrée?|est prête?) {time}", sentence
    ):
        return f"{match['noun']} {match['time']}"
    if match := re.search(rf"\brépond(?:ons)? {time}", sentence):
        return f"réponse {match['time'].replace('moins de ', '')}"
    if match := re.search(r"\bessai (?:gratuit )?de \w+ (?:jours|semaines|mois)", sentence):
        return match[0]
    if match := re.search(r"\b[Gg]aranti(?:e|s|es)? (?:de |pendant )?(?P<n>\w+) ans\b", sentence):
        return f"garantie de {match['n']} ans"
    if match := re.search(r"\b[Ee]ssai\b.* pendant (?P<time>\w+ (?:jours|semaines|mois))\b", sentence):
        return f"essai de {match['time']}"
    match = re.search(rf"\brecevez une? (?P<noun>[a-zéèêà]+)\b[^.;]*? {time}", sentence)
    return f"{match['noun']} {match['time']}" if match else ""


PHRASES = Phrases(
    hello=_hello,
    company=("{{company}}", "chez {{company}}", "pour {{company}}"),
    nameless=("votre entreprise", "chez vous", "pour vous"),
    who=("Je vous écris de la part de <name> au sujet de <sells>.",),
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
        Ask("Reconnaissez-vous cette situation\u00a0?", "scene"),
        Ask("La question est-elle réglée <at_company>\u00a0?", "scene"),
        Ask("Voulez-vous savoir comment <customer> a procédé\u00a0?", "customer"),
        Ask("Puis-je vous raconter ce que <customer> a changé\u00a0?", "customer"),
        Ask("Faut-il vous envoyer l'exemple de <customer>\u00a0?", "customer"),
        Ask("Un deuxième devis côté <matter> vous serait-il utile\u00a0?", "matter"),
        Ask("Combien de temps faut-il compter aujourd'hui <at_company>\u00a0?", "time"),
        Ask("Combien de temps attendez-vous aujourd'hui <waited>\u00a0?", "waited"),
        Ask("Quel délai vous donne-t-on aujourd'hui pour <waited>\u00a0?", "waited"),
        Ask("Un tel engagement compterait-il <at_company>\u00a0?", "promise"),
        Ask("Faut-il vous envoyer ces conditions\u00a0?", "promise"),
        Ask("Faut-il vous envoyer nos tarifs\u00a0?", "prices"),
        Ask("Nos tarifs vous aideraient-ils à comparer\u00a0?", "prices"),
        Ask("Est-ce aussi rapide aujourd'hui <at_company>\u00a0?", "time"),
        Ask("Quel est ce chiffre <at_company>\u00a0?", "figure"),
        Ask("Voudriez-vous commencer par <entry>\u00a0?", "entry"),
        Ask("Commenceriez-vous par <entry>\u00a0?", "entry"),
        Ask("Un deuxième avis côté <topic> vous serait-il utile\u00a0?", "topic"),
        Ask("Côté <topic>, une deuxième offre vous serait-elle utile\u00a0?", "topic"),
        Ask("Mesurez-vous <your_reduced> aujourd'hui\u00a0?", "reduced"),
        Ask("Avez-vous un chiffre pour <your_reduced>\u00a0?", "reduced"),
        Ask("Serait-ce un premier pas raisonnable <for_company>\u00a0?", "offer"),
        Ask("Un essai à ces conditions vous intéresserait-il\u00a0?", "offer"),
        Ask("Avez-vous un cas sur lequel l'essayer\u00a0?", "offer"),
        Ask("Faut-il vous décrire la marche à suivre en quelques lignes\u00a0?"),
        Ask("Une demi-page sur la méthode vous serait-elle utile\u00a0?"),
        Ask("Un échantillon vous serait-il utile\u00a0?", "sample"),
        Ask("Faut-il vous envoyer un échantillon\u00a0?", "sample"),
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
        r"(?:Chez|En|Dans|Avec|Pour|Sans|Depuis|Avant|Après|À)\b|(?:Nous|Notre|Nos|Le|La|Les|Une?|Des|Si|Chaque|Vous|Votre|Vos|Tout|Toute|Tous|Il|Un)\b(?! [A-ZÉ])|(?:L['’]|D['’])(?=[a-zéèêàâç])"
    ),
    hooks={
        "guarantee": (
            "Voici à quoi <name> s'engage\u00a0:",
            "Si quelqu'un doit assumer le risque <at_company>\u00a0:",
            "Si vous vous demandez qui porte le risque\u00a0:",
        ),
        "offer": (
            "Voici un premier pas avec <name>\u00a0:",
            "S'il est plus simple d'essayer que de décider\u00a0:",
            "Si une grande décision est de trop en ce moment\u00a0:",
        ),
        "price": (
            "Si le budget décide <at_company>\u00a0:",
            "Si le prix est la question ouverte\u00a0:",
        ),
        "proof": (
            "Si vous suivez <your_reduced>\u00a0:",
            "Voici un autre exemple de <name>\u00a0:",
            "Voici un deuxième résultat de <name>\u00a0:",
        ),
        "mechanism": (
            "Voici comment <name> procède\u00a0:",
            "Si vous vous demandez comment cela se passe côté <topic>\u00a0:",
        ),
        "time": (
            "Si c'est l'attente qui coûte <at_company>\u00a0:",
            "Si le temps presse <at_company>\u00a0:",
        ),
        "norm": ("Si un nouveau fournisseur doit passer un audit <at_company>\u00a0:",),
        "count": ("Voici un chiffre de <name>\u00a0:",),
        "about": (),
        "does": (),
        "audience": (),
    },
    small_asks={
        "guarantee": (
            "Un premier essai avec <name> en serait-il plus simple\u00a0?",
            "Faut-il vous envoyer ces conditions\u00a0?",
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
            "Faut-il vous raconter comment ce résultat a été obtenu\u00a0?",
            "Faut-il vous envoyer une demi-page sur <name>\u00a0?",
        ),
        "mechanism": (
            "Faut-il vous décrire en quelques lignes comment <name> procède\u00a0?",
            "Une demi-page sur la méthode de <name> vous serait-elle utile\u00a0?",
        ),
        "time": (
            "Serait-ce assez rapide pour vous\u00a0?",
            "Est-ce que <name> serait assez rapide pour vous\u00a0?",
        ),
        "norm": (
            "Est-ce une condition <at_company>\u00a0?",
            "Faut-il vous envoyer le dossier de <name>\u00a0?",
        ),
        "count": (
            "Une demi-page sur <name> vous serait-elle utile\u00a0?",
            "Faut-il vous envoyer une demi-page sur <name>\u00a0?",
        ),
        "about": (
            "Une demi-page sur <name> vous serait-elle utile\u00a0?",
            "Faut-il vous envoyer une demi-page sur <name>\u00a0?",
        ),
        "does": ("Cette page vous serait-elle utile\u00a0?",),
        "audience": ("Est-ce le cas de <company>\u00a0?",),
    },
    last_resort=("Je peux vous envoyer l'essentiel sur <name> en une demi-page.",),
    either_way="Un simple non me va aussi.",
    subjects=SubjectPhrases(
        problem=("<reduced> <at_company>", "<topic> <at_company>"),
        outcome=("<much> de <reduced> en moins", "<reduced> <much>"),
        many="comment font <many>",
        customer=("comment <customer> a fait",),
        plain=("<topic> par <name>", "<name> et <company>", "<name> en bref", "l'essentiel sur <name>"),
        within=(
            re.compile(
                rf"(?<![\w'’])(?P<piece>(?P<noun>sur place|[a-zéèêàâç-]+) (?:en(?: moins de)?|sous) {NUMBER} {UNIT})",
                re.I,
            ),
            re.compile(
                rf"^(?:Une? )?(?P<noun>[A-Za-zéèêàâç-]+) (?:est|sont|arrive|part) (?P<way>sur place )?(?P<time>(?:en(?: moins de)?|sous) {NUMBER} {UNIT})"
            ),
        ),
        kept=_kept,
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
            rf"(?<![\w,.])(?P<piece>\d[\d.]*(?: \d{{3}})? (?!{UNIT}\b|euros)[a-zéèêàâç-]+s(?: (?:de [a-zéèê-]+s|à [A-Z]\w+))?)(?=[ ,.]|$)"
        ),
        is_noun=lambda word: (
            word.lower() not in STOPWORDS | FINITE and not re.search(r"(?:ons|ez|ées?|és?|mise?s?|rendue?s?)$", word)
        ),
    ),
)

FRENCH = Language(code="fr", grammar=GRAMMAR, phrases=PHRASES)
