"""Choose between JSON and an event stream as the client prefers (RFC 9110, 12.5.1)."""

import re
from collections.abc import Iterator
from typing import Literal

from server.problems import NotAcceptable

Offer = Literal["application/json", "text/event-stream"]
OFFERS: tuple[Offer, ...] = ("application/json", "text/event-stream")
_WEIGHT = re.compile(r"0(\.[0-9]{0,3})?|1(\.0{0,3})?")


def preferred(accept: str) -> Offer:
    """Return the better liked of the two, JSON where both are liked the same; raise NotAcceptable for neither."""
    if accept in ("", "*/*"):
        return "application/json"
    ranges = list(_ranges(accept))
    best = max(OFFERS, key=lambda offer: _liking(ranges, offer))
    if _liking(ranges, best) <= 0:
        raise NotAcceptable("Accept application/json to wait for the pack, or text/event-stream to watch it.")
    return best


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    """Yield each media range with its weight."""
    for part in accept.split(","):
        kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weights = [parameter[2:] for parameter in parameters if parameter.startswith("q=")]
        yield kind, _number(weights[0]) if weights else 1.0


def _number(text: str) -> float:
    """Return a weight; what is no weight counts as a refusal."""
    return float(text) if _WEIGHT.fullmatch(text) else 0.0


def _liking(ranges: list[tuple[str, float]], offer: str) -> float:
    """Return the weight of the most specific range that the offer falls into."""
    weights = dict(ranges)
    for kind in (offer, offer.partition("/")[0] + "/*", "*/*"):
        if kind in weights:
            return weights[kind]
    return 0.0
