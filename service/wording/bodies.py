"""Names of bodies that issue documents, as citations have them after `của`."""

from __future__ import annotations

U = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
L = U.lower()
_CAP = rf"[{U}][{U}{L}]*"

_MINISTRIES = (
    "Giáo dục và Đào tạo|Tài nguyên và Môi trường|Nông nghiệp và Phát triển nông thôn|Nông nghiệp và Môi trường|"
    "Lao động\\s*[-–,]\\s*Thương binh và Xã hội|Văn hóa, Thể thao và Du lịch|Văn hoá, Thể thao và Du lịch|Thông tin và Truyền thông|"
    "Khoa học và Công nghệ|Kế hoạch và Đầu tư|Dân tộc và Tôn giáo|Tài chính|Nội vụ|Tư pháp|Y tế|Công an|Quốc phòng|Ngoại giao|"
    "Công Thương|Xây dựng|Giao thông vận tải"
)
_FIXED = (
    "Thủ tướng Chính phủ|Chính phủ|Ủy ban Thường vụ Quốc hội|Uỷ ban Thường vụ Quốc hội|Quốc hội|Chủ tịch nước|"
    "Ban Chấp hành Trung ương(?: Đảng| Đoàn)?|Bộ Chính trị|Ban Bí thư(?: Trung ương(?: Đảng| Đoàn)?)?|Trung ương Đảng|Trung ương|"
    "Đoàn Chủ tịch(?: Tổng Liên đoàn(?: Lao động Việt Nam)?)?|Tổng Liên đoàn(?: Lao động Việt Nam)?|Hội đồng Bầu cử Quốc gia|"
    "Tòa án nhân dân tối cao|Viện kiểm sát nhân dân tối cao|Thanh tra Chính phủ|Văn phòng Trung ương Đảng|Ngân hàng Nhà nước(?: Việt Nam)?"
)
_LOCAL = (
    "Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Chủ tịch (?:Ủy|Uỷ) ban nhân dân|Chủ tịch UBND|UBND|HĐND|"
    "Liên đoàn Lao động|LĐLĐ|Công đoàn (?:cơ sở|ngành)?|Ban Thường vụ (?:Tỉnh ủy|Huyện ủy|Thành ủy|Đảng ủy|Liên đoàn Lao động|LĐLĐ)|"
    "Ban Chấp hành (?:Đảng bộ|Liên đoàn Lao động|LĐLĐ|Công đoàn)|Ban Thường vụ|Ban Chấp hành|Ban Chỉ đạo|Ban Tuyên giáo|Ban Dân vận|"
    "Ban Tổ chức|Ủy ban Kiểm tra|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Thành uỷ|Huyện ủy|Huyện uỷ|Quận ủy|Thị ủy|Đảng ủy|Đảng uỷ|Tỉnh đoàn|Huyện đoàn"
)
_PLACE = rf"(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|khối|ngành)(?:\s+{_CAP})*|(?:TP\.?|{_CAP})(?:\s+{_CAP}){{0,3}}"
BODY = (
    rf"(?:Bộ trưởng\s+)?Bộ\s+(?:{_MINISTRIES})|(?:Giám đốc\s+)?Sở\s+(?:{_MINISTRIES})(?:\s+(?:{_PLACE}))?|{_FIXED}|"
    rf"(?:{_LOCAL})(?:\s+(?:{_PLACE}))*|{_CAP}(?:\s+{_CAP}){{0,5}}(?:\s+(?:{_PLACE}))?"
)
"""Regular expression, without groups, of the name of a body."""
