"""What the text of a field usually looks like, for lines whose style no longer tells whose they are.

Each shape is a feature of the decree's wording (PL1.II): a text without it costs more to be read as that field, one
with a telling feature less. A line in its template's own style is asked only where another beside it has that style too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from service.mau.tags import Path
from service.wording.markers import series

Shape = Callable[[str], bool]
STRANGE = 1.5
FAMILIAR = -0.5
TITLED = -0.7


def _capitals(text: str) -> bool:
    return text == text.upper() and any(c.isalpha() for c in text)


def _begins(*words: str) -> Shape:
    pattern = re.compile(rf"\W*(?:{'|'.join(words)})\b", re.IGNORECASE)
    return lambda text: bool(pattern.match(text))


_PREFIX = re.compile(r"(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L|T/UQ)\b\.?\s*\w")
_NAME = re.compile(r"(?:[^\W\d_][\w.]*\s+){1,6}[^\W\d_]\w*")


def _name(text: str) -> bool:
    return bool(_NAME.fullmatch(text.strip())) and all(word[0].isupper() for word in text.split())


def _title(text: str) -> bool:
    return len(text) <= 160 and not text.rstrip().endswith((".", ";", ","))


def _mark(*words: str) -> Shape:
    begins = _begins(*words)
    return lambda text: _capitals(text) and len(text.split()) <= 8 and begins(text)


_LINE = ("cac_phan", "dong")
_SHAPES: dict[Path, Shape] = {
    ("co_quan_chu_quan",): _capitals,
    ("co_quan_ban_hanh",): _capitals,
    ("ten_loai",): _capitals,
    ("ky_hieu",): lambda text: len(text.split()) <= 3,
    ("do_mat",): _mark("mật", "tối mật", "tuyệt mật"),
    ("do_khan",): _mark("khẩn", "thượng khẩn", "hỏa tốc", "hoả tốc"),
    ("du_thao",): _mark("dự thảo"),
    ("pham_vi_luu_hanh",): _mark("lưu hành", "chỉ", "không", "xem xong", "tài liệu", "phạm vi"),
    ("can_cu",): _begins("căn cứ", "theo", "xét", "thực hiện", "để"),
    ("chu_ky", "quyen_han"): lambda text: _capitals(text) and bool(_PREFIX.match(text)),
    ("chu_ky", "chuc_vu"): lambda text: _capitals(text) and not _PREFIX.match(text),
    ("chu_ky", "ho_ten"): _name,
    ("cac_phan", "ten"): _begins("phụ lục", "phụ biểu", "biểu số", "mẫu số"),
    ("cac_phan", "tieu_de"): _capitals,
    ("cac_phan", "kem_theo"): _begins("kèm theo", "ban hành kèm", "kèm"),
    (*_LINE, "dau"): lambda text: series(text) is not None,
    (*_LINE, "tieu_de"): _title,
}
_ANNEX = (("cac_phan", "ten"), ("cac_phan", "tieu_de"), ("cac_phan", "kem_theo"))
_TELLING = frozenset((("can_cu",), ("chu_ky", "quyen_han"), *_ANNEX, (*_LINE, "dau")))
"""Fields whose shape little else has."""
_PROSE = frozenset((("mo_dau",), ("ket_thuc",), (*_LINE, "van_ban")))
_CLOSING = _begins("trên đây là")


def strange(path: Path, text: str) -> bool:
    """Whether `text` does not look as the field at `path` usually does."""
    shape = _SHAPES.get(path)
    return shape is not None and not shape(text)


def strangeness(holes: Sequence[tuple[Path, str]]) -> float:
    """What it costs to read a line's texts as these fields (from the payload's top, loops entered); below 0 where
    they look like little else. A marker and a title of its own make a heading, in whatever type (contract §1)."""
    cost = 0.0
    for path, text in holes:
        if strange(path, text):
            cost += STRANGE
        elif path in _TELLING or (path == ("ket_thuc",) and _CLOSING(text)):
            cost += FAMILIAR
        elif path in _PROSE and _capitals(text):
            cost -= FAMILIAR
    found = dict(holes)
    if (title := found.get((*_LINE, "tieu_de"))) is not None and _title(title):
        kind = series(found.get((*_LINE, "dau"), ""))
        cost += STRANGE if kind in (None, "bullet") else TITLED
    return cost
