"""Word documents written by hand, no larger than what a test is about."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{}</Types>'
)
_RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATED = '<Relationship Id="{0}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{0}" Target="{1}"/>'


def run(text: str, font: str = "Times New Roman") -> str:
    """A run of one font."""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    return f'<w:r><w:rPr>{fonts}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def field(instruction: str, result: str) -> str:
    """A field with the result it was saved with."""
    kind = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
    return kind.format("begin") + code + kind.format("separate") + run(result) + kind.format("end")


def package(body: str, footnotes: str = "", comments: str = "") -> bytes:
    """A .docx with that body, those footnotes (XML), and a comment 1 of that text."""
    more = {"footnotes": footnotes} if footnotes else {}
    if comments:
        more["comments"] = f'<w:comment w:id="1" w:author="A"><w:p>{run(comments)}</w:p></w:comment>'
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MEDIA}.{name}{".main" if name == "document" else ""}+xml"/>'
        for name in ("document", *more)
    )
    related = "".join(_RELATED.format(name, f"{name}.xml") for name in more)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES.format(types))
        archive.writestr("_rels/.rels", _RELS.format(_RELATED.format("officeDocument", "word/document.xml")))
        archive.writestr("word/_rels/document.xml.rels", _RELS.format(related))
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>')
        for name, content in more.items():
            archive.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{_W}">{content}</w:{name}>')
    return out.getvalue()


def odt(body: str, kind: str = "text") -> bytes:
    """An OpenDocument file with that body."""
    mimetype = f"application/vnd.oasis.opendocument.{kind}"
    names = {"office": "office", "text": "text", "draw": "drawing"}
    spaces = "".join(f' xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"' for k, v in names.items())
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    files = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
        for path, media in (("/", mimetype), ("content.xml", "text/xml"))
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", mimetype)
        archive.writestr(
            "META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{manifest}">{files}</manifest:manifest>'
        )
        archive.writestr(
            "content.xml",
            f'<office:document-content{spaces} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
    return out.getvalue()
