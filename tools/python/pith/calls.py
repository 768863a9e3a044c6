"""What calls of pith.h have in common: arrays that they fill, pages of them, arguments and statuses."""

from __future__ import annotations

import ctypes
from ctypes import byref, c_uint32
from typing import Any, Callable, List, Optional, Tuple, Type, TypeVar

from . import errors, structs

_Raw = TypeVar("_Raw", bound=ctypes.Structure)
_Result = TypeVar("_Result")

# Statuses that say that there is nothing to look for, and those with which results are valid.
NOTHING = (errors.QUESTION_EMPTY, errors.QUESTION_TOO_LONG)
_PARTIAL = (errors.OK, errors.TOO_MUCH_WORK)


def fill(kind: Type[_Raw], capacity: int, call: Callable[[Any], Any]) -> Tuple[int, List[_Raw]]:
    """The status of a call that fills an array, and what it filled."""
    array, count = (kind * max(capacity, 1))(), c_uint32()
    status = call((array, capacity, byref(count)))
    return status, array[:count.value]


def pages(kind: Type[_Raw], top: Optional[int], skip: int, call: Callable[[int, Any], Any],
           result: Callable[[Any], _Result]) -> List[_Result]:
    """The first `top` results of a call that gives pages of them; None: all."""
    found: List[_Result] = []
    while top is None or len(found) < top:
        capacity = structs.MAX_RESULTS if top is None else min(top - len(found), structs.MAX_RESULTS)
        status, raw = fill(kind, capacity, lambda out: call(skip + len(found), out))
        if status in NOTHING:
            break
        check_partial(status)
        found.extend(map(result, raw))
        if len(raw) < capacity:
            break
    return found


def check_partial(status: int) -> None:
    # What was found until then is valid.
    if status not in _PARTIAL:
        raise errors.of_status(status)


def encode(text: str) -> bytes:
    if not isinstance(text, str):
        raise TypeError(f"a str is expected, not {type(text).__name__}")
    return text.encode("utf-8", "replace")


def checked_top(top: int) -> int:
    if not 1 <= top <= structs.MAX_RESULTS:
        raise ValueError(f"top is from 1 to {structs.MAX_RESULTS}, not {top}")
    return top


def tenthousandths(threshold: float) -> int:
    if not 0 <= threshold <= 1:
        raise ValueError(f"threshold is from 0 to 1, not {threshold}")
    return round(threshold * 10000)


def numbered(kind: Type[_Raw], count: int, call: Callable[[int, Any], Any]) -> List[_Raw]:
    found = []
    for at in range(count):
        out = kind()
        errors.check(call(at, byref(out)))
        found.append(out)
    return found


def pieces(text: bytes, ranges: List[Tuple[int, int]], start: int) -> List[Tuple[str, bool]]:
    pieces, at = [], 0
    for begin, end in ranges:
        for stop, marked in ((begin - start, False), (end - start, True)):
            if stop > at:
                pieces.append((text[at:stop].decode("utf-8", "replace"), marked))
                at = stop
    if at < len(text):
        pieces.append((text[at:].decode("utf-8", "replace"), False))
    return pieces
