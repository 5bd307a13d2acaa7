"""Times of a plan as dates: quarters, months, half years, years, days, and what recurs (the-thuc §4.4)."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_Q = r"(?:IV|I{1,3}|[1-4])"
_YEAR = r"(?:\s*(?:/|-|năm)\s*|\s+năm\s+)(?P<{}>(?:19|20)\d{{2}})"
_DAY = r"(?:ngày\s+)?(?P<d{0}>\d{{1,2}})\s*(?:/|-|\.|\s+tháng\s+)\s*(?P<m{0}>\d{{1,2}})\s*(?:/|-|\.|\s+năm\s+)\s*(?P<y{0}>(?:19|20)\d{{2}})(?!\d)"
_FORMS = re.compile(
    "|".join(
        (
            rf"(?P<quarter>[Qq]uý\s+(?P<q1>{_Q})(?:\s*(?P<qs>[,+–-]|và|đến)\s*(?:quý\s+)?(?P<q2>{_Q}))*)(?![\wĐđ])(?:{_YEAR.format('qy')})?",
            r"(?P<half>(?P<n>6|9|sáu|chín)\s+tháng(?:\s+(?P<end>đầu|cuối)\s+năm)?)(?:\s*(?:/|năm)?\s*(?P<hy>(?:19|20)\d{2}))?",
            rf"(?P<range>(?:[Tt]ừ\s+)?{_DAY.format('a')}\s*(?:đến|-|–)\s*(?:hết\s+)?{_DAY.format('b')})",
            rf"(?P<bound>[Tt]rước|[Ss]au|[Tt]ừ|[Đđ]ến)\s+{_DAY.format('c')}",
            rf"(?P<day>(?<![\d/]){_DAY.format('e')})",
            rf"(?P<months>[Tt]ừ\s+tháng\s+(?P<f>\d{{1,2}})\s*(?:đến|-|–)\s*(?:hết\s+)?(?:tháng\s+)?(?P<t>\d{{1,2}})|[Tt]háng\s+(?P<f2>\d{{1,2}})\s*[-–]\s*(?P<t2>\d{{1,2}}))(?!\d)(?:{_YEAR.format('my')})?",
            rf"(?P<month>[Tt]háng\s+(?P<mo>\d{{1,2}}))(?!\d)(?:{_YEAR.format('oy')})?",
            r"(?P<span>[Gg]iai đoạn\s+(?P<s1>\d{4})\s*[-–]\s*(?P<s2>\d{4}))",
            r"(?P<school>[Nn]ăm học\s+(?P<h1>\d{4})\s*[-–]\s*(?P<h2>\d{4}))",
            r"(?P<year>[Nn]ăm\s+(?P<y>(?:19|20)\d{2}))(?!\d)",
            r"(?P<again>[Hh][ằà]ng\s+(?:ngày|tuần|tháng|quý|năm)|[Tt]hường xuyên|[Đđ]ột xuất)",
        )
    )
)


@dataclass(frozen=True, slots=True)
class Period:
    """A time named in a text: bounds as ISO dates (None where open), or what recurs; `span` in code points."""

    text: str
    span: tuple[int, int]
    tu: str | None
    den: str | None
    lap: str | None = None


def find_periods(text: str, year: int | None = None) -> list[Period]:
    """The times in `text`, in order. `year` stands in where a quarter or month names none."""
    out = []
    for found in _FORMS.finditer(text):
        try:
            bounds = _bounds(found, year)
        except ValueError:
            continue
        if bounds is not None:
            out.append(Period(found.group(), found.span(), *bounds))
    return out


Bounds = tuple[str | None, str | None, str | None]


def _bounds(found: re.Match[str], year: int | None) -> Bounds | None:
    kind = found.lastgroup if found.lastgroup in ("again",) else next(k for k in _KINDS if found[k])
    match kind:
        case "again":
            return None, None, found.group().lower()
        case "quarter":
            own = int(found["qy"]) if found["qy"] else year
            numbers = [_QUARTERS[q] for q in re.findall(rf"{_Q}(?![\wĐđ])", found["quarter"])]
            return _months(own, 3 * min(numbers) - 2, 3 * max(numbers))
        case "half":
            own = int(found["hy"]) if found["hy"] else year
            count = {"6": 6, "sáu": 6}.get(found["n"], 9)
            return _months(own, 13 - count, 12) if found["end"] == "cuối" else _months(own, 1, count)
        case "range":
            return _day(found, "a"), _day(found, "b"), None
        case "bound":
            day = _day(found, "c")
            return (None, day, None) if found["bound"].lower() in ("trước", "đến") else (day, None, None)
        case "day":
            day = _day(found, "e")
            return day, day, None
        case "months":
            return _months(
                int(found["my"]) if found["my"] else year,
                int(found["f"] or found["f2"]),
                int(found["t"] or found["t2"]),
            )
        case "month":
            return _months(int(found["oy"]) if found["oy"] else year, int(found["mo"]), int(found["mo"]))
        case "span":
            return f"{found['s1']}-01-01", f"{found['s2']}-12-31", None
        case "school":
            return f"{found['h1']}-09-01", f"{found['h2']}-05-31", None
        case _:
            return f"{found['y']}-01-01", f"{found['y']}-12-31", None


_KINDS = ("again", "quarter", "half", "range", "bound", "day", "months", "month", "span", "school", "year")


def _months(year: int | None, first: int, last: int) -> Bounds | None:
    if year is None or not 1 <= first <= last <= 12:
        return None
    return date(year, first, 1).isoformat(), date(year, last, monthrange(year, last)[1]).isoformat(), None


def _day(found: re.Match[str], which: str) -> str:
    return date(int(found[f"y{which}"]), int(found[f"m{which}"]), int(found[f"d{which}"])).isoformat()
