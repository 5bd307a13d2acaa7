"""What a template may ask of the width of a text: rule lines as long as the words above them want, lines that fit."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from service.wording.widths import lines_of, width_mm

_EMU = 36_000
# A black bar of 0.75 pt, not a line shape: LibreOffice gives a line without height a slope that shows on screens.
_LINE = (
    '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="{cx}" cy="9525"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="1001" name="Kẻ ngang"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/>'
    '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="9525"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    '<a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
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
    """The line under `text`, set bold at `points` in a column of `column` mm: `share` of the text's last line, or of its
    longest where the last is a word or two."""
    widths = [width_mm(line, points, True) for line in lines_of(str(text), points, True, column)] or [0.0]
    width = (widths[-1] if widths[-1] >= max(widths) / 2 else max(widths)) * share
    width = min(max(width, 5.0), column * share)  # a word may be wider than its column
    run = f'</w:t></w:r><w:r>{rule_xml(width)}</w:r><w:r><w:t xml:space="preserve">'
    return Markup(run)  # noqa: S704 - numbers only


@lru_cache(maxsize=1024)
def mot_dong(text: str, points: float, column: float) -> bool:
    """Whether `text`, italic at `points`, fits on one line of `column` mm."""
    return width_mm(str(text), points, italic=True) <= column
