"""Italian."""

PATTERNS = {
    "we": r"\b(?:noi|nostr[oaie]|ci (?:occupiamo|impegniamo|prendiamo)|\w{3,}iamo)\b",
    "is_a": r"(?:è|sono) (?:uno? |una |un'|il |la |lo |l'|i |le |gli )",
    "makes": r"""\b(?:costru|fornisc|produc|realizz|progett|fabbric|vend|consegn|svilupp|ripar|manut|install|
noleggi|affitt|form|addestr|consult|assist|aiut|prov|collaud|test|ispezion|tar|pul|trasport|immagazzin|
stocc|ricicl|recuper|selezion|gest|amministr|ospit|protegg|monitor|sorvegli|automatizz|colleg|traduc|stamp|
lavor|tagli|sald|imball|confezion|distribu|import|esport|attrezz|ristruttur|rinnov|offr|prepar|tost|coltiv|
serv|misur|control|verific|analizz|ottimizz|riduc|organizz|copr|calcol|legg|pianific|segu|spedisc|rigener|
revision|sostitu|allest|mont|affil|riscald|raffredd|raccogl|ritir|smalt|certific|registr|avvis|sanific|
digitalizz|archivi)(?:iamo|a|ano|e|ono|isce|iscono|i|isci|uisce|uiamo)\b""",
    "it": r"(Esso|Essa)(?= \w)",
    "leaning": r"""(?:e|ma|o|oppure|così|poi|quindi|dunque|allora|questo|questa|questi|queste|quest'\w+|quello|
quella|quelli|quelle|ciò|lui|lei|loro|esso|essa|essi|esse|suo|sua|suoi|sue|anche|inoltre|per questo|perciò|
tuttavia|però|oggi(?= si)|adesso|lì|là|qui|qua|sì|no(?:,|$)|(?:lo|la|li|le|ne) \w+iamo|infine|nel frattempo|altrimenti|
gli altri|le altre|al contrario|in questo modo|in tal modo|ecco|invece|di conseguenza|prima:|dopo:)\b""",
    "entry": r"""\b(?:prova (?:gratuita|gratis)|progetto pilota|periodo di prova|mese di prova|pilota|gratis|
gratuit[oaie]|gratuitamente|senza impegno|campion[ei]|campionatura|primo (?:mese|sopralluogo|intervento|audit)|
prima (?:visita|consegna|analisi|fornitura)|sopralluogo|diagnosi|dimostrazione|demo\b|audit gratuito|
preventivo (?:gratuito|entro|in)|test gratuito|ordine di prova|lotto di prova)\b""",
    "audience": r"""\b(?:(?:fatt|pensat|progettat|sviluppat|studiat|creat|ideal|dedicat)[oaie] (?:per|a|ai|alle)|per|
lavoriamo (?:con|per)|(?:serviamo|aiutiamo|affianchiamo|riforniamo|assistiamo|seguiamo)|i nostri clienti sono|
ci rivolgiamo (?:a|ai|alle|agli)|al servizio d(?:i|ei|elle|egli))\s(?P<whom>(?:[^.;:!?–—]|(?<=\d)\.(?=\d)){4,200})""",
    "audience_heading": r"""^clienti$|^settori?$|per chi|a chi|chi (?:ci|lo usa|lavora|serviamo)|settori|
^(?:i nostri )?clienti$|mercati|ambiti|casi d'uso""",
    "role": r"""\b(?:responsabil[ei]|direttor[ei]|direttric[ei]|direzion[ei]|titolar[ei]|amministrator[ei]|cap[oi]|
capireparto|capocantiere|dirigent[ei]|buyer|uffic(?:io|i) acquisti|acquisti|ingegner[ei]|tecnic[oi]|aziend[ae]|
impres[ae]|società|produttor[ei]|costruttor[ei]|fabbricant[ei]|distributor[ei]|grossist[ai]|commerciant[ei]|
rivenditor[ei]|negozi|ospedal[ei]|cliniche?|ambulator[io]+|stud[io]+|scuol[ae]|universit[àa]|laborator[io]+|
magazzin[oi]|stabiliment[oi]|fabbric[ah]e?|comun[ei]|enti|trasportator[ei]|autotrasportatori|spedizionier[ei]|
artigian[oi]|agenzi[ae]|banc(?:a|he)|assicurazion[ei]|operator[ei]|agricoltor[ei]|cooperativ[ae]|cantin[ae]|
frantoi|caseific[io]+|panific[io]+|pasticceri[ae]|pastific[io]+|salumific[io]+|macell[io]+|hotel|albergh[i]|
albergatori|ristorant[ei]|ristorator[ei]|mens[ae]|farmaci[ae]|architett[oi]|impres[ae] edil[ei]|
amministratori di condominio|condomin[io]+|associazion[ei]|pmi|startup|team|squadr[ae]|flott[ae]|client[ei]|
officin[ae]|lavanderi[ae]|cartier[ae]|tipografi[ae]|fonderi[ae]|allevator[ei]|case di riposo|rsa|
industri[ae]|manutentor[ei])\b""",
    "problem": r"""\b(?:troppo|tardi|nessuno|manc(?:a|ano|ava|ano)|perd(?:e|ono|ere|ete|uto|uta|uti|ute|ita|ite)|
sprec\w+|aspett(?:a|ano|are|ando)|attes[ae]|attend\w+|ritard\w+|bloccat\w+|guast[oi]|fermi?|fermat\w+|ferm[ao] macchina|
error[ei]|a mano|manual\w*|carta|fogli|excel|straordinari[oa]?|penali|mult[ae]|scart[oi]|reclam[oi]|
contestazion[ei]|risch\w+|imprevist\w+|dimentic\w+|costa|costano|car[oi]|difficil[ei]|complicat\w*|
non (?:paga|basta|torna|tornano|si trova|trova|sa|sanno)|introvabil[ei]|perdit[ae]|rotture?|
rott[oaie]|invendut[oi]|scadut[oaie]|scadono|code)\b""",
    "problem_heading": r"""problem|sfida|sfide|le suona|situazione|suona familiare|perché|realtà|\bferm[oaie]\b|
quando (?:il|la|lo|i|le|gli|un|l')|difficoltà|quello che succede|cosa succede|il punto|che cosa non""",
    "how_heading": r"""come|così (?:funziona|lavoriamo)|processo|fasi|passi|metodo|funzion|caratteristiche|
soluzion[ei]|prodotto|installazione|tecnologia|lavoriamo""",
    "offer_heading": r"""(?:che )?cosa (?:facciamo|offriamo|produciamo)|quello che facciamo|servizi|servizio|prodotti|
catalogo|soluzioni|offerta|gamma|lavorazioni|attività""",
    "proof_heading": r"""risultat[oi]|referenz[ae]|clienti|cas[oi]|successo|cifre|numeri|testimonianz[ae]|progetti|
lavori|dicono|realizzazioni|con chi lavoriamo|hanno scelto|ci hanno""",
    "result": r"""\b(?:ridott\w+|ridu\w+|cal(?:ò|ato|ata|ati|ate|arono|a|ano)|dimezz\w+|diminu\w+|sces[oaie]|
scend\w+|pass(?:ò|ato|ata|ati|ate|ano|a) da|aument\w+|raddoppi\w+|risparmi\w+|guadagn\w+|miglior\w+|più veloce|in meno|
meno|invece di|anziché|in media|media|mediana|misurat\w+|nel primo anno|dal (?:19|20)\d\d|puntual\w*|nei tempi|
consegnat[oaie]|serviti|installat[oaie]|formati|rinnov\w+|utilizzano|lavorano con noi|seguit[oaie]|ritirat[oaie]|
riparat[oaie])\b""",
    "customers": r"""\b(?:client[ei]|aziend[ae]|impres[ae]|stabiliment[oi]|negozi|ospedali|scuole|comuni|
cooperative|cantine|filiali|progetti|utenti|macchine|ordini|paesi|sedi|cantieri|impianti|hotel|alberghi|ristoranti|
condomini|studi|laboratori|magazzini|mezzi|veicoli|spedizioni|consegne|unità|famiglie|punti vendita|
caseifici|frantoi|officine)\b""",
    "guarantee": r"""\b(?:garant\w+|rimbors\w+|soddisfatti o|non paga(?: nulla| niente)?|a nostro carico|
senza costi|è gratuit[oa]|sono gratuit[ie]|ci impegniamo|impegno|paghiamo (?:noi|la|il|le)|lo sostituiamo|
sostituiamo .{2,40} entro|senza vincoli|senza penali|recedere|disdire|disdetta|
entro (?:\d+|un|due|tre|quattro|cinque|otto|ventiquattro|quarantotto) \w+|in meno di .{1,12} (?:minuti|ore)|
in \d+ ore|reperibilità|disponibilità|assicurat[oaie]|penale)\b""",
    "certificate": r"""\b(?:ISO(?:/IEC)? ?\d{4,5}|certificat[oaie]|certificazion[ei]|accreditat[oaie]|
accreditamento|omologat[oaie]|abilitat[oaie]|qualificat[oaie] (?:da|presso)|HACCP|BRC|IFS|FSC|SOA\b|ACCREDIA|
marcatura CE|iscritt[oaie] all'albo|autorizzat[oaie] da)\b""",
    "price": r"""(?:\b(?:prezz[oi]|tariff[ae]|canone|costa|al mese|all'anno|al giorno|a persona|a partire da|
iva esclusa|iva inclusa|più iva|tutto compreso|tutto incluso|sconto|mensil[ei]|abbonamento|forfait|
incluso nel prezzo|compres[oaie] nel)\b|\d\s?(?:€|euro|CHF)(?!\w)|€\s?\d)""",
    "about": r"""\b(?:fondat[oaie]|nat[oaie] nel|nasce nel|siamo nati|dal (?:19|20)\d\d|familiare|di famiglia|con sede|
\d+ (?:persone|dipendenti|tecnici|addetti|collaboratori)|anni di (?:esperienza|attività)|generazione|
indipendente|uffici a|soci)\b""",
    "about_heading": r"chi siamo|storia|su di noi|l'azienda|azienda$|squadra|team|valori|dove siamo|sede$|sedi$",
    "planned": r"""\b(?:prossimamente|in arrivo|presto disponibil[ei]|in sviluppo|stiamo sviluppando|prevediamo|
previst[oaie] (?:per|nel)|in preparazione|lista d'attesa|beta|in programma|sarà disponibile|lanceremo|
a partire dal 20(?:2[7-9]|3\d)|dal 20(?:2[7-9]|3\d))\b""",
    "market": r"""\b(?:secondo (?:uno|una|un|il|la|i|le|gli|l'|dati)|(?:uno|un recente) studio|una (?:ricerca|indagine)|
(?:studi|ricerche|indagini) (?:mostrano|dimostrano|rivelano)|sondaggi[o]?|istat|gartner|mckinsey|unioncamere|
confindustria|il mercato (?:mondiale|globale|italiano|europeo|del|della|dei)|nel mondo|mondial[ei]|
(?:%|per cento) (?:delle|dei|degli) (?:aziende|imprese|pmi|italiani|consumatori|imprenditori|lavoratori|manager)|
(?:un'|una )(?:azienda|impresa|pmi) su (?:due|tre|quattro|cinque|dieci)|miliardi|entro il 20\d\d|esperti|inflazione|
si stima)\b""",
    "jobs": r"""\b(?:lavora con noi|posizion[ei] apert[ae]|offert[ae] di lavoro|cerchiamo (?:un|una|uno|tecnic|
personale|collaborator)|assumiamo|invi[ai] (?:il tuo|il suo|il) (?:cv|curriculum)|candidat[ai](?:ti)?|candidatur[ae]|
tirocin\w+|apprendist[ai]|buoni pasto|giorni di ferie|stipendio|retribuzione|ral\b|smart working|
contratto a tempo)\b""",
    "legal": r"""\b(?:cookie|cookies|informativa|privacy|dati personali|i suoi dati|i tuoi dati|note legali|
termini e condizioni|condizioni (?:generali|d'uso)|diritti riservati|partita iva|p\. ?iva|codice fiscale|c\.f\.|
registro (?:delle )?imprese|rea\b|capitale sociale|gdpr|foro competente|javascript|browser|pec\b)\b""",
    "not_for": r"""(?:quello|ciò|cosa) (?:che )?non facciamo|non fa per|non è per|per chi non|
non (?:facciamo|vendiamo)|privati""",
    "supplier_heading": r"""^(?:area |per i )?fornitori$|^(?:area|sala) stampa$|(?:rassegna|ufficio) stampa|
comunicati stampa|investitori|newsletter|note legali|^privacy|^contatti$|
^(?:la nostra |la |il nostro |il )?(?:squadra|team)$|dove siamo|come raggiungerci""",
    "call": r"""(?:clicc|scopr[ai]|per saperne|leggi|legga|guard[ai]|contatt|chiam[ai]|ci (?:chiami|scriva|contatti)|
scriv[ai]|richied[ai]|chied[ai] (?:un|il|ora)|scaric|iscriv|registrat|prenot[ai]|
inizi[ai]?\b|prov[ai] (?:ora|subito|gratis)|segui|condivid|benvenut|buongiorno|salve|ciao|grazie|per favore|
invi[ai]|pront[oai] (?:a|per)|ci racconti|raccontaci|parl[ai] con|ha bisogno|hai bisogno|ha una|
qual è|quanto|quali|che cosa|cosa|posso|si può)\b""",
    "puff": r"""\b(?:innovativ\w*|innovazion\w*|leader|passion\w*|appassionat\w+|su misura|eccellen\w*|unic[oaihe]+|
chiavi in mano|partner (?:ideale|affidabile|di fiducia)|rivoluzion\w+|all'avanguardia|avanguardia|futuro|sogn\w+|
trasform\w+|serenità|a 360|tranquillità|qualità superiore|alta qualità|punto di riferimento)\b""",
    "numerals": r"""\b(?:due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|tredici|quattordici|
quindici|sedici|venti|ventiquattro|trenta|quaranta|quarantotto|cinquanta|sessanta|cento|mille|mila|dozzina|metà|terzo|
quarto|doppio)\b""",
    "jobs_heading": r"""^lavor[oa]$|lavora con|lavorare (?:con|da|in)|posizioni aperte|offerte di lavoro|carrier[ae]|
unisciti|entra nel|candid|tirocini""",
    "benefit_heading": r"""perché (?:scegliere|sceglierci|noi|lavorare|affidarsi|.{2,30} scelgono)|vantaggi|benefici|
(?:buone )?ragioni|i nostri punti di forza|cosa ci guadagna""",
    "dangling": r"\b(?:per|di|con|a|da|senza) (?:questo|ciò|quello|questi|essi)[.!]?$",
    "refuses": r"""\bnon (?:facciamo|vendiamo|trattiamo|lavoriamo|offriamo|noleggiamo|produciamo|installiamo|
copriamo|interveniamo|assumiamo|ripariamo|serviamo)\b|\bnon (?:è|sono) (?:adatt|indicat)""",
    "rule": r"""\b(?:deve|devono|non può|non possono|obbligatori[oaie]|impone|impongono|vieta|vietat[oaie]|obbliga|
occorre|bisogna|la legge)\b""",
}
