"""Recipients: opaque ids, which are kept as a keyed hash only."""

import hashlib
import hmac


def canonical(recipient: str) -> str:
    """Return the one spelling of a recipient: without outer spaces, an address in lower case.

    The part before the `@` is case sensitive by the letter of RFC 5321 and nowhere in practice; providers report
    addresses in lower case.
    """
    trimmed = recipient.strip()
    return trimmed.lower() if "@" in trimmed else trimmed


def recipient_key(secret: bytes, experiment_id: str, recipient: str) -> str:
    """Return the name a recipient is stored under: HMAC-SHA256 in hex, different in every experiment.

    The key is needed since addresses are few and guessable: a plain hash of one can be looked up.
    """
    message = f"{experiment_id}\0{canonical(recipient)}".encode()
    return hmac.new(secret, message, hashlib.sha256).hexdigest()
