"""What a template may ask of the width of a text: rule lines as long as the words above them want, lines that fit."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from service.wording.widths import lines_of, width_mm

_EMU = 36_000
_LINE = (
    '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="{cx}" cy="0"/><wp:effectExtent l="0" t="4763" r="0" b="4763"/><wp:docPr id="1001" name="Kẻ ngang"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/>'
    '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
    '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing>"
)
_VML = '<w:pict><v:line id="Kẻ" style="width:{points:.1f}pt;height:0" from="0,0" to="{points:.1f}pt,0" strokeweight=".75pt"/></w:pict>'
SHARE = 0.42
"""Of the last line: the decree wants a third to a half."""


def rule_xml(width: float) -> str:
    """A horizontal line `width` mm wide that stands in the text, for Word 2010 and later and, as VML, before."""
    drawn, old = _LINE.format(cx=round(width * _EMU)), _VML.format(points=width / 25.4 * 72)
    return f'<mc:AlternateContent><mc:Choice Requires="wps">{drawn}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>'


@lru_cache(maxsize=1024)
def ke_ngang(text: str, points: float, column: float, share: float = SHARE) -> Markup:
    """The line under `text`, set bold at `points` in a column of `column` mm: `share` of the text's last line."""
    last = (lines_of(str(text), points, True, column) or [""])[-1]
    width = width_mm(last, points, True) * share
    run = f'</w:t></w:r><w:r>{rule_xml(max(width, 5.0))}</w:r><w:r><w:t xml:space="preserve">'
    return Markup(run)  # noqa: S704 - numbers only


SHORT = 0.45
"""A last line below this part of the longest looks lost."""


@lru_cache(maxsize=1024)
def mot_dong(text: str, points: float, column: float) -> bool:
    """Whether `text`, italic at `points`, fits on one line of `column` mm."""
    return width_mm(str(text), points, italic=True) <= column


@lru_cache(maxsize=1024)
def nen_hep(text: str, points: float, column: float, narrow: float, bold: bool = True) -> bool:
    """Whether centred lines of `narrow` mm suit `text` better than of `column`: as many, but no short last one.

    So a name ends `PHÒNG GIÁO DỤC VÀ / ĐÀO TẠO` and not `PHÒNG GIÁO DỤC VÀ ĐÀO / TẠO`.
    """
    wide = lines_of(str(text), points, bold, column)
    if len(wide) < 2 or _balance(wide, points, bold) >= SHORT:
        return False
    close = lines_of(str(text), points, bold, narrow)
    return len(close) == len(wide) and _balance(close, points, bold) > _balance(wide, points, bold)


def _balance(lines: list[str], points: float, bold: bool) -> float:
    """The last line as a part of the longest."""
    widths = [width_mm(line, points, bold) for line in lines]
    return widths[-1] / max(widths)
