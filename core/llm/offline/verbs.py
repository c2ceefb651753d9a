"""English verbs whose forms are certain: what companies say they do."""

from core.sentences import word_set

_BASES = word_set(
    """
    accept add adapt adjust advise align analyse analyze answer apply approve arrange assemble assess assign
    audit automate back bake balance bend bill blend block book bring brew build buy calculate calibrate call
    capture carry cast catch certify change charge check clean clear close coach coat code coil collect combine
    compare compile complete compress configure connect convert cook cool copy correct count cover create cure
    cut deliver deploy design detect develop diagnose digitise digitize dispatch document double draft draw drop drill
    drive dry eliminate employ encrypt engrave ensure extract fabricate file fill filter find finish fit fix flag
    flush forecast forge frame fulfil fulfill generate get give go grind grow guarantee guard guide halve handle
    harvest haul heat help hire hold host identify import improve include insert inspect install insure
    integrate invoice issue join keep label laser launch lead learn lease let lift link list load log look lose lower
    machine maintain make manage manufacture map mark match measure meet melt mill mine mix model monitor mould
    mount move need negotiate offer open operate order organise organize outfit own pack package paint pay perform
    pick place plan plate polish pour predict prepare press prevent price print process produce program protect
    provide publish pull pump purchase put quote read receive recommend reconcile record recover recruit recycle
    reduce refill refund refurbish register remove renew rent repair replace report reserve resolve respond
    restock restore retire return review rework roast roll route run save scan schedule score seal search secure sell
    send serve service set sew shape share ship shorten show shred simulate size solve sort source split spot
    stamp start stay stitch stock stop store supply support survey swap switch sync tag take teach tell test tow
    trace track train transcribe translate transport treat trim tune turn update upgrade upload use validate
    verify visit wait warn wash watch weigh weld win work wrap write
    """
)
_IRREGULAR_PAST = dict(
    pair.split(":")
    for pair in word_set(
        """
        bend:bent bring:brought build:built buy:bought cast:cast catch:caught cut:cut draw:drew drive:drove
        find:found fit:fitted get:got give:gave go:went grind:ground grow:grew hold:held keep:kept lead:led let:let
        lose:lost make:made meet:met pay:paid put:put read:read run:ran sell:sold send:sent set:set sew:sewed
        show:showed split:split take:took teach:taught tell:told weigh:weighed win:won write:wrote become:became
        come:came fall:fell see:saw rise:rose spend:spent
        """
    )
)
_DOUBLING = word_set(
    """
    drop fit plan ship stop swap tag trim wrap scan map log spot skim
    """
)
ALWAYS_FINITE = word_set(
    """
    is are was were has have had do does did can could will would may might must shall should cannot isn't
    aren't doesn't don't can't won't comes come goes gives takes makes means costs needs needed stays keeps runs
    knows gets leaves leave pays fell rose went became saw grew sits lies lives opens turns
    """
)
"""Forms that cannot be read as a noun or a participle where a sentence's verb is looked for."""


def third_person(base: str) -> str:
    """Return `reports` for `report`."""
    if base in ("go", "do"):
        return base + "es"
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


def past(base: str) -> str:
    """Return `reported` for `report`."""
    if base in _IRREGULAR_PAST:
        return _IRREGULAR_PAST[base]
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + (base[-1] if base in _DOUBLING else "") + "ed"


_BY_THIRD_PERSON = {third_person(base): base for base in _BASES}
_PAST_FORMS = frozenset(past(base) for base in _BASES) | frozenset(_IRREGULAR_PAST.values())


def is_base(word: str) -> bool:
    """Tell whether a word is a verb's base form."""
    return word.lower() in _BASES


def base_of(third: str) -> str | None:
    """Return `report` for `reports`, or None where the form is not certain."""
    return _BY_THIRD_PERSON.get(third.lower())


def is_past(word: str) -> bool:
    """Tell whether a word is a verb's past form."""
    return word.lower() in _PAST_FORMS
