"""Choose between media types, such as JSON and an event stream, as the client prefers (RFC 9110, 12.5.1)."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, TypeVar

from server.problems import NotAcceptable

Offer = Literal["application/json", "text/event-stream"]
OFFERS: tuple[Offer, ...] = ("application/json", "text/event-stream")
OfferT = TypeVar("OfferT", bound=str)
_WEIGHT = re.compile(r"0(\.[0-9]{0,3})?|1(\.0{0,3})?")


def preferred(accept: str) -> Offer:
    """Return the better liked of the two, JSON where both are liked the same; raise NotAcceptable for neither."""
    return chosen(accept, OFFERS, "Accept application/json to wait for the pack, or text/event-stream to watch it.")


def chosen(accept: str, offers: Sequence[OfferT], advice: str) -> OfferT:
    """Return the best liked of some media types, the first of equals; raise NotAcceptable with an advice for none."""
    if accept in ("", "*/*"):
        return offers[0]
    ranges = list(_ranges(accept))
    best = max(offers, key=lambda offer: _liking(ranges, offer))
    if _liking(ranges, best) <= 0:
        raise NotAcceptable(advice)
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
