"""Every code of the service with its message, for the pages that explain them and the tests of the documentation."""

from __future__ import annotations

import sys
from functools import cache

from service.messages import Message


@cache
def index() -> dict[str, Message]:
    """Code → message, over every module of ours that is loaded."""
    found: dict[str, Message] = {}
    for name, module in sorted(sys.modules.items()):
        if name.split(".")[0] in ("service", "schemas"):
            for value in vars(module).values():
                for message in value.values() if isinstance(value, dict) else (value,):
                    if isinstance(message, Message):
                        found[message.code] = message
    return found


def find(code: str) -> Message | None:
    """The message with that code, or None."""
    return index().get(code)
