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
    """Turn `We replace a failed meter within two days` into `replaced within two days`; regular verbs only."""
    match = re.match(rf"(?:At [^,]+, )?[Ww]e (?P<verb>[a-z]+) .{{1,45}}?(?P<time>\b(?:in|within) {SPAN})", sentence)
    past = verbs.past(match["verb"]) if match and verbs.is_base(match["verb"]) else ""
    return f"{past} {match['time']}" if match and past.endswith("ed") else ""


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
        "When you compare <topic>, the small print decides more than the brochure.",
        "If you answer for <topic> <at_company>, you know how rarely there is time to look around.",
        "Changing anything about <topic> has to pay for itself.",
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
        Ask("Has anyone raised <topic> <at_company> lately?", "topic"),
        Ask("Do you track <reduced> today?", "reduced"),
        Ask("Do you have a figure for <reduced> <at_company>?", "reduced"),
        Ask("Would a lower figure for <reduced> matter to you?", "reduced"),
        Ask("Would that be a fair first step <for_company>?", "offer"),
        Ask("Would you try that <at_company>?", "offer"),
        Ask("Would a test on those terms interest you?", "offer"),
        Ask("Is there a case <at_company> you would test that on?", "offer"),
        Ask("Would that be of use <at_company>?"),
        Ask("Is this on your list this year?"),
        Ask("Could you use that <at_company>?"),
        Ask("Would this be worth a closer look <for_company>?"),
        Ask("Would that make a difference to your team?"),
        Ask("Should I show you what that could look like <at_company>?"),
        Ask("Worth a look <for_company>?", "short"),
        Ask("Worth testing <at_company>?", "offer"),
        Ask("Relevant to you this year?", "short"),
    ),
    goals=("Would <goal> be of interest?", "Would <goal> be useful to you?", "Would <goal> help <at_company>?"),
    goal_verbs=("Would you like to <goal>?", "Would it make sense <for_company> to <goal>?"),
    yours=lambda reduced: f"your {reduced}",
    talk="Is that worth a conversation <for_company>?",
    hooks={
        "guarantee": (
            "Risk is a fair reason to wait when you compare <topic>.",
            "Changing suppliers for <topic> is a decision that somebody has to sign.",
            "Anyone can promise a lot about <topic>; what counts is who pays when it goes wrong.",
            "The first weeks with a new supplier are where the risk sits.",
            "A new supplier is a risk that somebody has to sign for.",
            "If a switch goes wrong, the question is who carries the cost.",
            "What a promise is worth shows when something goes wrong.",
            "It is fair to ask what happens on a bad day.",
        ),
        "offer": (
            "When you compare <topic>, a small first step says more than a brochure.",
            "If a big decision about <topic> is too much right now, a small one may do.",
            "A small first step says more than a brochure.",
            "Starting small is often a cheap way to find out.",
            "If a decision is months away, a test need not be.",
        ),
        "price": (
            "When you compare <topic>, it helps to know the price early.",
            "Budgets for <topic> are easier to judge with a figure on the table.",
            "A price is easier to judge than a promise.",
            "If money is the first question, here is the answer.",
        ),
        "proof": (
            "If you answer for <topic>, here is a figure to hold against your own.",
            "Claims about <topic> are cheap, so here is one with a number.",
            "When you compare <topic>, results elsewhere are a fair place to start.",
            "One figure to hold against your own:",
            "A number from practice, to compare with yours:",
            "Numbers travel better than adjectives, so here is one.",
            "If you keep a figure of your own, this one may be worth a look.",
        ),
        "mechanism": (
            "With <topic>, the daily routine decides.",
            "If you wonder how <topic> would work day to day, here is one detail.",
            "A promise is only as good as the routine behind it.",
            "How it works day to day matters more than the brochure.",
            "If there is one detail worth knowing, it is how the work is done.",
            "The detail that buyers tend to ask about late is worth having early.",
        ),
        "time": (
            "When something is urgent, the wait is the expensive part.",
            "How soon something comes is often the whole question.",
            "If time is short <at_company> when it comes to <topic>, one detail counts.",
        ),
        "count": (
            "Experience with <topic> is easiest to judge by numbers.",
            "If you like to know whom you would be dealing with, a number helps.",
            "Who else relies on a supplier says a good deal.",
        ),
        "does": ("In case <topic> is on your desk, here is the short version.", "The short version, for your notes:"),
        "audience": ("Whether something fits depends on whom it was made for.",),
    },
    small_asks={
        "guarantee": (
            "Would that make a first try with <name> easier?",
            "Does that settle the question of risk?",
            "Is risk the open point <for_company>?",
            "Would you give <name> a first try on those terms?",
        ),
        "offer": (
            "Shall I send you the terms?",
            "Would you start with that?",
            "Should I note down what <name> would need from you?",
        ),
        "price": (
            "Is that within your range?",
            "Does that fit your budget this year?",
            "Would that be an option, yes or no?",
            "Would <name> be within your range on those terms?",
        ),
        "proof": (
            "Shall I send you the numbers behind it?",
            "Should <name> send you the numbers behind it?",
            "Is your own figure better?",
            "How does that compare with <company>?",
            "Would a result like that matter to you?",
        ),
        "mechanism": (
            "Shall I sketch how <name> would do that <at_company>?",
            "Would a short example help you?",
            "Would that fit the way you work?",
        ),
        "time": (
            "Would that be soon enough for you?",
            "Would <name> be fast enough for you?",
        ),
        "count": (
            "Would experience of that kind be useful to you?",
            "Should I send you a few details on that?",
            "Should <name> send you a few details on that?",
            "Is that the kind of supplier you look for?",
        ),
        "does": ("Are you the right person for this?", "Is there someone else <at_company> I should ask?"),
        "audience": ("Does that describe <company>?", "Is that you, yes or no?"),
    },
    last_resort=(
        "I can put the essentials about <topic> from <name> on half a page.",
        "I can put the essentials about <name> on half a page.",
    ),
    either_way="A short no is fine too.",
    subjects=SubjectPhrases(
        problem=("<reduced> <at_company>", "<topic> <at_company>"),
        outcome=("<reduced> down <much>", "<reduced> <much>"),
        customer=("how <customer> did it", "what <customer> changed", "<customer> did it"),
        plain=("<topic> from <name>", "<name> and <company>", "<name> in short", "a note about <name>"),
        within=(
            re.compile(
                rf"^(?:An? |The |Every |Each )?(?P<noun>[A-Za-z]+(?: [a-z-]+){{0,2}}?) "
                rf"(?:come|comes|is|are|arrives?|leaves?|goes|go|ships?|returns?) (?P<way>back |on site )?(?:[A-Za-z ]{{0,16}} )?"
                rf"(?P<time>(?:in|within) {SPAN})"
            ),
            re.compile(
                rf"(?<!your )(?<!our )(?<!the )(?<![\w-])(?P<piece>(?P<noun>[a-z][a-z-]+s) (?:back )?(?:in|within) {SPAN})"
            ),
            re.compile(rf"\b(?:get|receive|send|give)s? (?:you )?an? (?P<noun>[a-z]+) (?P<time>(?:in|within) {SPAN})"),
            re.compile(rf"(?<![\w-])(?P<piece>on site within {SPAN})"),
            re.compile(r"\b(?P<piece>back (?:the (?:next|same) (?:working |business )?day|within the hour))\b"),
            re.compile(rf"^(?P<piece>{SPAN} to (?:go live|[a-z]+ [a-z]+))"),
            re.compile(rf"^(?P<noun>[A-Z][a-z]+s) (?P<time>(?:in|within) {SPAN})"),
        ),
        kept=_kept,
        served=re.compile(
            r"\b(?P<piece>for (?!(?:the|each|every|all|any|a|an|your|our|its|their)\b)(?:[a-z-]+ ){0,2}[a-z-]+s(?: and [a-z-]+s)?)\b"
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
