"""File names of documents: readable, safe on every system, and as ASCII for old clients (RFC 6266)."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

from schemas.plan import KeHoach

_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|;%\s\u202a-\u202e\u2066-\u2069]+')
"""What a file system refuses, or what turns the reading direction so that a name reads as another."""
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices."""


def ascii_name(text: str) -> str:
    """`text` in ASCII letters, digits, `-`, `_` and `.`."""
    plain = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return re.sub(r"[^A-Za-z0-9_.-]+", "-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-.")[:80]


def document_name(plan: KeHoach) -> str:
    """`02-KH-LĐLĐ`, or the type of document where there is no number."""
    name = "-".join(part for part in (plan.so, plan.ky_hieu) if part) or plan.ten_loai
    safe = _UNSAFE.sub("-", name).strip("-.")[:80].strip("-.") or "van-ban"
    return f"{safe}_" if _DEVICE.fullmatch(safe) else safe


def disposition(name: str, extension: str) -> str:
    """The `Content-Disposition` of an attachment called `name`."""
    plain = ascii_name(name) or "van-ban"
    return f"attachment; filename=\"{plain}.{extension}\"; filename*=UTF-8''{quote(name)}.{extension}"
