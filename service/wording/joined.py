"""Many texts searched as one: what is looked for stands in few of them, and a search costs most where it begins."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class Joined:
    """`texts` one after the other in `whole`, each from its place in `starts` on and with a sign after it that no text has."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.whole = "\0".join((*texts, ""))
        self.starts = [0, *accumulate([len(text) + 1 for text in texts])]

    def index(self, place: int) -> int:
        """Which text the sign at `place` of the whole is in."""
        return bisect_right(self.starts, place) - 1
