"""Which model writes, by the settings."""

import subprocess
import sys

import pytest
from pydantic import SecretStr

from core.llm.choose import language_model
from core.llm.cost import Prices
from core.settings import Settings

pytestmark = pytest.mark.anyio


async def test_without_key_and_address_the_offline_model_writes_for_nothing() -> None:
    door = language_model(Settings())
    assert (door.name, door.prices) == ("offline", Prices(0, 0))
    await door.aclose()


@pytest.mark.parametrize(
    "settings",
    [
        Settings(openai_api_key=SecretStr("sk-secret-0123")),
        Settings(openai_base_url="http://127.0.0.1:1/v1"),
        Settings(openai_base_url="http://127.0.0.1:1/v1", model="llama"),
    ],
)
async def test_with_a_key_or_an_address_the_provider_writes(settings: Settings) -> None:
    door = language_model(settings)
    assert door.name == settings.model_name
    assert door.limits.seconds == settings.call_seconds
    await door.aclose()


async def test_the_offline_model_can_be_forced() -> None:
    assert language_model(Settings(openai_api_key=SecretStr("sk-secret-0123"), model="offline")).name == "offline"


def test_the_offline_model_starts_without_the_providers_libraries() -> None:
    code = (
        "import sys; from core.llm.choose import language_model; from core.settings import Settings;"
        "language_model(Settings(model='offline')); print('openai' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"
