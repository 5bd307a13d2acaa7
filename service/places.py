"""Where the files that come with the code are: beside it in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def _folder(name: str) -> Path:
    bundled = _HERE / "bundled" / name
    return bundled if bundled.is_dir() else _HERE.parent / name


def templates_folder() -> Path:
    """The folder of the shipped templates."""
    return _folder("templates")


def samples_folder() -> Path:
    """The folder of the sample plans."""
    return _folder("samples")
