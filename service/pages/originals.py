"""The pictures of an uploaded document, which travel with the form of a browser without scripts.

The server keeps nothing, so they are in the form or nowhere. With scripts a browser keeps them itself (`static/original.js`) and
sends none. What comes back is shown to nobody but its sender, and only as what it must be: a few PNG of a page's size.
"""

from __future__ import annotations

import json
import struct
from base64 import b64decode, b64encode
from typing import Any

from service.pages.drawing import WIDEST, Picture

MOST = 12
"""Pages of an uploaded document that are drawn beside what was read."""
_HEAD = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


def packed(original: dict[str, Any]) -> str:
    """The pictures of an original as the text of a field."""
    return json.dumps([original["total"], *(picture.png for picture in original["pictures"])])


def unpacked(text: str) -> dict[str, Any] | None:
    """The pictures in such a field, which may hold anything; None where it is none of ours."""
    try:
        total, *pngs = json.loads(text)
        pictures = [_picture(png) for png in pngs]
    except (ValueError, TypeError, RecursionError, struct.error):
        return None
    if not pictures or len(pictures) > MOST or type(total) is not int or not len(pictures) <= total < 10**6:
        return None
    return {"pictures": pictures, "total": total, "why": ""}


def _picture(png: str) -> Picture:
    data = b64decode(png, validate=True)
    width, height = struct.unpack(">II", data[len(_HEAD) : len(_HEAD) + 8])
    if not (data.startswith(_HEAD) and 0 < width <= WIDEST and 0 < height <= WIDEST):
        raise ValueError("no picture of a page")
    return Picture(b64encode(data).decode(), width, height)
