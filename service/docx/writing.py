"""A package written from a template's package: unchanged members stay compressed as they are, the rest is deflated.

The same parts give the same bytes on any day and machine: fixed order, fixed dates, and libdeflate, whose compressor
does not choose its code by processor (docs/decisions/0002-deflate.md).
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

import deflate

LEVEL = 1
STORED = 1024
"""Bytes below which a member is stored: setting up a compressor costs more than it saves."""
_DATE = (0, 0x21)  # 1980-01-01 00:00, the first date a zip can name
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_UTF8 = 0x800


@dataclass(frozen=True, slots=True)
class _Member:
    name: bytes
    data: bytes
    crc: int
    size: int
    method: int


class Frame:
    """The members of a package that stay as they are, ready to be joined with those that change."""

    def __init__(self, kept: tuple[_Member, ...]) -> None:
        head, central = bytearray(), bytearray()
        for member in kept:
            local, entry = _headers(member, len(head))
            head += local + member.data
            central += entry
        self._head, self._central, self._count = bytes(head), bytes(central), len(kept)

    @classmethod
    def from_bytes(cls, package: bytes, changing: set[str]) -> Frame:
        """The frame of a package that is trusted (a template of ours) without the parts that will change."""
        with zipfile.ZipFile(io.BytesIO(package)) as members:
            return cls(
                tuple(_deflated(i.filename, members.read(i)) for i in members.infolist() if i.filename not in changing)
            )

    @classmethod
    def of_parts(cls, parts: Mapping[str, bytes | bytearray]) -> bytes:
        """A whole package of `parts` in their order."""
        return cls(()).build(parts)

    def build(self, parts: Mapping[str, bytes | bytearray]) -> bytes:
        """The package with `parts` after the kept members."""
        pieces: list[bytes] = [self._head]
        central = [self._central]
        at = len(self._head)
        for name, data in parts.items():
            member = _deflated(name, data)
            local, entry = _headers(member, at)
            pieces += (local, member.data)
            central.append(entry)
            at += len(local) + len(member.data)
        directory = b"".join(central)
        count = self._count + len(parts)
        pieces += (directory, _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), at, 0))
        return b"".join(pieces)


def _deflated(name: str, data: bytes | bytearray) -> _Member:
    if len(data) < STORED:
        return _Member(name.encode(), bytes(data), deflate.crc32(data), len(data), zipfile.ZIP_STORED)
    packed = bytes(deflate.deflate_compress(data, LEVEL))
    return _Member(name.encode(), packed, deflate.crc32(data), len(data), zipfile.ZIP_DEFLATED)


def _headers(member: _Member, at: int) -> tuple[bytes, bytes]:
    flags = 0 if member.name.isascii() else _UTF8
    common = (flags, member.method, *_DATE, member.crc, len(member.data), member.size, len(member.name))
    local = _LOCAL.pack(b"PK\3\4", 20, *common, 0) + member.name
    central = _CENTRAL.pack(b"PK\1\2", 20, 20, *common, 0, 0, 0, 0, 0, at) + member.name
    return local, central
