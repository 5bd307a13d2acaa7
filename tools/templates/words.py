"""Small pieces of WordprocessingML for the templates."""

from __future__ import annotations

from xml.sax.saxutils import escape

from tools.templates.styles import ID

WIDTH = 9355
"""Twips between the margins: 165 mm."""
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" '
    'w:footer="567" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
)


def p(style: str, text: str = "", inner: str = "") -> str:
    """A paragraph of a style; `inner` is run XML after the text."""
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{ID[style]}"/></w:pPr>{run}{inner}</w:p>'


def tag(text: str) -> str:
    """A paragraph that holds only a tag."""
    return p("KH Thẻ", "{%p " + text + " %}")


def when(condition: str, *inner: str) -> str:
    """`inner` under a condition."""
    return tag(f"if {condition}") + "".join(inner) + tag("endif")


def each(loop: str, *inner: str) -> str:
    """`inner` for each."""
    return tag(f"for {loop}") + "".join(inner) + tag("endfor")


def cell(*inner: str, width: int = 0, merge: str = "") -> str:
    """A table cell."""
    size = f'<w:tcW w:w="{width}" w:type="dxa"/>' if width else '<w:tcW w:w="0" w:type="auto"/>'
    return f"<w:tc><w:tcPr>{size}{merge}</w:tcPr>{''.join(inner)}</w:tc>"


def cells(text: str) -> str:
    """A cell that holds only a tag."""
    return cell(p("KH Thẻ", "{%tc " + text + " %}"))


def row(*inner: str, header: bool = False) -> str:
    """A table row that no page break divides."""
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>{''.join(inner)}</w:tr>"


def rows(text: str) -> str:
    """A row that holds only a tag."""
    return row(cell(p("KH Thẻ", "{%tr " + text + " %}")))


def table(grid: list[int], *inner: str, bordered: bool = False) -> str:
    """A table over the whole width."""
    lines = ""
    if bordered:
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)
        lines = f"<w:tblBorders>{lines}</w:tblBorders>"
    layout = "autofit" if bordered else "fixed"
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    margins = (
        '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
        if bordered
        else ('<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>')
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{WIDTH}" w:type="dxa"/><w:jc w:val="center"/>{lines}<w:tblLayout w:type="{layout}"/>{margins}'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(inner)}</w:tbl>"
    )
