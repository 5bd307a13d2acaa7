"""What it costs to take a line for a part of the end: recipients, signers, annexes (ô 7 and 9, PL1.III)."""

from __future__ import annotations

import re

from service.layout import words as w
from service.layout.line import Line
from service.layout.roles_head import ornament

SURNAMES = frozenset(
    ["nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương", "lý", "đào", "đoàn", "vương", "trịnh", "trương", "đinh", "lâm", "phùng", "mai", "tô", "hà", "tạ", "chu", "lưu", "tống", "quách", "cao", "thái", "lò", "vàng", "giàng", "thào", "lầu", "sùng", "hạng", "mùa", "vừ", "cứ", "hờ", "má", "chảo", "tẩn", "phàn", "bàn", "triệu", "nông", "hứa", "lương", "la", "vi", "hoàng", "cầm", "quàng", "tòng", "cà", "điêu", "khoàng", "lường", "hù", "pờ", "vân", "thân", "kiều", "quang", "tăng", "doãn", "thạch", "kim", "sơn", "châu", "danh", "tiêu", "đàm", "khổng", "kha", "nghiêm", "lục", "mạc", "ma", "mông", "ninh", "ông", "phí", "quản", "sầm", "từ", "tôn", "ưng", "văn", "viên", "xa", "hầu", "siu", "rơ", "ksor", "y", "k'", "rmah", "đồng", "mã", "ngân", "hàn", "bạch", "bế", "chử", "cù", "diệp", "giang", "khuất", "khúc", "lã", "nhâm", "nhữ", "ngụy", "phó", "tào", "thiều", "tiết", "trà", "trang", "úc", "âu", "an", "bá", "cát", "chế", "chung", "đồng", "đường", "giáp", "hạ", "hình", "hùng", "khương", "lại", "liễu", "lỗ", "long", "lộ", "lữ", "mẫn", "nhan", "ong", "phù", "quan", "sử", "tân", "thi", "thiệu", "tông", "tưởng", "uông", "việt", "yên"]
)  # fmt: skip
"""First syllables of family names, lower case."""

