"""The directory of a zip, checked before anything is unpacked."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from itertools import pairwise

from service.docx import messages as m
from service.docx.limits import Limits
from service.refusals import DocumentRefused, TooLarge

_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, struct.error, OSError, KeyError)
_XML = (".xml", ".rels")


def members(file: BytesIO) -> list[zipfile.ZipInfo]:
    """The members in the order of the directory. Raises DocumentRefused."""
    try:
        with zipfile.ZipFile(file) as archive:
            return archive.infolist()
    except _DAMAGE as error:
        raise DocumentRefused(m.DAMAGED, what=type(error).__name__) from error


def check(infos: list[zipfile.ZipInfo], limits: Limits, size: int) -> None:
    """Raises TooLarge for what is over a limit, DocumentRefused for what no honest program writes.

    `size` is that of the whole file: members that reach beyond it or into each other are refused.
    """
    if len(infos) > limits.members:
        raise TooLarge(m.MANY_MEMBERS, count=len(infos), limit=limits.members)
    seen: set[str] = set()
    total = 0
    for info in infos:
        name = info.filename
        if _unsafe(name, info.orig_filename):
            raise DocumentRefused(m.BAD_NAME)
        folded = name.casefold()
        if folded in seen:
            raise DocumentRefused(m.REPEATED_NAME, name=name[:60])
        seen.add(folded)
        if info.flag_bits & 1:
            raise DocumentRefused(m.ENCRYPTED)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise DocumentRefused(m.BAD_METHOD)
        if info.header_offset < 0 or info.header_offset + info.compress_size > size:
            raise DocumentRefused(m.DAMAGED, what="offset")
        total += info.file_size
        if info.file_size > limits.part and folded.endswith(_XML):
            raise TooLarge(m.BIG_PART, size=info.file_size, limit=limits.part)
    if total > limits.total:
        raise TooLarge(m.BIG_TOTAL, size=total, limit=limits.total)
    ordered = sorted(infos, key=lambda info: info.header_offset)
    for one, other in pairwise(ordered):
        if one.header_offset + 30 + one.compress_size > other.header_offset:
            raise DocumentRefused(m.DAMAGED, what="overlap")


def _unsafe(name: str, written: str) -> bool:
    """Whether a name could mean a place outside the package; `written` is the name as it stands in the file."""
    return (
        not name
        or name[0] == "/"
        or "\\" in written
        or "\0" in written
        or ":" in name
        or (".." in name and ".." in name.split("/"))
    )
