"""Names of WordprocessingML as lxml writes them, and the quick way to a child by its name."""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VAL = W + "val"
OFF = frozenset(("0", "false", "off", "none"))


def head(element: Any) -> Any:
    """The first child, or None. From there `getnext` leads on: quicker than an iterator, and no list of many."""
    return element[0] if len(element) else None


def first(element: Any, tag: str) -> Any:
    """The first child called `tag`, or None. Several times as quick as `find`, which reads `tag` as a path."""
    child = head(element)
    while child is not None and child.tag != tag:
        child = child.getnext()
    return child


_MOST = 1_000_000
"""No figure of a document is larger: twips of 17 metres. What claims to be is cut, so that nothing is built by it."""


def whole(text: str | None, otherwise: int) -> int:
    """A number of the markup as an integer within ±1 000 000; `otherwise` where there is none or it is garbage."""
    try:
        return max(-_MOST, min(int(float(text)), _MOST)) if text else otherwise
    except (ValueError, OverflowError):
        return otherwise
