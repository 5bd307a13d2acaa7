"""Which column of a task table a heading stands for, as offices write it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.wording.folding import fold

_STT = re.compile(r"(?:stt|tt|số tt|số thứ tự|số|#|no\.?|s\.t\.t|t\.t)\W*")
_WORK = (
    r"(?:nội dung|nhiệm vụ|công việc|hoạt động|việc|tên (?:nhiệm vụ|công việc|hoạt động|nội dung|chương trình|đề án))"
)
_FIELDS = (
    ("ghi_chu", re.compile(r"ghi chú")),
    ("phoi_hop", re.compile(r"phối hợp")),
    ("chu_tri", re.compile(r"chủ trì|đầu mối|chịu trách nhiệm chính|phụ trách chính|thực hiện chính")),
    ("san_pham", re.compile(r"sản phẩm|kết quả|đầu ra|minh chứng|văn bản ban hành|hình thức (?:văn bản|sản phẩm)")),
    ("noi_dung", re.compile(rf"(?:các |những |stt )?{_WORK}(?! của)|{_WORK}(?: .*)?$")),
    (
        "thoi_gian",
        re.compile(
            r"thời gian|tiến độ|thời hạn|thời điểm|hoàn thành|lộ trình|^hạn|^ngày|^tháng|^tuần|^quý|^thứ|^năm|kỳ hạn|ngày tháng"
        ),
    ),
    (
        "to_chuc_thuc_hien",
        re.compile(
            r"(?:tổ chức|đơn vị|người|bộ phận|cơ quan|phân công|cán bộ|lực lượng|nơi|phòng|đ/c|đồng chí|cá nhân|ban|gv|giáo viên|trách nhiệm|phụ trách).*"
            r"(?:thực hiện|phụ trách|chịu trách nhiệm|tổ chức|triển khai|đảm nhận|tham mưu|nhiệm vụ)"
            r"|^(?:đơn vị|người|bộ phận|cơ quan|phân công|tổ chức)(?: thực hiện)?$|phụ trách|thực hiện$|trách nhiệm|tổ chức thực hiện|đơn vị, cá nhân|^phân công"
        ),
    ),
)
_FOREIGN = re.compile(
    r"kinh phí|địa điểm|đơn vị tính|đvt|số lượng|đơn giá|thành tiền|hình thức(?! văn bản| sản phẩm)|biện pháp|giải pháp|đối tượng|chỉ tiêu|mục tiêu|tỷ lệ|họ (?:và )?tên|chức vụ|chủ đề|nguồn|phương pháp|yêu cầu|cách|điều kiện|thành phần|người (?:kiểm tra|duyệt|giám sát)|số tiết|lớp|môn"
)
_ENGLISH = {
    "no": "stt", "no.": "stt", "task": "noi_dung", "tasks": "noi_dung", "time": "thoi_gian", "deadline": "thoi_gian",
    "carried out by": "to_chuc_thuc_hien", "lead": "chu_tri", "lead body": "chu_tri", "supporting": "phoi_hop",
    "supporting body": "phoi_hop", "result": "san_pham", "note": "ghi_chu", "notes": "ghi_chu",
}  # fmt: skip
"""The headings of the English form and workbook."""
_ACTS = re.compile(r"thực hiện|phụ trách|chủ trì|phân công|hoàn thành|tham mưu")
_WHEN = re.compile(r"(?:buổi|giờ|ca|thứ|lớp|xã|huyện|trường|khối|tổ)(?![^\W\d_])")
PEOPLE = re.compile(r"họ (?:và |, )?tên|năm sinh|chức danh|học vị|số điện thoại")


def column_fields(headings: Sequence[str]) -> list[str]:
    """For each heading `stt`, a field of a task, or `khac`; a field once only, the best heading of it first."""
    found: list[str] = []
    for heading in headings:
        key = fold(heading).strip(" .:*")
        found.append(_field(key, found))
    if "noi_dung" not in found and len(set(found) & {"thoi_gian", "to_chuc_thuc_hien", "chu_tri"}) >= 2:
        others = [k for k, name in enumerate(found) if name == "khac" and not _FOREIGN.search(fold(headings[k]))]
        acts = any(_ACTS.search(fold(h)) for h in headings)
        if (
            others
            and acts
            and not _WHEN.match(fold(headings[others[0]]))
            and not any(PEOPLE.search(fold(h)) for h in headings)
        ):
            found[others[0]] = "noi_dung"
    return found


def _field(key: str, taken: list[str]) -> str:
    if (name := _ENGLISH.get(key)) is not None:
        return name if name not in taken else "khac"
    if _STT.fullmatch(key) and "stt" not in taken:
        return "stt"
    for name, pattern in _FIELDS:
        if name in taken or not pattern.search(key):
            continue
        if name not in ("ghi_chu", "phoi_hop", "chu_tri") and _FOREIGN.search(key) and not re.match(_WORK, key):
            return "khac"
        return name
    return "khac"


def column_of(heading: str) -> str | None:
    """The column a heading names by itself, or None."""
    (name,) = column_fields((heading,))
    return None if name == "khac" else name


def headings_of(row: Sequence[str]) -> list[str | None] | None:
    """The column of each cell where a row is the head of a task table, else None; no column comes twice."""
    if any(len(cell) > 60 for cell in row):
        return None
    out = [None if name == "khac" else name for name in column_fields(row)]
    return out if "noi_dung" in out and len([name for name in out if name]) >= min(2, len(row)) else None


def like_heading(text: str) -> bool:
    """Whether a cell says what stands in a column of any table."""
    key = fold(text).strip(" .:*")
    return bool(_STT.fullmatch(key) or _FOREIGN.search(key) or PEOPLE.search(key)) or any(
        pattern.search(key) for _, pattern in _FIELDS
    )
