"""Which column of the task table a heading stands for, as offices write it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.wording.folding import fold

_WORDS = (
    ("stt", r"stt|tt|số tt|số thứ tự|số|no\.?"),
    ("chu_tri", r".*chủ trì.*|lead( body)?"),
    ("phoi_hop", r".*phối hợp.*|supporting( body)?"),
    ("thoi_gian", r".*(thời gian|thời hạn|tiến độ|thời điểm|hoàn thành|quý, tháng).*|time|deadline"),
    ("san_pham", r".*(sản phẩm|kết quả|đầu ra).*|result"),
    ("ghi_chu", r"ghi chú.*|notes?"),
    ("to_chuc_thuc_hien", r".*(tổ chức thực hiện|tổ chức|đơn vị|bộ phận|cơ quan|người|phụ trách|chịu trách nhiệm).*|carried out by"),
    ("noi_dung", r".*(nội dung|nhiệm vụ|công việc|hoạt động).*|tasks?"),
)  # fmt: skip


def column_of(heading: str) -> str | None:
    """The column a heading names, or None."""
    key = fold(heading)
    return next((name for name, words in _WORDS if re.fullmatch(words, key)), None)


def headings_of(row: Sequence[str]) -> list[str | None] | None:
    """The column of each cell where a row is the head of a task table, else None; no column comes twice."""
    if any(len(cell) > 60 for cell in row):
        return None
    out: list[str | None] = []
    for cell in row:
        name = column_of(cell)
        out.append(None if name in out else name)
    return out if "noi_dung" in out and len([name for name in out if name]) >= min(2, len(row)) else None
