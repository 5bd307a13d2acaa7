"""What is read of one file at most."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Each is a setting of the service (docs/http.md) and has a code of its own. Sizes in bytes."""

    file: int = 20 * 2**20
    members: int = 2_000
    part: int = 48 * 2**20
    total: int = 192 * 2**20
    elements: int = 2_000_000
    rows: int = 120_000


STANDARD = Limits()
