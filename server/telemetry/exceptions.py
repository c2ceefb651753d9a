"""Tell an exception without its text, which may hold a key, a prompt or what a provider has answered."""

import re
from types import TracebackType

MOST_FRAMES = 20
"""Innermost frames that are told: with those of the frameworks, our last call is among them."""

_FRAME = re.compile(r'File "([^"]+)", line (\d+), in (\S+)')
_TYPE = re.compile(r"([\w.]+)(:|$)")


def told(error: BaseException) -> dict[str, object]:
    """Return the fields of a log line: `exception`, the types of the error and of those behind it, and `where`."""
    return {"exception": " from ".join(_types(error)), "where": _places(error.__traceback__)}


def told_of_print(traceback: str) -> dict[str, object]:
    """Return the same of a traceback that was printed, as uvicorn logs a failed start."""
    last = _TYPE.match(traceback.rstrip().rpartition("\n")[2])
    places = [_place(*found) for found in _FRAME.findall(traceback)]
    return {"exception": last[1] if last else "Exception", "where": places[-MOST_FRAMES:]}


def _types(error: BaseException | None) -> list[str]:
    names: list[str] = []
    while error is not None and len(names) < MOST_FRAMES:
        names.append(type(error).__name__)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return names


def _places(trace: TracebackType | None) -> list[str]:
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(_place(code.co_filename, trace.tb_lineno, code.co_name))
        trace = trace.tb_next
    return places[-MOST_FRAMES:]


def _place(file: str, line: int | str, function: str) -> str:
    return f"{'/'.join(file.split('/')[-3:])}:{line} {function}"
