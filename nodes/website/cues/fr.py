"""French."""

PATTERNS = {
    "we": r"\b(?:nous|notre|nos)\b",
    "is_a": r"(?:est|sont) (?:une? |le |la |l’|l'|les |des |votre )",
    "makes": r"""\b(?:fabriqu|construi|conç|concev|conçoi|fourni|propos|offr|vend|livr|développ|produi|répar|
entret|entretien|install|lou|form|conseill|accompagn|aid|test|contrôl|inspect|
étalonn|nettoy|transport|stock|recycl|recrut|gér|héberg|sécuris|surveill|automatis|connect|tradui|rédig|imprim|
usin|découp|soud|emball|conditionn|distribu|import|équip|aménag|rénov|
tien|ven|assur|calcul|command|lit\b|organis|édit|réalis|intervien|spécialis|suiv|mont|mesur|optimis|rédui|
simplifi|vériti|vérifi|planifi|pos)(?:ons|e|es|ent|t|s|it|issons|issent|ient|nt|x)?\b""",
    "it": r"""(Il|Elle|Ils|Elles)(?= (?:calcule|lit|envoie|commande|vérifie|mesure|suit|prépare|relie|
classe|édite|compare|surveille|détecte|répond|gère|range|réduit|remplace|automatise|imprime|planifie)\b)""",
    "leaning": r"""(?:et|mais|ou|donc|car|puis|ensuite|ainsi|alors|ceci|cela|ça|c’est|c'est|ce (?:service|qui|
que)|cette|ces|il|ils|elle|elles|on|son|sa|ses|leur|leurs|celui|celle|ceux|de même|pendant ce temps|
aussi|sinon|toutefois|cependant|désormais|aujourd’hui|là|ici|oui|non|en effet|par exemple|le leur|les autres|
l’un|beaucoup d’entre|avant :|après)\b""",
    "entry": r"""\b(?:essai|pilote|gratuite?s?|gratuitement|sans engagement|échantillons?|
première (?:journée|visite)|premier (?:mois|essai|audit|diagnostic)|audit (?:offert|gratuit|à prix fixe)|
diagnostic|devis (?:gratuit|sous)|démonstration|offert(?:e|s)?|journée d’essai|période d’essai|visite gratuite|
test gratuit|remboursée? si)\b""",
    "audience": r"""\b(?:(?:conçu|fait|pensé|destiné|développé|adapté|idéal)e?s? (?:pour|aux?)|pour|
nous (?:travaillons avec|accompagnons|servons|équipons|fournissons|aidons)|nos (?:clients|interlocuteurs) sont|
au service d(?:es|e)|
(?:qui s’en sert|ils nous font confiance) ?:?|auprès d(?:es|e))\s(?P<whom>(?:[^.;:!?–—]|(?<=\d)\.(?=\d)){4,200})""",
    "audience_heading": r"""^clients?$|^secteurs?$|pour qui|pour les|à qui|^nos clients$|secteurs|métiers|cas d’usage|
qui (?:l’utilisent|s’en sert)|vous êtes|marchés|domaines""",
    "role": r"""\b(?:responsables?|directeurs?|directrices?|directions?|gérants?|gestionnaires?|
chefs? d[eu’]|chefs?|dirigeants?|acheteurs?|ingénieurs?|techniciens?|diététiciennes?|entreprises?|sociétés?|
industriels?|industries?|fabricants?|
producteurs?|distributeurs?|grossistes?|commerçants?|commerces?|magasins?|hôpitaux|cliniques?|cabinets?|écoles?|
collèges?|lycées?|universités?|laboratoires?|entrepôts?|usines?|collectivités?|communes?|villes?|mairies?|
départements?|syndicats?|régions?|transporteurs?|logisticiens?|artisans?|agences?|banques?|assureurs?|
courtiers?|exploitants?|agriculteurs?|coopératives?|hôtels?|restaurants?|cantines?|cuisines?|boulangeries?|
pharmacies?|architectes?|promoteurs?|bailleurs?|syndics?|associations?|PME|ETI|TPE|start-?ups?|équipes?|
clients?|acteurs?|professionnels?|franchises?|groupes?)\b""",
    "problem": r"""\b(?:trop (?:tard|souvent|long|cher|lent|de)|personne|manqu(?:e|ent|er)|perd(?:re|ent|ez|
us?)?|gaspill\w+|attend(?:ent|re|ez)?|attente|retards?|bloqué\w*|panne\w*|erreurs?|à la main|manuel\w*|papier|
tableurs?|
excel|relanc\w+|heures sup\w*|pénalités?|amendes?|arrêts?|rebut\w*|litiges?|risqu\w+|imprévu\w*|ressaisi\w*|
oubli\w*|introuvable|coût(?:e|ent|eux)|expirent|n’a plus|ne sait|difficile|compliqué\w*|fuites?|absents?|
jeté\w*|jette|refus\w+|plaintes?|impayés?|restent garés|en vain|plus de place)\b""",
    "problem_heading": r"""problème|défi|vous connaissez|constat|pourquoi|difficulté|ce qui coince|quotidien|situation|
enjeu|quand (?:le|la|les|un)""",
    "how_heading": r"""comment|fonctionnement|notre (?:façon|méthode|démarche|approche)|étapes?|déroul|
fonctionnalités|solution|produit|façon de faire""",
    "offer_heading": r"""nos (?:services|produits|formations|prestations|solutions|métiers)|ce que nous (?:faisons|
proposons)|prestations|services|produits|offre|catalogue|savoir-faire|gamme""",
    "proof_heading": r"""résultats?|références?|clients|chiffres|preuves?|cas|témoign|exemples?|confiance|
réalisations|bilan|l’utilisent""",
    "result": r"""\b(?:rédui\w+|baiss\w+|diminu\w+|passée?s? de|sont passée?s?|est passée?|augment\w+|
doubl\w+|divis\w+|économis\w+|économie|gagn\w+|amélior\w+|plus rapide|de moins|de plus|au lieu de|en moyenne|
médiane?|mesuré\w*|
la première année|après un an|depuis (?:19|20)\d\d|réussite|dans les délais|livré\w*|agencé\w*|équipé\w*|formé\w*|
utilisent|suffisent|prises? en charge|installé\w*|réalisé\w*|survolé|trouvé|fidèles|renouvel\w+)\b""",
    "customers": r"""\b(?:clients?|entreprises?|sociétés?|usines?|cuisines?|collectivités?|communes?|écoles?|
sites?|magasins?|agences?|hôpitaux|projets?|chantiers?|stagiaires?|utilisateurs?|machines?|commandes?|pays|
établissements?|repas|toits?|installations?)\b""",
    "guarantee": r"""\b(?:garanti\w*|rembours\w+|satisfait ou|ne paye?z rien|sans frais|(?:est|sont) gratuite?s?|
offert si|engage(?:ons|ment)|nous engageons|sous (?:\d+ |vingt-quatre |quarante-huit )?(?:heures|h\b|24|48|72)|
en moins de .{1,12} (?:minutes|heures)|disponibilité|sans engagement|sans durée|résili\w+|arrêter chaque|
remplac\w+ (?:sous|en|dans)|pénalité si|frais d’annulation|assuré pour)\b""",
    "certificate": r"""\b(?:ISO(?:/IEC)? ?\d{4,5}|certifiée?s?|certifications?|qualiopi|agréé\w*|agrément|
accrédit\w*|labellis\w*|label\b|NF\b|COFRAC|HACCP|RGPD|habilit\w+|qualifi(?:é|cation)\w*|référencé\w*|
marquage CE)\b""",
    "price": r"""(?:\b(?:tarifs?|prix|forfaits?|à partir de|par mois|par an|par salarié|par stagiaire|
par groupe|HT\b|TTC\b|abonnement|inclus\w*|compris\w*|remise|sans surcoût|mensuel\w*|coûte)\b|\d\s?(?:€|euros?|
\$|CHF)(?!\w))""",
    "about": r"""\b(?:fondée?s?|créée?s? en|depuis (?:19|20)\d\d|familiale?|basée?s? à|implantée?s?|siège|
\d+ (?:salariés|collaborateurs|personnes|formateurs|techniciens)|salariés|génération|indépendante?|
notre histoire|fondateurs?|ans d’expérience)\b""",
    "about_heading": r"à propos|qui sommes|histoire|équipe|entreprise$|valeurs|implantation|régions|adresse",
    "planned": r"""\b(?:bientôt|prochainement|à venir|prévue?s? (?:en|pour)|en (?:cours de )?développement|
en préparation|nous prévoyons|sera (?:disponible|lancé)|liste d’attente|bêta|feuille de route|en projet|
dès (?:le printemps|l’automne|20\d\d))(?!\w)""",
    "market": r"""\b(?:selon (?:une|un|l[ea’]|les|des)|d’après (?:une|un|l[ea’]|les)|(?:une|des) (?:étude|enquête|
études|enquêtes)|études? (?:montr|révèl)\w+|sondage|insee|gartner|mckinsey|ademe|bpifrance|
le marché (?:mondial|français|européen|de|devrait|va)|dans le monde|mondial\w*|% des (?:entreprises|dirigeants|
français|pme|consommateurs|décideurs|salariés)|
(?:une|un) (?:entreprise|pme|français|dirigeant) sur (?:deux|trois|quatre|cinq|dix)|milliards?|d’ici 20\d\d|
devrait atteindre|experts|inflation|en france, .{0,20}(?:chaque année|tonnes))\b""",
    "jobs": r"""\b(?:recrut(?:e|ons|ement)|offres? d’emploi|rejoignez|postulez|candidature|carrières?|
stage étudiant|CDI|CDD|poste à pourvoir|tickets?[- ]restaurant|titres?[- ]restaurant|jours? de (?:congés?|RTT|
télétravail)|
salaire (?:de|à partir|d.embauche)|nous recherchons (?:une?|des)|alternants?|apprentis? chaque)\b|\(h/f\)|\(f/h\)""",
    "legal": r"""\b(?:cookies?|traceurs?|mentions légales|données personnelles|vos données|confidentialité|
rgpd|cgv|cgu|conditions générales|hébergement :|directeur de la publication|directrice de la publication|siret|
siren|rcs\b|capital de|capital \d|
tva\b|droits réservés|déclaration d’activité|javascript|navigateur|mesurer l’audience)\b""",
    "not_for": r"""disons non|ce que nous ne faisons pas|pas pour vous|ne convient pas|pour qui ce n’est pas|
pas de permis|ne faisons pas""",
    "supplier_heading": r"""^(?:espace )?presse$|(?:revue|dossier|contact|communiqués?) (?:de )?presse|^(?:nos |
espace )?fournisseurs$|
investisseurs|newsletter|mentions légales|politique de confidentialité|^confidentialité$|\bcgv\b|\bcgu\b|^contact$|
^(?:notre |l’)?équipe$|plan d’accès|^financement""",
    "call": r"""(?:cliquez|en savoir|découvr|lire|voir|contactez|appelez|écrivez|demandez|demander|
téléchargez|inscrivez|abonnez|réservez|prenez|commencez|essayez|rejoignez|suivez|partagez|bienvenue|bonjour|
merci|
dites-nous|parlez|envoyer|comment (?:faire|ça)|combien|pourquoi (?:nous|choisir)|êtes-vous|avez-vous|faut-il|
formez-vous|peut-on|qu’est-ce|quel(?:le)?s?\b|prêts? à|besoin d|une question|une cuisine|installation :|
données :)""",
    "puff": r"""\b(?:innovant\w*|leader\w*|passion\w*|sur[- ]mesure|excellence|unique\w*|clés? en main|
à vos côtés|partenaire de confiance|révolution\w*|performan\w*|haut de gamme|savoir-faire unique|avenir|rêv\w*|
réinvent\w*|sérénité|accompagnement global)""",
    "numerals": r"""\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|
dix-neuf|vingt|trente|quarante|cinquante|soixante|cent|mille|douzaine|moitié|tiers|quart|double)\b""",
    "jobs_heading": r"""recrut|carrières?\b|offres? d.emploi|^emplois?\b|rejoign|rejoindre|travailler (?:chez|avec|ici)|
nos postes|vos avantages salariés""",
    "benefit_heading": r"""pourquoi (?:nous|choisir|travailler|faire appel|.{2,30} choisi)|avantages|atouts|
nos engagements|
bonnes raisons|ce que vous y gagnez""",
    "dangling": r"\b(?:pour|de|à|avec|par|sans|comme) (?:cela|ça|ceci|celle-ci|celui-ci)[.!]?$",
    "refuses": r"""\bne (?:faisons|vendons|traitons|travaillons|proposons|louons|intervenons|assurons|
livrons) (?:pas|plus)\b|
\bn’(?:intervenons|assurons|offrons) pas\b|\bne conv(?:ient|iennent) pas""",
    "rule": r"""\b(?:doit|doivent|ne peut|ne peuvent|il faut|obligatoires?|exige|exigent|interdit\w*|impose|
imposent)\b""",
}