_NAME = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*(?: [^\W\d_]+(?:['’.-][^\W\d_]+)*){1,6}")


def noi_nhan_dau(line: Line) -> float | None:
    """`Nơi nhận:`, perhaps with a first recipient."""
    found = w.RECIPIENTS.match(line.key)
    if not found or found["end"] is None:
        return None
    return 0.0 if found["end"] or found.end() >= len(line.key) else 0.6


def noi_nhan(line: Line) -> float | None:
    """A recipient."""
    if line.side == "right" and line.zone != "body":
        return None
    if line.marker is not None:
        return 0.2 if not line.marker.ordinal else 1.0 if line.words < 25 else 2.0
    if re.match(r"\W{0,2}(?:lưu|như (?:trên|điều|kính gửi))(?![^\W\d_])", line.key):
        return 0.0
    cost = 0.5 if line.side == "left" or line.text[-1] in ";," else 1.0
    above = line.before
    if above is not None and above.group == line.group and above.marker is not None and above.text[-1] not in ";.":
        cost += 0.8  # the rest of a long one
    if line.caps and (w.OFFICE.match(line.key) or w.PREFIX.match(line.key)):
        cost += 2.0
    if line.bold > 0.7:
        cost += 1.0
    return cost + (0.5 if line.words > 20 else 0.0) + (1.0 if line.centred else 0.0)


def noi_nhan_tiep(line: Line) -> float | None:
    """What goes on from the recipient above (a long one on two lines)."""
    if line.caps or line.side == "right" or line.bold > 0.7:
        return None
    above = line.before
    if above is None or above.group != line.group or above.text[-1:] in ";.":
        return None
    return 0.7 if line.text[0].islower() or above.text[-1:] == "," else 1.4


def quyen_han(line: Line) -> float | None:
    """A line with a prefix (PL1.II.7.b)."""
    if w.STRONG_PREFIX.match(line.key):
        return 0.0 if line.caps else 0.5 if line.text[:2].isupper() or line.text[:3:2].isupper() else None
    if line.caps and (w.PREFIX.match(line.key) or re.match(r"(?:duyệt|phê duyệt|xác nhận)(?![^\W\d_])", line.key)):
        return 0.5
    return None


def quyen_han_tiep(line: Line) -> float | None:
    """A further line of it (`TM. BAN CHẤP HÀNH` / `ĐẢNG BỘ XÃ`)."""
    if not line.caps or w.OFFICE.match(line.key) or w.STRONG_PREFIX.match(line.key):
        return None
    return 0.6 if line.bold > 0.5 else 0.9


def chuc_vu(line: Line) -> float | None:
    """The signer's own office."""
    if ornament(line) is not None:
        return None
    known = bool(w.OFFICE.match(line.key))
    placed = line.zone in ("cell", "tabs") or line.side == "right" or line.centred
    if line.caps:
        return (0.0 if known else 0.9) + (0.0 if placed else 0.5)
    if known and placed and line.text[0].isupper() and line.text[-1] not in ".;":
        return 0.6 if line.bold > 0.5 else 1.0
    return None


def chuc_vu_tiep(line: Line) -> float | None:
    """A further line of the office (`PHÓ TRƯỞNG BAN` / `PHÓ CHỦ TỊCH UBND TỈNH`)."""
    cost = chuc_vu(line)
    return None if cost is None else cost + 0.6


def da_ky(line: Line) -> float | None:
    """`(Đã ký)`, `(Ký, ghi rõ họ tên)`."""
    return 0.0 if w.SIGNED.fullmatch(line.key) else None


def ho_ten(line: Line) -> float | None:
    """The signer's name."""
    text, key = line.text, line.key
    while found := w.HONORIFIC.match(key):
        text, key = text[found.end() :], key[found.end() :]
    if not _NAME.fullmatch(text) or (w.OFFICE.match(key) and key.split()[0] not in ("quản",)):
        return None
    parts = text.split()
    surname = parts[0].lower() in SURNAMES
    if all((part[0].isupper() and not part[1:].isupper()) or len(part) == 1 for part in parts):
        cost = 0.0 if surname else 0.6
    elif text.isupper() and surname:
        cost = 1.0
    else:
        return None
    if w.BODY.match(key) and not surname:
        cost += 1.0
    return cost + (0.6 if line.side == "left" and line.zone == "cell" and line.bold < 0.5 else 0.0)


def phu_luc(line: Line) -> float | None:
    """The head of an annex; or the title of what was issued with a document."""
    if (
        line.words > 40
        or line.table is not None
        or (line.marker is not None and line.marker.kind not in ("upper", "word"))
    ):
        return None
    found = w.ANNEX.fullmatch(line.key)
    if found:
        if line.caps or line.centred or line.bold > 0.5:
            return 0.0
        return 0.6 if not found["rest"] and line.words <= 4 else 2.5
    if not line.caps or line.words < 2:
        return None
    plain = 0.0 if line.centred or line.bold > 0.7 or line.zone != "body" else 0.8
    if w.TYPE.match(line.key):
        return 0.7 + plain
    if w.ANNEX_TITLE.match(line.key):
        return 1.0 + plain
    if w.OFFICE.match(line.key):  # a further signer
        return None
    return 2.6 if line.centred and line.bold > 0.7 and line.words >= 3 else None


def phu_luc_tieu_de(line: Line) -> float | None:
    """A line of an annex's title."""
    below_head = line.before is not None and phu_luc(line.before) is not None
    if line.caps and (line.centred or line.bold > 0.6 or below_head):
        return 0.1
    if line.centred and line.bold > 0.6:
        return 0.2
    return 1.0 if line.caps else 1.4 if line.centred else None


def con_lai(line: Line) -> float | None:
    """What stands after the signature and belongs to no part of the form."""
    signs = line.table is None and line.caps and (w.OFFICE.match(line.key) or w.STRONG_PREFIX.match(line.key))
    return 2.0 if signs and line.words < 12 else 0.9
