"""Types documents as clerks type them: a structure written by hand becomes a Word file and, by itself, the truth about it.

The outline of a body is text; each line begins with a sign that says what it truly is, two blanks of indent a level:

    # I. TITLE      a heading          = 1. Text     a paragraph with a counting marker
    - text          a bullet as typed  ~ text        a paragraph without a marker
    ! Phần I | TITLE   a heading over two lines      @name   a block of `blocks`: (what is typed, what it truly is)
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, Twips

QUOC_HIEU, TIEU_NGU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
MARKER = re.compile(r"(?:Điều|Phần|Chương|Bước|Giai đoạn)\s\S+|\S+")


@dataclass
class Typed:
    """One document: how it is made, and its truth."""

    name: str
    make: Callable[[Desk], None]
    plan: dict[str, Any]
    unread: list[str] = field(default_factory=list)
    outline: str = ""
    blocks: dict[str, tuple[Callable[[Desk], None], list[dict[str, Any]]]] = field(default_factory=dict)
    annexes: dict[str, str] = field(default_factory=dict)

    def build(self) -> bytes:
        """The document as .docx."""
        desk = Desk(self)
        self.make(desk)
        out = io.BytesIO()
        desk.document.save(out)
        return out.getvalue()

    def truth(self) -> dict[str, Any]:
        """The truth as the corpus writes it."""
        plan = dict(self.plan)
        if self.outline:
            plan["noi_dung"] = tree(self.outline, self.blocks)
        for annex in plan.get("phu_luc", ()):
            annex["noi_dung"] = tree(self.annexes.get(annex["ten"], ""), self.blocks)
        return {"plan": plan, "unread": [{"text": text} for text in self.unread], "shows": [self.name]}


def lines(outline: str) -> list[tuple[int, str, str]]:
    """(level, sign, text) of each line."""
    out = []
    for line in outline.strip("\n").split("\n"):
        if line.strip():
            bare = line.lstrip(" ")
            out.append(((len(line) - len(bare)) // 2, bare[0], bare[1:].strip()))
    return out


def tree(outline: str, blocks: dict[str, Any]) -> list[dict[str, Any]]:
    """The blocks that an outline truly is."""
    root: list[dict[str, Any]] = []
    held: list[list[dict[str, Any]]] = [root]
    for level, sign, text in lines(outline):
        del held[level + (1 if sign in "#=!" else 2) :]  # without a counting marker it belongs to the heading above
        here = held[-1]
        if sign in "#!":
            marker = MARKER.match(text).group() if sign == "#" else text.split("|")[0].strip()
            title = text[len(marker) :].strip() if sign == "#" else text.split("|")[1].strip()
            here.append({"loai": "muc", "dau": marker, "tieu_de": title.replace("\\n", " "), "noi_dung": []})
            held.append(here[-1]["noi_dung"])
        elif sign == "=":
            marker = MARKER.match(text).group()
            here.append(
                {
                    "loai": "doan",
                    "dau": marker,
                    "van_ban": text[len(marker) :].strip().replace("**", "").replace("\\n", "\n"),
                }
            )
        elif sign == "@":
            here.extend(blocks[text][1])
        else:
            dau = None if sign == "~" else sign
            here.append({"loai": "doan", "dau": dau, "van_ban": text.replace("**", "").replace("\\n", "\n")})
    return root


class Desk:
    """What a clerk does to a page."""

    def __init__(self, typed: Typed) -> None:
        self.typed = typed
        self.document = Document()
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = "Times New Roman", Pt(14)
        self._numbers: dict[str, int] = {}

    def p(self, text: str = "", look: str = "", at: Any = None, **more: Any) -> Any:
        """A paragraph. `look`: b, i, u, c(entre), r(ight), j(ustified). `**` turns bold on and off."""
        paragraph = (at or self.document).add_paragraph()
        self.fill(paragraph, text, look, **more)
        return paragraph

    def fill(
        self, paragraph: Any, text: str, look: str = "", size: float = 0, left: int = 0, first: int = 0, style: str = ""
    ) -> None:
        if style:
            paragraph.style = self.document.styles[style]
        paragraph.alignment = {"c": ALIGN.CENTER, "r": ALIGN.RIGHT, "j": ALIGN.JUSTIFY}.get(
            next((x for x in look if x in "crj"), "")
        )
        if left:
            paragraph.paragraph_format.left_indent = Twips(left)
        if first:
            paragraph.paragraph_format.first_line_indent = Twips(first)
        bold = "b" in look
        for piece in text.split("**"):
            if piece:
                run = paragraph.add_run(piece.replace("\\n", "\n"))
                run.bold, run.italic, run.underline = bold or None, "i" in look or None, "u" in look or None
                if size:
                    run.font.size = Pt(size)
            bold = not bold

    def table(self, rows: int, columns: int, grid: bool = False) -> Any:
        """A table; without `grid`, no lines are drawn."""
        table = self.document.add_table(rows, columns)
        if grid:
            table.style = "Table Grid"
        return table

    def cell(self, cell: Any, entries: list[Any], look: str = "c") -> None:
        """Fill a cell: entries are texts or (text, look)."""
        first = True
        for entry in entries:
            text, how = entry if isinstance(entry, tuple) else (entry, look)
            paragraph = cell.paragraphs[0] if first else cell.add_paragraph()
            first = False
            self.fill(paragraph, text, how)

    def side_by_side(self, *columns: list[Any], grid: bool = False) -> None:
        """A table of one row."""
        table = self.table(1, len(columns), grid)
        for cell, entries in zip(table.rows[0].cells, columns, strict=True):
            self.cell(cell, entries)

    def rows(self, *rows: list[str], grid: bool = True, head: bool = True, look: str = "") -> Any:
        """A table of data; None = merged with the cell to the left, ^ = with the cell above."""
        table = self.table(len(rows), max(map(len, rows)), grid)
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                cell = table.cell(r, c)
                if text is None:
                    table.cell(r, c - 1).merge(cell)
                elif text == "^":
                    table.cell(r - 1, c).merge(cell)
                else:
                    first = True
                    for part in text.split("\n"):
                        paragraph = cell.paragraphs[0] if first else cell.add_paragraph()
                        self.fill(paragraph, part, "bc" if head and r == 0 else look)
                        first = False
        for row in table.rows:  # merging leaves empty paragraphs behind
            for cell in row.cells:
                for paragraph in cell.paragraphs[1:]:
                    if not paragraph.text:
                        paragraph._element.getparent().remove(paragraph._element)
        return table

    def body(
        self,
        outline: str = "",
        heads: str = "b",
        first: int = 567,
        tab: str = " ",
        auto: str = "",
        style: bool = False,
        indent: bool = False,
    ) -> None:
        """Type the outline. `heads`: look of the headings by level, parted by `/`; `auto`: signs that Word numbers."""
        looks = heads.split("/")
        for level, sign, text in lines(outline or self.typed.outline):
            look = looks[min(level, len(looks) - 1)]
            left = 300 * level if indent else 0
            if sign == "@":
                self.typed.blocks[text][0](self)
            elif sign == "!":
                for part in text.split("|"):
                    self.p(part.strip(), "bc")
            elif sign in "#=":
                marker = MARKER.match(text).group()
                rest = text[len(marker) :].strip()
                how = look if sign == "#" else "j"
                if auto and sign in auto:
                    paragraph = self.p(rest, how, left=left)
                    self.number(paragraph, marker, level)
                elif style and sign == "#":
                    self.p(f"{marker}{tab}{rest}", how, style=f"Heading {min(level + 1, 9)}")
                else:
                    self.p(f"{marker}{tab}{rest}", how, first=first, left=left)
            elif sign == "~":
                self.p(text, "j", first=first, left=left)
            elif auto and sign in auto:
                self.number(self.p(text, "j", left=left), sign, 0)
            else:
                self.p(f"{sign}{tab}{text}", "j", first=first, left=left)

    def number(self, paragraph: Any, marker: str, level: int) -> None:
        """Let Word number a paragraph as `marker` shows; each list of a level begins where its marker says 1."""
        kind = re.sub(r"[IVX]+(?=[.)/-])", "%R", re.sub(r"\d+", "%D", re.sub(r"^[a-zđ](?=[.)/])", "%L", marker)))
        fresh = (marker[0] in "I1a" and not marker[1:2].isalnum()) or "%" not in kind
        key = f"{kind}{level}"
        if key not in self._numbers or (fresh and "%" in kind):
            self._numbers[key] = self._list(kind)
        properties = paragraph._p.get_or_add_pPr()
        numbering = OxmlElement("w:numPr")
        for name, value in (("w:ilvl", 0), ("w:numId", self._numbers[key])):
            element = OxmlElement(name)
            element.set(qn("w:val"), str(value))
            numbering.append(element)
        properties.append(numbering)

    def _list(self, kind: str) -> int:
        root = self.document.part.numbering_part.element
        number = 900 + len(root)
        abstract = OxmlElement("w:abstractNum")
        abstract.set(qn("w:abstractNumId"), str(number))
        level = OxmlElement("w:lvl")
        level.set(qn("w:ilvl"), "0")
        form = (
            "upperRoman" if "%R" in kind else "decimal" if "%D" in kind else "lowerLetter" if "%L" in kind else "bullet"
        )
        for name, value in (("w:start", "1"), ("w:numFmt", form), ("w:lvlText", re.sub("%[RDL]", "%1", kind))):
            element = OxmlElement(name)
            element.set(qn("w:val"), value)
            level.append(element)
        abstract.append(level)
        root.insert(0, abstract)
        instance = OxmlElement("w:num")
        instance.set(qn("w:numId"), str(number))
        link = OxmlElement("w:abstractNumId")
        link.set(qn("w:val"), str(number))
        instance.append(link)
        root.append(instance)
        return number
