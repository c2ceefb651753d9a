"""Where an email came from: three tags that our export puts into it and that platforms send back."""

from collections.abc import Iterable, Mapping

from core.value import Value

EXPERIMENT, VARIANT, RECIPIENT = "experiment_id", "variant", "recipient_key"
"""Letters and underscores only: Amazon SES and Resend take nothing else in a tag's name."""


class Origin(Value):
    """The experiment, variant and recipient of an email, as far as its tags say."""

    experiment_id: str | None = None
    variant: str | None = None
    recipient_key: str | None = None
    """The recipient's keyed hash, never an address."""


def tags(experiment_id: str, variant: str, recipient_key: str) -> dict[str, str]:
    """Return the tags to put into an email.

    SendGrid takes them as `custom_args`, Mailgun as `v:` variables, Postmark and Mandrill as `Metadata` and
    `metadata`, Amazon SES and Resend as tags.
    """
    return {EXPERIMENT: experiment_id, VARIANT: variant, RECIPIENT: recipient_key}


def origin_of(tagged: Mapping[str, object] | Iterable[object] | None) -> Origin | None:
    """Return the origin that tags tell, or None; reads maps, maps of lists (SES) and lists of pairs (Resend)."""
    found = _as_map(tagged)
    told = {name: value for name in (EXPERIMENT, VARIANT, RECIPIENT) if (value := _text(found.get(name)))}
    return Origin.model_validate(told) if told else None


def _as_map(tagged: Mapping[str, object] | Iterable[object] | None) -> Mapping[str, object]:
    if isinstance(tagged, Mapping):
        return tagged
    pairs = [pair for pair in tagged or () if isinstance(pair, Mapping)]
    return {str(pair.get("name")): pair.get("value") for pair in pairs}


def _text(value: object) -> str | None:
    first = value[0] if isinstance(value, list) and value else value
    return first[:400] if isinstance(first, str) else None
