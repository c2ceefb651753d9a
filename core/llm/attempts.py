"""The attempts of one call: ask, read, and try what may help, each remedy so many times and no more."""

import logging
import math
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Generic

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage
from langchain_core.runnables.config import RunnableConfig, ensure_config, merge_configs

from core.llm import modes
from core.llm.cost import paid_call, prompt_tokens
from core.llm.door import Answer, AnswerT
from core.llm.faults import Fault, Remedy, fault_of
from core.llm.line import Line
from core.llm.modes import Mode
from core.llm.prompt import Prompt
from core.llm.reading import clean
from core.llm.shortening import shortened
from core.llm.transcript import Transcript
from core.llm.verdict import Reading, read_message
from core.pack import ModelCall
from core.problems import ModelTimeout, ModelUnavailable

MOST_REQUESTS = 6
"""Requests that one call may make, all remedies together."""
_QUOTED = 8_000
"""Characters of an invalid answer that the model is shown again."""

_log = logging.getLogger(__name__)


@dataclass
class Attempts(Generic[AnswerT]):
    """One call: its attempts, what they cost, and what was tried already."""

    line: Line
    prompt: Prompt
    shape: type[AnswerT]
    transcript: Transcript
    paid: list[ModelCall] = field(default_factory=list)
    tried: Counter[Remedy] = field(default_factory=Counter)
    requests: int = 0
    mending: tuple[BaseMessage, ...] = ()
    """The invalid answer and what is wrong with it, once there is one."""
    most_tokens: int = field(init=False)
    deadline: float = field(init=False)
    mode: Mode = field(init=False)
    asked: list[BaseMessage] = field(init=False)
    began: float = field(init=False)

    def __post_init__(self) -> None:
        """Start the call's clock."""
        self.deadline = self.line.clock() + self.line.limits.seconds
        self.most_tokens = self.line.limits.answer_tokens

    async def run(self) -> Answer[AnswerT]:
        """Try until there is an answer; raise the last fault's problem when nothing more may help."""
        while isinstance(outcome := await self._attempt(), Fault):
            _log.warning("model: step=%s code=%s %s", self.prompt.step, outcome.problem.code, outcome.label)
            if not await self._remedied(outcome):
                raise outcome.problem(retry_after=None if outcome.wait is None else math.ceil(outcome.wait))
            self.transcript.begin()
        self.transcript.finish(outcome.data)
        return Answer(outcome.value, tuple(self.paid))

    def pay_for_what_came(self) -> None:
        """Count a request that broke off after the model had begun to write."""
        if self.transcript.text and self.requests > len(self.paid):
            self._pay(AIMessage(self.transcript.text))

    async def _attempt(self) -> Reading[AnswerT] | Fault:
        """Send one request and read the answer; a fault is a value here, so no provider's words chain to a problem."""
        self.mode = self.line.modes.current
        self.asked = self._messages()
        with self.line.circuit.request():
            await self._admitted()
            message = await self._send()
        if isinstance(message, Fault):
            return message
        reading = read_message(message, self.shape)
        if not self.mending and (isinstance(reading, Reading) or reading.reasons):
            self.line.modes.saw(self.mode, shapeless=isinstance(reading, Fault) and reading.shapeless)
        if isinstance(reading, Fault) and reading.reasons:
            self._quote(message, reading.reasons)
        return reading

    async def _admitted(self) -> None:
        """Wait for the provider's rate limit, for half of the time that is left: the answer takes its time too."""
        tokens = prompt_tokens(self.asked) + self.most_tokens
        await self.line.pace.admit(tokens, (self.deadline - self.line.clock()) / 2)

    async def _send(self) -> AIMessage | Fault:
        """Return what the chat model answers."""
        self.requests += 1
        self.began = self.line.clock()
        try:
            message = await self.line.model.ainvoke(self.asked, self._config(), **self._arguments())
        except Exception as error:
            fault = fault_of(error)
            if issubclass(fault.problem, ModelUnavailable | ModelTimeout):
                self.line.circuit.failed()
            self.pay_for_what_came()
            return fault
        self.line.circuit.answered()
        self._pay(message)
        return message

    def _messages(self) -> list[BaseMessage]:
        task = self.prompt.task
        if self.mode == "text":
            task = f"{task}\n\n{modes.in_words(self.shape)}"
        return [SystemMessage(self.prompt.system), HumanMessage(task), *self.mending]

    def _config(self) -> RunnableConfig:
        """Return the config that is current (LangGraph's, with its callbacks and tracing) with our listener added."""
        ours: RunnableConfig = {
            "callbacks": [self.transcript],
            "run_name": self.prompt.step,
            "metadata": {"prompt_version": self.prompt.version},
        }
        return merge_configs(ensure_config(), ours)

    def _arguments(self) -> dict[str, Any]:
        """Return the arguments of the chat model's call; it is to stream only where somebody listens."""
        asked = {"temperature": self.prompt.temperature, "max_tokens": self.most_tokens}
        streamed = {"stream": True} if self.transcript.wanted else {}
        return {**asked, **streamed, **modes.arguments(self.mode, self.shape)}

    def _pay(self, message: AIMessage) -> None:
        took = (self.line.clock() - self.began) * 1000
        self.paid.append(paid_call(self.prompt.step, self.line.name, self.line.prices, self.asked, message, took))

    def _quote(self, message: AIMessage, reasons: tuple[str, ...]) -> None:
        """Show the model its invalid answer, what is wrong with it, and once more what was asked for."""
        said = clean(modes.answered_text(message, self.shape)[:_QUOTED])
        wrong = "\n".join(("Your answer is not valid:", *(f"- {reason}" for reason in reasons)))
        self.mending = (AIMessage(said), HumanMessage(f"{wrong}\n\n{modes.in_words(self.shape)}"))

    async def _remedied(self, fault: Fault) -> bool:
        """Do what may help against the fault; return False if it was done already or cannot be done."""
        if self.tried[fault.remedy] >= fault.remedy.tries or self.requests >= MOST_REQUESTS:
            return False
        self.tried[fault.remedy] += 1
        match fault.remedy:
            case Remedy.WAIT | Remedy.PATIENCE:
                return await self._waited(fault)
            case Remedy.NEXT_MODE:
                return self.line.modes.step_down(self.mode)
            case Remedy.SHORTEN:
                return self._shortened()
            case Remedy.MORE_TOKENS:
                self.most_tokens *= 2
        return True

    async def _waited(self, fault: Fault) -> bool:
        """Wait as long as the provider told, or back off; return False if the deadline would pass meanwhile."""
        pause = self.line.pause(self.tried[fault.remedy] - 1, fault.wait)
        if self.line.clock() + pause < self.deadline:
            await self.line.sleep(pause)
            return True
        if fault.wait is not None:
            self.line.circuit.told_to_wait(fault.problem, fault.wait)
        return False

    def _shortened(self) -> bool:
        """Go on with less of the company's text."""
        if less := shortened(self.prompt):
            self.prompt, self.mending = less, ()
        return less is not None
