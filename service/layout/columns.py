"""What is a task table and what is none, by the words of its headings and cells."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from service.wording.columns import PEOPLE
from service.wording.folding import fold

_MONEY = re.compile(r"đơn giá|khối lượng|tổng tiền|thành tiền|số lượng|đvt|đơn vị tính|số tiền|mức chi|định mức")
_HOUR = re.compile(r"(?:từ )?\d{1,2}\s?(?:h|g|giờ|:)\s?\d{0,2}(?!\d)")
_LINE_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)?")


def of_tasks(headings: Sequence[str], fields: Sequence[str]) -> bool:
    """Whether columns with these headings are those of a task table."""
    keys = [fold(h) for h in headings]
    if sum(bool(_MONEY.search(k)) for k in keys) >= 2:
        return False
    held = set(fields)
    if next((bool(PEOPLE.search(k)) for k, name in zip(keys, fields, strict=True) if name != "stt"), False):
        return False  # a list of people, whatever they do
    if any(PEOPLE.search(k) for k in keys) and "thoi_gian" not in held:
        return False
    return "noi_dung" in held and bool(held & {"thoi_gian", "to_chuc_thuc_hien", "chu_tri"})


def by_the_hour(times: Sequence[str]) -> bool:
    """Whether times are those of one event: an agenda, no plan."""
    filled = [fold(t) for t in times if t.strip()]
    return bool(filled) and sum(bool(_HOUR.match(t)) for t in filled) > 0.5 * len(filled)


def numbers_columns(texts: Sequence[str]) -> bool:
    """Whether a row only numbers the columns: `(1)`, `(2)`, … or `A`, `B`, `1`, `2`, …"""
    filled = [fold(t).strip() for t in texts if t.strip()]
    if len(filled) < 3 or not all(_LINE_NUMBER.fullmatch(t) for t in filled):
        return False
    digits = [int(t.strip("()")) for t in filled if t.strip("()").isdigit()]
    return len(digits) >= 2 and all(b == a + 1 for a, b in itertools.pairwise(digits))
