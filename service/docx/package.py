"""The one door for Word files: a zip is opened only within limits.

Nothing is written to disk, nothing fetched, and no size is trusted that the archive only declares: a member is unpacked
at most to its declared size, and its checksum must agree.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
from collections.abc import Mapping

from lxml import etree

from service.docx import messages as m
from service.docx.directory import check, members
from service.docx.limits import STANDARD, Limits
from service.docx.parts import Part, damaged, remembered
from service.refusals import DocumentRefused, TooLarge

_OLE = b"\xd0\xcf\x11\xe0"
_LOCAL = struct.Struct("<4s22xHH")
_VBA = "_VBA_PROJECT".encode("utf-16-le")
_TYPES = "[Content_Types].xml"


class Package:
    """A guarded package. Parts are read when asked for."""

    def __init__(self, data: bytes, infos: list[zipfile.ZipInfo], limits: Limits) -> None:
        self._data = data
        self._infos = {info.filename: info for info in infos}
        self.limits = limits
        self.names = tuple(self._infos)

    def packed(self, name: str) -> Part:
        """A member as it stands in the archive. Raises DocumentRefused where it is missing or not at its place."""
        info = self._infos.get(name)
        if info is None:
            raise DocumentRefused(m.NO_DOCUMENT)
        start = info.header_offset + _LOCAL.size
        try:
            signature, length, extra = _LOCAL.unpack_from(self._data, info.header_offset)
            said = self._data[start : start + length]
            named = said.decode("utf-8" if info.flag_bits & 0x800 or said.isascii() else "cp437")  # that codec is slow
        except (struct.error, ValueError) as error:
            raise damaged(name) from error
        if signature != b"PK\3\4" or named != info.orig_filename:
            raise damaged(name)
        start += length + extra
        return Part(name, self._data[start : start + info.compress_size], info.compress_type, info.file_size, info.CRC)

    def part(self, name: str) -> bytes:
        """The unpacked bytes of a member. Raises DocumentRefused where it is missing or damaged."""
        return self.packed(name).unpacked()

    def xml(self, name: str) -> etree._Element:
        """The root element of an XML part, in the transitional namespaces."""
        return self.packed(name).xml(self.limits.elements)

    def relationships(self, name: str) -> Mapping[str, tuple[str, str]]:
        """Relationship id → (type, part name) of a part; external targets are left out."""
        folder, file = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", file + ".rels")
        return _relationships(self.packed(rels), folder) if rels in self._infos else {}

    def main(self) -> str:
        """The name of the main document part."""
        for kind, target in self.relationships("").values():
            if kind.endswith("/officeDocument") and target in self._infos:
                return target
        raise DocumentRefused(m.NO_DOCUMENT)


@remembered
def _relationships(part: Part, folder: str) -> dict[str, tuple[str, str]]:
    found = {}
    for rel in part.xml():
        if rel.get("TargetMode") == "External":
            continue
        target = rel.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[rel.get("Id", "")] = (rel.get("Type", ""), path)
    return found


def open_package(data: bytes, limits: Limits = STANDARD) -> Package:
    """The package in `data`, its directory checked before anything is unpacked.

    Raises DocumentRefused (unsafe or damaged) or TooLarge (over a limit, which is named).
    """
    if len(data) > limits.file:
        raise TooLarge(m.BIG_FILE, size=len(data), limit=limits.file)
    if data.startswith(_OLE):
        raise DocumentRefused(m.OLD_DOC)
    if not data.startswith(b"PK"):
        raise DocumentRefused(m.NOT_ZIP)
    infos = members(io.BytesIO(data))
    check(infos, limits, len(data))
    package = Package(data, infos, limits)
    if _has_macros(package):
        raise DocumentRefused(m.MACROS)
    return package


@remembered
def _declares_macros(types: Part) -> bool:
    declared = types.unpacked()
    return b"macroEnabled" in declared or b"vbaProject" in declared


def _has_macros(package: Package) -> bool:
    """Whether the package carries macros: by what it declares, and by what is inside members of any other name."""
    if _TYPES in package.names and _declares_macros(package.packed(_TYPES)):
        return True
    for name in package.names:
        folded = name.lower()
        if "vbaproject" in folded:
            return True
        if not folded.endswith(_HARMLESS) and (part := package.part(name)).startswith(_OLE) and _VBA in part:
            return True
    return False


_HARMLESS = (".xml", ".rels", ".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".tif", ".tiff", ".bmp", ".svg", "/")
"""Members that are never run, whatever is inside: no program takes them for code."""
