"""`docProps/core.xml` of a rendered document: title, subject and language, and nothing about who made it or when."""

from __future__ import annotations

from html import escape

CORE = "docProps/core.xml"

_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject>'
    "<dc:language>vi-VN</dc:language></cp:coreProperties>"
)


def core_properties(title: str, subject: str) -> bytes:
    """The part as UTF-8 XML."""
    return _CORE.format(title=escape(title, quote=False), subject=escape(subject, quote=False)).encode()
