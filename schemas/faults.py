"""Gathers every fault of a payload before any is raised."""

from __future__ import annotations

import json

from service.messages import Message, Words
from service.refusals import Fault


class Faults(list[Fault]):
    """Faults in the order of the payload."""

    def add(self, pointer: str, message: Message, **values: object) -> None:
        """Note a fault at `pointer` (RFC 6901)."""
        self.append(Fault(pointer, message, tuple(values.items())))


LIST = Words("danh sách […]", "a list […]")
STRING = Words("chuỗi chữ “…”", "a string “…”")
RUNS = Words("chuỗi chữ “…” hoặc danh sách [{van_ban: …}]", "a string “…” or a list [{van_ban: …}]")
YES_NO = Words("true hoặc false", "true or false")

_KINDS = {
    dict: Words("đối tượng {…}", "an object {…}"),
    list: LIST,
    str: STRING,
    bool: Words("true/false", "true/false"),
    int: Words("số", "a number"),
    float: Words("số", "a number"),
    type(None): Words("null", "null"),
}


def kind(value: object) -> Words:
    """The JSON type of `value`."""
    name = type(value).__name__
    return _KINDS.get(type(value)) or Words(name, name)


def shown(value: object) -> str | Words:
    """`value` as its JSON has it, for a sentence: “abc”, null, 1.5; what holds others by its type."""
    if isinstance(value, str):
        return f"“{value[:100]}”"
    return json.dumps(value)[:100] if value is None or isinstance(value, bool | int | float) else kind(value)


def whole(value: object) -> int | None:
    """The whole number that `value` is, or None: `2.0` is one in JSON Schema, and no truth value is."""
    if type(value) is int:
        return value
    return int(value) if type(value) is float and value.is_integer() else None


def step(pointer: str, key: str) -> str:
    """The pointer one step further (RFC 6901)."""
    if "~" in key or "/" in key:
        key = key.replace("~", "~0").replace("/", "~1")
    return f"{pointer}/{key}"
