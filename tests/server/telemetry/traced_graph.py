"""Run a small graph that asks a chat model, as a process of its own, and print every connection that is tried.

`wrapped` as the argument runs it as the service does, `bare` as LangGraph alone would.
"""

import asyncio
import atexit
import sys
import time
from contextlib import nullcontext
from typing import Any

from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
from langchain_core.messages import AIMessage
from langgraph.graph import END, START, StateGraph
from typing_extensions import TypedDict

from core.settings import Settings
from server.telemetry.telemetry import open_telemetry

PRIVATE = "words of a prompt"


class State(TypedDict):
    text: str


async def write(state: State) -> State:
    """Ask the model."""
    answer = await GenericFakeChatModel(messages=iter([AIMessage("words of an answer")])).ainvoke(state["text"])
    return {"text": str(answer.content)}


async def run(how: str) -> None:
    """Run the graph once."""
    graph = StateGraph(State).add_node("write", write).add_edge(START, "write").add_edge("write", END).compile()
    async with open_telemetry(Settings()) as telemetry:
        with telemetry.run("cmp_1", kind="campaign", tenant="t") if how == "wrapped" else nullcontext():
            await graph.ainvoke({"text": PRIVATE})
        ended = time.perf_counter()
    atexit.register(lambda: print("stop", time.perf_counter() - ended))  # noqa: T201


def report(event: str, arguments: tuple[Any, ...]) -> None:
    """Print a look-up or a connection that is about to be made."""
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        print("network", arguments[1] if event == "socket.connect" else arguments[0])  # noqa: T201


if __name__ == "__main__":
    sys.addaudithook(report)
    asyncio.run(run(sys.argv[1]))
