"""The one door for Word files: a zip is opened only within limits, and XML parsed only without a DTD.

Nothing is written to disk, nothing fetched, and no size is trusted that the archive only declares: a member is read
at most to its declared size, and its checksum must agree.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any, TypeVar, TypeVarTuple

import deflate
from lxml import etree

from service.docx import messages as m
from service.refusals import DocumentRefused, TooLarge


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read at most. Sizes in bytes."""

    file: int = 20 * 2**20
    members: int = 2_000
    part: int = 48 * 2**20
    total: int = 192 * 2**20
    elements: int = 3_000_000
    rows: int = 120_000


STANDARD = Limits()
_LOCAL = struct.Struct("<4s22xHH")
_SMALL = 128 * 2**10
"""Bytes of a part at most whose reading is remembered."""
_OLE = b"\xd0\xcf\x11\xe0"
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, struct.error, OSError, KeyError)
_STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/drawingml/main": "http://schemas.openxmlformats.org/drawingml/2006/main",
}


class Package:
    """A guarded package. Parts are read when asked for."""

    def __init__(self, data: bytes, archive: zipfile.ZipFile, limits: Limits) -> None:
        self._data = data
        self.limits = limits
        self._infos = {info.filename.lstrip("/"): info for info in archive.infolist()}
        self.names = tuple(self._infos)

    def part(self, name: str) -> bytes:
        """The unpacked bytes of a member. Raises DocumentRefused where it is missing or damaged."""
        info = self._infos.get(name)
        if info is None:
            raise DocumentRefused(m.NO_DOCUMENT)
        try:
            return _unpacked(self._data, info)
        except (deflate.DeflateError, struct.error, ValueError, MemoryError) as error:
            raise DocumentRefused(m.DAMAGED, what=name[:60]) from error

    def xml(self, name: str) -> etree._Element:
        """The root element of an XML part, in the transitional namespaces."""
        return parse(normal(self.part(name)), name)

    def relationships(self, name: str) -> Mapping[str, tuple[str, str]]:
        """Relationship id → (type, part name) of a part; external targets are left out."""
        folder, file = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", file + ".rels")
        return _relationships(self.part(rels), rels, folder) if rels in self._infos else {}

    def main(self) -> str:
        """The name of the main document part."""
        for kind, target in self.relationships("").values():
            if kind.endswith("/officeDocument") and target in self._infos:
                return target
        raise DocumentRefused(m.NO_DOCUMENT)


_Rest = TypeVarTuple("_Rest")
_Out = TypeVar("_Out")


def remembered(function: Callable[[bytes, *_Rest], _Out]) -> Callable[[bytes, *_Rest], _Out]:
    """`function` of a part's bytes with its last answers kept: the parts of a template are in all its documents.

    Large parts are worked out anew, so that what is kept stays small.
    """
    kept: Any = lru_cache(maxsize=64)(function)

    def answer(data: bytes, *rest: *_Rest) -> _Out:
        found: _Out = kept(data, *rest) if len(data) <= _SMALL else function(data, *rest)
        return found

    return answer


@remembered
def _relationships(data: bytes, name: str, folder: str) -> dict[str, tuple[str, str]]:
    found = {}
    for rel in parse(normal(data), name):
        if rel.get("TargetMode") == "External":
            continue
        target = rel.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[rel.get("Id", "")] = (rel.get("Type", ""), path)
    return found


def _unpacked(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """A member in one go. Raises ValueError or DeflateError where it is not what the directory says it is."""
    signature, name, extra = _LOCAL.unpack_from(data, info.header_offset)
    start = info.header_offset + _LOCAL.size
    encoding = "utf-8" if info.flag_bits & 0x800 else "cp437"
    if signature != b"PK\3\4" or data[start : start + name].decode(encoding) != info.orig_filename:
        raise ValueError
    start += name + extra
    packed = data[start : start + info.compress_size]
    if info.compress_type == zipfile.ZIP_STORED:
        unpacked = packed
    else:
        unpacked = bytes(deflate.deflate_decompress(packed, info.file_size))
    if len(unpacked) != info.file_size or deflate.crc32(unpacked) != info.CRC:
        raise ValueError
    return unpacked


def normal(data: bytes) -> bytes:
    """`data` with the namespaces of the strict form written as the transitional ones."""
    if b"purl.oclc.org" in data:
        for strict, transitional in _STRICT.items():
            data = data.replace(strict.encode(), transitional.encode())
    return data


def parse(data: bytes, name: str) -> etree._Element:
    """The root element of `data`. Raises DocumentRefused for a DTD or XML that is not well-formed."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        # A small entity bomb is refused for its DTD; libxml2 stops a large one while parsing.
        raise DocumentRefused(m.DTD if "ntity" in str(error) else m.BAD_XML, part=name) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DocumentRefused(m.DTD)
    return root


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
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (*_DAMAGE, UnicodeDecodeError) as error:
        raise DocumentRefused(m.DAMAGED, what=type(error).__name__) from error
    _check(archive, limits, len(data))
    package = Package(data, archive, limits)
    if any("vbaproject" in name.lower() for name in package.names):
        raise DocumentRefused(m.MACROS)
    types = package.part("[Content_Types].xml") if "[Content_Types].xml" in package.names else b""
    if b"macroEnabled" in types:
        raise DocumentRefused(m.MACROS)
    return package


def _check(archive: zipfile.ZipFile, limits: Limits, size: int) -> None:
    infos = archive.infolist()
    if len(infos) > limits.members:
        raise TooLarge(m.MANY_MEMBERS, count=len(infos), limit=limits.members)
    seen: set[str] = set()
    total = 0
    for info in infos:
        name = info.filename
        folded = name.casefold()
        if (
            folded in seen
            or not name
            or name[0] == "/"
            or "\\" in info.orig_filename
            or "\0" in info.orig_filename
            or ".." in name.split("/")
            or ":" in name
        ):
            raise DocumentRefused(m.BAD_NAME)
        seen.add(folded)
        if info.flag_bits & 1:
            raise DocumentRefused(m.ENCRYPTED)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise DocumentRefused(m.BAD_METHOD)
        if info.header_offset < 0 or info.header_offset + info.compress_size > size:
            raise DocumentRefused(m.DAMAGED, what="offset")
        total += info.file_size
        if name.lower().endswith((".xml", ".rels")) and info.file_size > limits.part:
            raise TooLarge(m.BIG_PART, size=info.file_size, limit=limits.part)
    if total > limits.total:
        raise TooLarge(m.BIG_TOTAL, size=total, limit=limits.total)
    ordered = sorted(infos, key=lambda info: info.header_offset)
    for one, other in pairwise(ordered):
        if one.header_offset + 30 + one.compress_size > other.header_offset:
            raise DocumentRefused(m.DAMAGED, what="overlap")
