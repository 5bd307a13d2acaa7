"""JSON that two readers would read alike: no duplicate keys, no NaN, no depth without bound, UTF-8."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from schemas.messages import NOT_JSON
from service.refusals import NotJson

DEEPEST = 420
"""Brackets inside each other at most: a hundred levels of headings need two hundred."""


def parse_json(data: bytes | str) -> Any:
    """The value in `data`. Raises NotJson, saying why."""
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else data.removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise NotJson(NOT_JSON, why=f"UTF-8, byte {error.start}") from error
    _guard_depth(text)
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_constant)
    except json.JSONDecodeError as error:
        raise NotJson(NOT_JSON, why=f"{error.msg}, dòng/line {error.lineno}, cột/column {error.colno}") from error
    except ValueError as error:  # an integer of more digits than Python reads
        raise NotJson(NOT_JSON, why=str(error)[:100]) from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    out = dict(pairs)
    if len(out) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise NotJson(NOT_JSON, why=f"trùng khóa/duplicate key “{key[:60]}”")
            seen.add(key)
    return out


def _constant(name: str) -> NoReturn:
    raise NotJson(NOT_JSON, why=name)


_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', re.S)


def _guard_depth(text: str) -> None:
    """Refuse what nests too deep, before a parser recurses into it. Only a text with many brackets is looked through."""
    if text.count("[") + text.count("{") <= DEEPEST:
        return
    depth = 0
    for sign in _BRACKET.findall(text):
        if sign in "[{":
            depth += 1
            if depth > DEEPEST:
                raise NotJson(NOT_JSON, why=f"quá/over {DEEPEST} cấp/levels")
        elif sign in "]}":
            depth -= 1
