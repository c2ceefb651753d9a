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
    "fr": word_set("je j j' nous vous il elle on ils elles"),
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
    add advise agree allow answer arrive ask attach avoid balance bear become begin believe belong book break bring
    build burn buy calculate calibrate call cancel care carry catch change charge check choose clamp clean clear close
    collect combine come compare conduct confirm connect contact contain control cost count cover crack create cure cut
    deal decide deliver depend describe design detect develop direct divide do document donate double draft drill drive
    drop dry earn email employ enable end engineer ensure estimate exchange expect explain export fail fall feel fill
    find finish fit fix flag follow forward free get give go grow guarantee halve hand handle hang happen have hear heat
    help hire hit hold host identify import improve include increase inspect install invest invoice issue join jump keep
    kick know label land last lead leak learn leave let lie lift limit link list listen live load lock log look lose
    lower machine maintain make manage manufacture map mark match mean measure meet melt merge mill miss monitor mount
    move need nominate notice offer open operate order own pack pass pay pick place plan post prepare prevent price
    print process produce protect prove provide pull push quote reach read receive recommend reconcile record recover
    recycle reduce refuse rely remain remove rent repair replace reply report require rescue respond rest return review
    ride ring rise roll run rush sail save say scale scan schedule score seal see sell send serve service set settle
    share shift ship show shrink shut sign sink sit skip sleep slip solve sort specialise specialize spend spin split
    spread squeeze stack stall stand start stay stick stop store strike suffer supply support swap sweep swing switch
    take talk teach tear tell test throw tie top track trade train translate travel treat trim trip trust try turn
    understand update use visit wait wake walk want warn wash waste watch wear weigh win wipe work wrap write yield
    """
)
_ENGLISH_PASTS = word_set(
    """
    began became brought came cost put chose cut drew drove fell felt found gave got grew held kept knew left lost made
    meant met paid ran rose said saved saw sold sent spent stood switched took told went won wrote stopped moved doubled
    halved tripled dropped increased decreased started opened closed reported
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
    kosten dauern wiegen betragen fassen heizten
    """
)

FRENCH_VERBS = word_set(
    """
    accepte adapte aide ajuste alerte analyse annule appelle apporte arrive arrête assure atteint attend augmente avance
    baisse bloque calcule change chauffe cherche commence comprend comprennent compte confie connaît conseille consomme
    contient contrôle convient conçoit coupe couvre coûte croît crée demande demeure descend devient diminue dit divise
    donne double dure décide démarre démonte dépanne dérive détecte détient développe emploie empêche entend 
    entretient envoie espère estime existe explique exporte fabrique facture finit fixe fonctionne forme fournit freine
    fuit gagne garantit garde goûte grandit grimpe grince gère imprime indique informe installe interdit interrompt
    intervient intègre jette laisse lance libère lit livre loge loue lève maintient mange manque marche mesure met monte
    montre mène nettoie note négocie oblige obtient occupe offre organise ouvre paie paraît part passe perce perd permet
    place porte pose pousse prend produit propose protège prouve prépare prévient prête pèse quitte raccourcit rapporte
    recycle refuse relève rembourse remet remonte remplace remplit rencontre rend rentre représente ressemble
    ressemblent ressort reste revient reçoit rompt roule règle réalise récupère réduit répare répond s'adapte s'arrête
    s'interrompt s'occupe saute semble sent sert signale sort soude soulève subit suffit suit supporte supprime
    surveille sèche tarde tient tire tombe touche tourne traduit traite transmet travaille traverse trouve utilise vaut
    vend verse vide vient vit voit vérifie économise économisent écrit élimine équipe évite évolue
    """
)
FRENCH_NOUNS_TOO = word_set("aide commande compte coupe équipe forme mesure offre place porte pose")
"""Verbs that are written like a noun, and are one after `FRENCH_BEFORE_NOUNS`: `l'équipe`, `une petite équipe`."""
FRENCH_BEFORE_NOUNS = word_set(
    "l d avec petite grande bonne seule même toute autre première dernière nouvelle jeune simple"
)
FRENCH_NO_VERBS = word_set(
    """
    client patient vent argent agent accident récent différent permanent urgent souvent content présent excellent
    efficient pourcent cent fréquent évident compétent absent prudent intelligent équivalent talent
    """
)
SPANISH_VERBS = word_set(
    """
    abra abre acaba acelera acepta acorta acude aguanta aguantan ahorra ahorran alcanza alquila analiza aparece apoya
    aprende aprieta arregla arregló asume atiende aumenta avanza avisa ayuda baja bajan basta bastan bloquea busca cabe
    caduca cae calcula calibra calienta cambia cierra cierre cobra comienza compara compra conecta conoce construye
    consume contiene controla conviene corta crece cruza cuesta cuida cumple decide deja dejan depende desaparece
    descarga descubre descubres detecta devuelve dice dijo diseña distribuye dobla dura elige elimina empieza encuentra
    enseña entiende entra entrega envasa envía escribe espera evita exige existe explica exporta fabrica facilita
    factura falla falta financia firma forma frena funciona gana garantiza gasta gastan gestiona gira giran graba
    guarda hizo incluye indica informa inicia instala integra invierte lava lee libera liberan limita limpia llama llega
    llegan llena lleva llevan logra mantiene mejora mide muere mueren muestra mueve nace necesita negocia nota obliga
    obtiene ocupa ofrece opera oye oyen paga pagan pagaste para parece pasa perdió permanece permite pesa pesan pide
    pierde pierden pone prepara presenta produce produjo protege protegen prueba puedes puso queda quedan quema quita
    realiza rebaja recibe recoge recorre recupera reduce redujeron redujo registra rellena renueva repara reparan
    reparte resiste responde resuelve retira revienta revisa riega riegan rinde rompe rueda sabe sale salen separa
    siente sigue sirve soporta sube suelda sufre suma suministra supera supo supone tapa tarda tardan teme temen tenía
    tenían termina tienes tira toca toma trabaja trabajan trae trajo transporta trata tuvo usa usan utiliza vacía vale
    valen valora ve vence vende viene vigila vino vive vuela vuelve
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
    accade accelera accetta affianca aggiorna aggiunge aiuta aiutano allunga analizza approva apre arriva arrivano
    asciuga aspetta aspettano aspira assiste assorbe attende attraversa aumenta avanza avviene avvisa basta bastano
    blocca brucia cade cala calano calcola cambia cambiano capita cerca chiama chiede chiude chiudono collega colleghi
    comincia compila compra comprende comprendono conosce consegna consuma conta contiene controlla conviene copre
    coprono corre costa costano costruisce crea cresce cuoce decide deriva dice dimezza dipende diventa dura durano dà
    elimina emette entra esce esiste evita evitano ferma finisce firma firmi fissa fissate fornisce frena funziona
    garantisce gestisce gira girano giunge guadagna guida impara incide include indica indossa inizia insegna installa
    interviene invia lascia lava lavora lavorano lega legge leggono libera liberano limita manca mancano mantiene
    manutiene mette mettono migliora misura monta mostra muove nasce noleggia nota occupa offre ordina organizza ottiene
    ottimizza paga pagano parla parte partono passa passano peggiora perde perdono permette pesa pesano piega porta
    prende prepara prevede produce progetta propone prosegue protegge prova pulisce raccoglie raddoppia raggiunge
    realizza regge reggono registra regola rende resiste resta restano riceve ricevete ricevono richiede ricorda riduce
    riducono rientra rientrano rimane ripara riparte risparmi risparmia risponde rispondono ritira rompe ruota sale
    salgono salta salva scade scalda scarica scatta sceglie scende scendono scopre scorre segnala segue sente separa
    serve servono si soffia sopporta sostituisce spegne spende spendono spiega spinge sposta squilla stacca stampa stima
    subisce supera svuota taglia tarda teme tende tengono tiene tocca toglie torna tornano traccia traduce traducono
    trasporta tratta trova trovano usa usano vale valgono vede vedono vende verifica vince vive vola
    """
)
ITALIAN_NO_VERBS = word_set(
    """
    piano mano umano italiano urbano sano lontano invano grano anziano quotidiano mediano volano però perciò nuova
    attiva viva riva prova estiva preventiva alternativa iniziativa comitiva trattativa telefono suono tono dono trono
    abbandono richiamo chiamo
    """
)
