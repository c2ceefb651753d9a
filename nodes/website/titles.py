"""Recognise the titles that people bear at work, in all languages that are read: they sign quotations, and buy."""

from nodes.website.cue import Cue

TITLE = Cue(
    r"\b(?:managers?|manageress|directors?|heads? of|head (?:chef|gardener|nurse|teacher)|owners?|co-owner|founders?|"
    r"co-founder|chief \w+|officers?|ceo|cfo|coo|cto|cio|vp|vice president|president|supervisors?|engineers?|buyers?|"
    r"planners?|controllers?|lead|leader|foreman|superintendents?|administrators?|coordinators?|principal|partner|"
    r"technicians?|matron|secretary|specialists?|executive|chairman|chairwoman|chair|bursar|dispatcher|accountant|"
    r"\w*leiter(?:in(?:nen)?)?|\w*leitung|\w*führer(?:in(?:nen)?)?|\w*inhaber(?:in)?|vorstand|\w*vorständin|"
    r"\w*ingenieur(?:in(?:nen)?)?|\w*meister(?:in)?|\w*beauftragte[rn]?|\w*verantwortliche[rn]?|\w*fachkr(?:aft|äfte)|"
    r"\w*einkauf|\w*einkäufer(?:in)?|\w*planer(?:in)?|prokurist(?:in)?|\w*verwalter(?:in)?|disponent(?:in)?|chefin|"
    r"\w*manager(?:in)?|\w*ärztin|\w*arzt|\w*referent(?:in)?|\w*techniker(?:in)?|"
    r"direct(?:eur|rice)s?|responsables?|gérante?s?|cogérante?|cheff?e?s? (?:d[eu’]|\w+)|présidente?|dirigeante?s?|"
    r"acheteu(?:r|se)s?|ingénieure?s?|gestionnaires?|pharmacien(?:ne)?|technicien(?:ne)?s?|coordinat(?:eur|rice)|"
    r"intendante?|patron(?:ne)?|fondat(?:eur|rice)|secrétaire générale?|daf|drh|dsi|"
    r"director(?:a|es|as)?|gerentes?|jef[ea]s?|encargad[oa]s?|dueñ[oa]s?|propietari[oa]s?|ingenier[oa]s?|"
    r"coordinador(?:a|es)?|presidenta?|administrador(?:a|es)?|supervisor(?:a|es)?|comprador(?:a|es)?|técnic[oa]|"
    r"fundador(?:a|es)?|soci[oa]|"
    r"diret(?:tore|trice|tori|trici)|responsabil[ei]|titolar[ei]|capo\w*|amministrat(?:ore|rice)\w*|ingegner[ei]|"
    r"geometra|governante|fondat(?:ore|rice)|gestore|preside|economo)\b"
)
