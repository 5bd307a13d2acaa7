"""What a workbook says, with the cell that each value comes from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from service.refusals import Fault


@dataclass(slots=True)
class Filled:
    """What a workbook says: a payload for `schemas.load` to judge, JSON pointer → `Nhiệm vụ!C7`, and cells without value."""

    payload: dict[str, Any] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def place(self, pointer: str) -> str | None:
        """The cell of the value at `pointer`, or of the nearest thing around it."""
        while pointer and pointer not in self.places:
            pointer = pointer.rpartition("/")[0]
        return self.places.get(pointer)
