"""Whether a typed document is one of an office at all: enough of the form, and something that only an office puts there."""

from __future__ import annotations

from collections.abc import Iterable

from service.layout import words as w
from service.layout.head import Taken
from service.layout.line import Line
from service.wording.numbers import doc_dong_so

FORM = {
    "quoc_hieu": 1.5, "tieu_ngu": 0.5, "ngay": 1.0, "can_cu": 1.0, "kinh_gui": 1.0, "ket_thuc": 1.0,
}  # fmt: skip
"""What has its place in the form but stands in the letters of citizens too: an application, a curriculum vitae."""
OFFICE = {
    "tieu_de_dang": 2.0, "tieu_de_doan": 1.5, "so": 2.0, "so_va_ngay": 3.0, "noi_nhan_dau": 2.0, "quyen_han": 2.0,
    "ten_loai": 2.0, "co_quan_ban_hanh": 1.0,
}  # fmt: skip
"""What only an office puts there."""
ENOUGH = 3.0


def administrative(taken: Iterable[Taken]) -> bool:
    """Whether enough of the form was found."""
    roles: set[str] = set()
    for role, line, _, _ in taken:
        if role in FORM or (role in OFFICE and _counts(role, line)):
            roles.add(role)
    weight = sum(FORM.get(role, 0.0) + OFFICE.get(role, 0.0) for role in roles)
    return weight >= ENOUGH and bool(roles & OFFICE.keys())


def _counts(role: str, line: Line) -> bool:
    """Whether a line says what an office says: a type that offices issue, a body's name, a number with its sign."""
    if role == "ten_loai":
        return bool(w.TYPE.match(line.key))
    if role == "co_quan_ban_hanh":
        return bool(w.BODY.match(line.key))
    if role == "so":
        found = doc_dong_so(line.text)
        return found is None or found.ky_hieu is not None
    return True
