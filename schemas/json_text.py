"""JSON that two readers would read alike: no duplicate keys, no NaN, no depth without bound, UTF-8."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from schemas.messages import NOT_JSON
from service.messages import Words
from service.refusals import NotJson

DEEPEST = 420
"""Brackets inside each other at most: a hundred levels of headings need two hundred."""


_WRONG = {
    "Expecting value": "thiếu giá trị",
    "Expecting property name enclosed in double quotes": "thiếu tên trường trong dấu nháy kép",
    "Expecting ':' delimiter": "thiếu dấu hai chấm",
    "Expecting ',' delimiter": "thiếu dấu phẩy",
    "Unterminated string starting at": "chuỗi chưa đóng dấu nháy, bắt đầu",
    "Invalid control character at": "ký tự điều khiển trong chuỗi",
    "Invalid \\escape": "dấu \\ sai",
    "Invalid \\uXXXX escape": "dấu \\uXXXX sai",
    "Extra data": "thừa nội dung",
}
"""What Python's parser complains of, in Vietnamese."""


def parse_json(data: bytes | str) -> Any:
    """The value in `data`. Raises NotJson, saying why."""
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else data.removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        place = Words(f"không phải UTF-8 ở byte {error.start}", f"no UTF-8 at byte {error.start}")
        raise NotJson(NOT_JSON, why=place) from error
    _guard_depth(text)
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_constant)
    except json.JSONDecodeError as error:
        said = _WRONG.get(error.msg, error.msg)
        place = Words(
            f"{said}, dòng {error.lineno}, cột {error.colno}", f"{error.msg}, line {error.lineno}, column {error.colno}"
        )
        raise NotJson(NOT_JSON, why=place) from error
    except ValueError as error:  # an integer of more digits than Python reads
        raise NotJson(NOT_JSON, why=Words("số có quá nhiều chữ số", "a number of too many digits")) from error


def json_bytes(value: object) -> bytes:
    """`value` as JSON in UTF-8; a lone surrogate, which a refused payload may hold, stays the escape it was."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    out = dict(pairs)
    if len(out) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise NotJson(NOT_JSON, why=Words(f"trùng khóa “{key[:60]}”", f"duplicate key “{key[:60]}”"))
            seen.add(key)
    return out


def _constant(name: str) -> NoReturn:
    raise NotJson(NOT_JSON, why=name)


# Possessive, and a string may lack its end: else a row of escaped quotes costs the square of its length.
_BRACKET = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.S)


def _guard_depth(text: str) -> None:
    """Refuse what nests too deep, before a parser recurses into it. Only a text with many brackets is looked through."""
    if text.count("[") + text.count("{") <= DEEPEST:
        return
    depth = 0
    for sign in _BRACKET.findall(text):
        if sign in "[{":
            depth += 1
            if depth > DEEPEST:
                raise NotJson(NOT_JSON, why=Words(f"lồng nhau quá {DEEPEST} cấp", f"over {DEEPEST} levels deep"))
        elif sign in "]}":
            depth -= 1
