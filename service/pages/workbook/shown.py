"""A value of a cell as the text that a Vietnamese Excel shows: dates, times, percentages, grouped numbers."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import from_excel

_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def shown(value: float, code: str, epoch: datetime) -> str:
    """A number under the number format `code`; `epoch`: the day that the workbook counts from."""
    if is_date_format(code):
        try:
            return _date(value, _QUOTED.sub("", code.split(";")[0]).lower(), epoch)
        except (ValueError, OverflowError):  # no calendar has it: Excel shows ####
            return _number(value, "General")
    return _number(value, code)


def _moment(value: float, epoch: datetime) -> datetime | None:
    found = from_excel(value, epoch)
    if isinstance(found, datetime):
        return found
    return datetime.combine(found, datetime.min.time()) if isinstance(found, date) else None


def _date(value: float, code: str, epoch: datetime) -> str:
    clock = bool(re.search(r"[hs]", code))
    calendar = bool(re.search(r"[dy]", code)) or ("m" in code and not clock)
    if not calendar:
        minutes = round((value % 1) * 24 * 60)
        return str(timedelta(minutes=minutes))[:-3].zfill(5)
    found = _moment(value, epoch)
    if found is None:  # a time of day under the format of a date
        raise ValueError(value)
    if "d" not in code:
        return f"{found.month}/{found.year}" if "y" in code else str(found.month)
    text = (
        f"{found.day:02d}/{found.month:02d}/{found.year:04d}" if "y" in code else f"{found.day:02d}/{found.month:02d}"
    )
    return text + (f" {found:%H:%M}" if clock and found.time() != time() else "")


def _number(value: float, code: str) -> str:
    code = _QUOTED.sub("", code.split(";")[0])
    percent = code.count("%")
    value *= 100**percent
    places = re.search(r"\.([0#?]+)", code)
    if places and "0" in places[1]:
        text = f"{value:.{len(places[1])}f}"
    elif code != "General" and re.search(r"[0#]", code):
        text = f"{value:.{len(places[1]) if places else 0}f}"
        text = text.rstrip("0").rstrip(".") if places else text
    else:
        text = f"{value:.0f}" if value == int(value) and abs(value) < 1e15 else f"{value:.15g}"
    whole, _, fraction = text.partition(".")
    if re.search(r"[#0],[#0]", code):
        whole = re.sub(r"(?<=[0-9])(?=(?:[0-9]{3})+$)", ".", whole)
    return whole + ("," + fraction if fraction else "") + "%" * percent
