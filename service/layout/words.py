"""The words of the decree and of offices by which a line of a typed document is known: data, folded as `fold` folds.

Types: Nghị định 30/2020/NĐ-CP Điều 7 and what else offices issue under a title of its own. Marks: PL1.III.2.
Prefixes of signers: PL1.II.7.b; HD 36-HD/VPTW 1.7.
"""

from __future__ import annotations

import re

TYPES = (
    "nghị quyết liên tịch", "kế hoạch liên tịch", "chương trình phối hợp", "chương trình hành động", "kế hoạch phối hợp",
    "kế hoạch liên ngành", "hướng dẫn liên ngành", "thông báo kết luận", "quyết định cá biệt", "báo cáo chuyên đề",
    "nghị quyết", "quyết định", "chỉ thị", "quy chế", "quy định", "thông cáo", "thông báo", "hướng dẫn", "chương trình",
    "kế hoạch", "phương án", "đề án", "dự án", "báo cáo", "biên bản", "tờ trình", "hợp đồng", "công điện", "bản ghi nhớ",
    "bản thỏa thuận", "giấy ủy quyền", "giấy mời", "giấy giới thiệu", "giấy nghỉ phép", "phiếu gửi", "phiếu chuyển",
    "phiếu báo", "thư công", "kết luận", "thông tri", "thông tư", "nghị định", "quy trình", "nội quy", "điều lệ", "đề cương",
    "kịch bản", "công văn", "phiếu trình", "tuyên bố", "lời kêu gọi",
)  # fmt: skip
"""Names of types, longer ones first where one begins another."""

TYPE = re.compile(rf"(?:{'|'.join(TYPES)})(?![^\W\d_])")

QUOC_HIEU = re.compile(r"c[ộô]ng h[oòóỏa]+[aàòh]* xã hội ch[ủu] nghĩa việt nam\W*")
TIEU_NGU = re.compile(r"[Đđ]ộc lập\s*\W{1,3}\s*tự do\s*\W{1,3}\s*hạnh phúc\W*", re.I)
DANG = re.compile(r"đảng cộng sản việt nam\W*")
DOAN = re.compile(r"đoàn (?:tncs|thanh niên cộng sản) hồ chí minh\W*")
DATE = re.compile(r"^(?P<noi>[^,;:]{0,60}?)[\s,.…]*\b(?P<ngay>ngày.{0,40}?tháng.{0,30}?năm.{0,24})$", re.I | re.S)
SHORT_DATE = re.compile(
    r"^(?P<noi>[^,;:]{2,60}?),\s*ngày\s+(?P<ngay>\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{4})\W*$", re.I
)

MARKS = {
    "dự thảo": "du_thao", "bản thảo": "du_thao", "mật": "do_mat", "tối mật": "do_mat", "tuyệt mật": "do_mat",
    "khẩn": "do_khan", "thượng khẩn": "do_khan", "hỏa tốc": "do_khan", "hỏa tốc hẹn giờ": "do_khan",
    "lưu hành nội bộ": "pham_vi_luu_hanh", "xem xong trả lại": "pham_vi_luu_hanh",
    "tài liệu thu hồi": "pham_vi_luu_hanh", "không phổ biến": "pham_vi_luu_hanh",
}  # fmt: skip
"""Marks by their folded words; `dự thảo` may be followed by its number (`lần 2`)."""
MARK = re.compile(
    rf"\W*(?P<mark>{'|'.join(sorted(MARKS, key=len, reverse=True))})(?P<more>\s*(?:lần)?\s*(?:thứ)?\s*\d{{0,2}}(?:\s*[.:,(-]?\s*(?:ngày)?\s*[\d/.]+)?)\W*"
)

