"""Builds the Word templates of `templates/` from `tools/templates/`: `python -m tools.build_templates`.

The committed files equal what this writes (tests/test_templates.py), so a template is reviewed as text.
"""

from __future__ import annotations

from pathlib import Path

from service.docx.writing import Frame
from tools.templates.body import body
from tools.templates.styles import PARTY, STATE
from tools.templates.words import p

FOLDER = Path(__file__).parent.parent / "templates"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_ROOT = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def _relations(*targets: tuple[str, str]) -> str:
    found = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(targets, 1)
    )
    return f'{_XML}<Relationships xmlns="{_REL}">{found}</Relationships>'


def _styles(party: bool) -> str:
    fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'
    own = "".join(style.xml() for style in (PARTY if party else STATE))
    return (
        f'{_XML}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="28"/><w:szCs w:val="28"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" '
        'w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        f"{own}</w:styles>"
    )


def parts(party: bool) -> dict[str, bytes]:
    """The parts of a template by name."""
    office = f"{_R}/"
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    )
    field += '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    overrides = {
        "word/document.xml": "document.main", "word/styles.xml": "styles", "word/settings.xml": "settings",
        "word/header1.xml": "header", "word/header2.xml": "header",
    }  # fmt: skip
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPES}{kind}+xml"/>' for name, kind in overrides.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    texts = {
        "[Content_Types].xml": f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'{types}<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>',
        "_rels/.rels": _relations((office + "officeDocument", "word/document.xml"),
                                  ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")),
        "word/_rels/document.xml.rels": _relations((office + "styles", "styles.xml"), (office + "settings", "settings.xml"),
                                                   (office + "header", "header1.xml"), (office + "header", "header2.xml")),
        "word/document.xml": f'{_XML}<w:document {_ROOT}><w:body>{body(party)}</w:body></w:document>',
        "word/styles.xml": _styles(party),
        "word/settings.xml": f'{_XML}<w:settings xmlns:w="{_W}"><w:defaultTabStop w:val="720"/><w:characterSpacingControl '
        'w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:themeFontLang w:val="vi-VN"/></w:settings>',
        "word/header1.xml": f'{_XML}<w:hdr xmlns:w="{_W}">{p("KH Số trang", inner=field)}</w:hdr>',
        "word/header2.xml": f'{_XML}<w:hdr xmlns:w="{_W}">{p("KH Số trang")}</w:hdr>',
        "docProps/core.xml": f'{_XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language>vi-VN</dc:language></cp:coreProperties>',
    }  # fmt: skip
    return {name: text.encode() for name, text in texts.items()}


def build(party: bool) -> bytes:
    """A template as bytes, the same on every day and machine."""
    return Frame.of_parts(parts(party))


if __name__ == "__main__":
    for name, party in (("kehoach", False), ("kehoach-dang", True)):
        (FOLDER / f"{name}.docx").write_bytes(build(party))
