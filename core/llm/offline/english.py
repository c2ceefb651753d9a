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


PHRASES = Phrases(
    hello=_hello,
    company=("{{company}}", "at {{company}}", "for {{company}}"),
    nameless=("your team", "in your team", "for your team"),
    who=("I work at <name>: <sells>.",),
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
        "If anybody has raised <topic> <at_company> this year, this may spare you a search.",
    ),
    asks=(
        Ask("Is that familiar <at_company>?", "scene"),
        Ask("Does that sound like <company>?", "scene"),
        Ask("Is it any different <at_company>?", "scene"),
        Ask("Do you see the same <at_company>?", "scene"),
        Ask("Have you got that covered <at_company>?", "scene"),
        Ask("Would it help to know how <customer> got there?", "customer"),
        Ask("Should I send you how <customer> did it?", "customer"),
        Ask("Do you want to know what <customer> changed?", "customer"),
        Ask("Shall I tell you what <customer> did differently?", "customer"),
        Ask("Are you reviewing <topic> this year?", "topic"),
        Ask("Is anyone <at_company> looking at <topic> right now?", "topic"),
        Ask("Do you look after <topic> <at_company>?", "topic"),
        Ask("Is there a project <at_company> that involves <topic>?", "topic"),
        Ask("Do you track <reduced> today?", "reduced"),
        Ask("Do you have a figure for <reduced> <at_company>?", "reduced"),
        Ask("Would a lower figure for <reduced> matter to you?", "reduced"),
        Ask("Would that be a fair first step <for_company>?", "offer"),
        Ask("Would you try that <at_company>?", "offer"),
        Ask("Would a test on those terms interest you?", "offer"),
        Ask("Is there a case <at_company> you would test that on?", "offer"),
        Ask("Would that be of use <at_company>?"),
        Ask("Could you use that <at_company>?"),
        Ask("Would this be worth a closer look <for_company>?"),
        Ask("Is that done differently <at_company>?"),
        Ask("Worth a look <for_company>?", "short"),
        Ask("Worth testing <at_company>?", "offer"),
        Ask("Could <company> use that?", "short"),
        Ask("Would a sample be of use <at_company>?", "sample"),
        Ask("Would a sample help you decide?", "sample"),
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
        r"(?:We|Our|The|There|If|Every|Each|In|At|On|A|An|Any|All|Your|You|No|For|From|When|With|One|Most|What)\b(?! [A-Z])|[A-Z][a-z]+s (?:come|are|leave|arrive|go|ship) "
    ),
    hooks={
        "guarantee": (
            "If risk is the open question <at_company>:",
            "If somebody <at_company> has to sign for the risk:",
            "If you ask who carries the risk of a switch:",
        ),
        "offer": (
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
        ),
        "mechanism": (
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
        "count": (),
        "about": (),
        "does": (),
        "audience": (),
    },
    small_asks={
        "guarantee": (
            "Would that make a first try with <name> easier?",
            "Would you give <name> a first try on those terms?",
            "Is risk the open point <for_company>?",
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
            "How does that compare with <company>?",
            "Would a result like that matter to you?",
            "Is your own figure better?",
            "Would <name> be worth comparing with what you have?",
        ),
        "mechanism": (
            "Is that how it goes <at_company> today?",
            "Is that done differently <at_company>?",
            "Would <name> fit in with what <company> does today?",
        ),
        "time": (
            "Would that be soon enough for you?",
            "Would <name> be fast enough for you?",
        ),
        "norm": (
            "Is that a condition <at_company>?",
            "Would that put <name> on your list of suppliers?",
        ),
        "count": (
            "Is that the kind of supplier you look for?",
            "Is <name> the kind of supplier you look for?",
        ),
        "about": (
            "Is that the kind of supplier you look for?",
            "Is <name> the kind of supplier you look for?",
        ),
        "does": (
            "Are you the right person for this?",
            "Is there someone else <at_company> I should ask?",
        ),
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
            re.compile(rf"\b(?:get|receive|send|give)s? (?:you )?an? (?P<noun>[a-z]+) (?P<time>(?:in|within) {SPAN})"),
            re.compile(rf"(?<![\w-])(?P<piece>(?:on site|live|delivered|shipped) (?:in|within) {SPAN})"),
            re.compile(r"\b(?P<piece>back (?:the (?:next|same) (?:working |business )?day|within the hour))\b"),
            re.compile(rf"^(?P<piece>{SPAN} to (?:go live|[a-z]+ [a-z]+))"),
            re.compile(rf"^(?P<noun>[A-Z][a-z]+s) (?P<time>(?:in|within) {SPAN})"),
        ),
        kept=_kept,
        terms=(
            re.compile(r"\b(?P<piece>(?:[a-z]+|\d+)-year (?:guarantee|warranty))\b"),
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
            word.lower() not in STOPWORDS and not verbs.is_base(word) and word.lower() not in verbs.ALWAYS_FINITE
        ),
    ),
)

ENGLISH = Language(code="en", grammar=GRAMMAR, phrases=PHRASES)
