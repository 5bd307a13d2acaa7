"""Texts of a payload as canonical values: one line, several lines, runs."""

from __future__ import annotations

from typing import Any
from unicodedata import combining

from schemas import messages as m
from schemas.faults import RUNS, STRING, YES_NO, Faults, kind, shown, step
from schemas.plan import Run, VanBan
from schemas.text import LONGEST, is_canonical, many_lines, one_line, refused, visible

_MARKS = {"van_ban", "dam", "nghieng", "gach_chan", "chi_so"}


def checked(value: object, pointer: str, faults: Faults) -> str | None:
    """`value` if it is a string that can be printed; else None with a fault."""
    if type(value) is not str:
        faults.add(pointer, m.WRONG_TYPE, wanted=STRING, found=kind(value))
        return None
    if len(value) > LONGEST:
        faults.add(pointer, m.TOO_LONG, length=len(value), limit=LONGEST)
        return None
    if (bad := refused(value)) is not None:
        faults.add(pointer, m.CONTROL, character=f"U+{ord(bad):04X}")
        return None
    return value


def line(value: object, at: str, key: str | int, faults: Faults, needed: bool = True) -> str:
    """One canonical line; empty is a fault where text is `needed`. It stands under `key` in what is at the pointer
    `at`: its own pointer is spelled only where it is asked for, as for every text."""
    if is_canonical(value):
        return value
    pointer = step(at, str(key))
    text = checked(value, pointer, faults)
    if text is None:
        return ""
    text = one_line(text)
    if needed and not text:
        faults.add(pointer, m.EMPTY)
    return text


def line_or_none(value: object, at: str, key: str, faults: Faults) -> str | None:
    """One canonical line; null and empty are both None."""
    if value is None or is_canonical(value):
        return value
    return line(value, at, key, faults, needed=False) or None


def van_ban(value: object, at: str, key: str | int, faults: Faults, needed: bool = True) -> VanBan:
    """Text with line breaks, or runs of it; empty is a fault where text is `needed`."""
    if is_canonical(value):
        return value
    if value == "" and not needed:
        return ""
    pointer = step(at, str(key))
    text: VanBan
    if type(value) is list:
        text = _runs(value, pointer, faults)
    else:
        if type(value) is not str:
            faults.add(pointer, m.WRONG_TYPE, wanted=RUNS, found=kind(value))
            return ""
        found = checked(value, pointer, faults)
        if found is None:
            return ""
        text = many_lines(found)
    if needed and not text:
        faults.add(pointer, m.EMPTY)
    return text


def _runs(value: list[Any], pointer: str, faults: Faults) -> VanBan:
    runs: list[Run] = []
    for index, entry in enumerate(value):
        at = f"{pointer}/{index}"
        if type(entry) is not dict:
            faults.add(at, m.WRONG_TYPE, wanted="{van_ban, dam, nghieng, gach_chan, chi_so}", found=kind(entry))
            continue
        for key in (key for key in entry if key not in _MARKS):
            faults.add(step(at, key), m.UNKNOWN_KEY, key=key, hint="van_ban, dam, nghieng, gach_chan, chi_so")
        text: str | None = None
        if "van_ban" in entry:
            text = checked(entry["van_ban"], step(at, "van_ban"), faults)
        else:
            faults.add(step(at, "van_ban"), m.REQUIRED, wanted="van_ban")
        marks: dict[str, bool] = {}
        for key in ("dam", "nghieng", "gach_chan"):
            if type(mark := entry.get(key, False)) is not bool:
                faults.add(step(at, key), m.WRONG_TYPE, wanted=YES_NO, found=kind(mark))
            marks[key] = mark is True
        chi_so = entry.get("chi_so")
        if chi_so not in (None, "tren", "duoi"):
            faults.add(step(at, "chi_so"), m.BAD_CHOICE, value=shown(chi_so), choices="tren, duoi")
            chi_so = None
        runs.append(Run(visible(text or "").replace("\r\n", "\n").replace("\r", "\n"), chi_so=chi_so, **marks))
    return canonical_runs(runs)


def canonical_runs(runs: list[Run]) -> VanBan:
    """The one way to write these runs: blanks collapsed across them, a blank between two runs at the end of the
    first, blank runs unmarked, neighbours with the same marks joined; a plain string where no mark is left.

    Blanks: ends of the text and of its lines have none, and empty lines are dropped, as in a plain text.
    """
    letters: list[tuple[str, tuple[Any, ...]]] = []
    for run in runs:
        marks = (run.dam, run.nghieng, run.gach_chan, run.chi_so)
        for character in run.van_ban:
            if character == "\n":
                while letters and letters[-1][0] == " ":
                    letters.pop()
                if letters and letters[-1][0] != "\n":
                    letters.append(("\n", letters[-1][1]))
            elif character.isspace():
                if letters and letters[-1][0] not in " \n":
                    letters.append((" ", letters[-1][1]))
            elif letters and combining(character):
                letters.append((character, letters[-1][1]))  # a mark over a letter looks as the letter does
            else:
                letters.append((character, marks))
    while letters and letters[-1][0] in " \n":
        letters.pop()
    out: list[tuple[list[str], tuple[Any, ...]]] = []
    for character, marks in letters:
        if out and out[-1][1] == marks:
            out[-1][0].append(character)
        else:
            out.append(([character], marks))
    if not any(any(marks) for _, marks in out):
        return visible("".join("".join(text) for text, _ in out))
    return tuple(Run(visible("".join(text)), *marks) for text, marks in out)
