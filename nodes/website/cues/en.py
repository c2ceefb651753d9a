"""English."""

PATTERNS = {
    "we": r"\b(?:we|our|us|ours)\b",
    "is_a": r"""(?:is|are) (?!\w+ed\b|made\b|built\b|run\b|sold\b|not\b|there\b|also\b|now\b|still\b|one of|
for\b|in\b|at\b|on\b|right|happy|proud|here)(?:an? |the |your )?""",
    "makes": r"""\b(?:do|make|build|design|provide|offer|supply|sell|manufacture|deliver|develop|produce|run|
operate|
install|repair|maintain|service|rent|lease|coil|machine|mill|print|ship|train|teach|coach|advise|help|audit|
test|
inspect|calibrate|clean|wash|cut|weld|cast|move|transport|haul|store|recycle|collect|recruit|place|staff|manage|
host|
secure|protect|monitor|automate|connect|translate|write|film|research|analyse|analyze|finance|insure|refurbish|
convert|pack|bottle|roast|brew|bake|grow|breed|import|distribute|stock|fit|engineer|survey|map|plan|restore|
coat|
plate|treat|forge|mould|mold|sew|weave|dye|process|handle|take care of|specialis[ez]e in|work with|cover)(?:s|
es)?\b""",
    "it": r"""(It|They)(?= (?!is\b|was\b|has been\b|takes\b|works until\b|will\b|would\b|may\b|can be\b|
happens?\b|seems?\b|all\b|noticed|stopped|came|said|told|both\b)[a-z]+)""",
    "leaning": r"""(?:and|but|so|or|before, |we know|then|because|this|that|these|those|it|they|he|she|his|her|their|
its|such|also|
instead|otherwise|however|therefore|now|still|both|most (?:are|of them)|each of (?:them|these)|all of (?:it|
them|this)|half of them|
none of|one of them|some of them|the (?:one|rest|other|latter|former|same|smallest|largest|first one)\b|here|
there|yes|no|nope|ours|usually|
until then|before that|after that|by then|not with|in return)\b""",
    "entry": r"""\b(?:pilot|free trial|trial (?:run|order|batch|lot|period|shift|week|month)|free samples?|
sample (?:kit|pack|box|batch)|
free (?:audit|assessment|survey|check|consultation|demo|quote|analysis|review|site visit|workshop|test|month|
report)|
free of charge|first (?:load|batch|month|test|clean|audit)|try (?:us|it|one)|
proof of concept|starter (?:kit|pack|package)|fixed[- ]price (?:audit|assessment|diagnosis|review|check)|
costs? (?:you )?nothing|health check|for \d+ (?:nights|days|weeks))\b""",
    "audience": r"""\b(?:(?:built|made|designed|developed|created|tailored|intended|suited|ideal|perfect) for|
(?:we|who) (?:work|partner) (?:with|for)|we (?:serve|supply|support|help|advise)|(?:our|the) (?:customers|
clients|buyers|users) are|
(?:customers|clients) include|serves?|trusted by|used by|for (?:makers|manufacturers|owners|operators|teams|
companies|firms|people)|for)\s(?P<whom>(?:[^.;:!?–—]|(?<=\d)\.(?=\d)){4,180})""",
    "audience_heading": r"""^customers?$|^clients?$|^sectors?$|who (?:it.s for|we (?:are (?:a fit|right|good) for|
serve|help|work (?:with|for)|
shine for|supply)|uses|is it for|buys)|
(?:made|built|designed) for|industries|sectors|markets|^our (?:customers|clients)$|who our (?:customers|
clients) are|use cases|for whom|ideal for|
solutions for|who you are|types? of customers?""",
    "role": r"""\b(?:managers?|directors?|owners?|officers?|supervisors?|administrators?|engineers?|buyers?|
planners?|
controllers?|heads? of|vp|ceos?|cfos?|ctos?|coos?|teams?|companies|firms|businesses|manufacturers?|makers?|
producers?|
distributors?|wholesalers?|retailers?|hospitals?|clinics?|practices?|schools?|universities|laborator(?:y|ies)|
labs?|
warehouses?|plants?|factories|utilities|municipalities|councils?|authorities|contractors?|builders?|agencies|
banks?|
insurers?|brokers?|carriers?|fleets?|operators?|farms?|growers?|hotels?|restaurants?|breweries|bakeries|stores?|
shops?|
landlords?|associations?|charities|publishers?|startups?|start-ups?|organi[sz]ations?|institutions?|offices?|
dealers?|
packers|mills|mines|quarries|yards|groups?|merchants?|suppliers?|providers?|developers?|architects?|
accountants?|
lawyers?|brands?|roofers?|dentists?|doctors?|pharmacies|airlines?|airports?|ports?|shippers?|customers?)\b""",
    "problem": r"""\b(?:too (?:late|long|many|much|slow|often|expensive|early)|late|lose|loses|losing|lost|
waste|wasted|wasting|
waits?|waiting|stuck|delay(?:s|ed)?|miss(?:es|ed|ing)?|fail(?:s|ing|ure)?|broken|breaks?|blocked|errors?|
mistakes?|voicemails?|pile of|swears?|overdue|
nobody|no one|manual(?:ly)?|by hand|spreadsheets?|whiteboard|voicemail|chas(?:e|es|ing)|overtime|penalt(?:y|
ies)|fines?|
downtime|scrap|rework|complaints?|shortages?|risk|unplanned|unread|forgotten|guess(?:work|ing)?|paper|
overwhelmed|hard to|difficult|painful|expensive|costly|stops?|stand(?:s)? still|idle|stale|outdated|leaks?|
drifts?|
owe|owes|none of|without (?:a )?(?:record|proof|drawing)|cannot|can.t|doesn.t|don.t know|never know|not enough|
no longer|rejects?|disputes?|comes back|weeps|sorting|phantom|dust|spill|in the way|usually paying|
protects? nothing|throw(?:s|ing|n)? away|for nothing|twice over)\b""",
    "problem_heading": r"""problem|challenge|pain|sound familiar|you already know|the (?:usual|old) (?:way|morning|
day)|
why (?:it matters|now|this|change|buy)|struggl|frustrat|cost of|what goes wrong|when (?:a|an|the|
your)\b|tired of|the trouble|
what happens (?:when|if)|the situation|status quo|stops? the""",
    "how_heading": r"""how (?:it|we|this|.{2,25}) (?:works?|does it|do it)|how .{2,30} works|our (?:process|
approach|method)|what .{2,30} does|the process|
step by step|steps?\b|features?|what is in|what.s included|what you get|platform|product|the solution|
in this order""",
    "offer_heading": r"""what we (?:do|make|offer|build|sell|supply)|our (?:services|products|work)|services|
products|capabilities|
solutions|offerings?|what (?:you (?:get|can order)|comes (?:on|in|with)|is included)|everything .{0,30}needs|
materials|range|equipment""",
    "proof_heading": r"""results?|customers?|clients?|case stud|success|references?|numbers|what .{2,40} got|trusted|
in 20\d\d|
proof|track record|facts|at a glance|outcomes?|stories|delivered|why .{2,20} stay|impact""",
    "result": r"""\b(?:cut|cuts|reduced?|reduces|lowered|dropped?|fell|fallen|went (?:from|down|up)|rose|
risen|increased?|grew|
grown|doubled|tripled|halved|saved?|saves|gained|improved?|shortened|faster|fewer|instead of|
in the first|on average|average|median|measured|won?|renewed|stayed?|passed|accepted|delivered|completed|moved|
repaired|
inspected|checked|booked|redrew|handled|processed|installed|shipped|served|on time|on[- ]time|nights of|
since \d{4}|connected|under contract|went live|live in|
have paid|retired|without an? (?:\w+ ){0,2}(?:lost|missed)|have not had|haven.t had|never had|granted|settled|
resolved|answered|found|pulled|trained|placed|closed|have been with us|we (?:supply|
serve) \d)\b""",
    "customers": r"""\b(?:customers?|clients?|companies|businesses|organi[sz]ations|warehouses|buildings|plants|
factories|
hospitals|clinics|practices|schools|sites|stores|utilities|makers|groups|branches|shippers|mills|farms|brands|
teams|users|families|cases|oppositions|
instruments|installations|projects|orders|lots|loads|parcels|machines|units|countries|states|kitchens|fleets|
lifts|tanks)\b""",
    "guarantee": r"""\b(?:guarantee[ds]?|guaranty|warrant(?:y|ies)|money[- ]back|(?:we|full|fully|get a|
your) (?:\w+ )?refund(?:s|ed)?|refund(?:ed|s)? (?:you|it\b|
the (?:fee|price|full|whole|difference|cost)|if\b|in full|anyway)|(?:is|are) refunded|(?:you|
we) pay (?:nothing|the|for it|you)|
(?:you )?(?:do not|don.t) pay|pay nothing|owe us nothing|no (?:fee|charge|cost|scan, no charge) if|no fee if we|
is free if|(?:cleaning|repair|service|visit|call-?out) is free|
at no charge|free of charge if|(?:we )?(?:replace|credit|redo|repeat|repair) (?:it|them|a|the|every|
any)\b.{0,60}(?:within|day|hour|free|cost|charge)|replaced? .{0,40}(?:at no|free|within|next)|
service[- ]level|sla\b|uptime|commit to|we promise|penalty[- ]free|cancel (?:at any|any)|days.? notice|
no lock-in|no minimum (?:term|contract)|
risk[- ]free|no scan, no charge|insured|bonded|(?:public |product )?liability(?: cover| insurance)?|months? of warranty|
within (?:the|an?|\w+) (?:\w+ )?(?:minutes?|hours?|days?)\b|(?:come|comes) back within .{1,30}(?:no|free)|
we never\b|never (?:sell|share))\b""",
    "certificate": r"""\b(?:ISO(?:/IEC)? ?\d{4,5}|SOC ?[12]|AS ?9100|IATF|HACCP|BRC(?:GS)?|GDPR|HIPAA|PCI|FDA|
CE[- ]mark|UL listed|
certified|certificates?|accredited|accreditation|licen[sc]ed|audited|regulated by|authori[sz]ed as|approved by|
NADCAP|GMP|B Corp|carded|
members? of the (?:\w+ ){0,3}(?:association|federation|institute|guild|chamber))\b""",
    "price": r"""\b(?:per (?:user|seat|month|year|unit|building|branch|payment|bay|pallet|piece|hour|day|
site|device|employee|order)|a month|a year|
(?:fixed|flat|firm|monthly|annual) (?:monthly )?(?:price|fee|rate)|price[sd]?\b|pricing|costs?\b|fees?\b|
no (?:setup|set-up|implementation|per-user|hidden) (?:fee|cost)s?|
from [$€£]|starting at|subscription|discount|included in|charge[ds]?\b|quote[ds]?\b (?:in|within))""",
    "about": r"""\b(?:founded|since (?:19|20)\d\d|established|family[- ](?:run|owned)|headquartered|based in|
located in|our (?:story|team|offices?)|
started (?:in|as|with)|employees|\d+ (?:people|staff|engineers|cleaners|of us)|people in|owned by|independent|
years (?:of experience|in business)|
(?:third|second|fourth|fifth)[- ]generation|apprentices|profitable|born)\b""",
    "about_heading": r"""about|our (?:story|team|history|company)|who we are|milestones|history|people|today|
where we (?:work|are)|company|locations?|offices?|values|believe""",
    "planned": r"""\b(?:coming soon|coming (?:in )?20\d\d|planned|we (?:plan|are planning|intend) to|road ?map|
will (?:launch|be launched|be available|open|release)|
in development|under development|in beta|beta\)|\(beta|early access|waiting list|wait ?list|launching|
soon available|available soon|
from (?:q[1-4]|autumn|spring|summer|next year)|available (?:in|from) (?:q[1-4]|autumn|spring|summer|winter|
20\d\d)|upcoming|next spring|next year we)\b""",
    "market": r"""\b(?:according to|(?:a|recent|new|industry|one) (?:stud(?:y|ies)|surveys?|reports?)|
stud(?:y|ies) (?:show|say|suggest|find|found)|surveys? (?:show|say)|research (?:shows|says|suggests|by)|
analysts?|experts (?:say|agree)|gartner|mckinsey|forrester|deloitte|idc|statista|pwc|accenture|harvard|
world bank|bureau of|census|eurostat|
(?:the )?(?:global |worldwide |[a-z]+ ){0,4}market (?:will|is|was|size|value|for|reach)|worldwide|
industry (?:average|benchmark|wide)|in the (?:industry|sector) (?:was|is)|inflation|
% of (?:all )?(?:cfos|ceos|ctos|cios|companies|businesses|buyers|consumers|executives|leaders|employees|
organi[sz]ations|teams|people|firms|managers|digital|smes?|enterprises|marketers|b2b)|
percent of (?:all )?(?:cfos|ceos|companies|businesses|buyers|consumers|executives|leaders|organi[sz]ations|
teams|people|firms|managers)|
(?:four|three|two|nine|seven|eight|six) (?:in|out of) (?:five|ten|four|three) (?:[a-z]+ )?(?:companies|teams|
businesses|firms|people|executives|buyers|organi[sz]ations|leaders)|
(?:billion|trillion)|the average (?:company|business|manufacturer|firm|organi[sz]ation|practice|team)|
more than half of all|every year (?:to|by|in)|
is expected to|is forecast to|forecasts (?:that|say|predict)|most (?:companies|businesses|manufacturers|firms|
organi[sz]ations) (?:lose|spend|waste)|a typical (?:company|business)|
by 20[2-9]\d)\b""",
    "jobs": r"""\b(?:we.re hiring|we are hiring|join (?:our|the) team|apply (?:now|today)|careers?|
vacanc(?:y|ies)|open (?:positions|roles)|job openings?|
cover letter|send (?:us )?your cv|benefits include|work with us|looking for an? (?:engineer|developer|manager|
technician|driver|cleaner|sales)|we(?: are|.re) (?:currently |always |also )?(?:looking for|recruiting)|
(?:\d+|\w+) days.? (?:of )?(?:paid )?(?:holidays?|annual leave|vacation|leave)|(?:learning|training|wellness|
home[- ]office) budget|(?:starting|annual|base) salary|salary (?:of|from|is|range)|unlimited (?:pto|holidays?|vacation)|
parental leave|candidates (?:should|must|need|will|have)|(?:take|train) (?:on )?\w+ (?:trainee|apprentice|
intern)s?)\b""",
    "legal": r"""\b(?:cookies?|privacy|terms (?:of|and)|conditions of|data protection|personal data|
copyright|all rights reserved|disclaimer|
imprint|registered (?:in|office|number)|company (?:no|number)|vat (?:no|number|gb)|trading name|trademark|
liable|consent|unsubscribe|best viewed|
prices (?:exclude|in|are in)|e&oe|skip to|javascript|browser)\b""",
    "not_for": r"""what we (?:do not|don.t)|\bsay no\b|not a (?:good )?fit|not for\b|who should not|
we do not (?:do|make|sell|haul)|what .{2,20} is not""",
    "supplier_heading": r"""(?:for|become an?) (?:carriers|suppliers|partners|vendors|drivers|investors|press|
affiliates|resellers|applicants)|carriers ask|^(?:the )?press$|\bpress (?:room|releases?|kit|contacts?|office|
enquiries)|\binvestors?\b|^media$|
media (?:kit|contacts?|enquiries)|newsletter|^privacy|privacy (?:policy|notice)|^terms\b|terms (?:and|of)|
\bimprint\b|^legal(?: notice| information)?$|\bcookies?\b|\bby (?:phone|post)|people you|our (?:people|team)\b|
^(?:the )?people$|^the team$|meet the team|^contact(?: us)?\b(?!less| lens)|contact details|\bdirections\b|
offices?\b""",
    "call": r"""(?:click|new:|learn more|read (?:more|the|our)|see (?:how|our|pricing|what|it)|contact|call|ring|
e-?mail|write (?:to )?us|get (?:in touch|started|my|your|a quote)|
book (?:a|your|now)|request|ask (?:us|for)|download|sign up|subscribe|join|start (?:a|your|now|today)|view|
explore|discover|find out|talk to|speak to|tell us|
visit us|follow us|share|welcome|please|would you like|do you\b|are you\b|can (?:i|you|we)\b|is it\b|
what (?:does|do|is|are|if)\b|how (?:do|does|long|much|many|can)\b|who (?:is|should|regulates|does)\b|
ready to|say hello|send (?:a|it|your|us)|call us|apply|sorry|buy now|order now|try it|let.s|let us|hello|hi|
dear|thank|status|directions|note)\b""",
    "puff": r"""\b(?:world[- ]class|great\b|best[- ]in[- ]class|cutting[- ]edge|state[- ]of[- ]the[- ]art|
next[- ]generation|innovative|leading|passion(?:ate)?|
excellence|seamless|unlock|empower|revolution|reimagin|amazing|unparalleled|game[- ]chang|one[- ]stop|
trusted partner|tailor-made solutions|
happy|smile|love|loves|feeling|dream|future|transform|synerg|holistic|better together|what matters|believe|
proud|shine|friendly)""",
    "numerals": r"""\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|
sixteen|eighteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|dozen|half|third|quarter|twice|
double)\b""",
    "jobs_heading": r"""careers?\b|^jobs?(?: at\b.*)?$|vacanc|hiring|^join(?:ing)? (?:us|our|the)\b|
work(?:ing)? (?:here|for us|
with us)|working at|life at|open (?:roles|positions)|employee benefits|apprenticeships at""",
    "benefit_heading": r"""\bwhy (?:us\b|we\b|choose|work with|.{2,40} (?:switch|choose|come|stay|trust|pick|
use|work))|\breasons\b|
benefits|advantages|what you (?:get|gain)""",
    "dangling": r"""\b(?:for|of|by|with|from|about|like|to|after|than) (?:that|this|those|these)[.!]?$|
\bthe same (?:experience|problem|thing|question|story|mistake)[.!]?$""",
    "refuses": r"""\b(?:(?:do not|don.t) (?:act|do|work|sell|offer|rent|handle|treat|serve|supply|support|cover|make|
haul)\b|(?:is|are) not (?:rated|suitable|suited|intended|approved) for)""",
    "rule": r"""\b(?:must|may not|cannot|can.t|has to|have to|(?:is|are) (?:required|obliged|not allowed|
mandatory|illegal)|
requires|by law|no limit|no longer allowed)\b""",
}
