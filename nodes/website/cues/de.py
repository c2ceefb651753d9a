"""German."""

PATTERNS = {
    "we": r"\b(?:wir|uns|unser(?:e|en|em|er|es)?|(?:das|dem|des) (?:unternehmens?|hause?s?)|im hause)\b",
    "is_a": r"(?:ist|sind) (?:ein(?:e|en|er)? |das |die |der |ihre? )",
    "makes": r"""\b(?:fertig|bau|entwickel|entwickl|liefer|biet|produzier|konstruier|verkauf|verkürz|berat|
betreu|wart|reparier|
vermiet|druck|schul|prüf|installier|montier|plan|reinig|transportier|lager|unterstütz|begleit|optimier|
automatisier|
digitalisier|übersetz|vermittel|vermittl|organisier|übernehm|stell|schweiß|fräs|dreh|lackier|beschicht|veredel|
veredl|recycel|
entsorg|versicher|finanzier|steuer|überwach|beschilder|kalibrier|verpack|röst|brau|back|verkürz|senk|sorg|mess|
spezialisier|hilf|helf|rüst|saniert|sanier|handel|handl|vertreib|importier|erstell|gestalt|veranstalt|
koordinier|ermittel|
analysier|zertifizier|sicher|schütz|verwalt|bereit|versorg|beliefer)(?:en|t|et|n|e|st)?\b""",
    "it": r"""(Sie|Es)(?= (?:liest|meldet|prüft|misst|berechnet|läuft|erkennt|schreibt|sendet|zeigt|
steuert|bucht|ordnet|druckt|plant|vergleicht|verbindet|liefert|spart|erstellt|überwacht)\b(?! sich))""",
    "leaning": r"""(?:und|aber|oder|denn|dann|danach|davon|dabei|dadurch|deshalb|darum|dafür|daher|dort|
die antwort ist|das(?! unternehmen\b| haus\b)|im jahr \d{4} waren es|dies(?:e|er|es|en|em)?|jene[rs]?|er|
sie(?= (?:ist|hat|läuft|liest|wird|kommt|sind|waren|haben|war))|
es|sein(?:e|er|em|en)?|ihre?(?=r? (?:eigene|heutig))|heute(?= (?:drucken|ist|sind wir|führt))|so(?: |$)|auch|
zudem|außerdem|trotzdem|stattdessen|nicht mit|genau|hier|ja|nein|beide|
nach \w+ (?:tagen|wochen|monaten|jahren) (?:waren|sind) es|keine[rs]? davon|die (?:einen|anderen|meisten)|
ab dann|bis dahin|vorher|in der regel|je nach|in allen|(?:liegt|ist|wird|bleibt|fällt|klappt|kommt|gelingt|
reicht) (?:sie|er|es|das|dies|diese[rs]?))\b""",
    "entry": r"""\b(?:pilot\w*|probe(?:fläche|stück|lieferung|reinigung|bestellung|monat|lauf|auftrag|zeit|
woche|betrieb|fahrt|schicht)|test(?:phase|
monat|lauf|zugang|paket)|kostenlos(?:e[nmrs]?)?|gratis|unverbindlich\w*|
(?:als|kostenlose[sn]?|gratis) muster|muster(?:box|karton|sets?|teile)|handmuster|erstgespräch|vorgespräch|
erstberatung|potenzialanalyse|analyse zum festpreis|\w*diagnose zum festpreis|\w*-check|\w*check\b|
audit zum festpreis|bestandsaufnahme|schnupper\w*|einstiegs\w*|ohne vertrag|erste[rnms]? monat)\b""",
    "audience": r"""\b(?:(?:(?:entwickelt|gemacht|gebaut|geeignet|konzipiert|ideal|maßgeschneidert) )?für|
zu (?:den|unseren)(?: rund| über| etwa)? ?(?:\d+ )?kunden (?:gehören|zählen)|unsere kunden sind|
(?:wir )?(?:arbeiten|beraten|betreuen|beliefern|unterstützen|versorgen)(?: wir)?(?: für| mit)?|
ihr partner für)\s(?P<whom>(?:[^.;:!?–—]|(?<=\d)\.(?=\d)){4,200})""",
    "audience_heading": r"""^kunden$|^branche$|für wen|wem das|zielgruppe|branchen|kunden(?:kreis|gruppen)|
einsatzfelder|einsatzgebiete? und branchen|anwendungs(?:fälle|gebiete|bereiche)|
mit wem|^unsere kunden$|wer mit uns|märkte|lösungen für""",
    "role": r"""\b(?:\w*leit(?:er|erin|erinnen|ung|ungen)|geschäftsführ\w+|inhaber\w*|einkauf\w*|
einkäufer\w*|verantwortliche\w*|\w*manager\w*|\w*betriebe?n?|\w*unternehmen|
\w*firmen|\w*hersteller\w*|\w*anbieter\w*|\w*händler\w*|\w*handel|\w*praxen|\w*praxis|\w*kliniken|
krankenhäuser\w*|\w*schulen|kommunen|gemeinden|städte|stadtwerke|\w*behörden|verwaltungen|
\w*werke\w*|\w*fabriken|\w*bäckereien|\w*bäcker|\w*molkereien|\w*fleischereien|\w*metzgereien|apotheken|labore|
\w*hotels|restaurants|kantinen|supermärkte\w*|hofläden|\w*märkte|
\w*speditionen|\w*logistiker|\w*makler|\w*banken|versicherer|versicherungen|agenturen|architekt\w+|ingenieur\w+|
planer\w*|\w*bauer|bauunternehm\w+|handwerk\w*|
landwirte|\w*abfüller\w*|\w*verarbeiter|start-?ups?|gründer\w*|vereine|verbände|mittelstand|mittelständ\w+|
hausverwalt\w+|vermieter|betreiber|zulieferer|maschinenbau\w*|
kanzleien|steuerberater\w*|ärzte|zahnärzte|pflege\w+|kunden|teams|abteilungen|disposition)\b""",
    "problem": r"""\b(?:zu (?:oft|spät|lange|viel|viele|wenig|teuer|langsam)|niemand|keiner|fehl(?:t|en|er|
ern)|verlier(?:t|en)|verloren|verschwend\w+|warte[tn]?|wartezeit(?:en)?|
stillstand|steh(?:t|en)|ausfall|ausfälle|fällt aus|ausfällt|verzöger\w+|mühsam|aufwend\w+|aufwänd\w+|händisch|
von hand|manuell|zettel|excel|tabellen|nachfass\w+|überstunden|sonderschicht|
reklamation(?:en)?|ausschuss|nacharbeit|rückläufer|engpass|engpässe|strafe\w*|bußgeld\w*|risik\w+|ungeplant|
doppelt|papier|kostet|kosten\b|abfall|verpasst|unklar|weiß nicht|
gar nicht|nicht mehr|nur nicht|hat nur|unverpackt|gebunden|verdirbt|defekt|störung(?:en)?|kaputt|veraltet|
umständlich|schwer|schwierig|teuer)\b""",
    "problem_heading": r"""problem|herausforderung|kennen sie|wenn (?:die|der|das|es|ein)|warum (?:das|jetzt|es|kunden|
firmen|betriebe)|schmerz|alltag|ausgangslage|die lage|was (?:schief|oft)|situation|ärger|kosten des|heißt selten""",
    "how_heading": r"""so (?:funktioniert|läuft|geht|arbeiten)|wie (?:wir|es|das)|ablauf|vorgehen|methode|
funktionen|was .{2,25} kann|schritte?|prozess|was .{0,30}steckt|das produkt|technik""",
    "offer_heading": r"""was wir (?:tun|machen|bieten|fertigen|liefern)|leistung(?:en|sspektrum)?|
lieferumfang|produkte|angebot|
lösungen|sortiment|services?|formate|verträge|planung|
umrüstung|montage""",
    "proof_heading": r"""ergebnis|referenz|kunden|erfolg|zahlen|fakten|bilanz|projekte|fallstud|praxisbeispiel|
beispiel|termintreue|was .{2,20} berichten|vertrauen|auszeichnung|darum|warum""",
    "result": r"""\b(?:senkt(?:e|en)?|gesenkt|sank|sanken|reduziert(?:e|en)?|verkürzt(?:e|en)?|kürzere|
verringert(?:e|en)?|fiel(?:en)?|gefallen|stieg(?:en)?|gestiegen|gesteigert|verdoppel\w+|halbier\w+|
spar(?:t|te|ten|en)|gespart|eingespart|gewonnen|verbessert(?:e|en)?|schneller|weniger|statt|im schnitt|
durchschnittlich|im durchschnitt|im median|gemessen|
pünktlich|termingerecht|am zugesagten tag|ausgeliefert|geliefert|begleitet|beraten|betreut(?:e[nr]?)?|
beschildert|umgerüstet(?:en)?|installiert|geprüft|repariert|gestrichen|abgeschaltet|zurückgewiesen|
je werk|seit \d{4}|noch heute|dauert(?:e)?|waren es|sind es|bleib(?:en|t)|zufrieden\w*)\b""",
    "customers": r"""\b(?:\w*kunden|\w*unternehmen|\w*firmen|\w*betriebe\w*|\w*werke\w*|\w*praxen|\w*kliniken|
\w*schulen|\w*standorte\w*|\w*filialen|\w*gebäude\w*|\w*anlagen|\w*maschinen|\w*projekte\w*|
\w*aufträge\w*|\w*installationen|\w*nutzer\w*|\w*länder\w*|\w*mitarbeit\w*|\w*einsätze\w*|\w*schachteln|
\w*umrüstungen|\w*linien|\w*teile|\w*artikel\w*|\w*städte\w*|\w*gemeinden)\b""",
    "guarantee": r"""\b(?:\w*garantie\w*|garantier\w+|gewährleist\w+|geld[- ]zurück|erstatt\w+|zurückerstatt\w+|
zahlen sie nichts|keine rechnung|(?:ist|sind|bleibt) (?:der |die |das )?(?:\w+ )?kostenlos|nichts bezahlen|
gutgeschrieben|schreiben .{0,30}gut|verpflichte\w*|versprech\w+|zugesichert\w*|
innerhalb (?:von )?\w+ (?:stunden?|minuten|tagen|werktag\w*|arbeitstag\w*)|in \d+ (?:minuten|stunden)|
verfügbarkeit|reaktionszeit|sla\b|jederzeit kündbar|monatlich kündbar|ohne (?:mindest)?laufzeit|
keine mindestlaufzeit|versichert|ersetzen wir|festpreisgarantie|
an .{2,40} gebunden|keine provision\w*)\b""",
    "certificate": r"""\b(?:(?:din|en|iso)(?:[ /](?:din|en|iso|iec))* ?\d{3,5}|zertifizier\w*|zertifikat\w*|
akkreditier\w*|tüv\w*|haccp|ifs|brc|zugelassen\w*|innungsbetrieb|dsgvo-konform|bsi\b|vds\b|dekra|mitglied (?:im|
der|des|beim) \w*(?:verband|innung|kammer|vereinigung)\w*)\b""",
    "price": r"""(?:\b(?:festpreise?|preise?|pauschal\w*|kosten(?:punkt)?\b|kostet|gebühr\w*|pro (?:monat|
nutzer|arbeitsplatz|stück|jahr|mitarbeiter)|im monat|je (?:monat|stück|arbeitsplatz|nutzer)|ab \d|
netto|inklusive|ohne aufpreis|rabatt|honorar\w*|monatlich|einmalig|tarif\w*|reisekosten)\b|\d\s?(?:€|euro|eur|
chf)\b)""",
    "about": r"""\b(?:gegründet|seit (?:19|20)\d\d|inhabergeführt|familien(?:betrieb|unternehmen|geführt)|
sitz(?:en)? in|mit sitz|\d+ (?:mitarbeit\w+|beschäftigte\w*|beratende|kolleg\w+|meister)|
\w+ generation|gründete|standort\w*|beschäftigten|beraterinnen und berater|quadratmeter\w*|meisterbetrieb|
unabhängig|jahre(?:n)? erfahrung|eigentümer\w*)\b""",
    "about_heading": r"""über uns|unternehmen|geschichte|team|wer (?:wir|bei uns)|zahlen zu uns|standort|philosophie|
werte|auszeichnung|zertifikat|ansprechpartner|einsatzgebiet""",
    "planned": r"""\b(?:demnächst|in kürze|bald verfügbar|geplant\w*|in planung|in entwicklung|wir planen|
in vorbereitung|ab (?:frühjahr|sommer|herbst|winter|q[1-4]|20(?:2[7-9]|3\d))|
kommt (?:bald|20\d\d)|beta(?:phase|version|-?test)?|warteliste|roadmap|künftig|zukünftig|voraussichtlich|
wird .{0,40}(?:eingeführt|verfügbar sein|starten))\b""",
    "market": r"""\b(?:nach angaben|laut (?:einer |der )?(?:\w+)|(?:eine|aktuelle|neue) (?:studie|umfrage|erhebung)|
studien? (?:zeig|beleg|besag)\w+|umfrage\w*|statista|bitkom|gartner|mckinsey|destatis|statistische\w* bundesamt|
fraunhofer|
(?:der|das) (?:\w+)?(?:markt|marktvolumen) (?:wird|wächst|soll|für)|weltweit\w*|branchen(?:schnitt|durchschnitt|
studie|weit)|im bundesschnitt|bundesweit (?:fehlen|sind)|
(?:%|prozent) (?:der|aller) (?:deutschen |mittelständischen )?(?:unternehmen|betriebe|firmen|verbraucher|
führungskräfte|entscheider|käufer|kmu|beschäftigten|menschen|deutschen)|
jede[rs]? (?:zweite|dritte|vierte|fünfte) (?:deutsche|betrieb|unternehmen|firma|mittelständler)|milliarden|
bis 20(?:2[6-9]|3\d)|prognos\w+|experten|inflation|fachkräftemangel)\b""",
    "jobs": r"""\(m ?/ ?w ?/ ?d\)|\(w ?/ ?m ?/ ?d\)|\b(?:wir suchen|stellenangebot\w*|karriere|
ausbildungsplatz|ausbildungsplätze|bewirb|bewerben|bewerbung|jobs?|offene stellen|initiativbewerbung|
betriebsferien|wir stellen (?:nur )?\w* ?ein|wir stellen nur|\d+ (?:tage urlaub|urlaubstage)|jobrad|jobticket|
weihnachtsgeld|
urlaubsgeld|\w*gehalt (?:ab|von)|quereinsteiger\w*|wir bilden aus|auszubildende\w*|azubis?|werde teil|
verstärkung (?:für|gesucht)|\d+-stunden-woche)\b""",
    "legal": r"""\b(?:cookies?|datenschutz\w*|impressum|personenbezogene\w*|einwilligung|widerruf\w*|agb|
haftung\w*|handelsregister|amtsgericht|registergericht|hrb|hra|umsatzsteuer\w*|ust-?id\w*|
urheberrecht\w*|verantwortlich für den inhalt|alle rechte vorbehalten|gemäß §|dsgvo|auskunft|
geschäftsführer(?:in)?:|vertreten durch|berufsbezeichnung|kammer:|javascript|browser|angaben (?:gemäß|aus))\b""",
    "not_for": r"nein sagen|was wir nicht|was es (?:hier )?nicht|nicht für|kein privat|für wen nicht|nicht geeignet",
    "supplier_heading": r"""^presse$|pressekontakt|pressemitteil|pressebereich|für lieferanten|^lieferanten$|
\binvestoren\b|newsletter|
\bimpressum\b|\bdatenschutz(?:erklärung|hinweise?|einstellungen)?$|\bagb\b|\brechtliches\b|kontakt$|\banschrift\b|
\banfahrt\b|ansprechpartner|wer bei uns|aktuell(?:es)?$|^(?:unser |das )?team$|^statistik|verantwortliche stelle|
ihre rechte|^haftung|kontaktformular""",
    "call": r"""(?:klicken|mehr (?:erfahren|lesen|dazu)|jetzt|kontaktieren|rufen sie|schreiben sie|e-?mail|
anfragen(?: |$)|termin|buchen|anfordern|herunterladen|download|registrieren|abonnieren|
weiterlesen|zu den (?:referenzen|leistungen|preisen)|zur (?:übersicht|startseite)|zum (?:angebot|produkt)|
hier (?:klicken|finden)|entdecken|erzählen sie|sprechen sie|besuchen sie|folgen sie|willkommen|bitte|
möchten sie|sie möchten|haben sie|suchen sie|
was (?:sagt|kostet|ist|passiert)|wie (?:schnell|lange|viel|funktioniert|läuft)|gibt es|müssen wir|können (?:sie|
wir)|warten sie|haben sie fragen|hallo|liebe|danke|senden|ihre nachricht|telefon|tel|büro|notdienst:|start$)\b""",
    "puff": r"""\b(?:innovativ\w*|führend\w*|leidenschaft\w*|maßgeschneidert\w*|ganzheitlich\w*|zukunft\w*|
exzellen\w*|kompeten\w*|partner an ihrer|alles aus einer hand|
aus leidenschaft|höchste qualität|erstklassig\w*|einzigartig\w*|modernst\w*|visionär\w*|herzblut|begeister\w*|
mehrwert|nachhaltig\w*|stolz|träum\w*|willkommen|liebe\b|freut man sich)""",
    "numerals": r"""\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|
sechzehn|achtzehn|zwanzig|dreißig|vierzig|fünfzig|sechzig|neunzig|hundert|tausend|dutzend|hälfte|drittel|
viertel|doppelt)\w*\b""",
    "jobs_heading": r"""karriere|\bjobs?\b|\bstellen(?:angebote?|anzeigen?|markt)\b|^(?:offene |freie |
unsere )?stellen$|wir suchen|arbeiten bei|
ausbildung bei|
bewerb|mitarbeiter gesucht|benefits|das bieten wir dir|komm ins team""",
    "benefit_heading": r"""vorteile|warum (?:wir|uns|zu uns|kunden|firmen|betriebe)|gute gründe|ihr nutzen|
was sie (?:davon haben|
bekommen)|darum""",
    "dangling": r"\b(?:dafür|davon|damit|dazu|darüber|dagegen|darauf|darin|danach)[.!]?$|\bdas(?:selbe| gleiche)[.!]?$",
    "refuses": r"""\b(?:(?:behandeln|bieten|machen|liefern|verkaufen|führen|fertigen|bearbeiten|
vermieten) wir (?:\w+ )?(?:nicht|
keine?n?)\b|wir (?:behandeln|bieten|machen|liefern|verkaufen|fertigen|bearbeiten|vermieten) (?:kein|nicht)|
nicht (?:geeignet|zugelassen) für|behandeln wir nicht)""",
    "rule": r"""\b(?:muss|müssen|darf|dürfen|vorgeschrieben|verpflichtend|verboten|verlangt|verlangen|gesetzlich|
ist pflicht)\b""",
}
