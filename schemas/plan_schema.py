"""The payload as a Marshmallow schema: every field strict, every fault with its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from marshmallow import EXCLUDE, RAISE, Schema, ValidationError, fields, missing

from schemas import messages as m
from schemas.blocks import blocks, known, lacking
from schemas.faults import LIST, Faults, kind, shown, whole
from schemas.plan import ChuKy, KeHoach, PhuLuc
from schemas.texts import line, line_or_none, van_ban
from service.refusals import Fault, PlanRefused

_SIGNS_BEFORE = "-–—+*• "
_SIGNS_AFTER = ";., "
_NUMBER = re.compile("[0-9]{1,6}[a-zA-ZđĐ]{0,3}")
_DATE = re.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DAY_FIRST = re.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_NOBODY = ChuKy()


class PlanField(fields.Field[Any]):
    """A field that reads with one of our readers and reports faults by pointer."""

    def read(self, value: object, name: str, faults: Faults) -> Any:
        """The canonical value of the field `name`; what is wrong goes to `faults`."""
        raise AssertionError(f"{type(self).__name__} reads nothing")  # pragma: no cover

    def deserialize(self, value: Any, attr: str | None = None, data: Mapping[str, Any] | None = None, **_: Any) -> Any:
        """The canonical value; raises ValidationError with a list of faults."""
        assert attr is not None
        if value is missing:
            if self.required:
                raise ValidationError([Fault(f"/{attr}", m.REQUIRED, (("wanted", attr),))])
            return self.load_default
        faults = Faults()
        out = self.read(value, attr, faults)
        if faults:
            raise ValidationError(faults)
        return out


class Line(PlanField):
    """One line of text that must be there."""

    def read(self, value: object, name: str, faults: Faults) -> str:
        return line(value, "", name, faults)


class Issuer(PlanField):
    """One line of text; empty in what was read from a document that names no issuing body."""

    def read(self, value: object, name: str, faults: Faults) -> str:
        return line(value, "", name, faults, needed=False)


class LineOrNone(PlanField):
    """One line of text or None."""

    def read(self, value: object, name: str, faults: Faults) -> str | None:
        return line_or_none(value, "", name, faults)


class So(PlanField):
    """The number: digits with a leading zero below 10, perhaps letters (PL1.II.3)."""

    def read(self, value: object, name: str, faults: Faults) -> str | None:
        if (number := whole(value)) is not None:
            value = str(number) if abs(number) < 10**18 else "…"  # what is no number of a document is refused below
        text = line_or_none(value, "", name, faults)
        if text is None:
            return None
        if not _NUMBER.fullmatch(text):
            faults.add(f"/{name}", m.BAD_NUMBER, value=text[:100])
        return text.zfill(2) if text.isdigit() else text


class Ngay(PlanField):
    """A date, or a year, or a year and month, as ISO text."""

    def read(self, value: object, name: str, faults: Faults) -> str | None:
        text = line_or_none(value, "", name, faults)
        if text is None:
            return None
        if found := _DATE.fullmatch(text):
            year, month, day = found.groups()
        else:
            found = _DAY_FIRST.fullmatch(text)
            day, month, year = found.groups() if found else (None, None, "0")
        try:
            whole = date(int(year), int(month or 1), int(day or 1)).isoformat()
        except ValueError:
            faults.add(f"/{name}", m.BAD_DATE, value=text[:100])
            return None
        return whole[: 10 if day else 7 if month else 4]


class TheThuc(PlanField):
    """The form: State or Party."""

    def read(self, value: object, name: str, faults: Faults) -> str:
        if value not in ("nd30", "dang"):
            faults.add(f"/{name}", m.BAD_CHOICE, value=shown(value), choices="nd30, dang")
        return str(value)


class Capitals(Line):
    """One line in capitals."""

    def read(self, value: object, name: str, faults: Faults) -> str:
        return super().read(value, name, faults).upper()


class ListOf(PlanField):
    """A list; each entry read by `entry`, which subclasses give."""

    def entry(self, value: object, at: str, index: int, faults: Faults) -> Any:
        """The entry `index` of the list at the pointer `at`."""
        return van_ban(value, at, index, faults)

    def read(self, value: object, name: str, faults: Faults) -> tuple[Any, ...]:
        at = f"/{name}"
        if type(value) is not list:
            faults.add(at, m.WRONG_TYPE, wanted=LIST, found=kind(value))
            return ()
        return tuple([self.entry(entry, at, index, faults) for index, entry in enumerate(value)])


class Recipients(ListOf):
    """Names of a list without the sign before and the `;` or `.` after them."""

    def entry(self, value: object, at: str, index: int, faults: Faults) -> str:
        text = line(value, at, index, faults)
        bare = text.lstrip(_SIGNS_BEFORE).rstrip(_SIGNS_AFTER)
        pointer = f"{at}/{index}"
        if not bare and not (faults and faults[-1].pointer == pointer):
            faults.add(pointer, m.EMPTY)
        return bare


class Signers(ListOf):
    """Signers with their prefixes, office and name."""

    def entry(self, value: object, at: str, index: int, faults: Faults) -> ChuKy:
        pointer = f"{at}/{index}"
        if type(value) is not dict:
            faults.add(pointer, m.WRONG_TYPE, wanted="{quyen_han, chuc_vu, ho_ten}", found=kind(value))
            return ChuKy()
        known(value, ("quyen_han", "chuc_vu", "ho_ten"), pointer, faults)
        given = value.get("quyen_han")
        quyen_han = [] if given is None else given
        if type(quyen_han) is not list:
            faults.add(f"{pointer}/quyen_han", m.WRONG_TYPE, wanted=LIST, found=kind(quyen_han))
            quyen_han = []
        signer = ChuKy(
            tuple([line(q, f"{pointer}/quyen_han", i, faults) for i, q in enumerate(quyen_han)]),
            line_or_none(value.get("chuc_vu"), pointer, "chuc_vu", faults),
            line_or_none(value.get("ho_ten"), pointer, "ho_ten", faults),
        )
        if signer == _NOBODY and not any(f.pointer.startswith(f"{pointer}/") for f in faults):
            faults.add(pointer, m.NO_SIGNER)
        return signer


class Annexes(ListOf):
    """Annexes (PL1.III.1)."""

    def entry(self, value: object, at: str, index: int, faults: Faults) -> PhuLuc:
        pointer = f"{at}/{index}"
        if type(value) is not dict:
            faults.add(pointer, m.WRONG_TYPE, wanted="{ten, tieu_de, kem_theo, noi_dung}", found=kind(value))
            return PhuLuc("")
        known(value, ("ten", "tieu_de", "kem_theo", "noi_dung"), pointer, faults)
        return PhuLuc(
            line(value["ten"], pointer, "ten", faults) if "ten" in value else lacking("ten", pointer, faults),
            line_or_none(value.get("tieu_de"), pointer, "tieu_de", faults),
            line_or_none(value.get("kem_theo"), pointer, "kem_theo", faults),
            blocks(value.get("noi_dung", []), f"{pointer}/noi_dung", faults),
        )


class Body(PlanField):
    """Blocks."""

    def read(self, value: object, name: str, faults: Faults) -> Any:
        return blocks(value, f"/{name}", faults)


class PlanSchema(Schema):
    """A plan (contract §1), fields in the order of the document."""

    class Meta:
        unknown = RAISE

    the_thuc = TheThuc(load_default="nd30")
    co_quan_chu_quan = LineOrNone(load_default=None)
    co_quan_ban_hanh = Issuer(required=True)
    so = So(load_default=None)
    ky_hieu = LineOrNone(load_default=None)
    dia_danh = LineOrNone(load_default=None)
    ngay_ban_hanh = Ngay(load_default=None)
    ten_loai = Capitals(load_default="KẾ HOẠCH")
    trich_yeu = LineOrNone(load_default=None)
    kinh_gui = Recipients(load_default=())
    can_cu = ListOf(load_default=())
    mo_dau = ListOf(load_default=())
    noi_dung = Body(load_default=())
    ket_thuc = ListOf(load_default=())
    noi_nhan = Recipients(load_default=())
    chu_ky = Signers(load_default=())
    phu_luc = Annexes(load_default=())
    du_thao = LineOrNone(load_default=None)
    do_mat = LineOrNone(load_default=None)
    do_khan = LineOrNone(load_default=None)
    pham_vi_luu_hanh = LineOrNone(load_default=None)


_SCHEMA = PlanSchema(unknown=EXCLUDE)  # `load` names what is unknown, with what was perhaps meant
FIELDS = tuple(_SCHEMA.fields)


def load(payload: object) -> KeHoach:
    """The plan in a payload that was read from JSON. Raises PlanRefused with every fault at once."""
    if type(payload) is not dict:
        raise PlanRefused((Fault("", m.WRONG_TYPE, (("wanted", "{co_quan_ban_hanh: …}"), ("found", kind(payload)))),))
    faults = Faults()
    known(payload, FIELDS, "", faults)
    try:
        values = _SCHEMA.load(payload)
    except ValidationError as refused:
        faults += (fault for name in FIELDS for fault in refused.messages_dict.get(name, ()))
    if faults:
        raise PlanRefused(tuple(faults))
    return KeHoach(**values)
