"""Which language model writes: the provider's, or the offline model where there is none."""

from dataclasses import replace

from core.llm.chat import ChatDoor
from core.llm.cost import Prices
from core.llm.line import Limits
from core.llm.pace import Pace
from core.settings import OFFLINE, Settings


def language_model(settings: Settings, pace: Pace | None = None) -> ChatDoor:
    """Return the door to the model that the settings name, at the provider's pace; close it with `aclose`.

    The provider's libraries are imported only where they are used: the offline model starts without them.
    """
    if settings.model_name != OFFLINE:
        from core.llm.openai import openai_door

        door = openai_door(settings)
        return replace(door, pace=pace) if pace else door
    from core.llm.offline.model import OfflineModel

    limits = Limits(seconds=settings.call_seconds, answer_tokens=settings.max_answer_tokens)
    return ChatDoor(OfflineModel(), OFFLINE, limits, Prices(0, 0))


def judge_model(settings: Settings, writer: ChatDoor) -> ChatDoor | None:
    """Return the door to the model that judges, None where none does.

    Where one model does both, the judge's door leads to the writer's model but has a circuit of its own: judging is
    optional, so a provider that turns the judge away for a while must not stop the writing. The pace is one for both:
    whatever the models are called, they are one provider's.
    """
    name = settings.judge_name
    if name is None or name == writer.name:
        return replace(writer) if name else None
    return language_model(settings.model_copy(update={"model": name}), writer.pace)
