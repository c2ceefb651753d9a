"""Say what the entries of a request are about, so that they can be dropped together."""

import hashlib

from core.request import CampaignRequest
from nodes.website.cached import site_name

DIGITS = 16  # of SHA-256 in hexadecimal: 64 bits, so two texts of one tenant never share a name by chance


def subject_of(request: CampaignRequest) -> str:
    """Return the website's host without `www`, or `text:` and a digest of the company that was pasted.

    Raise UrlInvalid or UrlNotAllowed for what is no public website's address.
    """
    if request.website:
        return site_name(request.website)
    pasted = request.company.model_dump_json() if request.company else ""
    return f"text:{hashlib.sha256(pasted.encode()).hexdigest()[:DIGITS]}"
