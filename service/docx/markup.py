"""XML parsed for reading: without DTDs, entities or any fetch, in the transitional namespaces, within a limit."""

from __future__ import annotations

import re

from lxml import etree

from service.docx import messages as m
from service.docx.limits import STANDARD
from service.refusals import DocumentRefused, TooLarge

_TRANSITIONAL = {
    b"wordprocessingml/main": b"wordprocessingml/2006/main",
    b"officeDocument/relationships": b"officeDocument/2006/relationships",
    b"officeDocument/math": b"officeDocument/2006/math",
    b"drawingml/main": b"drawingml/2006/main",
    b"drawingml/wordprocessingDrawing": b"drawingml/2006/wordprocessingDrawing",
    b"drawingml/chart": b"drawingml/2006/chart",
    b"drawingml/diagram": b"drawingml/2006/diagram",
}
"""Namespaces of the strict form (ISO 29500 part 1) below `http://purl.oclc.org/ooxml/`, and the usual ones."""
_STRICT = re.compile(rb"""(xmlns(?::[\w.-]+)?\s*=\s*["'])http://purl\.oclc\.org/ooxml/([\w/]+)(?=["'])""")


def parse(data: bytes, name: str, elements: int = STANDARD.elements) -> etree._Element:
    """The root element of the part `name`. Raises DocumentRefused (a DTD, not well-formed) or TooLarge."""
    # Counted before a tree is built: nothing but elements takes much more memory than its own bytes.
    if len(data) > elements and (signs := data.count(b"<")) > elements and signs - data.count(b"</") > elements:
        raise TooLarge(m.MANY_ELEMENTS, limit=elements)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(_transitional(data), parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        # A small entity bomb is refused for its DTD; libxml2 stops a large one while parsing.
        raise DocumentRefused(m.DTD if "ntity" in str(error) else m.BAD_XML, part=name) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DocumentRefused(m.DTD)
    return root


def _transitional(data: bytes) -> bytes:
    return _STRICT.sub(_renamed, data) if b"http://purl.oclc.org/ooxml/" in data else data


def _renamed(found: re.Match[bytes]) -> bytes:
    usual = _TRANSITIONAL.get(found[2])
    return found[1] + b"http://schemas.openxmlformats.org/" + usual if usual else found[0]
