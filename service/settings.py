"""Settings of the service, from the environment, checked at start."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields

from service.docx.limits import STANDARD, Limits

PREFIX = "KEHOACH_"


@dataclass(frozen=True, slots=True)
class Settings:
    """Each field is the variable `KEHOACH_<NAME>` (docs/settings.md)."""

    body_limit: int = 20 * 2**20
    """Bytes of a request body at most."""
    batch_limit: int = 2**31
    """Bytes of a batch at most; it is streamed, so this bounds no memory."""
    pdf_timeout: int = 60
    """Seconds that LibreOffice may take for one document."""
    parse_timeout: int = 120
    """Seconds that reading one file of a folder may take before its process is ended."""
    worker_memory: int = 2048
    """MiB of address space of each process that reads a folder, LibreOffice's too."""
    file_limit: int = STANDARD.file
    """Bytes of a document that is read at most."""
    member_limit: int = STANDARD.members
    """Members of its package at most."""
    part_limit: int = STANDARD.part
    """Bytes of each XML part at most, unpacked."""
    unpacked_limit: int = STANDARD.total
    """Bytes of all members at most, unpacked."""
    element_limit: int = STANDARD.elements
    """XML elements of a part at most."""
    row_limit: int = STANDARD.rows
    """Table rows of a document at most."""
    templates: str = ""
    """Folder of Word templates instead of the shipped ones."""

    @property
    def limits(self) -> Limits:
        """What is read of one document at most."""
        return Limits(
            self.file_limit,
            self.member_limit,
            self.part_limit,
            self.unpacked_limit,
            self.element_limit,
            self.row_limit,
        )


def settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of `environment`. Raises ValueError for a name or value that cannot be meant."""
    known = {PREFIX + f.name.upper(): f for f in fields(Settings)}
    values: dict[str, int | str] = {}
    for name, text in environment.items():
        if not name.startswith(PREFIX):
            continue
        if name not in known:
            raise ValueError(f"{name}: không có cài đặt này / no such setting; có / there are: {', '.join(known)}")
        field = known[name]
        if isinstance(field.default, int):
            if not text.isdecimal() or not int(text):
                raise ValueError(f"{name}={text}: cần số nguyên dương / must be a positive integer")
            values[field.name] = int(text)
        else:
            values[field.name] = text
    return Settings(**values)  # type: ignore[arg-type]
