"""Compound files ([MS-CFB]) as old Office programs and locked new ones write them, for files that must be refused."""

from __future__ import annotations

import struct

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR = 512
_LEAST = 4096
"""Bytes from which a stream has sectors of its own."""


def compound(*names: str) -> bytes:
    """A compound file with a stream of zeros for each name."""
    sectors = _LEAST // _SECTOR
    fat = [_FAT, _END]  # the table itself, then the directory
    for number in range(len(names)):
        first = 2 + number * sectors
        fat += [*range(first + 1, first + sectors), _END]
    fat += [_FREE] * (_SECTOR // 4 - len(fat))
    entries = [_entry("Root Entry", 5, 1 if names else _FREE, _END, 0)]
    for number, name in enumerate(names):
        right = number + 2 if number + 1 < len(names) else _FREE
        entries.append(_entry(name, 2, _FREE, 2 + number * sectors, _LEAST, right))
    entries += [bytes(128)] * (4 - len(entries))
    header = struct.pack("<8s16xHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, _LEAST, _END, 0, _END, 0)  # fmt: skip
    table = struct.pack("<109I", 0, *[_FREE] * 108)
    return header + table + struct.pack(f"<{len(fat)}I", *fat) + b"".join(entries) + bytes(_LEAST * len(names))


def _entry(name: str, kind: int, child: int, start: int, size: int, right: int = _FREE) -> bytes:
    letters = name.encode("utf-16-le")
    return struct.pack("<64sHBBIII16xI16xIQ", letters, len(letters) + 2, kind, 1, _FREE, right, child, 0, start, size)
