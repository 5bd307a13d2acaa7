"""How often fields of each confidence are right: what calibration and the table in the documentation rest on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from types import ModuleType
from typing import Any

Role = tuple[str, ...]
"""What a value is for, without its position: `("noi_nhan",)`, `("doan", "van_ban")`, `("nhiem_vu", "thoi_gian", row)`."""

BINS = (1.0, 0.99, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.0)
"""Lower bounds; the first is exactly 1."""


def values(plan_measure: ModuleType, plan: dict[str, Any]) -> Iterator[tuple[str, Role, str]]:
    """(pointer, role, canonical value) of every text of a plan."""

    def walk(value: Any, pointer: str, role: Role) -> Iterator[tuple[str, Role, str]]:
        if isinstance(value, dict) and ("loai" in value or "ten" in value) and "van_ban" not in value:
            yield from entries(value, pointer, (value.get("loai", "phu_luc"),))
        elif isinstance(value, dict) and "loai" in value:
            yield from entries(value, pointer, ("doan",))
        elif isinstance(value, dict) and role[-1:] == ("nhiem_vu",):
            row = str(plan_measure.canon(value.get("noi_dung") or value.get("nhom")))
            for key, entry in value.items():
                yield from walk(entry, f"{pointer}/{_escaped(key)}", ("nhiem_vu", key, row))
        elif isinstance(value, dict) and "van_ban" not in value:
            yield from entries(value, pointer, role)
        elif isinstance(value, list) and not all(
            isinstance(v, dict) and "van_ban" in v and "loai" not in v for v in value
        ):
            for index, entry in enumerate(value):
                yield from walk(entry, f"{pointer}/{index}", role)
        elif value not in (None, "", [], {}):
            yield pointer, role, _canonical(plan_measure, role, value)

    def entries(value: dict[str, Any], pointer: str, role: Role) -> Iterator[tuple[str, Role, str]]:
        for key, entry in value.items():
            yield from walk(entry, f"{pointer}/{_escaped(key)}", (*role, key))

    yield from entries(plan, "", ())


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _canonical(plan_measure: ModuleType, role: Role, value: Any) -> str:
    if role in (("noi_nhan",), ("can_cu",), ("mo_dau",), ("so",), ("ky_hieu",), ("ngay_ban_hanh",)):
        return str((plan_measure.SCALAR_KEYS | plan_measure.LIST_KEYS)[role[0]](value))
    if role[-1] == "dau":
        return str(plan_measure.marker(value))
    return str((plan_measure.office if role[0] == "chu_ky" else plan_measure.canon)(value))


def verdicts(
    plan_measure: ModuleType, truth: dict[str, Any], answer: dict[str, Any]
) -> Iterator[tuple[str, float, bool]]:
    """(what the field is, its confidence, whether the truth has that value in that role), each true value used once."""
    if not answer:
        return
    wanted = Counter((role, value) for _, role, value in values(plan_measure, truth))
    read = {pointer: (role, value) for pointer, role, value in values(plan_measure, answer["plan"])}
    for field in answer["fields"]:
        found = read.get(field["pointer"])
        if found is None:
            continue
        right = wanted[found] > 0
        wanted[found] -= right
        yield ".".join(found[0][:2]), field["confidence"], right


def reliability(found: Counter[tuple[str, float, bool]]) -> str:
    """The table of confidence against truth, and for each kind of field its mean confidence and share right."""
    lines = ["| confidence | fields | right | mean confidence |", "|---|---|---|---|"]
    upper = 2.0
    for lower in BINS:
        inside = [(c, ok, n) for (_, c, ok), n in found.items() if lower <= c < upper]
        name = "1" if lower == 1 else f"{lower:.2f} – {min(upper, 1):.2f}"
        if total := sum(n for _, _, n in inside):
            right = sum(n for _, ok, n in inside if ok) / total
            mean = sum(c * n for c, _, n in inside) / total
            lines.append(f"| {name} | {total} | {right:.3f} | {mean:.3f} |")
        upper = lower
    lines += ["", "| field | fields | right | mean confidence |", "|---|---|---|---|"]
    for kind in sorted({kind for kind, _, _ in found}):
        inside = [(c, ok, n) for (k, c, ok), n in found.items() if k == kind]
        total = sum(n for _, _, n in inside)
        right = sum(n for _, ok, n in inside if ok) / total
        lines.append(f"| `{kind}` | {total} | {right:.3f} | {sum(c * n for c, _, n in inside) / total:.3f} |")
    return "\n".join(lines)
