"""Small decisions of the pack: what it cost, how it is signed."""

from core.pack import ModelCall, StepTime
from core.request import Sender
from nodes.assemble_pack import described, signed, usage


def test_calls_tokens_and_milliseconds_add_up() -> None:
    calls = (
        ModelCall(step="outreach", model="m", input_tokens=100, output_tokens=20, cost=0.001),
        ModelCall(step="outreach", model="m", input_tokens=50, output_tokens=10, cost=0.002),
    )
    times = (StepTime(step="outreach", milliseconds=10.04), StepTime(step="outreach", milliseconds=5))
    total = usage(calls, times)
    assert (total.calls, total.input_tokens, total.output_tokens, total.tokens) == (2, 150, 30, 180)
    assert total.cost == 0.003
    assert total.milliseconds == {"outreach": 15.0}


def test_a_call_without_a_price_makes_the_cost_unknown_not_zero() -> None:
    calls = (ModelCall(step="a", model="m", cost=0.001), ModelCall(step="b", model="m", cost=None))
    assert usage(calls, ()).cost is None


def test_an_email_keeps_its_placeholder_without_a_sender() -> None:
    assert signed("Hi,\n\n{{sender_name}}", Sender()) == "Hi,\n\n{{sender_name}}"


def test_the_postal_address_stands_below_the_name() -> None:
    sender = Sender(name="Ada", postal_address="1 Main St")
    assert signed("Hi,\n\n{{sender_name}}", sender) == "Hi,\n\nAda\n\n1 Main St"


def test_a_way_out_stands_between_name_and_address() -> None:
    sender = Sender(name="Ada", postal_address="1 Main St", opt_out="Not relevant? A short no is enough.")
    assert signed("{{sender_name}}", sender) == "Ada\n\nNot relevant? A short no is enough.\n\n1 Main St"


def test_fallbacks_speak_the_language_of_the_email() -> None:
    text = "Guten Tag {{first_name}}, ein Thema bei {{company}} in {{region}}?"
    german = {place.name: place.fallback for place in described(text, "de")}
    assert german == {"first_name": "", "company": "Ihrem Unternehmen", "region": ""}
    assert [place.fallback for place in described("{{first_name}}", "en")] == ["there"]