BODY = re.compile(
    r"(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|ủy ban|bộ(?! quy tắc)|sở|cục|chi cục|tổng cục|tổng công ty|công ty|phòng(?!,| (?:chống|cháy|ngừa|tránh))|ban(?! hành)|"
    r"trung tâm|trường|học viện|viện|bệnh viện|trạm|đảng bộ|đảng ủy|chi bộ|tỉnh ủy|huyện ủy|thành ủy|quận ủy|thị ủy|"
    r"liên đoàn|lđlđ|tổng liên đoàn|công đoàn|cđcs|cđ|đoàn(?! kết)|bch|hội(?! (?:thi|nghị|thảo|khỏe|trại|diễn|giảng|chợ|đàm|xuân))|mặt trận|mttq|ubmttq|công an|bộ chỉ huy|bchqs|ban chqs|"
    r"quân khu|sư đoàn|trung đoàn|tiểu đoàn|văn phòng|vp|thanh tra|tòa án|viện kiểm sát|kho bạc|ngân hàng|bảo hiểm|"
    r"bhxh|đài|nhà văn hóa|nhà|thư viện|bảo tàng|hợp tác xã|tổ(?! chức)|khoa(?! học)|liên đội|đội|hạt|chi đoàn|chi hội|chi cục|tập đoàn|"
    r"xí nghiệp|nhà máy|tòa soạn|báo(?! cáo)|phân hiệu|đại học|cao đẳng|thường trực|tỉnh đoàn|huyện đoàn|thành đoàn|quận đoàn|"
    r"xã đoàn|vườn quốc gia|đơn vị|cơ quan|thôn|ấp|tổ dân phố|khu phố|cụm|liên minh|quỹ|chính phủ|thủ tướng)(?![^\W\d_])"
)
"""How the name of a body begins."""

PLACE = re.compile(
    r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|tt\.?|xã|phường|đặc khu|khu vực|việt nam)(?![^\W\d_])"
)
"""How the second line of a body's name begins when it is the place."""

PREFIX = re.compile(
    r"(?:tm|kt|tl|tuq|ttuq|t/m|k/t|t/l|t/ttg|q|pp|thay mặt|thừa lệnh|thừa ủy quyền)\s?[.:/]?\s?(?=[^\W\d_])"
)
STRONG_PREFIX = re.compile(r"(?:t[./]?m|k[./]?t|t[./]?l|t[./]?uq)(?![^\W\d_])\s?[./:]{0,2}\s?(?=[^\W\d_])")

OFFICE = re.compile(
    r"(?:(?:quyền|q\.?|phó|p\.?|nguyên) |[pq]\.)?(?:phó |trợ lý )?(?:chủ tịch|giám đốc|tổng giám đốc|hiệu trưởng|hiệu phó|bí thư|"
    r"trưởng|[^\W\d_]+ (?:trưởng|phó)|chánh|cục trưởng|chi cục trưởng|tổng cục trưởng|viện trưởng|vụ trưởng|bộ trưởng|thứ trưởng|"
    r"chỉ huy|chính ủy|chính trị viên|đội trưởng|trạm trưởng|hạt trưởng|khoa|hội trưởng|chi hội|tổng phụ trách|"
    r"kế toán|thủ quỹ|thủ trưởng|thủ tướng|người|cán bộ|công chức|giáo viên|gvcn|gv|thư ký|chủ nhiệm|chủ nhà|"
    r"đại diện|ủy viên|uvbtv|nhóm trưởng|cụm trưởng|xã đội|giám sát|kiểm soát|bên|ban giám hiệu|bgh|duyệt|xác nhận|phê duyệt|"
    r"lãnh đạo|ttcm|tổng biên tập|trung tướng|đại tá|thượng tá|quản đốc|kiểm tra)(?![^\W\d_])"
)
"""How a signer's own office begins."""

OFFICE_ITSELF = re.compile(
    OFFICE.pattern.replace("người|", "").replace("duyệt|xác nhận|phê duyệt|", "").replace("đại diện|", "")
)
"""How an office begins that is no mere caption (`NGƯỜI LẬP`, `DUYỆT CỦA`) of the office below it."""

HONORIFIC = re.compile(
    r"(?:pgs|gs|tskh|ts|ths|th\.s|bs|bscki+|bs\.?\s?cki+|cki+|ck\s?i+|cn|ks|kts|ds|ncs|ngưt|ngnd|nsưt|nsnd|ttưt|ttnd|đ/c|"
    r"kỹ sư|cử nhân|thạc sĩ|thạc sỹ|tiến sĩ|tiến sỹ|bác sĩ|bác sỹ|dược sĩ|luật sư|nhà giáo(?: ưu tú)?|đồng chí|ông|bà|thầy|cô|"
    r"(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy))(?:\.\s?|\s)|[a-zđ]{1,5}\.\s?(?=[^\W\d_]{2,} )"
)
"""Titles before a name."""

SIGNED = re.compile(r"\W*(?:đã ký|(?:đã )?ký(?:,| và)? (?:tên|ghi rõ|đóng dấu|và).*|ký tên.*|\(ký.*\)|ký|chữ ký.*)\W*")

