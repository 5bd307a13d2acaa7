"""The filters of templates that can be read back: what each prints, what it may have printed, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from service.wording import dates, numbers


@dataclass(frozen=True, slots=True)
class Pair:
    """`read(write(value)) == value`. `pattern`: regular expression, without groups, of all that `read` takes.

    `typed`: what else people type in its place. `read` raises ValueError for text within the pattern that means nothing
    (the 30th of February).
    """

    name: str
    write: Callable[[str | None], str]
    pattern: str
    read: Callable[[str], str | None]
    typed: str | None = None


PAIRS = {
    pair.name: pair
    for pair in (
        Pair("ngay_thang", dates.ngay_thang, dates.PATTERN, dates.doc_ngay_go, dates.TYPED),
        Pair("so", numbers.in_so, numbers.PATTERN, numbers.doc_so),
    )
}
