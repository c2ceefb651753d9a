"""However a model's stream is cut into reads, the same events come of it, or the same refusal."""

from itertools import pairwise
from typing import Any

from langchain_core.messages import AIMessage, HumanMessage

from core.llm.completion import Completion
from core.llm.cost import MOST_TOKENS, Prices, paid_call
from core.llm.events import EventReader
from core.llm.faults import Fault
from core.llm.verdict import Reading, read_message
from tests.fuzz.reading import Draft

Events = list[dict[str, Any]]


def one(data: bytes) -> None:
    """Feed the bytes whole, and in pieces whose sizes the first bytes tell."""
    sizes, stream = data[:4], data[4:]
    whole = events_of([stream])
    assert events_of(pieces(stream, sizes)) == whole
    assert events_of([stream[at : at + 1] for at in range(len(stream))]) == whole
    if whole is not None:
        completed(whole)


def pieces(stream: bytes, sizes: bytes) -> list[bytes]:
    """Return the stream in pieces, cut at up to four places."""
    places = sorted({0, len(stream), *(size * len(stream) // 256 for size in sizes)})
    return [stream[start:end] for start, end in pairwise(places)]


def events_of(parts: list[bytes]) -> Events | None:
    """Return the events, None where the stream is none."""
    reader, found = EventReader(), Events()
    try:
        for part in parts:
            found += reader.feed(part)
        found += reader.end()
    except ValueError:
        return None
    assert all(isinstance(event, dict) for event in found)
    return found


def completed(events: Events) -> None:
    """Put the events together, read the answer and count what it cost, as far as they are a completion."""
    completion = Completion()
    try:
        for event in events:
            completion.take(event)
        message = completion.result().generations[0].message
    except ValueError:
        return
    assert isinstance(message, AIMessage)
    message.response_metadata = {"model_name": completion.model, "finish_reason": completion.finish}
    reading = read_message(message, Draft)
    assert isinstance(reading, Fault | Reading)
    call = paid_call("outreach", "m1", Prices(1, 1), [HumanMessage("Write.")], message, 1)
    assert call.model_dump_json().encode()
    assert 0 <= call.input_tokens + call.output_tokens <= 2 * MOST_TOKENS