RECIPIENTS = re.compile(r"\W*(?:nơi\s+nhận|nới nhận|nơi gửi|nơi nhân)\s*(?P<end>[:;.]|$|(?=\s*-))", re.I)
KINH_GUI = re.compile(r"\W*kính\s+gửi\s*[:;.]?", re.I)
ABOUT = re.compile(r"\W{0,2}(?:v/v|về việc|trích yếu)\s*[:.]?\s*(?=\S)", re.I)

BASIS = re.compile(
    r"\W{0,4}(?:căn cứ|theo (?:đề nghị|nghị|quyết|kế hoạch|công văn|chỉ đạo|tinh thần|chương trình|hướng dẫn|sự)|xét)(?![^\W\d_])"
)
BASIS_TOO = re.compile(r"\W{0,4}(?:thi hành|tiếp theo|trên cơ sở|để|nhằm|được sự|hưởng ứng|theo)(?![^\W\d_])")

_KINDS = "(?:kế hoạch|nghị quyết|quyết định|hướng dẫn|thông báo|chương trình|chỉ thị|quy chế|quy định|đề án|phương án|báo cáo|tờ trình|công văn|văn bản|kết luận|nội quy)"

CLOSING = re.compile(
    rf"\W{{0,3}}(?:trên đây(?: là|,|\s)|căn cứ (?:vào )?(?:nội dung )?(?:của )?{_KINDS} này|(?:nhận được )?(?:nội dung )?{_KINDS} này(?! quy định| áp dụng)|"
    r"yêu cầu (?:các|thủ trưởng|thường trực|chủ tịch|trưởng|toàn thể|cán bộ)|đề nghị (?:các|thủ trưởng|quý|đồng chí|ban|ubnd|ủy ban|toàn thể|thường trực)|"
    rf"(?:trong )?quá trình (?:tổ chức |triển khai )?thực hiện|trong quá trình triển khai|nếu có (?:khó khăn|vướng|vấn đề)|giao .{{0,80}}(?:theo dõi|đôn đốc).{{0,80}}{_KINDS} này|"
    r"(?:ủy ban nhân dân|ubnd|ban chấp hành|ban thường vụ|nhà trường|ban giám hiệu|sở|phòng|hội|công đoàn|chi bộ|đảng ủy|huyện ủy).{0,80}(?:yêu cầu|đề nghị|kính)|"
    rf"(?:{_KINDS}|biên bản)(?: đã)? được .{{0,160}}thông qua|"
    r"(?:.{0,80} )?(?:kính (?:trình|đề nghị|mong|báo cáo)|rất mong)|xin (?:trân trọng|chân thành|báo cáo)|trân trọng)"
)
"""How a last paragraph begins that speaks of the document itself, or to all whom it is for."""
CLOSED = re.compile(r"\W{0,3}trên đây(?: là|,|\s)")

ANNEX = re.compile(
    r"\W*(?P<ten>phụ lục(?:\s+(?:số\s*)?(?:[ivx]+|\d+[a-zđ]?|[a-h]))?|phụ biểu(?:\s+(?:số\s*)?(?:[ivx]+|\d+))?|biểu(?: mẫu)?\s+(?:số\s*)?\d+[a-z]?|mẫu(?: số)?\s+\d+[a-z]?)\s*(?P<rest>[:.\-–].*|\(.*\))?"
)
ANNEX_TITLE = re.compile(
    r"\W*(?:danh sách|danh mục|biểu|bảng|lịch|phân công|phân bổ|đề cương|chương trình|thể lệ|điều lệ|nội quy|quy chế|quy định|tiêu chí|dự toán|nội dung|kịch bản|phiếu|thang điểm|mẫu|tổng hợp|kế hoạch|phương án|hướng dẫn|báo cáo|đề án|nhiệm vụ|kinh phí)(?![^\W\d_])"
)
ATTACHED = re.compile(
    r"\W{0,3}(?:(?:ban hành\s+)?kèm(?:\s+theo)?|đính kèm|ban hành)\s.{0,20}(?:kế hoạch|quyết định|công văn|văn bản|thông báo|tờ trình|báo cáo|hướng dẫn|nghị quyết|quy|chương trình|đề án|phương án|thông tư|nghị định|chỉ thị|số)",
    re.I,
)

CONTENTS = re.compile(r"\W*(?:mục lục|contents)\W*", re.I)
