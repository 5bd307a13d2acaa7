"""Which column of a table is which field of a task, by the words of its heading; and what is no task table at all."""

from __future__ import annotations

import itertools
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
    ("san_pham", re.compile(r"sản phẩm|kết quả|đầu ra|minh chứng|văn bản ban hành")),
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
    r"kinh phí|địa điểm|đơn vị tính|đvt|số lượng|đơn giá|thành tiền|hình thức|biện pháp|giải pháp|đối tượng|chỉ tiêu|mục tiêu|tỷ lệ|họ (?:và )?tên|chức vụ|chủ đề|nguồn|phương pháp|yêu cầu|cách|điều kiện|thành phần|người (?:kiểm tra|duyệt|giám sát)|số tiết|lớp|môn"
)
_ACTS = re.compile(r"thực hiện|phụ trách|chủ trì|phân công|hoàn thành|tham mưu")
_WHEN = re.compile(r"(?:buổi|giờ|ca|thứ|lớp|xã|huyện|trường|khối|tổ)(?![^\W\d_])")
_PEOPLE = re.compile(r"họ (?:và |, )?tên|năm sinh|chức danh|học vị|số điện thoại")
_MONEY = re.compile(r"đơn giá|khối lượng|tổng tiền|thành tiền|số lượng|đvt|đơn vị tính|số tiền|mức chi|định mức")
_HOUR = re.compile(r"(?:từ )?\d{1,2}\s?(?:h|g|giờ|:)\s?\d{0,2}(?!\d)")
_LINE_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)?")


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
            and not any(_PEOPLE.search(fold(h)) for h in headings)
        ):
            found[others[0]] = "noi_dung"
    return found


def _field(key: str, taken: list[str]) -> str:
    if _STT.fullmatch(key) and "stt" not in taken:
        return "stt"
    for name, pattern in _FIELDS:
        if name in taken or not pattern.search(key):
            continue
        if name not in ("ghi_chu", "phoi_hop", "chu_tri") and _FOREIGN.search(key) and not re.match(_WORK, key):
            return "khac"
        return name
    return "khac"


def of_tasks(headings: Sequence[str], fields: Sequence[str]) -> bool:
    """Whether columns with these headings are those of a task table."""
    keys = [fold(h) for h in headings]
    if sum(bool(_MONEY.search(k)) for k in keys) >= 2:
        return False
    held = set(fields)
    if next((bool(_PEOPLE.search(k)) for k, name in zip(keys, fields, strict=True) if name != "stt"), False):
        return False  # a list of people, whatever they do
    if any(_PEOPLE.search(k) for k in keys) and "thoi_gian" not in held:
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


def like_heading(text: str) -> bool:
    """Whether a cell says what stands in a column of any table."""
    key = fold(text).strip(" .:*")
    return bool(_STT.fullmatch(key) or _FOREIGN.search(key) or _PEOPLE.search(key)) or any(
        pattern.search(key) for _, pattern in _FIELDS
    )
