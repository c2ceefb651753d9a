# ruff: noqa: E501 - one phrase or pattern per line reads better than a broken one
"""English."""

import re

from core.llm.offline import verbs
from core.llm.offline.english_grammar import GRAMMAR, SPAN, UNIT
from core.llm.offline.language import Ask, Language, Phrases, SubjectPhrases
from core.llm.offline.seller import Brief
from core.llm.offline.sentences import STOPWORDS


def _hello(brief: Brief) -> str:
    return "Hi {{first_name}}," if brief.allows("first_name") else "Hi,"


def _short(sentence: str) -> str:
    """Say in a few words what a sentence says of a time: `24-month warranty`, `approvals in 2.4 hours`."""
    if match := re.search(r"warranty runs for (?P<n>\d+) (?P<unit>month|year)s", sentence):
        return f"{match['n']}-{match['unit']} warranty"
    if match := re.search(r"\b(?P<what>first [a-z]+(?:['’]s [a-z]+)?) is free\b", sentence):
        return f"{match['what']} free"
    match = re.match(
        r"(?P<noun>[A-Z][a-z]+s) (?:at our customers )?take (?P<time>\d[\d.,]* (?:hours|minutes|days))\b", sentence
    )
    return f"{match['noun'].lower()} in {match['time']}" if match else ""


def _kept(sentence: str) -> str:
    """Turn `Our meters report a leak within the hour` into `leaks reported within the hour`; regular verbs only."""
    match = re.search(
        rf"(?:\b[Ww]e|\b[a-z]+s|^[A-Z]\w+) (?P<verb>[a-z]+) (?P<one>an? )?(?P<what>[a-z]+(?: [a-z]+)?) (?P<time>(?:in|within) {SPAN})",
        sentence,
    )
    if not match or not (base := match["verb"] if verbs.is_base(match["verb"]) else verbs.base_of(match["verb"])):
        return ""
    past, what = verbs.past(base), match["what"]
    many = what if what.endswith("s") else f"{what}s" if match["one"] and re.search(r"[^sxyhz]$", what) else ""
    return f"{many} {past} {match['time']}" if many and past.endswith("ed") and what.split()[0] not in STOPWORDS else ""


def _timed(sentence: str) -> str:
    """Turn `We price from drawings within two days` into `priced within two days`; regular verbs only."""
    match = re.match(rf"We (?P<verb>[a-z]+) [^,.;]{{0,40}}?(?P<time>(?:in|within) {SPAN})", sentence)
    past = verbs.past(match["verb"]) if match and verbs.is_base(match["verb"]) else ""
    return f"{past} {match['time']}" if match and past.endswith("ed") and match["verb"] not in _NOT_TIMED else ""


_HANDED_OVER = ("draft", "quote", "report", "sample", "design", "drawing")
"""Nouns of what a seller hands over that are verbs as well."""
_NOT_TIMED = ("need", "use", "change", "report", "fail")


