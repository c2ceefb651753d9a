"""Serve the local model: `python -m evals.model_server --port 9100 --latency-ms 200`."""

import asyncio

import click

from evals.model_server.compose import OfflineComposer
from evals.model_server.server import Knows, serving


@click.command()
@click.option("--port", default=9100, show_default=True)
@click.option("--latency-ms", default=0.0, show_default=True, help="Milliseconds until an answer begins.")
@click.option("--spread-ms", default=0.0, show_default=True, help="Milliseconds over which a stream is spread.")
@click.option("--chunks", default=20, show_default=True, help="Pieces in which a text is streamed.")
@click.option("--mode", "knows", type=click.Choice(["json_schema", "tools", "text"]), default="json_schema")
def main(port: int, latency_ms: float, spread_ms: float, chunks: int, knows: Knows) -> None:
    """Serve OpenAI's chat completions on 127.0.0.1, answered by the offline model."""
    asyncio.run(_serve(port, latency_ms / 1000, spread_ms / 1000, chunks, knows))


async def _serve(port: int, latency: float, spread: float, chunks: int, knows: Knows) -> None:
    compose = OfflineComposer()
    async with serving(compose, port, latency=latency, spread=spread, chunks=chunks, knows=knows) as server:
        print(f"OPENAI_BASE_URL={server.url}", flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    main()
