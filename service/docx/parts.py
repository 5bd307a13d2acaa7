"""Parts of a package as they stand in the archive, and what was read of them kept for the next document."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar, TypeVarTuple

import deflate
from lxml import etree

from service.docx import messages as m
from service.docx.limits import STANDARD
from service.docx.markup import parse
from service.refusals import DocumentRefused

_SMALL, _LARGE = 128 * 2**10, 512 * 2**10
"""Bytes of a part at most whose reading is remembered with many others, and with a few."""

_Rest = TypeVarTuple("_Rest")
_Out = TypeVar("_Out")


class Part(NamedTuple):
    """A member still packed, and what the directory says of it. Equal parts unpack to the same bytes."""

    name: str
    packed: bytes
    method: int
    size: int
    checksum: int

    def unpacked(self) -> bytes:
        """Its bytes in one go. Raises DocumentRefused where they are not what the directory says they are."""
        stored = self.method == zipfile.ZIP_STORED
        try:
            data = self.packed if stored else bytes(deflate.deflate_decompress(self.packed, self.size))
        except (deflate.DeflateError, ValueError, MemoryError) as error:
            raise damaged(self.name) from error
        if len(data) != self.size or deflate.crc32(data) != self.checksum:
            raise damaged(self.name)
        return data

    def xml(self, elements: int = STANDARD.elements) -> etree._Element:
        """Its root element, in the transitional namespaces. Raises DocumentRefused or TooLarge."""
        return parse(self.unpacked(), self.name, elements)


def damaged(name: str) -> DocumentRefused:
    """The refusal of a package whose member `name` is damaged."""
    return DocumentRefused(m.DAMAGED, what=name[:60])


def remembered(function: Callable[[Part, *_Rest], _Out]) -> Callable[[Part, *_Rest], _Out]:
    """`function` of a part with its last answers kept: the parts of a template are in all its documents, and those
    that were read before need not even be unpacked.

    Of large parts (the styles of one office's documents, or of one program's) only the last few are kept, and the
    largest are worked out anew, so that what is kept stays small.
    """
    many: Any = lru_cache(maxsize=64)(function)
    few: Any = lru_cache(maxsize=4)(function)

    def answer(part: Part, *rest: *_Rest) -> _Out:
        size = max(part.size, len(part.packed))  # neither the file's word nor what is kept as the key may be large
        kept = many if size <= _SMALL else few if size <= _LARGE else function
        found: _Out = kept(part, *rest)
        return found

    return answer
