"""Words that tell a finite verb, in five languages: closed classes and what sellers write most."""

from core.sentences import word_set

AUXILIARIES = {
    "en": word_set(
        """
        is are was were am isn't aren't wasn't weren't has have had hasn't haven't hadn't do does did don't doesn't
        didn't can could cannot can't couldn't will would won't wouldn't shall should shouldn't may might must it's
        that's there's what's here's we're you're they're i'm we've you've they've i've we'll you'll they'll i'll it'll
        he's she's who's we'd you'd they'd i'd let's
        """
    ),
    "de": word_set(
        """
        ist sind war waren bin wäre wären hat habe haben hatte hatten hätte wird werden wurde wurden würde würden kann
        können konnte konnten könnte könnten muss müssen musste mussten müsste darf dürfen durfte soll sollen sollte
        will wollen wollte mag möchte möchten weiß wissen
        """
    ),
    "fr": word_set(
        """
        est sont était étaient suis sommes sera seront serait a ai as ont avait avaient aura auront aurait avez avons
        fait font faisons ferait peut peuvent pouvons pouvez pourrait doit doivent devons va vont faut veut veulent
        vaut valent sait savent c'est n'est n'a n'ont s'est qu'est
        """
    ),
    "es": word_set(
        """
        es son era eran soy somos fue fueron será serán sería está están estaba estamos he ha han hemos había hay hubo
        hace hacen puede pueden podemos podría debe deben va van vamos tiene tienen tenemos quiere quieren sabe saben da
        dan
        """
    ),
    "it": word_set(
        """
        è sono era erano sarà saranno sarebbe siamo siete ho ha hanno abbiamo avete aveva avevano avrà fa fanno
        facciamo può possono possiamo potete potrebbe deve devono dobbiamo va vanno viene vengono vuole vogliono sa
        sanno dà danno sta stanno ecco posso c'è cos'è dov'è com'è
        """
    ),
}
"""Forms of to be, to have, to do and the modal verbs: they alone make a sentence whole."""

PRONOUNS = {
    "en": word_set("i we they he she it you this that these those which who what nobody everybody"),
    "de": word_set("ich wir er sie es man"),
    "fr": word_set("je j' nous vous il elle on ils elles"),
    "es": word_set("nosotros usted ustedes ellos ellas nadie"),
    "it": word_set("noi lei voi loro io nessuno qualcuno chi"),
}
DETERMINERS = {
    "en": word_set(
        """
        the a an its their your our his her my each every all any no this that these those what how where when who one
        them it us you nobody nothing
        """
    ),
    "fr": word_set("le la les l' un une des du au aux son sa ses vos votre leur leurs chaque notre nos ce cette ces"),
    "es": word_set("el la los las un una unos unas su sus cada lo al más menos cualquier este esta nuestro nuestra"),
    "it": word_set(
        """
        il lo la l i gli le un uno una del dello della dell dei degli delle al alla ai alle dal dalla dai dalle nel
        nella nei nelle sul sulla sui sulle ogni suo sua suoi sue nostro nostra nostri nostre vostro vostra vostri
        vostre questo questa
        """
    ),
}
"""What stands before a noun; after a word with a verb's ending it marks the verb, except in German."""

_ENGLISH_BASES = word_set(
    """
    add advise allow answer arrive ask attach avoid balance become begin believe belong book break bring build buy
    calculate call calibrate care carry catch change charge check choose clamp clean clear close collect combine
    come compare conduct connect contain cancel control cost count cover cost create cut cure deal decide deliver
    depend describe design detect develop direct divide do document double draft drill drive drop earn email
    employ enable end engineer ensure exchange expect explain export fail fall feel fill find finish fit fix flag
    follow forward free get give go grow guarantee halve handle happen have hear heat help hire hold host identify
    import improve include increase inspect install invest invoice issue join keep know label land last lead learn
    leave let lift limit link list listen live load look lose lower machine maintain make manage manufacture map
    match mean measure meet merge mill monitor move need notice offer open operate order own pack pass pay pick
    place plan post prepare prevent price print process produce protect prove provide pull push quote read receive
    recommend reconcile record recover recycle reduce remain remove rent repair replace reply report require
    rescue respond rest return review rise run save say scan schedule see sell send serve service set shift ship
    show sign sit sleep solve sort specialise specialize spend stand start stay stop store supply support switch
    take talk teach tell test train translate travel treat trust try turn understand update use visit wait want
    warn waste watch wear weigh win wipe work write
    """
)
_ENGLISH_PASTS = word_set(
    """
    began became came cost chose cut drew drove fell felt found gave got grew held kept knew left lost made meant
    met paid ran rose said saved saw sold sent spent stood switched took told went won wrote stopped moved doubled
    halved tripled dropped increased decreased started opened closed grew reported saved
    """
)


def _third_person(base: str) -> str:
    """Return the form that goes with he, she, it."""
    if base.endswith(("s", "x", "ch", "sh", "o")):
        return f"{base}es"
    return f"{base[:-1]}ies" if base.endswith("y") and base[-2] not in "aeo" else f"{base}s"


ENGLISH_BASES = _ENGLISH_BASES
ENGLISH_THIRD = frozenset(map(_third_person, _ENGLISH_BASES))
ENGLISH_PASTS = _ENGLISH_PASTS

