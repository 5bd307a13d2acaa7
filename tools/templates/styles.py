"""The paragraph styles of the templates as data: one for each kind of line, holding all of its look.

Sizes in points, distances in twips (567 = 1 cm). Set B of PL1.V: Quốc hiệu 13, Tiêu ngữ 14, date 14, body 14.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape


@dataclass(frozen=True)
class Style:
    """A paragraph style; `based` names the style it starts from."""

    name: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "left"
    before: int = 0
    after: int = 0
    first: int = 0
    left: int = 0
    line: int = 240
    keep: bool = False
    boxed: bool = False
    outline: int | None = None
    exact: bool = False
    underline: bool = False

    @property
    def id(self) -> str:
        """The style's id: its name in ASCII without blanks."""
        bare = unicodedata.normalize("NFD", self.name.replace("Đ", "D").replace("đ", "d"))
        return "".join(c for c in bare if c.isalnum() and not unicodedata.combining(c))

    def xml(self) -> str:
        """`w:style`."""
        paragraph = "<w:keepNext/>" if self.keep else ""
        if self.boxed:
            side = ' w:val="single" w:sz="8" w:space="1" w:color="auto"/>'
            paragraph += f"<w:pBdr><w:top{side}<w:left{side}<w:bottom{side}<w:right{side}</w:pBdr>"
        rule = ' w:lineRule="exact"' if self.exact else ' w:lineRule="auto"'
        paragraph += f'<w:spacing w:before="{self.before}" w:after="{self.after}" w:line="{self.line}"{rule}/>'
        if self.first or self.left:
            paragraph += (
                f'<w:ind w:left="{self.left}" w:right="{self.left if self.boxed else 0}" w:firstLine="{self.first}"/>'
            )
        paragraph += f'<w:jc w:val="{self.align}"/>'
        if self.outline is not None:
            paragraph += f'<w:outlineLvl w:val="{self.outline}"/>'
        half = round(self.size * 2)
        run = ("<w:b/>" if self.bold else "") + ("<w:i/>" if self.italic else "")
        run += f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>' + ('<w:u w:val="single"/>' if self.underline else "")
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{self.id}"><w:name w:val="{escape(self.name)}"/>'
            f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
        )


def _same(style: Style, *names: str) -> list[Style]:
    return [replace(style, name=name) for name in names]


BODY = Style("KH Đoạn", align="both", before=120, first=567, line=264)
CELL = Style("KH Ô nội dung", size=13, before=40, after=40)
HEAD = Style("KH Cột nội dung", size=13, bold=True, align="center", before=60, after=60, keep=True)
CENTRE = Style("KH", align="center")

