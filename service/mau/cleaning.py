"""A template without what tells of the office that made it: its documents are sent to others."""

from __future__ import annotations

import re

from service.docx.package import Package
from service.docx.writing import Frame
from service.mau.properties import CORE

_RELATION = re.compile(rb"<Relationship\b[^>]*?/>|<Relationship\b[^>]*?>\s*</Relationship>")
_OUTSIDE = re.compile(rb'TargetMode\s*=\s*["\']External["\']')
_HYPERLINK = re.compile(rb'Type\s*=\s*["\'][^"\']*/hyperlink["\']')
_TARGET = re.compile(rb'Target\s*=\s*["\']([^"\']*)["\']')
_ATTACHED = re.compile(rb"<w:attachedTemplate\b[^>]*?/>")
_OVERRIDE = re.compile(rb'<Override\b[^>]*?PartName\s*=\s*["\']/([^"\']+)["\'][^>]*?/>')


class OutsideError(ValueError):
    """A template that reaches outside its file; its text is the target."""


def cleaned(package: Package, data: bytes) -> bytes:
    """`data`, the bytes of `package`, without `docProps` but the core properties (company, manager, path, picture) and
    without the template that Word attached by its path; `data` itself where there is neither.

    Raises OutsideError where a picture, object or part is linked from outside: it would be fetched where the document
    is opened. Links that a reader clicks are left.
    """
    dropped = {name for name in package.names if name.startswith("docProps/") and name != CORE}
    parts = {name: package.part(name) for name in package.names if name not in dropped}
    changed = bool(dropped)
    for name, part in parts.items():
        if name == "word/settings.xml":
            parts[name] = _ATTACHED.sub(b"", part)
        elif name == "[Content_Types].xml":
            parts[name] = _OVERRIDE.sub(lambda found: b"" if found[1].decode() in dropped else found[0], part)
        elif name.endswith(".rels"):
            parts[name] = _RELATION.sub(lambda found: _kept(found[0], dropped), part)
        changed |= parts[name] != part
    return Frame.of_parts(parts) if changed else data


def _kept(relation: bytes, dropped: set[str]) -> bytes:
    found = _TARGET.search(relation)
    target = found[1].decode("utf-8", "replace") if found else ""
    if not _OUTSIDE.search(relation):
        return b"" if target.lstrip("/") in dropped else relation
    if b"/attachedTemplate" in relation:
        return b""
    if _HYPERLINK.search(relation) and target.lower().startswith(("http://", "https://", "mailto:", "#")):
        return relation
    raise OutsideError(target)