PHRASES = Phrases(
    hello=_hello,
    company=("{{company}}", "at {{company}}", "for {{company}}"),
    nameless=("your team", "in your team", "for your team"),
    who=("I am writing from <name> about <sells>.",),
    who_area="I work at <name>, in <area>.",
    who_only=("I work at <name>.",),
    pains=(
        "Few things cost a team more time than <pain>.",
        "Few things eat into a week like <pain>.",
        "Hardly anything is as easy to put off as <pain>, or as costly.",
    ),
    pain_clauses=("If <pain> <at_company>, there is another way.", "When <pain>, the cost shows up somewhere else."),
    hypotheses=(
        "If you track <reduced> <at_company>, here is a figure to compare.",
        "If you look after <reduced> <at_company>, one figure may be worth a minute.",
        "If you are reviewing <topic> this year, a second option makes the choice easier.",
    ),
    asks=(
        Ask("Do you see the same <at_company>?", "scene"),
        Ask("Have you got that covered <at_company>?", "scene"),
        Ask("Would it help to know how <customer> got there?", "customer"),
        Ask("Should I send you how <customer> did it?", "customer"),
        Ask("Do you want to know what <customer> changed?", "customer"),
        Ask("Would it help to see how <customer> got <reduced> down?", "customer"),
        Ask("Should I send you what <customer> did about <reduced>?", "customer"),
        Ask("Would a second supplier for <matter> help <at_company>?", "matter"),
        Ask("How long does that take <at_company> today?", "time"),
        Ask("How long do you wait for <waited> today?", "waited"),
        Ask("What is the usual wait for <waited> <at_company>?", "waited"),
        Ask("How long does it take you to get <waited>?", "waited"),
        Ask("Would a promise like that matter <at_company>?", "promise"),
        Ask("Would those terms work <for_company>?", "promise"),
        Ask("Should I send you the terms?", "promise"),
        Ask("Should I send you the price list?", "prices"),
        Ask("Would the price list help you compare?", "prices"),
        Ask("What is that figure <at_company>?", "figure"),
        Ask("Do you know that figure <for_company>?", "figure"),
        Ask("Would <entry> be of use <at_company>?", "entry"),
        Ask("Would you start with <entry>?", "entry"),
        Ask("Would <entry> help you judge it?", "entry"),
        Ask("Shall I tell you what <customer> did differently?", "customer"),
        Ask("Should I send you half a page on <topic>?", "topic"),
        Ask("Would a second option for <topic> be of use?", "topic"),
        Ask("Do you track <reduced> today?", "reduced"),
        Ask("Do you have a figure for <reduced> <at_company>?", "reduced"),
        Ask("Would a lower figure for <reduced> matter to you?", "reduced"),
        Ask("Would that be a fair first step <for_company>?", "offer"),
        Ask("Would you try that <at_company>?", "offer"),
        Ask("Would a test on those terms interest you?", "offer"),
        Ask("Is there a case <at_company> you would test that on?", "offer"),
        Ask("Should I send you half a page on how it works?"),
        Ask("Would half a page on the way it works help you?"),
        Ask("Would you like to read how that works?"),
        Ask("Worth testing <at_company>?", "offer"),
        Ask("Would a sample be of use <at_company>?", "sample"),
        Ask("Would a sample help you decide?", "sample"),
        Ask("Should I send you a sample?", "sample"),
        Ask("Would a trial be of use <at_company>?", "trial"),
        Ask("Would you try it <at_company>?", "trial"),
        Ask("Would a first visit be of use <at_company>?", "visit"),
        Ask("Would you want that looked at <at_company>?", "audit"),
        Ask("Is there a job <at_company> you would like priced?", "quote"),
    ),
    goals=("Would <goal> be of interest?", "Would <goal> be useful to you?", "Would <goal> help <at_company>?"),
    goal_verbs=("Would you like to <goal>?", "Would it make sense <for_company> to <goal>?"),
    yours=lambda reduced: f"your {reduced}",
    talk="Is that worth a conversation <for_company>?",
    leads={
        "time": ("How long it takes:",),
        "offer": (
            "Our offer:",
            "To start with:",
        ),
        "proof": (
            "<name> in figures:",
            "One of our figures:",
            "Our own figure:",
        ),
        "guarantee": (
            "Our commitment:",
            "What we commit to:",
        ),
        "price": (
            "Our price:",
            "What we charge:",
        ),
    },
    quoted=(
        "In the words of <customer>: “<told>”",
        "<customer> puts it like this: “<told>”",
    ),
    lowered=re.compile(
        r"(?:At|In|Within|With|For|From|On|Since|After)\b|(?:We|Our|The|There|If|Every|Each|A|An|Any|All|Your|You|No|When|One|Most|What|Today|Today's|Two|Three)\b(?! [A-Z])|[A-Z][a-z]+s (?:come|are|leave|arrive|go|ship) "
    ),
    hooks={
        "guarantee": (
            "Here is what <name> promises:",
            "If somebody <at_company> has to sign for the risk:",
            "If you ask who carries the risk of a switch:",
        ),
        "offer": (
            "Here is a first step with <name>:",
            "If trying is easier than deciding <at_company>:",
            "If a large decision is too much this year:",
            "If you would rather see it first:",
        ),
        "price": (
            "If the budget decides <at_company>:",
            "If price is the open question <at_company>:",
        ),
        "proof": (
            "If you look after <reduced> <at_company>:",
            "If <reduced> is a number you report:",
            "Here is another example from <name>:",
            "Here is one more result from <name>:",
        ),
        "mechanism": (
            "Here is how <name> works:",
            "If you wonder how <topic> would work <at_company>:",
            "If <topic> has to fit the routine <at_company>:",
        ),
        "time": (
            "If waiting is the expensive part <at_company>:",
            "If time is short <at_company>:",
        ),
        "norm": (
            "If a new supplier has to pass an audit <at_company>:",
            "If paperwork decides who is approved <at_company>:",
        ),
        "count": ("Here is a figure from <name>:",),
        "about": (),
        "does": (),
        "audience": (),
    },
    small_asks={
        "guarantee": (
            "Would that make a first try with <name> easier?",
            "Would you give <name> a first try on those terms?",
            "Should I send you the terms?",
        ),
        "offer": (
            "Would you start with that?",
            "Would <name> be worth that first step to you?",
            "Would that be an easy first step <for_company>?",
        ),
        "price": (
            "Is that within your range?",
            "Does that fit your budget this year?",
            "Would <name> be within your range on those terms?",
        ),
        "proof": (
            "Shall I write to you how that result came about?",
            "Should I send you half a page about <name>?",
        ),
        "mechanism": (
            "Should I send you half a page on how <name> does it?",
            "Would a few lines on how <name> does it help you?",
        ),
        "time": (
            "How long does that take <at_company> today?",
            "Would <name> be fast enough for you?",
        ),
        "norm": (
            "Is that a condition <at_company>?",
            "Should I send you the papers from <name>?",
        ),
        "count": (
            "Would half a page about <name> be of use?",
            "Should I send you half a page about <name>?",
        ),
        "about": (
            "Would half a page about <name> be of use?",
            "Should I send you half a page about <name>?",
        ),
        "does": ("Should I send it over?",),
        "audience": (
            "Does that describe <company>?",
            "Is that you, yes or no?",
        ),
    },
    last_resort=(
        "I can put the essentials about <topic> from <name> on half a page.",
        "I can put the essentials about <name> on half a page.",
    ),
    either_way="A short no is fine too.",
    subjects=SubjectPhrases(
        problem=("<reduced> <at_company>", "<topic> <at_company>"),
        outcome=("<reduced> down <much>", "<reduced> <much>"),
        many="how <many> do it",
        customer=("how <customer> did it", "what <customer> changed"),
        plain=("<topic> from <name>", "<name> and <company>", "<name> in short", "<name>, in short"),
        within=(
            re.compile(
                rf"^(?:An? |The |Every |Each )?(?P<noun>[A-Za-z]+(?: [a-z-]+){{0,2}}?) "
                rf"(?:come|comes|is|are|arrives?|leaves?|goes|go|ships?|returns?) (?P<way>back |on site )?"
                rf"(?P<time>(?:in|within) {SPAN})"
            ),
            re.compile(
                rf"(?<!your )(?<!our )(?<!the )(?<![\w-])(?P<piece>(?P<noun>[a-z][a-z-]+s) (?:back )?(?:in|within) {SPAN})"
            ),
            re.compile(
                rf"\b(?:get|receive|send|give|return)s? (?:you )?an? (?:[a-z]+ )?(?P<noun>[a-z]+) (?P<time>(?:in|within) {SPAN})"
            ),
            re.compile(rf"(?<![\w-])(?P<piece>(?:on site|live|delivered|shipped) (?:in|within) {SPAN})"),
            re.compile(r"\b(?P<piece>back (?:the (?:next|same) (?:working |business )?day|within the hour))\b"),
            re.compile(
                rf"\b(?P<piece>(?:collected|returned|repaired|replaced|delivered|tested|calibrated|answered|done|fixed|cleaned|shipped|quoted|priced|installed|mounted|reported|inspected|returns tested) (?:(?:in|within) (?:{SPAN}|one morning|one day|[a-z]+ minutes)|the (?:same|next) (?:working |business )?day))\b"
            ),
            re.compile(rf"\b(?P<piece>(?:firm|fixed|written) (?:price|quote)s? (?:in|within) {SPAN})"),
            re.compile(rf"^(?P<piece>{SPAN} to (?:go live|[a-z]+ [a-z]+))"),
            re.compile(rf"^(?P<noun>[A-Z][a-z]+s) (?P<time>(?:in|within) {SPAN})"),
        ),
        kept=lambda sentence: _kept(sentence) or _timed(sentence) or _short(sentence),
        terms=(
            re.compile(r"\b(?P<piece>(?:[a-z]+|\d+)-year (?:guarantee|warranty))\b"),
            re.compile(r"\b(?P<piece>\d+ (?:months|years) of warranty)\b"),
            re.compile(r"\b(?P<piece>\d+ (?:days|nights) to try it)\b"),
            re.compile(
                r"(?<![\w-])(?P<piece>(?:\d+-day |(?:two|three|five|ten|twelve) )?free (?:trial|samples?|pilot|audit|visit|survey|assessment|collection|delivery|teardown)(?: month)?)\b"
            ),
            re.compile(r"\b(?P<piece>(?:fixed|flat) (?:fee|price|rate)(?: (?:per|for each) [a-z]+)?)\b"),
            re.compile(r"\b(?P<piece>no (?:implementation|set-?up) fee)\b"),
            re.compile(r"\b(?P<piece>samples before you (?:pay|order))\b"),
        ),
        counted=re.compile(
            rf"(?<![\w.,-])(?P<piece>(?!0\b)\d[\d.,]*(?: million| billion)? (?:(?:[a-z][a-z-]+|and) ){{0,2}}(?!{UNIT}\b)[a-z-]+s(?: (?:in|on|across) [A-Z]\w+)?)(?=[ ,.]|$)"
        ),
        is_noun=lambda word: (
            word.lower() in _HANDED_OVER
            or (word.lower() not in STOPWORDS and not verbs.is_base(word) and word.lower() not in verbs.ALWAYS_FINITE)
        ),
    ),
)

ENGLISH = Language(code="en", grammar=GRAMMAR, phrases=PHRASES)
