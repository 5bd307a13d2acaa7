"""Gathers every fault of a payload before any is raised."""

from __future__ import annotations

from service.messages import Message
from service.refusals import Fault, PlanRefused


class Faults:
    """Faults in the order of the payload."""

    def __init__(self) -> None:
        self.found: list[Fault] = []

    def add(self, pointer: str, message: Message, **values: object) -> None:
        """Note a fault at `pointer` (RFC 6901)."""
        self.found.append(Fault(pointer, message, tuple(values.items())))

    def raise_if_any(self) -> None:
        """Raises PlanRefused with everything found."""
        if self.found:
            raise PlanRefused(tuple(self.found))


_KINDS = {
    dict: "object",
    list: "list",
    str: "string",
    bool: "true/false",
    int: "number",
    float: "number",
    type(None): "null",
}


def kind(value: object) -> str:
    """The JSON type of `value`, in words."""
    return _KINDS.get(type(value), type(value).__name__)


def step(pointer: str, key: str | int) -> str:
    """The pointer one step further (RFC 6901)."""
    key = str(key)
    return f"{pointer}/{key.replace('~', '~0').replace('/', '~1') if '~' in key or '/' in key else key}"