STATE = [
    Style("KH Thẻ", size=8, line=200),
    replace(CENTRE, name="KH Lưu hành", bold=True, boxed=True, left=2835, after=120),
    replace(CENTRE, name="KH Cơ quan chủ quản", size=13),
    replace(CENTRE, name="KH Cơ quan ban hành", size=13, bold=True),
    replace(CENTRE, name="KH Quốc hiệu", size=13, bold=True),
    replace(CENTRE, name="KH Tiêu ngữ", size=14, bold=True),
    *_same(replace(CENTRE, size=5, line=160, exact=True), "KH Kẻ cơ quan", "KH Kẻ tiêu ngữ", "KH Kẻ trích yếu"),
    replace(CENTRE, name="KH Số", size=13, before=120),
    replace(CENTRE, name="KH Địa danh, ngày", size=14, italic=True, before=120),
    replace(CENTRE, name="KH Địa danh, ngày dài", size=13, italic=True, before=120),
    # Each as wide as no other: neighbours with the same borders and indents share one box.
    *[replace(CENTRE, name=name, size=13, bold=True, boxed=True, left=left, before=120)
      for name, left in (("KH Độ mật", 1021), ("KH Độ khẩn", 992), ("KH Dự thảo", 964))],
    replace(CENTRE, name="KH Ngắt đầu", size=6),
    replace(CENTRE, name="KH Tên loại", bold=True, before=240, keep=True),
    replace(CENTRE, name="KH Trích yếu", bold=True, keep=True),
    *_same(replace(CENTRE, before=240), "KH Kính gửi một", "KH Kính gửi nhiều"),
    Style("KH Kính gửi dòng", left=2835),
    replace(BODY, name="KH Căn cứ", italic=True),
    *_same(BODY, "KH Mở đầu", "KH Đoạn", "KH Gạch đầu dòng", "KH Dấu cộng", "KH Điểm"),
    replace(BODY, name="KH Kết thúc", keep=True),
    replace(BODY, name="KH Mục 1", bold=True, keep=True, outline=0),
    replace(BODY, name="KH Mục 2", bold=True, keep=True, outline=1),
    replace(BODY, name="KH Mục 3", bold=True, italic=True, keep=True, outline=2),
    *[replace(BODY, name=f"KH Mục {n}", italic=True, keep=True, outline=n - 1) for n in range(4, 10)],
    *_same(Style("KH Hết mục", size=1, line=20, exact=True, keep=False), "KH Hết mục", "KH Sâu thêm"),
    *_same(Style("KH", size=4, line=120, exact=True, keep=True), "KH Trước bảng", "KH Trước bảng nhiệm vụ"),
    Style("KH Sau bảng", size=4, line=120, exact=True),
    *_same(HEAD, "KH Cột STT", "KH Cột nội dung", "KH Cột thời gian", "KH Cột thực hiện", "KH Cột chủ trì", "KH Cột phối hợp",
           "KH Cột sản phẩm", "KH Cột ghi chú", "KH Cột khác", "KH Ô bảng đầu"),
    *_same(replace(CELL, align="center"), "KH Ô STT", "KH Ô thời gian"),
    *_same(CELL, "KH Ô nội dung", "KH Ô thực hiện", "KH Ô thêm", "KH Ô gộp", "KH Ô bảng"),
    replace(CELL, name="KH Ô nhóm", bold=True, keep=True),
    *_same(Style("KH Trước ký", size=6, line=160, exact=True, keep=True), "KH Trước ký", "KH Trước nhiều chữ ký", "KH Giữa ký"),
    Style("KH Nơi nhận", size=12, bold=True, italic=True, keep=True),
    Style("KH Nơi nhận dòng", size=11, keep=True),
    Style("KH Cuối ô", size=1, line=20, exact=True, keep=True),
    *_same(replace(CENTRE, bold=True, keep=True), "KH Quyền hạn", "KH Chức vụ", "KH Họ tên"),
    replace(CENTRE, name="KH Chỗ ký", line=1300, exact=True, keep=True),
    Style("KH Ngắt phần", size=1, line=20, exact=True),
    replace(CENTRE, name="KH Phụ lục", bold=True, keep=True),
    replace(CENTRE, name="KH Phụ lục tiêu đề", bold=True, keep=True),
    replace(CENTRE, name="KH Kèm theo", italic=True, after=240, keep=True),
    replace(CENTRE, name="KH Số trang"),
]  # fmt: skip

_PARTY = {
    "KH Cơ quan chủ quản": {"size": 14}, "KH Cơ quan ban hành": {"size": 14}, "KH Quốc hiệu": {"size": 15},
    "KH Số": {"size": 14}, "KH Tên loại": {"size": 16}, "KH Trích yếu": {"size": 15},
    "KH Nơi nhận": {"size": 14, "bold": False, "italic": False, "underline": True}, "KH Nơi nhận dòng": {"size": 12},
    "KH Chức vụ": {"bold": False}, "KH Căn cứ": {"italic": False},
}  # fmt: skip
PARTY = [replace(style, **_PARTY.get(style.name, {})) for style in STATE] + [
    replace(CENTRE, name="KH Dấu sao", size=14),
    replace(CENTRE, name="KH Gạch dưới", size=14),
]

ID = {style.name: style.id for style in PARTY}
