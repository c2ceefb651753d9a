"""Close what may take its time, and wait only for so long."""

import threading
from collections.abc import Callable


def closes_within(seconds: float, close: Callable[[], object], otherwise: Callable[[], object] = lambda: None) -> bool:
    """Tell whether `close` returned in time; it runs in a thread that ends with the process.

    Where three quarters of the time have passed, `otherwise` may hurry it up.
    """
    closing = threading.Thread(target=close, name="close telemetry", daemon=True)
    closing.start()
    closing.join(seconds * 0.75)
    if closing.is_alive():
        otherwise()
        closing.join(seconds * 0.25)
    return not closing.is_alive()
