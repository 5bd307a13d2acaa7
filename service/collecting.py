"""Work without the garbage collector in between (docs/decisions/0006-no-collection-while-reading.md)."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

_Given = ParamSpec("_Given")
_Out = TypeVar("_Out")


def uncollected(function: Callable[_Given, _Out]) -> Callable[_Given, _Out]:
    """`function` with the cyclic collector off: it builds many values that live on and no cycles."""

    @wraps(function)
    def work(*given: _Given.args, **named: _Given.kwargs) -> _Out:
        if not gc.isenabled():
            return function(*given, **named)
        gc.disable()
        try:
            return function(*given, **named)
        finally:
            gc.enable()

    return work
