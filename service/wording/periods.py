"""Times of a plan as dates: quarters, months, half years, years, days, bounds, and what recurs (the-thuc §4.4).

What a text leaves open stays open: a bound has one date, what recurs has none; a year that is not written is the one
given. `Đầu tháng 3` is the month: no date is invented.

A text that is a time as a whole, as in the column of a task table, is searched sign by sign (`find_periods`). In prose times
are few: there the words that any of them has are looked for first (`periods_of`), in all texts at once.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from service.wording.joined import Joined

_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_WORDS = {"ba": 3, "sáu": 6, "chín": 9}
_END = r"(?![\w/])"
_Q = r"(?:IV|I{1,3}|[1-4])(?!\w)"
_Y = r"(?:19|20)\d{2}"
_TO = r"\s*(?:đến|tới|-|–|—)\s*(?:hết\s+)?"


def _year(n: str) -> str:
    """The year behind a quarter or month."""
    return rf"(?:\s*(?:/|-|–|năm)\s*|\s+năm\s+|\s+)(?P<{n}>{_Y})(?!\d)"


def _day(n: str, year: str = "?") -> str:
    """A day and its month, `15/6/2024` or in words; the year may be missing where `year` is `?`."""
    parts = rf"(?P<d{n}>\d{{1,2}})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<m{n}>\d{{1,2}})"
    return rf"(?:ngày\s+)?{parts}(?:(?:\s*[/.-]\s*|\s+năm\s+)(?P<y{n}>{_Y})){year}(?![\w/])(?!-\d)"


_FORMS = [
    ("again", r"(?:(?:trước|vào|từ)\s+)?(?:ngày\s+\d{1,2}\s+)?h[ằà]ng\s+(?P<lap>ngày|tuần|tháng|quý|năm)(?P<laps>(?:\s*(?:,|và)\s*(?:tuần|tháng|quý|năm)(?!\s*\w))*)"),
    ("always", r"thường xuyên|đột xuất"),
    ("span", rf"(?P<spanned>giai đoạn|nhiệm kỳ|năm học)\s+(?P<s1>{_Y})\s*[-–]\s*(?P<s2>{_Y})"),
    ("half", rf"(?P<n>0?[369]|ba|sáu|chín)\s+tháng(?:\s+(?P<end>đầu|cuối)(?:\s+năm)?)?(?:\s*(?:/|năm)?\s*(?P<hy>{_Y}))?(?!\s*/?\d)"),
    ("days", rf"(?:từ\s+)?(?:ngày\s+)?(?P<d1>\d{{1,2}})(?:(?:\s*[/.]\s*|\s+tháng\s+)(?P<m1>\d{{1,2}})(?:(?:\s*[/.]\s*|\s+năm\s+)(?P<y1>{_Y}))?)?{_TO}{_day('2')}"),
    ("months", rf"(?:từ\s+)?tháng\s+(?P<f>\d{{1,2}})(?:\s*(?:/|năm)\s*(?P<fy>{_Y}))?{_TO}(?:tháng\s+)?(?P<t>\d{{1,2}})(?!\d|/\d{{1,2}}(?!\d))(?:{_year('ty')})?"),
    ("quarters", rf"quý\s+(?P<q>{_Q}(?:\s*(?:[,+–-]|và|đến)\s*(?:quý\s+)?{_Q})*)(?:{_year('qy')})?"),
    ("many", rf"tháng\s+(?P<list>\d{{1,2}}(?:\s*(?:,|và|\+)\s*\d{{1,2}}(?![\d/]*/\d{{1,2}}/))+)(?!\d)(?:{_year('ly')})?"),
    ("day", rf"(?<![\d/.-])(?<!tuần )(?<!thứ ){_day('3', '')}"),
    ("shortday", rf"(?:ngày\s+|(?<=trước )|(?<=sau )|(?<=từ )|(?<=đến )|(?<=hết )|(?<=nhất )|(?<=là )|^){_day('4', '{0}')}{_END}"),
    ("month", rf"tháng\s+(?P<mo>\d{{1,2}})(?!\d)(?:{_year('oy')})?"),
    ("whole", rf"(?:cả|trong)\s+năm(?!\s*(?:\d|học))|năm\s+(?P<y>{_Y})(?!\d)|^\s*(?P<only>{_Y})(?:\s*[-–]\s*(?P<only2>{_Y}))?\s*$"),
]  # fmt: skip
_ANY = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _FORMS), re.IGNORECASE)
_BOUNDING = frozenset(("trước", "nhất", "là", "đến", "tới", "hết", "sau", "từ"))
_NEAR = 40
"""How far before a time the words may begin that make it a bound."""
_BOUND = re.compile(
    r"(?:(?P<before>(?:xong\s+|hoàn thành\s+|báo cáo\s+)?trước)|(?P<upto>chậm nhất(?:\s+là)?|(?:đến|tới)(?:\s+hết)?)|(?P<after>sau)|(?P<since>(?:kể\s+)?từ))\s+$",
    re.IGNORECASE,
)


_CUES = tuple(
    (letter, re.compile(cue))
    for letter, cue in zip("ýÝáÁàằà", ("uý ", "UÝ ", "háng ", "HÁNG ", "gày ", "ằng ", "hàng "), strict=True)
)
_YEAR_CUE = re.compile(r"20(?<=[/ -]20)[0-9]{2}")
_BEFORE_CUE = re.compile("rước (?=[0-9])")
"""What any time in prose has: words, without the first letter where that may be a capital, a year behind its sign or blank, or
the word before a day alone (`trước 30/6`). One letter is looked for ten times faster than several: a word whose own one stands
nowhere is not looked for."""
_LEADS = frozenset(
    (
        "từ",
        "đến",
        "ngày",
        "tháng",
        "vào",
        "trước",
        "năm",
        "ba",
        "sáu",
        "chín",
        "giai",
        "đoạn",
        "nhiệm",
        "kỳ",
        "học",
        "-",
        "–",
    )
)
_MOST_LEADS = 4
"""Words, days and numbers before such a word with which a time may begin: `từ ngày 01 tháng 3`."""


class Period(NamedTuple):
    """A time named in a text: bounds as ISO dates (None where open), or what recurs; `span` in code points."""

    text: str
    span: tuple[int, int]
    tu: str | None
    den: str | None
    lap: str | None = None


@lru_cache(maxsize=4096)
def find_periods(text: str, year: int | None = None) -> tuple[Period, ...]:
    """The times in `text`, in order. `year` stands in where a quarter, month or day names none."""
    out: list[Period] = []
    for found in _ANY.finditer(text):
        out += _known(text, found, year)
    return tuple(out)


def periods_of(
    texts: Joined, year: int | None = None, taken: Sequence[tuple[int, int]] = (), count: int = -1
) -> list[tuple[int, Period]]:
    """The times in the first `count` of `texts` (-1: all), which are prose, in order, each with the index of its text; none in the
    stretches `taken` of the whole, which come in order. A year, day or month by itself at the head of a text is none, nor is
    what tells no time in prose: a length of time (`6 tháng`), `thường xuyên`, `trong năm`."""
    out: list[tuple[int, Period]] = []
    whole, beyond = texts.whole, texts.starts[count]
    stretches = iter((*taken, (beyond, beyond + 1)))
    done, (start, end) = 0, next(stretches)
    places = [found.start() for letter, cue in _CUES if letter in whole for found in cue.finditer(whole, 0, beyond)]
    places += [found.start() - 1 for found in _YEAR_CUE.finditer(whole, 0, beyond)]
    places += [found.end() for found in _BEFORE_CUE.finditer(whole, 0, beyond)]
    for place in sorted(places):
        while place >= end:
            done, (start, end) = max(done, end), next(stretches)
        if done <= place < start:
            index = texts.index(place)
            base = texts.starts[index]
            for period, behind in _at_cue(texts.texts[index], place - base, max(done - base, 0), year):
                if base + period.span[1] <= start:
                    out.append((index, period))
                done = base + behind
    return out


def _at_cue(text: str, at: int, done: int, year: int | None) -> Iterator[tuple[Period, int]]:
    """The times of which the word at `at` is part, and where they end; nothing before `done` is looked at."""
    begin = max(text.rfind(" ", done, at) + 1, done)
    starts = [begin]
    while len(starts) <= _MOST_LEADS and begin > done:
        before = max(text.rfind(" ", done, begin - 1) + 1, done)
        word = text[before : begin - 1]
        if not (word.lower() in _LEADS or word[:1].isdigit()):
            break
        starts.append(begin := before)
    for start in reversed(starts):
        while start < at and not text[start].isalnum():
            start += 1
        found = _ANY.match(text, start)
        if found is not None and found.end() > at and not _no_time(found):
            for period in _known(text, found, year):
                yield period, found.end()
            return


def _no_time(found: re.Match[str]) -> bool:
    """Whether what is a time in a column of times is none in prose."""
    kind = found.lastgroup
    return kind == "always" or (kind == "half" and not (found["end"] or found["hy"])) or bool(found["only"])


def _known(text: str, found: re.Match[str], year: int | None) -> list[Period]:
    try:
        return list(_periods(text, found, year))
    except ValueError:  # no calendar has it
        return []


Dates = tuple[date, date]


def _periods(text: str, found: re.Match[str], year: int | None) -> Iterator[Period]:
    kind = found.lastgroup
    assert kind is not None  # each form is a group, and the last to end
    start, end = found.span()
    if kind == "again":
        yield from _recurring(text, found)
    elif kind == "always":
        yield Period(found.group(), (start, end), None, None, found.group().lower())
    elif kind in ("quarters", "many"):
        yield from _several(text, found, kind, year)
    else:
        dates = _dates(found, kind, year)
        if dates is not None:
            yield _bounded(text, start, end, dates, ranged=kind in ("days", "months"))


def _bounded(text: str, start: int, end: int, dates: Dates, ranged: bool = False) -> Period:
    """The period at `[start:end]`, which a word before it may make a bound."""
    near = max(0, start - _NEAR)
    word = text[near:start].rpartition(" ")[0].rpartition(" ")[2]
    before = _BOUND.search(text, near, start) if not ranged and word.lower() in _BOUNDING else None
    first, last = dates
    tu, den = first.isoformat(), last.isoformat()
    if before is None:
        return Period(text[start:end], (start, end), tu, den)
    start = before.start()
    said = text[start:end]
    if before["before"]:
        return Period(said, (start, end), None, den if first == last else (first - timedelta(1)).isoformat())
    if before["upto"]:
        return Period(said, (start, end), None, den)
    after = (last + timedelta(1)).isoformat() if before["after"] and first != last else tu
    return Period(said, (start, end), after, None)


def _recurring(text: str, found: re.Match[str]) -> Iterator[Period]:
    start, end = found.start(), found.end("lap")
    yield Period(text[start:end], (start, end), None, None, f"hằng {found['lap'].lower()}")
    for more in re.finditer(r"tuần|tháng|quý|năm", found["laps"], re.IGNORECASE):
        at = found.start("laps") + more.start()
        end = at + len(more.group())
        yield Period(text[at:end], (at, end), None, None, f"hằng {more.group().lower()}")


def _several(text: str, found: re.Match[str], kind: str, year: int | None) -> Iterator[Period]:
    """Quarters or months in a list: one period where they follow each other, else one for each."""
    group, years = ("q", "qy") if kind == "quarters" else ("list", "ly")
    own = int(found[years]) if found[years] else year
    if own is None:
        return
    numbers = list(re.finditer(_Q if kind == "quarters" else r"\d{1,2}", found[group], re.IGNORECASE))
    values = [_QUARTERS[n.group().upper()] if kind == "quarters" else int(n.group()) for n in numbers]
    length = 3 if kind == "quarters" else 1
    if re.search(r"đến|–|-", found[group]) or values == list(range(values[0], values[0] + len(values))):
        dates = _months(own, length * (min(values) - 1) + 1, length * max(values))
        yield _bounded(text, found.start(), found.end(), dates)
        return
    at = found.start(group)
    for index, (number, value) in enumerate(zip(numbers, values, strict=True)):
        start = found.start() if index == 0 else at + number.start()
        end = found.end() if index == len(numbers) - 1 else at + number.end()
        first, last = _months(own, length * (value - 1) + 1, length * value)
        yield Period(text[start:end], (start, end), first.isoformat(), last.isoformat())


def _dates(found: re.Match[str], kind: str, year: int | None) -> Dates | None:
    """First and last day, or None where the year is not known. Raises ValueError for what no calendar has."""

    def of(*names: str) -> int:
        for name in names:
            if found[name]:
                return int(found[name])
        if year is None:
            raise ValueError(found.group())
        return year

    match kind:
        case "span":
            years = int(found["s1"]), int(found["s2"])
            school = found["spanned"].lower() == "năm học"
            return (date(years[0], 9 if school else 1, 1), date(years[1], *((5, 31) if school else (12, 31))))
        case "half":
            if not found["end"] and not found["hy"] and found["n"].lstrip("0") not in ("6", "9"):
                return None  # `3 tháng` is a length of time
            count = _WORDS.get(found["n"].lower()) or int(found["n"])
            own = of("hy")
            return _months(own, 13 - count, 12) if (found["end"] or "").lower() == "cuối" else _months(own, 1, count)
        case "days":
            last = date(of("y2"), int(found["m2"]), int(found["d2"]))
            first = date(int(found["y1"] or last.year), int(found["m1"] or last.month), int(found["d1"]))
            return (first, last) if first <= last else None
        case "months":
            end = _months(of("ty"), int(found["t"]), int(found["t"]))[1]
            begin = _months(int(found["fy"] or end.year), int(found["f"]), int(found["f"]))[0]
            return (begin, end) if begin <= end else None
        case "day" | "shortday":
            n = "3" if kind == "day" else "4"
            day = date(int(found["y3"]) if n == "3" else of(), int(found[f"m{n}"]), int(found[f"d{n}"]))
            return day, day
        case "month":
            return _months(of("oy"), int(found["mo"]), int(found["mo"]))
        case _:
            own = of("y", "only")
            return date(own, 1, 1), date(int(found["only2"] or own), 12, 31)


def _months(year: int, first: int, last: int) -> Dates:
    if not 1 <= first <= last <= 12:
        raise ValueError(f"{first}-{last}")
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
