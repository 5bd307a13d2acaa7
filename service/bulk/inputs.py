"""The files of an archive, in an order that depends on nothing but their names."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator

_LEFT_OUT = ("thumbs.db", "desktop.ini")
_HIDDEN = (".", "~$")
"""Hidden files, and the lock files that Word (`~$x.docx`) and LibreOffice (`.~lock.x#`) leave."""


def inputs(names: list[str], but: str | None = None) -> Iterator[str]:
    """Every file of `names` in their order, folders entered in the order of names; nothing is opened.

    What is named is always given back, even where it is not there. In folders every file counts, whatever its name, since
    kinds are told by content; hidden and lock files do not, and links to folders are not entered (they may run in circles).
    A folder that cannot be listed is given back itself, so that nothing goes missing without a word. `but`: the file that
    is being written, which may stand among them.
    """
    left_out = os.path.realpath(but) if but else None
    for name in names:
        for path in _inside(name) if os.path.isdir(name) else (name,):
            if (
                left_out is None
                or os.path.basename(path) != os.path.basename(left_out)
                or os.path.realpath(path) != left_out
            ):
                yield path


def _inside(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: os.fsencode(entry.name))
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith(_HIDDEN) or entry.name.lower() in _LEFT_OUT:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _inside(entry.path)
        elif not (entry.is_symlink() and entry.is_dir()):
            yield entry.path


def printable(path: str) -> str:
    """The path as text: bytes of a name that are no UTF-8 as `\\xNN`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def is_file(path: str) -> bool:
    """Whether it can be read to its end: a file, no folder, pipe or device. Raises OSError where it is not there."""
    return stat.S_ISREG(os.stat(path).st_mode)
