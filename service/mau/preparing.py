"""A template's XML made ready for Jinja: docxtpl's own patching, then what rich text needs to know of its hole."""

from __future__ import annotations

import re
from collections.abc import Callable

from docxtpl import DocxTemplate

from service.mau.grids import mend
from service.mau.text import Base

Marks = tuple[bool, bool, bool]
"""Bold, italic, underlined."""

_PARAGRAPH = re.compile(r"<w:p[ >](?:(?!<w:p[ >]).)*?</w:p>", re.S)
_STYLE = re.compile(r'<w:pStyle w:val="([^"]*)"')
_RUN = re.compile(r"<w:r(?: [^>]*)?>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?((?:(?!</w:r>).)*?\{\{.*?)</w:r>", re.S)
_SPAN = re.compile(r'(<w:gridSpan w:val="\{\{[^"]*\}\}"\s*/>)(<w:tcW [^>]*/>)')
"""docxtpl puts the span before the width; the schema of `w:tcPr` has it after (ECMA-376 §17.4.69)."""
_HOLE = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")
_TOGGLE = {name: re.compile(rf'<w:{name}(?: w:val="([^"]*)")?/>') for name in ("b", "i", "u")}
_OFF = {"0", "false", "off", "none"}


_TEXT = re.compile(r">[^<]*&(?:apos|quot);[^<]*<")


_TALL = re.compile(
    r"(<w:tcPr>(?:(?!</w:tcPr>).)*?<w:tcW[^>]*/>)((?:(?!<w:tc[ >]).)*?)\{\{\s*([\w.]+)\s*\|\s*gop_doc\s*\}\}", re.S
)


def merged_downwards(xml: str) -> str:
    """`xml` with each cell that says `{{ o|gop_doc }}` merged as `o.noi` (covered from above) and `o.cao` (rows it
    takes) say. A tag in the text survives what `w:vMerge` in a template does not: LibreOffice drops the latter."""
    told = r'\1{% if \3.noi %}<w:vMerge/>{% elif \3.cao > 1 %}<w:vMerge w:val="restart"/>{% endif %}\2'
    return _TALL.sub(told, xml)


def plain_quotes(xml: str) -> str:
    """`xml` with the quotation marks of its texts as themselves, as lxml writes them; LibreOffice writes `&apos;`, which
    would reach Jinja inside tags."""
    return _TEXT.sub(lambda found: found.group().replace("&apos;", "'").replace("&quot;", '"'), xml)


def prepare(xml: str, marks_of: Callable[[str], Marks], looks: list[Base]) -> str:
    """`xml`, patched by docxtpl, with every hole that shows marks or has run properties told its look.

    `marks_of` gives the marks of a paragraph style by its id; `looks` gets one entry for each such look, and the hole
    becomes `{{ x|chu(n) }}`. Holes with a filter of their own print no rich text and stay as they are.
    """

    def paragraph(match: re.Match[str]) -> str:
        text = match.group()
        if "{{" not in text:
            return text
        style = _STYLE.search(text)
        inherited = marks_of(style.group(1) if style else "")

        def run(found: re.Match[str]) -> str:
            base = _base(found.group(1) or "", inherited)
            if base == Base():
                return found.group()
            if base not in looks:
                looks.append(base)
            told = rf"{{{{ \1|chu({looks.index(base)}) }}}}"
            return found.group().replace(found.group(2), _HOLE.sub(told, found.group(2)))

        return _RUN.sub(run, text)

    return _PARAGRAPH.sub(paragraph, _SPAN.sub(r"\2\1", merged_downwards(xml)))


def _base(properties: str, inherited: Marks) -> Base:
    shown = []
    for name, before in zip(("b", "i", "u"), inherited, strict=True):
        direct = _TOGGLE[name].search(properties)
        shown.append((direct.group(1) or "1") not in _OFF if direct else before)
    return Base(properties, *shown)


class PreparedDocx(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """docxtpl over the same prepared XML as the compiled template: the fallback, and the oracle of the tests."""

    def __init__(self, template: object, prepare_part: Callable[[str], str], grids: tuple[bytes, ...] = ()) -> None:
        super().__init__(template)
        self._prepare_part = prepare_part
        self._grids = grids

    def patch_xml(self, src_xml: str) -> str:
        """The XML as Jinja gets it."""
        return self._prepare_part(super().patch_xml(src_xml))

    def fix_tables(self, xml: str) -> object:
        """The tree of `xml`, its changing columns as wide as ours are."""
        return super().fix_tables(mend(bytearray(xml.encode()), self._grids).decode())

    def render_properties(self, context: object, jinja_env: object = None) -> None:
        """Nothing: properties are written from the plan after rendering, never as templates."""

    def render_footnotes(self, context: object, jinja_env: object = None) -> None:
        """Notes filled once. docxtpl fills them once for each section, so that a value would be run as a template."""
        for part in self.docx.part.package.iter_parts():
            if part.content_type.endswith(("footnotes+xml", "endnotes+xml")):
                xml = self.patch_xml(part.blob.decode("utf-8"))
                part._blob = self.render_xml_part(xml, part, context, jinja_env).encode("utf-8")
