"""Recipients, signers and annexes from the lines that were read as such."""

from __future__ import annotations

import re
from typing import Any

from service.layout import words as w
from service.layout.head import Taken
from service.layout.line import Line
from service.mau.binding import Got
from service.wording.folding import fold

_HEAD = re.compile(r"^\W*n[ơớ]i\s+(?:nhận|gửi|nhân)\s*[:;.]?", re.I)
_BULLET = re.compile(r"^(?:[-–—+*•▪●·➢✓]|o\s)\s*")


class Recipients:
    """Collects recipients, one a line however the lines are made."""

    def __init__(self) -> None:
        self.out: list[Got] = []

    def take(self, taken: Taken) -> None:
        """Add a line of the list, or its head."""
        role, line, sure, _ = taken
        text = line.raw
        if role == "noi_nhan_dau":
            text = _HEAD.sub("", text, count=1)
            if not re.search(r"\n|[-–]\s", text):
                text = re.sub(r";\s+", "\n", text)  # all of them on the line of the head
        bulleted, open_ = False, False
        for place, piece in enumerate(re.split(r"\n|;\s+(?=[-–+]\s)|(?<=\S)\s{3,}(?=[-–+]\s)|\t(?=[-–+])", text)):
            bare = " ".join(piece.split())
            own = bool(_BULLET.match(bare))
            goes_on = bulleted and not own and open_
            bulleted |= own
            while found := _BULLET.match(bare):
                bare = bare[found.end() :]
            open_ = bare[-1:] not in ";."
            bare = bare.rstrip(" ;.,").removesuffix("./").rstrip(" ;.,").lstrip(" ;.,:")
            if not any(c.isalnum() for c in bare):
                continue
            if self.out and (goes_on or (role == "noi_nhan_tiep" and not place)):
                last = self.out[-1]
                self.out[-1] = Got(f"{last.value} {bare}", last.paragraph, min(last.confidence, sure))
            else:
                self.out.append(Got(bare, line.paragraph, sure))


class Signers:
    """Collects signers; `left` are lines that no field holds."""

    def __init__(self) -> None:
        self.out: list[dict[str, Any]] = []
        self.left: list[Line] = []
        self._column: tuple[int, int] | None = None

    def take(self, taken: Taken) -> None:
        """Add a line of a signer's block."""
        role, line, sure, _ = taken
        got = Got(line.text.strip(" ,:;") if role != "ho_ten" else line.text.strip(" ,.:;"), line.paragraph, sure)
        here = (line.group, line.column)
        if role == "quyen_han":
            if self._begun(("chuc_vu", "ho_ten"), here):
                self._new(here)
            self.out[-1]["quyen_han"].append(got)
        elif role == "quyen_han_tiep":
            held = self._open(here)["quyen_han"]
            held[-1] = _joined(held[-1], got)
        elif role == "chuc_vu":
            if self._begun(("chuc_vu", "ho_ten"), here):
                self._new(here)
            self.out[-1]["chuc_vu"] = got
        elif role == "chuc_vu_tiep":
            self._second(self._open(here), got)
        elif role == "ho_ten":
            if self._begun(("ho_ten",), here):
                self._new(here)
            self.out[-1]["ho_ten"] = got

    def finish(self) -> list[dict[str, Any]]:
        """The signers; a caption without an office below it is the office (`DUYỆT CỦA LÃNH ĐẠO`)."""
        for signer in self.out:
            held = signer["quyen_han"]
            if signer["chuc_vu"] is None and held and not w.STRONG_PREFIX.match(fold(str(held[-1]))):
                signer["chuc_vu"] = held.pop()
        return self.out

    def _second(self, signer: dict[str, Any], got: Got) -> None:
        """A second line of the office: the first was a further line of what stands above, or the office goes on."""
        first = signer["chuc_vu"]
        if first is not None and w.OFFICE.match(fold(str(got))) and not w.OFFICE_ITSELF.match(fold(str(first))):
            if signer["quyen_han"] and not w.OFFICE.match(fold(str(first))):
                signer["quyen_han"][-1] = _joined(signer["quyen_han"][-1], first)
            else:
                signer["quyen_han"].append(first)
            signer["chuc_vu"] = got
        else:
            signer["chuc_vu"] = got if first is None else _joined(first, got)

    def _open(self, here: tuple[int, int]) -> dict[str, Any]:
        if not self.out:
            self._new(here)
        return self.out[-1]

    def _begun(self, names: tuple[str, ...], here: tuple[int, int]) -> bool:
        """Whether the next line belongs to another signer."""
        if not self.out:
            return True
        if here != self._column and (here[0] == (self._column or (0, 0))[0] or self.out[-1]["ho_ten"] is not None):
            return True
        return any(self.out[-1][name] is not None for name in names)

    def _new(self, here: tuple[int, int]) -> None:
        self._column = here
        self.out.append({"quyen_han": [], "chuc_vu": None, "ho_ten": None})


def _joined(first: Got, second: Got) -> Got:
    return Got(f"{first.value} {second.value}", first.paragraph, min(first.confidence, second.confidence))


def annex_head(taken: list[Taken]) -> tuple[dict[str, Any], list[Line]]:
    """The head of an annex, and its lines that no field holds."""
    out: dict[str, Any] = {"ten": None, "tieu_de": None, "kem_theo": None, "noi_dung": []}
    titles: list[Got] = []
    attached: list[Got] = []
    left: list[Line] = []
    for role, line, sure, notes in taken:
        got = Got(line.text, line.paragraph, sure)
        if role == "phu_luc":
            match = w.ANNEX.fullmatch(line.key)
            if match and match["rest"] and match["rest"].strip(" :.-–"):
                cut = len(line.text) - len(match["rest"])
                got = Got(line.text[:cut].strip(" :.-–"), line.paragraph, sure)
                rest = line.text[cut:].strip(" :.-–")
                (attached if rest.startswith("(") else titles).append(Got(rest, line.paragraph, sure))
            elif match:
                got = Got(line.text.strip(" :.-–"), line.paragraph, sure)
            got.notes = notes
            out["ten"] = got
        elif role == "phu_luc_tieu_de":
            titles.append(got)
        elif role in ("kem_theo", "kem_theo_tiep"):
            attached.append(got)
        else:
            left.append(line)
    for name, found in (("tieu_de", titles), ("kem_theo", attached)):
        if found:
            text = " ".join(str(g) for g in found)
            out[name] = Got(text, found[0].paragraph, min(g.confidence for g in found))
    return out, left
