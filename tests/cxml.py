"""A small language for WordprocessingML in tests: `p/(pPr/jc{val=center},r/t"chữ")`.

`a/b` is b inside a; `a/(b,c)` are b and c inside a; `{x=1;y=2}` are attributes; `"…"` is the text. Names without a prefix are
`w:`. `document` wraps blocks into a whole package. After the `cxml` of python-docx.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from service.docx.writing import Frame

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "v": "urn:schemas-microsoft-com:vml",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_NAME = re.compile(r"(?:\w+:)?\w+")
_ATTRIBUTES = re.compile(r"\{([^}]*)\}")
_TEXT = re.compile(r'"([^"]*)"')
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_TYPES = (
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
)


def xml(source: str) -> str:
    """The markup of elements written in the small language, one after the other."""
    out, at = _list(source.strip(), 0)
    assert at == len(source.strip()), source[at:]
    return out


def _list(s: str, at: int) -> tuple[str, int]:
    out, at = _element(s, at)
    while at < len(s) and s[at] == ",":
        more, at = _element(s, _blank(s, at + 1))
        out += more
        at = _blank(s, at)
    return out, at


def _blank(s: str, at: int) -> int:
    while at < len(s) and s[at].isspace():
        at += 1
    return at


def _element(s: str, at: int) -> tuple[str, int]:
    found = _NAME.match(s, at)
    assert found, s[at : at + 40]
    name = found.group() if ":" in found.group() else f"w:{found.group()}"
    at = found.end()
    attributes = inner = ""
    if found := _ATTRIBUTES.match(s, at):
        at = found.end()
        for pair in filter(None, found[1].split(";")):
            key, _, value = pair.partition("=")
            key = key if ":" in key or name.startswith(("v:", "a:")) or key == "Requires" else f"w:{key}"
            attributes += f" {key}={quoteattr(value)}"
    if found := _TEXT.match(s, at):
        at = found.end()
        inner = escape(found[1])
        attributes += ' xml:space="preserve"' if name in ("w:t", "w:delText") else ""
    elif s[at : at + 1] == "/":
        if s[at + 1] == "(":
            inner, at = _list(s, _blank(s, at + 2))
            at = _blank(s, at)
            assert s[at] == ")", s[at:]
            at += 1
        else:
            inner, at = _element(s, at + 1)
    return f"<{name}{attributes}>{inner}</{name}>", _blank(s, at)


def part(root: str, inner: str) -> bytes:
    """A part with the root element `root`."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {DECLARED}>{inner}</w:{root}>'.encode()


def package(document: bytes, **parts: bytes) -> bytes:
    """A package with that document part; `parts` by their relationship (`styles`, `numbering`, `footnotes`, …)."""
    relations = "".join(f'<Relationship Id="{kind}" Type="{_OFFICE}{kind}" Target="{kind}.xml"/>' for kind in parts)
    return Frame.of_parts(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}content-types">{_TYPES}</Types>'.encode(),
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}relationships"><Relationship Id="m" Type="{_OFFICE}officeDocument"'
            ' Target="word/document.xml"/></Relationships>'.encode(),
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}relationships">{relations}</Relationships>'.encode(),
            "word/document.xml": document,
            **{f"word/{kind}.xml": data for kind, data in parts.items()},
        }
    )


def document(body: str, **parts: str) -> bytes:
    """A package whose body is `body` in the small language; `parts` likewise, under their own root elements."""
    made = {kind: part(kind, xml(source)) for kind, source in parts.items()}
    return package(part("document", f"<w:body>{xml(body)}</w:body>"), **made)