GERMAN_NO_VERBS = word_set(
    """
    nicht mit seit statt jetzt erst fast oft dort selbst sonst zuletzt insgesamt bereit leicht direkt komplett
    sofort damit somit weit gut laut spät zeit soweit meist längst bekannt gesamt dicht fest recht echt schlecht
    exakt täglich inkl rund den einen keinen allen beiden ihren unseren seinen deinen meinen denen wegen gegen
    zwischen neben oben unten innen außen morgen zusammen wochen eben daneben dagegen deswegen hinten vorn
    vergangen bitte heute mitten offen eigen zugelassen enthalten dritten zweiten ersten nächsten letzten zehnten
    alten neuen weiten selten unterwegs mindestens höchstens spätestens wenigsten meisten besten
    """
)
GERMAN_STRONG = word_set(
    """
    lief liefen gab gaben nahm nahmen sank sanken stieg stiegen kam kamen ging gingen blieb blieben schrieb fiel
    fielen geht gehört gehörte gelingt gelang genügt genügte gewinnt gewährt geschieht gestattet hielt decken
    stand standen lag lagen sprach trug zog brach half verlor bekam gewann begann las sah schloss
    """
)

FRENCH_VERBS = word_set(
    """
    adapte aide ajuste alerte analyse annule apporte arrive assure baisse calcule change chauffe coûte cherche
    commence compte conçoit confie conseille connaît contrôle coupe couvre crée demande dépanne descend détecte
    développe dit divise dure économise économisent écrit élimine emploie entretient envoie équipe espère évite
    évolue existe explique exporte fabrique facture fonctionne fournit forme gagne garantit gère grimpe imprime
    indique informe installe intègre intervient laisse lance lit livre loue mesure met mène monte montre négocie
    nettoie obtient offre organise paie part passe perd permet place porte pose prend prépare prévient produit
    propose protège quitte rapporte réalise reçoit recycle réduit règle relève rembourse remet remplace rend
    répare répond représente reste rentre revient saute sert signale sort soude suffit suit supprime surveille
    tient tombe touche tourne traduit traite transmet travaille trouve utilise vend vérifie vide vient vit voit
    dérive bloque attend arrête démarre s'arrête s'occupe s'adapte
    """
)
FRENCH_NO_VERBS = word_set(
    """
    client patient vent argent agent accident récent différent permanent urgent souvent content présent excellent
    efficient pourcent cent fréquent évident compétent absent prudent intelligent équivalent talent
    """
)
SPANISH_VERBS = word_set(
    """
    abra abre cierre ahorra ahorran alquila analiza arregla arregló aumenta avisa ayuda baja bajan busca cabe cae
    calcula calienta cambia cierra cobra comienza compara compra conecta conoce consume controla corta cuesta
    cuida cumple deja detecta dice diseña dura elige elimina empieza encuentra entra entrega envía evita existe
    explica exporta fabrica factura falla falta funciona gana garantiza gasta gastan gestiona incluye indica
    informa instala integra limpia llega llegan llena llevan lleva mantiene mejora mide mueve muestra necesita
    obtiene ofrece opera paga pagan para pasa permite pesa pide pierde pone prepara presenta produce protege
    prueba recibe recoge reduce registra repara reparan responde revisa riega riegan rompe sale salen sigue sirve
    sube supera suministra tarda tardan termina toca trabaja trabajan trae trata usa usan utiliza vale valen vende
    viene ve vive vuelve
    """
)
SPANISH_NO_VERBS = word_set(
    """
    en sin con bien también tan quien alguien según un algún ningún gran buen orden imagen margen almacén volumen
    origen resumen examen joven plan pan san fin jardín aún común segundo más menos ademán pero cien según desván
    """
)
ITALIAN_VERBS = word_set(
    """
    affianca aggiorna analizza cambia cerca costruisce lava manutiene noleggia progetta realizza ripara scopre stampa
    traduce traducono aiuta aiutano analizza apre arriva arrivano aspetta aspettano assiste aumenta avvisa basta
    bastano blocca calcola cala calano cambia cambiano capita cerca chiede chiude chiudono collega comincia compra
    conosce consegna conta controlla copre coprono costa costano cresce decide dice dipende diventa dura durano
    elimina entra esce esiste evita evitano ferma finisce fornisce funziona garantisce gestisce impara include indica
    inizia installa interviene lascia lavora lavorano legge leggono manca mancano mantiene mette mettono migliora
    misura mostra nasce offre organizza ottiene paga pagano parte partono passa passano perde perdono permette porta
    prende prepara produce propone protegge raccoglie registra resta restano riceve ricevono richiede ricorda riduce
    riducono rientra rientrano rimane riparte risparmia risponde rispondono ritira sale salgono scade scatta scende
    scendono segnala segue serve servono si sostituisce spende spendono squilla sposta stima subisce supera tiene
    tengono toglie torna tornano tratta trova trovano usa usano vale valgono vede vedono vende verifica vive
    """
)
ITALIAN_NO_VERBS = word_set(
    """
    piano mano umano italiano urbano sano lontano invano grano anziano quotidiano mediano volano però perciò nuova
    attiva viva riva prova estiva preventiva alternativa iniziativa comitiva trattativa telefono suono tono dono trono
    abbandono richiamo chiamo
    """
)
